// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"fmt"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/clock"
	"insignia/render/proof"
)

// rooms of the look: the keys that lead in from the first row.
var lookRooms = map[string][]string{
	"the look":     nil,
	"the drawing":  {"down", "down", "down", "down", "down", "right", "right", "right", "down", "enter"},
	"a picture":    {"down", "down", "down", "down", "down", "right", "right", "right", "right", "down", "enter"},
	"four designs": {"f7"},
	"seen small":   {"f4"},
}

func TestTheClockShowsWhereverTheLookIsMade(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {64, 16}, {80, 24}, {120, 40}} {
		for name, keys := range lookRooms {
			t.Run(fmt.Sprintf("%s at %dx%d", name, size[0], size[1]), func(t *testing.T) {
				d, m := on(t, designer.AskLook, size[0], size[1])
				d.Press(keys...)
				agenda := designer.Agenda{Slots: []designer.Slot{{ID: "look", Minutes: 14}, {ID: "next", Minutes: 6}}}
				run := clock.Start(agenda, m.uptime())
				m.timer.run, m.drawn = run, false
				d.Resize(size[0], size[1]+1)
				if head, _, _ := strings.Cut(d.Frame(), "\n"); !strings.Contains(head, "14 min") {
					t.Errorf("no clock\n%s", d.Frame())
				}
				m.timer.run, m.drawn = run.Private(true), false
				d.Resize(size[0], size[1])
				if head, _, _ := strings.Cut(d.Frame(), "\n"); strings.Contains(head, "min") {
					t.Errorf("a clock that is the facilitator's own\n%s", d.Frame())
				}
			})
		}
	}
}

func TestTheWayOutIsSeenAndClicked(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		for name, keys := range lookRooms {
			if keys == nil {
				continue
			}
			d, m := on(t, designer.AskLook, size[0], size[1])
			d.Press(keys...)
			rows := strings.Split(strings.TrimRight(d.Frame(), "\n"), "\n")
			last := rows[len(rows)-1]
			if !strings.Contains(last, "esc") {
				t.Errorf("%s at %v: nobody is told how to leave: %s", name, size, last)
				continue
			}
			d.Click(len([]rune(last[:strings.Index(last, "esc")])), size[1]-1)
			if m.place != atBadge || m.question != designer.AskLook {
				t.Errorf("%s at %v: a click on it does not leave\n%s", name, size, d.Frame())
			}
		}
	}
}

func TestAChangeOfTheProofIsTakenBackThere(t *testing.T) {
	d, m := on(t, designer.AskLook, 80, 24)
	d.Press("right", "f4")
	was := m.draft.Look
	if len(proof.Fixes(m.draft)) == 0 {
		t.Fatal("nothing to change")
	}
	d.Press("1")
	changed := m.draft.Look
	if changed == was {
		t.Fatal("nothing was changed")
	}
	d.Press("ctrl+z")
	if m.draft.Look != was || m.place != atRoom {
		t.Errorf("not taken back\n%s", d.Frame())
	}
	d.Press("ctrl+y")
	if m.draft.Look != changed {
		t.Error("not done again")
	}
	d.Press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
	if m.draft.Name != "Bike Repair Buddy" || m.place != atRoom || m.question != designer.AskLook || !d.Has("Nothing to undo") {
		t.Errorf("what is out of sight was taken back: %q\n%s", m.draft.Name, d.Frame())
	}
}

func TestWhatIsMendedByDrawingIsNotToldAnyMore(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {120, 40}} {
		d, _ := on(t, designer.AskLook, size[0], size[1])
		middle(d, 3)
		d.Fire()
		if !strings.Contains(strings.Join(strings.Fields(d.Frame()), " "), "There is nothing") {
			t.Fatalf("not told\n%s", d.Frame())
		}
		d.Press("enter", "space", "esc")
		if d.Has("There is nothing") {
			t.Errorf("still told\n%s", d.Frame())
		}
	}
}

func TestAFileDroppedAfterOneThatCouldNotBeReadTakesItsPlace(t *testing.T) {
	d, m := on(t, designer.AskLook, 80, 24)
	d.Press(lookRooms["a picture"]...)
	d.Paste("/nowhere/photo.heic")
	d.Press("enter")
	if m.brought != nil || m.say == "" {
		t.Fatalf("it was read\n%s", d.Frame())
	}
	d.Paste(paper(t))
	d.Press("enter")
	if m.brought == nil {
		t.Errorf("not read\n%s", d.Frame())
	}
}

func TestTheSheetFillsItsPlaceAgainWhenTheWindowGrows(t *testing.T) {
	d, m := on(t, designer.AskLook, 40, 12)
	middle(d, 3)
	d.Press("enter", "space")
	for range 11 {
		d.Press("right", "down")
	}
	d.Press("space")
	d.Resize(120, 40)
	fresh, _ := on(t, designer.AskLook, 120, 40)
	middle(fresh, 3)
	fresh.Press("enter", "space")
	for range 11 {
		fresh.Press("right", "down")
	}
	fresh.Press("space")
	if got, want := d.Frame(), fresh.Frame(); got != want {
		t.Errorf("after growing\n%s\nat that size\n%s", got, want)
	}
	for _, l := range m.layers() {
		if l.ID == "canvas" {
			d.Click(l.Area.Min.X, l.Area.Min.Y)
		}
	}
	if m.draft.Look.Pixels[0] != '1' {
		t.Errorf("a click on the first square draws elsewhere\n%s", m.draft.Look.Pixels)
	}
}
