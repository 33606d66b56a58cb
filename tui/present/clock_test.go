// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package present

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

var right = tea.KeyPressMsg{Code: tea.KeyRight}

func TestThePitchClock(t *testing.T) {
	d := presented(t, "en", shown(t, "en"), 80, 24)
	for _, c := range []struct {
		wait    time.Duration
		key     string
		shows   string
		running bool
	}{
		{0, "right", "", false},
		{time.Minute, "t", "1:30", false},
		{0, "t", "2:00", false},
		{0, "t", "1:00", false},
		{0, "c", "1:00 left ▬▬▬▬▬▬▬▬", true},
		{15*time.Second + time.Millisecond, "", "0:45 left ▬▬▬▬▬▬··", true},
		{0, "s", "0:45 paused", false},
		{time.Hour, "", "0:45 paused", false},
		{0, "c", "0:45 left", true},
		{0, "t", "1:15 left", true},
		{75 * time.Second, "", "Time ········", true},
		{time.Hour, "", "Time", true},
		{0, "c", "Time", false},
		{0, "c", "1:30 left", true},
		{10 * time.Second, "n", "1:30", false},
		{time.Hour, "p", "1:20 paused", false},
		{0, "t", "2:00", false},
	} {
		d.wait(c.wait)
		if c.key != "" {
			d.Press(c.key)
		}
		if !d.Has(c.shows) || d.s.Running() != c.running {
			t.Fatalf("after %v and %q: running %v, want %v and %q\n%s", c.wait, c.key, d.s.Running(), c.running, c.shows, d.Frame())
		}
	}
}

func TestTheClockOfAnotherTerminalSizeIsLarge(t *testing.T) {
	d := presented(t, "en", shown(t, "en"), 160, 50)
	d.Press("right", "c")
	if !d.Has("▬▬▬▬▬▬") || d.Has("left") {
		t.Error(d.Frame())
	}
	d.wait(3 * time.Minute)
	if d.Has("▬") || d.s.left(d.stage.Env) != 0 {
		t.Error(d.Frame())
	}
}
