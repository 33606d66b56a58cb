// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"slices"
	"strconv"
)

// Agenda is how the time of a workshop is divided, in order.
type Agenda struct {
	// Name is the ready agenda it was taken from: one of ReadyAgendas; "" is
	// one of their own.
	Name  string `json:"name,omitempty"`
	Slots []Slot `json:"slots,omitempty"`
}

// Slot is a part of an agenda.
type Slot struct {
	// ID says what is done in it: the id of one of the six questions, or one of
	// SlotIDs. Its words are "slot.<id>".
	ID string `json:"id"`
	// Title replaces those words.
	Title   string `json:"title,omitempty"`
	Minutes int    `json:"minutes"`
	// Least is the fewest minutes that running late leaves it, 0 for the
	// default; see Floor.
	Least int `json:"least,omitempty"`
}

// What a slot may be besides a question.
const (
	SlotWelcome  = "welcome" // arriving, a round of names
	SlotIntro    = "intro"   // what a badge is
	SlotDesign   = "design"  // all six questions, in the tables' own time
	SlotBreak    = "break"
	SlotPresent  = "present"  // each table presents
	SlotReview   = "review"   // the whole badge once more, its problems
	SlotIssue    = "issue"    // taking the files home, what an issuer needs
	SlotPractise = "practise" // trainers run the exercise themselves
	SlotClose    = "close"    // next steps, who does what until when
)

// SlotIDs are the parts of a workshop besides the questions.
func SlotIDs() []string {
	return []string{SlotWelcome, SlotIntro, SlotDesign, SlotBreak, SlotPresent, SlotReview, SlotIssue, SlotPractise, SlotClose}
}

const (
	leastSlot     = 1 // minutes
	leastCriteria = 4 // question 4 is where badges fail when hurried
	// MaxSlots and MaxSlotMinutes bound an agenda that comes from a file.
	MaxSlots       = 60
	MaxSlotMinutes = 600
)

// Floor is the fewest minutes running late may leave the slot: Least, but
// never under four for question 4 nor under one for any other, and never more
// than the slot has.
func (s Slot) Floor() int {
	return min(max(s.Least, s.lowest()), s.Minutes)
}

// lowest is the length that no slot of its kind goes below.
func (s Slot) lowest() int {
	if s.ID == AskCriteria.String() {
		return leastCriteria
	}
	return leastSlot
}

// Question is the question answered in the slot.
func (s Slot) Question() (Question, bool) {
	for q := AskEarner; q <= AskNext; q++ {
		if q.String() == s.ID {
			return q, true
		}
	}
	return 0, false
}

// Minutes is the length of the whole.
func (a Agenda) Minutes() int {
	n := 0
	for _, s := range a.Slots {
		n += s.Minutes
	}
	return n
}

// Scaled returns the agenda stretched or shrunk to total minutes: exactly so
// many, each slot in proportion, none under one minute, question 4 not under
// four, none over MaxSlotMinutes. One more minute in total is one more in some
// slot and fewer in none. A total that cannot be had is an *Error with the
// code bad-minutes; an agenda without slots cannot be stretched: no-agenda.
//
// A ready agenda that was only stretched or shrunk before is taken from its
// own lengths again: going to 60 minutes and back loses nothing.
func (a Agenda) Scaled(total int) (Agenda, error) {
	if ready, ok := ReadyAgenda(a.Name); ok {
		if same, err := ready.stretch(a.Minutes()); err == nil && slices.Equal(same.Slots, a.Slots) {
			a = ready
		}
	}
	return a.stretch(total)
}

func (a Agenda) stretch(total int) (Agenda, error) {
	a = a.Clone()
	given := slices.Clone(a.Slots)
	left, least := total, 0
	for i := range a.Slots {
		a.Slots[i].Minutes = given[i].lowest()
		least += given[i].lowest()
	}
	most := len(given) * MaxSlotMinutes
	if len(given) == 0 {
		return Agenda{}, &Error{Code: "no-agenda"}
	}
	if total < least || total > most {
		return Agenda{}, &Error{Code: "bad-minutes", Args: Args{"value": strconv.Itoa(total), "min": strconv.Itoa(least), "max": strconv.Itoa(most)}}
	}
	// Webster's method, as seats are given to parties: the next minute goes
	// to the slot that is the furthest behind its share. Rounding each slot
	// by itself would miss the total.
	for left -= least; left > 0; left-- {
		next := -1
		for i, s := range a.Slots {
			if s.Minutes < MaxSlotMinutes && (next < 0 ||
				given[i].Minutes*(2*a.Slots[next].Minutes+1) > given[next].Minutes*(2*s.Minutes+1)) {
				next = i
			}
		}
		a.Slots[next].Minutes++
	}
	return a, nil
}

// Clone returns a copy that shares nothing with a.
func (a Agenda) Clone() Agenda {
	a.Slots = slices.Clone(a.Slots)
	return a
}

// round is the six questions with so many minutes each.
func round(minutes ...int) []Slot {
	out := make([]Slot, len(minutes))
	for i, n := range minutes {
		out[i] = Slot{ID: (AskEarner + Question(i)).String(), Minutes: n}
	}
	return out
}

func slots(parts ...any) []Slot {
	var out []Slot
	for _, p := range parts {
		switch p := p.(type) {
		case Slot:
			out = append(out, p)
		case []Slot:
			out = append(out, p...)
		}
	}
	return out
}
