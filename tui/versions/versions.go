// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package versions is what a badge was before: when it was saved, what changed
// and what it looked like then, and the way back. It knows the versions that it
// is given and reads no store.
package versions

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/tui/field"
	"insignia/tui/screen"
)

// Screen is the list of versions, the newest first.
type Screen struct {
	at       int // in Env.Versions
	revision int // of the version with the cursor; 0 before there is one
	name     *field.Input
}

// New returns the list with the cursor on the present version.
func New() *Screen { return &Screen{} }

var keyName = key.NewBinding(key.WithKeys("n"))

// Typing implements screen.Screen.
func (s *Screen) Typing() bool { return s.name != nil }

// settle puts the cursor back on its version, or where that was.
func (s *Screen) settle(env screen.Env) {
	if i := slices.IndexFunc(env.Versions, func(v designer.Version) bool { return v.Draft.Revision == s.revision }); i >= 0 {
		s.at = i
		return
	}
	s.to(s.at, env)
}

func (s *Screen) to(at int, env screen.Env) {
	s.at = max(0, min(at, len(env.Versions)-1))
	s.revision = 0
	if len(env.Versions) > 0 {
		s.revision = env.Versions[s.at].Draft.Revision
	}
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	s.settle(env)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if s.name != nil {
			return s, s.naming(msg, env)
		}
		return s, s.key(msg, env)
	case tea.PasteMsg:
		if s.name != nil {
			return s, s.write(msg, env)
		}
	case screen.Click:
		text, ok := strings.CutPrefix(msg.ID, "version:")
		i, err := strconv.Atoi(text)
		if !ok || err != nil || s.name != nil {
			break
		}
		if i == s.at {
			return s, s.goBack(env)
		}
		s.to(i, env)
	}
	return s, nil
}

func (s *Screen) key(k tea.KeyPressMsg, env screen.Env) []screen.Action {
	page := max(1, env.Area.Dy()-4)
	switch {
	case key.Matches(k, screen.KeyEsc):
		return []screen.Action{screen.Return{}}
	case len(env.Versions) == 0:
	case key.Matches(k, screen.KeyEnter):
		return s.goBack(env)
	case key.Matches(k, keyName):
		s.name = field.NewInput(designer.MaxVersionName)
		s.name.Set(env.Versions[s.at].Name)
		s.name.Focus(env)
	case key.Matches(k, screen.KeyUp, screen.KeyBackTab):
		s.to(s.at-1, env)
	case key.Matches(k, screen.KeyDown, screen.KeyTab):
		s.to(s.at+1, env)
	case key.Matches(k, screen.KeyPrev):
		s.to(s.at-page, env)
	case key.Matches(k, screen.KeyNext):
		s.to(s.at+page, env)
	case k.String() == "home":
		s.to(0, env)
	case k.String() == "end":
		s.to(len(env.Versions)-1, env)
	}
	return nil
}

// goBack asks for the version with the cursor, unless that is how it is now.
func (s *Screen) goBack(env screen.Env) []screen.Action {
	switch v := env.Versions[s.at]; {
	case s.at == 0:
		return []screen.Action{screen.Say{Text: env.Words.T("versions.present")}}
	case len(designer.Changes(v.Draft, env.Versions[0].Draft)) == 0:
		return []screen.Action{screen.Say{Text: env.Words.T("versions.same")}}
	}
	return []screen.Action{screen.GoBack{Revision: s.revision}}
}

// naming handles the keys while a name is written.
func (s *Screen) naming(k tea.KeyPressMsg, env screen.Env) []screen.Action {
	switch {
	case key.Matches(k, screen.KeyEsc):
		s.name = nil
	case key.Matches(k, screen.KeyEnter):
		name, _ := clean.Line(s.name.Value())
		name = strings.TrimSpace(name)
		s.name = nil
		if name == env.Versions[s.at].Name {
			return nil
		}
		return []screen.Action{screen.NameVersion{Revision: s.revision, Name: name}}
	default:
		return s.write(k, env)
	}
	return nil
}

func (s *Screen) write(msg tea.Msg, env screen.Env) []screen.Action {
	if _, _, say := s.name.Update(msg, env); say != "" {
		return []screen.Action{screen.Say{Text: say}}
	}
	return nil
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	w := env.Words
	if s.name != nil {
		return []key.Binding{screen.Named(w, screen.KeyEnter, "enter", "confirm"), screen.Named(w, screen.KeyEsc, "esc", "back")}
	}
	back := screen.Named(w, screen.KeyEsc, "esc", "back")
	if len(env.Versions) == 0 {
		return []key.Binding{back}
	}
	return []key.Binding{
		screen.Named(w, screen.KeyEnter, "enter", "go-back"), back,
		screen.Named(w, keyName, "n", "name"),
	}
}

var _ screen.Screen = (*Screen)(nil)
