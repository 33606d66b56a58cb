// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package ask

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"

	"insignia/designer"
	"insignia/tui/field"
	"insignia/tui/screen"
)

const (
	margin = 4  // columns left of the page where there is room
	widest = 76 // columns of a line that is easy to read
	roomy  = 44 // columns from which the margin is there
)

// page is the lines of the screen, the slot with the focus (from, to) and the
// line of the cursor.
type page struct {
	lines    []string
	from, to int
	cursor   int
}

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	w := env.Area.Dx()
	gutter := 1
	if w >= roomy {
		gutter = margin
	}
	p := s.page(env, min(w-gutter-1, widest), gutter)
	top := p.top(env.Area.Dy())
	lines := p.lines[top:min(len(p.lines), top+env.Area.Dy())]
	return []screen.Layer{{ID: "page", Area: env.Area, Text: strings.Join(lines, "\n")}}
}

// top is the first line to show in h lines: the question itself as long as
// the slot with the focus fits under it, then that slot, then the cursor.
func (p page) top(h int) int {
	switch {
	case p.to <= h:
		return 0
	case p.to-p.from <= h:
		return p.to - h
	}
	return max(p.from, min(p.cursor-h/2, p.to-h))
}

func (s *Screen) page(env screen.Env, w, gutter int) page {
	var p page
	pad := strings.Repeat(" ", gutter)
	add := func(lines ...string) {
		for _, l := range lines {
			p.lines = append(p.lines, pad+l)
		}
	}
	wrap := func(text string) []string { return strings.Split(env.Widths.Wrap(text, max(w, 8), ""), "\n") }

	title := wrap(env.Words.T("question." + s.q.String() + ".title"))
	for i, l := range title {
		head := pad
		if i == 0 && s.q.Numbered() && gutter >= margin {
			n := strconv.Itoa(int(s.q))
			head = " " + env.Theme.Accent.Bold(true).Render(n) + strings.Repeat(" ", gutter-1-len(n))
		}
		p.lines = append(p.lines, head+env.Theme.Strong.Render(l))
	}
	for _, l := range wrap(env.Words.T("question." + s.q.String() + ".lead")) {
		add(env.Theme.Dim.Render(l))
	}
	tall := env.Area.Dy() >= 14
	if tall {
		add("")
	}
	for i, sl := range s.slots {
		if i == s.at {
			p.from = len(p.lines)
		}
		if i > 0 && tall && (sl.core || sl.more || s.slots[i-1].core) {
			add("")
			if i == s.at {
				p.from++
			}
		}
		s.slot(env, sl, i == s.at, w, add, wrap, &p)
		if i == s.at {
			p.to = len(p.lines)
		}
	}
	return p
}

// slot draws one slot: its label, the widget, and a line of help where the
// focus is.
func (s *Screen) slot(env screen.Env, sl slot, here bool, w int, add func(...string), wrap func(string) []string, p *page) {
	put := func(lines []string, cursor int) {
		if here {
			p.cursor = len(p.lines) + max(cursor, 0)
		}
		add(lines...)
	}
	switch {
	case sl.more:
		style, mark := env.Theme.Dim, "+ "
		if here {
			style, mark = env.Theme.Accent.Bold(true), "› "
		}
		var lines []string
		for _, l := range wrap(mark + env.Words.T("ui.more") + " " + s.behind(env)) {
			lines = append(lines, style.Render(l))
		}
		put(lines, 0)
		return
	case sl.picker != nil:
		put(sl.picker.view(env, w, here))
		return
	}
	f := sl.w.Field()
	if s.labelled(f) {
		style := env.Theme.Dim
		if here {
			style = env.Theme.Strong
		}
		for _, l := range wrap(env.Words.T("field." + f.ID + ".prompt")) {
			add(style.Render(l))
		}
	}
	put(sl.w.View(env, w))
	add(field.Count(f, env, here, w)...)
	if !here {
		for _, l := range remark(f, env) {
			for i, s := range strings.Split(env.Widths.Wrap(l, max(w-2, 8), ""), "\n") {
				add(env.Theme.Warn.Render([]string{"! ", "  "}[min(i, 1)]) + env.Theme.Dim.Render(s))
			}
		}
	}
	if hint := env.Words.T("field." + f.ID + ".hint"); here && env.Area.Dy() >= 14 && !told(f, env) {
		for _, l := range wrap(hint) {
			add(env.Theme.Dim.Render(l))
		}
	}
}

// remark is what is wrong with an answer that was given; the worst of it.
func remark(f designer.Field, env screen.Env) []string {
	if f.Empty(&env.Draft) {
		return nil
	}
	for _, p := range env.Findings {
		if p.Field == f.ID && p.Level >= designer.Warn {
			return []string{env.Words.Fill("problem."+p.Code, p.Args)}
		}
	}
	return nil
}

// told reports whether the widget explains its values itself.
func told(f designer.Field, env screen.Env) bool {
	return f.Input == designer.Choice && env.Words.Known("option."+f.ID+"."+f.Options[0]+".hint")
}

// labelled reports whether a field needs its own prompt: the only core field
// of a question has been asked for by the title.
func (s *Screen) labelled(f designer.Field) bool {
	if !f.Core {
		return true
	}
	n := 0
	for _, o := range designer.FieldsOf(s.q) {
		if o.Core {
			n++
		}
	}
	return n > 1
}

// behind names what waits behind "more".
func (s *Screen) behind(env screen.Env) string {
	var names []string
	for _, f := range designer.FieldsOf(s.q) {
		if !f.Core {
			names = append(names, env.Words.T("field."+f.ID+".more"))
		}
	}
	const most = 4
	if len(names) > most {
		names = append(names[:most], "…")
	}
	return strings.Join(names, " · ")
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	out := []key.Binding{
		screen.Named(env.Words, screen.KeyEnter, "enter", "on"),
		screen.Named(env.Words, screen.KeyNext, "PgDn", "next"),
	}
	sl := s.slots[s.at]
	switch {
	case sl.picker != nil:
		out = append(out, screen.Named(env.Words, screen.KeyDrop, "ctrl+D", "forget"))
	case sl.w != nil && sl.w.Field().IsList():
		out = append(out,
			screen.Named(env.Words, screen.KeyMoveUp, "alt+↑↓", "reorder"),
			screen.Named(env.Words, screen.KeyDrop, "ctrl+D", "drop"))
		if sl.w.Field().Input != designer.Lines {
			out = append(out, screen.Named(env.Words, screen.KeyDetail, "F4", "detail"))
		}
	case sl.w != nil && sl.w.Field().Input == designer.Text:
		out = append(out, screen.Named(env.Words, screen.KeyNewline, "alt+enter", "newline"))
	}
	if _, opens := s.canOpen(); opens {
		out = append(out, screen.Named(env.Words, screen.KeyMore, "F3", "more"))
	}
	return out
}

// canOpen says whether "more" can be opened, and where it stands.
func (s *Screen) canOpen() (int, bool) {
	for i, sl := range s.slots {
		if sl.more {
			return i, true
		}
	}
	return 0, false
}

var _ screen.Screen = (*Screen)(nil)
