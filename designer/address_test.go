// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"net/url"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var urlCases = map[string]Flaw{
	"":                                 FlawEmpty,
	"https://kettenwerk.org":           FlawNone,
	"HTTPS://Kettenwerk.org/":          FlawNone,
	"https://a.b.c.org:8443/x?y#z":     FlawNone,
	"https://xn--mnchen-3ya.de":        FlawNone,
	"https://8.8.8.8/badge":            FlawNone,
	"https://[2a00:1450::1]/":          FlawNone,
	"https://library.org/a%20b":        FlawNone,
	"https://kettenwerk.org.":          FlawNone,
	"http://kettenwerk.org":            FlawInsecure,
	"https://kettenwerk.example":       FlawPlaceholder,
	"http://kettenwerk.example":        FlawPlaceholder, // the graver flaw is told
	"https://kettenwerk.example/a":     FlawPlaceholder,
	"https://www.example.org":          FlawPlaceholder,
	"https://example.com":              FlawPlaceholder,
	"https://a.invalid":                FlawPlaceholder,
	"https://a.test":                   FlawPlaceholder,
	"https://nas.local":                FlawPlaceholder,
	"http://localhost:8080/x":          FlawPlaceholder,
	"https://127.0.0.1":                FlawPlaceholder,
	"https://192.168.1.4":              FlawPlaceholder,
	"https://10.0.0.1":                 FlawPlaceholder,
	"https://169.254.1.1":              FlawPlaceholder,
	"https://0.0.0.0":                  FlawPlaceholder,
	"https://[::1]/":                   FlawPlaceholder,
	"https://[fd00::1]/":               FlawPlaceholder,
	"https://[::ffff:192.168.0.1]/":    FlawPlaceholder,
	"TBD":                              FlawPlaceholder,
	"https://tbd":                      FlawPlaceholder,
	"?":                                FlawPlaceholder,
	"kettenwerk.org":                   FlawBare,
	"www.kettenwerk.org":               FlawBare,
	"kettenwerk.org/a?u=https://b.org": FlawBare,
	"kettenwerk.example":               FlawPlaceholder,
	"localhost:8080":                   FlawPlaceholder,
	"kettenwerk":                       FlawMalformed,
	"badges@kettenwerk.org":            FlawMalformed,
	"https://a.org/\u202e":             FlawMalformed,
	"https://a.org/\xff":               FlawMalformed,
	"http s://a.org":                   FlawMalformed,
	"our web site":                     FlawMalformed,
	"//kettenwerk.org":                 FlawMalformed,
	"https:kettenwerk.org":             FlawMalformed,
	"https://":                         FlawMalformed,
	"https://kettenwerk":               FlawMalformed,
	"https://.org":                     FlawMalformed,
	"https://a..org":                   FlawMalformed,
	"https://-a.org":                   FlawMalformed,
	"https://a-.org":                   FlawMalformed,
	"https://a_b.org":                  FlawMalformed,
	"https://..example":                FlawMalformed,
	"https://1.2.3":                    FlawMalformed,
	"https://256.1.1.1":                FlawMalformed,
	"https://a.org:":                   FlawMalformed,
	"https://a.org:0":                  FlawMalformed,
	"https://a.org:70000":              FlawMalformed,
	"https://me:secret@a.org":          FlawMalformed,
	"https://me@a.org":                 FlawMalformed,
	"https://münchen.de":               FlawNone,
	"https://a.org/straße":             FlawNone,
	"https://a.org/a b":                FlawMalformed,
	"https://a.org/\x00":               FlawMalformed,
	"https://a.org/<b>":                FlawMalformed,
	"https://a.org/%zz":                FlawMalformed,
	"https://a.org\\@b.org":            FlawMalformed,
	"ftp://a.org":                      FlawMalformed,
	"javascript:alert(1)":              FlawMalformed,
	"file:///etc/passwd":               FlawMalformed,
	"mailto:a@b.org":                   FlawMalformed,
}

