// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// anAgenda is a random agenda of slots within the limits.
func anAgenda(r *rand.Rand) Agenda {
	var a Agenda
	for range 1 + r.IntN(MaxSlots) {
		id := SlotIDs()[r.IntN(len(SlotIDs()))]
		if r.IntN(2) == 0 {
			id = (AskEarner + Question(r.IntN(6))).String()
		}
		a.Slots = append(a.Slots, Slot{ID: id, Minutes: 1 + r.IntN(1+r.IntN(MaxSlotMinutes)), Least: r.IntN(9)})
	}
	return a
}

func TestAScaledAgendaLastsExactlyAsLong(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		a := anAgenda(r)
		before := a.Clone()
		least := 0
		for _, s := range a.Slots {
			least += s.lowest()
		}
		total := least + r.IntN(1+len(a.Slots)*MaxSlotMinutes-least)
		got, err := a.Scaled(total)
		if err != nil || got.Minutes() != total {
			t.Fatalf("%+v to %d: %d minutes, %v", a, total, got.Minutes(), err)
		}
		if !reflect.DeepEqual(a, before) {
			t.Fatal("the agenda itself was changed")
		}
		for i, s := range got.Slots {
			if s.Minutes < 1 || s.Minutes > MaxSlotMinutes || s.ID == AskCriteria.String() && s.Minutes < 4 {
				t.Fatalf("%d minutes for slot %s", s.Minutes, s.ID)
			}
			if s.Minutes = a.Slots[i].Minutes; s != a.Slots[i] {
				t.Fatalf("more than the minutes changed: %+v", s)
			}
		}
	}
}

func TestScalingKeepsTheOrderOfLengths(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		a := anAgenda(r)
		total := 4*len(a.Slots) + r.IntN(30*len(a.Slots))
		got, err := a.Scaled(total)
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range a.Slots {
			for j, other := range a.Slots {
				if s.lowest() == other.lowest() && s.Minutes > other.Minutes && got.Slots[i].Minutes < got.Slots[j].Minutes {
					t.Fatalf("%d and %d minutes became %d and %d", s.Minutes, other.Minutes, got.Slots[i].Minutes, got.Slots[j].Minutes)
				}
			}
		}
	}
}

func TestAMinuteMoreTakesNoMinuteAway(t *testing.T) {
	for _, a := range ReadyAgendas() {
		var before Agenda
		for total := 1; total < 2*a.Minutes(); total++ {
			got, err := a.Scaled(total)
			if err != nil {
				continue // told by another test
			}
			for i := range before.Slots {
				if got.Slots[i].Minutes < before.Slots[i].Minutes {
					t.Fatalf("%s at %d minutes: slot %d has fewer than at one less", a.Name, total, i)
				}
			}
			before = got
		}
	}
}

func TestAReadyAgendaScaledToItsOwnLengthStaysAsItIs(t *testing.T) {
	for _, a := range ReadyAgendas() {
		if got, err := a.Scaled(a.Minutes()); err != nil || !reflect.DeepEqual(got, a) {
			t.Errorf("%s became %+v, %v", a.Name, got, err)
		}
		double, err := a.Scaled(2 * a.Minutes())
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range double.Slots {
			if s.Minutes != 2*a.Slots[i].Minutes {
				t.Errorf("%s, slot %d: %d became %d when doubled", a.Name, i, a.Slots[i].Minutes, s.Minutes)
			}
		}
	}
}

func TestStretchingAndShrinkingLosesNothing(t *testing.T) {
	for _, ready := range ReadyAgendas() {
		for total := ready.Minutes() / 2; total < 3*ready.Minutes(); total += 7 {
			there, err := ready.Scaled(total)
			if err != nil {
				t.Fatal(err)
			}
			if back, err := there.Scaled(ready.Minutes()); err != nil || !reflect.DeepEqual(back, ready) {
				t.Fatalf("%s to %d and back is %+v, %v", ready.Name, total, back, err)
			}
		}
		own := ready.Clone()
		own.Slots[0].Minutes += 5
		if got, err := own.Scaled(own.Minutes()); err != nil || !reflect.DeepEqual(got, own) {
			t.Errorf("%s with five minutes more became %+v, %v", ready.Name, got, err)
		}
	}
}

func TestATotalThatCannotBeHadIsRefused(t *testing.T) {
	sprint, _ := ReadyAgenda("sprint-20")
	for _, c := range []struct {
		agenda Agenda
		total  int
		code   string
	}{
		{sprint, 8, "bad-minutes"}, {sprint, 9, ""}, {sprint, 0, "bad-minutes"}, {sprint, -20, "bad-minutes"},
		{sprint, 6 * MaxSlotMinutes, ""}, {sprint, 6*MaxSlotMinutes + 1, "bad-minutes"},
		{Agenda{}, 0, "no-agenda"}, {Agenda{}, 20, "no-agenda"},
	} {
		got, err := c.agenda.Scaled(c.total)
		if (err == nil) != (c.code == "") || err != nil && (!errors.Is(err, &Error{Code: c.code}) || got.Slots != nil) {
			t.Errorf("%d minutes: %+v, %v", c.total, got, err)
		}
	}
	short, err := sprint.Scaled(9)
	if want := []int{1, 1, 1, 4, 1, 1}; err != nil || !slices.EqualFunc(short.Slots, want, func(s Slot, n int) bool { return s.Minutes == n }) {
		t.Errorf("the shortest is %+v, %v", short, err)
	}
}
