// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/bin"
	"insignia/tui/clock"
	"insignia/tui/draw"
	"insignia/tui/entry"
	"insignia/tui/gather"
	"insignia/tui/intro"
	picture "insignia/tui/photo"
	"insignia/tui/present"
	"insignia/tui/proof"
	"insignia/tui/screen"
	"insignia/tui/settings"
	"insignia/tui/suits"
	"insignia/tui/surprise"
	"insignia/tui/versions"
	"insignia/tui/workshop"
)

// stop is a place on the way here, as it was left.
type stop struct {
	place  place
	room   screen.Room
	screen screen.Screen
}

// whole is a screen that takes the terminal for itself.
func (m *Model) whole() bool {
	w, ok := m.screen.(screen.Whole)
	return ok && m.place == atRoom && w.Whole()
}

// atLook reports whether the screen is a room of the look: there people are still
// busy with the open badge.
func (m *Model) atLook() bool {
	return m.place == atRoom && slices.Contains([]screen.Room{screen.Draw, screen.Photo, screen.Surprise, screen.Proof}, m.room)
}

// visit goes to a room. An open badge stays open behind it, saved.
func (m *Model) visit(v screen.Visit) tea.Cmd {
	m.history.settle()
	cmds := []tea.Cmd{m.save()}
	if m.place == atBadge {
		m.check()
		m.unkept()
		cmds = append(cmds, m.remember())
	}
	switch v.Room {
	case screen.Workshop:
		if v.ID == "" {
			cmds = append(cmds, m.do(screen.CreateWorkshop{}))
			break
		}
		cmds = append(cmds, m.await(openWorkshop(m.opts.Store, v.ID, true)))
	case screen.Present:
		if m.place == atBadge && v.ID == "" {
			m.enter(screen.Present, []designer.Draft{m.draft.Clone()})
			break
		}
		ids := []string{v.ID}
		switch {
		case len(m.opts.Present) > 0 && v.ID == "":
			ids = m.opts.Present
		case v.ID == "" || v.ID == m.workshop.ID:
			ids = m.turns()
		}
		cmds = append(cmds, m.await(toPresent(m.opts.Store, ids)))
	case screen.Workshops, screen.Intro, screen.Suits, screen.Options, screen.Draw, screen.Photo, screen.Surprise:
		m.enter(v.Room, nil)
	case screen.Proof:
		m.enter(v.Room, nil)
		cmds = append(cmds, m.measure())
	case screen.Versions:
		id := cmp.Or(v.ID, m.draft.ID)
		cmds = append(cmds, m.settled(func() tea.Cmd { return m.await(versionsOf(m.opts.Store, id, true)) }))
	case screen.Bin:
		cmds = append(cmds, m.await(deleted(m.opts.Store, m.opts.Now, true)))
	default:
		m.gathered = nil
		m.enter(v.Room, nil)
		cmds = append(cmds, m.findSticks())
	}
	return tea.Batch(cmds...)
}

// toOptions goes to the settings, and from there nowhere.
func (m *Model) toOptions() tea.Cmd {
	if m.place == atRoom && m.room == screen.Options {
		return nil
	}
	m.held() // who leaves the program there comes back to nothing unsaved
	return m.visit(screen.Visit{Room: screen.Options})
}

// enter goes into a room; shown are the badges it is about.
func (m *Model) enter(r screen.Room, shown []designer.Draft) {
	m.way = append(m.way, stop{m.place, m.room, m.screen})
	m.place, m.room, m.shown = atRoom, r, shown
	m.screen = m.newRoom(r)
}

// back goes to where one came from, as it was left there.
func (m *Model) back() tea.Cmd {
	n := len(m.way)
	if n == 0 {
		m.showList("")
		return m.await(list(m.opts.Store, m.opts.Now))
	}
	last := m.way[n-1]
	m.way = m.way[:n-1]
	m.place, m.room, m.screen = last.place, last.room, last.screen
	if m.place == atBadge {
		m.check()
		return m.reload("")
	}
	// What happened elsewhere shows in the lists.
	return m.await(list(m.opts.Store, m.opts.Now))
}

// newRoom returns the screen of a room.
func (m *Model) newRoom(r screen.Room) screen.Screen {
	switch r {
	case screen.Workshops:
		return workshop.NewList(m.workshop.ID)
	case screen.Workshop:
		return workshop.New(m.env())
	case screen.ClockFace:
		return clock.New()
	case screen.Entry:
		return entry.New(m.env())
	case screen.Gather:
		return gather.New(m.env())
	case screen.Present:
		return present.New(m.env(), 0)
	case screen.Suits:
		return suits.New()
	case screen.Versions:
		return versions.New()
	case screen.Bin:
		return bin.New()
	case screen.Options:
		return settings.New()
	case screen.Draw:
		return draw.New(m.env())
	case screen.Photo:
		m.brought = nil
		return picture.New(m.env())
	case screen.Surprise:
		return surprise.New(m.env())
	case screen.Proof:
		return proof.New()
	}
	return intro.New()
}
