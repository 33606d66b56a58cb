// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pen

import (
	"math/rand/v2"
	"strings"
	"testing"

	"insignia/designer"
)

// inked are the squares of a drawing that have ink.
func inked(g designer.Grid) (out [][2]int) {
	for y := range g.Side() {
		for x := range g.Side() {
			if g.At(x, y) != designer.NoInk {
				out = append(out, [2]int{x, y})
			}
		}
	}
	return out
}

func near(a, b [2]int) bool { return abs(a[0]-b[0]) <= 1 && abs(a[1]-b[1]) <= 1 }

func TestAFastDragLeavesNoGaps(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		s := New(designer.NewGrid(48))
		at := [2]int{r.IntN(48), r.IntN(48)}
		s.Down(at[0], at[1])
		for range 5 {
			to := [2]int{r.IntN(48), r.IntN(48)}
			one := New(designer.NewGrid(48))
			one.Tool = Line
			one.Down(at[0], at[1])
			one.Move(to[0], to[1])
			one.Up()
			g := one.Grid()
			squares := inked(g)
			if g.At(at[0], at[1]) == designer.NoInk || g.At(to[0], to[1]) == designer.NoInk ||
				len(squares) != max(abs(to[0]-at[0]), abs(to[1]-at[1]))+1 {
				t.Fatalf("%v to %v: %v", at, to, squares)
			}
			for _, p := range squares {
				ways := 0
				for _, q := range squares {
					if p != q && near(p, q) {
						ways++
					}
				}
				if len(squares) > 1 && (ways < 1 || ways > 2) {
					t.Fatalf("%v to %v is not one line at %v", at, to, p)
				}
			}
			s.Move(to[0], to[1])
			for _, p := range squares {
				if g := s.Grid(); g.At(p[0], p[1]) == designer.NoInk {
					t.Fatalf("the pencil left %v out", p)
				}
			}
			at = to
		}
		s.Up()
		if !s.Undo() || s.Undo() {
			t.Fatal("a stroke is not one step")
		}
	}
}

// acts are everything that can be done with a sheet.
var acts = []func(s *Sheet, r *rand.Rand){
	func(s *Sheet, r *rand.Rand) { s.Down(r.IntN(60)-6, r.IntN(60)-6) },
	func(s *Sheet, r *rand.Rand) { s.Move(r.IntN(60)-6, r.IntN(60)-6) },
	func(s *Sheet, r *rand.Rand) { s.Up() },
	func(s *Sheet, r *rand.Rand) { s.Press() },
	func(s *Sheet, r *rand.Rand) { s.Tool = Tools()[r.IntN(len(Tools()))] },
	func(s *Sheet, r *rand.Rand) { s.Ink = designer.Ink(r.IntN(designer.Inks + 3)) }, // none, too, and what is none
	func(s *Sheet, r *rand.Rand) { s.Mirror = Mirrors()[r.IntN(4)] },
	func(s *Sheet, r *rand.Rand) { s.Solid = !s.Solid },
	func(s *Sheet, r *rand.Rand) { s.Shift(r.IntN(9)-4, r.IntN(9)-4) },
	func(s *Sheet, r *rand.Rand) { s.Flip(r.IntN(2) == 0) },
	func(s *Sheet, r *rand.Rand) { s.Turn() },
	func(s *Sheet, r *rand.Rand) { s.Resize([]int{24, 32, 48}[r.IntN(3)]) },
	func(s *Sheet, r *rand.Rand) { s.Cancel() },
	func(s *Sheet, r *rand.Rand) {
		if r.IntN(8) == 0 {
			s.Clear()
		}
	},
}

// Undoing all leads back to the beginning, and redoing all to the end.
func TestUndoIsTheInverse(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		first := designer.NewGrid(24)
		first.Set(r.IntN(24), r.IntN(24), designer.StarInk)
		s := New(first)
		for range 60 {
			acts[r.IntN(len(acts))](s, r)
		}
		s.Up()
		last, n := s.Grid(), 0
		for s.Undo() {
			n++
		}
		if s.Grid() != first {
			t.Fatalf("%d steps back is not the beginning", n)
		}
		for range n {
			if !s.Redo() {
				t.Fatal("a step is lost")
			}
		}
		if s.Redo() || s.Grid() != last {
			t.Fatal("all steps on is not the end")
		}
	}
}

func TestTwoHundredStepsAreKept(t *testing.T) {
	s := New(designer.NewGrid(48))
	for i := range 1000 {
		s.Ink = designer.Ink(1 + i/48%5)
		s.Move(i%48, i/48)
		s.Press()
	}
	n := 0
	for s.Undo() {
		n++
	}
	if n < 200 || n > stepsKept {
		t.Errorf("%d", n)
	}
}

