// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package proof shows the badge as it will be met: small, on a white, a grey and
// a near-black page, and as people with other colour vision see it; beside it
// what was measured, and changes that one key makes. The measuring is
// render/proof's, and is done while keys go on.
package proof

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/render"
	"insignia/render/proof"
	"insignia/tui/screen"
)

// Screen is the proof of the open badge.
type Screen struct {
	size, view int
}

// New returns the proof at the smallest size, on white.
func New() *Screen { return &Screen{size: len(proof.Sizes) - 1} }

var views = proof.Views()

// Typing reports that letters are keys here.
func (s *Screen) Typing() bool { return false }

// measured reports whether what is known is of the badge as it is.
func measured(env screen.Env) bool { return env.MeasuredOf == render.Fill(env.Draft) }

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	n := *s
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		k := msg.String()
		switch {
		case key.Matches(msg, screen.KeyEsc, screen.KeyEnter, screen.KeyProof):
			return &n, []screen.Action{screen.Return{}}
		case key.Matches(msg, screen.KeyRight):
			n.size = (n.size + 1) % len(proof.Sizes)
		case key.Matches(msg, screen.KeyLeft):
			n.size = (n.size + len(proof.Sizes) - 1) % len(proof.Sizes)
		case key.Matches(msg, screen.KeyDown, screen.KeyTab):
			n.view = (n.view + 1) % len(views)
		case key.Matches(msg, screen.KeyUp, screen.KeyBackTab):
			n.view = (n.view + len(views) - 1) % len(views)
		case len(k) == 1 && k[0] >= '1' && k[0] <= '9':
			return &n, fix(int(k[0]-'1'), env)
		}
	case screen.Click:
		what, which, _ := strings.Cut(msg.ID, ":")
		i, err := strconv.Atoi(which)
		switch {
		case what == "card":
			n.view = (n.view + 1) % len(views)
		case err != nil || i < 0:
		case what == "fix":
			return &n, fix(i, env)
		case what == "view" && i < len(views):
			n.view = i
		case what == "size" && i < len(proof.Sizes):
			n.size = i
		}
	case screen.Reload:
		if !measured(env) {
			return &n, []screen.Action{screen.Measure{}}
		}
	}
	return &n, nil
}

// fix makes a change: one step of undo.
func fix(i int, env screen.Env) []screen.Action {
	all := proof.Fixes(env.Draft)
	if i >= len(all) {
		return nil
	}
	d := env.Draft.Clone()
	d.Look = all[i].Look
	return []screen.Action{screen.Edit{Draft: d, Field: changes(env.Draft.Look, d.Look), Apart: true}, screen.Measure{}}
}

// changes is the field in which two looks differ first: where undo leads.
func changes(a, b designer.Look) string {
	before, after := designer.Draft{Look: a}, designer.Draft{Look: b}
	for _, f := range designer.FieldsOf(designer.AskLook) {
		if f.Value(&before) != f.Value(&after) {
			return f.ID
		}
	}
	return "look.shape"
}
