// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"
)

// soon is how long the first frame waits for the store. It takes a
// millisecond or two, unless another program holds it.
const soon = 40 * time.Millisecond

// prepare does before the first frame what it would otherwise lack: the size,
// the colours, the settings, and the list or the badge that is opened. Bubble Tea says the
// first two by messages after it has drawn, which costs a frame or two.
func (m *Model) prepare(p colorprofile.Profile) {
	m.profile = p
	m.dress()
	if w, h, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
		m.w, m.h = w, h
	}
	// A timer begins with the program: nobody waits for it here.
	after := m.after
	m.after = func(d time.Duration, msg tea.Msg) tea.Cmd {
		m.later = append(m.later, after(d, msg))
		return nil
	}
	defer func() { m.after = after }()
	m.hold++
	answer := make(chan tea.Msg, 1)
	go func() { answer <- readFirst(m.opts.Store, m.opts.Now)() }()
	select {
	case msg := <-answer:
		m.finish(m.update(msg))
	case <-time.After(soon):
		m.hold--
		m.reading = func() tea.Msg { return <-answer }
	}
}

// finish runs a command and what follows from it here and now.
func (m *Model) finish(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			m.finish(c)
		}
	default:
		m.finish(m.update(msg))
	}
}
