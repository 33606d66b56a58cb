// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"image"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"insignia/tui/screen"
)

const (
	twoColumns = 76 // columns from which the badges stand beside what to do
	menuColumn = 36 // columns of what to do, then
	badgesMost = 72 // columns of a badge's line
)

// sheet is a page and what its lines are about: places of the cursor, -1 for
// nothing.
type sheet struct {
	screen.Page
	about []int
}

func (s *sheet) put(at int, lines ...string) {
	s.Add(lines...)
	for range lines {
		s.about = append(s.about, at)
	}
}

// mark notes that the lines put last have the focus.
func (s *sheet) mark(n int) {
	s.From, s.To = len(s.Lines)-n, len(s.Lines)
	s.Cursor = s.From
}

// head is what workshop it is, and when.
func (s *Screen) head(env screen.Env, w int) []string {
	t := env.Theme
	var out []string
	for _, l := range wrap(env, titled(env, s.w.Title), w) {
		out = append(out, " "+t.Strong.Render(l))
	}
	var about []string
	for _, a := range []string{s.w.Date, s.w.Place} {
		if a != "" {
			about = append(about, a)
		}
	}
	about = append(about, env.Words.T("workshop.minutes.all", "n", s.w.Minutes()))
	return append(out, " "+t.Dim.Render(env.Widths.Truncate(strings.Join(about, " · "), w, "…")))
}

// menu lays out what to do; what has the cursor says what it is good for.
func (s *Screen) menu(env screen.Env, into *sheet, w int) {
	t, h := env.Theme, env.Area.Dy()
	for i, d := range deeds {
		if part := partOf[d.id]; part != "" && h >= airy {
			if i > 0 {
				into.put(-1, "")
			}
			into.put(-1, " "+t.Dim.Render(env.Words.T("workshop.part."+part)))
		}
		name := env.Words.T("workshop.do." + d.id)
		if i != s.day.at {
			into.put(i, "   "+t.Key.Render(d.letter)+"  "+t.Text.Render(env.Widths.Truncate(name, max(w-6, 4), "…")))
			continue
		}
		lines := []string{" " + t.Here.Render("› "+d.letter+"  "+env.Widths.Truncate(name, max(w-7, 4), "…")+" ")}
		for _, l := range wrap(env, env.Words.T("workshop.do."+d.id+".hint"), w-6) {
			lines = append(lines, "      "+t.Dim.Render(l))
		}
		into.put(i, lines...)
		into.mark(len(lines))
	}
}

// badges lays out the teams and how far their badges are.
func (s *Screen) badges(env screen.Env, into *sheet, w int) {
	t := env.Theme
	all := screen.Seats(s.w, env.Drafts)
	started := 0
	for _, b := range all {
		if b.Badge.ID != "" {
			started++
		}
	}
	into.put(-1, " "+t.Strong.Render(env.Words.N("ui.drafts.count", started)))
	if len(all) == 0 {
		for _, l := range wrap(env, env.Words.T("workshop.badges.none"), w-2) {
			into.put(-1, " "+t.Dim.Render(l))
		}
	}
	col, longest := 0, env.Widths.StringWidth(env.Words.T("workshop.badges.open"))
	for _, b := range all {
		col = max(col, env.Widths.StringWidth(b.Team))
		longest = max(longest, env.Widths.StringWidth(named(env, b.Badge)))
	}
	col = min(col, max(8, w/3))
	for i, b := range all {
		at := len(deeds) + i
		lamps := strings.Repeat("●", b.Badge.Answered) + strings.Repeat("○", 6-b.Badge.Answered)
		name := env.Words.T("workshop.badges.open")
		if b.Badge.ID != "" {
			name = named(env, b.Badge)
		}
		team := ""
		if col > 0 {
			team = pad(env, env.Widths.Truncate(b.Team, col, "…"), col) + "  "
		}
		room := min(longest, max(4, w-3-env.Widths.StringWidth(team)-2-6))
		name = pad(env, env.Widths.Truncate(name, room, "…"), room)
		mark, style := "   ", t.Text
		if b.Badge.ID == "" {
			style = t.Dim
		}
		if at == s.day.at {
			mark, style = " › ", t.Accent.Bold(true)
		}
		into.put(at, style.Render(mark+team+name)+"  "+t.Dim.Render(lamps))
		if at == s.day.at {
			into.mark(1)
		}
	}
}

// placed is a sheet and where it stands.
type placed struct {
	sheet *sheet
	area  image.Rectangle
	id    string
}

// sheets are what stands on the page of the day, and where.
func (s *Screen) sheets(env screen.Env) []placed {
	a := env.Area
	if a.Dx() < twoColumns {
		one := &sheet{}
		one.put(-1, s.head(env, a.Dx()-2)...)
		if a.Dy() >= helpful {
			one.put(-1, "")
		}
		s.menu(env, one, a.Dx()-1)
		one.put(-1, "")
		s.badges(env, one, a.Dx()-1)
		return []placed{{one, a, "day"}}
	}
	top, left, right := &sheet{}, &sheet{}, &sheet{}
	top.put(-1, s.head(env, a.Dx()-2)...)
	y := a.Min.Y + len(top.Lines)
	if a.Dy() >= helpful {
		y++
	}
	s.menu(env, left, menuColumn-1)
	x := a.Min.X + menuColumn + 2
	s.badges(env, right, min(a.Max.X-x-1, badgesMost))
	return []placed{
		{top, image.Rect(a.Min.X, a.Min.Y, a.Max.X, y), "head"},
		{left, image.Rect(a.Min.X, y, a.Min.X+menuColumn, a.Max.Y), "deeds"},
		{right, image.Rect(x, y, a.Max.X, a.Max.Y), "badges"},
	}
}

func (s *Screen) layers(env screen.Env) []screen.Layer {
	var out []screen.Layer
	for _, p := range s.sheets(env) {
		out = append(out, p.sheet.Layers(p.id, p.area, env.Theme.Dim)...)
	}
	return out
}

// click does what is clicked.
func (s *Screen) click(c screen.Click, env screen.Env) []screen.Action {
	for _, p := range s.sheets(env) {
		line := p.sheet.Top(p.area.Dy()) + c.At.Y
		if p.id == c.ID && line < len(p.sheet.about) && p.sheet.about[line] >= 0 {
			s.day.at = p.sheet.about[line]
			return s.do(env)
		}
	}
	return nil
}

// keys names the letters; the ones of now first.
func (s *Screen) keys(env screen.Env) []key.Binding {
	w := env.Words
	out := []key.Binding{screen.Named(w, screen.KeyEnter, "enter", "do")}
	order := []string{"begin", "clock", "present", "home"}
	for _, d := range deeds {
		if !slices.Contains(order, d.id) {
			order = append(order, d.id)
		}
	}
	for _, id := range order {
		letter := deeds[deedAt(id)].letter
		b := key.NewBinding(key.WithKeys(letter))
		b.SetHelp(letter, w.T("workshop.do."+id))
		out = append(out, b)
	}
	return append(out, screen.Named(w, screen.KeyTab, "tab", "badges"), screen.Named(w, screen.KeyEsc, "esc", "back"))
}
