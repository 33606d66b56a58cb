// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"insignia/tui/screen"
)

const choiceRows = 8 // options shown at a time

// Option is one of the things that can be chosen.
type Option struct{ Label, Value string }

// Select is one of several over a huh select: the arrows choose, and leave at
// the ends. It knows options and no field: what is chosen belongs to its
// caller.
type Select struct {
	sel     *huh.Select[string]
	options []Option
	value   string
}

// Value is what is chosen.
func (s *Select) Value() string { return s.value }

// Focused reports whether the cursor is here.
func (s *Select) Focused() bool { return s.sel != nil }

// Focus opens the list. huh's select is built at each visit, since it keeps
// the theme it was given first.
func (s *Select) Focus(env screen.Env, options []Option, value string) {
	s.options, s.value = options, value
	all := make([]huh.Option[string], len(options))
	for i, o := range options {
		all[i] = huh.NewOption(o.Label, o.Value)
	}
	s.sel = huh.NewSelect[string]().Options(all...).Value(&s.value)
	s.sel.WithKeyMap(huhKeys)
	s.sel.WithTheme(huhTheme(env.Theme))
	s.sel.Focus()
}

// Blur closes the list.
func (s *Select) Blur() { s.sel = nil }

// Update takes a key while the list is open and says where the focus wants to
// go; the value may be another one then.
func (s *Select) Update(k tea.KeyPressMsg) Move {
	move := MoveOf(k)
	switch last := s.options[len(s.options)-1].Value; { // huh's own go round and round
	case move == Down && s.value != last, move == Up && s.value != s.options[0].Value:
	case move != Stay:
		return move
	}
	s.sel.Update(k)
	if v, ok := s.sel.Hovered(); ok {
		s.value = v // huh itself forgets to at End
	}
	return Stay
}

// View draws the open list at most w cells wide, and says which of its lines
// the cursor is on.
func (s *Select) View(w int) ([]string, int) {
	s.sel.WithWidth(w)
	if len(s.options) > choiceRows {
		s.sel.WithHeight(choiceRows)
	}
	lines := strings.Split(strings.TrimRight(s.sel.View(), "\n "), "\n")
	at := 0
	for i, l := range lines {
		if strings.Contains(l, "›") {
			at = i
		}
	}
	return lines, at
}
