// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package site

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"regexp"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/export"
	"insignia/export/ob2"
	"insignia/internal/frametest"
	"insignia/internal/locale"
)

const base = "https://kettenwerk.org/badges/bike"

// blank is a picture with nothing on it.
type blank struct{}

var blanks = map[int][]byte{}

func (blank) PNG(px int) ([]byte, error) {
	var err error
	if blanks[px] == nil {
		var b bytes.Buffer
		err = png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, px, px)))
		blanks[px] = b.Bytes()
	}
	return blanks[px], err
}

func (blank) Alt() string { return `A "wheel" <on> blue` }

func (blank) SVG() ([]byte, error) { return []byte("<svg/>"), nil }

func draft(t testing.TB, name, lang string) designer.Draft {
	d, ok := sample.Load(name, lang)
	if !ok {
		t.Fatal("no sample")
	}
	d.ID = "5f0c1d2e-3b4a-4c5d-8e6f-708192a3b4c5"
	return d
}

func folder(t testing.TB, d designer.Draft) map[string][]byte {
	t.Helper()
	files, _, err := Format.Files(d, blank{}, export.Options{BaseURL: base})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range files {
		if out[f.Name] != nil {
			t.Errorf("%s stands twice", f.Name)
		}
		out[f.Name] = f.Bytes
	}
	return out
}

func TestPagesOfTheSamples(t *testing.T) {
	for _, name := range sample.Names() {
		for _, lang := range locale.Languages() {
			files := folder(t, draft(t, name, lang))
			frametest.Golden(t, name+"."+lang, string(files["criteria.html"])+"\n"+string(files["index.html"]))
		}
	}
}

var link = regexp.MustCompile(`(?:href|src)="([^"]*)"`)

// Whatever the pages lead to lies in the folder or is what people typed.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	d := draft(t, "bike-repair-buddy", "en")
	d.Alignment = []designer.Alignment{{TargetName: "Repair", TargetURL: "https://esco.ec.europa.eu/1?a=b&c"}}
	files := folder(t, d)
	for _, page := range []string{"index.html", "criteria.html"} {
		text := string(files[page])
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if files[m[1]] == nil && m[1] != "https://kettenwerk.example" && m[1] != "https://esco.ec.europa.eu/1?a=b&amp;c" {
				t.Errorf("%s leads to %s", page, m[1])
			}
		}
		if strings.Contains(text, "<script") || strings.Contains(text, " on") && regexp.MustCompile(`<[^>]* on[a-z]+=`).MatchString(text) {
			t.Errorf("%s runs something", page)
		}
	}
	for name := range files {
		if strings.HasSuffix(name, ".html") {
			continue
		}
		if !bytes.Contains(files["index.html"], []byte(base+"/"+name)) {
			t.Errorf("the index does not say where %s lies", name)
		}
	}
}

// The addresses inside the files are those of the folder's own files.
func TestEveryAddressInTheFilesIsAFile(t *testing.T) {
	files := folder(t, draft(t, "map-curious", "en"))
	found := 0
	for name, b := range files {
		if !strings.HasSuffix(name, ".json") {
			continue
		}
		for _, m := range regexp.MustCompile(`"`+base+`/([^"#]*)(#[^"]*)?"`).FindAllSubmatch(b, -1) {
			found++
			if files[string(m[1])] == nil {
				t.Errorf("%s names %s, which is not there", name, m[1])
			}
		}
	}
	if found < 12 {
		t.Errorf("%d addresses", found)
	}
}

func TestTextIsShownAsTyped(t *testing.T) {
	d := draft(t, "bike-repair-buddy", "en")
	d.Name = `<b>"Tea" & 'co'</b><script>alert(1)</script>`
	d.Issuer.URL = "javascript:alert(1)"
	d.Criteria.Steps = []designer.Step{{Text: "Wrote </ul><img src=x onerror=alert(1)> twice"}}
	d.Criteria.Evidence = "a\nb"
	files := folder(t, d)
	for _, page := range []string{"index.html", "criteria.html"} {
		words, tags := read(t, files[page])
		for _, want := range []string{d.Name} {
			if !strings.Contains(words, want) {
				t.Errorf("%s does not say %q: %s", page, want, words)
			}
		}
		for tag := range tags {
			if tag == "script" || tag == "b" {
				t.Errorf("%s has a <%s>", page, tag)
			}
		}
		if bytes.Contains(files[page], []byte(`href="javascript`)) {
			t.Errorf("%s leads to a program", page)
		}
	}
	if words, tags := read(t, files["criteria.html"]); !strings.Contains(words, d.Criteria.Steps[0].Text) || tags["img"] != 1 {
		t.Errorf("%v %s", tags, words)
	}
}

// read gives a page's words and its elements. The pages are XML as well.
func read(t *testing.T, page []byte) (string, map[string]int) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(page))
	dec.Entity = xml.HTMLEntity
	tags := map[string]int{}
	var words strings.Builder
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			return words.String(), tags
		}
		if err != nil {
			t.Fatalf("%v in %s", err, page)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			tags[x.Name.Local]++
		case xml.CharData:
			words.Write(x)
		}
	}
}

func TestWithoutAnAddressThereIsNoFolder(t *testing.T) {
	for url, want := range map[string]string{"": "no-base-url", "http://localhost/b": "private-base", "x": "bad-base"} {
		_, _, err := Format.Files(draft(t, "map-curious", "en"), blank{}, export.Options{BaseURL: url})
		var e *designer.Error
		if !errors.As(err, &e) || e.Code != want {
			t.Errorf("%q gives %v", url, err)
		}
	}
}

// With the other formats beside it, nothing stands twice.
func TestBesideOtherFormatsEachFileStandsOnce(t *testing.T) {
	files, _, err := export.All([]export.Format{ob2.Format, Format}, draft(t, "map-curious", "en"), blank{}, export.Options{BaseURL: base})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, f := range files {
		if seen[f.Name] {
			t.Errorf("%s stands twice", f.Name)
		}
		seen[f.Name] = true
	}
}

func TestAListOfBadges(t *testing.T) {
	var entries []Entry
	for i, name := range sample.Names() {
		d := draft(t, name, []string{"en", "es"}[i%2])
		files, _, err := export.All([]export.Format{ob2.Format}, d, blank{}, export.Options{})
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, Entry{Draft: d, Folder: name, Files: files, Alt: blank{}.Alt()})
	}
	files, err := List(locale.For("en"), entries)
	if err != nil || len(files) != 2 {
		t.Fatal(len(files), err)
	}
	frametest.Golden(t, "list", string(files[0].Bytes)+"\n"+string(files[1].Bytes))
	read(t, files[0].Bytes)
	var list []struct{ ID, Name, Folder string }
	if err := json.Unmarshal(files[1].Bytes, &list); err != nil || len(list) != len(entries) || list[0].Folder != sample.Names()[0] {
		t.Errorf("%+v, %v", list, err)
	}
}
