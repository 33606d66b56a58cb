// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func scribble(seed uint64, side int) Grid {
	r := rand.New(rand.NewPCG(seed, 7))
	g := NewGrid(side)
	for y := range g.Side() {
		for x := range g.Side() {
			g.Set(x, y, Ink(r.IntN(Inks+1)))
		}
	}
	return g
}

func TestADrawingComesBackFromItsText(t *testing.T) {
	for _, side := range GridSides() {
		g := scribble(3, side)
		s := g.String()
		if len(s) != side*(side+1)-1 {
			t.Errorf("%d: %d bytes", side, len(s))
		}
		again, err := ParseGrid(s)
		if err != nil || again != g {
			t.Errorf("%d: %v", side, err)
		}
	}
	g := NewGrid(24)
	g.Set(1, 0, StarInk)
	g.Set(23, 23, ShadeInk)
	want := ".2" + strings.Repeat(".", 22) + "\n" + strings.Repeat(strings.Repeat(".", 24)+"\n", 22) + strings.Repeat(".", 23) + "6"
	if s := g.String(); s != want {
		t.Errorf("got\n%s", s)
	}
}

func TestWhatIsNoDrawingIsRefused(t *testing.T) {
	row := strings.Repeat(".", 24)
	rows := func(n int) []string { return slices.Repeat([]string{row}, n) }
	with := func(at int, s string) string {
		r := rows(24)
		r[at] = s
		return strings.Join(r, "\n")
	}
	for _, c := range []struct {
		name, text, code string
		args             Args
	}{
		{"nothing", "", "grid-rows", Args{"value": "0"}},
		{"a word", "star", "grid-rows", Args{"value": "1"}},
		{"a row too few", strings.Join(rows(23), "\n"), "grid-rows", Args{"value": "23"}},
		{"a line after the last", strings.Join(rows(24), "\n") + "\n", "grid-rows", Args{"value": "25"}},
		{"16 squares", strings.Join(slices.Repeat([]string{row[:16]}, 16), "\n"), "grid-rows", Args{"value": "16"}},
		{"a short row", with(4, row[1:]), "grid-row", Args{"row": "5", "value": "23", "need": "24"}},
		{"a long row", with(0, row+"."), "grid-row", Args{"row": "1", "value": "25", "need": "24"}},
		{"a carriage return", with(0, row+"\r"), "grid-row", Args{"row": "1", "value": "25", "need": "24"}},
		{"an ink that is none", with(2, row[:23]+"7"), "grid-square", Args{"row": "3", "value": "7"}},
		{"a nought", with(2, row[:23]+"0"), "grid-square", Args{"row": "3", "value": "0"}},
		{"a letter of two bytes", with(23, row[:23]+"ñ"), "grid-square", Args{"row": "24", "value": "ñ"}},
		{"a broken letter", with(23, row[:23]+"\xff"), "grid-square", Args{"row": "24", "value": "�"}},
		{"an escape", with(23, row[:23]+"\x1b"), "grid-square", Args{"row": "24", "value": `\x1b`}},
	} {
		g, err := ParseGrid(c.text)
		var e *Error
		if !errors.As(err, &e) || e.Code != c.code || g != (Grid{}) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		for k, v := range c.args {
			if e.Args[k] != v {
				t.Errorf("%s: %s is %q, not %q", c.name, k, e.Args[k], v)
			}
		}
	}
}

func TestASquareBesideTheDrawingIsEmptyAndStaysSo(t *testing.T) {
	g := NewGrid(24)
	for _, p := range [][2]int{{-1, 0}, {0, -1}, {24, 0}, {0, 24}, {24, 24}, {1 << 40, 3}} {
		g.Set(p[0], p[1], RimInk)
		if g.Holds(p[0], p[1]) || g.At(p[0], p[1]) != NoInk {
			t.Errorf("%v", p)
		}
	}
	g.Set(3, 3, Ink(Inks+1))
	if !g.Empty() {
		t.Error("something was drawn")
	}
	g.Set(3, 3, IconInk)
	if g.Empty() || g.At(3, 3) != IconInk {
		t.Error("nothing was drawn")
	}
	var none Grid
	none.Set(0, 0, IconInk)
	if none != (Grid{}) || none.String() != "" {
		t.Error("a drawing without squares has one")
	}
}

func TestANewDrawingHasOneOfTheSides(t *testing.T) {
	for in, want := range map[int]int{-5: 24, 0: 24, 24: 24, 25: 32, 32: 32, 33: 48, 48: 48, 500: 48} {
		if g := NewGrid(in); g.Side() != want || !g.Empty() {
			t.Errorf("%d gives %d", in, g.Side())
		}
	}
}

func TestDoublingAndHalvingGivesTheSameDrawing(t *testing.T) {
	g := scribble(5, 24)
	big := g.Resize(48)
	for y := range 48 {
		for x := range 48 {
			if big.At(x, y) != g.At(x/2, y/2) {
				t.Fatalf("%d,%d", x, y)
			}
		}
	}
	if back := big.Resize(24); back != g {
		t.Error("halved it is another")
	}
	if same := g.Resize(24); same != g {
		t.Error("at its own size it is another")
	}
}

func TestResizeLosesNoLineAndKeepsFullAndEmpty(t *testing.T) {
	for _, from := range GridSides() {
		for _, to := range GridSides() {
			for at := range from {
				g := NewGrid(from)
				for i := range from {
					g.Set(i, at, StarInk)
				}
				r := g.Resize(to)
				for x := range to {
					thick := 0
					for y := range to {
						if r.At(x, y) == StarInk {
							thick++
						}
					}
					if most := max(2, (to+from-1)/from); thick < 1 || thick > most {
						t.Fatalf("%d to %d: row %d is %d thick", from, to, at, thick)
					}
				}
			}
			full, empty := NewGrid(from), NewGrid(from)
			for i := range from * from {
				full.Set(i%from, i/from, FieldInk)
			}
			if r := full.Resize(to); strings.Contains(r.String(), ".") {
				t.Errorf("%d to %d: a full one has holes", from, to)
			}
			if r := empty.Resize(to); !r.Empty() {
				t.Errorf("%d to %d: an empty one has squares", from, to)
			}
		}
	}
}

func FuzzParseGrid(f *testing.F) {
	for _, side := range GridSides() {
		g := scribble(uint64(side), side)
		f.Add(g.String())
		f.Add(g.String() + "\n")
	}
	f.Add("")
	f.Add("....\n....")
	f.Fuzz(func(t *testing.T, s string) {
		g, err := ParseGrid(s)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || g != (Grid{}) {
				t.Fatalf("%v", err)
			}
			return
		}
		if g.String() != s {
			t.Fatal("another text")
		}
		for _, side := range gridSides {
			if r := g.Resize(side); r.Side() != side {
				t.Fatal("another side")
			}
		}
	})
}
