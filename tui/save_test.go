// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"slices"
	"syscall"
	"testing"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/frametest"
)

// stored is the one badge in the store.
func stored(t testing.TB, st designer.Store) designer.Draft {
	t.Helper()
	sums, err := st.Drafts().List(context.Background(), designer.Page{})
	if err != nil || len(sums) != 1 {
		t.Fatalf("badges in the store: %v, %v; want one", sums, err)
	}
	d, err := st.Drafts().Get(context.Background(), sums[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// begun is the program with a named badge and the cursor in question 1.
func begun(t testing.TB, o Options, w, h int) *frametest.Driver {
	t.Helper()
	d := frametest.New(t, New(o), w, h)
	d.Press("enter")
	d.Type("Bike Repair Buddy")
	d.Press("enter")
	return d
}

func TestSavedIsShownOnlyAfterTheStoreHasIt(t *testing.T) {
	st := &faulty{Store: newStore(t)}
	d := begun(t, options(t, st), 80, 24)
	d.Type("Newcomers")
	if !d.Has("saving …") || stored(t, st).Earner.Who != "" {
		t.Fatalf("before the timer: shown or stored too early\n%s", d.Frame())
	}
	d.Fire()
	if !d.Has("saved 14:02") || stored(t, st).Earner.Who != "Newcomers" {
		t.Fatalf("after the timer: stored %q\n%s", stored(t, st).Earner.Who, d.Frame())
	}
}

func TestLeavingAFieldSavesAtOnce(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	d.Type("Newcomers")
	d.Press("tab")
	if got := stored(t, st).Earner.Who; got != "Newcomers" {
		t.Fatalf("stored %q", got)
	}
}

func TestTypingWithoutAPauseIsSavedToo(t *testing.T) {
	st := &faulty{Store: newStore(t)}
	d := begun(t, options(t, st), 80, 24)
	before := st.puts
	d.Type("one")
	d.Fire()
	d.Type(" two")
	d.Fire()
	if got := stored(t, st).Earner.Who; got != "one two" || st.puts != before+2 {
		t.Fatalf("stored %q with %d saves", got, st.puts-before)
	}
}

func TestAnUnchangedBadgeIsNotSavedAgain(t *testing.T) {
	st := &faulty{Store: newStore(t)}
	d := begun(t, options(t, st), 80, 24)
	d.Fire()
	before := st.puts
	d.Press("pgdown", "pgdown", "pgup", "tab", "esc")
	if st.puts != before {
		t.Fatalf("%d saves without an edit", st.puts-before)
	}
}

func TestADiskThatIsFullLosesNothingAndIsTriedAgain(t *testing.T) {
	st := &faulty{Store: newStore(t)}
	d := begun(t, options(t, st), 80, 24)
	d.Type("Newcomers")
	st.refuse = syscall.ENOSPC
	d.Fire()
	if !d.Has("NOT SAVED") || !d.Has("Newcomers") {
		t.Fatalf("the failure is not shown, or the text is gone\n%s", d.Frame())
	}
	d.Type(" of 16")
	d.Press("esc")
	if !d.Has("Newcomers of 16") {
		t.Fatalf("left a badge that is not saved\n%s", d.Frame())
	}
	st.refuse = nil
	d.Fire()
	if !d.Has("saved 14:02") || stored(t, st).Earner.Who != "Newcomers of 16" {
		t.Fatalf("not tried again: stored %q\n%s", stored(t, st).Earner.Who, d.Frame())
	}
}

func TestAConflictKeepsBothVersions(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	d.Fire()
	other := stored(t, st)
	other.Earner.Who = "Typed in another window"
	if _, err := st.Drafts().Put(context.Background(), other); err != nil {
		t.Fatal(err)
	}
	d.Type("Typed here")
	d.Press("tab")
	sums, err := st.Drafts().List(context.Background(), designer.Page{})
	if err != nil || len(sums) != 2 {
		t.Fatalf("%v, %v: want two badges\n%s", sums, err, d.Frame())
	}
	seen := map[string]string{}
	for _, s := range sums {
		b, _ := st.Drafts().Get(context.Background(), s.ID)
		seen[b.Name] = b.Earner.Who
	}
	if seen["Bike Repair Buddy"] != "Typed in another window" || seen["Bike Repair Buddy (2)"] != "Typed here" {
		t.Fatalf("kept %v", seen)
	}
	d.Type(", and on")
	d.Fire()
	if !d.Has("saved 14:02") {
		t.Fatalf("the copy is not saved further\n%s", d.Frame())
	}
}

func TestCtrlCSaysThatAllIsSavedAndLeavesTheSecondTime(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	d.Type("Newcomers")
	d.Press("ctrl+c")
	if d.Quit() || !d.Has("Everything is saved. Press ctrl+C again to leave.") || stored(t, st).Earner.Who != "Newcomers" {
		t.Fatalf("after the first ctrl+C\n%s", d.Frame())
	}
	d.Type("!")
	d.Press("ctrl+c")
	if d.Quit() {
		t.Fatal("left although something was typed between the two")
	}
	d.Press("ctrl+c")
	if !d.Quit() || stored(t, st).Earner.Who != "Newcomers!" {
		t.Fatalf("quit %v, stored %q", d.Quit(), stored(t, st).Earner.Who)
	}
}

func TestASignalSavesAndLeaves(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	d.Type("Newcomers")
	d.Send(leaveMsg{})
	if !d.Quit() || stored(t, st).Earner.Who != "Newcomers" {
		t.Fatalf("quit %v, stored %q", d.Quit(), stored(t, st).Earner.Who)
	}
}

func TestWhatATerminalTookAwayIsSavedAfterwards(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	d.Type("Newcomers")
	if err := d.Model().(*Model).flush(); err != nil {
		t.Fatal(err)
	}
	if got := stored(t, st).Earner.Who; got != "Newcomers" {
		t.Fatalf("stored %q", got)
	}
}

// Keys typed before the first list has been read wait, and none is lost.
func TestKeysTypedAheadOfTheStoreWait(t *testing.T) {
	m := New(options(t, newStore(t)))
	m.w, m.h = 80, 24
	cmd := m.Init()
	for _, k := range []string{"enter", "M", "a", "p", "enter", "W", "h", "o"} {
		msg, ok := frametest.Key(k)
		if !ok {
			t.Fatal(k)
		}
		m.Update(msg)
	}
	if len(m.queue) != 8 {
		t.Fatalf("%d keys wait, not 8", len(m.queue))
	}
	_ = cmd
	m.Update(list(m.opts.Store, m.opts.Now)()) // nothing there: a badge begins
	m.Update(begin(designer.New("en"))())
	if m.draft.Name != "Map" || m.draft.Earner.Who != "Who" {
		t.Fatalf("name %q, earner %q", m.draft.Name, m.draft.Earner.Who)
	}
}

// A field left while the save before is still on its way is saved right after
// it, not when the next timer comes.
func TestAFieldLeftDuringASaveIsSavedRightAfter(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	d.Fire()
	m := d.Model().(*Model)
	d.Type("a")
	first := m.save()
	d.Type("b")
	d.Press("tab") // asks for a save; one is on its way
	_, cmd := m.Update(first())
	if cmd == nil {
		t.Fatal("no second save follows the first")
	}
	both, ok := cmd().(tea.BatchMsg) // the other one asks for repairs
	if !ok {
		t.Fatal("the second save goes alone")
	}
	m.Update(both[0]())
	if got := stored(t, st).Earner.Who; got != "ab" || m.saver.dirty() {
		t.Fatalf("stored %q, dirty %v", got, m.saver.dirty())
	}
}

// However often a field is saved while somebody writes in it, the history has
// it once: as it was left.
func TestTheSavesOfOneFieldVisitAreOneVersion(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	d.Fire()
	for _, word := range []string{"People ", "who ", "are ", "new"} {
		d.Type(word)
		d.Fire()
	}
	d.Press("pgdown") // the issuer
	for _, word := range []string{"The ", "library"} {
		d.Type(word)
		d.Fire()
	}
	d.Press("pgup")
	now := stored(t, st)
	past, err := st.Drafts().History(t.Context(), now.ID)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range append([]designer.Draft{now}, past...) {
		got = append(got, p.Earner.Who+"|"+p.Issuer.Name)
	}
	want := []string{"People who are new|The library", "People who are new|", "|"}
	if !slices.Equal(got[:min(2, len(got))], want[:2]) || slices.Contains(got, "People who |") || slices.Contains(got, "People who are new|The ") {
		t.Errorf("versions, newest first: %q, want %q", got, want)
	}
}
