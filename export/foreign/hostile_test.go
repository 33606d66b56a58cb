// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"insignia/designer"
	"insignia/export/answers"
	"insignia/export/strict"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

// hostile are the documents that cost most for their size.
func hostile() map[string][]byte {
	many := func(n int, f func(int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(f(i))
		}
		return b.String()
	}
	long := strings.Repeat("word ", 600_000)
	return map[string][]byte{
		"10 MB of brackets":   []byte(strings.Repeat("[", 10<<20)),
		"10 MB of text":       class(`'x':'` + strings.Repeat("x", 10<<20) + `'`),
		"10,000 deep":         []byte(strings.Repeat(`{"a":`, 10_000) + "1" + strings.Repeat("}", 10_000)),
		"keys":                class(many(90_000, func(i int) string { return fmt.Sprintf("'k%d':1,", i) }) + `'z':1`),
		"the same key":        class(many(90_000, func(i int) string { return "'k':1," }) + `'k':1`),
		"keys that differ":    class(many(90_000, func(i int) string { return fmt.Sprintf("'k':%d,", i) }) + `'k':1`),
		"tags":                class(`'tags':[` + many(90_000, func(i int) string { return fmt.Sprintf("'t%d',", i) }) + `'t']`),
		"alignments":          class(`'alignment':[` + many(30_000, func(i int) string { return fmt.Sprintf("{'targetName':'%d'},", i) }) + `{}]`),
		"members to keep":     class(many(1_000, func(i int) string { return fmt.Sprintf("'k%d':'%s',", i, long[:4000]) }) + `'z':1`),
		"badges":              []byte("[" + many(10_000, func(i int) string { return string(class(fmt.Sprintf("'v':%d", i))) + "," }) + "{}]"),
		"wrappers":            []byte(many(20, func(i int) string { return `{"result":[{"data":1},` }) + "1" + strings.Repeat("]}", 20)),
		"languages":           fake(`{'type':'BadgeClass','name':{` + many(40_000, func(i int) string { return fmt.Sprintf("'a%c-%05d':'x',", 'a'+i%26, i) }) + `'en':'x'}}`),
		"description":         class(`'criteria':{'narrative':'` + long + `'},'alignment':{'targetDescription':'` + long[:900_000] + `'}`),
		"lists":               class(`'criteria':{'narrative':'` + strings.Repeat(`- x\n`, 800_000) + `'}`),
		"HTML":                class(`'criteria':{'narrative':'` + strings.Repeat(`<p><b>x`, 500_000) + `'}`),
		"half tags":           class(`'criteria':{'narrative':'` + strings.Repeat(`<a href=`, 500_000) + `'}`),
		"Markdown":            class(`'criteria':{'narrative':'` + strings.Repeat(`**_[x](`, 500_000) + `'}`),
		"entities":            class(`'criteria':{'narrative':'` + strings.Repeat(`&amp;`, 700_000) + `'}`),
		"accents":             class(`'criteria':{'narrative':'e` + strings.Repeat("\u0301", 1_500_000) + `'}`),
		"nearly JSON":         []byte(strings.Repeat("a ", 2<<20)),
		"commas":              []byte("[" + strings.Repeat(", ", 2<<20) + "]"),
		"comments":            []byte("{" + strings.Repeat("/**/", 1<<20) + "x"),
		"braces":              []byte(strings.Repeat("{{", 2<<20)),
		"quotation marks":     []byte("{" + strings.Repeat("''", 2<<20)),
		"lines":               []byte(strings.Repeat("{}\n", 1<<20)),
		"a picture":           class(`'image':'data:image/png;base64,` + strings.Repeat("AAAA", 1_000_000) + `'`),
		"Windows-1252":        append(class(`'criteria':{'narrative':'`+strings.Repeat("x\xe9", 1_500_000)+`'}`), ' '),
		"UTF-16":              utf16le(string(class(`'x':'`+strings.Repeat("x", 3<<20)+`'`)), true),
		"a token":             []byte(jwt(string(class(`'x':'` + strings.Repeat("x", 700_000) + `'`)))),
		"a token of brackets": []byte(jwt(strings.Repeat("[", 700_000))),
	}
}

