// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"
	"slices"
	"strings"

	"insignia/render/icon"
)

// Hue is a colour that people call by its name.
type Hue struct {
	Name   string   // English, as a draft may keep it
	Words  []string // what it is called, English first, then Spanish
	Colour color.RGBA
}

// hues are the colours of everyday speech. The values are those CSS Color 4
// gives the same name; where it has none, or one that nobody would expect
// ("green" is dark there, "pink" is pale), the middle of what people mean.
var hues = []Hue{
	{"white", []string{"white", "blanco"}, rgb(0xffffff)},
	{"ivory", []string{"ivory", "marfil"}, rgb(0xfffff0)},
	{"cream", []string{"cream", "crema"}, rgb(0xfff4d6)},
	{"beige", []string{"beige", "beis"}, rgb(0xe8dcc0)},
	{"silver", []string{"silver", "plata", "plateado"}, rgb(0xc0c0c0)},
	{"grey", []string{"grey", "gray", "gris"}, rgb(0x808080)},
	{"charcoal", []string{"charcoal", "dark grey", "dark gray", "gris oscuro", "antracita"}, rgb(0x36393f)},
	{"black", []string{"black", "negro"}, rgb(0x000000)},
	{"yellow", []string{"yellow", "amarillo"}, rgb(0xffe000)},
	{"gold", []string{"gold", "oro", "dorado"}, rgb(0xffd700)},
	{"mustard", []string{"mustard", "mostaza"}, rgb(0xd9a514)},
	{"amber", []string{"amber", "ámbar"}, rgb(0xffbf00)},
	{"orange", []string{"orange", "naranja"}, rgb(0xff8c00)},
	{"peach", []string{"peach", "melocotón"}, rgb(0xffcba4)},
	{"coral", []string{"coral"}, rgb(0xff7f50)},
	{"salmon", []string{"salmon", "salmón"}, rgb(0xfa8072)},
	{"red", []string{"red", "rojo"}, rgb(0xd7191c)},
	{"crimson", []string{"crimson", "carmesí"}, rgb(0xdc143c)},
	{"wine", []string{"wine", "burgundy", "maroon", "vino", "granate", "burdeos"}, rgb(0x7b1e3a)},
	{"pink", []string{"pink", "rosa"}, rgb(0xf78fb3)},
	{"magenta", []string{"magenta", "fuchsia", "fucsia"}, rgb(0xc2187e)},
	{"lavender", []string{"lavender", "lavanda"}, rgb(0xc9b6f2)},
	{"violet", []string{"violet", "violeta"}, rgb(0x7f3fbf)},
	{"purple", []string{"purple", "morado", "púrpura"}, rgb(0x6a1b9a)},
	{"indigo", []string{"indigo", "índigo", "añil"}, rgb(0x4b0082)},
	{"navy", []string{"navy", "navy blue", "dark blue", "azul marino", "azul oscuro"}, rgb(0x12264f)},
	{"blue", []string{"blue", "azul"}, rgb(0x1f5fbf)},
	{"sky blue", []string{"sky blue", "light blue", "celeste", "azul cielo", "azul claro"}, rgb(0x87ceeb)},
	{"turquoise", []string{"turquoise", "turquesa"}, rgb(0x40e0d0)},
	{"cyan", []string{"cyan", "cian"}, rgb(0x00bcd4)},
	{"teal", []string{"teal", "petrol", "azul petróleo", "verde azulado"}, rgb(0x007a7a)},
	{"green", []string{"green", "verde"}, rgb(0x1e8e3e)},
	{"dark green", []string{"dark green", "verde oscuro", "verde botella"}, rgb(0x0b4f2c)},
	{"light green", []string{"light green", "verde claro"}, rgb(0x90d090)},
	{"lime", []string{"lime", "lima", "verde lima"}, rgb(0xb5e61d)},
	{"khaki", []string{"khaki", "caqui"}, rgb(0xb8a96a)},
	{"tan", []string{"tan", "canela"}, rgb(0xd2b48c)},
	{"bronze", []string{"bronze", "bronce"}, rgb(0xb0702f)},
	{"copper", []string{"copper", "cobre"}, rgb(0xb5622f)},
	{"brown", []string{"brown", "marrón"}, rgb(0x6b4226)},
	{"chocolate", []string{"chocolate", "dark brown", "marrón oscuro"}, rgb(0x3e2513)},
}

// Hues returns every colour that has a name.
func Hues() []Hue { return slices.Clone(hues) }

// HueByName finds a colour by one of its words; case and accents do not count.
func HueByName(s string) (Hue, bool) {
	s = icon.Fold(strings.ReplaceAll(s, "-", " "))
	if s == "" {
		return Hue{}, false
	}
	for _, h := range hues {
		for _, w := range h.Words {
			if icon.Fold(w) == s {
				return h, true
			}
		}
	}
	return Hue{}, false
}
