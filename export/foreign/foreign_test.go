// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/internal/pngchunk"
)

// fake is a text with straight quotation marks where it says '.
func fake(s string) []byte { return []byte(strings.ReplaceAll(s, "'", `"`)) }

const v2 = `'@context':'https://w3id.org/openbadges/v2','type':'BadgeClass','name':'Tea Host','description':'Pours tea.',`

// class is a BadgeClass with these members besides.
func class(members string) []byte { return fake("{" + v2 + members + "}") }

func read(t testing.TB, doc []byte) Result {
	t.Helper()
	r, err := Read(doc, nil)
	if err != nil || len(r) != 1 {
		t.Fatalf("%v, %d badges of %.300s", err, len(r), doc)
	}
	return r[0]
}

func codes(r Result) string {
	var out []string
	for _, p := range r.Repairs {
		out = append(out, strings.TrimPrefix(p.Code, "IMPORT-"))
	}
	return strings.Join(out, " ")
}

func kept(r Result) string {
	var out []string
	for _, m := range r.Kept {
		out = append(out, m.Path+"="+m.Value)
	}
	return strings.Join(out, " ")
}

// say is what a test asks of a draft.
func say(d designer.Draft, fields ...string) string {
	var out []string
	for _, id := range fields {
		f, ok := designer.FieldByID(id)
		if !ok {
			panic(id)
		}
		out = append(out, f.Value(&d))
	}
	return strings.Join(out, " | ")
}

func dot() []byte {
	var b bytes.Buffer
	png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1)))
	return b.Bytes()
}

func baked(t testing.TB, doc string) []byte {
	chunks, err := pngchunk.Decode(dot())
	if err != nil {
		t.Fatal(err)
	}
	return pngchunk.Encode(slices.Insert(chunks, 1, pngchunk.Text{Keyword: "openbadges", Value: doc}.Chunk()))
}

func jwt(payload string) string {
	enc := base64.RawURLEncoding.EncodeToString
	return enc([]byte(`{"alg":"EdDSA"}`)) + "." + enc([]byte(payload)) + ".c2ln"
}

