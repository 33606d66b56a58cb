// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package surprise is where people choose one of four designs, or four others.
// What is designed is render/surprise's.
package surprise

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/render/surprise"
	"insignia/tui/screen"
)

// Screen is four designs.
type Screen struct {
	seed  uint64
	looks [surprise.Count]designer.Look
	at    int
}

// New returns the first four for the open badge.
func New(env screen.Env) *Screen {
	s := &Screen{}
	s.turn(env.Draft, 1)
	return s
}

var (
	keyMore = key.NewBinding(key.WithKeys("space", " ", "r"))
	keyBack = key.NewBinding(key.WithKeys("backspace"))
)

// Typing reports that letters are keys here.
func (s *Screen) Typing() bool { return false }

// turn goes to other four.
func (s *Screen) turn(d designer.Draft, seed uint64) {
	s.seed, s.at = seed, 0
	s.looks = surprise.Looks(d, seed)
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	n := *s
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch k := msg.String(); {
		case key.Matches(msg, screen.KeyEsc):
			return &n, []screen.Action{screen.Return{}}
		case key.Matches(msg, keyMore), key.Matches(msg, screen.KeySurprise):
			n.turn(env.Draft, n.seed+1)
		case key.Matches(msg, keyBack):
			n.turn(env.Draft, max(n.seed-1, 1))
		case key.Matches(msg, screen.KeyRight, screen.KeyDown, screen.KeyTab):
			n.at = (n.at + 1) % surprise.Count
		case key.Matches(msg, screen.KeyLeft, screen.KeyUp, screen.KeyBackTab):
			n.at = (n.at + surprise.Count - 1) % surprise.Count
		case len(k) == 1 && k[0] >= '1' && k[0] < '1'+surprise.Count:
			n.at = int(k[0] - '1')
		case key.Matches(msg, screen.KeyEnter):
			return &n, n.take(env)
		}
	case screen.Click:
		i, err := strconv.Atoi(msg.ID)
		switch {
		case msg.ID == "more":
			n.turn(env.Draft, n.seed+1)
		case err != nil || i < 0 || i >= surprise.Count:
		case i == n.at:
			return &n, n.take(env)
		default:
			n.at = i
		}
	}
	return &n, nil
}

// take gives the chosen design to the badge: one step of undo.
func (s *Screen) take(env screen.Env) []screen.Action {
	d := env.Draft.Clone()
	d.Look = s.looks[s.at]
	return []screen.Action{screen.Edit{Draft: d, Field: "look.shape", Apart: true}, screen.Return{}}
}
