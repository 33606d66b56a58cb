// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package entry

import (
	"strings"

	"charm.land/bubbles/v2/key"

	"insignia/designer"
	"insignia/tui/screen"
)

const (
	widest  = 76 // columns of a line that is easy to read
	airy    = 11 // rows from which there is air
	beside  = 56 // columns from which a field stands beside its name
	columns = 22 // of the names, then
)

// page lays the sheet out, and says which lines are which field's.
func (s *Screen) page(env screen.Env) (p screen.Page, fieldOf map[int]int) {
	env = s.env(env)
	fieldOf = map[int]int{}
	t, w := env.Theme, min(env.Area.Dx()-2, widest)
	p.Add(" " + t.Strong.Render(env.Words.T("entry.title")) + t.Dim.Render("  "+env.Words.T("entry.sheet", "n", s.done+1)))
	if s.done > 0 {
		p.Add(" " + t.Good.Render("✓ ") + t.Dim.Render(env.Widths.Truncate(env.Words.T("entry.saved", "name", s.last), w-3, "…")))
	}
	if env.Area.Dy() >= airy {
		p.Add("")
	}
	for i, f := range s.fields {
		here := i == s.at
		mark, style := "  ", t.Dim
		if here {
			mark, style = "› ", t.Accent.Bold(true)
		}
		name := label(env, f.Field())
		var lines []string
		cursor := 0
		if w >= beside {
			var body []string
			body, cursor = f.View(env, w-columns-3)
			name = env.Widths.Truncate(name, columns, "…")
			head := style.Render(mark + name + strings.Repeat(" ", columns-env.Widths.StringWidth(name)+1))
			for n, l := range body {
				if n > 0 {
					head = strings.Repeat(" ", columns+3)
				}
				lines = append(lines, head+l)
			}
		} else {
			lines = []string{style.Render(mark + env.Widths.Truncate(name, w-2, "…"))}
			if here || !f.Field().Empty(&env.Draft) {
				var body []string
				body, cursor = f.View(env, w-2)
				for _, l := range body {
					lines = append(lines, "  "+l)
				}
				cursor++
			}
		}
		for n := range lines {
			fieldOf[len(p.Lines)+n] = i
		}
		if here {
			p.Focus(cursor, lines...)
		} else {
			p.Add(lines...)
		}
	}
	return p, fieldOf
}

func label(env screen.Env, f designer.Field) string { return env.Words.T("field." + f.ID + ".label") }

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	p, _ := s.page(env)
	area := env.Area
	area.Max.X = min(area.Max.X, area.Min.X+widest+2)
	return p.Layers("sheet", area, env.Theme.Dim)
}

// click goes to the field under it.
func (s *Screen) click(c screen.Click, env screen.Env) []screen.Action {
	p, fieldOf := s.page(env)
	i, ok := fieldOf[p.Top(env.Area.Dy())+c.At.Y]
	if c.ID != "sheet" || !ok || i == s.at {
		return nil
	}
	return s.to(i, false, env)
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	out := []key.Binding{screen.Named(env.Words, screen.KeyEnter, "enter", "on")}
	switch f := s.fields[s.at].Field(); {
	case f.IsList():
		out = append(out, screen.Named(env.Words, screen.KeyMoveUp, "alt+↑↓", "reorder"),
			screen.Named(env.Words, screen.KeyDrop, "ctrl+D", "drop"))
	case f.Input == designer.Text:
		out = append(out, screen.Named(env.Words, screen.KeyNewline, "alt+enter", "newline"))
	}
	return append(out, screen.Named(env.Words, screen.KeyBackTab, "shift+tab", "behind"),
		screen.Named(env.Words, screen.KeyNext, "PgDn", "sheet"), screen.Named(env.Words, screen.KeyEsc, "esc", "back"))
}
