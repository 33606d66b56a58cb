// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"insignia/internal/locale"
)

// The pages that badges are shown on: white, and near-black as dark themes
// have it.
var pages = map[string]color.RGBA{"white": rgb(0xffffff), "near-black": rgb(0x121212)}

func TestContrastIsThatOfWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b uint32
		want float64
	}{
		{0x000000, 0xffffff, 21}, {0xffffff, 0xffffff, 1},
		{0x777777, 0xffffff, 4.478}, {0x767676, 0xffffff, 4.542}, // the well-known pair around 4.5
		{0xff0000, 0xffffff, 3.998}, {0x0000ff, 0xffffff, 8.592},
	} {
		if got := Contrast(rgb(c.a), rgb(c.b)); math.Abs(got-c.want) > 0.001 {
			t.Errorf("%06x on %06x is %.3f, want %.3f", c.a, c.b, got, c.want)
		}
	}
}

// Everything that touches in a badge, at both ends of the gradient, for every
// vision.
func TestPalettesHoldTheirContrast(t *testing.T) {
	if len(palettes) < 24 {
		t.Errorf("%d palettes", len(palettes))
	}
	for _, p := range palettes {
		woven := p.Weave(Paint{From: p.Field, To: p.Field2})
		middle := blend(p.Field, p.Field2, 0.5)
		for _, c := range []struct {
			name string
			a, b color.RGBA
			need float64
		}{
			{"edge on rim", p.Edge, p.Rim, ShapeContrast},
			{"edge on ribbon", p.Edge, p.Ribbon, ShapeContrast},
			{"ribbon text", p.RibbonText, p.Ribbon, TextContrast},
			{"rim on field", p.Rim, p.Field, ShapeContrast},
			{"rim on field's end", p.Rim, p.Field2, ShapeContrast},
			{"icon on field", p.Icon, p.Field, ShapeContrast},
			{"icon on field's end", p.Icon, p.Field2, ShapeContrast},
			{"icon on field's middle", p.Icon, middle, ShapeContrast},
			{"stars on field", p.Star, p.Field, ShapeContrast},
			{"stars on field's end", p.Star, p.Field2, ShapeContrast},
			{"ribbon on field", p.Ribbon, p.Field, ShapeContrast},
			{"ribbon on field's end", p.Ribbon, p.Field2, ShapeContrast},
			{"text on field", p.Text, p.Field, TextContrast},
			{"text on field's end", p.Text, p.Field2, TextContrast},
			{"icon on pattern", p.Icon, woven.From, ShapeContrast},
			{"icon on pattern's end", p.Icon, woven.To, ShapeContrast},
			{"stars on pattern", p.Star, woven.From, ShapeContrast},
			{"stars on pattern's end", p.Star, woven.To, ShapeContrast},
			{"rim on pattern", p.Rim, woven.From, ShapeContrast},
			{"rim on pattern's end", p.Rim, woven.To, ShapeContrast},
			{"text on pattern", p.Text, woven.From, TextContrast},
			{"text on pattern's end", p.Text, woven.To, TextContrast},
			{"fold on tail", fold(p.Ribbon), shade(p.Ribbon, tailShade), foldApart},
		} {
			for _, v := range Visions() {
				if got := Contrast(v.See(c.a), v.See(c.b)); got < c.need {
					t.Errorf("%s: %s %.2f for %s, want %v", p.Name, c.name, got, v, c.need)
				}
			}
		}
	}
}

func TestADoubleRimStandsOutFromEveryPage(t *testing.T) {
	for _, p := range palettes {
		for name, page := range pages {
			if got := max(Contrast(p.Edge, page), Contrast(p.Rim, page)); got < ShapeContrast {
				t.Errorf("%s on %s: %.2f", p.Name, name, got)
			}
		}
	}
}

// Without an edge the rim and the field share the work.
func TestAPlainRimStandsOutFromEveryPage(t *testing.T) {
	for _, p := range palettes {
		for name, page := range pages {
			if got := max(Contrast(p.Rim, page), min(Contrast(p.Field, page), Contrast(p.Field2, page))); got < ShapeContrast {
				t.Errorf("%s on %s: %.2f", p.Name, name, got)
			}
		}
	}
}

func TestPalettesHaveNamesAndWords(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Palettes() {
		if seen[p.Name] {
			t.Errorf("two palettes %s", p.Name)
		}
		seen[p.Name] = true
		if got, ok := PaletteByName(p.Name); !ok || got != p {
			t.Errorf("%s is not found", p.Name)
		}
		for _, lang := range locale.Languages() {
			if !locale.For(lang).Known("colour." + p.Name) {
				t.Errorf("%s has no words in %s", p.Name, lang)
			}
		}
	}
	if _, ok := PaletteByName("nope"); ok {
		t.Error("found a palette that is none")
	}
}

