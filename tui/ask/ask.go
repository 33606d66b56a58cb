// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package ask is the screen of a question that is answered in words: the
// start and the questions 1 to 4 and 6. It ranges over designer's table of
// fields: core fields stand on the page, the others behind "more". It knows
// no field by name but the issuer's, which can be picked from the saved ones.
package ask

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/field"
	"insignia/tui/screen"
)

// Screen is one question.
type Screen struct {
	q     designer.Question
	slots []slot
	at    int  // slot with the focus
	open  bool // the fields behind "more" show
}

// slot is a place on the page: a widget, the line that opens "more", or the
// choice of a saved issuer.
type slot struct {
	w      field.Widget
	more   bool
	picker *picker
	core   bool
}

// New returns q's screen with the cursor in its first empty core field.
func New(q designer.Question, env screen.Env) *Screen {
	s := &Screen{q: q}
	s.build(env)
	for i, sl := range s.slots {
		if sl.w != nil && sl.core && sl.w.Field().Empty(&env.Draft) {
			s.at = i
			break
		}
	}
	if s.slots[0].picker != nil && env.Draft.Issuer == (designer.Issuer{}) {
		s.at = 0
	}
	s.focus(env, false)
	return s
}

// Find returns q's screen with the cursor in the field.
func Find(q designer.Question, id string, env screen.Env) *Screen {
	s := New(q, env)
	s.seek(id, env)
	return s
}

func (s *Screen) seek(id string, env screen.Env) {
	f, ok := designer.FieldByID(id)
	if !ok || f.Question != s.q {
		return
	}
	if !f.Core && !s.open {
		s.open = true
		s.build(env)
	}
	for i, sl := range s.slots {
		if sl.w != nil && sl.w.Field().ID == id {
			s.blur(env)
			s.at = i
			s.focus(env, false)
		}
	}
}

// build lays the slots out from the table.
func (s *Screen) build(env screen.Env) {
	s.slots = nil
	var rest []designer.Field
	if s.q == designer.AskIssuer && len(env.Issuers) > 0 {
		s.slots = append(s.slots, slot{picker: newPicker(env), core: true})
	}
	for _, f := range designer.FieldsOf(s.q) {
		if f.Core {
			s.slots = append(s.slots, slot{w: field.For(f, env), core: true})
			continue
		}
		rest = append(rest, f)
		s.open = s.open || !given(f, env) && !f.Empty(&env.Draft)
	}
	if len(rest) > 0 && !s.open {
		s.slots = append(s.slots, slot{more: true})
		return
	}
	for _, f := range rest {
		s.slots = append(s.slots, slot{w: field.For(f, env)})
	}
}

// given reports whether a field has its answer from the start: the language,
// and in a workshop the team. It does not open what waits behind "more".
func given(f designer.Field, env screen.Env) bool {
	return f.ID == "language" || f.ID == "team" && env.Draft.Workshop != ""
}

func (s *Screen) focus(env screen.Env, fromEnd bool) {
	switch sl := s.slots[s.at]; {
	case sl.w != nil:
		sl.w.Focus(env, fromEnd)
	case sl.picker != nil:
		sl.picker.focus(env)
	}
}

func (s *Screen) blur(env screen.Env) []screen.Action {
	out := []screen.Action{screen.Leave{}}
	if w := s.slots[s.at].w; w != nil {
		if say := w.Blur(env); say != "" {
			out = append(out, screen.Say{Text: say})
		}
	}
	return out
}

// Unkept is the sentence about what stands in the field and is not kept.
func (s *Screen) Unkept() string {
	if w, ok := s.slots[s.at].w.(interface{ Unkept() string }); ok {
		return w.Unkept()
	}
	return ""
}

// Typing reports whether the cursor is in a text.
func (s *Screen) Typing() bool { w := s.slots[s.at].w; return w != nil && w.Typing() }

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	switch msg := msg.(type) {
	case screen.Reload:
		return s.reload(msg, env), nil
	case tea.KeyPressMsg:
		if key.Matches(msg, screen.KeyMore) {
			return s, s.toggleMore(env)
		}
		if s.slots[s.at].more {
			return s.updateMore(msg, env)
		}
		if next := s.ahead(msg); next != nil {
			return s.typeAhead(msg, env)
		}
	case tea.PasteMsg:
		if s.slots[s.at].more {
			return s, nil
		}
	default:
		return s, nil
	}
	if p := s.slots[s.at].picker; p != nil {
		out, acts := p.update(msg, env)
		return s.moved(out, env, acts)
	}
	out := s.slots[s.at].w.Update(msg, env)
	return s.moved(out, env, nil)
}

