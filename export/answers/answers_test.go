// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package answers

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"insignia/designer"
	"insignia/internal/clean"
)

// list takes joined errors apart.
func list(err error) []*designer.Error {
	var out []*designer.Error
	if j, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range j.Unwrap() {
			out = append(out, list(e)...)
		}
		return out
	}
	var e *designer.Error
	if errors.As(err, &e) {
		out = append(out, e)
	}
	return out
}

// brief gives errors as "code field", in order.
func brief(err error) string {
	var out []string
	for _, e := range list(err) {
		s := e.Code
		if f := e.Args["field"]; f != "" {
			s += " " + f
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestNestedDottedAndMixedAreTheSame(t *testing.T) {
	want := designer.Draft{Name: "Bike", Issuer: designer.Issuer{Name: "Shop", Email: "a@shop.example"},
		Criteria: designer.Criteria{Steps: []designer.Step{{Text: "Fixed one"}, {Text: "Fixed two", Optional: true, Evidence: "photo"}},
			Rule: 1, Effort: "PT6H", Level: designer.CriteriaLevel{Name: "First", Step: 1, Of: 3}},
		Tags: []string{"bike", "2"}, Next: designer.Next{Leads: []designer.Lead{{Name: "Mentor"}, {Name: "Tool", URL: "https://x.example"}}},
		Look: designer.Look{Stars: 2}, Earner: designer.Earner{Count: "40"}}
	for _, doc := range []string{
		`{"name":"Bike","issuer":{"name":"Shop","email":"a@shop.example"},"tags":["bike",2],"look":{"stars":2},"earner":{"count":40},
		  "criteria":{"steps":["Fixed one",{"text":"Fixed two","required":false,"evidence":"photo"}],"rule":1,"effort":"6 h","level":{"name":"First","step":1,"of":3}},
		  "next":{"leads":["Mentor",{"name":"Tool","url":"https://x.example"}]}}`,
		`{"name":" Bike ","issuer.name":"Shop","issuer.email":"a@shop.example","tags":["bike","2"],"look.stars":"2","earner.count":"40",
		  "criteria.steps":[{"text":"Fixed one","required":"yes"},{"evidence":"photo","required":"no","text":"Fixed two"}],"criteria.rule":"1",
		  "criteria.effort":"PT6H","criteria.level.name":"First","criteria.level.step":1,"criteria.level.of":"3",
		  "next.leads":[{"name":"Mentor"},{"url":"https://x.example","name":"Tool"}]}`,
		"\uFEFF" + `{"name":"Bike","issuer":{"name":"Shop"},"issuer.email":"a@shop.example","tags":["bike","2"],"look":{"stars":2},"earner.count":"40",
		  "criteria":{"steps":["Fixed one"," Fixed\n two "],"rule":1,"level.name":"First","level":{"step":1,"of":3},"effort":"6 hours"},
		  "next":{"leads":["Mentor",{"name":"Tool","url":"https://x.example","id":null}],"doors":null},"look.alt":null,"why":null}`,
	} {
		got, err := Read([]byte(doc))
		if err != nil {
			t.Errorf("%s", brief(err))
			continue
		}
		if got.HasID || got.Cleaned != 0 {
			t.Errorf("HasID %v, Cleaned %d", got.HasID, got.Cleaned)
		}
		if strings.HasPrefix(doc, "\uFEFF") {
			want := want.Clone()
			want.Criteria.Steps[1] = designer.Step{Text: "Fixed two"}
			if !reflect.DeepEqual(got.Draft, want) {
				t.Errorf("got  %+v\nwant %+v", got.Draft, want)
			}
			continue
		}
		if !reflect.DeepEqual(got.Draft, want) {
			t.Errorf("got  %+v\nwant %+v", got.Draft, want)
		}
	}
}

func TestMistakesNameTheFieldAndWhatIsWanted(t *testing.T) {
	for _, c := range []struct{ doc, want string }{
		{`{"nmae":"x"}`, "unknown-field nmae"},
		{`{"issuer":{"mail":"x"}}`, "unknown-field issuer.mail"},
		{`{"issuer.mail":"x","who":"y"}`, "unknown-field issuer.mail; unknown-field who"},
		{`{"name":"a","name":"b"}`, "twice name"},
		{`{"issuer":{"name":"a"},"issuer.name":"b"}`, "twice issuer.name"},
		{`{"issuer":{"name":"a"},"issuer":{"url":"https://b.example"}}`, "twice issuer"},
		{`{"criteria":{"level":{"step":1},"level.step":2}}`, "twice criteria.level.step"},
		{`{"criteria.steps":[{"text":"a","text":"b"}]}`, "twice criteria.steps.1.text"},
		{`{"name":["a"]}`, "want-text name"},
		{`{"name":true}`, "want-text name"},
		{`{"name":{"a":1}}`, "want-text name"},
		{`{"tags":"a, b"}`, "want-list tags"},
		{`{"tags":[["a"]]}`, "want-text tags.1"},
		{`{"tags":[{"a":1}]}`, "want-text tags.1"},
		{`{"criteria.steps":"a"}`, "want-list criteria.steps"},
		{`{"criteria.steps":["a",true]}`, "want-item criteria.steps.2"},
		{`{"criteria.steps":["a",{"text":"b","required":2}]}`, "want-truth criteria.steps.2.required"},
		{`{"criteria.steps":["a",{"text":"b","required":"perhaps"}]}`, "bad-truth criteria.steps.2.required"},
		{`{"criteria.steps":[7,["x"],{"txt":"b"}]}`, "want-item criteria.steps.2; unknown-field criteria.steps.3.txt"},
		{`{"criteria.steps":[{"text":["a"]}]}`, "want-text criteria.steps.1.text"},
		{`{"next.leads":[{"name":"a","wher":"b"}]}`, "unknown-field next.leads.1.wher"},
		{`{"alignment":[{"targetname":"a"}]}`, "unknown-field alignment.1.targetname"},
		{`{"issuer":"Shop"}`, "want-group issuer"},
		{`{"criteria":[]}`, "want-group criteria"},
		{`{"look.stars":9}`, "bad-number look.stars"},
		{`{"look.stars":1.5}`, "bad-number look.stars"},
		{`{"look.stars":[1]}`, "want-number look.stars"},
		{`{"kind":"skil"}`, "bad-choice kind"},
		{`{"criteria.rule":"some"}`, "bad-rule criteria.rule"},
		{`{"criteria.effort":"long"}`, "bad-effort criteria.effort"},
		{`{"next.due":"tomorrow"}`, "bad-date next.due"},
		{`{"language":"english please"}`, "bad-language language"},
		{`{"name":"` + strings.Repeat("é", 256) + `"}`, "too-long name"},
		{`{"criteria.steps":["a","` + strings.Repeat("x", 1001) + `"]}`, "too-long criteria.steps.2"},
		{`{"tags":[` + strings.Repeat(`"t",`, 20) + `"u"]}`, "too-many tags.21"},
		{`{"id":"7"}`, "bad-id"},
		{`{"id":"550E8400-E29B-41D4-A716-446655440000"}`, "bad-id"},
		{`{"revision":-1}`, "bad-revision"},
		{`{"revision":"1"}`, "bad-revision"},
		{`{"created":"2026-11-23"}`, "bad-time created"},
		{`{"workshop":"7"}`, "bad-id"},
		{`{"forkOf":7}`, "bad-id"},
		{`{"saves":[]}`, "bad-saves"},
		{`{"foreign":{}}`, "bad-foreign foreign"},
		{`{"foreign":[{"standard":"ob2","path":"related"}]}`, "bad-foreign foreign"},
		{`{"foreign":[{"standard":"ob2","path":"related","value":7}]}`, "bad-foreign foreign"},
		{`{"foreign":[{"standard":"ob2","path":"related","value":"{"}]}`, "bad-foreign foreign"},
		{`{"foreign":[{"standard":"ob2","path":"related","value":"{\"a\":1,\"a\":2}"}]}`, "bad-foreign foreign"},
		{`{"foreign":[{"standard":"ob9","path":"related","value":"7"}]}`, "bad-foreign foreign"},
		{`{"foreign":[{"standard":"ob2","path":"","value":"7"}]}`, "bad-foreign foreign"},
		{`{"foreign":[{"standard":"ob2","path":"a\u202eb","value":"7"}]}`, "bad-foreign foreign"},
		{`{"foreign":[{"standard":"ob2","path":"a","value":"\"\u202e\""}]}`, "bad-foreign foreign"},
		{`{"saves":{"0a1b2c3d":0}}`, "bad-saves"},
		{`{"saves":{"0a1b2c3d":-1}}`, "bad-saves"},
		{`{"saves":{"0a1b2c3d":1.5}}`, "bad-saves"},
		{`{"saves":{"0a1b2c3d":99999999999}}`, "bad-saves"},
		{`{"saves":{"0a1b2c3d":"1"}}`, "bad-saves"},
		{`{"saves":{"0A1B2C3D":1}}`, "bad-saves"},
		{`{"saves":{"me":1}}`, "bad-saves"},
		{`{"saves":{"0a1b2c3d":1,"0a1b2c3d":2}}`, "bad-saves"},
		{`{"saves":{"0a1b2c3d":1},"saves":{}}`, "twice saves"},
		{`{"type":"insignia-workshop","title":"x"}`, "workshop-file"},
		{`{"@context":"https://w3id.org/openbadges/v2","type":"BadgeClass"}`, "open-badge"},
		{`[]`, "not-answers"},
		{`"name"`, "not-answers"},
		{`name: Bike`, "not-json"},
		{``, "not-json"},
		{`{"name":"Bike",}`, "not-json"},
		{"{\"name\":\"B\xffke\"}", "not-text"},
		{`{"name":"\ud83d"}`, "not-text"},
		{strings.Repeat(`{"issuer":`, 100), "too-deep"},
		{strings.Repeat(" ", 5<<20), "too-big"},
	} {
		got, err := Read([]byte(c.doc))
		if b := brief(err); b != c.want {
			t.Errorf("%.60s gives %q, want %q", c.doc, b, c.want)
		}
		if err != nil && !reflect.DeepEqual(got, Result{}) {
			t.Errorf("%.60s leaves half a draft", c.doc)
		}
	}
}

func TestAMistakeSuggestsTheNearestName(t *testing.T) {
	for doc, want := range map[string]string{
		`{"nmae":"x"}`:                           "name",
		`{"issuer":{"mail":"x"}}`:                "issuer.email",
		`{"criteria.steps":[true,{"txt":"b"}]}`:  "criteria.steps.2.text",
		`{"alignment":[{"targetname":"a"}]}`:     "alignment.1.targetName",
		`{"criteria":{"levl":{"name":"First"}}}`: "",
	} {
		_, err := Read([]byte(doc))
		found := false
		for _, e := range list(err) {
			if e.Code == "unknown-field" {
				found = true
				if near := e.Args["nearest"]; want != "" && near != want || near == "" {
					t.Errorf("%s suggests %q, want %q", doc, near, want)
				}
			}
		}
		if !found {
			t.Errorf("%s gives %v", doc, err)
		}
	}
}

func TestASyntaxErrorNamesItsPlace(t *testing.T) {
	_, err := Read([]byte("{\n  \"name\": \"é\" \"x\"\n}"))
	e := list(err)
	if len(e) != 1 || e[0].Args["line"] != "2" || e[0].Args["column"] != "15" {
		t.Errorf("got %+v", e)
	}
}

func TestManyMistakesAreToldAtOnceButNotAllOfThem(t *testing.T) {
	var doc strings.Builder
	doc.WriteString("{")
	for i := range 500 {
		fmt.Fprintf(&doc, `"key %d":1,`, i)
	}
	doc.WriteString(`"name":"x"}`)
	if _, err := Read([]byte(doc.String())); len(list(err)) != maxErrors {
		t.Errorf("%d errors", len(list(err)))
	}
}

func TestTextFromAFileIsCleanedAndCounted(t *testing.T) {
	got, err := Read([]byte(`{"name":"Bi\u001b[31mke\u202e\u0301","earner.who":"one\r\ntwo\u0000","criteria.steps":["a\u200bb"]}`))
	if err != nil {
		t.Fatal(err)
	}
	d := got.Draft
	if d.Name != "Biké" || d.Earner.Who != "one\ntwo" || d.Criteria.Steps[0].Text != "ab" || got.Cleaned != 8 {
		t.Errorf("%q, %q, %q, %d removed", d.Name, d.Earner.Who, d.Criteria.Steps[0].Text, got.Cleaned)
	}
}

func TestAnErrorNeverRepeatsHiddenCharacters(t *testing.T) {
	_, err := Read([]byte(`{"a\u001b]52;c;eA==\u0007b` + strings.Repeat("x", 5000) + `":1}`))
	e := list(err)
	if len(e) != 1 || len(e[0].Args["field"]) > maxKey || strings.ContainsAny(e[0].Args["field"], "\x1b\x07") {
		t.Errorf("got %v", err)
	}
}

func TestADraftFileKeepsItsIdentity(t *testing.T) {
	d := designer.New("es-MX")
	d.Revision, d.Created, d.Updated = 7, time.Date(2026, 11, 23, 9, 30, 0, 123, time.UTC), time.Date(2026, 11, 23, 10, 0, 0, 0, time.FixedZone("", 3600))
	d.Name = "Ponte <b> & \"co\""
	got, err := Read(Write(d))
	if err != nil {
		t.Fatal(brief(err))
	}
	d.Updated = d.Updated.UTC()
	if !got.HasID || !reflect.DeepEqual(got.Draft, d) {
		t.Errorf("got %+v, want %+v", got.Draft, d)
	}
	if !bytes.Contains(Write(d), []byte(`"name": "Ponte <b> & \"co\""`)) || !bytes.HasSuffix(Write(d), []byte("}\n")) {
		t.Errorf("not readable: %s", Write(d))
	}
}

func TestWriteNeverFails(t *testing.T) {
	d := designer.New("en")
	d.Created = time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC)
	if got, err := Read(Write(d)); err != nil || !got.Draft.Created.IsZero() {
		t.Errorf("%v, %v", got.Draft.Created, err)
	}
}

// random fills a draft through Set and Append with values made of text.
func random(seed uint64, text string) designer.Draft {
	r := rand.New(rand.NewPCG(seed, 1))
	d := designer.Draft{}
	some := func() string {
		runes := []rune(text)
		if len(runes) == 0 {
			return "x"
		}
		i := r.IntN(len(runes))
		s, _ := clean.Text(string(runes[i:min(len(runes), i+1+r.IntN(12))]))
		return s
	}
	set := func(at, v string) { _ = d.Set(at, v) } // a value that is refused is no part of the draft
	for _, f := range designer.Fields() {
		if r.IntN(3) == 0 {
			continue
		}
		switch f.Input {
		case designer.Choice:
			set(f.ID, f.Options[r.IntN(len(f.Options))])
		case designer.Number, designer.RuleOf:
			set(f.ID, strconv.Itoa(r.IntN(4)))
		case designer.Effort:
			set(f.ID, []string{"90 min", "6 h", "2 days", "pt5m", "1.5 h", "3w"}[r.IntN(6)])
		case designer.Date:
			set(f.ID, "2026-11-2"+strconv.Itoa(r.IntN(10)))
		case designer.Tag:
			set(f.ID, []string{"en", "ES-mx", "zh-hant-tw"}[r.IntN(3)])
		case designer.Colours:
			set(f.ID, []string{"sea", "#AABBCC, #000000, #ffffff"}[r.IntN(2)])
		case designer.IconName:
			set(f.ID, "bicycle")
		case designer.Drawing:
			g := designer.NewGrid(32)
			g.Set(r.IntN(32), r.IntN(32), designer.IconInk)
			set(f.ID, g.String())
		case designer.Photo:
			set(f.ID, base64.StdEncoding.EncodeToString([]byte("\x89PNG\r\n\x1a\n"+some())))
		case designer.Steps, designer.Leads, designer.Alignments:
			subs := map[designer.Input][]string{designer.Steps: {"text", "required", "evidence", "note"}, designer.Leads: {"name", "id", "url"},
				designer.Alignments: {"targetName", "targetUrl", "targetDescription", "targetFramework", "targetCode"}}[f.Input]
			for n := range r.IntN(5) {
				if d.Append(f.ID, "item "+some()) != nil {
					continue
				}
				for _, sub := range subs {
					if r.IntN(2) == 0 {
						set(f.ID+"."+strconv.Itoa(n+1)+"."+sub, map[bool]string{true: []string{"no", "yes"}[r.IntN(2)], false: some()}[sub == "required"])
					}
				}
			}
		case designer.Lines:
			for range r.IntN(5) {
				_ = d.Append(f.ID, some())
			}
		default:
			set(f.ID, some())
		}
	}
	if r.IntN(2) == 0 {
		d.ID, d.Revision, d.Created = designer.NewID(), r.IntN(1000), time.Unix(r.Int64N(1<<33), r.Int64N(1e9)).UTC()
		d.Saves = designer.Saves{"0a1b2c3d": 1 + r.IntN(9), "00000000": 1 + r.IntN(1e9)}
		if r.IntN(2) == 0 {
			d.Workshop, d.ForkOf = designer.NewID(), designer.NewID()
		}
	}
	return d
}

func FuzzReadIsTheInverseOfWrite(f *testing.F) {
	for i := range uint64(40) {
		f.Add(i, "Bike é <b>&\n\n two 🚲 https://x.example \"q\" \\ end")
	}
	f.Fuzz(func(t *testing.T, seed uint64, text string) {
		d := random(seed, text)
		got, err := Read(Write(d))
		if err != nil {
			t.Fatalf("%s\n%s", brief(err), Write(d))
		}
		if !reflect.DeepEqual(got.Draft, d) || got.Cleaned != 0 {
			t.Errorf("got  %+v\nwant %+v\n%d removed", got.Draft, d, got.Cleaned)
		}
	})
}

func FuzzReadNeverPanicsAndSettles(f *testing.F) {
	for _, s := range []string{`{"name":"Bike","criteria":{"steps":["a",{"text":"b","required":false}]},"tags":["x"]}`, `{"alignment":[{}," "]}`,
		`{"id":"550e8400-e29b-41d4-a716-446655440000","revision":3}`, `{"criteria.steps":[""]}`, "[", `{"next.leads":[{"id":"x"}]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Read(data)
		if err != nil {
			if len(list(err)) == 0 {
				t.Errorf("an error without a code: %v", err)
			}
			return
		}
		again, err := Read(Write(got.Draft))
		if err != nil {
			t.Fatalf("%s\n%s", brief(err), Write(got.Draft))
		}
		if !reflect.DeepEqual(again.Draft, got.Draft) {
			t.Errorf("read  %+v\nagain %+v", got.Draft, again.Draft)
		}
	})
}
