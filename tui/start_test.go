// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"insignia/designer"
	"insignia/designer/bolt"
	"insignia/designer/lint"
	"insignia/internal/frametest"
	"insignia/internal/locale"
	"insignia/render"
	"insignia/tui/screen"
)

var noon = time.Date(2026, 11, 23, 14, 2, 0, 0, time.UTC)

// newStore returns a store of its own whose clock stands at noon.
func newStore(t testing.TB) designer.Store {
	t.Helper()
	st, err := bolt.Open(filepath.Join(t.TempDir(), "insignia.db"), bolt.Clock(func() time.Time { return noon }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	return st
}

func options(t testing.TB, st designer.Store) Options {
	dir := t.TempDir()
	check := func(d designer.Draft) []designer.Problem { return append(lint.Check(d), render.Of(d).Problems()...) }
	return Options{Check: check, Store: st, Words: locale.For("en"), Now: func() time.Time { return noon }, Folder: func() string { return dir }, after: frametest.After}
}

// start runs the program on an empty store: straight into the first badge.
func start(t testing.TB, w, h int, opts ...frametest.Option) *frametest.Driver {
	t.Helper()
	return frametest.New(t, New(options(t, newStore(t))), w, h, opts...)
}

// The first frame waits for the store, but for no timer: what looks after the
// store two seconds later begins with the program.
func TestTheFirstFrameWaitsForNoTimer(t *testing.T) {
	o := options(t, newStore(t))
	early, timers := true, 0
	o.after = func(time.Duration, tea.Msg) tea.Cmd {
		timers++
		return func() tea.Msg {
			if early {
				t.Error("a timer was waited for before the first frame")
			}
			return nil
		}
	}
	m := New(o)
	m.prepare(colorprofile.TrueColor)
	if !m.listed {
		t.Fatal("the first frame came before the list")
	}
	if early = false; timers == 0 || len(m.later) != timers {
		t.Errorf("%d timers were asked for, %d are left for the program", timers, len(m.later))
	}
	if m.Init(); m.after == nil || len(m.later) != 0 {
		t.Error("timers of the first frame would begin twice")
	}
}

// What is to be said at the start is said wherever the program begins, until
// the next key.
func TestTheProgramBeginsWithItsNotice(t *testing.T) {
	for _, room := range []screen.Room{"", screen.Intro, screen.Suits} {
		o := options(t, newStore(t))
		o.Notice, o.Room.Room = "The store lies far away.", room
		d := frametest.New(t, New(o), 80, 24)
		if !d.Has(o.Notice) {
			t.Errorf("%q begins without\n%s", room, d.Frame())
		}
		if d.Press("down"); d.Has(o.Notice) {
			t.Errorf("%q says it for ever", room)
		}
	}
}