// ahead is the empty line after a choice that has the focus, when a letter is
// typed: who begins to type there means the name, not the list.
func (s *Screen) ahead(k tea.KeyPressMsg) field.Widget {
	w := s.slots[s.at].w
	if k.Text == "" || k.Text == " " || w == nil || w.Field().Input != designer.Choice || s.at+1 >= len(s.slots) {
		return nil
	}
	if next := s.slots[s.at+1].w; next != nil && next.Field().Input == designer.Line {
		return next
	}
	return nil
}

// typeAhead takes what the list shows as chosen and gives the letter to the line.
func (s *Screen) typeAhead(k tea.KeyPressMsg, env screen.Env) (screen.Screen, []screen.Action) {
	out := s.slots[s.at].w.Update(tea.KeyPressMsg{Code: tea.KeyEnter}, env)
	_, acts := s.moved(out, env, nil)
	if out.Changed {
		env.Draft = out.Draft
	}
	_, more := s.moved(s.slots[s.at].w.Update(k, env), env, nil)
	return s, append(acts, more...)
}

// moved does what a widget's outcome asks for.
func (s *Screen) moved(out field.Outcome, env screen.Env, acts []screen.Action) (screen.Screen, []screen.Action) {
	if out.Changed {
		id := "issuer.name"
		if w := s.slots[s.at].w; w != nil {
			id = w.Field().ID
		}
		acts = append(acts, screen.Edit{Draft: out.Draft, Field: id, Break: out.Break, Apart: out.Apart})
		env.Draft = out.Draft
	}
	if out.Say != "" {
		acts = append(acts, screen.Say{Text: out.Say})
	}
	return s, append(acts, s.step(out.Move, env)...)
}

// step moves the focus. Enter passes the line that opens "more" by: the main
// path is short. Past the last field Enter and Tab go to the next question,
// before the first one shift+Tab goes back; the arrows stay on the page.
func (s *Screen) step(move field.Move, env screen.Env) []screen.Action {
	next := s.at + 1
	switch move {
	case field.Stay:
		return nil
	case field.Behind, field.Up:
		next = s.at - 1
	case field.Enter:
		if next < len(s.slots) && s.slots[next].more {
			next++
		}
	}
	switch {
	case next < 0 && move == field.Behind && s.q > designer.Start:
		return append(s.blur(env), screen.Back{})
	case next >= len(s.slots) && move != field.Down:
		return append(s.blur(env), screen.Forward{})
	case next < 0, next >= len(s.slots):
		return nil
	}
	acts := s.blur(env)
	back := next < s.at
	s.at = next
	s.focus(env, back)
	return acts
}

func (s *Screen) updateMore(msg tea.KeyPressMsg, env screen.Env) (screen.Screen, []screen.Action) {
	switch {
	case key.Matches(msg, screen.KeyEnter) || msg.Text == " ":
		return s, s.toggleMore(env)
	case field.MoveOf(msg) != field.Stay:
		return s, s.step(field.MoveOf(msg), env)
	case msg.Text != "":
		return s, []screen.Action{screen.Say{Text: env.Words.T("ui.more.closed")}}
	}
	return s, nil
}

// toggleMore shows the fields behind "more" and goes to the first of them, or
// hides them if nothing is in them.
func (s *Screen) toggleMore(env screen.Env) []screen.Action {
	last := s.slots[len(s.slots)-1]
	switch {
	case last.more:
		acts := s.blur(env)
		s.open = true
		at := len(s.slots) - 1
		s.build(env)
		s.at = at
		s.focus(env, false)
		return acts
	case s.open && !last.core:
		acts := s.blur(env)
		s.open = false
		s.build(env)
		s.at = min(s.at, len(s.slots)-1)
		for s.at > 0 && s.slots[s.at].more {
			s.at--
		}
		s.focus(env, true)
		return acts
	}
	return nil
}

// reload builds the page anew after an undo, a redo or a change of language.
func (s *Screen) reload(msg screen.Reload, env screen.Env) screen.Screen {
	id := msg.Field
	if id == "" {
		if w := s.slots[s.at].w; w != nil {
			id = w.Field().ID
		}
	}
	n := &Screen{q: s.q, open: s.open}
	n.build(env)
	n.at = min(s.at, len(n.slots)-1)
	n.focus(env, false)
	n.seek(id, env)
	if old, now := s.slots[s.at].w, n.slots[n.at].w; old != nil && now != nil {
		field.Resume(now, old)
	}
	return n
}
