// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clock

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"insignia/designer"
)

const (
	sec    = time.Second
	minute = time.Minute
)

// sprint is the agenda of twenty minutes: 2 2 3 6 5 2.
func sprint(t testing.TB) designer.Agenda {
	t.Helper()
	a, ok := designer.ReadyAgenda("sprint-20")
	if !ok {
		t.Fatal("there is no sprint")
	}
	return a
}

// reads fails unless the clock says so.
func reads(t *testing.T, r Run, at time.Duration, here int, left, all, late time.Duration) {
	t.Helper()
	g := r.Reading(at)
	if g.Here != here || g.Left != left || g.All != all || g.Late != late {
		t.Errorf("at %v: slot %d, %v left, %v in all, %v late; want %d, %v, %v, %v", at, g.Here, g.Left, g.All, g.Late, here, left, all, late)
	}
}

func TestARunMovesOnByItself(t *testing.T) {
	r := Start(sprint(t), 100*sec)
	reads(t, r, 100*sec, 0, 2*minute, 20*minute, 0)
	reads(t, r, 159*sec, 0, 61*sec, 20*minute-59*sec, 0)
	reads(t, r, 100*sec+2*minute, 1, 2*minute, 18*minute, 0)
	reads(t, r, 100*sec+7*minute+30*sec, 3, 5*minute+30*sec, 12*minute+30*sec, 0)
	g := r.Reading(100*sec + 20*minute)
	if !g.Ended || g.Part != 1 || g.All != 0 || g.Late != 0 || g.Cue != NoCue {
		t.Errorf("after twenty minutes: %+v", g)
	}
	if _, _, ok := g.Next(); ok {
		t.Error("after the end there is a next slot")
	}
	if !reflect.DeepEqual(r.Reading(1_000_000*time.Hour), g) {
		t.Error("the end does not stay the end")
	}
}

func TestASoftEndWaits(t *testing.T) {
	r := Start(sprint(t), 0).Soft(0, true)
	reads(t, r, 3*minute, 0, -minute, 17*minute, 0)
	if g := r.Reading(3 * minute); g.Cue != Over || !g.Soft {
		t.Errorf("a slot that is over: %+v", g)
	}
	// Eighteen minutes were left for the others, now seventeen: 2 3 6 5 2 in
	// proportion to the second.
	want := []time.Duration{3 * minute, 114 * sec, 170 * sec, 340 * sec, 283 * sec, 113 * sec}
	if got := r.Reading(3 * minute).Lengths; !slices.Equal(got, want) {
		t.Errorf("lengths %v, want %v", got, want)
	}
	r = r.Next(3 * minute)
	reads(t, r, 3*minute, 1, 114*sec, 17*minute, 0)
}

func TestRunningLateKeepsTheLeastOfEachSlot(t *testing.T) {
	r := Start(sprint(t), 0).Soft(0, true)
	// 1 + 1 + 4 + 1 + 1 minutes cannot be given up: 12 minutes are the last moment.
	want := []time.Duration{12 * minute, minute, minute, 4 * minute, minute, minute}
	if got := r.Reading(12 * minute); !slices.Equal(got.Lengths, want) || got.Late != 0 || got.All != 8*minute {
		t.Errorf("%v, late %v, left %v", got.Lengths, got.Late, got.All)
	}
	want[0] = 15 * minute
	if got := r.Reading(15 * minute); !slices.Equal(got.Lengths, want) || got.Late != 3*minute || got.All != 8*minute {
		t.Errorf("%v, late %v, left %v", got.Lengths, got.Late, got.All)
	}
}

