// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package print

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/internal/locale"
)

// drawn stands for a picture.
type drawn struct {
	fail error
	alt  string
}

func (p drawn) PNG(int) ([]byte, error) { return nil, p.fail }
func (p drawn) Alt() string             { return p.alt }
func (p drawn) SVG() ([]byte, error) {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script/></svg>`), p.fail
}

// kinds are everything that one badge can be printed as.
var kinds = map[string]func(w locale.Words, e Entry, o Options) ([]byte, error){
	"badge": Badge,
	"flyer": Flyer,
	"cards": func(w locale.Words, e Entry, o Options) ([]byte, error) { return Cards(w, []Entry{e}, o) },
	"booklet": func(w locale.Words, e Entry, o Options) ([]byte, error) {
		return Booklet(w, event("es"), []Entry{e}, o)
	},
	"canvas": func(w locale.Words, e Entry, o Options) ([]byte, error) { return Canvas(w, event("es"), o) },
}

func event(lang string) designer.Workshop {
	return designer.Workshop{Title: "Insignias <abiertas> & más", Date: "2026-05-04", Place: "Biblioteca “de la Ribera”", Language: lang,
		Issuer: designer.Issuer{Name: "Mesa Abierta", URL: "https://mesa.example/" + strings.Repeat("x", 200), Email: "hola@mesa.example"}}
}

func print1(t *testing.T, kind, lang string, e Entry, o Options) shown {
	t.Helper()
	b, err := kinds[kind](locale.For(lang), e, o)
	if err != nil {
		t.Fatal(kind, err)
	}
	return parse(t, b)
}

// shown is a printed file as a browser would take it apart.
type shown struct {
	text  string // of the body, spaces as they come
	tags  []xml.StartElement
	style string
	title string
	bytes []byte
	bare  []string // texts from right to left outside of any dir="auto"
}

// parse reads HTML that is well-formed as XML too, which ours is meant to be:
// nothing that a person wrote may open or close an element.
func parse(t *testing.T, b []byte) shown {
	t.Helper()
	p := shown{bytes: b}
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Entity = xml.HTMLEntity
	var text strings.Builder
	var open []string
	var free []bool // the text's own direction counts
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v\n%.2000s", err, b)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			p.tags = append(p.tags, tok.Copy())
			open = append(open, tok.Name.Local)
			free = append(free, slices.ContainsFunc(tok.Attr, func(a xml.Attr) bool { return a.Name.Local == "dir" && a.Value == "auto" }))
		case xml.EndElement:
			open, free = open[:len(open)-1], free[:len(free)-1]
		case xml.CharData:
			switch {
			case slices.Contains(open, "style"):
				p.style += string(tok)
			case slices.Contains(open, "title"):
				p.title += string(tok)
			case slices.Contains(open, "body"):
				text.Write(tok)
				if strings.ContainsFunc(string(tok), rightToLeft) && !slices.Contains(free, true) {
					p.bare = append(p.bare, string(tok))
				}
			}
		}
	}
	p.text = text.String()
	return p
}

func rightToLeft(r rune) bool { return unicode.In(r, unicode.Hebrew, unicode.Arabic) }

func (p shown) attr(tag, name string) []string {
	var out []string
	for _, e := range p.tags {
		for _, a := range e.Attr {
			if e.Name.Local == tag && a.Name.Local == name {
				out = append(out, a.Value)
			}
		}
	}
	return out
}

func (p shown) count(tag string) int {
	n := 0
	for _, e := range p.tags {
		if e.Name.Local == tag {
			n++
		}
	}
	return n
}

// hostile are texts that people paste.
var hostile = []string{
	`<script>alert("1")</script>`, `"><img src=x onerror=alert(1)>`, `</style></title></article><h1>`, `' onclick='x`,
	`{{.Draft}} ${x} &amp; &lt;b&gt; <!-- -->`, "שלום עולם (abc) ١٢٣", "مرحبا بالعالم", "🚲👩‍👩‍👧‍👧 é ñ 漢字かな交じり文", `]]> <![CDATA[ x`,
	"javascript:alert(1)", "line one\nline two", `url(https://evil.example/x.png)`, "a\u0301\u0302 ½ №",
}

// nasty is a draft with a hostile text in every field that takes one.
func nasty(t *testing.T) designer.Draft {
	t.Helper()
	i := 0
	d := longest(t, "en", func(n int) string {
		i++
		s := strconv.Itoa(i) + " " + hostile[i%len(hostile)]
		return string([]rune(s)[:min(n, len([]rune(s)))])
	})
	return d
}

