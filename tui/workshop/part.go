// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/tui/field"
	"insignia/tui/screen"
)

// part answers one thing of the preset, into the workshop it was made for.
type part interface {
	// focus and blur move the cursor in and out; blur may say what was typed
	// and not kept.
	focus(env screen.Env, fromEnd bool)
	blur(env screen.Env) string
	// update takes a key or a paste, only while focused, and says where the
	// focus wants to go and perhaps a sentence.
	update(msg tea.Msg, env screen.Env) (field.Move, string)
	// view draws the part at most w cells wide and says which of its lines the
	// cursor is on, -1 for none.
	view(env screen.Env, w int) ([]string, int)
	// typing reports whether a letter is text.
	typing() bool
}

// text is a line of the workshop's own.
type text struct {
	in      *field.Input
	value   *string
	refuse  func(value string) error // nil takes anything
	refused string
}

func newText(value *string, limit int) *text {
	t := &text{in: field.NewInput(limit), value: value}
	t.in.Set(*value)
	return t
}

func newDate(value *string) *text {
	t := newText(value, len(time.DateOnly))
	t.refuse = func(v string) error {
		if _, err := time.Parse(time.DateOnly, v); err != nil && v != "" {
			return &designer.Error{Code: "bad-date", Args: designer.Args{"value": v}}
		}
		return nil
	}
	return t
}

func (t *text) typing() bool                 { return t.in.Focused() }
func (t *text) focus(env screen.Env, _ bool) { t.in.Focus(env) }

func (t *text) blur(screen.Env) string {
	t.in.Blur()
	if t.refused == "" {
		t.in.Set(*t.value)
	}
	return t.refused
}

func (t *text) update(msg tea.Msg, env screen.Env) (field.Move, string) {
	move, changed, say := t.in.Update(msg, env)
	if !changed {
		return move, say
	}
	v, _ := clean.Line(t.in.Value())
	v = strings.TrimSpace(v)
	t.refused = ""
	if t.refuse != nil {
		if err := t.refuse(v); err != nil { // half a date: the sentence waits for blur
			t.refused = env.Words.Error(err) + " " + env.Words.Hint(err)
			return move, say
		}
	}
	*t.value = v
	return move, say
}

func (t *text) view(env screen.Env, w int) ([]string, int) {
	lines := t.in.View(env, w)
	if !t.in.Focused() {
		return lines, -1
	}
	return lines, 0
}

// given is a field that every badge of the workshop begins with: the widget is
// the badge's own.
type given struct {
	f      designer.Field
	on     *designer.Workshop
	widget field.Widget // only with the focus
}

func newGiven(id string, on *designer.Workshop) *given {
	f, _ := designer.FieldByID(id)
	return &given{f: f, on: on}
}

// begun is what a badge of the workshop begins with.
func begun(w *designer.Workshop) designer.Draft {
	return designer.Draft{Language: w.Language, Issuer: w.Issuer, Look: designer.Look{Colours: w.Colours}}
}

func (g *given) env(env screen.Env) screen.Env { env.Draft = begun(g.on); return env }

func (g *given) typing() bool { return g.widget != nil && g.widget.Typing() }

func (g *given) focus(env screen.Env, fromEnd bool) {
	env = g.env(env)
	g.widget = field.For(g.f, env)
	g.widget.Focus(env, fromEnd)
}

func (g *given) blur(env screen.Env) string {
	say := g.widget.Blur(g.env(env))
	g.widget = nil
	return say
}

func (g *given) update(msg tea.Msg, env screen.Env) (field.Move, string) {
	out := g.widget.Update(msg, g.env(env))
	if out.Changed {
		g.on.Language, g.on.Issuer = out.Draft.Language, out.Draft.Issuer
	}
	return out.Move, out.Say
}

func (g *given) view(env screen.Env, w int) ([]string, int) {
	env = g.env(env)
	if g.widget == nil {
		return field.For(g.f, env).View(env, w)
	}
	return g.widget.View(env, w)
}
