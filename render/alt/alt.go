// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package alt says in one sentence what a badge's picture shows, for whoever
// cannot see it, in the language of the badge. It knows words and looks; it
// draws nothing itself. The sentence stands wherever the people wrote none of
// their own: in the SVG, in the PNG, on the sheets.
package alt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/render"
	"insignia/render/icon"
)

// Draw is render.Of with the picture described: in the people's words, or in
// those that are drafted.
func Draw(d designer.Draft) render.Picture {
	if d.Look.Alt == "" {
		d.Look.Alt = Draft(d)
	}
	return render.Of(d)
}

// Draft is the sentence for a badge, in the badge's language.
func Draft(d designer.Draft) string { return Sentence(locale.For(d.Language), d) }

// Sentence is the sentence in any language. What nobody chose is described as
// the program chooses it. It says the words that stand in the picture, and
// where; it never says that it is a picture: who hears it knows.
func Sentence(w locale.Words, d designer.Draft) string {
	l := render.Fill(d)
	field, rim, middle, ok := render.Called(l.Colours)
	if !ok { // of a newer version, or by hand: drawn as the usual
		bare := d
		bare.Look = designer.Look{}
		field, rim, middle, _ = render.Called(render.Fill(bare).Colours)
	}
	hue := func(h render.Hue) string { return h.Words(w.Tag())[0] }
	shape, rimmed := l.Shape, l.Rim
	if !w.Known("alt.shape." + shape) {
		shape = "circle"
	}
	if !w.Known("alt.rim." + rimmed) {
		rimmed = "double"
	}
	if l.Centre == "whole" && l.Picture != "" {
		return capital(w.T("alt.whole")) + "."
	}
	var b strings.Builder
	b.WriteString(capital(w.T("alt.on", "middle", content(w, l, hue(middle)),
		"shape", w.T("alt.shape."+shape), "field", hue(field))))
	if l.Rim != "none" {
		b.WriteString(w.T("alt.with", "rim", w.T("alt.rim."+rimmed), "colour", hue(rim)))
	}
	var more []string
	for _, one := range []struct{ key, text string }{
		{"alt.text", l.Text}, {"alt.ribbon", l.Ribbon}, {"alt.lower", l.Lower},
	} {
		if text := strings.Join(strings.Fields(one.text), " "); text != "" {
			more = append(more, w.T(one.key, "text", text))
		}
	}
	if l.Stars > 0 {
		mark := "stars"
		if l.Mark == "bars" {
			mark = "bars"
		}
		more = append(more, w.N("alt."+mark, l.Stars))
	}
	if len(more) > 0 {
		b.WriteString("; " + strings.Join(more, ", "))
	}
	b.WriteString(".")
	return b.String()
}

// content is what stands in the middle.
func content(w locale.Words, l designer.Look, colour string) string {
	label := func(name string) string {
		if i, ok := icon.ByName(name); ok {
			return i.Label(w.Tag())
		}
		return w.T("alt.figure")
	}
	switch {
	case l.Centre == "icons":
		return w.T("alt.icons", "one", label(l.Icon), "two", label(l.Icon2), "colour", colour)
	case l.Centre == "letters" && l.Letters != "":
		return w.T("alt.letters", "letters", l.Letters, "colour", colour)
	case l.Centre == "drawing" && l.Pixels != "":
		return w.T("alt.drawing")
	case l.Centre == "picture" && l.Picture != "":
		return w.T("alt.picture")
	case l.Centre == "cover" && l.Picture != "":
		return w.T("alt.cover")
	}
	return w.T("alt.icon", "icon", label(l.Icon), "colour", colour)
}

// capital is s with a capital at its beginning.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
