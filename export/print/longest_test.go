// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package print

import (
	"encoding/base64"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"insignia/designer"
	"insignia/export/answers"
	"insignia/internal/locale"
)

// longest gives every field the longest answer that it takes, every list as
// many as it holds. fill makes a text of exactly n characters.
func longest(t *testing.T, lang string, fill func(n int) string) designer.Draft {
	t.Helper()
	d := designer.New(lang)
	d.ID = "6f1c3a52-0b1e-4d55-9c1e-2f7a9b8c0d1e"
	set := func(at, value string) {
		t.Helper()
		if err := d.Set(at, value); err != nil {
			t.Fatal(at, err)
		}
	}
	for _, f := range designer.Fields() {
		switch f.Input {
		case designer.Line, designer.Text:
			set(f.ID, fill(f.Limit))
		case designer.URL:
			set(f.ID, "https://kettenwerk.example/"+strings.Repeat("p", f.Limit-27))
		case designer.Email:
			set(f.ID, strings.Repeat("e", 60)+"@"+strings.Repeat("kettenwerk.", 16)+"example")
		case designer.Choice:
			set(f.ID, f.Options[len(f.Options)-1])
		case designer.Number:
			set(f.ID, strconv.Itoa(f.Max))
		case designer.RuleOf:
			set(f.ID, "3")
		case designer.Effort:
			set(f.ID, "9999 w 9999 d 9999 h 9999 min")
		case designer.Date:
			set(f.ID, "2026-09-28")
		case designer.Tag:
			set(f.ID, lang)
		case designer.Colours:
			set(f.ID, "#123456,#abcdef,#fedcba")
		case designer.IconName:
			set(f.ID, "bicycle")
		case designer.Drawing:
			g := designer.NewGrid(designer.GridMost)
			set(f.ID, g.String())
		case designer.Photo:
			set(f.ID, base64.StdEncoding.EncodeToString([]byte("\x89PNG\r\n\x1a\n")))
		}
		for i := 1; i <= f.Items; i++ {
			at := f.ID + "." + strconv.Itoa(i)
			set(at, fill(f.Limit))
			switch f.Input {
			case designer.Steps:
				set(at+".evidence", fill(f.Limit))
				set(at+".note", fill(f.Limit))
				set(at+".required", "no")
			case designer.Leads:
				set(at+".url", "https://kettenwerk.example/"+strings.Repeat("p", f.PartLimit("url")-27))
			case designer.Alignments:
				for _, sub := range []string{"targetUrl", "targetDescription", "targetFramework", "targetCode"} {
					set(at+"."+sub, fill(f.Limit))
				}
			}
		}
	}
	return d
}

// words is n characters of plain sentences.
func words(n int) string {
	s := strings.Repeat("Reparó tres pinchazos, explicó each step to the person who rides the bike. ", n/70+1)
	r := []rune(s)[:n]
	if r[n-1] == ' ' {
		r[n-1] = '.'
	}
	return string(r)
}

// oneWord is n characters without a place to break.
func oneWord(n int) string { return strings.Repeat("W", n-1) + "!" }

func TestTheLongestAnswersAreTheLongest(t *testing.T) {
	d := longest(t, "es", words)
	for _, f := range designer.Fields() {
		if f.Empty(&d) {
			t.Errorf("%s is empty", f.ID)
		}
		if n := utf8.RuneCountInString(f.Value(&d)); f.Input == designer.Text && n != f.Limit {
			t.Errorf("%s has %d of %d characters", f.ID, n, f.Limit)
		}
		if f.IsList() && len(f.List(&d)) != f.Items {
			t.Errorf("%s has %d of %d items", f.ID, len(f.List(&d)), f.Items)
		}
	}
}

// fullest are badges with as much text as a quarter of a page takes: in one
// piece, in many, in capitals, in a long name.
func fullest(t *testing.T) []designer.Draft {
	var out []designer.Draft
	for _, grow := range []func(d *designer.Draft, n int){
		func(d *designer.Draft, n int) { d.Description = words(n) },
		func(d *designer.Draft, n int) { d.Description, d.Issuer.Name = "x", oneWord(n) },
		func(d *designer.Draft, n int) { d.Description, d.Name = "x", words(n) },
		func(d *designer.Draft, n int) {
			d.Description = words(n)
			for range 9 {
				d.Criteria.Steps = append(d.Criteria.Steps, designer.Step{Text: words(max(n/4, 1))})
			}
		},
	} {
		var best designer.Draft
		for n := 2; ; n++ {
			d := designer.Draft{Language: "es", Name: "Manos a la bici", Issuer: designer.Issuer{Name: "Taller Comunitario Kettenwerk"}}
			grow(&d, n)
			c, err := speak(locale.For("en"), "es", Options{}).card(Entry{Draft: d})
			if err != nil {
				t.Fatal(err)
			}
			if c.size != quarter {
				break
			}
			best = d
		}
		out = append(out, best)
	}
	return out
}

var longestTo = flag.String("longest", "", "folder to write the longest drafts to, for the check in a browser")

func TestWriteTheLongestAnswers(t *testing.T) {
	if *longestTo == "" {
		return // an instrument of the check in a browser, which asks for it
	}
	drafts := map[string]designer.Draft{"longest.en": longest(t, "en", words), "longest.es": longest(t, "es", words), "oneword.en": longest(t, "en", oneWord)}
	for i, d := range fullest(t) {
		drafts["quarter."+strconv.Itoa(i)] = d
	}
	for name, d := range drafts {
		if err := os.WriteFile(filepath.Join(*longestTo, name+".json"), answers.Write(d), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