func TestWhatIsDrawnInAMirrorIsAlikeOnBothSides(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		s := New(designer.NewGrid([]int{24, 32, 48}[r.IntN(3)]))
		s.Mirror = Mirrors()[1+r.IntN(3)]
		for range 12 {
			s.Tool, s.Solid, s.Ink = []Tool{Pencil, Line, Box, Circle, Fill, Eraser}[r.IntN(6)], r.IntN(2) == 0, designer.Ink(1+r.IntN(designer.Inks))
			s.Down(r.IntN(48), r.IntN(48))
			s.Move(r.IntN(48), r.IntN(48))
			s.Up()
		}
		was := s.Grid()
		if s.Mirror != Ends {
			if s.Flip(true); s.Grid() != was {
				t.Fatalf("%s: %s", s.Mirror, was.String())
			}
		}
		if s.Mirror != Sides {
			if s.Flip(false); s.Grid() != was {
				t.Fatalf("%s: %s", s.Mirror, was.String())
			}
		}
	}
}

func TestCirclesAreRound(t *testing.T) {
	for d := 1; d <= 24; d++ {
		for _, solid := range []bool{false, true} {
			s := New(designer.NewGrid(24))
			s.Tool, s.Solid = Circle, solid
			s.Down(0, 0)
			s.Move(d-1, d-1)
			s.Up()
			g := s.Grid()
			for y := range d {
				for x := range d {
					if k := g.At(x, y); k != g.At(y, x) || k != g.At(d-1-x, y) || k != g.At(x, d-1-y) {
						t.Fatalf("%d is not symmetric\n%s", d, g.String())
					}
				}
			}
			if g.At((d-1)/2, 0) == designer.NoInk || g.At(0, (d-1)/2) == designer.NoInk {
				t.Errorf("%d does not fill its box", d)
			}
			for _, p := range inked(g) { // its edge is closed
				ways := 0
				for _, q := range inked(g) {
					if p != q && near(p, q) {
						ways++
					}
				}
				if d > 2 && ways < 2 {
					t.Errorf("%d: a gap at %v", d, p)
				}
			}
		}
	}
}

func TestFillStopsAtAnyOtherInk(t *testing.T) {
	s := New(designer.NewGrid(24))
	s.Tool = Box
	s.Down(4, 4)
	s.Move(10, 10)
	s.Up()
	s.Tool, s.Ink = Fill, designer.StarInk
	s.Down(7, 7)
	g := s.Grid()
	if n := strings.Count(g.String(), "2"); n != 25 {
		t.Errorf("%d squares", n)
	}
	s.Down(0, 0)
	g = s.Grid()
	if n := strings.Count(g.String(), "."); n != 0 {
		t.Errorf("%d empty", n)
	}
}

// spread is a filling as it is defined: again and again, every square beside a
// filled one.
func spread(g designer.Grid, x, y int, k designer.Ink) designer.Grid {
	was, in := g.At(x, y), map[[2]int]bool{{x, y}: true}
	for grown := true; grown; {
		grown = false
		for v := range g.Side() {
			for u := range g.Side() {
				beside := in[[2]int{u - 1, v}] || in[[2]int{u + 1, v}] || in[[2]int{u, v - 1}] || in[[2]int{u, v + 1}]
				if beside && !in[[2]int{u, v}] && g.At(u, v) == was {
					in[[2]int{u, v}], grown = true, true
				}
			}
		}
	}
	for p := range in {
		g.Set(p[0], p[1], k)
	}
	return g
}

func TestFillReachesWhatHangsTogetherBySides(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	for range 100 {
		g := designer.NewGrid(24)
		for i := range 24 * 24 {
			g.Set(i%24, i/24, designer.Ink(r.IntN(3)*r.IntN(2)))
		}
		s := New(g)
		x, y := r.IntN(24), r.IntN(24)
		s.Tool, s.Ink = Fill, designer.Ink(r.IntN(4))
		s.Down(x, y)
		if want := spread(g, x, y, s.Ink); s.Grid() != want {
			now := s.Grid()
			t.Fatalf("from %d,%d of\n%s\ngot\n%s", x, y, g.String(), now.String())
		}
	}
}

