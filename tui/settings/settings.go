// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package settings is the screen on which a person chooses the program's
// language, colours, picture and keys. Each change is in force at once.
package settings

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/tui/screen"
)

// options are the settings in the order of the rows.
var options = screen.OptionNames()

// Screen is the list of settings, one of them with the cursor.
type Screen struct{ at int }

// New returns the screen with the cursor on the language.
func New() *Screen { return &Screen{} }

// Typing implements screen.Screen.
func (s *Screen) Typing() bool { return false }

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s, s.key(msg, env)
	case screen.Click:
		id, ok := strings.CutPrefix(msg.ID, "setting:")
		i := slices.Index(options, id)
		if !ok || i < 0 {
			break
		}
		if i == s.at {
			return s, s.turn(1, env)
		}
		s.at = i
	}
	return s, nil
}

func (s *Screen) key(k tea.KeyPressMsg, env screen.Env) []screen.Action {
	switch {
	case key.Matches(k, screen.KeyEsc):
		return []screen.Action{screen.Return{}}
	case key.Matches(k, screen.KeyUp, screen.KeyBackTab):
		s.at = max(0, s.at-1)
	case key.Matches(k, screen.KeyDown, screen.KeyTab):
		s.at = min(len(options)-1, s.at+1)
	case k.String() == "home":
		s.at = 0
	case k.String() == "end":
		s.at = len(options) - 1
	case key.Matches(k, screen.KeyLeft):
		return s.turn(-1, env)
	case key.Matches(k, screen.KeyRight, screen.KeyEnter), k.Text == " ":
		return s.turn(1, env)
	}
	return nil
}

// turn chooses the value that is so many on from the present one.
func (s *Screen) turn(by int, env screen.Env) []screen.Action {
	name, next := options[s.at], env.Settings
	values := screen.OptionValues(name)
	n := len(values)
	next.SetOption(name, values[(max(0, slices.Index(values, next.Option(name)))+by+n)%n])
	return []screen.Action{screen.SetSettings{Settings: next}}
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	return []key.Binding{
		screen.Named(env.Words, screen.KeyRight, "← →", "change"),
		screen.Named(env.Words, screen.KeyDown, "↑ ↓", "choose"),
		screen.Named(env.Words, screen.KeyEsc, "esc", "back"),
	}
}

var _ screen.Screen = (*Screen)(nil)
