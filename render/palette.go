// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"
	"slices"
	"strconv"
	"strings"
)

// Palette is a set of colours that are safe beside each other: a test takes
// every pair that touches, at both ends of the gradient, and holds it to
// ShapeContrast, letters to TextContrast, for every Vision. Edge and rim together stand out
// from a white page as from a near-black one.
type Palette struct {
	Name       string // what a draft keeps; its words are colour.<name>
	Edge       color.RGBA
	Rim        color.RGBA
	Field      color.RGBA
	Field2     color.RGBA // the gradient's end
	Icon       color.RGBA
	Text       color.RGBA
	Star       color.RGBA
	Ribbon     color.RGBA
	RibbonText color.RGBA
}

// palettes are listed from cool to warm, the light ones last.
var palettes = []Palette{
	{"harbour", rgb(0x0b2239), rgb(0xf6c453), rgb(0x1f5a9e), rgb(0x0f315c), rgb(0xffffff), rgb(0xffffff), rgb(0xf6c453), rgb(0xf6c453), rgb(0x0b2239)},
	{"ocean", rgb(0x04222f), rgb(0xffe08a), rgb(0x0b5f86), rgb(0x063b57), rgb(0xffffff), rgb(0xffffff), rgb(0xffe08a), rgb(0xffe08a), rgb(0x04222f)},
	{"lagoon", rgb(0x06282e), rgb(0x9fe8df), rgb(0x0f6f78), rgb(0x08474f), rgb(0xffffff), rgb(0xffffff), rgb(0xffd27a), rgb(0xffd27a), rgb(0x06282e)},
	{"mint", rgb(0x06291f), rgb(0xb8f2d6), rgb(0x12705a), rgb(0x0a4a3c), rgb(0xffffff), rgb(0xffffff), rgb(0xffd98a), rgb(0xb8f2d6), rgb(0x06291f)},
	{"forest", rgb(0x0d281c), rgb(0xeadfb4), rgb(0x2b6b4d), rgb(0x174030), rgb(0xffffff), rgb(0xffffff), rgb(0xf4d35e), rgb(0xeadfb4), rgb(0x0d281c)},
	{"olive", rgb(0x1c1f0a), rgb(0xeef0b8), rgb(0x5b6322), rgb(0x3a4014), rgb(0xffffff), rgb(0xffffff), rgb(0xffd45c), rgb(0xeef0b8), rgb(0x1c1f0a)},
	{"iris", rgb(0x171640), rgb(0xd3d4ff), rgb(0x4a45b0), rgb(0x2c2873), rgb(0xffffff), rgb(0xffffff), rgb(0xffd76e), rgb(0xd3d4ff), rgb(0x171640)},
	{"plum", rgb(0x28103a), rgb(0xdcc0f2), rgb(0x6d3596), rgb(0x431c61), rgb(0xffffff), rgb(0xffffff), rgb(0xffd166), rgb(0xffd166), rgb(0x28103a)},
	{"berry", rgb(0x380a23), rgb(0xffc9dc), rgb(0xa31d55), rgb(0x6b0f39), rgb(0xffffff), rgb(0xffffff), rgb(0xffdf8e), rgb(0xffc9dc), rgb(0x380a23)},
	{"rose", rgb(0x3b0a16), rgb(0xffd7dc), rgb(0xb0283f), rgb(0x741527), rgb(0xffffff), rgb(0xffffff), rgb(0xffe3a0), rgb(0xffd7dc), rgb(0x3b0a16)},
	{"ember", rgb(0x3a110a), rgb(0xffd9a3), rgb(0xb53a1e), rgb(0x7c2011), rgb(0xffffff), rgb(0xffffff), rgb(0xffd9a3), rgb(0xffd9a3), rgb(0x3a110a)},
	{"brick", rgb(0x2d1109), rgb(0xffe2c4), rgb(0x9a4223), rgb(0x642812), rgb(0xffffff), rgb(0xffffff), rgb(0xffd166), rgb(0xffe2c4), rgb(0x2d1109)},
	{"cocoa", rgb(0x25150c), rgb(0xeccfa6), rgb(0x744828), rgb(0x472a17), rgb(0xfff3e0), rgb(0xfff3e0), rgb(0xf9c74f), rgb(0xeccfa6), rgb(0x25150c)},
	{"steel", rgb(0x0c1a20), rgb(0xd4e6ec), rgb(0x356273), rgb(0x1e3f4c), rgb(0xffffff), rgb(0xffffff), rgb(0xffd27a), rgb(0xffd27a), rgb(0x0c1a20)},
	{"slate", rgb(0x101826), rgb(0xcdd6e2), rgb(0x3b4a60), rgb(0x1f2a3c), rgb(0xffffff), rgb(0xffffff), rgb(0x7dd3fc), rgb(0x7dd3fc), rgb(0x101826)},
	{"graphite", rgb(0x121212), rgb(0xf2f2f2), rgb(0x474747), rgb(0x262626), rgb(0xffffff), rgb(0xffffff), rgb(0xf6c453), rgb(0xf6c453), rgb(0x121212)},
	{"night", rgb(0x12100e), rgb(0xffd23f), rgb(0x36312c), rgb(0x181513), rgb(0xffd23f), rgb(0xffffff), rgb(0xffd23f), rgb(0xffd23f), rgb(0x12100e)},
	{"sky", rgb(0xffffff), rgb(0x1d4e89), rgb(0xeaf4ff), rgb(0xc2dffa), rgb(0x17406f), rgb(0x17406f), rgb(0xa83d0c), rgb(0x1d4e89), rgb(0xffffff)},
	{"mist", rgb(0xffffff), rgb(0x37475a), rgb(0xf3f6f9), rgb(0xd3dde6), rgb(0x26333f), rgb(0x26333f), rgb(0xa33c0c), rgb(0x37475a), rgb(0xffffff)},
	{"lilac", rgb(0xffffff), rgb(0x57318a), rgb(0xf4effc), rgb(0xdccdf5), rgb(0x432270), rgb(0x432270), rgb(0x983d0d), rgb(0x57318a), rgb(0xffffff)},
	{"petal", rgb(0xffffff), rgb(0x8c1d55), rgb(0xfdeef5), rgb(0xf6cbe0), rgb(0x6e1342), rgb(0x6e1342), rgb(0x9a3d00), rgb(0x8c1d55), rgb(0xffffff)},
	{"meadow", rgb(0xffffff), rgb(0x2b6b4d), rgb(0xf1f9e8), rgb(0xd3ebbd), rgb(0x1c4a35), rgb(0x1c4a35), rgb(0xb4430f), rgb(0x2b6b4d), rgb(0xffffff)},
	{"lemon", rgb(0xffffff), rgb(0x4d4a12), rgb(0xfffbe0), rgb(0xf5e98f), rgb(0x3a380b), rgb(0x3a380b), rgb(0xa8321a), rgb(0x4d4a12), rgb(0xffffff)},
	{"sand", rgb(0xfffaf0), rgb(0x8a3d12), rgb(0xfff4db), rgb(0xf8dfab), rgb(0x63300f), rgb(0x63300f), rgb(0xa8321a), rgb(0xa8321a), rgb(0xffffff)},
}

