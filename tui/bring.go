// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	tea "charm.land/bubbletea/v2"

	"insignia/render/photo"
	"insignia/tui/bring"
)

// broughtMsg is a picture that was read, or why it was not.
type broughtMsg struct {
	picture *photo.Photo
	err     error
}

// readPicture reads a picture from a file.
func readPicture(path string) tea.Cmd {
	return func() tea.Msg {
		p, err := bring.Picture(path)
		return broughtMsg{p, err}
	}
}

// BringPicture is bring.Picture for the commands.
func BringPicture(path string) (*photo.Photo, error) { return bring.Picture(path) }

// tookPicture shows what was read.
func (m *Model) tookPicture(msg broughtMsg) tea.Cmd {
	m.hold--
	if msg.err != nil {
		m.say = m.words.Error(msg.err)
		if hint := m.words.Hint(msg.err); hint != "" {
			m.say += " " + hint
		}
		return nil
	}
	m.brought = msg.picture
	return m.reload("")
}
