// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package drawing

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/render/outline"
)

func grid(t testing.TB, rows ...string) *designer.Grid {
	t.Helper()
	g := designer.NewGrid(24)
	for y, row := range rows {
		for x, r := range row {
			if r >= '1' && r <= '6' {
				g.Set(x, y, designer.Ink(r-'0'))
			}
		}
	}
	return &g
}

func figures(p outline.Path) (n int) {
	for _, s := range p {
		if s.Op == outline.Close {
			n++
		}
	}
	return n
}

func TestSquaresOfOneInkAreOneFigure(t *testing.T) {
	for _, c := range []struct {
		name          string
		rows          []string
		figures, segs int
	}{
		{"nothing", nil, 0, 0},
		{"a square", []string{"1"}, 1, 5},
		{"a block", []string{"111", "111"}, 1, 5},
		{"an L", []string{"1", "11"}, 1, 7},
		{"two", []string{"1.1"}, 2, 10},
		{"a ring", []string{"111", "1.1", "111"}, 2, 10},
		{"corner to corner", []string{"1", ".1"}, 2, 10},
	} {
		ls := Layers(grid(t, c.rows...), false)
		if c.figures == 0 {
			if len(ls) != 0 {
				t.Errorf("%s: %v", c.name, ls)
			}
			continue
		}
		if len(ls) != 1 || figures(ls[0].Path) != c.figures || len(ls[0].Path) != c.segs {
			t.Errorf("%s: %d figures of %d segments, want %d of %d: %v", c.name, figures(ls[0].Path), len(ls[0].Path), c.figures, c.segs, ls)
		}
	}
}

// random is a drawing of blots.
func random(r *rand.Rand, side, inks int) *designer.Grid {
	g := designer.NewGrid(side)
	for range r.IntN(60) {
		x, y, w, k := r.IntN(side), r.IntN(side), 1+r.IntN(5), designer.Ink(r.IntN(inks+1))
		for v := y; v < y+1+r.IntN(4); v++ {
			for u := x; u < x+w; u++ {
				g.Set(u, v, k)
			}
		}
	}
	return &g
}

// Every square shows its ink, whatever lies under it, and an empty one nothing.
func TestTheFiguresCoverTheSquaresAndNothingElse(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 60 {
		g := random(r, 24, designer.Inks)
		ls := Layers(g, false)
		for y := range g.Side() {
			for x := range g.Side() {
				p := outline.Pt{X: (float64(x) + 0.5) / float64(g.Side()), Y: (float64(y) + 0.5) / float64(g.Side())}
				if top := shown(ls, p); top != g.At(x, y) {
					t.Fatalf("%d,%d shows %d, want %d\n%s", x, y, top, g.At(x, y), g.String())
				}
			}
		}
	}
}

func TestAreasAreThoseOfTheSquares(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		g := random(r, 32, 1)
		n := strings.Count(g.String(), "1")
		area := 0.0
		for _, l := range Layers(g, false) {
			area += l.Path.Area() * 32 * 32
		}
		if math.Abs(area-float64(n)) > 0.01 {
			t.Errorf("%.2f squares, want %d", area, n)
		}
	}
}

// Smoothing moves a line by less than a square: the middle of a square with
// neighbours all round keeps its ink, and one without any keeps none.
func TestSmoothingStaysNear(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 60 {
		g := random(r, 24, 1)
		ls := Layers(g, true)
		for y := range g.Side() {
			for x := range g.Side() {
				same := true
				for v := -1; v <= 1; v++ {
					for u := -1; u <= 1; u++ {
						same = same && g.At(x+u, y+v) == g.At(x, y)
					}
				}
				p := outline.Pt{X: (float64(x) + 0.5) / 24, Y: (float64(y) + 0.5) / 24}
				if got := len(ls) > 0 && ls[0].Path.Holds(p); same && got != (g.At(x, y) != designer.NoInk) {
					t.Fatalf("%d,%d is %v\n%s", x, y, got, g.String())
				}
			}
		}
	}
}

func TestCornersThatWereMeantStay(t *testing.T) {
	square, smooth := Layers(grid(t, "1111", "1111", "1111"), false), Layers(grid(t, "1111", "1111", "1111"), true)
	if a, b := square[0].Path.Area(), smooth[0].Path.Area(); math.Abs(a-b) > 1e-9 {
		t.Errorf("a block lost %.3f of its area", (a-b)/a)
	}
	for _, s := range smooth[0].Path {
		if s.Op == outline.Quad {
			t.Error("a corner of a block is round")
		}
	}
}

// Letters and crosses two squares thick are all corners that were meant.
func TestLettersKeepTheirCorners(t *testing.T) {
	for _, rows := range [][]string{
		{"111111", "111111", "..11..", "..11..", "..11.."},
		{"..11..", "..11..", "111111", "111111", "..11..", "..11.."},
		{"11111", "11111", "11", "11", "11111", "11111", "11", "11", "11111", "11111"},
		{"22..22", "22..22", "222222", "222222", "22..22", "22..22"},
	} {
		crisp, smooth := Layers(grid(t, rows...), false), Layers(grid(t, rows...), true)
		if !slices.EqualFunc(crisp, smooth, func(a, b Layer) bool { return slices.Equal(a.Path, b.Path) }) {
			t.Errorf("%q: crisp %v, smooth %v", rows, crisp, smooth)
		}
	}
}

// shown is the ink that shows at a point.
func shown(ls []Layer, p outline.Pt) designer.Ink {
	top := designer.NoInk
	for _, l := range ls {
		if l.Path.Holds(p) {
			top = l.Ink
		}
	}
	return top
}

