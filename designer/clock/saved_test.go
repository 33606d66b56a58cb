// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clock

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"insignia/designer"
)

var noon = time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)

func TestAKilledProgramGoesOnWithItsRun(t *testing.T) {
	const at = 5 * time.Hour // of the machine
	saved := Start(sprint(t), at).Save("monday", at+30*sec, noon)
	for _, c := range []struct {
		name   string
		boot   string
		at     time.Duration
		wall   time.Time
		used   time.Duration // since the start
		paused bool
	}{
		{"at once", "monday", at + 30*sec, noon, 30 * sec, false},
		{"a minute later", "monday", at + 90*sec, noon.Add(minute), 90 * sec, false},
		{"the clock on the wall was put back", "monday", at + 90*sec, noon.Add(-5 * time.Hour), 90 * sec, false},
		{"and ahead", "monday", at + 90*sec, noon.Add(5000 * time.Hour), 90 * sec, false},
		{"the machine began anew", "tuesday", 40 * sec, noon.Add(minute), 90 * sec, false},
		{"and is older than before", "tuesday", 6 * time.Hour, noon.Add(minute), 90 * sec, false},
		{"and its clock is wrong", "tuesday", 40 * sec, noon.Add(-minute), 30 * sec, true},
		{"and nobody came before the next day", "tuesday", 40 * sec, noon.Add(24 * time.Hour), 30 * sec, true},
		{"a machine without a name", "", at + 90*sec, noon.Add(minute + 3*sec), 90 * sec, false},
		{"without a name, begun anew", "", 40 * sec, noon.Add(minute), 90 * sec, false},
		{"without a name, begun anew and older than before", "", at + time.Hour, noon.Add(minute), 90 * sec, false},
		{"without a name, nothing fits", "", at + time.Hour, noon.Add(-minute), 30 * sec, true},
		{"the same machine went back", "monday", at, noon.Add(minute), 90 * sec, false},
	} {
		r, ok := Restore(saved, c.boot, c.at, c.wall)
		g := r.Reading(c.at)
		if !ok || g.Left != 2*minute-c.used || g.Paused != c.paused {
			t.Errorf("%s: %v, %v left, paused %v; want %v, %v", c.name, ok, g.Left, g.Paused, 2*minute-c.used, c.paused)
		}
	}
}

func TestAPausedRunStaysPaused(t *testing.T) {
	saved := Start(sprint(t), 0).Private(true).Soft(0, true).Pause(30*sec).Save("monday", minute, noon)
	r, ok := Restore(saved, "friday", 7*time.Hour, noon.Add(96*time.Hour))
	if g := r.Reading(9 * time.Hour); !ok || !g.Paused || g.Left != 90*sec || !g.Private || !g.Soft {
		t.Errorf("%v %+v", ok, g)
	}
	r = r.Resume(9 * time.Hour)
	reads(t, r, 9*time.Hour+sec, 0, 89*sec, 20*minute-31*sec, 0)
}

func TestTheWallIsReadWithoutItsOtherClock(t *testing.T) {
	now := time.Now() // carries a monotonic reading, which a file does not
	saved := Start(sprint(t), 0).Save("monday", 0, now)
	if r, ok := Restore(saved, "tuesday", 0, now.Round(0).Add(minute)); !ok || r.Reading(0).Left != minute {
		t.Errorf("%v %+v", ok, r.Reading(0))
	}
}

func TestWhatNoRunCanBeIsRefused(t *testing.T) {
	good := Start(sprint(t), 0).Next(minute).Save("", 2*minute, noon)
	if _, ok := Restore(good, "", 2*minute, noon); !ok {
		t.Fatal("a good one is refused")
	}
	for name, spoil := range map[string]func(*Saved){
		"no slots":                func(s *Saved) { s.Slots, s.Past = nil, nil },
		"more past than slots":    func(s *Saved) { s.Slots = s.Slots[:1] },
		"a slot without time":     func(s *Saved) { s.Slots[2].Minutes = 0 },
		"a slot of a year":        func(s *Saved) { s.Slots[2].Minutes = 500_000 },
		"too many slots":          func(s *Saved) { s.Slots = make([]designer.Slot, designer.MaxSlots+1) },
		"a length below zero":     func(s *Saved) { s.Now.Length = -sec },
		"no length":               func(s *Saved) { s.Now.Length = 0 },
		"a length beyond measure": func(s *Saved) { s.Past[0].Length = longest + sec },
		"parts of seconds":        func(s *Saved) { s.Past[0].Used++ },
		"used below zero":         func(s *Saved) { s.Now.Used = -1 },
		"used beyond measure":     func(s *Saved) { s.Now.Used = math.MaxInt64 },
		"ended in the middle":     func(s *Saved) { s.Ended = true },
		"before the beginning":    func(s *Saved) { s.At = math.MinInt64 },
		"after all ends":          func(s *Saved) { s.At = math.MaxInt64 },
	} {
		s := Start(sprint(t), 0).Next(minute).Save("", 2*minute, noon)
		spoil(&s)
		if _, ok := Restore(s, "", 2*minute, noon); ok {
			t.Errorf("%s: taken", name)
		}
	}
}

// Whatever a file says, a run made of it can be read and worked with.
func FuzzRestore(f *testing.F) {
	for _, s := range []Saved{
		Start(designer.Agenda{Slots: []designer.Slot{{ID: "why", Minutes: 3}, {ID: "criteria", Minutes: 9}}}, 0).Next(minute).Save("a", 2*minute, noon),
		Start(designer.Agenda{Slots: []designer.Slot{{ID: "why", Minutes: 3}}}, 0).Soft(0, true).Save("", time.Hour, noon),
		{},
	} {
		b, err := json.Marshal(s)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b, int64(time.Hour), int64(30))
	}
	f.Fuzz(func(t *testing.T, b []byte, at, wall int64) {
		var s Saved
		if json.Unmarshal(b, &s) != nil {
			return
		}
		now := time.Duration(at & math.MaxInt64 % int64(mostAt))
		r, ok := Restore(s, "a", now, time.Unix(wall, 0))
		if !ok {
			return
		}
		for range 3 {
			for _, o := range ops {
				now += 7 * sec
				r = o.do(r, now)
				g := r.Reading(now)
				if len(g.Lengths) != len(s.Slots) || g.All < 0 || !(g.Part >= 0 && g.Part <= 1) {
					t.Fatalf("%s: %+v", o.name, g)
				}
			}
		}
	})
}
