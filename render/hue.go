// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"insignia/render/icon"
)

// Hue is a colour that people call by its name.
type Hue struct {
	Name   string // English, as a draft may keep it
	en, es string // what it is called, the usual word first
	Colour color.RGBA
}

// hues are the colours of everyday speech. The values are those CSS Color 4
// gives the same name; where it has none, or one that nobody would expect
// ("green" is dark there, "pink" is pale), the middle of what people mean.
var hues = []Hue{
	{"white", "white", "blanco", rgb(0xffffff)},
	{"ivory", "ivory", "marfil", rgb(0xfffff0)},
	{"cream", "cream", "crema", rgb(0xfff4d6)},
	{"beige", "beige", "beis", rgb(0xe8dcc0)},
	{"silver", "silver", "plateado, plata", rgb(0xc0c0c0)},
	{"grey", "grey, gray", "gris", rgb(0x808080)},
	{"charcoal", "charcoal, dark grey, dark gray", "gris oscuro, antracita", rgb(0x36393f)},
	{"black", "black", "negro", rgb(0x000000)},
	{"yellow", "yellow", "amarillo", rgb(0xffe000)},
	{"gold", "gold", "dorado, oro", rgb(0xffd700)},
	{"mustard", "mustard", "mostaza", rgb(0xd9a514)},
	{"amber", "amber", "ámbar", rgb(0xffbf00)},
	{"orange", "orange", "naranja", rgb(0xff8c00)},
	{"peach", "peach", "melocotón", rgb(0xffcba4)},
	{"coral", "coral", "coral", rgb(0xff7f50)},
	{"salmon", "salmon", "salmón", rgb(0xfa8072)},
	{"red", "red", "rojo", rgb(0xd7191c)},
	{"crimson", "crimson", "carmesí", rgb(0xdc143c)},
	{"wine", "wine, burgundy, maroon", "vino, granate, burdeos", rgb(0x7b1e3a)},
	{"pink", "pink", "rosa", rgb(0xf78fb3)},
	{"magenta", "magenta, fuchsia", "fucsia", rgb(0xc2187e)},
	{"lavender", "lavender", "lavanda", rgb(0xc9b6f2)},
	{"violet", "violet", "violeta", rgb(0x7f3fbf)},
	{"purple", "purple", "morado, púrpura", rgb(0x6a1b9a)},
	{"indigo", "indigo", "índigo, añil", rgb(0x4b0082)},
	{"navy", "navy, navy blue, dark blue", "azul marino, azul oscuro", rgb(0x12264f)},
	{"blue", "blue", "azul", rgb(0x1f5fbf)},
	{"sky blue", "sky blue, light blue", "celeste, azul cielo, azul claro", rgb(0x87ceeb)},
	{"turquoise", "turquoise", "turquesa", rgb(0x40e0d0)},
	{"cyan", "cyan", "cian", rgb(0x00bcd4)},
	{"teal", "teal, petrol", "azul petróleo, verde azulado", rgb(0x007a7a)},
	{"green", "green", "verde", rgb(0x1e8e3e)},
	{"dark green", "dark green", "verde oscuro, verde botella", rgb(0x0b4f2c)},
	{"light green", "light green", "verde claro", rgb(0x90d090)},
	{"lime", "lime", "lima, verde lima", rgb(0xb5e61d)},
	{"khaki", "khaki", "caqui", rgb(0xb8a96a)},
	{"tan", "tan", "canela", rgb(0xd2b48c)},
	{"bronze", "bronze", "bronce", rgb(0xb0702f)},
	{"copper", "copper", "cobre", rgb(0xb5622f)},
	{"brown", "brown", "marrón", rgb(0x6b4226)},
	{"chocolate", "chocolate, dark brown", "chocolate, marrón oscuro", rgb(0x3e2513)},
}

// Hues returns every colour that has a name.
func Hues() []Hue { return slices.Clone(hues) }

