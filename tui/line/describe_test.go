// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"strings"
	"testing"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/render"
	"insignia/render/icon"
)

func TestAPictureIsDescribedInWords(t *testing.T) {
	d := designer.Draft{Look: designer.Look{Shape: "shield", Rim: "double", Field: "solid", Colours: "harbour", Icon: "wrench",
		Text: "REPAIR", Ribbon: "2026", Stars: 2, Alt: "A wrench on blue"}}
	want := map[string]string{
		"en": "Wrench in white on a shield in blue, with a double rim in gold; at the top “REPAIR”, on a ribbon “2026”, 2 stars. " +
			"The colours are called Harbour. In its author’s words: A wrench on blue",
		"es": "Llave inglesa de color blanco sobre un escudo de color azul, con un borde doble de color dorado; arriba «REPAIR», en una cinta «2026», 2 estrellas. " +
			"Los colores se llaman Puerto. En palabras de su autor: A wrench on blue",
	}
	for lang, w := range want {
		if got := Describe(locale.For(lang), d); got != w {
			t.Errorf("%s\ngot  %s\nwant %s", lang, got, w)
		}
	}
}

// A description names all that can be drawn: no id of ours comes through.
func TestWhateverCanBeChosenHasAWord(t *testing.T) {
	for _, lang := range locale.Languages() {
		w := locale.For(lang)
		for _, l := range looks() {
			got := Describe(w, designer.Draft{Look: l})
			if strings.Contains(got, "[") || strings.Contains(got, "  ") || strings.Contains(got, ": .") {
				t.Errorf("%s %+v: %s", lang, l, got)
			}
		}
	}
}

func looks() []designer.Look {
	out := []designer.Look{{}, {Shape: "blob", Rim: "wavy", Colours: "#112233,#445566,#778899", Icon: "nothing"}}
	shape, _ := designer.FieldByID("look.shape")
	rim, _ := designer.FieldByID("look.rim")
	for _, s := range shape.Options {
		for _, r := range rim.Options {
			out = append(out, designer.Look{Shape: s, Rim: r})
		}
	}
	for _, p := range render.Palettes() {
		out = append(out, designer.Look{Colours: p.Name})
	}
	for _, i := range icon.All() {
		out = append(out, designer.Look{Icon: i.Name})
	}
	return out
}
