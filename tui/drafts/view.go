// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package drafts

import (
	"image"
	"strings"

	"charm.land/bubbles/v2/key"

	"insignia/designer"
	"insignia/tui/screen"
)

// Layers implements screen.Screen: a layer a badge, so that each can be clicked.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	rows := s.rows(env)
	at := s.at
	for i, d := range rows {
		if d.ID == s.id {
			at = i
		}
	}
	a := env.Area
	var out []screen.Layer
	put := func(id, text string, y int) {
		if y < a.Max.Y {
			out = append(out, screen.Layer{ID: id, Area: image.Rect(a.Min.X, y, a.Max.X, y+1), Text: text})
		}
	}
	y := a.Min.Y
	put("title", " "+env.Theme.Strong.Render(env.Words.T("ui.drafts.title"))+env.Theme.Dim.Render("  "+s.count(env, len(rows))), y)
	y++
	if s.searching || s.query != "" {
		cursor := ""
		if s.searching {
			cursor = screen.Cursor
		}
		put("search", " "+env.Theme.Accent.Render("/"+s.query+cursor), y)
		y++
	}
	if a.Dy() >= 12 {
		y++
	}
	if len(rows) == 0 {
		text := env.Words.T("ui.drafts.none")
		if s.query != "" {
			text = env.Words.T("ui.drafts.nothing", "query", s.query)
		}
		lines := strings.Split(env.Widths.Wrap(text, max(8, a.Dx()-2), ""), "\n")
		for i, l := range lines {
			put("none", " "+env.Theme.Dim.Render(l), y+i)
		}
		return out
	}
	lines, cursor := listed(env, rows, at)
	room := max(1, a.Max.Y-y)
	from := max(0, min(cursor-room/2, len(lines)-room))
	for i := from; i < min(len(lines), from+room); i++ {
		switch l := lines[i]; {
		case l.row >= 0:
			put("draft:"+rows[l.row].ID, row(env, rows[l.row], l.row == at, a.Dx()), y+i-from)
		case l.head != "":
			put("group", "  "+env.Theme.Strong.Render(env.Widths.Truncate(l.head, max(4, a.Dx()-4), "…")), y+i-from)
		}
	}
	return out
}

// line is a line of the list: a badge, or the title of a workshop over its
// badges, or air.
type line struct {
	row  int // in rows, -1 for none
	head string
}

// listed lays the badges out, and says in which line the cursor's stands.
func listed(env screen.Env, rows []designer.Summary, at int) (lines []line, cursor int) {
	groups := rows[0].Workshop != rows[len(rows)-1].Workshop || rows[0].Workshop != ""
	for i, d := range rows {
		if groups && (i == 0 || d.Workshop != rows[i-1].Workshop) {
			if i > 0 && env.Area.Dy() >= 12 {
				lines = append(lines, line{row: -1})
			}
			lines = append(lines, line{row: -1, head: group(env, d.Workshop)})
		}
		if i == at {
			cursor = len(lines)
		}
		lines = append(lines, line{row: i})
	}
	return lines, cursor
}

// group is what stands over the badges of a workshop.
func group(env screen.Env, id string) string {
	if id == "" {
		return env.Words.T("ui.drafts.alone")
	}
	for _, w := range env.Workshops {
		if w.ID == id {
			return strings.TrimSpace(w.Title + "  " + w.Date)
		}
	}
	return env.Words.T("ui.drafts.elsewhere")
}

func (s *Screen) count(env screen.Env, n int) string {
	if s.query != "" {
		return env.Words.T("ui.drafts.found", "n", n, "of", len(env.Drafts))
	}
	return env.Words.N("ui.drafts.count", n)
}

// row draws a badge: its name, its kind, how far it is and when it was saved.
// What does not fit goes in this order: time, issuer, kind.
func row(env screen.Env, d designer.Summary, here bool, w int) string {
	mark, style := "  ", env.Theme.Text
	if here {
		mark, style = "› ", env.Theme.Accent.Bold(true)
	}
	name := d.Name
	if name == "" {
		name = env.Words.T("ui.unnamed")
	}
	lamps := strings.Repeat("●", d.Answered) + strings.Repeat("○", 6-d.Answered)
	right := []string{lamps}
	if w >= 50 {
		right = append(right, pad(env, screen.When(d.Updated, env.Now), 10))
	}
	if w >= 60 && d.Kind != "" {
		right = append([]string{pad(env, env.Words.T("option.kind."+d.Kind), 14)}, right...)
	}
	tail := strings.Join(right, "  ")
	room := max(4, w-2-env.Widths.StringWidth(tail)-3)
	if d.ForkOf != "" {
		name += " " + env.Words.T("ui.drafts.fork")
	}
	if d.Team != "" {
		name += " · " + d.Team
	}
	text := name
	if d.Issuer != "" && env.Widths.StringWidth(name)+4 < room {
		text = name + env.Theme.Dim.Render(" · "+d.Issuer)
		if here {
			text = style.Render(name) + env.Theme.Dim.Render(" · "+d.Issuer)
		}
	} else if here {
		text = style.Render(name)
	}
	text = env.Widths.Truncate(text, room, "…")
	gap := max(1, room-env.Widths.StringWidth(text)+1)
	return style.Render(mark) + text + strings.Repeat(" ", gap) + env.Theme.Dim.Render(tail)
}

func pad(env screen.Env, s string, n int) string {
	s = env.Widths.Truncate(s, n, "…")
	return s + strings.Repeat(" ", max(0, n-env.Widths.StringWidth(s)))
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	if s.searching {
		return []key.Binding{
			screen.Named(env.Words, screen.KeyEnter, "enter", "choose"),
			screen.Named(env.Words, screen.KeyEsc, "esc", "clear"),
		}
	}
	if len(env.Drafts) == 0 {
		return append([]key.Binding{screen.Named(env.Words, keyNew, "n", "new")}, elsewhere(env)...)
	}
	return append([]key.Binding{
		screen.Named(env.Words, screen.KeyEnter, "enter", "open"),
		screen.Named(env.Words, keyNew, "n", "new"),
		screen.Named(env.Words, keyEvents, "w", "workshops"),
		screen.Named(env.Words, keyDelete, "x", "delete"),
		screen.Named(env.Words, keySearch, "/", "search"),
		screen.Named(env.Words, keyCopy, "d", "duplicate"),
		screen.Named(env.Words, keyPast, "v", "versions"),
	}, elsewhere(env)...)
}

// elsewhere are the ways out of the list.
func elsewhere(env screen.Env) []key.Binding {
	return []key.Binding{
		screen.Named(env.Words, keyEvents, "w", "workshops"),
		screen.Named(env.Words, keyIntro, "i", "intro"),
		screen.Named(env.Words, keyGather, "g", "gather"),
		screen.Named(env.Words, keySuits, "s", "suits"),
		screen.Named(env.Words, keyBin, "u", "bin"),
		screen.Named(env.Words, keyOpts, "o", "settings"),
		screen.Named(env.Words, keyQuit, "q", "quit"),
	}
}

var _ screen.Screen = (*Screen)(nil)