// Palettes returns every palette in the order in which people choose.
func Palettes() []Palette { return slices.Clone(palettes) }

// PaletteByName returns the palette with that name.
func PaletteByName(name string) (Palette, bool) {
	for i := range palettes {
		if palettes[i].Name == name {
			return palettes[i], true
		}
	}
	return Palette{}, false
}

// custom makes a palette of one to three colours typed as "field,rim,accent",
// each #rrggbb or the name of a Hue. The rest is chosen to be as readable as it
// can be on them; what stays below the limits is for Problems to say. The second
// result is what is no colour, empty when all are.
func custom(s string) (Palette, string) {
	typed := strings.Split(s, ",")
	if len(typed) > 3 {
		return Palette{}, s
	}
	var c [3]color.RGBA
	for i, t := range typed {
		v, ok := colour(t)
		if !ok {
			return Palette{}, t
		}
		c[i] = v
	}
	field := c[0]
	text := ink(field)
	if len(typed) < 2 {
		c[1] = blend(text, field, 0.12)
	}
	if len(typed) < 3 {
		c[2] = text
	}
	rim, accent := c[1], c[2]
	return Palette{
		Edge: ink(rim), Rim: rim,
		// The gradient runs away from the letters' colour, so its end reads no worse.
		Field: field, Field2: blend(field, ink(text), 0.35),
		Icon: accent, Text: text, Star: accent,
		Ribbon: accent, RibbonText: ink(accent),
	}, ""
}

// colour reads #rrggbb, or the name of a Hue in any language.
func colour(s string) (color.RGBA, bool) {
	if v, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32); err == nil && len(s) == 7 && s[0] == '#' {
		return rgb(uint32(v)), true
	}
	h, ok := HueByName(s)
	return h.Colour, ok
}

var white, black = rgb(0xffffff), rgb(0x000000)

// ink is white or black, whichever reads better on c. One of them always has
// at least √21 or 4.58:1, which is enough for letters.
func ink(c color.RGBA) color.RGBA {
	if Contrast(c, white) >= Contrast(c, black) {
		return white
	}
	return black
}

func rgb(v uint32) color.RGBA { return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255} }
