// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package clock knows the time of a running workshop: how long each part of
// an agenda has, what is left of it, and what running late leaves the parts to
// come. It refuses to know what time it is: every method is told, and a Run is
// a value that can be written down.
//
// Times are those of a clock that counts evenly and never goes back, from any
// moment; a time before one that was told already counts as that one.
//
// Two rules hold all the time. The seconds that slots have used, have now and
// will have add up to those of the agenda, as long as the least of each slot
// to come allows; what they say to come follows from the agenda and the time
// used alone, never from what was said before. So a step that is taken back
// leaves no trace.
package clock

import (
	"slices"
	"time"

	"insignia/designer"
)

// Run is an agenda being worked through. The zero value is one that has not
// begun. Methods leave their receiver as it is and return what became of it.
type Run struct {
	slots   []designer.Slot
	past    []Stay        // the slots gone by, in whole seconds
	now     Stay          // the present one
	since   time.Duration // now.Used is counted up to here
	paused  bool
	soft    bool
	private bool
	ended   bool
}

// Stay is the time a slot had and the time it used.
type Stay struct {
	Length time.Duration `json:"length"` // in whole seconds
	Used   time.Duration `json:"used"`
}

// over is the time used beyond the length, in whole seconds.
func (s Stay) over() time.Duration { return max(0, s.Used.Truncate(time.Second)-s.Length) }

// Again is what a slot has at least that is gone back to.
const Again = time.Minute

// Start begins an agenda. Slots without a minute are left out, and what is
// beyond the limits of an agenda is cut; one without any slot does not begin.
func Start(a designer.Agenda, at time.Duration) Run {
	r := Run{since: at}
	for _, s := range a.Slots {
		if s.Minutes > 0 && len(r.slots) < designer.MaxSlots {
			s.Minutes = min(s.Minutes, designer.MaxSlotMinutes)
			r.slots = append(r.slots, s)
		}
	}
	if len(r.slots) == 0 {
		return Run{}
	}
	r.now.Length = plan(r.slots[0])
	return r
}

// Begun reports whether there is an agenda.
func (r Run) Begun() bool { return len(r.slots) > 0 }

// live reports whether the time could go by.
func (r Run) live() bool { return r.Begun() && !r.ended }

// settle counts the time up to at. Without a soft end it moves on through all
// slots whose time is over.
func (r Run) settle(at time.Duration) Run {
	gone := at - r.since
	r.since = max(r.since, at)
	if !r.live() || r.paused {
		return r
	}
	r.now.Used += max(0, gone)
	for !r.soft && !r.ended && r.now.Used >= r.now.Length {
		r = r.ahead(r.now.Length)
	}
	return r
}

// ahead closes the present slot with the whole seconds it used. What was
// counted beyond them belongs to the next slot.
func (r Run) ahead(used time.Duration) Run {
	if len(r.past) == len(r.slots)-1 {
		r.now.Used, r.ended, r.paused = used, true, false
		return r
	}
	rest := r.now.Used - used
	r.now.Used = used
	r.past = append(slices.Clip(r.past), r.now)
	r.now = Stay{Length: share(r.budget()-r.spent(), r.slots[len(r.past):])[0], Used: rest}
	return r
}

// budget is the length of the whole agenda.
func (r Run) budget() time.Duration {
	var n time.Duration
	for _, s := range r.slots {
		n += plan(s)
	}
	return n
}

// spent is what the slots gone by used.
func (r Run) spent() time.Duration {
	var n time.Duration
	for _, s := range r.past {
		n += s.Used
	}
	return n
}

// Pause stops the time. The end of the workshop moves with it: a pause is not
// running late.
func (r Run) Pause(at time.Duration) Run {
	r = r.settle(at)
	r.paused = r.live()
	return r
}

// Resume lets the time go on.
func (r Run) Resume(at time.Duration) Run {
	r = r.settle(at)
	r.paused = false
	return r
}

// Next leaves the present slot for the one after it; leaving the last one ends
// the run. Time not used goes to slots that had to give some up, as far as
// their plan; what is left then makes the end come earlier.
func (r Run) Next(at time.Duration) Run {
	if r = r.settle(at); !r.live() {
		return r
	}
	return r.ahead(r.now.Used.Truncate(time.Second))
}

// Back returns to the slot before, as if it had never been left: what was used
// since counts as its time, and it has at least Again left. From the end it
// returns to the last slot, from the first slot nowhere.
func (r Run) Back(at time.Duration) Run {
	r = r.settle(at)
	switch {
	case r.ended:
		r.ended = false
	case len(r.past) > 0:
		before := r.past[len(r.past)-1]
		r.past = r.past[:len(r.past)-1]
		r.now = Stay{Length: before.Length, Used: before.Used + r.now.Used}
	default:
		return r
	}
	r.now.Length = max(r.now.Length, r.now.Used.Truncate(time.Second)+Again)
	return r
}

// Add gives the present slot more time, in whole seconds, or takes some away.
// More counts from now where the time was over. Less never takes what is used,
// nor leaves the slot shorter than its least.
func (r Run) Add(at, more time.Duration) Run {
	if r = r.settle(at); !r.live() {
		return r
	}
	more = more.Truncate(time.Second)
	used := r.now.Used.Truncate(time.Second)
	if more > 0 {
		r.now.Length = max(r.now.Length, min(max(r.now.Length, used)+more, longest))
		return r
	}
	if r.now.Used > used {
		used += time.Second
	}
	kept := min(r.now.Length, max(least(r.slots[len(r.past)]), used))
	r.now.Length = max(r.now.Length+more, kept)
	return r
}

// longest is what a slot may grow to: what a clock left running over the
// holidays stays below.
const longest = 10_000 * time.Hour

// Soft says whether a slot whose time is over waits for Next, or moves on by
// itself. Without waiting any more it moves on at once, and what it was over
// stays its own.
func (r Run) Soft(at time.Duration, soft bool) Run {
	r = r.settle(at)
	r.soft = soft
	if r.live() && !soft && r.now.Used >= r.now.Length {
		return r.ahead(r.now.Used.Truncate(time.Second))
	}
	return r
}

// Private says whether the clock is meant for the facilitator alone.
func (r Run) Private(private bool) Run {
	r.private = private
	return r
}
