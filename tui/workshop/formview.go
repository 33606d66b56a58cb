// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"image"
	"strings"

	"charm.land/bubbles/v2/key"

	"insignia/designer"
	"insignia/tui/screen"
)

const (
	widest  = 76 // columns of a line that is easy to read
	airy    = 20 // rows from which groups stand apart
	helpful = 11 // rows from which a row says what it is for
	sideBy  = 96 // columns from which the sample stands beside the form always
	narrow  = 64 // columns under which two things stand under each other
	sample  = 16 // columns of the sample on a narrower screen, twice its rows
)

// page lays the form out, and says which lines are which row's.
func (f *form) page(env screen.Env, w int) (p screen.Page, rowOf map[int]int) {
	rowOf = map[int]int{}
	t, h := env.Theme, env.Area.Dy()
	for _, l := range wrap(env, env.Words.T("workshop.preset"), w-1) {
		p.Add(" " + t.Strong.Render(l))
	}
	if h >= helpful {
		for _, l := range wrap(env, env.Words.T("workshop.preset.lead"), w-1) {
			p.Add(" " + t.Dim.Render(l))
		}
	}
	col := f.column(env, w)
	if f.sampled(env) {
		col = min(col, env.Widths.StringWidth(label(env, "colours")))
	}
	rest := max(w-col-3, 8)
	alone := f.sampled(env) // beside its sample there is room for nothing else
	for i, r := range f.rows {
		if !f.shown(i) || alone && i != f.at {
			continue
		}
		if h >= airy && (r.opens || i == 0) {
			p.Add("")
		}
		mark, style := "  ", t.Dim
		if i == f.at {
			mark, style = "› ", t.Accent.Bold(true)
		}
		lines, cursor := r.p.view(env, rest)
		if i == f.at && h >= helpful {
			hint := env.Words.T("workshop.field." + r.id + ".hint")
			if r.id == "agenda" && f.on.Agenda.Name != "" {
				hint = outline(env, f.on.Agenda.Slots)
			}
			for _, l := range wrap(env, hint, rest-2) {
				lines = append(lines, "  "+t.Dim.Render(l))
			}
		}
		head := style.Render(mark + pad(env, env.Widths.Truncate(label(env, r.id), col, "…"), col) + " ")
		for n := range lines {
			rowOf[len(p.Lines)+n] = i
			if n > 0 {
				head = strings.Repeat(" ", col+3)
			}
			lines[n] = head + lines[n]
		}
		if i == f.at {
			p.Focus(cursor, lines...)
		} else {
			p.Add(lines...)
		}
	}
	return p, rowOf
}

func label(env screen.Env, id string) string { return env.Words.T("workshop.field." + id) }

// column is as wide as the longest label.
func (f *form) column(env screen.Env, w int) int {
	most := 0
	for _, r := range f.rows {
		most = max(most, env.Widths.StringWidth(label(env, r.id)))
	}
	return min(most, max(w/3, 8))
}

func wrap(env screen.Env, text string, w int) []string {
	return strings.Split(env.Widths.Wrap(text, max(w, 8), ""), "\n")
}

// sampled reports whether the sample takes the room of the other rows.
func (f *form) sampled(env screen.Env) bool {
	return f.rows[f.at].id == "colours" && env.Area.Dx() < narrow
}

// areas are where the form and the sample stand; no sample is an empty one.
func (f *form) areas(env screen.Env) (page, pic image.Rectangle) {
	page = env.Area
	switch {
	case page.Dx() >= sideBy:
		page.Max.X = page.Min.X + widest
		side := min(env.Area.Max.X-page.Max.X-6, 2*env.Area.Dy()-4, 56) &^ 1
		pic = image.Rect(page.Max.X+3, page.Min.Y+1, page.Max.X+3+side, page.Min.Y+1+side/2)
	case f.rows[f.at].id == "colours":
		side := min(sample, 2*page.Dy())
		page.Max.X -= side + 1
		pic = image.Rect(page.Max.X, env.Area.Min.Y, page.Max.X+side, env.Area.Min.Y+side/2)
	}
	page.Max.X = min(page.Max.X, page.Min.X+widest)
	return page, pic
}

func (f *form) layers(env screen.Env) []screen.Layer {
	area, pic := f.areas(env)
	p, _ := f.page(env, area.Dx()-1)
	out := p.Layers("form", area, env.Theme.Dim)
	if !pic.Empty() {
		d := begun(f.on)
		d.Kind, d.Name = designer.KindSkill, env.Words.T("workshop.sample")
		out = append(out, env.PictureOf(d, pic))
	}
	return out
}

// click goes to the row under it.
func (f *form) click(c screen.Click, env screen.Env) []screen.Action {
	area, _ := f.areas(env)
	p, rowOf := f.page(env, area.Dx()-1)
	i, ok := rowOf[p.Top(area.Dy())+c.At.Y]
	if c.ID != "form" || !ok || i == f.at {
		return nil
	}
	return f.to(i, false, env)
}

func (f *form) keys(env screen.Env) []key.Binding {
	w := env.Words
	out := []key.Binding{screen.Named(w, screen.KeyEnter, "enter", "on")}
	switch p := f.rows[f.at].p.(type) {
	case *minutes:
		out = append(out, screen.Named(w, screen.KeyRight, "← →", "change"),
			screen.Named(w, key.NewBinding(key.WithKeys("+", "-")), "+ -", "minute"))
	case *colours:
		out = append(out, screen.Named(w, screen.KeyRight, "← →", "change"))
	case *slots:
		if p.at == len(p.all()) {
			out = append(out, screen.Named(w, screen.KeyRight, "← →", "change"))
			break
		}
		out = append(out, screen.Named(w, screen.KeyRight, "← →", "minute"),
			screen.Named(w, screen.KeyMoveUp, "alt+↑↓", "reorder"),
			screen.Named(w, screen.KeyDrop, "ctrl+D", "drop"))
	case *teams:
		out = append(out, screen.Named(w, screen.KeyMoveUp, "alt+↑↓", "reorder"),
			screen.Named(w, screen.KeyDrop, "ctrl+D", "drop"))
	case *skips:
		out = append(out, screen.Named(w, key.NewBinding(key.WithKeys(" ")), "space", "tick"))
	}
	return append(out, screen.Named(w, screen.KeyEsc, "esc", "day"),
		screen.Named(w, screen.KeyNext, "PgDn", "group"))
}

var _ = []part{&text{}, &given{}, &pick{}, &shelf{}, &minutes{}, &colours{}, &skips{}, &slots{}, &teams{}}
