// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package uptime

import (
	"testing"
	"time"
)

func TestTimePassesAndNeverGoesBack(t *testing.T) {
	first, last := Now(), Now()
	if first < 0 {
		t.Fatalf("it is %v since the beginning", first)
	}
	for range 10_000 {
		at := Now()
		if at < last {
			t.Fatalf("%v after %v", at, last)
		}
		last = at
	}
	for begin := time.Now(); Now() == first; {
		if time.Since(begin) > 10*time.Second {
			t.Fatal("no time passes")
		}
	}
}

// The two clocks run side by side: a wrong unit would be far off. Sleep of the
// machine during the test, which only this clock counts, makes it no failure.
func TestItCountsInTheUnitOfDurations(t *testing.T) {
	wall, up := time.Now(), Now()
	time.Sleep(50 * time.Millisecond)
	gone, counted := time.Since(wall), Now()-up
	if counted < 30*time.Millisecond {
		t.Errorf("%v went by and %v were counted", gone, counted)
	}
}

func TestTheRunOfTheMachineKeepsItsName(t *testing.T) {
	if a, b := Boot(), Boot(); a != b {
		t.Errorf("%q, then %q", a, b)
	}
}

func BenchmarkNow(b *testing.B) {
	for b.Loop() {
		Now()
	}
}
