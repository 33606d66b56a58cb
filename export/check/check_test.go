// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"insignia/designer"
	"insignia/internal/locale"
)

func documents(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", dir, "*.json"))
	if err != nil || len(names) < 10 {
		t.Fatalf("%d documents in %s, %v", len(names), dir, err)
	}
	out := map[string][]byte{}
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(n), ".json")] = b
	}
	return out
}

func TestValidDocumentsHaveNoFindings(t *testing.T) {
	for name, doc := range documents(t, "valid") {
		r := Check(doc)
		r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool { return f.Rule == "issuer-link" && name == "hosted" })
		if len(r.Findings) > 0 || r.Kind == "" {
			t.Errorf("%s is %q and gives %+v", name, r.Kind, r.Findings)
		}
	}
}

// The name of an invalid document is the rule it breaks, where, and how:
// rule@path--how.json. It must break that rule and no other.
func TestInvalidDocumentsBreakTheirRule(t *testing.T) {
	for name, doc := range documents(t, "invalid") {
		where, _, _ := strings.Cut(name, "--")
		rule, path, ok := strings.Cut(where, "@")
		if !ok {
			t.Fatalf("%s names no rule", name)
		}
		r := Check(doc)
		if len(r.Findings) != 1 || r.Findings[0].Rule != rule || r.Findings[0].Path != path {
			t.Errorf("%s gives %+v", name, r.Findings)
		}
	}
}

func TestEveryRuleHasAnInvalidDocument(t *testing.T) {
	// Tested below: their documents would be large, or have to break two.
	shown := set{"json-size": true, "text-long": true, "image-heavy": true, "issuer-link": true, "context-language": true}
	for name := range documents(t, "invalid") {
		rule, _, _ := strings.Cut(name, "@")
		shown[rule] = true
	}
	for _, rule := range Rules() {
		if !shown[rule] {
			t.Errorf("no document breaks %s", rule)
		}
	}
}

func TestEveryRuleHasASentence(t *testing.T) {
	for _, lang := range locale.Languages() {
		w := locale.For(lang)
		for _, rule := range Rules() {
			for _, key := range []string{"check." + rule, "check." + rule + ".fix"} {
				if !w.Known(key) {
					t.Errorf("%s has no words for %s", lang, key)
				}
			}
		}
	}
}

// A sentence gets all the arguments it asks for.
func TestSentencesAreFilled(t *testing.T) {
	for _, lang := range locale.Languages() {
		for name, doc := range documents(t, "invalid") {
			for _, f := range Check(doc).Findings {
				for _, ending := range []string{"", ".fix"} {
					if s := locale.For(lang).Fill("check."+f.Rule+ending, f.Args); strings.ContainsAny(s, "{}") {
						t.Errorf("%s in %s: %s", name, lang, s)
					}
				}
			}
		}
	}
}

func badge(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("testdata/valid/embedded.json")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// swap replaces the value of a member that is a text.
func swap(t testing.TB, doc, key, value string) []byte {
	t.Helper()
	from := strings.Index(doc, `"`+key+`": "`) + len(key) + 5
	if from < len(key)+5 {
		t.Fatalf("no %s", key)
	}
	to := from + strings.IndexByte(doc[from:], '"')
	return []byte(doc[:from] + value + doc[to:])
}

func rules(r Report) []string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, f.Rule)
	}
	return out
}

func TestLargeThingsAreTold(t *testing.T) {
	noise := image.NewNRGBA(image.Rect(0, 0, 400, 400))
	r := rand.New(rand.NewPCG(1, 1))
	for i := range noise.Pix {
		noise.Pix[i] = byte(r.IntN(256))
	}
	noise.Set(0, 0, color.Black)
	var b bytes.Buffer
	if err := png.Encode(&b, noise); err != nil {
		t.Fatal(err)
	}
	for want, doc := range map[string][]byte{
		"image-heavy": swap(t, badge(t), "image", pngHeader+base64.StdEncoding.EncodeToString(b.Bytes())),
		"text-long":   swap(t, badge(t), "description", strings.Repeat("a", 16385)),
		"json-size":   bytes.Repeat([]byte(" "), 5<<20),
		"issuer-link": []byte(badge(t)[:strings.Index(badge(t), `"issuer"`)] + `"issuer": "https://kettenwerk.org/issuer.json",` + badge(t)[strings.Index(badge(t), `"tags"`):]),
	} {
		if got := rules(Check(doc)); !slices.Equal(got, []string{want}) {
			t.Errorf("%s gives %v", want, got)
		}
	}
}

func TestALanguageInTheContextIsAFault(t *testing.T) {
	doc := strings.Replace(badge(t), `"https://w3id.org/openbadges/v2"`, `["https://w3id.org/openbadges/v2", {"@language": "en"}]`, 1)
	if got := rules(Check([]byte(doc))); !slices.Equal(got, []string{"context-list", "context-language"}) {
		t.Error(got)
	}
}

func TestHintsAndWarningsLeaveADocumentValid(t *testing.T) {
	for doc, want := range map[string]bool{"valid/embedded": true, "invalid/image-square@image--wide": true, "invalid/empty@name--name": false} {
		b, err := os.ReadFile("testdata/" + doc + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if got := Check(b).OK(); got != want {
			t.Errorf("%s is OK: %v", doc, got)
		}
	}
	if gravity["issuer-link"] != designer.Hint || gravity["image-square"] != designer.Warn {
		t.Error("levels have changed")
	}
}

func TestAFindingNeverRepeatsHiddenCharacters(t *testing.T) {
	doc := swap(t, badge(t), "id", `x\u001b]52;c;eA==\u0007`+strings.Repeat("y", 4000))
	for _, f := range Check(doc).Findings {
		for _, v := range f.Args {
			if strings.ContainsAny(v, "\x1b\x07") || len(v) > 300 {
				t.Errorf("%s repeats %.100q", f.Rule, v)
			}
		}
	}
}

func FuzzCheckNeverPanics(f *testing.F) {
	for _, dir := range []string{"valid", "invalid"} {
		for _, doc := range documents(f, dir) {
			f.Add(doc)
		}
	}
	w := locale.For(locale.Fallback)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := Check(data)
		if r.Kind == "" && r.OK() || (r.Kind == "") != (r.Standard == "") || len(r.Findings) > maxFindings {
			t.Errorf("%q is %q of %q, and %d things are said", data, r.Kind, r.Standard, len(r.Findings))
		}
		for _, f := range r.Findings {
			for _, ending := range []string{"", ".fix"} {
				key := "check." + f.Rule + ending
				if s := w.Fill(key, f.Args); s == "" || s == key || strings.ContainsFunc(s, unicode.IsControl) {
					t.Errorf("%s says %q", key, s)
				}
			}
			if strings.ContainsFunc(f.Path, unicode.IsControl) {
				t.Errorf("a path of %q", f.Path)
			}
		}
	})
}
