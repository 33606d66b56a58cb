// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"maps"
	"math/rand/v2"
	"testing"
)

// someSaves are few enough stores and counts that all four orders come up.
func someSaves(r *rand.Rand) Saves {
	s := Saves{}
	for _, name := range []string{"aa", "bb", "cc"} {
		if n := r.IntN(4); n > 0 {
			s[name] = n
		}
	}
	return s
}

var opposite = map[Order]Order{Same: Same, Older: Newer, Newer: Older, Fork: Fork}

func TestSavesAreAPartialOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	met := map[Order]int{}
	for range 5000 {
		a, b, c := someSaves(r), someSaves(r), someSaves(r)
		o := a.Compare(b)
		met[o]++
		if b.Compare(a) != opposite[o] {
			t.Fatalf("%v is %v to %v, which is %v to it", a, o, b, b.Compare(a))
		}
		if (o == Same) != maps.Equal(a, b) {
			t.Fatalf("%v and %v: same is %v", a, b, o == Same)
		}
		if o == Newer && b.Compare(c) == Newer && a.Compare(c) != Newer {
			t.Fatalf("%v is newer than %v, that than %v, and yet", a, b, c)
		}
	}
	if len(met) != 4 {
		t.Errorf("only %v were met", met)
	}
}

func TestASaveIsNewerThanWhatItWasMadeFrom(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		s := someSaves(r)
		before := s.Clone()
		one, other := s.Count("aa"), s.Count("dd")
		if one.Compare(s) != Newer || other.Compare(s) != Newer || one.Compare(other) != Fork {
			t.Fatalf("%v, then %v and %v", s, one, other)
		}
		if !maps.Equal(s, before) {
			t.Fatal("counting wrote into what was counted from")
		}
	}
	if got := Saves(nil).Count("aa"); !maps.Equal(got, Saves{"aa": 1}) {
		t.Errorf("the first save is %v", got)
	}
}

func TestBeforeSavesWereCountedTheRevisionCounts(t *testing.T) {
	old := Meta{Revision: 3}
	later := Meta{Revision: 4}
	if o := later.Descent().Compare(old.Descent()); o != Newer {
		t.Errorf("revision 4 is %v to revision 3", o)
	}
	if o := old.Descent().Count("aa").Compare(later.Descent()); o != Fork {
		t.Errorf("3 and a counted save is %v to revision 4", o)
	}
	if got := (Meta{}).Descent(); len(got) != 0 {
		t.Errorf("what was never saved descends from %v", got)
	}
	if got := (Meta{Revision: 9, Saves: Saves{"aa": 1}}).Descent(); !maps.Equal(got, Saves{"aa": 1}) {
		t.Errorf("counted saves give way to the revision: %v", got)
	}
}

func TestAnIdFollowsFromItsData(t *testing.T) {
	seen := map[string]bool{}
	for n := range 2000 {
		id := IDOf([]byte{byte(n), byte(n >> 8)})
		if !ValidID(id) || id != IDOf([]byte{byte(n), byte(n >> 8)}) {
			t.Fatalf("%q of %d", id, n)
		}
		seen[id] = true
	}
	if len(seen) != 2000 {
		t.Errorf("%d ids of 2000 data", len(seen))
	}
}
