// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"encoding/json"
	"time"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/designer/clock"
	face "insignia/tui/clock"
	"insignia/tui/screen"
)

// timer is the clock of the workshop that is being run.
type timer struct {
	run      clock.Run
	workshop string // the id of the workshop whose agenda it is
	beating  bool   // a beat will come
	shown    string // the header's text of it
}

// timerNote is the name of the store's note in which the timer outlives the
// program.
const timerNote = "clock"

// keptTimer is that note.
type keptTimer struct {
	Workshop string      `json:"workshop"`
	Run      clock.Saved `json:"run"`
}

type (
	beatMsg  struct{}
	timerMsg struct { // what the store kept of a clock
		kept  keptTimer
		found bool
	}
	timedMsg struct{ err error } // the clock was kept
)

// time does something to the clock, and keeps it: a program that is killed
// takes it up again.
func (m *Model) time(op screen.TimeOp) tea.Cmd {
	at, r := m.uptime(), m.timer.run
	switch op {
	case screen.Begin:
		m.timer.workshop = m.workshop.ID
		r = clock.Start(m.workshop.Agenda, at).Private(m.workshop.Private).Soft(at, true)
	case screen.Stop:
		m.timer.run = clock.Run{}
		m.timer.workshop = ""
		return m.keepTimer()
	case screen.Toggle:
		if r.Reading(at).Paused {
			r = r.Resume(at)
		} else {
			r = r.Pause(at)
		}
	case screen.Plus:
		r = r.Add(at, time.Minute)
	case screen.Minus:
		r = r.Add(at, -time.Minute)
	case screen.Ahead:
		r = r.Next(at)
	case screen.Behind:
		r = r.Back(at)
	case screen.Soft:
		r = r.Soft(at, !r.Reading(at).Soft)
	case screen.Share:
		r = r.Private(!r.Reading(at).Private)
	}
	m.timer.run = r
	return m.keepTimer()
}

// running is the clock as the present screen knows it: in the rooms of another
// workshop than its own it has not begun.
func (m *Model) running() clock.Run {
	if m.place == atRoom && m.workshop.ID != "" && m.timer.workshop != m.workshop.ID {
		return clock.Run{}
	}
	return m.timer.run
}

// keepTimer writes the clock down.
func (m *Model) keepTimer() tea.Cmd {
	st, boot, at, now := m.opts.Store, m.opts.Boot, m.uptime(), m.opts.Now
	t := m.timer
	return m.await(func() tea.Msg {
		var note []byte
		if t.run.Begun() {
			b, err := json.Marshal(keptTimer{t.workshop, t.run.Save(boot, at, now())})
			if err != nil {
				return timedMsg{err}
			}
			note = b
		}
		return timedMsg{st.SetNote(context.Background(), timerNote, note)}
	})
}

// readTimer takes up a clock that was running when the program ended. One that
// cannot be read is no clock: it is not worth a word.
func readTimer(st designer.Store) tea.Cmd {
	return func() tea.Msg {
		b, err := st.Note(context.Background(), timerNote)
		var k keptTimer
		if err != nil || b == nil || json.Unmarshal(b, &k) != nil {
			return timerMsg{}
		}
		return timerMsg{k, true}
	}
}

// tookTimer goes on with a clock that was kept.
func (m *Model) tookTimer(msg timerMsg) {
	if !msg.found || m.timer.run.Begun() {
		return
	}
	r, ok := clock.Restore(msg.kept.Run, m.opts.Boot, m.uptime(), m.opts.Now())
	if !ok || r.Reading(m.uptime()).Ended {
		return
	}
	m.timer.run, m.timer.workshop = r, msg.kept.Workshop
}

// beat asks to be woken at the next second, while something on the screen
// shows time. Nobody waits for it: it never holds a key back. Where everything
// is to stay still, time shows as it was at the last key.
func (m *Model) beat() tea.Cmd {
	if m.timer.beating || m.settings.Still || !m.ticks() {
		return nil
	}
	m.timer.beating = true
	left := m.timer.run.Reading(m.uptime()).Left % time.Second
	if left <= 0 {
		left += time.Second
	}
	// A little later than the second, so that it has surely changed.
	return m.after(left+5*time.Millisecond, beatMsg{})
}

// ticks reports whether what is on the screen changes with the time.
func (m *Model) ticks() bool {
	if s, ok := m.screen.(screen.Timed); ok && m.place == atRoom && s.Running() {
		return true
	}
	r := m.timer.run.Reading(m.uptime())
	return r.Begun && !r.Paused && !r.Ended
}

// beaten takes a beat. A frame is drawn only if something on it changed.
func (m *Model) beaten() {
	m.timer.beating = false
	if m.settings.Still {
		return // chosen since the beat was asked for
	}
	if s, ok := m.screen.(screen.Timed); ok && m.place == atRoom && s.Running() {
		m.drawn = false
	}
	if m.clockText(m.clockRoom()) != m.timer.shown {
		m.drawn = false
	}
}

// clockText is the clock for a header with so much room, "" for none: one that
// is private shows on the facilitator's own pages alone.
func (m *Model) clockText(room int) string {
	r := m.timer.run.Reading(m.uptime())
	if !r.Begun || r.Private && (m.place != atRoom || m.room == screen.Present || m.atLook()) {
		return ""
	}
	return face.Head(r, m.words, m.widths, room)
}
