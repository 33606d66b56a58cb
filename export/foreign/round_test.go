// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/export"
	"insignia/export/answers"
	"insignia/export/check"
	"insignia/export/fair"
	"insignia/export/foreign"
	"insignia/export/ob2"
	"insignia/export/ob3"
)

// flat is a picture of one colour.
type flat struct{}

func (flat) PNG(px int) ([]byte, error) {
	var b bytes.Buffer
	err := png.Encode(&b, image.NewGray(image.Rect(0, 0, px, px)))
	return b.Bytes(), err
}
func (flat) Alt() string          { return "" }
func (flat) SVG() ([]byte, error) { return nil, errors.New("not asked for") }

// written is what a format makes of a draft, with what it keeps put back.
func written(t testing.TB, f export.Format, name string, d designer.Draft) []byte {
	t.Helper()
	files, _, err := f.Files(d, flat{}, export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if file.Name == name {
			return foreign.Restore(file.Bytes, f.ID, d)
		}
	}
	t.Fatalf("no %s", name)
	return nil
}

// missing gives the paths of a at which b does not say the same. A single value
// and a list of it are the same, so are an address and an object that has it for
// its id, and a number and its digits. Pictures inside of a document are not
// looked at.
func missing(path string, a, b any) []string {
	if l, ok := b.([]any); ok && len(l) == 1 {
		if _, ok := a.([]any); !ok {
			return missing(path, a, l[0])
		}
	}
	switch a := a.(type) {
	case map[string]any:
		m, ok := b.(map[string]any)
		if !ok {
			return []string{path}
		}
		var out []string
		for k, v := range a {
			out = append(out, missing(path+"."+k, v, m[k])...)
		}
		return out
	case []any:
		l, ok := b.([]any)
		if !ok {
			l = []any{b}
		}
		var out []string
		for i, v := range a {
			if !slices.ContainsFunc(l, func(o any) bool { return len(missing("", v, o)) == 0 }) {
				out = append(out, fmt.Sprintf("%s[%d]", path, i))
			}
		}
		return out
	case string:
		if strings.HasPrefix(a, "data:") {
			return nil
		}
		switch b := b.(type) {
		case map[string]any:
			return missing(path, a, b["id"])
		case []any:
			if slices.Contains(b, any(a)) {
				return nil
			}
			return []string{path}
		}
		if a == "Issuer" && b == "Profile" { // two names of one class
			return nil
		}
	}
	if fmt.Sprint(a) != fmt.Sprint(b) {
		return []string{path}
	}
	return nil
}

func same(t testing.TB, original, after []byte) {
	t.Helper()
	var a, b any
	for doc, to := range map[*any][]byte{&a: original, &b: after} {
		d := json.NewDecoder(bytes.NewReader(to))
		d.UseNumber()
		if err := d.Decode(doc); err != nil {
			t.Fatal(err)
		}
	}
	if l, ok := a.(map[string]any)["@context"].([]any); ok && len(l) > 1 { // the version that the program writes
		if s, _ := l[1].(string); strings.HasSuffix(s, "/context-3.0.1.json") {
			l[1] = strings.Replace(s, "3.0.1", "3.0.3", 1)
		}
	}
	if m, ok := a.(map[string]any)["image"].(map[string]any); ok { // its words are in the draft; whether they are written is the writer's business
		delete(m, "caption")
		delete(m, "author")
		delete(m, "type")
	}
	if gone := missing("", a, b); len(gone) > 0 {
		t.Errorf("lost: %v\nof\n%s\nin\n%s", gone, original, after)
	}
}

func once(t testing.TB, doc []byte) foreign.Result {
	t.Helper()
	r, err := foreign.Read(doc, nil)
	if err != nil || len(r) != 1 {
		t.Fatalf("%v, %d badges of %s", err, len(r), doc)
	}
	return r[0]
}

// dice is a generator of badges as people issue them, all of them valid.
type dice struct{ *rand.Rand }

func (d dice) of(some ...any) any { return some[d.IntN(len(some))] }
func (d dice) maybe() bool        { return d.IntN(2) == 0 }

func (d dice) text() string {
	return d.of("Bike Repair", "Café «Ñandú»", "木 & 林 — 3 < 4", "R&amp;D at AT&T", "C:\\new \\* tools", "a  double  space", strings.Repeat("long ", 70),
		"List of strings", "Émile’s “best” 🚲", " trimmed \n", "**not bold** here", "x").(string)
}

func (d dice) narrative() string {
	return d.of("Team members are nominated for this badge by their peers.",
		"To earn this badge you must:\n\n- send an e-mail\n- answer one\n\nA trainer watches you do it.",
		"# Requirements\n\n1. Fix **three** punctures\n2. See [the guide](https://a.org/g)\n   - with gloves\n   - without\n\n# Evidence\n\n* a photo",
		"Do all of this: fix a brake; fix a chain; fix a wheel.", "First line.\r\nSecond line.\r\n", strings.Repeat("A sentence that goes on. ", 120),
		strings.Repeat("- one more step\n", 70), "1) cut 2) glue 3) wait", "Evidence: a photo\n\nAssessed by: a mentor", "Un párrafo.\n\nOtro párrafo.",
		"    code\n\n> quoted\n\n---\n\nUnderlined\n===\n\ntext", "a * b * c _d_ <3 &lt;x>", "Level: Helper (2 of 3)").(string)
}

type object = map[string]any

func (d dice) extras(o object, of ...func(object)) {
	for _, f := range of {
		if d.maybe() {
			f(o)
		}
	}
}

func put(key string, v any) func(object) { return func(o object) { o[key] = v } }

func (d dice) badgeClass() object {
	issuer := object{"type": d.of("Profile", "Issuer"), "id": "https://issuer.org/issuer.json", "name": "Bike Kitchen", "url": "https://issuer.org", "email": "a@issuer.org"}
	d.extras(issuer, put("telephone", "+491234567"), put("description", d.text()), put("image", "https://issuer.org/logo.png"), put("id", "https://cdn.issuer.org/p/7"),
		put("verification", object{"allowedOrigins": []any{"issuer.org"}}), put("revocationList", "https://issuer.org/r.json"))
	o := object{"@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass", "id": d.of("https://issuer.org/badges/5", "urn:uuid:5f0c1d2e-3b4a-4c5d-8e6f-708192a3b4c5"),
		"name": d.text(), "description": d.text(), "image": d.of("https://issuer.org/5.png", "data:image/png;base64,iVBORw0KGgo="),
		"criteria": d.of("https://issuer.org/5.html", object{"id": "https://issuer.org/5.html", "narrative": d.narrative()}, object{"narrative": d.narrative(), "type": "Criteria"}),
		"issuer":   d.of(issuer, issuer, "https://issuer.org/issuer.json")}
	entry := object{"targetName": "Brakes", "targetUrl": "https://esco.org/brakes?a=1&b=2"}
	d.extras(entry, put("targetCode", "B.1"), put("type", "AlignmentObject"), put("targetDescription", d.text()), put("schema:weight", 3), put("targetFramework", "ESCO"))
	d.extras(o, put("tags", d.of([]any{"bike", "repair ñ"}, "bike", []any{strings.Repeat("tag ", 20), "b"})), put("version", d.of("1.0", json.Number("2"))),
		put("@language", d.of("en", "es-419", "de")), put("alignment", d.of([]any{entry, object{"targetName": "B", "targetUrl": "https://esco.org/b"}}, entry)),
		put("related", []any{object{"type": "BadgeClass", "id": "https://issuer.org/5-es", "@language": "es"}}), put("endorsement", "https://e.org/1"),
		put("extensions:ApplyLink", object{"@context": "https://openbadgespec.org/extensions/applyLinkExtension/context.json", "type": []any{"Extension", "extensions:ApplyLink"}, "url": "https://issuer.org/apply"}),
		put("schema:audience", "adults"), put("https://example.org/terms#weight", 7.50),
		func(o object) {
			o["@context"], o["mood"] = []any{"https://w3id.org/openbadges/v2", object{"mood": "https://issuer.org/terms#mood"}}, "glad"
		})
	return o
}

func (d dice) achievement() object {
	creator := object{"type": []any{"Profile"}, "id": "https://issuer.org/p", "name": "Bike Kitchen", "url": "https://issuer.org"}
	d.extras(creator, put("phone", "+49 1"), put("email", "a@issuer.org"), put("description", d.text()), put("image", object{"id": "https://issuer.org/l.png", "type": "Image"}),
		put("official", "Ana"), put("address", object{"type": []any{"Address"}, "addressCountry": "DE"}))
	o := object{"@context": []any{"https://www.w3.org/ns/credentials/v2", d.of("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json")},
		"type": d.of("Achievement", []any{"Achievement"}, []any{"Achievement", "https://issuer.org/terms#Course"}),
		"id":   d.of("https://issuer.org/a/5", "urn:uuid:5f0c1d2e-3b4a-4c5d-8e6f-708192a3b4c5"), "name": d.text(), "description": d.text(),
		"criteria": d.of(object{"id": "https://issuer.org/5.html"}, object{"narrative": d.narrative(), "type": "Criteria"})}
	entry := object{"type": []any{"Alignment"}, "targetName": "Brakes", "targetUrl": "https://esco.org/brakes"}
	d.extras(entry, put("targetType", "CFItem"), put("targetCode", "B"), put("type", []any{"Alignment", "https://issuer.org/terms#A"}))
	ladder := func(need string) []any {
		return []any{object{"id": "urn:uuid:r", "type": []any{"ResultDescription"}, "name": "Level", "resultType": "RubricCriterionLevel", "requiredLevel": need,
			"rubricCriterionLevel": []any{object{"id": "urn:uuid:1", "type": []any{"RubricCriterionLevel"}, "name": "Beginner", "points": "1"}, object{"id": "urn:uuid:2", "type": []any{"RubricCriterionLevel"}, "name": "Expert"}}}}
	}
	d.extras(o, put("creator", d.of(creator, object{"type": []any{"Profile"}, "id": "https://issuer.org/p"})), put("tag", []any{"bike", "木"}), put("inLanguage", d.of("en", "es", "zh-Hant-TW")),
		put("achievementType", d.of("Competency", "Membership", "Badge", "ext:Thing")), put("alignment", []any{entry}), put("version", "3"), put("humanCode", "R1"),
		put("creditsAvailable", 2.0), put("fieldOfStudy", "Wheels"), put("resultDescription", d.of(ladder("urn:uuid:2"), ladder("urn:uuid:9"))), put("image", object{"id": "https://issuer.org/5.png", "type": "Image", "caption": "A wheel"}),
		put("related", []any{object{"id": "https://issuer.org/es", "type": []any{"Related"}, "inLanguage": "es"}}), put("endorsementJwt", []any{"eyJ.a.b"}),
		put("otherIdentifier", []any{object{"type": "IdentifierEntry", "identifier": "1", "identifierType": "ext:x"}}),
		func(o object) {
			o["@context"], o["mood"] = append(o["@context"].([]any), object{"mood": "https://issuer.org/terms#mood"}), "glad"
		})
	return o
}

// Whatever a valid badge says, the file made of its draft says too.
func TestValidBadgesComeBackWhole(t *testing.T) {
	for seed := range rounds(150) {
		d := dice{rand.New(rand.NewPCG(seed, 7))}
		for _, c := range []struct {
			f    export.Format
			name string
			doc  object
		}{{ob2.Format, fair.BadgeFile, d.badgeClass()}, {ob3.Format, fair.AchievementFile, d.achievement()}} {
			doc, err := json.Marshal(c.doc)
			if err != nil {
				t.Fatal(err)
			}
			after := written(t, c.f, c.name, once(t, doc).Draft)
			same(t, doc, after)
			if c.f.ID == foreign.OB2 {
				for _, x := range check.Check(after).Findings {
					if x.Level == designer.Fault {
						t.Errorf("%s breaks %s at %s", after, x.Rule, x.Path)
					}
				}
			}
			if t.Failed() {
				t.Fatalf("seed %d", seed)
			}
		}
	}
}

// So does a credential: the badge in it has its maker, the credential its issuer.
func TestValidCredentialsComeBackWhole(t *testing.T) {
	for seed := range rounds(100) {
		d := dice{rand.New(rand.NewPCG(seed, 13))}
		inner := d.achievement()
		issuer := object{"type": []any{"Profile"}, "id": "did:web:kitchen.org", "name": "Open Kitchen", "url": "https://kitchen.org", "phone": "+49 2"}
		if maker, ok := inner["creator"].(object); ok && d.maybe() {
			issuer = maker
		}
		doc, err := json.Marshal(object{"@context": inner["@context"], "type": []any{"VerifiableCredential", "OpenBadgeCredential"}, "id": "urn:uuid:1", "issuer": issuer,
			"validFrom": "2024-01-01T00:00:00Z", "credentialSubject": object{"type": []any{"AchievementSubject"}, "id": "did:key:z", "achievement": inner}})
		if err != nil {
			t.Fatal(err)
		}
		draft := once(t, doc).Draft
		if _, own := inner["mood"]; !own {
			delete(inner, "@context")
		}
		badge, err := json.Marshal(inner)
		if err != nil {
			t.Fatal(err)
		}
		same(t, badge, written(t, ob3.Format, fair.AchievementFile, draft))
		by, err := json.Marshal(object{"issuer": issuer})
		if err != nil {
			t.Fatal(err)
		}
		same(t, by, written(t, ob3.Format, fair.CredentialFile, draft))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// What the program itself wrote gives the same answers and the same files.
func TestOurOwnFilesComeBackAsTheyWere(t *testing.T) {
	for _, name := range sample.Names() {
		for _, lang := range []string{"en", "es"} {
			d, ok := sample.Load(name, lang)
			if !ok {
				t.Fatal(name)
			}
			d.ID = "5f0c1d2e-3b4a-4c5d-8e6f-708192a3b4c5"
			all, _, err := export.All([]export.Format{ob2.Format, ob3.Format}, d, flat{}, export.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range all {
				if f.Name != fair.BadgeFile && f.Name != fair.AchievementFile && f.Name != fair.CredentialFile {
					continue
				}
				got := once(t, f.Bytes)
				if got.Draft.ID != d.ID {
					t.Errorf("%s %s %s: another id", name, lang, f.Name)
				}
				if len(got.Kept) > 0 {
					t.Errorf("%s %s %s keeps %v", name, lang, f.Name, got.Kept)
				}
				for _, p := range got.Repairs {
					if p.Code != "IMPORT-SAME" {
						t.Errorf("%s %s %s tells %v", name, lang, f.Name, p)
					}
				}
				again, _, err := export.All([]export.Format{ob2.Format, ob3.Format}, got.Draft, flat{}, export.Options{})
				if err != nil {
					t.Fatal(err)
				}
				for i := range again {
					if f.Name == again[i].Name && !bytes.Equal(again[i].Bytes, f.Bytes) {
						t.Errorf("%s %s: %s was\n%s\nis\n%s", name, lang, f.Name, f.Bytes, again[i].Bytes)
					}
				}
			}
		}
	}
}

// spoil changes something in a badge as people and servers do.
func (d dice) spoil(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := object{}
		for k, x := range v {
			switch d.IntN(12) {
			case 0:
			case 1:
				out[strings.ToUpper(k[:1])+k[1:]] = d.spoil(x)
			case 2:
				out[k] = []any{d.spoil(x)}
			case 3:
				out[k] = object{"en": x, "es": d.spoil(x)}
			default:
				out[k] = d.spoil(x)
			}
		}
		return out
	case []any:
		if len(v) > 0 && d.IntN(6) == 0 {
			return d.spoil(v[0])
		}
		out := []any{nil}[:d.IntN(2)]
		for _, x := range v {
			out = append(out, d.spoil(x))
		}
		return out
	case string:
		return d.of(v, v, v, v, v, "<p>"+v+"</p><ul><li>"+v+"</li></ul>", v+"\u202e\u0000\t"+v, nil, "", 7, true, object{"id": v}, object{"@value": v, "@language": "en"}, strings.Repeat(v, 300), "{{ x }}")
	}
	return v
}

// However a badge was spoilt, it is imported or refused, its draft can be kept,
// and its files are as sound as those of any draft.
func TestSpoiltBadgesGiveSoundDrafts(t *testing.T) {
	read := 0
	for seed := range rounds(60) {
		d := dice{rand.New(rand.NewPCG(seed, 11))}
		for _, made := range []object{d.badgeClass(), d.achievement()} {
			doc, err := json.Marshal(d.spoil(made))
			if err != nil {
				t.Fatal(err)
			}
			all, err := foreign.Read(doc, nil)
			var e *designer.Error
			if err != nil && !errors.As(err, &e) {
				t.Fatalf("%v of %s", err, doc)
			}
			for _, r := range all {
				read++
				if _, err := answers.ReadDraft(answers.Write(r.Draft)); err != nil {
					t.Fatalf("seed %d: %v\n%s", seed, err, doc)
				}
				for _, f := range []struct {
					export.Format
					name string
				}{{ob2.Format, fair.BadgeFile}, {ob3.Format, fair.AchievementFile}, {ob3.Format, fair.CredentialFile}} {
					for _, x := range check.Check(written(t, f.Format, f.name, r.Draft)).Findings {
						if x.Level == designer.Fault {
							t.Fatalf("seed %d: %s breaks %s at %s\n%s", seed, f.name, x.Rule, x.Path, doc)
						}
					}
				}
			}
		}
	}
	if all := int(2 * rounds(60)); 3*read < 2*all {
		t.Errorf("only %d of %d are read", read, all)
	}
}

// rounds is n, or a tenth of it where tests are to be short.
func rounds(n uint64) uint64 {
	if testing.Short() {
		return n / 10
	}
	return n
}
