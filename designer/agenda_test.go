// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"slices"
	"testing"
)

func TestReadyAgendasAddUp(t *testing.T) {
	want := map[string]struct{ minutes, look, questions int }{
		"sprint-20": {20, 5, 6},
		"45-30":     {75, 30, 6},
		"60-30":     {90, 30, 6},
		"half-day":  {220, 30, 6},
		"trainers":  {212, 8, 6},
	}
	all := ReadyAgendas()
	if len(all) != len(want) {
		t.Errorf("%d ready agendas, want %d", len(all), len(want))
	}
	for _, a := range all {
		w, ok := want[a.Name]
		if !ok {
			t.Errorf("nobody knows %q", a.Name)
			continue
		}
		var asked []Question
		look := 0
		for _, s := range a.Slots {
			q, ok := s.Question()
			if ok {
				asked = append(asked, q)
			} else if !slices.Contains(SlotIDs(), s.ID) {
				t.Errorf("%s: nobody knows what %q is", a.Name, s.ID)
			}
			if q == AskLook {
				look = s.Minutes
			}
			if s.Minutes <= 0 || s.Floor() > s.Minutes {
				t.Errorf("%s: %s has %d minutes and at least %d", a.Name, s.ID, s.Minutes, s.Floor())
			}
		}
		if a.Minutes() != w.minutes || look != w.look || len(asked) != w.questions || !slices.IsSorted(asked) {
			t.Errorf("%s: %d minutes, %d of them for the look, questions %v", a.Name, a.Minutes(), look, asked)
		}
	}
}

func TestAReadyAgendaIsACopy(t *testing.T) {
	a, ok := ReadyAgenda("sprint-20")
	if !ok {
		t.Fatal("there is no sprint")
	}
	a.Slots[0].Minutes = 99
	ReadyAgendas()[0].Slots[1].Minutes = 99
	if b, _ := ReadyAgenda("sprint-20"); b.Minutes() != 20 {
		t.Errorf("a changed copy changes the agenda: %v", b.Slots)
	}
	if _, ok := ReadyAgenda("lunch"); ok {
		t.Error("there is an agenda that there is not")
	}
}

func TestNoSlotFallsBelowItsFloor(t *testing.T) {
	for _, c := range []struct {
		slot Slot
		want int
	}{
		{Slot{ID: "why", Minutes: 8}, 1},
		{Slot{ID: "why", Minutes: 8, Least: 5}, 5},
		{Slot{ID: "why", Minutes: 8, Least: 12}, 8},
		{Slot{ID: "why", Minutes: 8, Least: -3}, 1},
		{Slot{ID: "criteria", Minutes: 18}, 4},
		{Slot{ID: "criteria", Minutes: 18, Least: 2}, 4},
		{Slot{ID: "criteria", Minutes: 18, Least: 10}, 10},
		{Slot{ID: "criteria", Minutes: 3}, 3},
		{Slot{ID: SlotBreak}, 0},
	} {
		if got := c.slot.Floor(); got != c.want {
			t.Errorf("%+v: at least %d, want %d", c.slot, got, c.want)
		}
	}
}

func TestASlotKnowsItsQuestion(t *testing.T) {
	for _, q := range Questions() {
		got, ok := Slot{ID: q.String()}.Question()
		if ok != q.Numbered() || ok && got != q {
			t.Errorf("%v: %v, %v", q, got, ok)
		}
	}
	for _, id := range append(SlotIDs(), "", "lunch") {
		if q, ok := (Slot{ID: id}).Question(); ok {
			t.Errorf("%q asks %v", id, q)
		}
	}
}
