// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"testing"

	"insignia/designer"
)

func TestUndoTakesAWordAtATimeAndRedoBringsItBack(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	d.Type("new people here")
	for _, want := range []string{"new people", "new", ""} {
		d.Press("ctrl+z")
		if got := d.Model().(*Model).draft.Earner.Who; got != want {
			t.Fatalf("after undo %q, want %q", got, want)
		}
	}
	for _, want := range []string{"new", "new people", "new people here"} {
		d.Press("ctrl+y")
		if got := d.Model().(*Model).draft.Earner.Who; got != want {
			t.Fatalf("after redo %q, want %q", got, want)
		}
	}
	if !d.Has("new people here") {
		t.Fatalf("the field does not show what the draft has\n%s", d.Frame())
	}
	d.Fire()
	if got := stored(t, st).Earner.Who; got != "new people here" {
		t.Fatalf("stored %q", got)
	}
}

func TestUndoGoesToWhatItChanges(t *testing.T) {
	d := begun(t, options(t, newStore(t)), 80, 24)
	d.Type("Newcomers")
	d.Press("pgdown", "pgdown")
	d.Press("ctrl+z")
	if !d.Has("Who is it for?") || !d.Has("Undone: Who it is for") {
		t.Fatalf("undo of another question is not shown\n%s", d.Frame())
	}
	d.Press("ctrl+z", "ctrl+z", "ctrl+z")
	if !d.Has("What badge are you making?") {
		t.Fatalf("undo of the name is not shown\n%s", d.Frame())
	}
}

func TestUndoOfNothingSaysSo(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("ctrl+z")
	if !d.Has("Nothing to undo.") {
		t.Fatal(d.Frame())
	}
	d.Press("ctrl+y")
	if !d.Has("Nothing to redo.") {
		t.Fatal(d.Frame())
	}
}

func TestADeletedBadgeComesBack(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	d.Press("esc", "x")
	if !d.Has("“Bike Repair Buddy” is deleted. ctrl+Z brings it back.") || !d.Has("0 badges") {
		t.Fatalf("after x\n%s", d.Frame())
	}
	if sums, _ := st.Drafts().List(context.Background(), designer.Page{}); len(sums) != 0 {
		t.Fatal("still in the store")
	}
	d.Press("ctrl+z")
	if !d.Has("It is back.") || !d.Has("Bike Repair Buddy") {
		t.Fatalf("after ctrl+Z\n%s", d.Frame())
	}
	stored(t, st)
}

func TestStepsAreReorderedDroppedAndBroughtBack(t *testing.T) {
	d := begun(t, options(t, newStore(t)), 80, 24)
	d.Press("pgdown", "pgdown", "pgdown")
	d.Type("First")
	d.Press("enter")
	d.Type("Second")
	d.Press("enter")
	d.Type("Third")
	steps := func() (out []string) {
		for _, s := range d.Model().(*Model).draft.Criteria.Steps {
			out = append(out, s.Text)
		}
		return
	}
	expect := func(what string, want ...string) {
		t.Helper()
		got := steps()
		if len(got) != len(want) {
			t.Fatalf("%s: %q, want %q", what, got, want)
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("%s: %q, want %q", what, got, want)
			}
		}
	}
	expect("typed", "First", "Second", "Third")
	d.Press("alt+up", "alt+up")
	expect("moved up twice", "Third", "First", "Second")
	d.Press("alt+down")
	expect("moved down", "First", "Third", "Second")
	d.Press("ctrl+d")
	expect("dropped", "First", "Second")
	d.Press("ctrl+z")
	expect("undone", "First", "Third", "Second")
}
