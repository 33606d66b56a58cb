// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"
)

// autosave is how long a key may stay unsaved while the field is not left.
const autosave = 700 * time.Millisecond

// saver knows what of the open badge is in the store. It says "saved" only
// after the store has.
type saver struct {
	edit    int    // counts the edits
	visit   string // of a field, that the last edit belongs to
	stored  int    // the edit that is in the store
	sending int    // the edit on its way there, 0 for none
	again   bool   // a save was asked for while one was on its way
	ticking bool   // a tick will come
	at      time.Time
	err     error
	then    func() tea.Cmd // what waits for everything being saved
}

func (s *saver) dirty() bool { return s.edit != s.stored }

// touch notes an edit. The tick is not moved by further keys, so that typing
// without a pause is saved too.
func (m *Model) touch() tea.Cmd {
	m.saver.edit++
	m.saver.visit = fmt.Sprintf("%s.%d.%d", m.run, m.openings, m.history.visits)
	if m.saver.ticking {
		return nil
	}
	m.saver.ticking = true
	return m.after(autosave, tickMsg{})
}

// save sends the draft to the store, unless it is there. One save is on its
// way at a time; another one asked for meanwhile follows it.
func (m *Model) save() tea.Cmd {
	if !m.saver.dirty() || m.draft.ID == "" {
		return nil
	}
	if m.saver.sending != 0 {
		m.saver.again = true
		return nil
	}
	m.saver.again = false
	m.saver.sending = m.saver.edit
	return put(m.opts.Store, m.draft.Clone(), m.saver.edit, m.saver.visit)
}

// settled runs do once everything is saved; at once if it is.
func (m *Model) settled(do func() tea.Cmd) tea.Cmd {
	if !m.saver.dirty() {
		return do()
	}
	m.hold++
	m.saver.then = do
	return m.save()
}

// saved takes the store's answer.
func (m *Model) saved(msg savedMsg) tea.Cmd {
	if msg.id != m.draft.ID {
		return nil
	}
	m.saver.sending = 0
	m.saver.err = msg.err
	if msg.err != nil {
		return m.unsaved(msg.err)
	}
	m.draft.Meta = msg.draft.Meta
	m.saver.stored = msg.edit
	m.saver.at = msg.draft.Updated
	if m.saver.dirty() {
		if m.saver.then != nil || m.saver.again {
			return m.save()
		}
		return nil // the tick will come
	}
	if then := m.saver.then; then != nil {
		m.saver.then = nil
		m.hold--
		return tea.Batch(then(), m.tendLater(tendAfter))
	}
	return m.tendLater(tendAfter)
}
