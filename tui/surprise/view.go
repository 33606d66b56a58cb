// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package surprise

import (
	"image"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"

	"insignia/render/alt"
	"insignia/render/surprise"
	"insignia/tui/screen"
)

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	a := env.Area
	line := func(id string, r image.Rectangle, text string) screen.Layer {
		return screen.Layer{ID: id, Area: r, Text: env.Widths.Truncate(text, r.Dx(), "…")}
	}
	row := func(y int) image.Rectangle { return image.Rect(a.Min.X+1, y, a.Max.X-1, y+1) }
	out := []screen.Layer{line("title", row(a.Min.Y), env.Theme.Strong.Render(env.Words.T("surprise.title")))}
	l := layoutFor(image.Rect(a.Min.X+1, a.Min.Y+1, a.Max.X-1, a.Max.Y-1))
	picture := func(i int, r image.Rectangle) {
		d := env.Draft.Clone()
		d.Look = s.looks[i]
		p := env.PictureOf(d, r)
		p.ID = strconv.Itoa(i)
		out = append(out, p)
	}
	picture(s.at, l.large)
	d := env.Draft.Clone()
	d.Look = s.looks[s.at]
	told := strings.Split(env.Widths.Wrap(alt.Sentence(env.Words, d), l.words.Dx(), ""), "\n")
	for i := range told {
		told[i] = env.Theme.Dim.Render(told[i])
	}
	out = append(out, screen.Layer{ID: "words", Area: l.words, Text: strings.Join(told, "\n")})
	for i, r := range l.each {
		if r.Dy() > 1 {
			picture(i, image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y-1))
		}
		n := env.Theme.Dim.Render("  " + strconv.Itoa(i+1))
		if i == s.at {
			n = env.Theme.Accent.Bold(true).Render("› " + strconv.Itoa(i+1) + " ‹")
		}
		mid := max(r.Min.X, r.Min.X+r.Dx()/2-3)
		out = append(out, line(strconv.Itoa(i), image.Rect(mid, r.Max.Y-1, min(mid+6, r.Max.X), r.Max.Y), n))
	}
	more := env.Theme.Accent.Render("space") + " " + env.Theme.Dim.Render(env.Words.T("surprise.more", "n", strconv.FormatUint(s.seed, 10)))
	return append(out, line("more", row(a.Max.Y-1), more))
}

// layout is where four designs stand: the one that is looked at large, with what
// it shows in words, and all of them, each with its number under it.
type layout struct {
	large, words image.Rectangle
	each         [surprise.Count]image.Rectangle
}

const (
	wordRows  = 3 // lines of what a design shows
	smallFrom = 4 // rows in which a design can be told from another
)

// layoutFor lays them out: two by two beside the large one, or as numbers under
// it where they would be too small to be told apart.
func layoutFor(a image.Rectangle) (l layout) {
	t := min(a.Dy()/2-1, a.Dx()/8-1)
	if t < smallFrom {
		side := min(2*(a.Dy()-1), a.Dx()/2)
		l.large = image.Rect(a.Min.X, a.Min.Y, a.Min.X+side, a.Max.Y-1)
		l.words = image.Rect(l.large.Max.X+2, a.Min.Y, a.Max.X, a.Max.Y-1)
		for i := range l.each {
			x := a.Min.X + 6*i
			l.each[i] = image.Rect(x, a.Max.Y-1, x+6, a.Max.Y)
		}
		return l
	}
	left := a.Max.X - 2*(2*t+2)
	l.large = image.Rect(a.Min.X, a.Min.Y, left-1, a.Max.Y-wordRows)
	l.words = image.Rect(a.Min.X, a.Max.Y-wordRows, left-1, a.Max.Y)
	for i := range l.each {
		x, y := left+i%2*(2*t+2), a.Min.Y+i/2*(t+1)
		l.each[i] = image.Rect(x+1, y, x+1+2*t, y+t+1)
	}
	return l
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	return []key.Binding{
		screen.Named(env.Words, screen.KeyRight, "← →", "choose"),
		screen.Named(env.Words, screen.KeyEnter, "enter", "take"),
		screen.Named(env.Words, keyMore, "space", "others"),
		screen.Named(env.Words, keyBack, "backspace", "earlier"),
		screen.Named(env.Words, screen.KeyEsc, "esc", "done"),
	}
}

var _ screen.Screen = (*Screen)(nil)
