// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package render draws badges: a draft's look becomes a scene, and a scene
// becomes pixels or vectors. It is pure: it knows no clock, terminal, disk or
// chance, and the same draft gives the same bytes. What a picture cannot show
// as asked is told as problems, never repaired in silence.
package render

import (
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/render/drawing"
	"insignia/render/icon"
)

// The least and the greatest side of a PNG.
const (
	MinPixels = 16
	MaxPixels = 4096
)

// Picture is a badge's picture. It is the same at any size.
type Picture struct {
	look     designer.Look
	scene    Scene
	colours  Palette
	problems []designer.Problem
}

// Of draws the draft's badge. Any draft has a picture: what is not set is
// chosen, and what cannot be drawn is left out and told by Problems.
func Of(d designer.Draft) Picture {
	p := Picture{look: Fill(d)}
	bare := d
	bare.Look = designer.Look{}
	parts := p.resolve(Fill(bare))
	p.colours = parts.colours
	c := compose(parts)
	for _, f := range c.small {
		p.warn("LOOK-FIT", f, nil)
	}
	p.scene = Scene{Title: d.Name, Desc: d.Look.Alt, Items: c.items}
	return p
}

// Look is the draft's look with everything chosen.
func (p Picture) Look() designer.Look { return p.look }

// Alt says in words what the picture shows: what the look says, see package alt
// for what is said where it says nothing.
func (p Picture) Alt() string { return p.scene.Desc }

// Colours are the picture's.
func (p Picture) Colours() Palette { return p.colours }

// Scene is the badge as figures.
func (p Picture) Scene() Scene { return p.scene }

// Problems says what the picture does not show as asked, or shows badly.
func (p Picture) Problems() []designer.Problem { return slices.Clone(p.problems) }

// SVG returns the picture as a self-contained SVG with a square viewBox.
func (p Picture) SVG() ([]byte, error) { return p.scene.SVG(), nil }

// PNG returns the picture as a PNG of px by px pixels with a transparent
// ground. A size outside MinPixels to MaxPixels is an error, picture-size.
func (p Picture) PNG(px int) ([]byte, error) {
	if px < MinPixels || px > MaxPixels {
		return nil, &designer.Error{Code: "picture-size", Args: designer.Args{
			"value": strconv.Itoa(px), "min": strconv.Itoa(MinPixels), "max": strconv.Itoa(MaxPixels)}}
	}
	return p.scene.png(px)
}

func (p *Picture) warn(code, field string, args designer.Args) {
	p.problems = append(p.problems, designer.Problem{
		Code: code, Level: designer.Warn, Question: designer.AskLook, Field: field, Args: args})
}

// resolve looks the names of the look up. An unknown one is told, and drawn
// as the usual look has it.
func (p *Picture) resolve(usual designer.Look) parts {
	l := p.look
	out := parts{stars: min(max(l.Stars, 0), marksMost)}
	choice := func(field, value, usual string) string {
		f, _ := designer.FieldByID(field)
		if slices.Contains(f.Options, value) {
			return value
		}
		p.unknown(field, value, f.Options)
		return usual
	}
	out.figure = figures[choice("look.shape", l.Shape, usual.Shape)]
	out.rim = choice("look.rim", l.Rim, usual.Rim)
	out.fill = choice("look.field", l.Field, usual.Field)
	out.pattern = choice("look.pattern", l.Pattern, usual.Pattern)
	out.mark = choice("look.mark", l.Mark, usual.Mark)
	out.centre = choice("look.centre", l.Centre, usual.Centre)
	var ok bool
	if out.colours, ok = PaletteByName(l.Colours); !ok {
		var wrong string
		if out.colours, wrong = custom(l.Colours); wrong == "" {
			p.contrast(out)
		} else {
			known := names(palettes, func(x Palette) string { return x.Name })
			if wrong != l.Colours {
				known = names(hues, func(x Hue) string { return x.Name })
			}
			p.unknown("look.colours", wrong, known)
			out.colours, _ = PaletteByName(usual.Colours)
		}
	}
	figure := func(field, value, usual string) icon.Icon {
		i, ok := icon.ByName(value)
		if !ok {
			p.unknown(field, value, names(icon.All(), func(x icon.Icon) string { return x.Name }))
			i, _ = icon.ByName(usual)
		}
		return i
	}
	out.icon = figure("look.icon", l.Icon, usual.Icon)
	if out.centre == "icons" {
		out.icon2 = figure("look.icon2", l.Icon2, usual.Icon2)
	}
	out.text = p.line("look.text", l.Text, textTrack)
	out.lower = p.line("look.lower", l.Lower, textTrack)
	out.banner = p.line("look.ribbon", l.Ribbon, ribbonTrack)
	p.content(&out)
	return out
}

