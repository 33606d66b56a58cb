// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/tui/screen"
)

type (
	startMsg struct { // what the first frame needs of the store
		settings []byte
		list     listedMsg
	}
	keptSettingsMsg struct{ err error }
)

// Settings are what a person chose for this laptop: see screen.Settings.
type Settings = screen.Settings

// SettingsNote names the store's note that keeps them.
const SettingsNote = screen.SettingsNote

// ReadSettings are the settings in that note; what cannot be read is no choice.
func ReadSettings(note []byte) Settings { return screen.ReadSettings(note) }

// SettingNames are the settings by name, and SettingValues what one can be,
// first what leaves it to the program.
func SettingNames() []string             { return screen.OptionNames() }
func SettingValues(name string) []string { return screen.OptionValues(name) }

// Chosen are settings by the names that a person gives them, "" for what is
// left to the program: the values of screen.Theme and of screen.Picture.
func Chosen(theme, picture string, still bool) screen.Settings {
	return screen.Settings{Theme: screen.Theme(theme), Picture: screen.Picture(picture), Still: still}
}

// readFirst reads the settings and the list. A note that cannot be read is no
// choice: what is wrong with the store the list says.
func readFirst(st designer.Store, now func() time.Time) tea.Cmd {
	return func() tea.Msg {
		note, _ := st.Note(context.Background(), screen.SettingsNote)
		return startMsg{note, list(st, now)().(listedMsg)}
	}
}

// keepSettings writes them over what the store remembers.
func keepSettings(st designer.Store, s screen.Settings) tea.Cmd {
	return func() tea.Msg {
		ctx := context.Background()
		was, err := st.Note(ctx, screen.SettingsNote)
		if err != nil {
			return keptSettingsMsg{err}
		}
		note, err := s.Note(was)
		if err != nil {
			return keptSettingsMsg{err}
		}
		return keptSettingsMsg{st.SetNote(ctx, screen.SettingsNote, note)}
	}
}

// recall puts into force what the store remembers, under what was asked for
// this run.
func (m *Model) recall(note []byte) tea.Cmd {
	m.kept = screen.ReadSettings(note)
	return m.settle(m.opts.Settings.Over(m.kept))
}

// choose puts settings into force and remembers those that are new. What was
// asked for this run gives way where a person chose otherwise since.
func (m *Model) choose(next screen.Settings) tea.Cmd {
	was, run := m.settings, &m.opts.Settings
	if next.Language != was.Language {
		m.kept.Language, run.Language = next.Language, ""
	}
	if next.Theme != was.Theme {
		m.kept.Theme, run.Theme = next.Theme, ""
	}
	if next.Picture != was.Picture {
		m.kept.Picture, run.Picture = next.Picture, ""
	}
	if next.Keys != was.Keys {
		m.kept.Keys, run.Keys = next.Keys, ""
	}
	if next.Still != was.Still {
		m.kept.Still, run.Still = next.Still, false
	}
	return tea.Batch(m.settle(next), m.await(keepSettings(m.opts.Store, m.kept)))
}

// settle puts settings into force.
func (m *Model) settle(s screen.Settings) tea.Cmd {
	was := m.settings
	if was == s {
		return nil
	}
	m.settings = s
	if was.Theme != s.Theme {
		m.dress()
		m.restyle()
	}
	if was.Language == s.Language {
		return nil
	}
	m.words = m.opts.Words
	if s.Language != "" {
		m.words = locale.For(s.Language)
	}
	m.unkept()
	return m.reload("")
}
