// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package fair

import (
	"strings"
	"testing"

	"insignia/designer"
)

// The strings of RFC 3492, section 7.1, in small letters, and everyday ones.
func TestPunycodeIsThatOfTheRFC(t *testing.T) {
	for in, want := range map[string]string{
		"bücher":            "bcher-kva",
		"fahrräder":         "fahrrder-4za",
		"ليهمابتكلموشعربي؟": "egbpdaj6bu4bxfgehfvwxn",
		"他们为什么不说中文":         "ihqwcrb4cv8a8dqg056pqjye",
		"他們爲什麽不說中文":         "ihqwctvzc91f659drss3x8bo0yb",
		"почемужеонинеговорятпорусски": "b1abfaaepdrnnbgefbadotcwatmq2g4l",
		"pročprostěnemluvíčesky":       "proprostnemluvesky-uyb24dma41a",
		"なぜみんな日本語を話してくれないのか":           "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa",
		"3年b組金八先生":                     "3b-ww4c5e180e575a65lsy2b",
		"🚲":                            "h78h",
	} {
		if got := punycode(in); got != want {
			t.Errorf("punycode(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWebAddressesAreWrittenInASCII(t *testing.T) {
	for in, want := range map[string]string{
		"https://kettenwerk.org":               "https://kettenwerk.org",
		"kettenwerk.org/about":                 "https://kettenwerk.org/about",
		"kettenwerk.example":                   "https://kettenwerk.example",
		" http://kettenwerk.org/ ":             "http://kettenwerk.org/",
		"https://Fahrräder.org/Öl?q=ä&b=%20#ü": "https://xn--fahrrder-4za.org/%C3%96l?q=%C3%A4&b=%20#%C3%BC",
		"https://BÜCHER.example:8443/":         "https://xn--bcher-kva.example:8443/",
		"https://ｆｕｌｌ.example":                 "https://full.example",
		"https://[2606:4700::1]/x":             "https://[2606:4700::1]/x",
		"https://x.org/a%2Fb":                  "https://x.org/a%2Fb",
		"TBD":                                  "",
		"":                                     "",
		"ftp://x.org":                          "",
		"https://me:pw@x.org":                  "",
		"our website":                          "",
		"https://" + strings.Repeat("é", 60) + ".org": "",
		"https://x.org/" + strings.Repeat("é", 700):   "",
	} {
		got, ok := webURL(in)
		if got != want || ok != (want != "") {
			t.Errorf("webURL(%.60q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}

func TestMailAddressesAreWrittenInASCII(t *testing.T) {
	for in, want := range map[string]string{
		"badges@kettenwerk.org": "badges@kettenwerk.org",
		"a@Fahrräder.org":       "a@xn--fahrrder-4za.org",
		"é@x.org":               "",
		"x.org":                 "",
		"a@b":                   "",
		"TBD":                   "",
		"":                      "",
	} {
		got, ok := email(in)
		if got != want || ok != (want != "") {
			t.Errorf("email(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}

func TestTheProfileLiesBelowTheIssuersAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://x.org":                              "https://x.org/issuer.json",
		"https://x.org/":                             "https://x.org/issuer.json",
		"https://x.org/about?a#b":                    "https://x.org/about/issuer.json",
		"https://x.org/a.html":                       "https://x.org/a.html/issuer.json",
		"http://x.org:80/é/":                         "http://x.org:80/%C3%A9/issuer.json",
		"https://x.org/" + strings.Repeat("a", 2030): "https://x.org/issuer.json",
		"https://x.org/" + strings.Repeat("a", 2022): "https://x.org/" + strings.Repeat("a", 2022) + "/issuer.json",
	} {
		if got := below(in, "issuer.json"); got != want {
			t.Errorf("below(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestABaseThatNobodyOutsideCanOpenIsRefused(t *testing.T) {
	for in, want := range map[string]string{
		"":                               "",
		"https://kettenwerk.org/badges/": "https://kettenwerk.org/badges",
		"https://kettenwerk.example/b//": "https://kettenwerk.example/b",
		" http://fahrräder.org ":         "http://xn--fahrrder-4za.org",
		"https://[2606:4700::1]/x":       "https://[2606:4700::1]/x",
		"kettenwerk.org":                 "bad-base",
		"ftp://kettenwerk.org":           "bad-base",
		"https://kettenwerk.org/?a=b":    "bad-base",
		"https://kettenwerk.org/#b":      "bad-base",
		"https://":                       "bad-base",
		"tbd":                            "bad-base",
		"https://me@kettenwerk.org":      "bad-base",
		"https://printer":                "bad-base",
		"http://localhost:8080/b":        "private-base",
		"http://b.localhost":             "private-base",
		"https://127.0.0.1/":             "private-base",
		"https://192.168.1.5/b":          "private-base",
		"https://10.0.0.1":               "private-base",
		"https://172.16.3.4":             "private-base",
		"https://169.254.1.1":            "private-base",
		"https://100.64.7.7":             "private-base",
		"https://0.0.0.0":                "private-base",
		"https://[::1]/b":                "private-base",
		"https://[fd00::1]/b":            "private-base",
		"https://[::ffff:192.168.1.5]/b": "private-base",
		"https://nas.local/b":            "private-base",
		"https://NAS.Lan/b":              "private-base",
		"https://badges.school.internal": "private-base",
		"https://badges.home.arpa":       "private-base",
	} {
		got, err := Base(in)
		if e, ok := err.(*designer.Error); ok {
			got = e.Code
			if e.Args["value"] != in {
				t.Errorf("%q is told as %q", in, e.Args["value"])
			}
		}
		if got != want {
			t.Errorf("Base(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzWhatIsWrittenIsAnAddress(f *testing.F) {
	for _, s := range []string{"https://é.org/ü?ß#x", "a@é.org", "[::1]", "https://%zz", "http://x.org:0", "١.org", "https://xn--.org", "ﷺ.org"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		if got, ok := webURL(in); ok {
			if fl := designer.CheckURL(got); fl == designer.FlawMalformed || fl == designer.FlawEmpty || fl == designer.FlawBare {
				t.Errorf("webURL(%q) = %q is %s", in, got, fl)
			}
			if strings.ContainsFunc(got, func(r rune) bool { return r <= ' ' || r >= 0x7F }) {
				t.Errorf("webURL(%q) = %q", in, got)
			}
			if again, ok := webURL(got); !ok || again != got {
				t.Errorf("webURL(%q) = %q", got, again)
			}
			if p := below(got, "issuer.json"); !strings.HasSuffix(p, "/issuer.json") || designer.CheckURL(p) == designer.FlawMalformed {
				t.Errorf("below(%q) = %q", got, p)
			}
		}
		if got, ok := email(in); ok && (designer.CheckEmail(got) == designer.FlawMalformed || strings.ContainsFunc(got, func(r rune) bool { return r >= 0x7F })) {
			t.Errorf("email(%q) = %q", in, got)
		}
	})
}
