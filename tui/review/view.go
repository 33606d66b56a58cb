// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package review

import (
	"image"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	"insignia/designer"
	"insignia/export/pack"
	"insignia/export/prose"
	"insignia/tui/field"
	"insignia/tui/screen"
)

// room is the lines for the page: all but the line of actions.
func (s *Screen) room(env screen.Env) int { return max(1, env.Area.Dy()-1) }

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	a := env.Area
	lines := s.page(env)
	top := 0
	if s.at == onPage {
		top = min(s.top, max(0, len(lines)-s.room(env)))
	} else if _, to := s.span(env); to > s.room(env) {
		top = to - s.room(env)
	}
	body := lines[top:min(len(lines), top+s.room(env))]
	foot := image.Rect(a.Min.X, a.Max.Y-1, a.Max.X, a.Max.Y)
	return []screen.Layer{
		{ID: "page", Area: image.Rect(a.Min.X, a.Min.Y, a.Max.X, a.Max.Y-1), Text: strings.Join(body, "\n")},
		{ID: "actions", Area: foot, Text: s.actions(env)},
	}
}

// actions is the line at the foot: the button, and where the files are.
func (s *Screen) actions(env screen.Env) string {
	button := " " + env.Words.T("ui.export") + " "
	if s.at == onPage {
		button = env.Theme.Here.Render(button)
	} else {
		button = env.Theme.Dim.Render(button)
	}
	line := " " + button
	if env.Exported == "" {
		return line
	}
	done := env.Theme.Good.Render(env.Words.T("ui.exported.short"))
	if n := faults(env); n > 0 {
		done = env.Theme.Warn.Render(env.Words.N("ui.exported.draft", n))
	}
	return env.Widths.Truncate(line+"  "+done, env.Area.Dx(), "…")
}

// span is where the description, the part that may not fit, stands.
func (s *Screen) span(env screen.Env) (from, to int) {
	w := s.width(env)
	n, _ := s.name.View(env, w)
	t, _ := s.text.View(s.drafted(env), w)
	from = 1 + len(n) + len(field.Count(s.name.Field(), env, s.at == inName, w))
	if s.at == inName {
		return 0, from
	}
	return from, from + 1 + len(t) + len(field.Count(s.text.Field(), s.drafted(env), true, w)) + 1
}

func (s *Screen) width(env screen.Env) int { return min(env.Area.Dx()-3, 76) }

// page is the whole review, line by line.
func (s *Screen) page(env screen.Env) []string {
	w := s.width(env)
	var out []string
	add := func(lines ...string) {
		for _, l := range lines {
			out = append(out, " "+l)
		}
	}
	label := func(key string, here bool) {
		style := env.Theme.Dim
		if here {
			style = env.Theme.Strong
		}
		add(style.Render(env.Widths.Truncate(env.Words.T(key), w, "…")))
	}
	label("ui.review.name", s.at == inName)
	lines, _ := s.name.View(env, w)
	add(lines...)
	add(field.Count(s.name.Field(), env, s.at == inName, w)...)
	label("ui.review.description", s.at == inText)
	lines, _ = s.text.View(s.drafted(env), w)
	add(lines...)
	add(field.Count(s.text.Field(), s.drafted(env), s.at == inText, w)...)
	if s.drafty != "" && env.Draft.Description == "" {
		for _, l := range strings.Split(env.Widths.Wrap(env.Words.T("ui.drafted"), w, ""), "\n") {
			add(env.Theme.Warn.Render(l))
		}
	}
	add("")
	s.exported(env, w, add)
	s.findings(env, w, add)
	for q := designer.AskEarner; q <= designer.AskNext; q++ {
		s.answers(env, q, w, add)
	}
	foreign(env, w, add)
	return out
}

// foreign names what a badge from outside had and no field takes.
func foreign(env screen.Env, w int, add func(...string)) {
	if len(env.Draft.Foreign) == 0 {
		return
	}
	var paths []string
	for _, m := range env.Draft.Foreign {
		paths = append(paths, m.Path)
	}
	for _, l := range strings.Split(env.Widths.Wrap(env.Words.T("ui.foreign")+" "+strings.Join(paths, ", "), w, ""), "\n") {
		add(env.Theme.Dim.Render(l))
	}
}

