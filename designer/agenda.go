// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import "slices"

// Agenda is how the time of a workshop is divided, in order.
type Agenda struct {
	// Name is the ready agenda it was taken from: one of ReadyAgendas; "" is
	// one of their own.
	Name  string `json:"name,omitempty"`
	Slots []Slot `json:"slots,omitempty"`
}

// Slot is a part of an agenda.
type Slot struct {
	// ID says what is done in it: the id of a question from 1 to 6, or one of
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
	least := max(s.Least, leastSlot)
	if s.ID == AskCriteria.String() {
		least = max(least, leastCriteria)
	}
	return min(least, s.Minutes)
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
