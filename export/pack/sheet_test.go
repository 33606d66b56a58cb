// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"bytes"
	"html"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/export"
	"insignia/internal/frametest"
	"insignia/internal/locale"
	"insignia/render/alt"
)

var inlined = regexp.MustCompile(`base64,[A-Za-z0-9+/=]+`)

// One language for each sample: all four, and both languages.
var shownIn = map[string]string{"bike-repair-buddy": "en", "map-curious": "es", "meal-crew-member": "es", "reading-circle": "en"}

func TestSamplesAreWrittenAsPeopleWouldCopyThem(t *testing.T) {
	for _, name := range sample.Names() {
		for _, id := range designer.Platforms() {
			lang := shownIn[name]
			d := load(t, name, lang)
			d.Alignment = []designer.Alignment{{TargetName: "Repair", TargetURL: "https://skills.org/repair", TargetFramework: "ESCO", TargetCode: "2.1"}}
			files, _, err := Format(id, locale.For(lang), "2026-12-01").Files(d, flat{}, export.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			for _, f := range files {
				out.WriteString("==== " + f.Name + "\n")
				if strings.HasSuffix(f.Name, ".json") || strings.HasSuffix(f.Name, ".txt") {
					out.Write(inlined.ReplaceAll(f.Bytes, []byte("base64,…")))
				}
			}
			frametest.Golden(t, id+"."+name+"."+lang, out.String())
		}
	}
}

var boxes = regexp.MustCompile(`(?s)<pre class="box [a-z]+"[^>]*>(.*?)</pre>`)

// What stands in the boxes is what belongs into the fields, to the letter, and
// the plain text has it too.
func TestSheetsHaveEveryTextToTheLetter(t *testing.T) {
	t.Parallel()
	for i, d := range manyDrafts(t)[:48] {
		for _, id := range designer.Platforms() {
			p, err := Of(d, id, flat{}, export.Options{}, "")
			if err != nil {
				t.Fatal(err)
			}
			files, _ := written(t, d, id, export.Options{})
			got := boxes.FindAllSubmatch(files[CopyFile], -1)
			n := 0
			for _, b := range p.Blocks {
				if b.Choose || p.part(b.Field) == Image {
					continue
				}
				if n >= len(got) || html.UnescapeString(string(got[n][1])) != b.Text {
					t.Fatalf("%d: %s: box %d is not %q", i, id, n, b.Text)
				}
				if !strings.Contains(string(files[TextFile]), "\n"+strings.Repeat("-", 60)+"\n"+b.Text+"\n") {
					t.Errorf("%d: %s: the plain text lacks %q", i, id, b.Text)
				}
				n++
			}
			if n != len(got) {
				t.Errorf("%d: %s: %d boxes, want %d", i, id, len(got), n)
			}
		}
	}
}

func TestPagesRunNothingAndAskForNothing(t *testing.T) {
	for _, id := range designer.Platforms() {
		files, _ := written(t, bike(t), id, export.Options{})
		for _, name := range []string{CopyFile, HowFile} {
			s := string(files[name])
			if regexp.MustCompile(`(?i)<script|<link|<iframe|<form|\son[a-z]+=|src="[^d]|url\(`).MatchString(s) {
				t.Errorf("%s/%s is not plain", id, name)
			}
			if !strings.Contains(s, `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`) || !strings.Contains(s, `<html lang="en">`) {
				t.Errorf("%s/%s has no policy or no language", id, name)
			}
		}
	}
}

func TestAnOldTableIsMarkedOnThePages(t *testing.T) {
	for today, want := range map[string]bool{"2026-12-01": false, "2099-01-01": true} {
		files, problems, err := Format("obf", locale.For("en"), today).Files(bike(t), flat{}, export.Options{})
		if err != nil {
			t.Fatal(err)
		}
		old := "What is known of Open Badge Factory is from"
		for _, f := range files {
			if strings.HasSuffix(f.Name, ".html") || strings.HasSuffix(f.Name, ".txt") {
				if strings.Contains(string(f.Bytes), old) != want {
					t.Errorf("%s, %s", today, f.Name)
				}
			}
		}
		told := false
		for _, p := range problems {
			told = told || p.Code == "PACK-STALE"
		}
		if told != want {
			t.Errorf("%s: told %v", today, told)
		}
	}
}

// A workshop's badges with their pictures: the figure of docs/PERFORMANCE.md.
func BenchmarkHundredPacks(b *testing.B) {
	for _, id := range designer.Platforms() {
		b.Run(id, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i := range 100 {
					d := load(b, sample.Names()[i%4], "en")
					d.Name += " " + strconv.Itoa(i)
					if _, _, err := Format(id, locale.For("en"), "").Files(d, alt.Draw(d), export.Options{}); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

func BenchmarkPack(b *testing.B) {
	d := bike(b)
	for b.Loop() {
		if _, _, err := Format("obf", locale.For("en"), "").Files(d, flat{}, export.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