func TestThreeFreeColoursMakeAPaletteWithReadableLetters(t *testing.T) {
	levels := []uint32{0, 0x33, 0x66, 0x99, 0xcc, 0xff}
	for _, r := range levels {
		for _, g := range levels {
			for _, b := range levels {
				c := hex(rgb(r<<16 | g<<8 | b))
				p, wrong := custom(c + "," + c + "," + c)
				if wrong != "" {
					t.Fatalf("%s is not taken", c)
				}
				for name, pair := range map[string][2]color.RGBA{
					"text": {p.Text, p.Field}, "text at the end": {p.Text, p.Field2},
					"ribbon": {p.RibbonText, p.Ribbon}, "edge": {p.Edge, p.Rim},
				} {
					if got := Contrast(pair[0], pair[1]); got < TextContrast {
						t.Errorf("%s: %s %.2f", c, name, got)
					}
				}
			}
		}
	}
}

func TestOnlyWholeColoursMakeAPalette(t *testing.T) {
	for s, part := range map[string]string{"": "", ",": "", ",,": "", "#112233,#445566,#77889": "#77889", "#112233,#445566,#77889g": "#77889g",
		"112233,445566,778899": "112233", "#112233,#445566,#778899,#aabbcc": "#112233,#445566,#778899,#aabbcc",
		"#+12233,#445566,#778899": "#+12233", "white,harbour": "harbour", "navy,,gold": ""} {
		if _, got := custom(s); got != part && !(part == "" && got == "") {
			t.Errorf("%q: %q is wrong, want %q", s, got, part)
		}
		if _, ok := colour(part); part != s && ok {
			t.Errorf("%q is a colour", part)
		}
	}
	for s, want := range map[string]Palette{
		"#0B3d91,#ffffff,#ff8c1a":    {Field: rgb(0x0b3d91), Rim: white, Icon: rgb(0xff8c1a)},
		"navy,white,gold":            {Field: rgb(0x12264f), Rim: white, Icon: rgb(0xffd700)},
		"Azul Marino,blanco,#ff8c1a": {Field: rgb(0x12264f), Rim: white, Icon: rgb(0xff8c1a)},
	} {
		if p, wrong := custom(s); wrong != "" || p.Field != want.Field || p.Rim != want.Rim || p.Icon != want.Icon {
			t.Errorf("%s: %v %q", s, p, wrong)
		}
	}
}

// Whoever names one colour gets the others so that everything reads.
func TestOneColourIsEnough(t *testing.T) {
	for _, h := range hues {
		for _, s := range []string{h.Name, h.Name + "," + hex(ink(h.Colour))} {
			p, wrong := custom(s)
			if wrong != "" {
				t.Fatal(s, wrong)
			}
			for name, c := range map[string]color.RGBA{"rim": p.Rim, "icon": p.Icon, "text": p.Text} {
				if got := min(Contrast(c, p.Field), Contrast(c, p.Field2)); got < ShapeContrast {
					t.Errorf("%s: %s %.2f", s, name, got)
				}
			}
		}
	}
}

func TestHuesAreFoundByEachOfTheirWordsOnce(t *testing.T) {
	seen := map[string]string{}
	for _, h := range Hues() {
		if h.Words("en")[0] != h.Name || h.Words("xx")[0] != h.Name || h.Words("es-MX")[0] == "" {
			t.Errorf("%s: %q", h.Name, h.Words("en"))
		}
		for _, lang := range []string{"en", "es"} {
			for _, w := range h.Words(lang) {
				if other := seen[w]; other != "" && other != h.Name {
					t.Errorf("%s is %s and %s", w, other, h.Name)
				}
				seen[w] = h.Name
				if got, ok := HueByName(" " + strings.ToUpper(w)); !ok || got.Name != h.Name {
					t.Errorf("%s finds %q", w, got.Name)
				}
			}
		}
	}
	if _, ok := HueByName("hue"); ok {
		t.Error("found a colour that is none")
	}
}

// What people say when they see a palette, the field's colour first.
func TestColoursAreCalledAsPeopleCallThem(t *testing.T) {
	for _, p := range palettes {
		if _, _, _, ok := Called(p.Name); !ok || called[p.Name] == [3]string{} {
			t.Errorf("%s has no words", p.Name)
		}
		for _, n := range called[p.Name] {
			if h, ok := HueByName(n); !ok || h.Name != n {
				t.Errorf("%s: there is no hue %s", p.Name, n)
			}
		}
	}
	for typed, want := range map[string][3]string{
		"navy,white,gold": {"navy", "white", "gold"}, "#2b6b4d,#f6c453": {"dark green", "gold", "white"}, "azul marino": {"navy", "white", "white"},
		"#f9a8c4,#6b0f39,#a31d55": {"pink", "wine", "wine"}, "#9fe8df": {"turquoise", "charcoal", "black"},
	} {
		f, r, m, ok := Called(typed)
		if got := [3]string{f.Name, r.Name, m.Name}; !ok || got != want {
			t.Errorf("%s is %q, want %q", typed, got, want)
		}
	}
	if _, _, _, ok := Called("no,colours"); ok {
		t.Error("words for what is no colour")
	}
	for _, n := range spoken {
		if h, _ := HueByName(n); HueOf(h.Colour).Name != n {
			t.Errorf("%s is called %s", n, HueOf(h.Colour).Name)
		}
	}
}
