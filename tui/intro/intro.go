// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package intro shows the introduction to open badges, one thought a page, on
// a laptop or a projector. It knows how a page stands on a screen of any size;
// which pages there are is primer's, and what they say is words.
package intro

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer/primer"
	"insignia/tui/screen"
)

// Screen is the introduction, opened at a page.
type Screen struct {
	pages []primer.Page
	at    int
	top   int  // first line shown of a page that is longer than the screen
	notes bool // what the facilitator says and asks is shown
	kept  kept // how the page shown was laid out
}

// New returns the introduction at its first page, without the notes.
func New() *Screen { return &Screen{pages: primer.Pages()} }

// Keys of this screen alone. A clicker sends PgDn and PgUp.
var (
	keyOn    = key.NewBinding(key.WithKeys("right", "space", " ", "pgdown", "enter", "l"))
	keyBack  = key.NewBinding(key.WithKeys("left", "pgup", "backspace", "h"))
	keyEnds  = key.NewBinding(key.WithKeys("home", "end"))
	keyFirst = key.NewBinding(key.WithKeys("home"))
	keyLast  = key.NewBinding(key.WithKeys("end"))
	keyNotes = key.NewBinding(key.WithKeys("n"))
)

// Whole reports that the page takes the terminal for itself.
func (s *Screen) Whole() bool { return true }

// Typing reports that letters are keys here.
func (s *Screen) Typing() bool { return false }

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	n := *s
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return &n, n.key(msg, env)
	case screen.Click:
		if msg.ID == "dots" {
			n.goTo(msg.At.X / dotWidth)
		}
	}
	return &n, nil
}

func (s *Screen) key(k tea.KeyPressMsg, env screen.Env) []screen.Action {
	switch {
	case key.Matches(k, screen.KeyEsc):
		return []screen.Action{screen.Return{}}
	case key.Matches(k, keyOn):
		s.goTo(s.at + 1)
	case key.Matches(k, keyBack):
		s.goTo(s.at - 1)
	case key.Matches(k, keyFirst):
		s.goTo(0)
	case key.Matches(k, keyLast):
		s.goTo(len(s.pages) - 1)
	case key.Matches(k, screen.KeyDown):
		s.top = min(s.first(env)+1, s.most(env))
	case key.Matches(k, screen.KeyUp):
		s.top = max(s.first(env)-1, 0)
	case key.Matches(k, keyNotes):
		s.notes, s.top = !s.notes, 0
		// Notes below a page that fills the screen would open out of sight.
		if l := s.leaf(env); s.notes && l.notes > 0 {
			s.top = max(0, min(l.notes-1, s.most(env)))
		}
	}
	return nil
}

// goTo turns to a page, to the nearest end when there is none.
func (s *Screen) goTo(page int) {
	if page = max(0, min(page, len(s.pages)-1)); page != s.at {
		s.at, s.top = page, 0
	}
}

// most is how far the page scrolls, first the line it stands at: another size
// of the screen may have made the page shorter.
func (s *Screen) most(env screen.Env) int {
	return max(0, len(s.leaf(env).lines)-frameOf(env.Area).page.Dy())
}

func (s *Screen) first(env screen.Env) int { return min(s.top, s.most(env)) }

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	w := env.Words
	out := []key.Binding{
		screen.Named(w, keyOn, "→", "page"),
		screen.Named(w, keyBack, "←", "page-back"),
		screen.Named(w, keyNotes, "n", "notes"),
		screen.Named(w, screen.KeyEsc, "esc", "return"),
		screen.Named(w, keyEnds, "home/end", "page-ends"),
	}
	if s.most(env) > 0 {
		scroll := screen.Named(w, screen.KeyDown, "↓", "scroll")
		out = append([]key.Binding{out[0], scroll}, out[1:]...)
	}
	return out
}

var (
	_ screen.Screen = (*Screen)(nil)
	_ screen.Whole  = (*Screen)(nil)
)