// written are the texts a person put into d, by field.
func written(d designer.Draft) map[string][]string {
	out := map[string][]string{}
	for _, f := range designer.Fields() {
		switch f.Input {
		case designer.Choice, designer.Colours, designer.IconName, designer.Date, designer.Drawing, designer.Photo:
		case designer.Steps:
			for _, s := range d.Criteria.Steps {
				out[f.ID] = append(out[f.ID], s.Text, s.Evidence, s.Note)
			}
		case designer.Leads:
			for _, l := range d.Next.Leads {
				out[f.ID] = append(out[f.ID], l.Name, l.URL)
			}
		case designer.Alignments:
			for _, a := range d.Alignment {
				out[f.ID] = append(out[f.ID], a.TargetName, a.TargetURL, a.TargetDescription, a.TargetFramework, a.TargetCode)
			}
		case designer.Lines:
			out[f.ID] = f.List(&d)
		default:
			out[f.ID] = []string{f.Value(&d)}
		}
	}
	return out
}

func TestASheetIsOneFileThatRunsAndLoadsNothing(t *testing.T) {
	drafts := map[string]designer.Draft{"empty": {}, "nasty": nasty(t), "longest": longest(t, "es", words)}
	for kind := range kinds {
		for name, d := range drafts {
			p := print1(t, kind, "en", Entry{d, drawn{alt: d.Look.Alt}, []designer.Problem{{Code: "CRIT-EMPTY", Level: designer.Fault}}}, Options{})
			if !bytes.HasPrefix(p.bytes, []byte("<!DOCTYPE html>\n")) {
				t.Errorf("%s, %s: begins with %.40q", kind, name, p.bytes)
			}
			csp := "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
			if !slices.Contains(p.attr("meta", "content"), csp) {
				t.Errorf("%s, %s: no policy %q", kind, name, csp)
			}
			for _, e := range p.tags {
				if slices.Contains([]string{"script", "link", "iframe", "object", "embed", "form", "base", "svg", "audio", "video"}, e.Name.Local) {
					t.Errorf("%s, %s: has <%s>", kind, name, e.Name.Local)
				}
				for _, a := range e.Attr {
					switch n := a.Name.Local; {
					case strings.HasPrefix(n, "on"), n == "style", n == "srcset":
						t.Errorf("%s, %s: <%s %s=%.60q>", kind, name, e.Name.Local, n, a.Value)
					case n == "src" && !strings.HasPrefix(a.Value, "data:image/svg+xml;base64,"):
						t.Errorf("%s, %s: loads %.60q", kind, name, a.Value)
					case n == "href" && !strings.HasPrefix(a.Value, "#badge-"):
						t.Errorf("%s, %s: leads to %.60q", kind, name, a.Value)
					}
				}
			}
			if strings.Contains(p.style, "url(") || strings.Contains(p.style, "@import") || strings.Contains(p.style, "@font-face") {
				t.Errorf("%s, %s: its style loads something", kind, name)
			}
			if strings.Contains(p.text+p.title, "[print.") || strings.Contains(p.text, "[field.") || strings.Contains(p.text, "ZgotmplZ") {
				t.Errorf("%s, %s: words are missing", kind, name)
			}
		}
	}
}

// Every paper shows its text whole: nothing in a style clamps or hides it.
func TestNoStyleCutsText(t *testing.T) {
	for kind := range kinds {
		p := print1(t, kind, "en", Entry{Picture: drawn{}}, Options{})
		for _, bad := range []string{"line-clamp", "text-overflow", "overflow-x", "overflow-y", "overflow:scroll", "overflow:auto", "display:none;"} {
			if strings.Contains(p.style, bad) {
				t.Errorf("%s: its style has %s", kind, bad)
			}
		}
		if n := strings.Count(p.style, "overflow:hidden"); n != strings.Count(p.style, ".aloud{position:absolute;width:1px;height:1px;overflow:hidden") {
			t.Errorf("%s: its style hides what runs over", kind)
		}
		if !strings.Contains(p.style, "overflow-wrap:anywhere") {
			t.Errorf("%s: long words do not break", kind)
		}
	}
}

