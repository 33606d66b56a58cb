// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clock

import (
	"slices"
	"time"

	"insignia/designer"
)

// Saved is a run written down, as JSON: durations are nanoseconds. It holds
// two times of one moment, because no clock of a computer outlives everything:
// the one that counts evenly ends with the machine, the one on the wall can be
// set to anything.
type Saved struct {
	Slots   []designer.Slot `json:"slots"`
	Past    []Stay          `json:"past,omitempty"`
	Now     Stay            `json:"now"`
	Paused  bool            `json:"paused,omitempty"`
	Soft    bool            `json:"soft,omitempty"`
	Private bool            `json:"private,omitempty"`
	Ended   bool            `json:"ended,omitempty"`

	Boot string        `json:"boot,omitempty"` // the run of the machine that At belongs to
	At   time.Duration `json:"at"`
	Wall time.Time     `json:"wall"`
}

// Save writes the run down as it is at a moment; boot names the clock of at,
// "" for unknown. It needs saving only after a change: time that goes by is
// counted by Restore.
func (r Run) Save(boot string, at time.Duration, wall time.Time) Saved {
	r = r.settle(at)
	return Saved{
		Slots: slices.Clone(r.slots), Past: slices.Clone(r.past), Now: r.now,
		Paused: r.paused, Soft: r.soft, Private: r.private, Ended: r.ended,
		Boot: boot, At: at, Wall: wall.Round(0).UTC(),
	}
}

// Restore takes a run up again. It goes on as if it had been there all the
// time: by the clock that counts evenly if it is the same one, by the one on
// the wall if not. If that one cannot be right either, because it went back or
// ahead by a day, the run is paused where it was saved. Something that no run
// can have become is refused.
func Restore(s Saved, boot string, at time.Duration, wall time.Time) (Run, bool) {
	if !s.sound() {
		return Run{}, false
	}
	r := Run{
		slots: slices.Clone(s.Slots), past: slices.Clone(s.Past), now: s.Now, since: at,
		paused: s.Paused, soft: s.Soft, private: s.Private, ended: s.Ended,
	}
	if !r.live() || r.paused {
		return r, true
	}
	gone, ok := s.gone(boot, at, wall)
	r.since, r.paused = at-gone, !ok
	return r, true
}

const (
	wallMost   = 24 * time.Hour // no workshop goes on after a longer gap
	wallAgrees = time.Minute    // two clocks that differ by less mean the same
)

// gone is the time since s was saved.
func (s Saved) gone(boot string, at time.Duration, wall time.Time) (time.Duration, bool) {
	even, byWall := at-s.At, wall.Round(0).Sub(s.Wall.Round(0))
	if even >= 0 {
		if boot != "" && boot == s.Boot {
			return even, true
		}
		// Of a machine that does not tell whether it was started anew both
		// clocks are asked.
		if (boot == "" || s.Boot == "") && (even-byWall).Abs() <= wallAgrees {
			return even, true
		}
	}
	if byWall >= 0 && byWall < wallMost {
		return byWall, true
	}
	return 0, false
}

// sound reports whether a run can look like this.
func (s Saved) sound() bool {
	if s.At < 0 || s.At > mostAt || len(s.Slots) == 0 || len(s.Slots) > designer.MaxSlots || len(s.Past) >= len(s.Slots) {
		return false
	}
	for _, p := range s.Slots {
		if p.Minutes <= 0 || p.Minutes > designer.MaxSlotMinutes {
			return false
		}
	}
	for _, p := range append(slices.Clone(s.Past), s.Now) {
		if p.Length <= 0 || p.Length > longest || p.Length%time.Second != 0 || p.Used < 0 || p.Used > longest {
			return false
		}
	}
	if s.Ended && (len(s.Past) != len(s.Slots)-1 || s.Now.Used%time.Second != 0) {
		return false
	}
	return !slices.ContainsFunc(s.Past, func(p Stay) bool { return p.Used%time.Second != 0 })
}

// mostAt is what a machine that is never started anew stays below.
const mostAt = 1_000_000 * time.Hour
