// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package page

import (
	"bytes"
	"encoding/xml"
	"html/template"
	"io"
	"strings"
	"testing"
	"testing/fstest"
)

// both makes a page by ours and by the standard library's.
func both(t testing.TB, source string, data any) (ours []byte, theirs string, err error) {
	t.Helper()
	files := fstest.MapFS{"page/x.html": {Data: []byte(source)}}
	std, wrong := template.New("x.html").Parse(source)
	if wrong != nil {
		t.Fatal(wrong)
	}
	var b bytes.Buffer
	_ = std.Execute(&b, data)
	s, err := Read(files, "page", ".html")
	if err != nil {
		t.Fatal(err)
	}
	ours, err = s.Make("x.html", data)
	return ours, b.String(), err
}

type badge struct {
	Name, URL string
	Tags      []string
	Inner     *badge
	Any       any
	N         int
	Is        bool
	Words     map[string]string
}

// What pages say is what the standard library makes of the same template.
func TestPagesAreThoseOfTheStandardLibrary(t *testing.T) {
	d := badge{Name: `<b>"Tea" & 'co' + x</b>`, URL: "https://a.org/ü?a=b&c=d", Tags: []string{"a", "<i>"}, Inner: &badge{Name: "in", N: 3}, Any: "any", N: 2, Is: true,
		Words: map[string]string{"hi": "hello"}}
	for _, source := range []string{
		`<p>{{.Name}}</p>`, `<p title="{{.Name}}" class="a{{if .Is}} b{{end}}">x</p>`, `<a href="{{.URL}}">{{.URL}}</a>`,
		`<title>{{.Name}}</title><p>{{.N}} {{.Is}}</p>`,
		`<ul>{{range .Tags}}<li>{{.}} {{$.N}}</li>{{else}}none{{end}}</ul>`,
		`{{range $i, $t := .Tags}}{{if $i}}, {{end}}<b>{{$t}}</b>{{end}}`,
		`{{with .Inner}}<p>{{.Name}}{{.N}}</p>{{else}}<p>no</p>{{end}}`, `{{with .Inner.Inner}}x{{else}}<p>no</p>{{end}}`,
		`{{if eq .N 2}}two{{else if eq .N 3}}three{{else}}many{{end}}`, `{{if and .Is (eq (len .Tags) 2)}}yes{{end}}`, `{{if not .Tags}}x{{else}}y{{end}}`,
		`{{define "part"}}<i>{{.Name}}</i>{{end}}{{template "part" .}}{{template "part" .Inner}}`,
		`{{$b := .Inner}}<p>{{$b.Name}} {{.Words.hi}} {{.Any}}</p>`,
		`<img src="x.png" alt="{{.Name}}"/><br/><p>{{- .N -}}</p>`,
		`<style>p{color:red}</style><p data-x="{{.N}}">{{.Name}}</p>`,
		`<html{{with .Name}} lang="{{.}}"{{end}}><p>{{.N}}</p></html>`,
	} {
		ours, theirs, err := both(t, source, d)
		if err != nil || string(ours) != theirs {
			t.Errorf("%s\nours   %s %v\ntheirs %s", source, ours, err, theirs)
		}
	}
}

func TestAnAddressThatIsAProgramLeadsNowhere(t *testing.T) {
	for in, want := range map[string]string{
		"javascript:alert(1)": "#", "JaVaScRiPt:x": "#", " javascript:x": "#", "data:text/html,x": "#", "vbscript:x": "#", "java\tscript:x": "#", "x:y": "#",
		"https://a.org": "https://a.org", "mailto:a@a.org": "mailto:a@a.org", "a/b.html": "a/b.html", "?a=b:c": "?a=b:c", "": "", "a\"b": "a%22b", "é": "%c3%a9",
	} {
		got, _, err := both(t, `<a href="{{.}}">x</a>`, in)
		if err != nil || string(got) != `<a href="`+want+`">x</a>` {
			t.Errorf("%q gives %s, %v", in, got, err)
		}
	}
	if got, _, err := both(t, `<img src="{{.}}"/>`, URL("data:image/png;base64,aa+/=")); err != nil || string(got) != `<img src="data:image/png;base64,aa&#43;/="/>` {
		t.Errorf("%s, %v", got, err)
	}
}

func TestWhatIsOursStandsAsItIs(t *testing.T) {
	d := struct {
		Body  HTML
		Style CSS
	}{"<b>bold</b>", "p{color:#123}"}
	got, _, err := both(t, `<style>{{.Style}}</style>{{.Body}}`, d)
	if err != nil || string(got) != `<style>p{color:#123}</style><b>bold</b>` {
		t.Errorf("%s, %v", got, err)
	}
}

// A value where it could do harm, or that is not there, is a mistake of the
// program and makes no page.
func TestMistakesMakeNoPage(t *testing.T) {
	for _, source := range []string{
		`<style>{{.Name}}</style>`, `<p {{.Name}}>x</p>`, `<{{.Name}}>`, `<p title={{.Name}}>x</p>`, `{{.Missing}}`, `{{.Name.Missing}}`, `{{range .Name}}x{{end}}`,
		`{{template "none"}}`, `{{define "x.html"}}{{template "x.html" .}}{{end}}`, `{{eq .Name .N}}`, `{{$x := 1}}{{$x = 2}}`,
	} {
		files := fstest.MapFS{"page/x.html": {Data: []byte(source)}}
		s, err := Read(files, "page", ".html")
		if err == nil {
			var out []byte
			if out, err = s.Make("x.html", badge{Name: "x"}); len(out) > 0 {
				t.Errorf("%s gives %s", source, out)
			}
		}
		if err == nil {
			t.Errorf("%s is taken", source)
		}
	}
}

// Whatever a value is, the page has the elements of its template and no other.
func FuzzNothingLeavesItsPlace(f *testing.F) {
	for _, s := range []string{`"><script>`, "</style><b>", "a' onclick='x", "\x00<", "javascript:1", "&lt;", "<!--", "`", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, v string) {
		out, _, err := both(t, `<p title="{{.}}">{{.}}</p><a href="{{.}}">{{.}}</a>`, v)
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(strings.NewReader("<x>" + strings.ToValidUTF8(string(out), "?") + "</x>"))
		n := 0
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				if strings.ContainsFunc(v, func(r rune) bool { return r < ' ' || r == 0xFFFE || r == 0xFFFF }) {
					return // what XML cannot say at all
				}
				t.Fatalf("%q gives %s: %v", v, out, err)
			}
			if e, ok := tok.(xml.StartElement); ok {
				if n++; len(e.Attr) > 1 {
					t.Fatalf("%q gives %s", v, out)
				}
			}
		}
		if n != 3 {
			t.Fatalf("%q gives %d elements: %s", v, n, out)
		}
	})
}