func TestTheFilledSheetHasEveryAnswerWhole(t *testing.T) {
	for name, d := range map[string]designer.Draft{"longest": longest(t, "en", words), "one word": longest(t, "en", oneWord), "nasty": nasty(t)} {
		for _, kind := range []string{"badge", "booklet"} {
			p := print1(t, kind, "en", Entry{Draft: d, Picture: drawn{alt: d.Look.Alt}}, Options{})
			for field, texts := range written(d) {
				for _, s := range texts {
					if s == "" || strings.Contains(p.text, s) {
						continue
					}
					t.Errorf("%s, %s: %s is not there whole: %.60q", kind, name, field, s)
				}
			}
		}
	}
}

func TestTheFilledSheetSaysChoicesInWords(t *testing.T) {
	for _, name := range sample.Names() {
		for _, lang := range locale.Languages() {
			d, _ := sample.Load(name, lang)
			w := locale.For(lang)
			p := print1(t, "badge", "en", Entry{Draft: d, Picture: drawn{alt: d.Look.Alt}}, Options{Icon: func(name, lang string) string { return "icon-of " + lang }})
			want := []string{w.T("option.kind." + d.Kind), w.T("option.look.shape." + d.Look.Shape), w.T("colour." + d.Look.Colours), "icon of " + lang}
			for _, q := range designer.Questions() {
				if q.Numbered() {
					want = append(want, w.T("question."+q.String()+".title"))
				}
			}
			for _, f := range designer.Fields() {
				if !f.Empty(&d) && f.ID != "name" {
					want = append(want, w.T("field."+f.ID+".label"))
				}
			}
			for _, s := range want {
				if !strings.Contains(p.text, s) {
					t.Errorf("%s.%s: %q is missing", name, lang, s)
				}
			}
		}
	}
}

func TestEachTextHasItsOwnDirection(t *testing.T) {
	d := longest(t, "he", func(n int) string { return strings.Repeat("א", n) })
	ws := designer.Workshop{Title: "אבג", Place: "דהו", Issuer: designer.Issuer{Name: "זחט"}}
	sheets := map[string]func() ([]byte, error){
		"canvas":  func() ([]byte, error) { return Canvas(locale.For("en"), ws, Options{}) },
		"booklet": func() ([]byte, error) { return Booklet(locale.For("en"), ws, []Entry{{Draft: d}}, Options{}) },
	}
	for _, kind := range []string{"badge", "flyer", "cards"} {
		sheets[kind] = func() ([]byte, error) { return kinds[kind](locale.For("en"), Entry{Draft: d}, Options{}) }
	}
	for kind, do := range sheets {
		b, err := do()
		if err != nil {
			t.Fatal(err)
		}
		p := parse(t, b)
		if !strings.ContainsFunc(p.text, rightToLeft) {
			t.Errorf("%s has no such text", kind)
		}
		for _, s := range p.bare {
			t.Errorf("%s: the direction of %.30q is that of the words around it", kind, s)
		}
	}
}

func TestOpenCoreFieldsAreOpenBoxes(t *testing.T) {
	w := locale.For("es")
	p := print1(t, "badge", "es", Entry{}, Options{})
	n := 0
	for _, f := range designer.Fields() {
		if !f.Core || f.Question == designer.AskLook || f.ID == "name" {
			continue
		}
		n++
		if !strings.Contains(p.text, w.T("field."+f.ID+".label")) {
			t.Errorf("%s has no box", f.ID)
		}
	}
	if got := strings.Count(p.text, w.T("print.open")); got != n {
		t.Errorf("%d open boxes, want %d", got, n)
	}
	if p.count("img") != 0 {
		t.Error("a picture out of nothing")
	}
}