func TestTimeNotUsedComesBackAndThenTheEndIsEarlier(t *testing.T) {
	r := Start(sprint(t), 0).Add(0, 3*minute) // five minutes for the first
	if got := r.Reading(0).Lengths; got[3] != 300*sec {
		t.Fatalf("after three minutes more the others have %v", got)
	}
	r = r.Next(2 * minute) // and then it used but its two
	want := []time.Duration{2 * minute, 2 * minute, 3 * minute, 6 * minute, 5 * minute, 2 * minute}
	if got := r.Reading(2 * minute); got.Late != 0 || !slices.Equal(got.Lengths, want) {
		t.Errorf("the others have %v, late %v", got.Lengths, got.Late)
	}
	r = r.Next(2*minute + 30*sec)
	if got := r.Reading(2*minute + 30*sec).Late; got != -90*sec {
		t.Errorf("the second slot used half a minute of its two, and it is late by %v", got)
	}
}

func TestAPauseFreezes(t *testing.T) {
	r := Start(sprint(t), 0).Pause(30 * sec)
	before := r.Reading(30 * sec)
	if !before.Paused || !reflect.DeepEqual(before, r.Reading(9*time.Hour)) {
		t.Errorf("paused: %+v, hours later %+v", before, r.Reading(9*time.Hour))
	}
	r = r.Pause(time.Hour).Resume(2 * time.Hour).Resume(2*time.Hour + sec)
	reads(t, r, 2*time.Hour+10*sec, 0, 80*sec, 20*minute-40*sec, 0)
}

func TestGoingBackUndoesGoingOn(t *testing.T) {
	r := Start(sprint(t), 0)
	on := r.Next(20*sec + 300*time.Millisecond).Next(21 * sec)
	back := on.Back(25 * sec).Back(26 * sec)
	if got, want := back.Reading(26*sec), r.Reading(26*sec); !reflect.DeepEqual(got, want) {
		t.Errorf("forth and back\n%+v\nstayed\n%+v", got, want)
	}
	// Where the time was over there is some again.
	over := r.Back(2*minute + 10*sec)
	reads(t, over, 2*minute+10*sec, 0, Again, 20*minute-130*sec, 0)
	if first := r.Back(10 * sec); !reflect.DeepEqual(first.Reading(10*sec), r.Reading(10*sec)) {
		t.Error("there is nothing before the first slot")
	}
	end := r.Back(time.Hour)
	if g := end.Reading(time.Hour); g.Ended || g.Here != 5 || g.Left != Again || g.Late != Again {
		t.Errorf("back from the end: %+v", g)
	}
}

func TestMinutesMoreAndLess(t *testing.T) {
	soft := Start(sprint(t), 0).Soft(0, true)
	more := soft.Add(3*minute, minute) // a minute over: one from now
	reads(t, more, 3*minute, 0, minute, 17*minute, 0)
	reads(t, soft.Add(30*sec, -minute), 30*sec, 0, 30*sec, 18*minute+30*sec, -minute)
	// Less than what is used cannot be.
	reads(t, soft.Add(90*sec, -minute), 90*sec, 0, 0, 18*minute, -30*sec)
	reads(t, soft.Add(3*minute, -minute), 3*minute, 0, -minute, 17*minute, 0)
	// Question 4 has four minutes, whatever is asked for.
	r := soft.Next(0).Next(0).Next(0)
	for range 5 {
		r = r.Add(0, -minute)
	}
	if g := r.Reading(0); g.Length != 4*minute {
		t.Errorf("question 4 has %v", g.Length)
	}
}

func TestWithoutASoftEndItMovesOnAtOnce(t *testing.T) {
	r := Start(sprint(t), 0).Soft(0, true).Soft(12*minute, false)
	if g := r.Reading(12 * minute); g.Here != 1 || g.Left != minute || g.Lengths[0] != 12*minute {
		t.Errorf("%+v", g)
	}
}

