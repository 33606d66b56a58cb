// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package clock is the clock of a workshop as the room sees it: the time left
// in large digits, the part of the agenda it belongs to, where that stands in
// the whole, and the facilitator's keys. It says in words what a colour would
// say, changes once a second, and never flashes. It asks for what is to be
// done to the time and does none of it.
package clock

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/tui/screen"
)

// Screen is the clock; all it shows is in the Env.
type Screen struct{}

// New returns the clock.
func New() *Screen { return &Screen{} }

// Keys of this screen. A clicker sends PgDn and PgUp.
var (
	keyBegin  = key.NewBinding(key.WithKeys("space", "enter"))
	keyToggle = key.NewBinding(key.WithKeys("space"))
	keyPlus   = key.NewBinding(key.WithKeys("+", "="))
	keyMinus  = key.NewBinding(key.WithKeys("-", "−"))
	keyAhead  = key.NewBinding(key.WithKeys("right", "pgdown"))
	keyBehind = key.NewBinding(key.WithKeys("left", "pgup"))
	keySoft   = key.NewBinding(key.WithKeys("e"))
	keyShare  = key.NewBinding(key.WithKeys("s"))
	// keyStop takes the clock away, but only one that stands still: no slip of
	// a finger ends a running one.
	keyStop = key.NewBinding(key.WithKeys("x"))
)

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return s, nil
	}
	if key.Matches(k, screen.KeyEsc) {
		return s, []screen.Action{screen.Return{}}
	}
	r := env.Clock.Reading(env.Uptime)
	if !r.Begun {
		if key.Matches(k, keyBegin) && env.Workshop.Minutes() > 0 {
			return s, []screen.Action{screen.Time{Do: screen.Begin}}
		}
		return s, nil
	}
	for _, c := range []struct {
		on bool
		b  key.Binding
		do screen.TimeOp
	}{
		{!r.Ended, keyToggle, screen.Toggle},
		{!r.Ended, keyPlus, screen.Plus},
		{!r.Ended, keyMinus, screen.Minus},
		{!r.Ended, keyAhead, screen.Ahead},
		{true, keyBehind, screen.Behind},
		{!r.Ended, keySoft, screen.Soft},
		{true, keyShare, screen.Share},
		{r.Paused || r.Ended, keyStop, screen.Stop},
	} {
		if c.on && key.Matches(k, c.b) {
			return s, []screen.Action{screen.Time{Do: c.do}}
		}
	}
	return s, nil
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	w, r := env.Words, env.Clock.Reading(env.Uptime)
	esc := screen.Named(w, screen.KeyEsc, "esc", "back")
	if !r.Begun {
		if env.Workshop.Minutes() == 0 {
			return []key.Binding{esc}
		}
		return []key.Binding{screen.Named(w, keyBegin, w.T("clock.space"), "begin"), esc}
	}
	back := screen.Named(w, keyBehind, "←", "slot-back")
	share := screen.Named(w, keyShare, "s", "private")
	if r.Private {
		share = screen.Named(w, keyShare, "s", "share")
	}
	stop := screen.Named(w, keyStop, "x", "stop")
	if r.Ended {
		return []key.Binding{back, stop, share, esc}
	}
	soft := screen.Named(w, keySoft, "e", "soft")
	if r.Soft {
		soft = screen.Named(w, keySoft, "e", "hard")
	}
	toggle := screen.Named(w, keyToggle, w.T("clock.space"), "pause")
	out := []key.Binding{
		screen.Named(w, keyAhead, "→", "slot"), screen.Named(w, keyPlus, "+ −", "minute"),
		back, soft, share, esc,
	}
	if r.Paused {
		toggle = screen.Named(w, keyToggle, w.T("clock.space"), "on")
		out = append(out[:2:2], append([]key.Binding{stop}, out[2:]...)...)
	}
	return append([]key.Binding{toggle}, out...)
}

// Typing implements screen.Screen.
func (s *Screen) Typing() bool { return false }

// Whole implements screen.Whole.
func (s *Screen) Whole() bool { return true }

// Running implements screen.Timed.
func (s *Screen) Running() bool { return true }

var (
	_ screen.Screen = (*Screen)(nil)
	_ screen.Whole  = (*Screen)(nil)
	_ screen.Timed  = (*Screen)(nil)
)
