// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package drawing

import (
	"math"
	"math/rand/v2"
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
				top := designer.NoInk
				for _, l := range ls {
					if l.Path.Holds(p) {
						top = l.Ink
					}
				}
				if top != g.At(x, y) {
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

func TestAThinSlantingLineIsOneFigure(t *testing.T) {
	g := designer.NewGrid(24)
	for i := range 20 {
		g.Set(i, 19-i, designer.IconInk)
	}
	if ls := Layers(&g, true); len(ls) != 1 || figures(ls[0].Path) != 1 {
		t.Errorf("%v", ls)
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

// The most corners that there are.
func BenchmarkChequers(b *testing.B) {
	g := designer.NewGrid(48)
	for y := range 48 {
		for x := range 48 {
			g.Set(x, y, designer.Ink(1+(x+y)%2))
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		Layers(&g, true)
	}
}
