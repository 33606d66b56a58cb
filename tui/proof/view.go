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

const listWide = 40 // columns of what was measured

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	a := env.Area
	var out []screen.Layer
	list := image.Rect(a.Min.X+1, a.Min.Y, min(a.Min.X+1+listWide, a.Max.X), a.Max.Y)
	side := image.Rect(list.Max.X+1, a.Min.Y, a.Max.X-1, a.Max.Y)
	if side.Dx() < 20 { // the card over the list
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
	v := views[s.view]
	n := side.Dy() - 1
	box := image.Rect(side.Min.X, side.Min.Y, side.Max.X, side.Min.Y+max(n, 1))
	out = append(out, screen.Layer{ID: "card", Area: box, Text: env.Pixels(proof.Card(render.Of(env.Draft).Scene(), proof.Sizes[s.size], v), box.Dx(), box.Dy())})
	said := env.Words.T("proof.card", "px", proof.Sizes[s.size], "page", env.Words.T("proof.view."+v.ID))
	out = append(out, screen.Layer{ID: "said", Area: image.Rect(side.Min.X, box.Max.Y, side.Max.X, box.Max.Y+1), Text: env.Theme.Dim.Render(env.Widths.Truncate(said, side.Dx(), "…"))})

	row("title", env.Theme.Strong.Render(env.Words.T("proof.title")))
	s.measured(env, list.Dx() < listWide-8, row)
	for i, f := range proof.Fixes(env.Draft) {
		row("fix:"+strconv.Itoa(i), env.Theme.Accent.Render(strconv.Itoa(i+1))+" "+env.Theme.Text.Render(env.Words.T("proof.fix."+f.ID)))
	}
	return out
}

var marks = map[proof.Verdict]string{proof.Good: "●", proof.Weak: "◐", proof.Lost: "○"}

// measured are the verdicts: a line a part, a column a size.
func (s *Screen) measured(env screen.Env, tight bool, row func(id, text string)) {
	wide := 18
	if tight {
		wide = 12
	}
	head := strings.Repeat(" ", wide)
	for i, px := range proof.Sizes {
		t := strconv.Itoa(px) + "  "
		if i == s.size {
			head += env.Theme.Accent.Bold(true).Render(t)
		} else {
			head += env.Theme.Dim.Render(t)
		}
	}
	row("sizes", head)
	for _, p := range s.report.Parts {
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
	found := s.report.Problems(s.of)
	if len(found) == 0 {
		row("fine", env.Theme.Text.Render(env.Words.T("proof.fine")))
	}
	for _, p := range found {
		row("problem", env.Theme.Warn.Render("! ")+env.Theme.Text.Render(env.Words.Fill("problem."+p.Code, p.Args)))
	}
	row("air", "")
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
