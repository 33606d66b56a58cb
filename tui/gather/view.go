// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package gather

import (
	"path/filepath"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"insignia/internal/clean"
	"insignia/tui/screen"
	"insignia/tui/theme"
)

const (
	widest = 76 // columns of a line that is easy to read
	airy   = 11 // rows from which there is air
)

func wrap(env screen.Env, text string, w int) []string {
	return strings.Split(env.Widths.Wrap(text, max(w, 8), ""), "\n")
}

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	if s.told(env) {
		lines := report(env)
		top := max(0, min(s.top, len(lines)-env.Area.Dy()))
		p := screen.Page{Lines: lines, From: top, To: min(len(lines), top+env.Area.Dy())}
		return p.Layers("report", env.Area, env.Theme.Dim)
	}
	return s.places(env)
}

// places draws a layer a line, so that each place can be clicked.
func (s *Screen) places(env screen.Env) []screen.Layer {
	t, w := env.Theme, min(env.Area.Dx()-2, widest)
	var p screen.Page
	var ids []string
	add := func(id string, lines ...string) {
		p.Add(lines...)
		for range lines {
			ids = append(ids, id)
		}
	}
	focus := func(cursor int, id string, lines ...string) {
		p.Focus(cursor, lines...)
		for range lines {
			ids = append(ids, id)
		}
	}
	add("title", " "+t.Strong.Render(env.Words.T("gather.title")))
	for _, l := range wrap(env, env.Words.T("gather.lead"), w) {
		add("title", " "+t.Dim.Render(l))
	}
	if env.Area.Dy() >= airy {
		add("title", "")
	}
	for i, path := range env.Sticks {
		box, mark, style := "[ ] ", "  ", t.Text
		if slices.Contains(s.ticked, path) {
			box = "[x] "
		}
		if i == s.at {
			mark, style = "› ", t.Accent.Bold(true)
		}
		shown, _ := clean.Line(path) // a stick may be called anything
		name := env.Widths.Truncate(filepath.Base(shown), w-6, "…")
		line := style.Render(mark + box + name)
		if room := w - 8 - env.Widths.StringWidth(name); room > 8 {
			line += "  " + t.Dim.Render(env.Widths.Truncate(shown, room, "…"))
		}
		if i == s.at {
			focus(0, "place:"+path, line)
		} else {
			add("place:"+path, line)
		}
	}
	if len(env.Sticks) == 0 {
		for _, l := range wrap(env, env.Words.T("gather.no-stick"), w) {
			add("title", " "+t.Dim.Render(l))
		}
	}
	mark, style := "  ", t.Dim
	if s.in.Focused() {
		mark, style = "› ", t.Accent.Bold(true)
	}
	other := []string{style.Render(mark + env.Words.T("gather.other"))}
	if s.in.Focused() || s.typed() != "" {
		for _, l := range s.in.View(env, max(w-4, 8)) {
			other = append(other, "    "+l)
		}
	}
	if s.in.Focused() {
		focus(len(other)-1, "other", other...)
	} else {
		add("other", other...)
	}
	top := p.Top(env.Area.Dy())
	var out []screen.Layer
	for y, l := range p.Lines[top:min(len(p.Lines), top+env.Area.Dy())] {
		area := env.Area
		area.Min.Y += y
		area.Max.Y = area.Min.Y + 1
		out = append(out, screen.Layer{ID: ids[top+y], Area: area, Text: l})
	}
	return out
}

// mark stands before what became of a thing; the words say it too.
func mark(f screen.Fate, t theme.Theme) (string, lipgloss.Style) {
	switch f {
	case screen.FateNew, screen.FateUpdated:
		return "✓", t.Good
	case screen.FateForked:
		return "!", t.Warn
	case screen.FateUnread:
		return "✗", t.Fault
	}
	return "·", t.Dim
}

// report is what came of it: a line of how many for each fate, and the names
// where one would ask for them.
func report(env screen.Env) []string {
	t, w := env.Theme, min(env.Area.Dx()-2, widest)
	out := []string{" " + t.Strong.Render(env.Words.T("gather.report"))}
	put := func(indent string, style lipgloss.Style, text string) {
		for _, l := range wrap(env, text, w-len(indent)) {
			out = append(out, " "+indent+style.Render(l))
		}
	}
	if len(env.Gathered) == 0 {
		put("", t.Dim, env.Words.T("gather.nothing"))
		return out
	}
	told := func(fate screen.Fate, text string) {
		m, style := mark(fate, t)
		for i, l := range wrap(env, text, w-2) {
			head := style.Render(m) + " "
			if i > 0 {
				head = "  "
			}
			out = append(out, " "+head+t.Text.Render(l))
		}
	}
	air := func() {
		if env.Area.Dy() >= airy {
			out = append(out, "")
		}
	}
	for _, fate := range screen.Fates() {
		var of []screen.Gathered
		for _, g := range env.Gathered {
			if g.Fate == fate && !g.Workshop {
				of = append(of, g)
			}
		}
		if len(of) == 0 {
			continue
		}
		air()
		told(fate, env.Words.N("gather."+string(fate), len(of)))
		if fate == screen.FateSame {
			continue // nothing happened to them
		}
		for _, g := range of {
			put("  ", t.Dim, called(env, g))
		}
	}
	apart := false
	for _, g := range env.Gathered {
		if g.Workshop {
			if !apart {
				air()
			}
			apart = true
			name := g.Name
			if name == "" {
				name = env.Words.T("gather.workshop.untitled")
			}
			told(g.Fate, env.Words.T("gather.workshop."+string(g.Fate), "name", name))
		}
	}
	return out
}

// called is how a thing that was brought is named.
func called(env screen.Env, g screen.Gathered) string {
	text := g.Name
	if text == "" {
		text = env.Words.T("ui.unnamed")
	}
	if g.Team != "" {
		text += " · " + g.Team
	}
	if g.Why != "" {
		text += ": " + g.Why
	}
	return text
}
