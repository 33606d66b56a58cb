// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clock

import (
	"time"

	"insignia/designer"
)

// Reading is what a clock shows at a moment.
type Reading struct {
	Begun   bool // there is an agenda; all else is zero if not
	Paused  bool
	Ended   bool // the last slot was left
	Soft    bool
	Private bool

	Here   int           // the index of the present slot
	Slot   designer.Slot // the present slot, after the end the last one
	Length time.Duration // of the present slot as it stands, in whole seconds
	Left   time.Duration // of it; below zero is what it is over
	All    time.Duration // left of the whole, never below zero
	Part   float64       // of the whole gone by, 0 to 1
	// Late is how much later than planned the whole ends, pauses apart, in
	// whole seconds; below zero it ends earlier.
	Late time.Duration
	Cue  Cue

	Slots []designer.Slot // all of them; shared, not to be changed
	// Lengths are the whole seconds each of Slots used if it is gone by, has
	// if it is the present one, will have if it is to come. They add up to
	// the agenda and Late.
	Lengths []time.Duration
}

// Cue is what is said of the time left in a slot.
type Cue int

// The cues.
const (
	NoCue      Cue = iota
	Half           // half of the slot is over
	TwoMinutes     // two minutes are left
	OneMinute      // one is
	Over           // none is; said until the slot is left
)

func (c Cue) String() string { return [...]string{"none", "half", "two", "one", "over"}[c] }

// CueLasts is how long a cue is said. CueApart is the time between a cue, the
// next one and the beginning of the slot: of cues that would come closer, the
// last one before the end is said.
const (
	CueLasts = 15 * time.Second
	CueApart = 45 * time.Second
)

// cue is the cue for a slot of a length with so much left.
func cue(length, left time.Duration) Cue {
	if left <= 0 {
		return Over
	}
	last := time.Duration(0)
	for _, c := range [...]struct {
		cue  Cue
		left time.Duration
	}{{OneMinute, time.Minute}, {TwoMinutes, 2 * time.Minute}, {Half, length / 2}} {
		if c.left < last+CueApart || c.left > length-CueApart {
			continue
		}
		if last = c.left; left <= c.left && left > c.left-CueLasts {
			return c.cue
		}
	}
	return NoCue
}

// Reading reads the clock.
func (r Run) Reading(at time.Duration) Reading {
	if !r.Begun() {
		return Reading{}
	}
	r = r.settle(at)
	here := len(r.past)
	out := Reading{
		Begun: true, Paused: r.paused, Ended: r.ended, Soft: r.soft, Private: r.private,
		Here: here, Slot: r.slots[here], Length: r.now.Length, Left: r.now.Length - r.now.Used,
		Slots: r.slots, Lengths: r.lengths(),
	}
	gone := r.spent() + r.now.Used
	for i, n := range out.Lengths {
		out.Late += n
		if i > here {
			out.All += n
		}
	}
	out.Late -= r.budget()
	if r.ended {
		out.Left, out.All, out.Part = 0, 0, 1
		return out
	}
	out.All += max(0, out.Left)
	out.Part = float64(gone) / float64(gone+out.All)
	out.Cue = cue(out.Length, out.Left)
	return out
}

// lengths is what each slot used, has and will have.
func (r Run) lengths() []time.Duration {
	out := make([]time.Duration, 0, len(r.slots))
	for _, s := range r.past {
		out = append(out, s.Used)
	}
	if r.ended {
		return append(out, r.now.Used)
	}
	out = append(out, r.now.Length+r.now.over())
	spent := r.spent() + r.now.Length + r.now.over()
	return append(out, share(r.budget()-spent, r.slots[len(out):])...)
}

// Next is the slot after the present one and the time it will have.
func (r Reading) Next() (s designer.Slot, length time.Duration, ok bool) {
	if r.Ended || r.Here+1 >= len(r.Slots) {
		return designer.Slot{}, 0, false
	}
	return r.Slots[r.Here+1], r.Lengths[r.Here+1], true
}
