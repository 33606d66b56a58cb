// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/frametest"
	"insignia/internal/locale"
	"insignia/tui/screen"
)

// keyed are letters as keyboards and input methods send them, with the cells
// they take: one of Latin, of Japanese, Chinese and Korean, an accent that
// comes after its letter, an emoji.
var keyed = []struct {
	text  string
	cells int
}{{"a", 1}, {"é", 1}, {"界", 2}, {"か", 2}, {"한", 2}, {"e", 1}, {"\u0301", 0}, {"ñ", 1}, {"🎓", 2}, {"z", 1}}

// follow types letters and holds the cursor to standing behind each of them,
// and before it to standing where the letter then appeared.
func follow(t *testing.T, d *frametest.Driver, where string) {
	t.Helper()
	x, y, shown := d.Cursor()
	if !shown {
		t.Errorf("%s: no cursor where a letter is text:\n%s", where, d.Frame())
		return
	}
	for _, k := range keyed {
		if d.Type(k.text); strings.Contains(d.Frame(), "field holds 3 ") {
			return // the letters in the middle: more do not fit
		}
		nx, ny, shown := d.Cursor()
		if !shown {
			t.Errorf("%s: no cursor after %q:\n%s", where, k.text, d.Frame())
			return
		}
		broke := ny == y+1 && d.Cell(x, y).Text == k.text // the line was full
		if k.cells > 0 && !broke && (nx < k.cells || d.Cell(nx-k.cells, ny).Text != k.text) {
			t.Errorf("%s: after %q the cursor at %d,%d is not behind it:\n%s", where, k.text, nx, ny, d.Frame())
		}
		// In the same place as before, unless the line scrolled under it or broke.
		if ny == y && nx > x+k.cells {
			t.Errorf("%s: %q took the cursor from column %d to %d", where, k.text, x, nx)
		}
		x, y = nx, ny
	}
	if d.Press("left"); strings.HasPrefix(where, "look") {
		return // where arrows choose
	}
	if bx, by, shown := d.Cursor(); !shown || by != y || bx != x-1 || d.Cell(bx, by).Text != "z" {
		t.Errorf("%s: one to the left the cursor is at %d,%d, not at %d,%d", where, bx, by, x-1, y)
	}
}

var narrowAndWide = [][2]int{{40, 12}, {80, 24}, {120, 40}}

func TestTheCursorStandsWhereTheNextLetterGoes(t *testing.T) {
	for _, size := range narrowAndWide {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			o := options(t, newStore(t))
			b := designer.New("en")
			o.Begin = &b
			d := frametest.New(t, New(o), size[0], size[1])
			m := d.Model().(*Model)
			for _, q := range designer.Questions() {
				at(d, q)
				d.Press("f3")
				at(d, q)
				met := 0
				for range 30 { // fields of a question, and parts of their items
					if m.question != q {
						break
					}
					if m.screen.Typing() {
						met++
						follow(t, d, q.String())
					} else if _, _, shown := d.Cursor(); shown {
						t.Errorf("%s: a cursor where nothing is typed:\n%s", q, d.Frame())
					}
					d.Press("tab")
				}
				if met == 0 && q < designer.AskLook && q > designer.Start {
					t.Errorf("%s: no field to type in was met", q)
				}
			}
		})
	}
}

// Every room in which something is typed, and the two searches.
func TestTheCursorFollowsInEveryRoom(t *testing.T) {
	for _, size := range narrowAndWide {
		w, h := size[0], size[1]
		t.Run(fmt.Sprintf("%dx%d", w, h), func(t *testing.T) {
			st := newStore(t)
			evening(t, st)
			put := designer.New("en")
			put.ID, put.Name = "6f1c2d1e-0000-4000-8000-000000000002", "Bike"
			if _, err := st.Drafts().Put(t.Context(), put); err != nil {
				t.Fatal(err)
			}
			o := options(t, st)
			o.Words = locale.For("en")
			start := func(v screen.Visit) *frametest.Driver {
				o.Room = v
				return frametest.New(t, New(o), w, h)
			}
			ws, err := st.Workshops().List(t.Context(), designer.Page{})
			if err != nil || len(ws) == 0 {
				t.Fatal(ws, err)
			}
			every := func(name string, d *frametest.Driver, next string, steps, least int) {
				m, met := d.Model().(*Model), 0
				for range steps {
					if m.screen.Typing() {
						met++
						follow(t, d, name)
					}
					d.Press(next)
				}
				if met < least {
					t.Errorf("%s: %d fields to type in were met:\n%s", name, met, d.Frame())
				}
			}
			d := start(screen.Visit{Room: screen.Workshop, ID: ws[0].ID})
			d.Press("c")
			every("the preset", d, "tab", 16, 3)
			d = start(screen.Visit{Room: screen.Entry, ID: ws[0].ID})
			every("typing up paper", d, "tab", 10, 5)
			d = start(screen.Visit{Room: screen.Gather})
			every("gathering", d, "down", 4, 1)

			d = start(screen.Visit{})
			m := d.Model().(*Model)
			m.showList("")
			d.Press("/")
			d.Type("ab界")
			if x, y, shown := d.Cursor(); !shown || d.Cell(x-2, y).Text != "界" {
				t.Errorf("the search of the list: cursor at %d,%d %v\n%s", x, y, shown, d.Frame())
			}
		})
	}
}

func TestTheSearchForAnIconHasTheCursor(t *testing.T) {
	d := opened(t, "bike-repair-buddy", "en", 80, 24)
	at(d, designer.AskLook)
	m := d.Model().(*Model)
	for range 12 {
		if m.screen.Typing() {
			break
		}
		d.Press("down")
	}
	d.Type("bi")
	if x, y, shown := d.Cursor(); !shown || d.Cell(x-1, y).Text != "i" {
		t.Errorf("cursor at %d,%d %v\n%s", x, y, shown, d.Frame())
	}
}

func TestAPopupHidesTheCursorBelowIt(t *testing.T) {
	d := opened(t, "bike-repair-buddy", "en", 80, 24)
	at(d, designer.AskWhy)
	for _, k := range []string{"f1", "f2"} {
		d.Press(k)
		if x, y, shown := d.Cursor(); shown {
			t.Errorf("%s: the cursor shows through at %d,%d", k, x, y)
		}
		d.Press("esc")
		if _, _, shown := d.Cursor(); !shown {
			t.Errorf("%s closed: the cursor is gone", k)
		}
	}
}

func TestTheCursorBlinksUnlessEverythingIsStill(t *testing.T) {
	for _, still := range []bool{false, true} {
		o := options(t, newStore(t))
		b := designer.New("en")
		o.Begin = &b
		o.Settings.Still = still
		d := frametest.New(t, New(o), 80, 24)
		at(d, designer.AskEarner)
		if c := d.View().Cursor; c == nil || c.Blink == still || c.Shape != tea.CursorBar {
			t.Errorf("still %v: %+v", still, c)
		}
	}
}

// The real bytes on an emulated terminal end with the cursor in its place.
func TestATerminalsOwnCursorFollowsTheText(t *testing.T) {
	o := options(t, newStore(t))
	b := designer.New("en")
	o.Begin = &b
	p := frametest.NewTerminal(t, New(o), 80, 24)
	p.Until("1 ")
	p.Keys("\x1b[6~")
	p.Keys("Bike 界e\u0301")
	p.Until("Bike 界")
	var x, y int
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if x, y = p.Cursor(); x == 4+2+8 {
			return
		}
	}
	t.Errorf("the cursor stands at %d,%d on\n%s", x, y, p.Screen())
}
