// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package gather is where the piles of several laptops come together: which
// sticks or folders to read, and then what came of it. It knows places and
// fates; it reads nothing itself.
package gather

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/internal/clean"
	"insignia/tui/field"
	"insignia/tui/screen"
)

const pathMost = 1000 // characters of a folder's name

// Screen is the places, or the report.
type Screen struct {
	ticked []string
	at     int // len(places) is the line for another place
	in     *field.Input
	asked  bool // the report is what counts
	top    int  // of the report
}

// New returns the screen with the cursor on the first place.
func New(env screen.Env) *Screen {
	s := &Screen{in: field.NewInput(pathMost)}
	s.to(0, env)
	return s
}

// Typing implements screen.Screen.
func (s *Screen) Typing() bool { return s.in.Focused() }

// told reports whether the report shows.
func (s *Screen) told(env screen.Env) bool { return s.asked && env.Gathered != nil }

// to moves the cursor among the places.
func (s *Screen) to(at int, env screen.Env) {
	s.at = max(0, min(at, len(env.Sticks)))
	if s.at == len(env.Sticks) {
		s.in.Focus(env)
	} else {
		s.in.Blur()
	}
}

// settle puts the cursor right after a stick was plugged in or pulled out: who
// is typing goes on typing.
func (s *Screen) settle(env screen.Env) {
	switch {
	case s.in.Focused() && s.typed() != "":
		s.at = len(env.Sticks)
	case s.at > len(env.Sticks), (s.at == len(env.Sticks)) != s.in.Focused():
		s.to(s.at, env)
	}
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	if s.told(env) {
		return s, s.read(msg, env)
	}
	s.settle(env)
	switch msg := msg.(type) {
	case screen.Reload:
		s.to(s.at, env)
	case screen.Click:
		if i := slices.IndexFunc(env.Sticks, func(p string) bool { return msg.ID == "place:"+p }); i >= 0 {
			s.to(i, env)
			s.tick(env.Sticks[i])
		} else if msg.ID == "other" {
			s.to(len(env.Sticks), env)
		}
	case tea.PasteMsg:
		s.to(len(env.Sticks), env)
		return s, s.write(msg, env)
	case tea.KeyPressMsg:
		return s, s.key(msg, env)
	}
	return s, nil
}

func (s *Screen) key(k tea.KeyPressMsg, env screen.Env) []screen.Action {
	switch {
	case key.Matches(k, screen.KeyEsc):
		return []screen.Action{screen.Return{}}
	case key.Matches(k, screen.KeyEnter):
		return s.gather(env)
	case key.Matches(k, screen.KeyUp, screen.KeyBackTab):
		s.to(s.at-1, env)
	case key.Matches(k, screen.KeyDown, screen.KeyTab):
		s.to(s.at+1, env)
	case s.in.Focused():
		return s.write(k, env)
	case k.Text == " ", k.Text == "x":
		s.tick(env.Sticks[s.at])
	}
	return nil
}

// write gives a key or a paste to the line for another place.
func (s *Screen) write(msg tea.Msg, env screen.Env) []screen.Action {
	if _, _, say := s.in.Update(msg, env); say != "" {
		return []screen.Action{screen.Say{Text: say}}
	}
	return nil
}

func (s *Screen) tick(place string) {
	if i := slices.Index(s.ticked, place); i >= 0 {
		s.ticked = slices.Delete(s.ticked, i, i+1)
		return
	}
	s.ticked = append(s.ticked, place)
}

// typed is what stands in the line for another place.
func (s *Screen) typed() string {
	v, _ := clean.Line(s.in.Value())
	return strings.TrimSpace(v)
}

// gather asks for all that is ticked and typed; if nothing is, for the place
// with the cursor.
func (s *Screen) gather(env screen.Env) []screen.Action {
	var paths []string
	for _, p := range env.Sticks { // one that was pulled out is no more
		if slices.Contains(s.ticked, p) {
			paths = append(paths, p)
		}
	}
	if p := s.typed(); p != "" {
		paths = append(paths, p)
	}
	if len(paths) == 0 && s.at < len(env.Sticks) {
		paths = []string{env.Sticks[s.at]}
	}
	if len(paths) == 0 {
		return []screen.Action{screen.Say{Text: env.Words.T("gather.where")}}
	}
	s.asked, s.top = true, 0
	return []screen.Action{screen.GatherFrom{Paths: paths}}
}

// read scrolls the report; Enter gathers from another place, Esc goes back.
func (s *Screen) read(msg tea.Msg, env screen.Env) []screen.Action {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	page := max(1, env.Area.Dy()-1)
	switch {
	case key.Matches(k, screen.KeyEsc):
		return []screen.Action{screen.Return{}}
	case key.Matches(k, screen.KeyEnter):
		s.asked, s.ticked = false, nil
		s.in.Set("")
		s.to(0, env)
	case key.Matches(k, screen.KeyDown):
		s.top++
	case key.Matches(k, screen.KeyUp):
		s.top--
	case key.Matches(k, screen.KeyNext), k.Text == " ":
		s.top += page
	case key.Matches(k, screen.KeyPrev):
		s.top -= page
	}
	s.top = max(0, min(s.top, len(report(env))-env.Area.Dy()))
	return nil
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	w := env.Words
	back := screen.Named(w, screen.KeyEsc, "esc", "back")
	switch {
	case s.told(env):
		return []key.Binding{back, screen.Named(w, screen.KeyEnter, "enter", "another"), screen.Named(w, screen.KeyDown, "↑ ↓", "scroll")}
	case s.in.Focused():
		return []key.Binding{screen.Named(w, screen.KeyEnter, "enter", "gather"), back}
	}
	return []key.Binding{
		screen.Named(w, screen.KeyEnter, "enter", "gather"),
		screen.Named(w, key.NewBinding(key.WithKeys(" ")), "space", "tick"), back,
	}
}

var _ screen.Screen = (*Screen)(nil)