func utf16le(s string, mark bool) []byte {
	var out []byte
	if mark {
		out = []byte{0xFF, 0xFE}
	}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

// Every repair, with the least that needs it, and what the draft says then.
func TestEveryRepairIsNamed(t *testing.T) {
	issuer := `'issuer':{'type':'Profile','name':'House of Tea','url':'https://tea.org'}`
	big := strings.Repeat("x", 70_000)
	for _, c := range []struct {
		name, codes string
		doc         []byte
		field, want string
	}{
		{"nothing to repair", "", class(`'criteria':{'id':'https://tea.org/c'},` + issuer), "criteria.url", "https://tea.org/c"},
		{"a mark before the text", "BOM", append([]byte("\uFEFF"), class(issuer)...), "name", "Tea Host"},
		{"UTF-16 with a mark", "ENCODING", utf16le(string(class(`'tags':['té']`)), true), "tags", "té"},
		{"UTF-16 without one", "ENCODING", utf16le(string(class(`'tags':['té']`)), false), "tags", "té"},
		{"Windows-1252", "ENCODING", bytes.ReplaceAll(class(`'tags':['t@ – “x”']`), []byte("t@"), []byte("t\xe9\x80")), "tags", "té€ – “x”"},
		{"a comma at the end", "JSON", class(`'tags':['a','b',],`), "tags", "a\nb"},
		{"comments", "JSON", class("// yes\n'tags':['a' /* no */]"), "tags", "a"},
		{"a line end inside", "JSON", class("'criteria':{'id':'https://tea.org/c'},'version':'a\nb'"), "version", "a b"},
		{"a backslash too many", "JSON", class(`'version':'1\.0'`), "version", `1\.0`},
		{"Python", "JSON EMPTY", []byte(strings.ReplaceAll(string(class(`'version':'it\'s','x':True,'y':None`)), `"`, "'")), "name", "Tea Host"},
		{"names without marks", "JSON STEPS EMPTY", []byte(`{name: "Tea Host", criteria: {narrative: "- a\n- b"}, issuer: undefined}`), "name", "Tea Host"},
		{"marks of a word processor", "JSON", []byte(`{“name”: “Tea Host”, “description”: „x”}`), "name", "Tea Host"},
		{"a template's place alone", "JSON TEMPLATE", class(`'version':{{ version }}`), "version", ""},
		{"encoded twice", "JSON", []byte(`"{\"name\":\"Tea Host\",\"description\":\"x\"}"`), "name", "Tea Host"},
		{"twice the same", "TWICE", class(`'version':'1','version':'1'`), "version", "1"},
		{"twice, once empty", "TWICE", class(`'version':'','version':'1'`), "version", "1"},
		{"other capitals", "KEYS", fake(`{'Name':'Tea Host','DESCRIPTION':'x','criteria':'https://a.org'}`), "name", "Tea Host"},
		{"other capitals beside the right one", "", class(`'NAME':'Coffee'`), "name", "Tea Host"},
		{"snake_case", "KEYS", class(`'criteria_url':'https://tea.org/c'`), "criteria.url", "https://tea.org/c"},
		{"a vocabulary", "KEYS", fake(`{'@type':'https://w3id.org/openbadges#BadgeClass','schema:name':'Tea Host','http://schema.org/description':'x'}`), "name", "Tea Host"},
		{"expanded", "KEYS FORM", fake(`[{'@type':['https://w3id.org/openbadges#BadgeClass'],'http://schema.org/name':[{'@value':'Tea Host'}]}]`), "name", "Tea Host"},
		{"version 1.1", "OLD ISSUER-URL PICTURE-URL", fake(`{'@context':'https://w3id.org/openbadges/v1','type':'BadgeClass','name':'Tea Host','description':'x','image':'https://a.org/i.png','criteria':'https://a.org/c','issuer':'https://a.org/i'}`), "criteria.url", "https://a.org/c"},
		{"an entry of version 1", "KEYS", class(`'alignment':[{'name':'Tea','url':'https://esco.org/tea','description':'hot'}]`), "alignment", "Tea https://esco.org/tea"},
		{"tags in one text", "FORM", class(`'tags':'tea, host;cup'`), "tags", "tea\nhost\ncup"},
		{"one tag", "", class(`'tags':'tea'`), "tags", "tea"},
		{"tags that are objects", "FORM", class(`'tags':[{'name':'tea'}]`), "tags", "tea"},
		{"an issuer that is a name", "FORM", class(`'issuer':'House of Tea'`), "issuer.name", "House of Tea"},
		{"an issuer in a list", "FORM", class(`'issuer':[{'name':'House of Tea'}]`), "issuer.name", "House of Tea"},
		{"an issuer of the server's", "", class(`'issuer':'a8Fk2LmQ9sT4uVw1xYz'`), "issuer.name", ""},
		{"an issuer's address", "ISSUER-URL", class(`'issuer':'https://tea.org/issuer.json'`), "issuer.name", ""},
		{"criteria in a list", "FORM", class(`'criteria':[{'id':'https://tea.org/c'}]`), "criteria.url", "https://tea.org/c"},
		{"criteria that are prose", "STEPS FORM", class(`'criteria':'Pour a cup.'`), "criteria.steps", "Pour a cup."},
		{"steps in a list", "FORM", class(`'criteria':[{'name':'Pour','description':'a cup'},{'name':'Wash up'}]`), "criteria.steps", "Pour: a cup\nWash up"},
		{"HTML", "HTML", class(`'version':'<b>1</b>&nbsp;&amp; 2'`), "version", "1 & 2"},
		{"entities", "HTML", class(`'version':'R&amp;D'`), "version", "R&D"},
		{"no HTML after all", "", class(`'version':'List<String> 3<4'`), "version", "List<String> 3<4"},
		{"line ends escaped twice", "", fake(`{'name':'Tea Host','description':'One.\\nTwo.'}`), "description", "One.\nTwo."},
		{"languages", "LANGUAGES", fake(`{'type':'BadgeClass','@language':'es','name':{'en':'Tea Host','es':'Anfitrión'},'description':'x'}`), "name", "Anfitrión"},
		{"a language near", "LANGUAGES", fake(`{'type':'BadgeClass','@language':'es-MX','name':{'en':'Tea Host','es':'Anfitrión'},'description':'x'}`), "name", "Anfitrión"},
		{"languages of JSON-LD", "LANGUAGES", fake(`{'type':'BadgeClass','name':[{'@value':'Tea','@language':'en'},{'@value':'Tee','@language':'de'}],'description':'x'}`), "language", "de"},
		{"languages in the entries", "LANGUAGES", fake(`{'primary_language':'es','content':[{'language':'en','name':'Tea','description':'x'},{'language':'es','name':'Té','description':'y'}]}`), "name", "Té"},
		{"a language in small letters", "VALUE", class(`'@language':'PT_br'`), "language", "pt-BR"},
		{"a language in the context", "", fake(`{'@context':['https://w3id.org/openbadges/v2',{'@language':'es'}],'type':'BadgeClass','name':'Té','description':'x'}`), "language", "es"},
		{"a language that is a word", "", class(`'language':'Esperanto and others'`), "language", ""},
		{"a language of an extension", "VALUE", class(`'extensions':{'extensions:LanguageExtension':{'Language':'nl_NL'}}`), "language", "nl-NL"},
		{"nothing said", "EMPTY", class(`'tags':[],'alignment':[null],'expires':null,'url':' '`), "tags", ""},
		{"a text too long", "CUT", class(`'version':'` + strings.Repeat("v ", 50) + `'`), "version", strings.TrimSpace(strings.Repeat("v ", 30))},
		{"a tag too long", "CUT", class(`'tags':['` + strings.Repeat("t", 51) + `']`), "tags", strings.Repeat("t", 50)},
		{"an entry too long", "CUT", class(`'alignment':{'targetName':'` + strings.Repeat("n", 1001) + `','targetUrl':'https://a.org'}`), "alignment", strings.Repeat("n", 1000) + " https://a.org"},
		{"the same tag twice", "", class(`'tags':['t','t']`), "tags", "t"},
		{"more tags than fit", "MANY FORM", class(`'tags':[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21]`), "version", ""},
		{"too many entries", "MANY FORM", class(`'alignment':['https://a.org'` + strings.Repeat(`,'https://b.org'`, 20) + `]`), "version", ""},
		{"something too large", "LOST", class(`'x':'` + big + `'`), "version", ""},
		{"a picture in the badge", "", class(`'image':'data:image/png;base64,` + base64.StdEncoding.EncodeToString(dot()) + `'`), "look.alt", ""},
		{"a picture with words", "", class(`'image':{'id':'data:image/png;base64,` + base64.StdEncoding.EncodeToString(dot()) + `','caption':'A cup','author':'https://ana.org'}`), "look.alt", "A cup"},
		{"a picture's address", "PICTURE-URL", class(`'image':'https://tea.org/i.png'`), "look.alt", ""},
		{"a picture's name", "PICTURE-FILE", class(`'image':'i.png'`), "look.alt", ""},
		{"half a picture", "PICTURE-BROKEN", class(`'image':'data:image/png;base64,iVB'`), "look.alt", ""},
		{"a picture of another kind", "PICTURE-KIND", class(`'image':'data:image/jpeg;base64,/9j/4AAQ'`), "look.alt", ""},
		{"a picture that says another kind", "PICTURE-KIND", class(`'image':'data:image/png;base64,` + base64.StdEncoding.EncodeToString([]byte("<svg xmlns='x'/>")) + `'`), "look.alt", ""},
		{"a picture in base64 alone", "FORM", class(`'image':'` + base64.StdEncoding.EncodeToString(append(dot(), make([]byte, 99)...)) + `'`), "look.alt", ""},
		{"a picture in the text", "", class(`'image':'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E'`), "look.alt", ""},
		{"a badge that lies nowhere", "SAME", class(`'id':'urn:uuid:5f0c1d2e-3b4a-4c5d-8e6f-708192a3b4c5'`), "name", "Tea Host"},
		{"one with an address", "ID", class(`'id':'https://tea.org/b'`), "name", "Tea Host"},
		{"a template", "TEMPLATE", class(`'issuer':{'name':'{{ issuerName }}','url':'https://tea.org'}`), "issuer.name", ""},
		{"our own placeholders", "PLACEHOLDER", class(`'issuer':{'name':'Issuer still to come','url':'https://issuer.example','email':'issuer@issuer.example'},'criteria':{'narrative':'Los pasos para conseguir esta insignia están por escribir.'}`), "issuer.name", ""},
		{"a list", "STEPS", class(`'criteria':{'narrative':'You must:\n\n1. pour\n2. wash'}`), "criteria.steps", "pour\nwash"},
		{"a list with more around it", "PROSE STEPS", class(`'criteria':{'narrative':'- pour\n- wash\n\nA photo of the cup.'}`), "criteria.evidence", "A photo of the cup."},
		{"marks of Markdown", "MARKDOWN STEPS", class(`'criteria':{'narrative':'- **pour** [tea](https://tea.org)'}`), "criteria.steps", "pour tea (https://tea.org)"},
		{"an award", "AWARD", fake(`{'type':'Assertion','recipient':{'type':'email'},'issuedOn':'2020-01-01','badge':` + string(class(issuer)) + `}`), "issuer.name", "House of Tea"},
		{"a token", "SIGNED AWARD", []byte(jwt(string(fake(`{'type':'Assertion','uid':'1','badge':` + string(class(issuer)) + `}`)))), "issuer.name", "House of Tea"},
		{"a maker, and who issues it", "CREATOR AWARD", fake(`{'type':'OpenBadgeCredential','issuer':{'id':'https://tea.org/2','name':'House of Tea'},'proof':{},'credentialSubject':{'achievement':{'type':'Achievement','name':'Tea Host','creator':{'id':'https://a.org/1','name':'Tea Lab'}}}}`), "issuer.name", "House of Tea"},
		{"an Achievement in the terms of 2.0", "PICTURE-URL KEYS FORM", fake(`{'type':'Achievement','name':'Tea Host','version':2,'criteria':'https://tea.org/c','tags':['tea'],'image':'https://tea.org/i.png'}`), "criteria.url", "https://tea.org/c"},
		{"an Achievement with an issuer", "FORM", fake(`{'type':'Achievement','name':'Tea Host','issuer':{'name':'House of Tea'}}`), "issuer.name", "House of Tea"},
	} {
		r := read(t, c.doc)
		got := codes(r)
		if got != c.codes || say(r.Draft, c.field) != c.want {
			t.Errorf("%s: tells %q, want %q; %s is %q, want %q; keeps %s", c.name, got, c.codes, c.field, say(r.Draft, c.field), c.want, kept(r))
		}
		for _, p := range r.Repairs {
			for _, tag := range locale.Languages() {
				for _, ending := range []string{"", ".why", ".fix"} {
					if s := locale.For(tag).Fill("problem."+p.Code+ending, p.Args); strings.ContainsAny(s, "{}") && p.Code != "IMPORT-TEMPLATE" || strings.HasPrefix(s, "[") {
						t.Errorf("%s: %s", p.Code, s)
					}
				}
			}
		}
	}
}

func code(err error) string {
	var e *designer.Error
	if !errors.As(err, &e) {
		return fmt.Sprint(err)
	}
	return e.Code
}

func TestWhatIsNoBadgeSaysWhatItIs(t *testing.T) {
	for _, c := range []struct {
		name, code string
		doc        []byte
	}{
		{"nothing", "import-empty", nil},
		{"spaces", "import-empty", []byte("\uFEFF \n")},
		{"a ZIP", "import-zip", []byte("PK\x03\x04....")},
		{"a course of Moodle", "import-zip", []byte("\x1f\x8b\x08....")},
		{"a PDF", "import-pdf", []byte("%PDF-1.7")},
		{"a JPEG", "import-photo", []byte("\xff\xd8\xff\xe0....")},
		{"a GIF", "import-photo", []byte("GIF89a....")},
		{"a WebP", "import-photo", []byte("RIFF....WEBPVP8 ")},
		{"a PNG", "bake-none", dot()},
		{"an SVG", "bake-none", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`)},
		{"a PNG with an address", "bake-address", baked(t, "https://tea.org/1.json")},
		{"a page", "import-html", []byte("<!DOCTYPE html><title>x</title>")},
		{"XML", "import-xml", []byte("<?xml version='1.0'?><badges/>")},
		{"a program", "import-binary", []byte("{\x00\x01\x02\x03")},
		{"prose", "import-text", []byte("Dear Ana, here is your badge.")},
		{"an address", "import-address", []byte("https://tea.org/1.json\n")},
		{"not JSON", "not-json", []byte(`{"name": "Tea" "description": 1}`)},
		{"cut off", "not-json", class(`'tags':['a'`)[:60]},
		{"two different names", "import-twice", class(`'version':'1','version':'2'`)},
		{"two different things far inside", "import-twice", class(`'x':[{'a':{'b':1,'b':2}}]`)},
		{"nested too deep", "too-deep", []byte(strings.Repeat("[", 10_000))},
		{"too large", "too-big", class(`'x':'` + strings.Repeat("x", 10<<20) + `'`)},
		{"larger than anything", "too-big", make([]byte, MaxFile+1)},
		{"too many values", "too-big", []byte("[" + strings.Repeat("1,", 200_000) + "1]")},
		{"an issuer", "issuer-alone", fake(`{'type':'Issuer','name':'House of Tea','url':'https://tea.org'}`)},
		{"an issuer without a type", "issuer-alone", fake(`{'name':'House of Tea','url':'https://tea.org','email':'a@tea.org'}`)},
		{"an award", "award-alone", fake(`{'type':'Assertion','badge':'https://tea.org/b.json'}`)},
		{"an award of a server", "award-bare", fake(`{'entityType':'Assertion','badgeclass':'a8Fk2LmQ9sT4uVw1xYz'}`)},
		{"an award of nothing", "award-bare", fake(`{'type':'Assertion','recipient':{}}`)},
		{"a credential without a badge", "award-bare", fake(`{'type':['VerifiableCredential','OpenBadgeCredential'],'credentialSubject':{'id':'did:example:1'}}`)},
		{"a credential that names one", "award-alone", fake(`{'type':'OpenBadgeCredential','credentialSubject':{'achievement':'https://tea.org/a'}}`)},
		{"an endorsement", "import-other", fake(`{'type':'Endorsement','claim':{'id':'https://tea.org/b'}}`)},
		{"a list of the revoked", "import-other", fake(`{'type':'RevocationList','id':'https://tea.org/r'}`)},
		{"a context", "import-other", fake(`{'@context':{'id':'@id'}}`)},
		{"a schema", "import-other", fake(`{'$schema':'http://json-schema.org/x','title':'A badge','description':'x','properties':{}}`)},
		{"other JSON", "import-unknown", fake(`{'dependencies':{'a':'1'}}`)},
		{"a number", "import-unknown", []byte("[1]")},
		{"an empty object", "import-none", []byte("{}")},
		{"an empty list", "import-none", []byte("[]")},
		{"a badge without anything", "badge-bare", fake(`{'type':'BadgeClass','id':'https://tea.org/b','image':'https://tea.org/i.png'}`)},
		{"a broken token", "bake-token", []byte("eyJh.eyJi.x")},
		{"wrapped without end", "import-unknown", []byte(strings.Repeat(`{"badge":`, 20) + "{}" + strings.Repeat("}", 20))},
	} {
		r, err := Read(c.doc, nil)
		if code(err) != c.code || r != nil {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
			continue
		}
		for _, tag := range locale.Languages() {
			w := locale.For(tag)
			if s := w.Error(err) + w.Hint(err); strings.ContainsAny(s, "{}[]") || w.Error(err) == "" {
				t.Errorf("%s: %s", c.name, s)
			}
		}
	}
}
