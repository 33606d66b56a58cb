// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"fmt"
	"testing"

	"insignia/designer"
	"insignia/internal/frametest"
	"insignia/internal/locale"
)

// mending is a store that tells of what it mended.
type mending struct {
	designer.Store
	told []designer.Mending
}

func (s *mending) Mended() []designer.Mending {
	out := s.told
	s.told = nil
	return out
}

// broken is a report with losses in it.
var broken = designer.Mending{Path: "/home/ana/insignia.db", Aside: "/home/ana/insignia.db.damaged-20261123T140200Z", Found: []designer.Found{
	{Shelf: "drafts", Name: "Bike repair buddy", From: designer.FromFile, Revision: 3, Had: 3},
	{Shelf: "drafts", Name: "Soup", From: designer.FromBackup, Revision: 2, Had: 6},
	{Shelf: "drafts", Name: "Map reader", From: designer.FromNone, Had: 1},
	{Shelf: "workshops", Name: "Library evening", From: designer.FromMirror, Revision: 1, Had: 1},
}}

func TestARepairIsToldWithTheFirstFrame(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
			st := &mending{newStore(t), []designer.Mending{broken}}
			named(t, st, "Bike repair buddy")
			o := options(t, st)
			o.Words = locale.For(lang)
			d := frametest.New(t, New(o), size[0], size[1])
			name := fmt.Sprintf("mended_%s_%dx%d", lang, size[0], size[1])
			frametest.Golden(t, name, d.Frame())
			safe(t, d, size[0], size[1])
			d.Press("pgdown", "pgdown", "pgdown")
			frametest.Golden(t, name+"_end", d.Frame())
			d.Press("enter")
			if m := d.Model().(*Model); m.popup.kind != noPopup || m.place != atList || len(m.drafts) != 1 {
				t.Errorf("%s: enter does not close it\n%s", name, d.Frame())
			}
			d.Press("down", "f1", "esc")
			if m := d.Model().(*Model); m.popup.kind != noPopup {
				t.Errorf("%s: told twice\n%s", name, d.Frame())
			}
		}
	}
}

// The news lies over a field in the middle of a word: not a letter is lost.
func TestWhatIsTypedUnderTheNewsOfARepairIsKept(t *testing.T) {
	st := &mending{Store: newStore(t)}
	d := begun(t, options(t, st), 80, 24)
	m := d.Model().(*Model)
	d.Type("Newcomers ")
	st.told = []designer.Mending{broken}
	d.Fire() // the save that met the damage
	if !d.Has("was damaged") {
		t.Fatalf("not told\n%s", d.Frame())
	}
	d.Type("who rise")
	d.Press("backspace")
	d.Type("k it")
	d.Paste(" all")
	if !d.Has("was damaged") {
		t.Fatalf("a letter closed it\n%s", d.Frame())
	}
	d.Press("enter")
	if got := m.draft.Earner.Who; got != "Newcomers who risk it all" {
		t.Errorf("kept %q\n%s", got, d.Frame())
	}
	d.Press("tab")
	if got := stored(t, st).Earner.Who; got != "Newcomers who risk it all" {
		t.Errorf("stored %q", got)
	}
}

func TestNewsOfARepairWaitsForAnotherPopup(t *testing.T) {
	st := &mending{Store: newStore(t)}
	d := begun(t, options(t, st), 80, 24)
	d.Type("x")
	d.Press("f1")
	st.told = []designer.Mending{broken, {Path: broken.Path}}
	d.Fire()
	if d.Has("was damaged") {
		t.Fatal("help vanished")
	}
	d.Press("esc")
	if !d.Has("was damaged") || !d.Has("was gone") {
		t.Fatalf("not told of both\n%s", d.Frame())
	}
	d.Press("esc")
	if m := d.Model().(*Model); m.popup.kind != noPopup || m.place != atBadge {
		t.Errorf("still there\n%s", d.Frame())
	}
}
