// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/tui/screen"
)

// Move is where the focus wants to go.
type Move int

const (
	Stay   Move = iota
	Enter       // on, by Enter: after the last field to the next question
	Ahead       // to the next field, by Tab: after the last one as Enter does
	Behind      // to the field before, by shift+Tab: before the first one a question back
	Down        // to the field below, if there is one
	Up          // to the field above, if there is one
)

// MoveOf is the move a key means on every page, Stay for none. A widget in
// which the arrows have a meaning of their own asks for the others only.
func MoveOf(k tea.KeyPressMsg) Move {
	switch {
	case key.Matches(k, screen.KeyEnter):
		return Enter
	case key.Matches(k, screen.KeyTab):
		return Ahead
	case key.Matches(k, screen.KeyBackTab):
		return Behind
	case key.Matches(k, screen.KeyDown):
		return Down
	case key.Matches(k, screen.KeyUp):
		return Up
	}
	return Stay
}
