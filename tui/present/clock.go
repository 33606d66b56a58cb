// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package present

import (
	"fmt"
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/tui/screen"
)

// limits are how long a pitch may take.
var limits = []time.Duration{60 * time.Second, 90 * time.Second, 120 * time.Second}

// clock is the time that a pitch has taken, in Env.Uptime.
type clock struct {
	running bool
	since   time.Duration // when it was started last
	spent   time.Duration // before that
}

func (c clock) elapsed(now time.Duration) time.Duration {
	if c.running {
		return c.spent + max(0, now-c.since)
	}
	return c.spent
}

func (c clock) stop(now time.Duration) clock { return clock{spent: c.elapsed(now)} }

// clockKey takes the keys of the clock. Started again after its end, it begins
// anew; another limit for one that stands still does so too.
func (s *Screen) clockKey(k tea.KeyPressMsg, env screen.Env) bool {
	c := s.clocks[s.turn]
	switch {
	case key.Matches(k, keyLimit):
		if s.seen || c.running {
			s.limit = limits[(slices.Index(limits, s.limit)+1)%len(limits)]
		}
		if !c.running {
			c = clock{}
		}
	case key.Matches(k, keyClock) && c.running:
		c = c.stop(env.Uptime)
	case key.Matches(k, keyClock):
		if c.spent >= s.limit {
			c.spent = 0
		}
		c.running, c.since = true, env.Uptime
	default:
		return false
	}
	s.seen = true
	s.clocks[s.turn] = c
	return true
}

// left is what remains of the pitch, in whole seconds, the last one begun
// included; 0 is the end.
func (s *Screen) left(env screen.Env) int {
	rest := s.limit - s.clocks[s.turn].elapsed(env.Uptime)
	return max(0, int((rest+time.Second-1)/time.Second))
}

func minutes(seconds int) string { return fmt.Sprintf("%d:%02d", seconds/60, seconds%60) }
