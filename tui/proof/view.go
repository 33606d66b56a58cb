// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package proof

import (
	"image"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"

	"insignia/render"
	"insignia/render/proof"
	"insignia/tui/screen"
)

const (
	listWide   = 40 // columns of what was measured
	stripLeast = 9  // columns of a small picture in which anything can be told
)

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	a := env.Area
	var out []screen.Layer
	list := image.Rect(a.Min.X+1, a.Min.Y, min(a.Min.X+1+listWide, a.Max.X), a.Max.Y)
	side := image.Rect(list.Max.X+1, a.Min.Y, a.Max.X-1, a.Max.Y)
	narrow := side.Dx() < 20
	if narrow { // the card over the list
		h := min(a.Dy()/2, 8)
		side = image.Rect(a.Max.X-2*h-1, a.Min.Y, a.Max.X-1, a.Min.Y+h)
		list.Max.X = side.Min.X - 1
	}
	y := list.Min.Y
	row := func(id, text string) {
		if y < list.Max.Y {
			wide := list.Max.X
			if y >= side.Max.Y {
				wide = a.Max.X - 1
			}
			out = append(out, screen.Layer{ID: id, Area: image.Rect(list.Min.X, y, wide, y+1), Text: env.Widths.Truncate(text, wide-list.Min.X, "…")})
		}
		y++
	}
	out = append(out, s.cards(env, side, narrow)...)
	row("title", env.Theme.Strong.Render(env.Words.T("proof.title")))
	tight := list.Dx() < listWide-8
	row("sizes", s.head(env, tight))
	for i := range proof.Sizes {
		x := list.Min.X + named(tight) + sizeWide*i
		out = append(out, screen.Layer{ID: "size:" + strconv.Itoa(i), Area: image.Rect(x, y-1, x+sizeWide, y), Text: s.sized(env, i)})
	}
	s.measured(env, tight, row)
	if narrow {
		row("said", env.Theme.Dim.Render(s.said(env)))
	}
	if !narrow {
		row("air", "")
	}
	for i, f := range proof.Fixes(env.Draft) {
		row("fix:"+strconv.Itoa(i), env.Theme.Accent.Render(strconv.Itoa(i+1))+" "+env.Theme.Text.Render(env.Words.T("proof.fix."+f.ID)))
	}
	return out
}

var marks = map[proof.Verdict]string{proof.Good: "●", proof.Weak: "◐", proof.Lost: "○"}

// cards are the badge on its page, large enough to count its pixels; what it
// is; and under it, where there is room, every page and every eyes at once.
func (s *Screen) cards(env screen.Env, side image.Rectangle, narrow bool) (out []screen.Layer) {
	scene, px := render.Of(env.Draft).Scene(), proof.Sizes[s.size]
	picture := func(id string, v proof.View, r image.Rectangle) {
		out = append(out, screen.Layer{ID: id, Area: r, Text: env.Pixels(proof.Card(scene, px, v), r.Dx(), r.Dy())})
	}
	box := side
	if narrow {
		box.Max.Y++ // what it is stands in the list
	}
	box.Max.Y = max(box.Min.Y+1, box.Max.Y-1)
	wide := side.Dx() / len(views)
	high := wide/2 + 1 // with the mark under it
	strip := wide >= stripLeast && side.Dy()-high >= 2*high
	if strip {
		box.Max.Y -= high
	}
	picture("card", views[s.view], box)
	if !narrow {
		said := env.Widths.Truncate(s.said(env), side.Dx(), "…")
		out = append(out, screen.Layer{ID: "said", Area: image.Rect(side.Min.X, box.Max.Y, side.Max.X, box.Max.Y+1), Text: env.Theme.Dim.Render(said)})
	}
	for i := 0; strip && i < len(views); i++ {
		id, r := "view:"+strconv.Itoa(i), image.Rect(0, 0, wide-1, high-1).Add(image.Pt(side.Min.X+i*wide, box.Max.Y+1))
		picture(id, views[i], r)
		if i == s.view {
			mark := image.Rect(r.Min.X, r.Max.Y, r.Max.X, r.Max.Y+1)
			out = append(out, screen.Layer{ID: id, Area: mark, Text: env.Theme.Accent.Render(strings.Repeat("─", mark.Dx()))})
		}
	}
	return out
}

// said is what the card shows.
func (s *Screen) said(env screen.Env) string {
	v := env.Words.T("proof.view." + views[s.view].ID)
	return env.Words.T("proof.card", "px", proof.Sizes[s.size], "page", v, "i", s.view+1, "n", len(views))
}

const sizeWide = 4 // columns of a size

// named is how wide the names of the parts are.
func named(tight bool) int {
	if tight {
		return 12
	}
	return 18
}

// head is the line over the verdicts, without the sizes, which can be clicked.
func (s *Screen) head(env screen.Env, tight bool) string {
	if tight {
		return ""
	}
	return strings.Repeat(" ", named(tight)+sizeWide*len(proof.Sizes)) + env.Theme.Dim.Render(env.Words.T("proof.contrast"))
}

// sized is the head of a column.
func (s *Screen) sized(env screen.Env, i int) string {
	style := env.Theme.Dim
	if i == s.size {
		style = env.Theme.Accent.Bold(true)
	}
	return style.Render(strconv.Itoa(proof.Sizes[i]))
}

// measured are the verdicts: a line a part, a column a size.
func (s *Screen) measured(env screen.Env, tight bool, row func(id, text string)) {
	wide := named(tight)
	if !measured(env) {
		row("wait", env.Theme.Dim.Render(env.Words.T("proof.wait")))
		return
	}
	for _, p := range env.Measured.Parts {
		name := env.Widths.Truncate(env.Words.T("proof.part."+p.Role.String()), wide-1, "…")
		line := env.Theme.Text.Render(name) + strings.Repeat(" ", wide-env.Widths.StringWidth(name))
		for i := range proof.Sizes {
			style := env.Theme.Text
			if p.At(i) == proof.Lost {
				style = env.Theme.Warn
			}
			line += style.Render(marks[p.At(i)]) + "   "
		}
		if tight {
			row("part", line)
			continue
		}
		row("part", line+env.Theme.Dim.Render(env.Words.T("proof.ratio", "n", whole(p.Contrast))))
	}
	row("key", env.Theme.Dim.Render(env.Words.T("proof.key", "good", marks[proof.Good], "weak", marks[proof.Weak], "lost", marks[proof.Lost])))
	found := env.Measured.Problems(env.MeasuredOf)
	if len(found) == 0 {
		row("fine", env.Theme.Text.Render(env.Words.T("proof.fine")))
	}
	for _, p := range found {
		row("problem", env.Theme.Warn.Render("! ")+env.Theme.Text.Render(env.Words.Fill("problem."+p.Code, p.Args)))
	}
}

func whole(x float64) string { return strconv.Itoa(int(x)) }

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	return []key.Binding{
		screen.Named(env.Words, screen.KeyRight, "← →", "size"),
		screen.Named(env.Words, screen.KeyDown, "↑ ↓", "eyes"),
		screen.Named(env.Words, key.NewBinding(key.WithKeys("1")), "1 2 3", "fix"),
		screen.Named(env.Words, screen.KeyEsc, "esc", "done"),
	}
}

var _ screen.Screen = (*Screen)(nil)
