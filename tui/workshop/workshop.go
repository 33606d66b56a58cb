// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/screen"
)

// Screen is one workshop: the day, or over it the preset or a question of the
// day. While the preset is open, what stands here is the workshop and the
// program follows; else the other way round.
type Screen struct {
	w      designer.Workshop
	form   *form
	asking *chooser
	day    day
}

// New returns the screen of env.Workshop: the day, or the preset of one that
// has never been saved.
func New(env screen.Env) *Screen {
	s := &Screen{w: env.Workshop.Clone()}
	s.day.at = next(s.w, env)
	if s.w.Revision == 0 {
		s.form = newForm(&s.w, env)
	}
	return s
}

// Typing implements screen.Screen.
func (s *Screen) Typing() bool {
	switch {
	case s.form != nil:
		return s.form.rows[s.form.at].p.typing()
	case s.asking != nil:
		return s.asking.typing()
	}
	return false
}

// Unkept implements screen.Keeper.
func (s *Screen) Unkept() string {
	if s.form != nil {
		if t, ok := s.form.rows[s.form.at].p.(*text); ok {
			return t.refused
		}
	}
	return ""
}

// Held implements screen.Holder.
func (s *Screen) Held(screen.Env) []screen.Action {
	if s.form == nil {
		return nil
	}
	return s.form.keep()
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	if s.form == nil && s.w.ID == env.Workshop.ID {
		s.w = env.Workshop.Clone()
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, screen.KeyEsc) {
		return s, s.escape(env)
	}
	switch {
	case s.form != nil:
		return s, s.preset(msg, env)
	case s.asking != nil:
		acts, done := s.asking.update(msg, env)
		if done {
			s.asking = nil
		}
		return s, acts
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s, s.key(msg, env)
	case screen.Click:
		return s, s.click(msg, env)
	}
	return s, nil
}

// escape goes back a level. A workshop that was never saved and in which
// nothing stands has no day to go back to.
func (s *Screen) escape(env screen.Env) []screen.Action {
	switch {
	case s.form != nil:
		blank := s.w.Revision == 0 && !s.day.prepared && !s.form.changed()
		acts := s.close(env)
		if blank {
			return append(acts, screen.Return{})
		}
		return acts
	case s.asking != nil:
		s.asking = nil
		return nil
	}
	return []screen.Action{screen.Return{}}
}

// close goes from the preset to the day.
func (s *Screen) close(env screen.Env) []screen.Action {
	acts := s.form.leave(env)
	s.form = nil
	s.day.at = next(s.w, env)
	return acts
}

func (s *Screen) preset(msg tea.Msg, env screen.Env) (acts []screen.Action) {
	switch msg := msg.(type) {
	case screen.Reload:
		s.form.restyle(env)
	case screen.Click:
		acts = s.form.click(msg, env)
	case tea.KeyPressMsg, tea.PasteMsg:
		var done bool
		if acts, done = s.form.update(msg, env); done {
			s.form = nil
			s.day.at = next(s.w, env)
		}
	}
	for _, a := range acts {
		if _, ok := a.(screen.KeepWorkshop); ok {
			s.day.prepared = true
		}
	}
	return acts
}

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	switch {
	case s.form != nil:
		return s.form.layers(env)
	case s.asking != nil:
		return s.asking.layers(env)
	}
	return s.layers(env)
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	switch {
	case s.form != nil:
		return s.form.keys(env)
	case s.asking != nil:
		return s.asking.keys(env)
	}
	return s.keys(env)
}

var (
	_ screen.Screen = (*Screen)(nil)
	_ screen.Keeper = (*Screen)(nil)
	_ screen.Holder = (*Screen)(nil)
)