// An ink that is none is drawn by no tool; filling with it once never ended.
func TestAnInkThatIsNoneDrawsNothing(t *testing.T) {
	for _, tool := range Tools() {
		s := New(designer.NewGrid(24))
		s.Tool, s.Ink, s.Solid = tool, designer.Ink(designer.Inks+1), true
		s.Down(3, 3)
		s.Move(9, 9)
		s.Up()
		if g := s.Grid(); !g.Empty() || s.Undo() {
			t.Errorf("the %s drew", tool)
		}
	}
}

func TestALineIsTheSameThereAndBack(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 11))
	for range 300 {
		a, b, c, d := r.IntN(48), r.IntN(48), r.IntN(48), r.IntN(48)
		draw := func(x0, y0, x1, y1 int) designer.Grid {
			s := New(designer.NewGrid(48))
			s.Tool = Line
			s.Down(x0, y0)
			s.Move(x1, y1)
			return s.Grid()
		}
		if draw(a, b, c, d) != draw(c, d, a, b) {
			t.Fatalf("%d,%d to %d,%d", a, b, c, d)
		}
	}
}

func TestASmallCircleIsNoBox(t *testing.T) {
	s := New(designer.NewGrid(24))
	s.Tool, s.Solid = Circle, true
	s.Down(4, 4)
	s.Move(6, 6)
	if g := s.Grid(); len(inked(g)) != 5 {
		t.Errorf("\n%s", g.String())
	}
}

// Ellipses are alike on both sides whatever their box, and fill it.
func TestEllipsesAreAlikeOnBothSides(t *testing.T) {
	for w := 1; w <= 24; w++ {
		for h := 1; h <= 24; h++ {
			for _, solid := range []bool{false, true} {
				s := New(designer.NewGrid(24))
				s.Tool, s.Solid = Circle, solid
				s.Down(w-1, 0)
				s.Move(0, h-1)
				g := s.Grid()
				for _, p := range inked(g) {
					if p[0] >= w || p[1] >= h || g.At(w-1-p[0], p[1]) == designer.NoInk || g.At(p[0], h-1-p[1]) == designer.NoInk {
						t.Fatalf("%d by %d\n%s", w, h, g.String())
					}
				}
				if g.At((w-1)/2, 0) == designer.NoInk || g.At(0, (h-1)/2) == designer.NoInk {
					t.Fatalf("%d by %d does not fill its box\n%s", w, h, g.String())
				}
			}
		}
	}
}

// A shape follows the pen: only where it ends is it drawn.
func TestAShapeFollowsThePen(t *testing.T) {
	for _, tool := range []Tool{Line, Box, Circle} {
		straight, wandering := New(designer.NewGrid(32)), New(designer.NewGrid(32))
		for _, s := range []*Sheet{straight, wandering} {
			s.Tool = tool
			s.Down(3, 4)
		}
		for _, p := range [][2]int{{30, 2}, {1, 29}, {-40, 12}, {3, 4}} {
			wandering.Move(p[0], p[1])
		}
		for _, s := range []*Sheet{straight, wandering} {
			s.Move(20, 11)
			s.Up()
		}
		if straight.Grid() != wandering.Grid() {
			t.Errorf("the %s left something behind", tool)
		}
		if empty := designer.NewGrid(32); !wandering.Undo() || wandering.Undo() || wandering.Grid() != empty {
			t.Errorf("the %s is not one step", tool)
		}
	}
}

// What the keys draw with Press is what the mouse draws.
func TestKeysDrawWhatTheMouseDraws(t *testing.T) {
	for _, tool := range []Tool{Line, Box, Circle} {
		keys, mouse := New(designer.NewGrid(24)), New(designer.NewGrid(24))
		keys.Tool, mouse.Tool = tool, tool
		keys.Press()
		for range 5 {
			keys.Move(keys.X-1, keys.Y-2)
		}
		keys.Press()
		mouse.Down(12, 12)
		mouse.Move(7, 2)
		mouse.Up()
		if keys.Grid() != mouse.Grid() || keys.Drawing() {
			t.Errorf("the %s", tool)
		}
	}
}

// A terminal that loses the end of a stroke loses nothing that was drawn.
func TestAStrokeWhoseEndIsLostIsKept(t *testing.T) {
	s := New(designer.NewGrid(24))
	s.Down(2, 2)
	s.Move(8, 2)
	s.Down(2, 9)
	s.Up()
	s.Down(5, 5)
	s.Flip(true)
	g := s.Grid()
	if n := len(inked(g)); n != 9 {
		t.Errorf("%d squares\n%s", n, g.String())
	}
	n := 0
	for s.Undo() {
		n++
	}
	if n != 4 {
		t.Errorf("%d steps", n)
	}
}

