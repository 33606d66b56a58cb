// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"errors"
	"testing"

	"insignia/designer"
	"insignia/internal/frametest"
	"insignia/tui/screen"
)

// named is a badge that was saved under one name after the other.
func named(t *testing.T, st designer.Store, names ...string) designer.Draft {
	t.Helper()
	d := designer.New("en")
	d.Kind = designer.KindSkill
	for _, n := range names {
		d.Name = n
		var err error
		if d, err = st.Drafts().Put(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func TestAVersionComesBackAsAnEditThatCanBeUndone(t *testing.T) {
	for _, from := range []string{"list", "badge"} {
		t.Run(from, func(t *testing.T) {
			st := newStore(t)
			was := named(t, st, "Bike", "Bike repair", "Bike repair buddy")
			d := frametest.New(t, New(options(t, st)), 80, 24)
			m := d.Model().(*Model)
			if from == "badge" {
				d.Press("enter", "pgdown", "f6")
			} else {
				d.Press("v")
			}
			if !d.Has("“Bike repair buddy”, 3 versions") {
				t.Fatal(d.Frame())
			}
			d.Press("down", "down", "enter")
			if m.place != atBadge || m.draft.Name != "Bike" || !d.Has("ctrl+Z") {
				t.Fatalf("%q\n%s", m.draft.Name, d.Frame())
			}
			if got := stored(t, st); got.Name != "Bike" || got.Revision != was.Revision+1 || got.ID != was.ID {
				t.Fatalf("stored %q as %d", got.Name, got.Revision)
			}
			d.Press("ctrl+z")
			if m.draft.Name != "Bike repair buddy" || !d.Has("whole badge") {
				t.Fatalf("%q after undo\n%s", m.draft.Name, d.Frame())
			}
			d.Press("ctrl+y")
			if m.draft.Name != "Bike" {
				t.Fatalf("%q after redo", m.draft.Name)
			}
			d.Press("ctrl+z", "esc")
			if m.place != atList {
				t.Errorf("esc leads to %v", m.place)
			}
			got, _ := st.Drafts().History(context.Background(), was.ID)
			if len(got) != 4 || stored(t, st).Name != "Bike repair buddy" {
				t.Errorf("%d versions before %q", len(got), stored(t, st).Name)
			}
		})
	}
}

func TestWhatWasJustTypedIsAVersionBeforeOneComesBack(t *testing.T) {
	st := newStore(t)
	was := named(t, st, "Bike", "Bike repair")
	d := frametest.New(t, New(options(t, st)), 80, 24)
	d.Press("enter")
	d.Type("Neighbours")
	d.Press("f6", "down", "down", "enter")
	m := d.Model().(*Model)
	if m.draft.Name != "Bike" || m.draft.Earner.Who != "" {
		t.Fatalf("%q for %q\n%s", m.draft.Name, m.draft.Earner.Who, d.Frame())
	}
	all, err := designer.Versions(context.Background(), st.Drafts(), was.ID)
	if err != nil || len(all) != 4 || all[1].Draft.Earner.Who != "Neighbours" {
		t.Fatalf("%d versions, %v", len(all), err)
	}
	d.Press("ctrl+z")
	if m.draft.Earner.Who != "Neighbours" {
		t.Errorf("after undo it is for %q", m.draft.Earner.Who)
	}
}

func TestAVersionIsNamedInTheStore(t *testing.T) {
	st := newStore(t)
	was := named(t, st, "Bike", "Bike repair")
	d := frametest.New(t, New(options(t, st)), 80, 24)
	d.Press("v", "down", "n")
	d.Type("As it began")
	d.Press("enter")
	if !d.Has("“As it began”") {
		t.Error(d.Frame())
	}
	if got, err := st.Drafts().Checkpoints(context.Background(), was.ID); err != nil || got[1] != "As it began" {
		t.Errorf("%v, %v", got, err)
	}
	d.Press("esc")
	if m := d.Model().(*Model); m.place != atList {
		t.Errorf("esc leads to %v", m.place)
	}
}

func TestABadgeThatWasNeverSavedHasNoVersions(t *testing.T) {
	d := begun(t, options(t, newStore(t)), 80, 24)
	d.Press("esc", "n", "f6")
	if m := d.Model().(*Model); m.place != atBadge || !d.Has("Nothing of this badge is saved yet.") {
		t.Errorf("at %v\n%s", m.place, d.Frame())
	}
}

// While the store refuses to save, what stands on the screen is not left.
func TestWhatCannotBeSavedIsNotLeftForItsVersions(t *testing.T) {
	st := &faulty{Store: newStore(t)}
	named(t, st, "Bike")
	d := frametest.New(t, New(options(t, st)), 80, 24)
	d.Press("enter")
	st.refuse = errors.New("no room")
	d.Type("Neighbours")
	d.Press("f6")
	if m := d.Model().(*Model); m.place != atBadge || !d.Has("Not saved") || m.draft.Earner.Who != "Neighbours" {
		t.Errorf("at %v\n%s", m.place, d.Frame())
	}
}

func TestADeletedBadgeComesBackFromTheBin(t *testing.T) {
	st := newStore(t)
	named(t, st, "Bike")
	named(t, st, "Soup")
	w := evening(t, st)
	if err := st.Workshops().Delete(context.Background(), w.ID, w.Revision); err != nil {
		t.Fatal(err)
	}
	d := frametest.New(t, New(options(t, st)), 80, 24)
	m := d.Model().(*Model)
	d.Press("x", "u")
	if !d.Has("30 days left") || !d.Has("Workshop: Library evening") || len(m.bin) != 2 {
		t.Fatal(d.Frame())
	}
	d.Press("enter")
	if m.room != screen.Bin || len(m.bin) != 1 || len(m.drafts) != 2 {
		t.Fatalf("%d badges\n%s", len(m.drafts), d.Frame())
	}
	d.Press("enter") // the last: back to where one came from
	if m.place != atList || len(m.workshops) != 1 {
		t.Fatalf("%d workshops\n%s", len(m.workshops), d.Frame())
	}
	d.Press("ctrl+z")
	if !d.Has("Nothing to undo.") {
		t.Errorf("what is back would come back again\n%s", d.Frame())
	}
	d.Press("u")
	if !d.Has("Nothing is deleted.") {
		t.Error(d.Frame())
	}
}

func TestTheListShowsTheBadgeThatCameBackLast(t *testing.T) {
	st := newStore(t)
	for _, n := range []string{"Bike", "Soup", "Map"} {
		named(t, st, n)
	}
	d := frametest.New(t, New(options(t, st)), 80, 24)
	d.Press("end")
	want := d.Frame()
	d.Press("x", "u", "enter")
	d.Press("f1", "esc") // the sentence is gone
	if got := d.Frame(); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// Another window brings back, or deletes, what is looked at here.
func TestWhatAnotherWindowDidIsSaid(t *testing.T) {
	st := newStore(t)
	was := named(t, st, "Bike", "Bike repair")
	named(t, st, "Soup")
	d := frametest.New(t, New(options(t, st)), 80, 24)
	m := d.Model().(*Model)
	if m.drafts[0].ID == was.ID {
		d.Press("up")
	} else {
		d.Press("down")
	}
	d.Press("x", "u")
	if _, err := st.Drafts().Undelete(context.Background(), was.ID); err != nil {
		t.Fatal(err)
	}
	d.Press("enter")
	if !m.alarm || len(m.bin) != 0 {
		t.Errorf("alarm %v, %d in the bin\n%s", m.alarm, len(m.bin), d.Frame())
	}
	d.Press("esc", "v")
	id := m.versions[0].Draft.ID
	if err := st.Drafts().Delete(context.Background(), id, m.versions[0].Draft.Revision); err != nil {
		t.Fatal(err)
	}
	d.Press("n")
	d.Type("x")
	d.Press("enter")
	if !m.alarm {
		t.Errorf("a name for what is gone\n%s", d.Frame())
	}
}

func TestAWorkshopComesBackToTheListOfWorkshops(t *testing.T) {
	st := newStore(t)
	named(t, st, "Bike")
	w := evening(t, st)
	if err := st.Workshops().Delete(context.Background(), w.ID, w.Revision); err != nil {
		t.Fatal(err)
	}
	d := frametest.New(t, New(options(t, st)), 80, 24)
	d.Press("w", "u", "enter")
	if m := d.Model().(*Model); m.room != screen.Workshops || !d.Has("Library evening") {
		t.Errorf("in %q\n%s", m.room, d.Frame())
	}
}

func TestHostileTextHarmsNoVersionAndNothingDeleted(t *testing.T) {
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			for _, size := range [][2]int{{40, 12}, {80, 24}} {
				st := newStore(t)
				d := begun(t, options(t, st), size[0], size[1])
				d.Paste(text)
				d.Press("pgup")
				d.Press("down", "down", "down", "down")
				d.Paste(text)
				ok := func() { t.Helper(); safe(t, d, size[0], size[1]) }
				d.Press("f6")
				ok()
				d.Press("down", "n")
				d.Paste(text)
				ok()
				d.Press("enter")
				ok()
				d.Press("down", "enter", "esc")
				ok()
				d.Press("x", "u")
				ok()
			}
		})
	}
}
