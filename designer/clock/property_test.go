// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clock

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"
)

// op is something a facilitator does.
type op struct {
	name string
	do   func(r Run, at time.Duration) Run
}

var ops = []op{
	{"next", Run.Next},
	{"back", Run.Back},
	{"pause", Run.Pause},
	{"resume", Run.Resume},
	{"resume", Run.Resume},
	{"plus", func(r Run, at time.Duration) Run { return r.Add(at, minute) }},
	{"minus", func(r Run, at time.Duration) Run { return r.Add(at, -minute) }},
	{"odd", func(r Run, at time.Duration) Run { return r.Add(at, 1234*time.Millisecond) }},
	{"soft", func(r Run, at time.Duration) Run { return r.Soft(at, true) }},
	{"hard", func(r Run, at time.Duration) Run { return r.Soft(at, false) }},
}

// later is a time after at: the same instant, soon, much later.
func later(rng *rand.Rand, at time.Duration) time.Duration {
	switch rng.IntN(10) {
	case 0, 1:
		return at
	case 2:
		return at + time.Duration(rng.Int64N(int64(50*time.Hour)))
	case 3:
		return at + time.Duration(rng.IntN(20))*minute
	}
	return at + time.Duration(rng.Int64N(int64(4*minute)))
}

// holds says which promise a reading breaks, "" for none.
func holds(g Reading) string {
	if !g.Begun {
		return ""
	}
	var sum, planned, needed time.Duration
	for i, n := range g.Lengths {
		sum += n
		planned += plan(g.Slots[i])
		switch s := g.Slots[i]; {
		case n < 0:
			return fmt.Sprintf("slot %d has %v", i, n)
		case n%sec != 0:
			return fmt.Sprintf("slot %d has %v, not whole seconds", i, n)
		case i == g.Here && !g.Ended && g.Length < least(s):
			return fmt.Sprintf("slot %d has %v, its least is %v", i, g.Length, least(s))
		case i > g.Here && (n < least(s) || n > plan(s)):
			return fmt.Sprintf("slot %d will have %v of %v, its least is %v", i, n, plan(s), least(s))
		case i > g.Here:
			needed += n - least(s)
		}
	}
	switch {
	case len(g.Lengths) != len(g.Slots) || g.Here >= len(g.Slots) || !reflect.DeepEqual(g.Slot, g.Slots[g.Here]):
		return "slots and lengths do not fit together"
	case sum != planned+g.Late:
		return fmt.Sprintf("%v of %v and %v late", sum, planned, g.Late)
	case g.Late > 0 && needed > 0:
		return fmt.Sprintf("%v late, though %v could be given up", g.Late, needed)
	case g.All < 0 || g.All < g.Left || g.Part < 0 || g.Part > 1:
		return fmt.Sprintf("%v left in all, %v here, part %v", g.All, g.Left, g.Part)
	case !g.Soft && !g.Paused && !g.Ended && g.Left <= 0:
		return fmt.Sprintf("%v left and it did not move on", g.Left)
	}
	return ""
}

func TestPromisesHoldWhateverIsDoneWhenever(t *testing.T) {
	for seed := range uint64(3000) {
		rng := rand.New(rand.NewPCG(seed, 7))
		a := anyAgenda(rng)
		at := time.Duration(rng.Int64N(int64(100 * time.Hour)))
		r := Start(a, at)
		log := fmt.Sprintf("seed %d, %v", seed, a.Slots)
		for range 40 {
			before := r.Reading(at)
			again := r.Reading(at)
			if !reflect.DeepEqual(before, again) {
				t.Fatalf("%s: read twice\n%+v\n%+v", log, before, again)
			}
			// Time goes by alone.
			to := later(rng, at)
			g := r.Reading(to)
			if why := holds(g); why != "" {
				t.Fatalf("%s: at %v %s", log, to, why)
			}
			switch {
			case g.Here < before.Here, g.All > before.All, g.Part < before.Part-1e-9, g.Late < before.Late,
				g.Here == before.Here && g.Left > before.Left, before.Ended && !g.Ended:
				t.Fatalf("%s: from %v to %v time went back\n%+v\n%+v", log, at, to, before, g)
			case before.Paused && !reflect.DeepEqual(before, g):
				t.Fatalf("%s: paused from %v to %v\n%+v\n%+v", log, at, to, before, g)
			case !before.Paused && g.Begun && !g.Ended && used(g) != used(before)+to-at:
				t.Fatalf("%s: from %v to %v %v were counted", log, at, to, used(g)-used(before))
			}
			at = to
			o := ops[rng.IntN(len(ops))]
			log += fmt.Sprintf("\n%v %s", at, o.name)
			kept := r.Save("", at, time.Time{})
			next := o.do(r, at)
			if !reflect.DeepEqual(r.Save("", at, time.Time{}), kept) {
				t.Fatalf("%s: what it was before has changed", log)
			}
			h := next.Reading(at)
			if why := holds(h); why != "" {
				t.Fatalf("%s: %s", log, why)
			}
			if g.Begun && !slices.Equal(h.Slots, g.Slots) {
				t.Fatalf("%s: the slots have changed", log)
			}
			// Nothing done moves the time that was used, but for the seconds
			// nobody counted: those after the end.
			if used(h) != used(g) && !h.Ended && !g.Ended {
				t.Fatalf("%s: %v used, then %v", log, used(g), used(h))
			}
			if o.name == "next" && !h.Ended {
				undone := next.Back(at).Reading(at)
				if g.Left >= Again && !reflect.DeepEqual(undone, g) {
					t.Fatalf("%s: and back\n%+v\n%+v", log, g, undone)
				}
			}
			r = next
			if rng.IntN(8) == 0 { // the program is killed and begun again
				r = revived(t, r, at, rng)
				if got := r.Reading(at); !reflect.DeepEqual(got, h) {
					t.Fatalf("%s: restored\n%+v\n%+v", log, h, got)
				}
			}
		}
	}
}

// used is the time counted in all.
func used(g Reading) time.Duration {
	var n time.Duration
	for _, l := range g.Lengths[:min(g.Here, len(g.Lengths))] {
		n += l
	}
	if g.Ended {
		return n + g.Lengths[g.Here]
	}
	return n + g.Length - g.Left
}

// revived is r saved some time before it was killed, as JSON, and restored.
func revived(t *testing.T, r Run, at time.Duration, rng *rand.Rand) Run {
	t.Helper()
	wall := time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)
	b, err := json.Marshal(r.Save("this", at, wall))
	if err != nil {
		t.Fatal(err)
	}
	var s Saved
	if err := json.Unmarshal(b, &s); err != nil {
		t.Fatal(err)
	}
	if len(s.Slots) == 0 {
		return r
	}
	got, ok := Restore(s, "this", at, wall.Add(time.Duration(rng.Int64N(int64(time.Hour)))))
	if !ok {
		t.Fatalf("refused: %s", b)
	}
	return got
}