// Readers of all kinds: a language on everything, its own on texts in another
// one, one top heading, headings without gaps, words for every picture.
func TestASheetCanBeReadAloud(t *testing.T) {
	german, _ := sample.Load("map-curious", "en")
	german.Language = "de-AT"
	spanish, _ := sample.Load("map-curious", "es")
	for _, c := range []struct {
		draft      designer.Draft
		file, text string // languages
	}{{german, "en", "de-AT"}, {spanish, "es", ""}, {designer.Draft{Name: "X"}, "en", ""}} {
		for _, kind := range []string{"badge", "flyer"} {
			p := print1(t, kind, "en", Entry{Draft: c.draft, Picture: drawn{alt: c.draft.Look.Alt}}, Options{})
			if got := p.attr("html", "lang"); len(got) != 1 || got[0] != c.file {
				t.Errorf("%s: lang %v, want %s", kind, got, c.file)
			}
			got := p.attr("h1", "lang")
			if c.text == "" && len(got) > 0 || c.text != "" && !slices.Equal(got, []string{c.text}) {
				t.Errorf("%s: the name has the language %v, want %q", kind, got, c.text)
			}
			if got := p.attr("h1", "dir"); !slices.Equal(got, []string{"auto"}) {
				t.Errorf("%s: the name's direction is %v", kind, got)
			}
		}
	}
	for kind := range kinds {
		p := print1(t, kind, "en", Entry{Draft: spanish, Picture: drawn{alt: spanish.Look.Alt}}, Options{})
		if p.count("h1") != 1 || p.count("main") != 1 || p.title == "" {
			t.Errorf("%s: %d top headings, %d mains, title %q", kind, p.count("h1"), p.count("main"), p.title)
		}
		level := 0
		for _, e := range p.tags {
			if n := e.Name.Local; len(n) == 2 && n[0] == 'h' && n[1] >= '1' && n[1] <= '6' {
				if now := int(n[1] - '0'); now > level+1 {
					t.Errorf("%s: a heading of level %d after one of %d", kind, now, level)
				} else {
					level = now
				}
			}
		}
		if len(p.attr("img", "alt")) != p.count("img") {
			t.Errorf("%s: a picture without words", kind)
		}
	}
	if got := print1(t, "badge", "en", Entry{Draft: designer.Draft{Name: "Tea"}, Picture: drawn{}}, Options{}).attr("img", "alt"); !slices.Equal(got, []string{"Picture of the badge “Tea”"}) {
		t.Errorf("drafted words: %v", got)
	}
}

func TestThePaperIsTheOneAskedFor(t *testing.T) {
	for paper, want := range map[string]string{"": "210mm 297mm", "a4": "210mm 297mm", "A3": "297mm 420mm", "Letter": "215.9mm 279.4mm"} {
		if p := print1(t, "badge", "en", Entry{}, Options{Paper: paper}); !strings.Contains(p.style, "@page{size:"+want) {
			t.Errorf("%q: %.60s", paper, p.style)
		}
	}
	if p := print1(t, "canvas", "en", Entry{}, Options{}); !strings.Contains(p.style, "@page{size:297mm 210mm") {
		t.Errorf("the canvas lies: %.60s", p.style)
	}
	for kind, do := range kinds {
		_, err := do(locale.For("en"), Entry{}, Options{Paper: "leter"})
		var e *designer.Error
		if !errors.As(err, &e) || e.Code != "unknown-paper" || e.Args["nearest"] != "letter" {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

func TestSameAnswersSameBytes(t *testing.T) {
	d := longest(t, "es", words)
	for kind, do := range kinds {
		a, _ := do(locale.For("en"), Entry{Draft: d, Picture: drawn{alt: d.Look.Alt}}, Options{})
		b, _ := do(locale.For("en"), Entry{Draft: d.Clone(), Picture: drawn{alt: d.Look.Alt}}, Options{})
		if len(a) == 0 || !bytes.Equal(a, b) {
			t.Errorf("%s differs", kind)
		}
	}
}

func TestAPictureThatCannotBeDrawnGivesNoSheet(t *testing.T) {
	broken := errors.New("no ink")
	for kind, do := range kinds {
		if b, err := do(locale.For("en"), Entry{Picture: drawn{fail: broken}}, Options{}); kind != "canvas" && (!errors.Is(err, broken) || b != nil) {
			t.Errorf("%s gives %v", kind, err)
		}
	}
}

// Whatever is typed, a sheet stays well-formed and shows it.
func FuzzTypedTextIsOnlyText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := designer.Draft{}
		if d.Set("earner.who", s) != nil || d.Earner.Who == "" || strings.ContainsFunc(s, notXML) {
			return // refused, or what package clean takes out at the border
		}
		d.Name, d.Look.Alt = d.Earner.Who, d.Earner.Who
		for _, kind := range []string{"badge", "cards", "flyer", "booklet"} {
			p := print1(t, kind, "en", Entry{Draft: d, Picture: drawn{alt: d.Look.Alt}}, Options{})
			want := strings.ReplaceAll(d.Name, "\r", "\n")
			if got := strings.ReplaceAll(p.text, "\r", "\n"); !strings.Contains(got, want) {
				t.Errorf("%s: %q is not there", kind, s)
			}
		}
	})
}

// notXML reports characters that a file of XML, and so our way to read one,
// cannot have.
func notXML(r rune) bool {
	return r < ' ' && r != '\n' || r == 0xFFFD || r == 0xFFFE || r == 0xFFFF
}