func TestWhatLeavesTheSheetComesBackByUndo(t *testing.T) {
	s := New(designer.NewGrid(24))
	s.Tool, s.Solid = Box, true
	s.Down(0, 0)
	s.Move(23, 23)
	s.Up()
	was := s.Grid()
	s.Shift(30, 0)
	if g := s.Grid(); !g.Empty() {
		t.Error("something is left")
	}
	if !s.Undo() || s.Grid() != was {
		t.Error("it did not come back")
	}
}

// Nothing changed is no step, whatever was done.
func TestWhatChangesNothingIsNoStep(t *testing.T) {
	s := New(designer.NewGrid(24))
	for _, do := range []func(){s.Clear, s.Turn, func() { s.Flip(true) }, func() { s.Shift(3, 3) }, func() { s.Resize(24) }, func() { s.Put(designer.Grid{}) },
		func() { s.Tool = Eraser; s.Press() }, func() { s.Tool, s.Ink = Fill, designer.NoInk; s.Press() }} {
		do()
	}
	if s.Undo() {
		t.Error("there is a step")
	}
}

func TestPickTakesTheInk(t *testing.T) {
	s := New(designer.NewGrid(24))
	s.Ink = designer.EdgeInk
	s.Press()
	s.Ink, s.Tool = designer.IconInk, Pick
	if s.Press(); s.Ink != designer.EdgeInk || s.Tool != Pencil {
		t.Errorf("%d %s", s.Ink, s.Tool)
	}
	s.Tool = Pick
	if s.Down(0, 0); s.Tool != Eraser {
		t.Errorf("an empty square gives the %s", s.Tool)
	}
}

func TestFourTurnsAreNone(t *testing.T) {
	g := designer.NewGrid(32)
	g.Set(3, 5, designer.RimInk)
	s := New(g)
	s.Turn()
	if got := s.Grid(); got.At(31-5, 3) != designer.RimInk {
		t.Error("not clockwise")
	}
	s.Turn()
	s.Turn()
	s.Turn()
	if s.Grid() != g {
		t.Error("not the same")
	}
}

func FuzzSheet(f *testing.F) {
	f.Add([]byte("adbacbe"), uint64(1))
	f.Add([]byte("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d"), uint64(2))
	f.Fuzz(func(t *testing.T, do []byte, seed uint64) {
		s, r := New(designer.Grid{}), rand.New(rand.NewPCG(seed, 0))
		for _, b := range do[:min(len(do), 500)] {
			acts[int(b)%len(acts)](s, r)
			g := s.Grid()
			if !g.Holds(s.X, s.Y) {
				t.Fatalf("the pen is at %d,%d of %d", s.X, s.Y, g.Side())
			}
			if _, err := designer.ParseGrid(g.String()); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func BenchmarkStroke(b *testing.B) {
	s := New(designer.NewGrid(48))
	s.Mirror = Both
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		s.Ink = designer.Ink(1 + n%designer.Inks) // so that each is a step
		s.Down(0, 0)
		s.Move(47, 13)
		s.Move(2, 40)
		s.Up()
	}
}

func BenchmarkFill(b *testing.B) {
	s := New(designer.NewGrid(48))
	s.Tool = Fill
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		s.Ink = designer.Ink(1 + n%designer.Inks)
		s.Down(0, 0)
	}
}

// Going round the sizes to find the right one costs nothing of the drawing.
func TestGoingRoundTheSizesBringsTheDrawingBack(t *testing.T) {
	s := New(designer.NewGrid(24))
	s.Tool = Box
	s.Down(3, 3)
	s.Move(10, 8)
	s.Up()
	s.Tool = Pencil
	s.Down(20, 5)
	s.Up()
	was := s.Grid()
	straight := was.Resize(48)
	s.Resize(32)
	s.Resize(48)
	if s.Grid() != straight {
		t.Errorf("48 by way of 32 is another drawing\n%s\nthan 48\n%s", s.grid.String(), straight.String())
	}
	s.Resize(24)
	if s.Grid() != was {
		t.Errorf("not the drawing it was\n%s", s.grid.String())
	}
	s.Resize(48)
	s.Press()
	drawn := s.Grid()
	s.Resize(24)
	if got, want := s.Grid(), drawn.Resize(24); got != want {
		t.Error("what was drawn between two sizes is lost")
	}
	for range 6 {
		s.Undo()
	}
	s.Resize(32)
	if got, want := s.Grid(), was.Resize(32); got != want {
		t.Error("after undo it begins from another drawing")
	}
}
