// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package stage

import (
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/internal/frametest"
	"insignia/tui/screen"
)

// echo says each key and draws a line.
type echo struct{ clicked string }

func (e *echo) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return e, []screen.Action{screen.Say{Text: "key " + msg.String()}}
	case screen.Click:
		e.clicked = msg.ID
	}
	return e, nil
}

func (e *echo) Layers(env screen.Env) []screen.Layer {
	return []screen.Layer{{ID: "line", Area: env.Area, Text: "first\nsecond"}}
}
func (e *echo) Keys(screen.Env) []key.Binding { return nil }
func (e *echo) Typing() bool                  { return false }

func TestTheStageShowsTheScreenAndNotesWhatItAsksFor(t *testing.T) {
	e := &echo{}
	m := New("en", screen.Env{}, func(screen.Env) screen.Screen { return e })
	d := frametest.New(t, m, 40, 12)
	d.Press("a")
	if got := m.Took(); len(got) != 1 || got[0] != (screen.Say{Text: "key a"}) || len(m.Took()) != 0 {
		t.Errorf("%+v", got)
	}
	d.Click(0, m.Env.Area.Min.Y+1)
	if !d.Has("second") || !d.Has("key a") || e.clicked != "line" {
		t.Errorf("clicked %q:\n%s", e.clicked, d.Frame())
	}
	d.Resize(80, 24)
	if m.Env.Area.Max.Y != 23 || !d.Has("Insignia") {
		t.Errorf("area %v", m.Env.Area)
	}
}
