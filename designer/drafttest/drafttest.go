// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package drafttest makes drafts of every shape for tests: answers that are
// missing, of every length up to the limit, in many scripts, and with
// everything in them that a file format, a server or a page might stumble
// over. It knows the table of fields; it refuses to know what is right.
package drafttest

import (
	"encoding/binary"
	"math/rand/v2"
	"strconv"
	"strings"

	"insignia/designer"
)

// pieces are what answers are put together from.
var pieces = []string{
	"Repaired a bike", "three times", "and told how", "24 hours later", "Ångström & Söhne", "café №5", "“so it was”", "it's", "C:\\temp\\",
	"a < b > c", "List<String>", "<b>bold</b>", "<script>alert(1)</script>", "</p>", "<https://a.org/x>", "&lt;b&gt; &amp; &#60;", "![cat](x.png)",
	"[text](https://a.org)", "*very* _so_ `code`", "# title", "- item", "1. first", "> said", "---", "=SUM(A1)", "+49 30 123", "@home", "{text}", "{{name}}", "%s %d",
	"Ελληνικά γράμματα", "Русский язык", "العربية ١٢٣", "עברית", "日本語のバッジ", "한국어", "हिन्दी", "ไทย", "👩‍🔧🚲🏳️‍🌈", "e\u0301\u0323", "ﬁ ﷺ ǆ", "İstanbul ıßſ",
	"\"quoted\"", "\\u0000", "'; DROP TABLE badges; --", "../../etc/passwd", "CON", "null", "true", "0", "١٢", "https://a.org/ü?q=ä&b=1#x",
}

// addresses are good, bad and strange ones.
var addresses = []string{
	"https://kettenwerk.org", "https://kettenwerk.org/about?x=1&y=2#top", "http://kettenwerk.org", "kettenwerk.org/a b", "https://Fahrräder.org/Öl?q=ä",
	"https://kettenwerk.example", "http://localhost:8080", "https://192.168.1.5/x", "ftp://a.org", "urn:uuid:1", "javascript:alert(1)", "TBD", "see the wall",
	"https://[2606:4700::1]/x", "https://a.org/(x)_*y*", "https://me:pw@a.org", "https://a.org/%zz", "https://a.org/" + strings.Repeat("x", 240),
}

var emails = []string{"badges@kettenwerk.org", "a@Fahrräder.org", "a.b+c@a.org", "a@b.example", "a@b", "é@a.org", "TBD", "\"a b\"@a.org", "a..b@a.org"}

// languages are of Europe's and beyond, in the forms that tags have.
var languages = []string{"en", "es", "de", "de-CH-1996", "pt-BR", "sr-Latn", "zh-Hant-TW", "el", "ru", "ar", "he", "ja", "ca-valencia", "es-419", "gsw", "en-x-club"}

// Any is a draft made by chance, always the same for the same seed. Its id is
// one, its answers are as Draft.Set takes them.
func Any(seed uint64) designer.Draft {
	r := rand.New(rand.NewPCG(seed, 20))
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], seed)
	d := designer.Draft{Meta: designer.Meta{ID: designer.IDOf(b[:])}}
	missing := r.IntN(4) // of four answers
	for _, f := range designer.Fields() {
		if strings.HasPrefix(f.ID, "look.") || r.IntN(4) < missing {
			continue
		}
		if f.IsList() {
			list(r, &d, f)
			continue
		}
		_ = d.Set(f.ID, value(r, f)) // what is refused stays empty
	}
	return d
}

// value is one for a field that is not a list.
func value(r *rand.Rand, f designer.Field) string {
	switch f.Input {
	case designer.Choice:
		return f.Options[r.IntN(len(f.Options))]
	case designer.URL:
		return one(r, addresses)
	case designer.Email:
		return one(r, emails)
	case designer.Tag:
		return one(r, languages)
	case designer.Number:
		return strconv.Itoa(f.Min + r.IntN(f.Max-f.Min+1))
	case designer.RuleOf:
		return one(r, []string{"all", "1", "2", "7"})
	case designer.Effort:
		return one(r, []string{"90 min", "6 h", "2 days", "1 h 30 min"})
	case designer.Date:
		return "2031-05-04"
	}
	return text(r, f.Limit, f.Input.Multiline())
}

func list(r *rand.Rand, d *designer.Draft, f designer.Field) {
	n := one(r, []int{0, 1, 2, 3, 7, f.Items})
	for i := 1; i <= n; i++ {
		limit := f.Limit
		if n > 7 {
			limit = min(limit, 200) // else a draft of all limits is some hundred kilobytes
		}
		if d.Append(f.ID, text(r, limit, false)) != nil {
			continue
		}
		at := f.ID + "." + strconv.Itoa(len(f.List(d))) + "."
		switch f.Input {
		case designer.Steps:
			_ = d.Set(at+"required", one(r, []string{"yes", "no"}))
			if r.IntN(2) == 0 {
				_ = d.Set(at+"evidence", text(r, 100, false))
				_ = d.Set(at+"note", "note "+text(r, 50, false))
			}
		case designer.Alignments:
			if r.IntN(5) > 0 {
				_ = d.Set(at+"targetUrl", one(r, addresses))
			}
			if r.IntN(2) == 0 {
				_ = d.Set(at+"targetDescription", text(r, 200, false))
				_ = d.Set(at+"targetFramework", text(r, 60, false))
				_ = d.Set(at+"targetCode", "S5."+strconv.Itoa(i))
			}
		case designer.Leads:
			_ = d.Set(at+"url", one(r, addresses))
		}
	}
}

// text is of any length up to the limit in characters, often just that.
func text(r *rand.Rand, limit int, lines bool) string {
	most := one(r, []int{1, 3, 12, 40, 59, 60, 61, 120, 255, 700, limit, limit})
	most = min(most, limit)
	var out []rune
	for len(out) < most {
		out = append(out, []rune(one(r, pieces))...)
		out = append(out, ' ')
		if lines && r.IntN(6) == 0 {
			out = append(out, '\n')
		}
	}
	return strings.TrimSpace(string(out[:most]))
}

func one[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }
