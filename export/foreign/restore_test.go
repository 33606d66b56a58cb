// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"reflect"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/export/strict"
)

// afterwards is what a member of a file is after some answers have changed
// since the badge came in. The file is one as the program writes it.
func afterwards(t *testing.T, badge, file, path string, answers ...string) string {
	t.Helper()
	r := read(t, fake(badge))
	for i := 0; i < len(answers); i += 2 {
		if err := r.Draft.Set(answers[i], answers[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	n, _, ok := strict.Parse(Restore(fake(file), r.Standard, r.Draft))
	if !ok {
		t.Fatal("no document any more")
	}
	for _, p := range parsePath(path) {
		switch {
		case p.index < 0:
			n, ok = n.Get(p.key)
		case p.index < len(n.Items):
			n = n.Items[p.index]
		default:
			ok = false
		}
		if !ok {
			return ""
		}
	}
	return strict.Compact(n)
}

func TestWhatTheDraftSaysItselfStays(t *testing.T) {
	const two = `{'@context':'https://w3id.org/openbadges/v2','type':'BadgeClass','id':'urn:uuid:5f0c1d2e-3b4a-4c5d-8e6f-708192a3b4c5','name':'Tea Host','description':'Pours tea.','criteria':{'type':'Criteria','narrative':'ours'},` +
		`'issuer':{'type':'Profile','id':'https://tea.org/issuer.json','name':'House of Tea','url':'https://tea.org','email':'a@tea.org'},` +
		`'alignment':[{'type':'AlignmentObject','targetName':'B','targetUrl':'https://b.org'}],'related':{'id':'urn:uuid:1'},'image':'data:image/png;base64,AA=='}`
	const house = `'issuer':{'type':'Profile','id':'https://cdn.org/7','name':'House of Tea','url':'https://tea.org','email':'a@tea.org','telephone':'+491234567'}`
	badge := func(members string) string { return "{" + v2 + "'id':'https://tea.org/b'," + members + "}" }
	hosted := strings.Replace(two, "urn:uuid:5f0c1d2e-3b4a-4c5d-8e6f-708192a3b4c5", "https://new.org/badge.json", 1)
	for _, c := range []struct {
		name, badge, file, path, want string
		answers                       []string
	}{
		{"the id, while the files lie nowhere", badge(house), two, "id", `"https://tea.org/b"`, nil},
		{"not the id, once they lie somewhere", badge(house), hosted, "id", `"https://new.org/badge.json"`, nil},
		{"the issuer's id, while the files lie nowhere", badge(house), two, "issuer.id", `"https://cdn.org/7"`, nil},
		{"not the issuer's id, once they lie somewhere", badge(house), hosted, "issuer.id", `"https://tea.org/issuer.json"`, nil},
		{"what the issuer has besides", badge(house), two, "issuer.telephone", `"+491234567"`, nil},
		{"not what another issuer had", badge(house), two, "issuer.telephone", "", []string{"issuer.name", "Coffee House"}},
		{"nor its id", badge(house), two, "issuer.id", `"https://tea.org/issuer.json"`, []string{"issuer.name", "Coffee House"}},
		{"an issuer that is only an address", badge(`'issuer':'https://tea.org/i'`), two, "issuer", `"https://tea.org/i"`, nil},
		{"one that somebody has filled in", badge(`'issuer':'https://tea.org/i'`), two, "issuer.id", `"https://tea.org/i"`, []string{"issuer.name", "House of Tea"}},
		{"criteria as they were", badge(`'criteria':{'narrative':'Pour **tea**.'}`), two, "criteria.narrative", `"Pour **tea**."`, nil},
		{"not criteria that have changed", badge(`'criteria':{'narrative':'Pour **tea**.'}`), two, "criteria.narrative", `"ours"`, []string{"criteria.evidence", "a photo"}},
		{"no HTML", badge(`'criteria':{'narrative':'<p>Pour</p>'}`), two, "criteria.narrative", `"ours"`, nil},
		{"no hidden letters", strings.Replace(badge(""), "Pours tea.", "Pours\u202e tea.", 1), two, "description", `"Pours tea."`, nil},
		{"the text with its spaces", strings.Replace(badge(""), "Pours tea.", "Pours tea. ", 1), two, "description", `"Pours tea. "`, nil},
		{"to the entry it belongs to", badge(`'alignment':[{'targetName':'A','targetUrl':'https://a.org','schema:x':1},{'targetName':'B','targetUrl':'https://b.org','schema:x':2}]`), two, "alignment[0].schema:x", "2", []string{"alignment.1", ""}},
		{"another entry of a list", badge(`'related':[{'id':'https://tea.org/es'}]`), two, "related", `[{"id":"urn:uuid:1"},{"id":"https://tea.org/es"}]`, nil},
		{"a picture's address", badge(`'image':'https://tea.org/i.png'`), two, "image", `"https://tea.org/i.png"`, nil},
		{"not over a look of one's own", badge(`'image':'https://tea.org/i.png'`), two, "image", `"data:image/png;base64,AA=="`, []string{"look.icon", "cup"}},
		{"nothing that no context defines", badge(`'mood':'glad','image_frame':true`), two, "mood", "", nil},
		{"with its context", `{'@context':['https://w3id.org/openbadges/v2',{'mood':'https://tea.org/m'}],'type':'BadgeClass','name':'Tea Host','mood':'glad'}`, two, "mood", `"glad"`, nil},
		{"which comes along", `{'@context':['https://w3id.org/openbadges/v2',{'mood':'https://tea.org/m'}],'type':'BadgeClass','name':'Tea Host','mood':'glad'}`, two, "@context", `["https://w3id.org/openbadges/v2",{"mood":"https://tea.org/m"}]`, nil},
		{"an extension", badge(`'extensions:X':{'type':['Extension','extensions:X']}`), two, "extensions:X.type[0]", `"Extension"`, nil},
		{"nothing that makes it worse", badge(`'endorsement':{'a':null,'b':''},'schema:x':1`), two, "endorsement", "", nil},
		{"but what does not", badge(`'endorsement':{'a':null,'b':''},'schema:x':1`), two, "schema:x", "1", nil},
		{"no second type", `{'@context':'https://w3id.org/openbadges/v2','type':['BadgeClass','schema:X'],'name':'Tea Host'}`, two, "type", `"BadgeClass"`, nil},
	} {
		if got := afterwards(t, c.badge, c.file, c.path, c.answers...); got != c.want {
			t.Errorf("%s: %s is %s, want %s", c.name, c.path, got, c.want)
		}
	}
}

func TestWhatOneStandardSaidDoesNotGoIntoTheOther(t *testing.T) {
	r := read(t, class(`'schema:x':1`))
	if doc := fake(`{'type':'Achievement'}`); string(Restore(doc, OB3, r.Draft)) != string(doc) {
		t.Error("it went there")
	}
	if doc := []byte("no JSON"); string(Restore(doc, OB2, r.Draft)) != string(doc) {
		t.Error("it was changed")
	}
	if doc := fake(`{'type':'BadgeClass'}`); string(Restore(doc, OB2, designer.Draft{})) != string(doc) {
		t.Error("nothing is kept, and something came back")
	}
}

func TestPathsComeBackAsTheyWere(t *testing.T) {
	for _, keys := range [][]part{
		{{key: "issuer", index: -1}, {key: "telephone", index: -1}},
		{{key: "alignment", index: -1}, {index: 12}, {key: "@type", index: -1}},
		{{key: "https://a.org/b.c", index: -1}, {index: 0}, {index: 1}},
		{{key: "", index: -1}}, {{key: "a\"]\u202e木", index: -1}, {key: "b", index: -1}}, {{key: "extensions:X-1", index: -1}}, {{key: "9", index: -1}}, {{key: "a@b", index: -1}},
	} {
		path := ""
		for _, p := range keys {
			if p.index >= 0 {
				path = at(path, p.index)
			} else {
				path = under(path, p.key)
			}
		}
		if got := parsePath(path); !reflect.DeepEqual(got, keys) {
			t.Errorf("%s gives %v, want %v", path, got, keys)
		}
	}
	for _, path := range []string{"", ".", "a.", "a..b", "a[", "a[x]", "a[-1]", "a b", `["a]`, "[1234567]", ".a", "a]"} {
		if got := parsePath(path); got != nil {
			t.Errorf("%q gives %v", path, got)
		}
	}
}

func BenchmarkRestore(b *testing.B) {
	r := read(b, class(`'id':'https://tea.org/b','criteria':{'narrative':'Pour **tea**.'},'schema:x':1,'issuer':{'name':'House of Tea','telephone':'+491234567'}`))
	doc := class(`'id':'urn:uuid:5f0c1d2e-3b4a-4c5d-8e6f-708192a3b4c5','criteria':{'narrative':'ours'},'issuer':{'type':'Profile','name':'House of Tea'}`)
	b.ReportAllocs()
	for b.Loop() {
		Restore(doc, OB2, r.Draft)
	}
}