func TestAnAgendaFromAnywhereIsTaken(t *testing.T) {
	long := designer.Agenda{}
	for range 3 * designer.MaxSlots {
		long.Slots = append(long.Slots, designer.Slot{ID: "why", Minutes: 1 << 40, Least: 1 << 50})
	}
	if g := Start(long, 0).Reading(0); len(g.Slots) != designer.MaxSlots || g.All != designer.MaxSlots*designer.MaxSlotMinutes*minute {
		t.Errorf("%d slots, %v", len(g.Slots), g.All)
	}
	for _, a := range []designer.Agenda{{}, {Slots: []designer.Slot{{ID: "why"}, {ID: "look", Minutes: -5}}}} {
		r := Start(a, sec).Next(sec).Back(sec).Add(sec, minute).Pause(sec).Soft(sec, true)
		if r.Begun() || !reflect.DeepEqual(r.Reading(time.Hour), Reading{}) {
			t.Errorf("an agenda without time begins: %+v", r)
		}
	}
}

func TestCuesKeepApart(t *testing.T) {
	for _, c := range []struct {
		length time.Duration
		want   []Cue
	}{
		{time.Minute, nil},
		{80 * sec, nil},
		{90 * sec, []Cue{Half}}, // of one and a half minutes, three quarters
		{2 * minute, []Cue{OneMinute}},
		{3 * minute, []Cue{TwoMinutes, OneMinute}},
		{4 * minute, []Cue{TwoMinutes, OneMinute}},
		{5 * minute, []Cue{TwoMinutes, OneMinute}},
		{6 * minute, []Cue{Half, TwoMinutes, OneMinute}},
		{30 * minute, []Cue{Half, TwoMinutes, OneMinute}},
	} {
		var got []Cue
		said := map[Cue]time.Duration{}
		for left := c.length; left > 0; left -= sec {
			q := cue(c.length, left)
			if q != NoCue {
				said[q] += sec
				if len(got) == 0 || got[len(got)-1] != q {
					got = append(got, q)
				}
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.length, got, c.want)
		}
		for q, n := range said {
			if n != CueLasts {
				t.Errorf("%v: %v lasts %v", c.length, q, n)
			}
		}
		if cue(c.length, 0) != Over || cue(c.length, -time.Hour) != Over {
			t.Errorf("%v: the end has no cue", c.length)
		}
	}
}

// anyAgenda is an agenda of up to twelve slots, some without time.
func anyAgenda(rng *rand.Rand) designer.Agenda {
	ids := append(designer.SlotIDs(), "earner", "issuer", "why", "criteria", "look", "next")
	var a designer.Agenda
	for range rng.IntN(13) {
		a.Slots = append(a.Slots, designer.Slot{ID: ids[rng.IntN(len(ids))], Minutes: rng.IntN(40), Least: rng.IntN(8)})
	}
	return a
}

func TestSharesAreExactInProportionAndNeverBelowTheLeast(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		slots := Start(anyAgenda(rng), 0).slots
		var planned, needed time.Duration
		for _, s := range slots {
			planned, needed = planned+plan(s), needed+least(s)
		}
		budget := time.Duration(rng.Int64N(int64(planned/sec)+120)-60) * sec
		got := share(budget, slots)
		var sum time.Duration
		for i, n := range got {
			sum += n
			if n < least(slots[i]) || n > plan(slots[i]) || n%sec != 0 {
				t.Fatalf("%v of %v for %+v", n, budget, slots[i])
			}
			for j, m := range got { // those above their least have the same share of their plans, to a second
				if n > least(slots[i])+sec && m > least(slots[j])+sec {
					a, b := n.Seconds()/plan(slots[i]).Seconds(), m.Seconds()/plan(slots[j]).Seconds()
					if d := a - b; d > 1/plan(slots[i]).Seconds()+1/plan(slots[j]).Seconds() {
						t.Fatalf("%v: %v of %v but %v of %v", budget, n, plan(slots[i]), m, plan(slots[j]))
					}
				}
			}
		}
		if want := min(planned, max(needed, budget)); sum != want {
			t.Fatalf("%v of %v shared, want %v", sum, budget, want)
		}
	}
}