func BenchmarkHostile(b *testing.B) {
	for name, doc := range hostile() {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read(doc, nil)
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	doc := class(`'id':'https://tea.org/b','criteria':{'narrative':'You must:\n\n- pour\n- wash\n\nA mentor watches.'},'tags':['tea'],'issuer':{'id':'https://tea.org/i','type':'Profile','name':'House of Tea','url':'https://tea.org','email':'a@tea.org'},'alignment':[{'targetName':'Tea','targetUrl':'https://esco.org/tea'}]`)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(doc, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// sound reports what no result may be, whatever was read.
func sound(t testing.TB, r Result) {
	t.Helper()
	d := r.Draft
	if !designer.ValidID(d.ID) || len(r.Repairs) > maxRepairs+len(gathered) || len(r.Kept) > designer.MaxMembers {
		t.Errorf("id %q, %d repairs, %d kept", d.ID, len(r.Repairs), len(r.Kept))
	}
	again, err := answers.ReadDraft(answers.Write(d)) // holds every limit, and that all of it is clean
	if err != nil {
		t.Errorf("the draft cannot be kept: %v\n%.2000s", err, answers.Write(d))
	} else if a, b := string(answers.Write(again)), string(answers.Write(d)); a != b {
		t.Errorf("kept, the draft is\n%.2000s\nnot\n%.2000s", a, b)
	}
	for _, p := range r.Repairs {
		for _, v := range p.Args {
			if c, n := clean.Line(v); c != v || n > 0 || utf8.RuneCountInString(v) > maxShown+1 {
				t.Errorf("%s shows %q", p.Code, v)
			}
		}
		if s := locale.For("en").Fill("problem."+p.Code, p.Args); strings.HasPrefix(s, "[") {
			t.Error(s)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, doc := range []string{
		string(class(`'id':'https://tea.org/b','image':'data:image/png;base64,iVBORw0KGgo=','criteria':{'id':'https://tea.org/c','narrative':'# Do\n\n1. **pour** [tea](https://a.org)\n   - now\n2. wash\n\nEvidence: a photo'},'tags':'a, b','x':{'y':[null,1.5e3]}`)),
		`{"recipient":"x","badge":{"name":"Tea","criteria":"/c","issuer":{"origin":"https://tea.org","org":"x"}}}`,
		`{"type":["VerifiableCredential"],"issuer":{"id":"did:x","phone":"1"},"credentialSubject":[{"achievement":{"type":"Achievement","name":{"en":"Tea","es":"Té"},"description":"<p>x &amp; y<ul><li>z","resultDescription":{"resultType":"RubricCriterionLevel","requiredLevel":"a","rubricCriterionLevel":[{"id":"a","name":"1 of 2"}]}}}]}`,
		`{"@graph":[{"@id":"a","@type":"BadgeClass","schema:name":[{"@value":"Tea","@language":"en"}],"issuer":"b"},{"@id":"b","@type":"Issuer","name":"House"}]}`,
		`[{"result":[{"entityType":"BadgeClass","name":"Tea","criteria_text":"To earn this badge:\n\n- pour (optional) (evidence: x)","alignments":[{"target_name":"a","target_url":"b","z":1}]}]}]`,
		`{primary_language: 'en', content: [{language: 'en', name: “Tea”, tag: [],},], // x` + "\n}",
		"{\"name\":\"caf\xe9\",\"description\":\"a\\u0000\\ud83d\u202e\",\"criteria\":[{\"name\":\"x\"}],\"k\u0301\":\"\\n\u0303\"}",
		jwt(`{"vc":{"type":"Assertion","badge":"https://a.org/b.json"}}`),
		string(utf16le(`{"name":"Tea","description":{{ x }}}`, true)),
		`{"name":"Tea","description":"x","alignment":["https://a.org",7,{"url":"u","type":"z"}],"image":{"id":"i.png","caption":"c","w":1},"issuer":["a",{"name":1}]}`,
	} {
		f.Add([]byte(doc))
	}
	f.Add(baked(f, `{"type":"Assertion","badge":{"name":"Tea","criteria":"x"}}`))
	near := func(name string) ([]byte, bool) {
		return []byte(`{"name":"House","email":"a@b.org","z":1}`), name == "b.json"
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		results, err := Read(doc, near)
		var e *designer.Error
		switch {
		case err != nil && (!errors.As(err, &e) || len(results) > 0):
			t.Errorf("%v with %d badges", err, len(results))
		case err != nil && strings.HasPrefix(locale.For("en").Error(err), "["), err == nil && len(results) == 0:
			t.Errorf("%v says nothing", err)
		}
		for _, r := range results {
			sound(t, r)
		}
	})
}

// Whatever is kept, a document of ours stays one, and says what it said.
func FuzzRestore(f *testing.F) {
	const ours = "{\n  \"@context\": \"https://w3id.org/openbadges/v2\",\n  \"type\": \"BadgeClass\",\n  \"id\": \"urn:uuid:5f0c1d2e-3b4a-4c5d-8e6f-708192a3b4c5\",\n  \"name\": \"Tea\",\n  \"alignment\": [\n    {\n      \"targetUrl\": \"https://a.org\"\n    }\n  ],\n  \"issuer\": {\n    \"id\": \"https://issuer.example/issuer.json\"\n  }\n}\n"
	f.Add("issuer.telephone", `"+49 1"`, "alignment[0].targetType", `"x"`)
	f.Add("id", `"https://a.org"`, "issuer", `"https://a.org"`)
	f.Add(`["https://a.b"][3].c`, `[null]`, "@context", `[{"a":"b"},"https://c.org"]`)
	f.Add("alignment[0].targetUrl", `"https://a.org"`, "related", `{"id":"x"}`)
	f.Add("name", `"Tea "`, "creator", `{"id":"x","name":"y"}`)
	f.Fuzz(func(t *testing.T, path1, value1, path2, value2 string) {
		for _, standard := range []string{OB2, OB3} {
			d := designer.Draft{Name: "Tea", Foreign: []designer.Member{{Standard: standard, Path: path1, Value: value1}, {Standard: standard, Path: path2, Value: value2}}}
			out := Restore([]byte(ours), standard, d)
			n, flaws, ok := strict.Parse(out)
			if !ok || len(flaws) > 0 && flaws[0].Code != strict.Control && flaws[0].Code != strict.Surrogate && flaws[0].Code != strict.Duplicate {
				t.Fatalf("%v in %s", flaws, out)
			}
			if name, _ := n.Get("name"); strings.TrimSpace(name.Text) != "Tea" {
				t.Errorf("the name is %s", strict.Compact(name))
			}
			if faults(out) > faults([]byte(ours)) {
				t.Errorf("worse than it was: %s", out)
			}
		}
	})
}
