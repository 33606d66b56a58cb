// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package alt

import (
	"strings"
	"testing"
	"unicode/utf8"

	"insignia/designer"
	"insignia/internal/locale"
)

func TestAPictureIsSaidInOneSentence(t *testing.T) {
	for _, c := range []struct {
		look   designer.Look
		en, es string
	}{
		{designer.Look{Shape: "circle", Colours: "harbour", Icon: "bicycle"},
			"Bicycle in white on a circle in blue, with a double rim in gold.",
			"Bicicleta de color blanco sobre un círculo de color azul, con un borde doble de color dorado."},
		{designer.Look{Shape: "octagon", Rim: "none", Colours: "navy,white,gold", Icon: "map", Icon2: "tree", Text: "MAP CURIOUS", Stars: 2},
			"Map and tree in gold on an octagon in navy; at the top “MAP CURIOUS”, 2 stars.",
			"Mapa y árbol de color dorado sobre un octágono de color azul marino; arriba «MAP CURIOUS», 2 estrellas."},
		{designer.Look{Shape: "star", Rim: "stitched", Colours: "petal", Letters: "B2", Ribbon: "LEVEL  1", Lower: "English", Stars: 1, Mark: "bars"},
			"The letters B2 in wine on a star in pink, with a stitched rim in wine; on a ribbon “LEVEL 1”, at the bottom “English”, one of three bars.",
			"Las letras B2 de color vino sobre una estrella de color rosa, con un borde pespunteado de color vino; en una cinta «LEVEL 1», abajo «English», una de tres barras."},
		{designer.Look{Shape: "blob", Rim: "lace", Colours: "nothing", Icon: "nothing"},
			"A figure in white on a circle in blue, with a double rim in gold.", "Una figura de color blanco sobre un círculo de color azul, con un borde doble de color dorado."},
		{designer.Look{Centre: "whole", Picture: "x"}, "A picture of the people’s own.", "Una imagen propia."},
	} {
		for lang, want := range map[string]string{"en": c.en, "es": c.es} {
			if got := Sentence(locale.For(lang), designer.Draft{Look: c.look}); got != want {
				t.Errorf("%s: %s\nwant %s", lang, got, want)
			}
		}
	}
}

func TestEveryLookHasWordsOfItsOwn(t *testing.T) {
	for _, lang := range locale.Languages() {
		w := locale.For(lang)
		for _, id := range []string{"look.shape", "look.rim", "look.centre"} {
			f, _ := designer.FieldByID(id)
			said := map[string]string{}
			for _, o := range f.Options {
				d := designer.Draft{Look: designer.Look{Letters: "A", Pixels: "x", Picture: "x", Icon2: "map", Centre: "icon"}}
				if err := d.Set(id, o); err != nil {
					t.Fatal(err)
				}
				s := Sentence(w, d)
				if other := said[s]; other != "" {
					t.Errorf("%s: %s %s is said as %s", lang, id, o, other)
				}
				said[s] = o
				if strings.ContainsAny(s, "{}[]") || strings.Contains(s, "alt.") || !utf8.ValidString(s) {
					t.Errorf("%s: %q", lang, s)
				}
			}
		}
	}
}

func TestTheSentenceIsInThePictureUnlessPeopleWroteTheirOwn(t *testing.T) {
	d := designer.Draft{Language: "es-MX", Look: designer.Look{Icon: "bicycle"}}
	if got := Draw(d).Alt(); !strings.HasPrefix(got, "Bicicleta") {
		t.Errorf("%q", got)
	}
	svg, err := Draw(d).SVG()
	if err != nil || !strings.Contains(string(svg), "<desc>Bicicleta de color blanco") {
		t.Errorf("%v %.200s", err, svg)
	}
	d.Look.Alt = "Our bike"
	if got := Draw(d).Alt(); got != "Our bike" {
		t.Errorf("%q", got)
	}
}