func TestCheckURLTellsUsableFromUnusable(t *testing.T) {
	for s, want := range urlCases {
		if got := CheckURL(s); got != want {
			t.Errorf("CheckURL(%q) = %q, want %q", s, got, want)
		}
	}
	at := "https://a.org/"
	if got := CheckURL(at + strings.Repeat("x", maxURL-len(at))); got != FlawNone {
		t.Errorf("an address of %d characters = %q", maxURL, got)
	}
	if got := CheckURL(at + strings.Repeat("x", maxURL-len(at)+1)); got != FlawMalformed {
		t.Errorf("an address of %d characters = %q", maxURL+1, got)
	}
}

var emailCases = map[string]Flaw{
	"":                                 FlawEmpty,
	"badges@kettenwerk.org":            FlawNone,
	"first.last+badge@sub.library.org": FlawNone,
	"o'brien@library.org":              FlawNone,
	"badges@kettenwerk.example":        FlawPlaceholder,
	"me@localhost":                     FlawPlaceholder,
	"TBD":                              FlawPlaceholder,
	"tbd@tbd":                          FlawPlaceholder,
	"team":                             FlawMalformed,
	"a@b":                              FlawMalformed,
	"@library.org":                     FlawMalformed,
	"a@":                               FlawMalformed,
	"a@b@library.org":                  FlawMalformed,
	".a@library.org":                   FlawMalformed,
	"a.@library.org":                   FlawMalformed,
	"a..b@library.org":                 FlawMalformed,
	"a b@library.org":                  FlawMalformed,
	"a@library..org":                   FlawMalformed,
	"a@library.org\r\nBcc: x@y.org":    FlawMalformed,
	"Ann <ann@library.org>":            FlawMalformed,
	"mailto:a@library.org":             FlawMalformed,
	"\"a b\"@library.org":              FlawMalformed,
	"ünal@library.org":                 FlawMalformed,
	"a@münchen.de":                     FlawNone,
	"a@1.2.3.4":                        FlawMalformed,
	"a@[1.2.3.4]":                      FlawMalformed,
	"a@library.org, b@library.org":     FlawMalformed,
}

func TestCheckEmailTellsUsableFromUnusable(t *testing.T) {
	for s, want := range emailCases {
		if got := CheckEmail(s); got != want {
			t.Errorf("CheckEmail(%q) = %q, want %q", s, got, want)
		}
	}
	if got := CheckEmail(strings.Repeat("x", maxLocal+1) + "@library.org"); got != FlawMalformed {
		t.Errorf("a name of %d characters = %q", maxLocal+1, got)
	}
	long := "a@" + strings.Repeat(strings.Repeat("b", 60)+".", 4)
	if got := CheckEmail(long + "organisation"); got != FlawMalformed {
		t.Errorf("an address of %d characters = %q", len(long)+12, got)
	}
}

func TestToComeKnowsWhatPeopleWriteForLater(t *testing.T) {
	for s, want := range map[string]bool{"TBD": true, " tbd ": true, "(tbc)": true, "…": true, "TBD Institute": false, "": false, "Kettenwerk": false} {
		if got := ToCome(s); got != want {
			t.Errorf("ToCome(%q) = %v, want %v", s, got, want)
		}
	}
}

// What CheckURL passes, every parser of URLs reads the same way.
func FuzzCheckURL(f *testing.F) {
	for s := range urlCases {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := s
		switch CheckURL(s) {
		case FlawNone, FlawInsecure:
		case FlawBare:
			at = "https://" + s
		default:
			return
		}
		u, err := url.Parse(at)
		if err != nil || u.User != nil || !strings.Contains(u.Host, ".") && !strings.Contains(u.Host, ":") || u.Scheme != "https" && u.Scheme != "http" {
			t.Fatalf("CheckURL passed %q", s)
		}
		if utf8.RuneCountInString(s) > maxURL || strings.ContainsFunc(s, hidden) {
			t.Fatalf("CheckURL passed %q", s)
		}
	})
}

func FuzzCheckEmail(f *testing.F) {
	for s := range emailCases {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if CheckEmail(s) != FlawNone {
			return
		}
		if utf8.RuneCountInString(s) > maxEmail || strings.Count(s, "@") != 1 || strings.ContainsFunc(s, hidden) {
			t.Fatalf("CheckEmail passed %q", s)
		}
	})
}

func hidden(r rune) bool {
	return r <= ' ' || r == 0x7f || unicode.IsControl(r) || r >= 0x202a && r <= 0x202e
}
