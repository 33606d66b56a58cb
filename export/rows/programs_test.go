// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"insignia/designer"
	"insignia/internal/locale"
)

// The same two badges, saved by each program in its own way.
var saved = map[string]struct {
	encoding  Encoding
	separator rune
	language  string
	second    int // the number of the first badge's row
}{
	"excel-en-utf8.csv":        {UTF8, ',', "en", 2},
	"excel-es-1252.csv":        {Windows1252, ';', "es", 2},
	"excel-de-1252.csv":        {Windows1252, ';', "en", 2},
	"excel-en-unicode.txt":     {UTF16LE, '\t', "en", 2},
	"excel-sep.csv":            {UTF8, ';', "es", 2},
	"libreoffice-en.csv":       {UTF8, ',', "en", 2},
	"libreoffice-es.csv":       {UTF16BE, ';', "es", 2},
	"libreoffice-de-utf16.csv": {UTF16LE, ';', "en", 2},
	"numbers-es.csv":           {UTF8, ';', "es", 3},
	"sheets-en.csv":            {UTF8, ',', "en", 2},
	"mac-cr.csv":               {UTF8, ',', "en", 2},
}

func bikes() []designer.Draft {
	a := designer.Draft{Name: "Ayudante de bicis", Kind: designer.KindSkill, Team: "Mesa azul",
		Earner: designer.Earner{Who: "Jóvenes de 16 a 25, con una bici vieja"},
		Issuer: designer.Issuer{Name: "Taller «Kettenwerk»", URL: "https://kettenwerk.example", Email: "badges@kettenwerk.example"},
		Why:    designer.Why{Earner: "Puede usar el taller solo…"},
		Criteria: designer.Criteria{Evidence: "Foto y lista – firmada", Effort: "PT6H", Steps: []designer.Step{
			{Text: "Reparó tres pinchazos; dos de ellos solo"}, {Text: "Ajustó los frenos de \"dos bicis\""},
			{Text: "Acompañó a otra persona", Optional: true}}},
		Look: designer.Look{Metaphor: "Un ciclista blanco sobre azul"},
		Next: designer.Next{Leads: []designer.Lead{{Name: "Guía de taller"}, {Name: "Herramientas seguras"}}, Due: "2026-05-04"}}
	b := designer.Draft{Name: "Curiosidad por los mapas", Kind: designer.KindInterest, Team: "Mesa roja",
		Earner:   designer.Earner{Who: "Visitantes de la biblioteca"},
		Issuer:   designer.Issuer{Name: "Biblioteca de la Ribera", URL: "https://library.example", Email: "hello@library.example"},
		Why:      designer.Why{Earner: "“El banco que añadí”"},
		Criteria: designer.Criteria{Evidence: "Enlace", Effort: "PT90M", Steps: []designer.Step{{Text: "Añadió un lugar real"}}},
		Next:     designer.Next{Leads: []designer.Lead{{Name: "Datos abiertos"}}, Due: "2026-05-31"}}
	return []designer.Draft{a, b}
}

func TestEveryProgramsTableReadsAsTheSameBadges(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.*")
	if len(files) != len(saved) {
		t.Errorf("%d files, %d are told of here", len(files), len(saved))
	}
	for name, want := range saved {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", name))
			if err != nil {
				t.Fatal(err)
			}
			if !IsTable(data) {
				t.Error("it is not known for a table")
			}
			r, err := Read(data)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range r.Problems {
				t.Error(p.Say(locale.For("en")))
			}
			if r.Encoding != want.encoding || r.Separator != want.separator || r.Language != want.language {
				t.Errorf("read as %s, %q, %q", r.Encoding, r.Separator, r.Language)
			}
			if len(r.Drafts) != 2 {
				t.Fatalf("%d badges", len(r.Drafts))
			}
			for i, d := range bikes() {
				got := r.Drafts[i]
				if got.Number != want.second+i || got.Cleaned != 0 {
					t.Errorf("row %d, %d cleaned", got.Number, got.Cleaned)
				}
				if !reflect.DeepEqual(got.Draft, d) {
					t.Errorf("read %+v\nwant %+v", got.Draft, d)
				}
			}
		})
	}
}
