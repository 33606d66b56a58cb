// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
)

// When the store is looked after: soon after the first frame, and a while
// after a save, which is between two thoughts and never on the way of a key.
const (
	tendFirst = 2 * time.Second
	tendAfter = 30 * time.Second
	tendLast  = 2 * time.Second // at most, on the way out
)

type (
	tendMsg   struct{}
	tendedMsg struct{}
)

// tendLater looks after the store when that time has passed, once for all
// that is saved until then.
func (m *Model) tendLater(d time.Duration) tea.Cmd {
	if _, ok := m.opts.Store.(designer.Tender); !ok || m.tending {
		return nil
	}
	m.tending = true
	return m.after(d, tendMsg{})
}

// tend does it outside of Update. What fails is tried again after the next
// save; nobody can do anything about it here, and no answer is the worse.
func (m *Model) tend() tea.Cmd {
	m.tending = false
	t, ok := m.opts.Store.(designer.Tender)
	if !ok {
		return nil
	}
	return func() tea.Msg {
		_ = t.Tend(context.Background())
		return tendedMsg{}
	}
}

// tendNow does it on the way out.
func (m *Model) tendNow() {
	t, ok := m.opts.Store.(designer.Tender)
	if !ok || !t.Untended() {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), tendLast)
	defer cancel()
	_ = t.Tend(ctx)
}