// Words are what it is called in a language, the usual word first; a language
// that we do not have gives English.
func (h Hue) Words(lang string) []string {
	if base, _, _ := strings.Cut(strings.ToLower(lang), "-"); base == "es" {
		return strings.Split(h.es, ", ")
	}
	return strings.Split(h.en, ", ")
}

// HueByName finds a colour by one of its words in any language; case and
// accents do not count.
func HueByName(s string) (Hue, bool) {
	s = icon.Fold(strings.ReplaceAll(s, "-", " "))
	if s == "" {
		return Hue{}, false
	}
	for _, h := range hues {
		for _, lang := range icon.Languages() {
			for _, w := range h.Words(lang) {
				if icon.Fold(w) == s {
					return h, true
				}
			}
		}
	}
	return Hue{}, false
}

// spoken are the hues that a colour is called by when nobody has named it: few
// enough that everybody would use the word.
var spoken = []string{"white", "cream", "beige", "grey", "charcoal", "black", "yellow", "gold", "orange", "peach", "red", "wine", "pink",
	"lavender", "violet", "purple", "navy", "blue", "sky blue", "turquoise", "teal", "green", "dark green", "light green", "brown", "chocolate"}

// HueOf is what people would call a colour.
func HueOf(c color.RGBA) Hue {
	l, a, b := OKLab(c)
	best, least := Hue{}, math.Inf(1)
	for _, h := range hues {
		if !slices.Contains(spoken, h.Name) {
			continue
		}
		x, y, z := OKLab(h.Colour)
		// The hue tells names apart more than lightness and colourfulness do: a pale
		// pink is a pink.
		c, k := math.Hypot(a, b), math.Hypot(y, z)
		turn := 2 * (c*k - a*y - b*z)
		if far := 0.1*(l-x)*(l-x) + (c-k)*(c-k) + 3*turn; far < least {
			best, least = h, far
		}
	}
	return best
}

// called are the hues of the field, the rim and the icon of a ready palette, as
// people say when they see it.
var called = map[string][3]string{
	"harbour":  {"blue", "gold", "white"},
	"ocean":    {"blue", "yellow", "white"},
	"lagoon":   {"teal", "turquoise", "white"},
	"mint":     {"green", "light green", "white"},
	"forest":   {"green", "cream", "white"},
	"olive":    {"green", "cream", "white"},
	"iris":     {"indigo", "lavender", "white"},
	"plum":     {"purple", "lavender", "white"},
	"berry":    {"wine", "pink", "white"},
	"rose":     {"red", "pink", "white"},
	"ember":    {"red", "peach", "white"},
	"brick":    {"brown", "peach", "white"},
	"cocoa":    {"brown", "beige", "cream"},
	"steel":    {"grey", "silver", "white"},
	"slate":    {"charcoal", "silver", "white"},
	"graphite": {"charcoal", "white", "white"},
	"night":    {"black", "yellow", "yellow"},
	"sky":      {"sky blue", "blue", "navy"},
	"mist":     {"silver", "charcoal", "charcoal"},
	"lilac":    {"lavender", "purple", "purple"},
	"petal":    {"pink", "wine", "wine"},
	"meadow":   {"light green", "green", "dark green"},
	"lemon":    {"yellow", "brown", "brown"},
	"sand":     {"cream", "brown", "brown"},
}

// Called are the hues of the field, the rim and the icon of a look's colours.
// It reports false for colours that are none.
func Called(colours string) (field, rim, middle Hue, ok bool) {
	if c, ready := called[colours]; ready {
		field, _ = HueByName(c[0])
		rim, _ = HueByName(c[1])
		middle, _ = HueByName(c[2])
		return field, rim, middle, true
	}
	p, wrong := custom(colours)
	if wrong != "" {
		return field, rim, middle, false
	}
	out := [3]Hue{HueOf(p.Field), HueOf(p.Rim), HueOf(p.Icon)}
	for i, typed := range strings.Split(colours, ",") {
		if h, named := HueByName(typed); named {
			out[i] = h
		}
	}
	return out[0], out[1], out[2], true
}