// content looks up what stands in the middle. What is not there to be shown is
// told, and the icon shown instead.
func (p *Picture) content(out *parts) {
	missing := false
	switch out.centre {
	case "letters":
		out.initials = p.line("look.letters", p.look.Letters, monogramTrack)
		missing = len(out.initials.letters) == 0
	case "drawing":
		out.drawing = p.layers()
		missing = len(out.drawing) == 0
	case "picture", "cover", "whole":
		out.bitmap = p.bitmap()
		missing = out.bitmap == nil
	}
	if missing {
		if len(p.problems) == 0 || p.problems[len(p.problems)-1].Field != contents[out.centre] {
			p.warn("LOOK-EMPTY", contents[out.centre], nil)
		}
		out.centre = "icon"
	}
}

// contents are the fields that say what a centre shows.
var contents = map[string]string{
	"letters": "look.letters", "drawing": "look.pixels",
	"picture": "look.picture", "cover": "look.picture", "whole": "look.picture",
}

// layers are the figures of the drawing.
func (p *Picture) layers() []drawing.Layer {
	if p.look.Pixels == "" {
		return nil
	}
	g, err := designer.ParseGrid(p.look.Pixels)
	if err != nil {
		p.broken("look.pixels")
		return nil
	}
	return drawing.Layers(&g, p.look.Edges != "squares")
}

// bitmap is the people's own picture.
func (p *Picture) bitmap() *Bitmap {
	if p.look.Picture == "" {
		return nil
	}
	m, err := bitmapOf(p.look.Picture)
	if err != nil {
		p.broken("look.picture")
		return nil
	}
	return m
}

func (p *Picture) broken(field string) { p.warn("LOOK-BROKEN", field, nil) }

// line sets a text and tells what the font does not have.
func (p *Picture) line(field, s string, track float64) line {
	l := bold().set(s, track)
	if len(l.missing) > 0 {
		p.warn("LOOK-GLYPH", field, designer.Args{"chars": string(l.missing[:min(len(l.missing), 12)])})
	}
	return l
}

// contrast tells which of three free colours are too near to each other. The
// letters' colours are ours and always far enough.
func (p *Picture) contrast(q parts) {
	c := q.colours
	check := func(a color.RGBA) {
		ratio := Contrast(a, c.Field)
		if q.fill != "solid" {
			ratio = min(ratio, Contrast(a, c.Field2))
		}
		if ratio < ShapeContrast {
			p.warn("LOOK-CONTRAST", "look.colours", designer.Args{
				"a": spelled(p.look.Colours, a), "b": spelled(p.look.Colours, c.Field), "ratio": ratioText(ratio), "need": ratioText(ShapeContrast)})
		}
	}
	if q.rim != "none" {
		check(c.Rim)
	}
	if q.centre == "icon" || q.centre == "icons" || q.centre == "letters" {
		check(c.Icon)
	}
}

// spelled is a colour as the people wrote it, of the colours they wrote: those of
// them that chose a name would not know its digits.
func spelled(colours string, c color.RGBA) string {
	for typed := range strings.SplitSeq(colours, ",") {
		if v, ok := colour(typed); ok && v == c {
			return typed
		}
	}
	return hex(c)
}

// unknown tells that value is not one of names.
func (p *Picture) unknown(field, value string, names []string) {
	folded := icon.Fold(value)
	near := slices.MinFunc(names, func(a, b string) int {
		return icon.Distance(folded, a) - icon.Distance(folded, b)
	})
	p.warn("LOOK-UNKNOWN", field, designer.Args{"value": value, "nearest": near})
}

// ratioText cuts a ratio after one digit: WCAG forbids rounding it up.
func ratioText(x float64) string { return strconv.FormatFloat(math.Floor(x*10)/10, 'f', -1, 64) }

func names[T any](all []T, name func(T) string) []string {
	out := make([]string, len(all))
	for i, x := range all {
		out[i] = name(x)
	}
	return out
}