// One square thick and slanting, a line stays in one piece on any ground: alone,
// cut out of another ink, and of an ink that is painted before the one around.
func TestThinLinesNeverBreak(t *testing.T) {
	const side = 32
	for _, c := range []struct{ line, ground designer.Ink }{
		{designer.IconInk, designer.NoInk}, {designer.NoInk, designer.EdgeInk},
		{designer.IconInk, designer.EdgeInk}, {designer.EdgeInk, designer.IconInk},
	} {
		for dx := 0; dx <= 20; dx++ {
			g := designer.NewGrid(side)
			for i := range side * side {
				g.Set(i%side, i/side, c.ground)
			}
			var at []outline.Pt
			for y := range 21 {
				x := int(math.Round(float64(y*dx) / 20))
				g.Set(x+5, y+5, c.line)
				at = append(at, outline.Pt{X: float64(x) + 5.5, Y: float64(y) + 5.5})
			}
			ls := Layers(&g, true)
			for i, a := range at[1:] {
				b := at[i]
				for _, p := range []outline.Pt{a, {X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}} {
					if k := shown(ls, outline.Pt{X: p.X / side, Y: p.Y / side}); k != c.line {
						t.Fatalf("a line of %d on %d, %d to the right in 20, shows %d at %v\n%s", c.line, c.ground, dx, k, p, g.String())
					}
				}
			}
		}
	}
}

// disc is a round one, of the squares whose middles lie in it.
func disc(d int) *designer.Grid {
	g := designer.NewGrid(d)
	for y := range d {
		for x := range d {
			if u, v := 2*x+1-d, 2*y+1-d; u*u+v*v <= d*d {
				g.Set(x, y, designer.IconInk)
			}
		}
	}
	return &g
}

func TestDiscsAreRoundAndWithoutCorners(t *testing.T) {
	for d := 4; d <= designer.GridMost; d++ {
		g := disc(d)
		ls := Layers(g, true)
		r, side := float64(d)/2, float64(g.Side())
		poly := ls[0].Path.Flat(0.0001)[0]
		last := 0.0
		for i, p := range poly {
			if far := math.Hypot(p.X*side-r, p.Y*side-r); far < r-0.7 || far > r+0.5 {
				t.Errorf("%d squares wide: %v is %.2f from the middle", d, p, far)
			}
			q := poly[(i+1)%len(poly)]
			if p == q {
				continue
			}
			way := math.Atan2(q.Y-p.Y, q.X-p.X)
			if turn := math.Abs(math.Remainder(way-last, 2*math.Pi)); i > 0 && turn > 0.6 {
				t.Errorf("%d squares wide: a corner of %.0f degrees at %v", d, turn*180/math.Pi, p)
			}
			last = way
		}
	}
}

// chequers are the most corners that there are.
func chequers(inks int) *designer.Grid {
	g := designer.NewGrid(designer.GridMost)
	for y := range designer.GridMost {
		for x := range designer.GridMost {
			g.Set(x, y, designer.Ink(1+(x+y*inks/2)%inks))
		}
	}
	return &g
}

func TestTheWorstDrawingIsBounded(t *testing.T) {
	half := chequers(1)
	for i := range designer.GridMost * designer.GridMost {
		if x, y := i%designer.GridMost, i/designer.GridMost; (x+y)%2 == 1 {
			half.Set(x, y, designer.NoInk)
		}
	}
	noise := random(rand.New(rand.NewPCG(1, 1)), designer.GridMost, 1)
	r := rand.New(rand.NewPCG(2, 2))
	for i := range designer.GridMost * designer.GridMost {
		noise.Set(i%designer.GridMost, i/designer.GridMost, designer.Ink(r.IntN(designer.Inks+1)))
	}
	for name, g := range map[string]*designer.Grid{"chequers": half, "of two inks": chequers(2), "of six": chequers(6), "noise": noise} {
		for _, smooth := range []bool{false, true} {
			n := 0
			for _, l := range Layers(g, smooth) {
				n += len(l.Path)
			}
			t.Logf("%s, smooth %v: %d segments", name, smooth, n)
			if n > 24_000 {
				t.Errorf("%s, smooth %v: %d segments", name, smooth, n)
			}
		}
	}
}

func TestTheSameDrawingGivesTheSameFigures(t *testing.T) {
	g := random(rand.New(rand.NewPCG(3, 3)), 32, designer.Inks)
	for _, smooth := range []bool{false, true} {
		if !reflect.DeepEqual(Layers(g, smooth), Layers(g, smooth)) {
			t.Error("they differ")
		}
	}
}

func FuzzLayers(f *testing.F) {
	f.Add(uint64(1), 24, 6, true)
	f.Add(uint64(2), 48, 1, false)
	f.Fuzz(func(t *testing.T, seed uint64, side, inks int, smooth bool) {
		g := random(rand.New(rand.NewPCG(seed, 1)), min(max(side, 24), 48), min(max(inks, 1), designer.Inks))
		for _, l := range Layers(g, smooth) {
			for _, s := range l.Path {
				for _, p := range s.Points() {
					if !(p.X >= 0 && p.X <= 1 && p.Y >= 0 && p.Y <= 1) {
						t.Fatalf("%v\n%s", p, g.String())
					}
				}
			}
		}
	})
}

func BenchmarkChequers(b *testing.B) {
	for _, c := range []struct {
		name   string
		smooth bool
	}{{"crisp", false}, {"smooth", true}} {
		b.Run(c.name, func(b *testing.B) {
			g := chequers(2)
			b.ReportAllocs()
			for b.Loop() {
				Layers(g, c.smooth)
			}
		})
	}
}
