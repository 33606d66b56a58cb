// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/tui/screen"
)

// line is one line of text over a huh input.
type line struct {
	f       designer.Field
	in      *huh.Input
	value   string // what stands in the input, also when it cannot be kept
	focused bool
	refused string // why it cannot be kept
}

func newLine(f designer.Field, env screen.Env) *line {
	l := &line{f: f, value: f.Value(&env.Draft)}
	l.build(env)
	return l
}

// build makes the huh input anew: at each visit, since a huh field keeps the
// theme it was given first.
func (l *line) build(env screen.Env) {
	l.in = huh.NewInput().Prompt("┃ ").Value(&l.value).CharLimit(l.f.Limit)
	l.in.WithKeyMap(huhKeys)
	l.in.WithTheme(huhTheme(env.Theme))
}

func (l *line) Field() designer.Field { return l.f }
func (l *line) Typing() bool          { return l.focused }

// Unkept is why what stands here cannot be kept, "" if it is.
func (l *line) Unkept() string { return l.refused }

func (l *line) Focus(env screen.Env, fromEnd bool) {
	l.build(env)
	l.in.Focus()
	l.focused = true
}

func (l *line) Blur(env screen.Env) string {
	l.in.Blur()
	l.focused = false
	if l.refused != "" {
		return l.refused
	}
	l.value = l.f.Value(&env.Draft) // as kept: "6 h" for "6 hours"
	return ""
}

func (l *line) Update(msg tea.Msg, env screen.Env) Outcome {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(k, screen.KeyEnter):
			return Outcome{Move: Enter}
		case key.Matches(k, screen.KeyTab):
			return Outcome{Move: Ahead}
		case key.Matches(k, screen.KeyBackTab):
			return Outcome{Move: Behind}
		case key.Matches(k, screen.KeyDown):
			return Outcome{Move: Down}
		case key.Matches(k, screen.KeyUp):
			return Outcome{Move: Up}
		case k.String() == "alt+d", k.String() == "alt+delete":
			return Outcome{} // bubbles 2.2.1 panics on these before the last letter
		}
	}
	if p, ok := msg.(tea.PasteMsg); ok {
		p.Content, _ = clean.Line(p.Content)
		msg = p
	}
	before := l.value
	l.in.Update(cutPaste(msg, l.f.Limit))
	out := Outcome{Say: overflow(env, l.f.Limit, utf8.RuneCountInString(before), utf8.RuneCountInString(l.value), msg)}
	if l.value == before {
		return out
	}
	d, err := assign(env, l.f.ID, l.value)
	if err != nil {
		// Half a date is not a mistake yet: the sentence waits for Blur.
		l.refused = env.Words.Error(err)
		return out
	}
	l.refused = ""
	out.Changed, out.Draft, out.Break = true, d, breaks(msg)
	return out
}

func (l *line) View(env screen.Env, w int) ([]string, int) {
	if !l.focused {
		return rest(env, l.value, w), -1
	}
	l.in.WithWidth(w)
	lines := strings.Split(l.in.View(), "\n")
	if l.refused != "" {
		for _, s := range strings.Split(env.Widths.Wrap(l.refused, max(w-2, 1), ""), "\n") {
			lines = append(lines, env.Theme.Dim.Render("  "+s))
		}
	}
	return lines, 0
}
