// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/tui/screen"
)

// answer reports whether msg is one of the program's own.
func (m *Model) answer(msg tea.Msg) bool {
	switch msg.(type) {
	case newWorkshopMsg, keptWorkshopMsg, keptDraftMsg, goneMsg, writtenMsg, gatheredMsg, sticksMsg, timerMsg, timedMsg:
		return true
	case savedMsg, copiedMsg, listedMsg, openedMsg, removedMsg, backMsg, issuersMsg, workshopMsg, presentMsg, exportedMsg, shownMsg:
		return true
	case versionsMsg, wentBackMsg, binMsg, revivedMsg, keptSettingsMsg, broughtMsg:
		return true
	}
	return false
}

// answered takes what the store, the disk or the system said.
func (m *Model) answered(msg tea.Msg) tea.Cmd {
	if cmd, done := m.facilitated(msg); done {
		return cmd
	}
	if cmd, done := m.turnedBack(msg); done {
		return cmd
	}
	switch msg := msg.(type) {
	case broughtMsg:
		return m.tookPicture(msg)
	case savedMsg:
		return m.saved(msg)
	case copiedMsg:
		return m.copied(msg)
	case listedMsg:
		return m.took(msg)
	case openedMsg:
		return m.opened(msg)
	case removedMsg:
		m.hold--
		if msg.err != nil {
			return m.stale(msg.err)
		}
		m.gone = append(m.gone, msg.id)
		name := msg.name
		if name == "" {
			name = m.words.T("ui.unnamed")
		}
		m.say = m.words.T("ui.deleted", "name", name)
		return m.await(list(m.opts.Store, m.opts.Now))
	case backMsg:
		m.hold--
		if msg.err != nil {
			return m.failed(msg.err)
		}
		m.showList(msg.draft.ID)
		m.say = m.words.T("ui.undeleted")
		return m.await(list(m.opts.Store, m.opts.Now))
	case keptSettingsMsg:
		m.hold--
		if msg.err != nil {
			return m.failed(msg.err)
		}
	case issuersMsg:
		if msg.err != nil {
			return m.failed(msg.err)
		}
		m.issuers = msg.issuers
		if m.question == designer.AskIssuer {
			return m.reload("")
		}
	case workshopMsg:
		m.hold--
		if msg.err != nil {
			return m.failed(msg.err)
		}
		m.workshop = msg.workshop
		if !msg.enter {
			return nil
		}
		m.enter(screen.Workshop, nil)
		return m.findSticks()
	case presentMsg:
		m.hold--
		if msg.err != nil {
			return m.failed(msg.err)
		}
		m.enter(screen.Present, msg.drafts)
	case exportedMsg:
		m.hold--
		if msg.err != nil {
			return m.failed(msg.err)
		}
		m.exported = msg.path
		m.say = m.words.T("ui.exported", "path", msg.path)
		return m.reload("")
	case shownMsg:
		if msg.err != nil {
			m.say = m.words.T("ui.folder.cannot", "path", msg.path)
		}
	}
	return nil
}

// failed says what went wrong until the next key.
func (m *Model) failed(err error) tea.Cmd {
	m.say, m.alarm = m.words.Error(err), true
	return nil
}

// stale says what went wrong with a badge of the list, and reads the list
// again: another window has probably changed it.
func (m *Model) stale(err error) tea.Cmd {
	m.failed(err)
	return m.await(list(m.opts.Store, m.opts.Now))
}

// took takes the list.
func (m *Model) took(msg listedMsg) tea.Cmd {
	m.hold--
	first := !m.listed
	m.now = msg.now
	if msg.err != nil {
		return m.failed(msg.err)
	}
	m.drafts, m.issuers, m.workshops, m.listed = msg.drafts, msg.issuers, msg.events, true
	if msg.lost != nil {
		m.failed(msg.lost)
	}
	if first {
		return m.started()
	}
	return m.reload("")
}

// opened takes a badge: to work on, or only to look at.
func (m *Model) opened(msg openedMsg) tea.Cmd {
	if msg.glance {
		if msg.err == nil {
			m.glance = msg.draft
		}
		return nil
	}
	m.hold--
	if msg.err != nil {
		return m.stale(msg.err)
	}
	if m.place == atRoom {
		m.way = append(m.way, stop{m.place, m.room, m.screen})
	}
	m.workshop = msg.workshop
	m.openBadge(msg.draft)
	return nil
}

// unsaved does what can be done when the store refused a save. A conflict
// never overwrites: what was typed here is kept as a copy.
func (m *Model) unsaved(err error) tea.Cmd {
	if errors.Is(err, designer.ErrConflict) || errors.Is(err, designer.ErrNotFound) {
		m.saver.sending = m.saver.edit
		return putCopy(m.opts.Store, m.draft.Clone(), m.saver.edit, errors.Is(err, designer.ErrNotFound))
	}
	m.say, m.alarm = m.words.T("ui.unsaved", "why", m.words.Error(err)), true
	if m.saver.then != nil {
		m.saver.then = nil
		m.hold--
	}
	if m.quitting {
		return tea.Quit
	}
	if !m.saver.ticking { // try again, as long as it takes
		m.saver.ticking = true
		return m.after(4*autosave, tickMsg{})
	}
	return nil
}

// copied goes on in the copy.
func (m *Model) copied(msg copiedMsg) tea.Cmd {
	if msg.from != m.draft.ID {
		return nil
	}
	if msg.err != nil {
		m.saver.sending = 0
		return m.unsaved(msg.err)
	}
	m.draft.Meta = msg.draft.Meta
	if m.draft.Name == msg.was {
		m.draft.Name = msg.draft.Name
	}
	m.history = history{}
	cmd := m.saved(savedMsg{id: msg.draft.ID, edit: msg.edit, draft: msg.draft})
	m.say, m.alarm = m.words.T("ui.conflict"), true
	if msg.gone {
		m.say = m.words.T("ui.gone")
	}
	return tea.Batch(cmd, m.reload(""))
}

// nextWords is the language after w, round and round.
func nextWords(w locale.Words) locale.Words {
	all := locale.Languages()
	for i, tag := range all {
		if tag == w.Tag() {
			return locale.For(all[(i+1)%len(all)])
		}
	}
	return w
}

var _ screen.Action = screen.Say{}
