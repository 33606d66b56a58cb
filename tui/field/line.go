// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/screen"
)

// line is a field of one line. What stands in its input may be something that
// cannot be kept.
type line struct {
	f       designer.Field
	in      *Input
	was     string // what was kept when the focus came
	refused string // why it cannot be kept
}

func newLine(f designer.Field, env screen.Env) *line {
	l := &line{f: f, in: NewInput(f.Limit)}
	l.in.Set(f.Value(&env.Draft))
	return l
}

func (l *line) Field() designer.Field { return l.f }
func (l *line) Typing() bool          { return l.in.Focused() }

// Unkept is why what stands here cannot be kept, "" if it is.
func (l *line) Unkept() string { return l.refused }

func (l *line) Focus(env screen.Env, fromEnd bool) {
	l.was = l.f.Value(&env.Draft)
	l.in.Focus(env)
}

func (l *line) Blur(env screen.Env) string {
	l.in.Blur()
	if l.refused != "" {
		return l.refused
	}
	l.in.Set(l.f.Value(&env.Draft)) // as kept: "6 h" for "6 hours"
	return ""
}

func (l *line) Update(msg tea.Msg, env screen.Env) Outcome {
	move, changed, say := l.in.Update(msg, env)
	out := Outcome{Move: move, Say: say}
	if !changed {
		return out
	}
	d, err := assign(env, l.f.ID, l.in.Value())
	if err != nil {
		// Half a date is not a mistake yet: the sentence waits for Blur. But
		// a beginning that could be kept, "7 h" of "7 h over six weeks", is
		// not what was meant.
		l.refused = env.Words.Error(err)
		if back, err := assign(env, l.f.ID, l.was); err == nil && l.f.Value(&env.Draft) != l.f.Value(&back) {
			out.Changed, out.Draft = true, back
		}
		return out
	}
	l.refused = ""
	out.Changed, out.Draft, out.Break = true, d, breaks(msg)
	return out
}

func (l *line) View(env screen.Env, w int) ([]string, int) {
	lines := l.in.View(env, w)
	if !l.in.Focused() {
		return lines, -1
	}
	if l.refused != "" {
		for _, s := range strings.Split(env.Widths.Wrap(l.refused, max(w-2, 1), ""), "\n") {
			lines = append(lines, env.Theme.Dim.Render("  "+s))
		}
	}
	return lines, 0
}