// exported says where the files lie, what they are for, and whether they are
// a draft.
func (s *Screen) exported(env screen.Env, w int, add func(...string)) {
	if env.Exported == "" {
		return
	}
	put := func(style lipgloss.Style, text string) {
		for _, l := range strings.Split(env.Widths.Wrap(text, w, "/\\"), "\n") {
			add(style.Render(l))
		}
	}
	put(env.Theme.Good, env.Words.T("ui.exported", "path", env.Exported))
	if faults(env) > 0 {
		put(env.Theme.Warn, env.Words.T("ui.exported.placeholder"))
	}
	if p, ok := pack.Lookup(env.Draft.Issuer.Platform); ok {
		put(env.Theme.Dim, env.Words.T("ui.exported.pack", "platform", p.Name, "folder", p.ID))
	}
	put(env.Theme.Dim, env.Words.T("ui.exported.next"))
	add("")
}

// faults counts what keeps the badge from being issued.
func faults(env screen.Env) int {
	n := 0
	for _, p := range env.Findings {
		if p.Level == designer.Fault {
			n++
		}
	}
	return n
}

// findings lists what is open, the worst first.
func (s *Screen) findings(env screen.Env, w int, add func(...string)) {
	if len(env.Findings) == 0 {
		add(env.Theme.Good.Render("✓ "+env.Words.T("ui.findings.none")), "")
		return
	}
	last := ""
	for _, p := range env.Findings {
		lines := Finding(env, p, w)
		if all := strings.Join(lines, "\n"); all != last { // three steps may have the same to say
			last = all
			add(lines...)
		}
	}
	add("")
}

// Finding is a problem as lines: a mark for its level, and its sentence.
func Finding(env screen.Env, p designer.Problem, w int) []string {
	mark, style := "· ", env.Theme.Dim
	switch p.Level {
	case designer.Warn:
		mark, style = "! ", env.Theme.Warn
	case designer.Fault:
		mark, style = "✗ ", env.Theme.Fault
	}
	lines := strings.Split(env.Widths.Wrap(prose.Told(p, env.Words), max(8, w-2), ""), "\n")
	for i, l := range lines {
		if i > 0 {
			mark = "  "
		}
		lines[i] = style.Render(mark) + l
	}
	return lines
}

// answers shows a question's answers, each with its label.
func (s *Screen) answers(env screen.Env, q designer.Question, w int, add func(...string)) {
	lamp := map[designer.Progress]string{designer.Empty: "○", designer.Begun: "◐", designer.Settled: "●"}[env.Draft.Progress(q)]
	add(env.Theme.Accent.Bold(true).Render(strconv.Itoa(int(q))+" "+env.Words.T("question."+q.String()+".short")) + " " + env.Theme.Dim.Render(lamp))
	for _, f := range designer.FieldsOf(q) {
		if f.Empty(&env.Draft) {
			continue
		}
		name := env.Theme.Dim.Render(env.Words.T("field." + f.ID + ".label"))
		var value []string
		if f.IsList() {
			for i, item := range f.List(&env.Draft) {
				mark := "· "
				if f.Input == designer.Steps {
					mark = strconv.Itoa(i+1) + " "
				}
				value = append(value, mark+item)
			}
		} else {
			value = strings.Split(field.Label(f, env, f.Value(&env.Draft)), "\n")
		}
		if len(value) == 1 && env.Widths.StringWidth(env.Words.T("field."+f.ID+".label"))+3+env.Widths.StringWidth(value[0]) < w {
			add("  " + name + "  " + env.Theme.Text.Render(value[0]))
			continue
		}
		add("  " + name)
		for _, v := range value {
			for _, l := range strings.Split(env.Widths.Wrap(v, max(8, w-4), ""), "\n") {
				add("    " + l)
			}
		}
	}
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	switch s.at {
	case inName:
		return []key.Binding{screen.Named(env.Words, screen.KeyEnter, "enter", "on"), screen.Named(env.Words, screen.KeyPrev, "PgUp", "prev")}
	case inText:
		return []key.Binding{screen.Named(env.Words, screen.KeyEnter, "enter", "confirm"), screen.Named(env.Words, screen.KeyNewline, "alt+enter", "newline"), screen.Named(env.Words, screen.KeyPrev, "PgUp", "prev")}
	}
	out := []key.Binding{screen.Named(env.Words, keyExport, "enter", "export")}
	if env.Exported != "" {
		out = append(out, screen.Named(env.Words, keyFolder, "o", "folder"))
	}
	if len(env.Findings) > 0 {
		out = append(out, screen.Named(env.Words, screen.KeyExample, "F2", "why"))
	}
	return append(out,
		screen.Named(env.Words, screen.KeyDown, "↑ ↓", "scroll"),
		screen.Named(env.Words, keyRedraft, "r", "redraft"),
		screen.Named(env.Words, key.NewBinding(key.WithKeys("1", "2", "3", "4", "5", "6")), "1–6", "question"))
}

var _ screen.Screen = (*Screen)(nil)
