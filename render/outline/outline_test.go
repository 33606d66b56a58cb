// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package outline

import (
	"math"
	"testing"
)

func square(side, r float64) []Corner {
	return []Corner{{Pt{0, 0}, r}, {Pt{side, 0}, r}, {Pt{side, side}, r}, {Pt{0, side}, r}}
}

func nearly(a, b, tol float64) bool { return math.Abs(a-b) <= tol }

func TestACircleIsOne(t *testing.T) {
	p := Circle(Pt{10, 20}, 5)
	for _, poly := range p.Flat(0.001) {
		for _, q := range poly {
			if d := dist(q, Pt{10, 20}); !nearly(d, 5, 0.003) { // a cubic's own error: 0.03 %
				t.Fatalf("a point at %.4f", d)
			}
		}
	}
	if a := Circle(Pt{}, 500).Area(); !nearly(a/(math.Pi*250_000), 1, 0.001) {
		t.Errorf("area %.0f", a)
	}
	if b := p.Box(); !nearly(b.X0, 5, 0.01) || !nearly(b.Y1, 25, 0.01) || b.Centre() != (Pt{(b.X0 + b.X1) / 2, (b.Y0 + b.Y1) / 2}) {
		t.Errorf("box %v", b)
	}
}

func TestAnArcLiesOnItsCircle(t *testing.T) {
	for _, c := range []struct{ a, b float64 }{{0, 1}, {0, -1}, {1, 7}, {-2, -5}, {0, 2 * math.Pi}, {3, 3.001}} {
		var p Path
		s, cos := math.Sincos(c.a)
		p.Move(Pt{3 * cos, 3 * s})
		p.Arc(Pt{}, 3, c.a, c.b)
		p.Line(Pt{}) // so that it has an area
		p.Close()
		poly := p.Flat(0.0005)[0]
		for _, q := range poly[:len(poly)-1] {
			if !nearly(dist(q, Pt{}), 3, 0.002) {
				t.Fatalf("%v: %v is off", c, q)
			}
		}
		s, cos = math.Sincos(c.b)
		if end := poly[len(poly)-2]; dist(end, Pt{3 * cos, 3 * s}) > 1e-9 {
			t.Errorf("%v ends at %v", c, end)
		}
	}
}

func TestFlatStaysWithinItsTolerance(t *testing.T) {
	var p Path
	p.Move(Pt{0, 0})
	p.Quad(Pt{50, 100}, Pt{100, 0})
	p.Cube(Pt{150, -120}, Pt{-50, -120}, Pt{0, 0})
	p.Close()
	fine := p.Flat(0.0001)[0]
	for _, tol := range []float64{5, 0.5, 0.05} {
		coarse := p.Flat(tol)[0]
		for _, q := range fine {
			best := math.Inf(1)
			a := coarse[len(coarse)-1]
			for _, b := range coarse {
				best = min(best, toLine(q, a, b))
				a = b
			}
			if best > tol*1.01 {
				t.Fatalf("%v is %.4f off, tolerance %v", q, best, tol)
			}
		}
	}
}

// toLine is the distance of q from the piece from a to b.
func toLine(q, a, b Pt) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	l := dx*dx + dy*dy
	if l == 0 {
		return dist(q, a)
	}
	k := max(0, min(1, ((q.X-a.X)*dx+(q.Y-a.Y)*dy)/l))
	return dist(q, Pt{a.X + k*dx, a.Y + k*dy})
}

// The band between a shape and its inset is equally wide everywhere: that is
// what makes a rim.
func TestAnInsetIsEquallyFarEverywhere(t *testing.T) {
	for name, c := range map[string][]Corner{
		"square":  square(500, 90),
		"hexagon": Star(Pt{500, 500}, 3, 500, 500, 80, 80),
		"star":    Star(Pt{500, 500}, 5, 500, 340, 90, 60),
		"shield":  {{Pt{80, 50}, 90}, {Pt{920, 50}, 90}, {Pt{920, 690}, 700}, {Pt{500, 990}, 90}, {Pt{80, 690}, 700}},
	} {
		outer := Rounded(c, 0).Flat(0.01)[0]
		for _, inset := range []float64{20, 66} {
			for _, q := range Rounded(c, inset).Flat(0.01)[0] {
				best := math.Inf(1)
				a := outer[len(outer)-1]
				for _, b := range outer {
					best = min(best, toLine(q, a, b))
					a = b
				}
				if !nearly(best, inset, 0.35) {
					t.Fatalf("%s: %v is %.2f inside, want %v", name, q, best, inset)
				}
			}
		}
	}
}

func TestRoundCornersAreAsRoundAsAsked(t *testing.T) {
	if a, want := Rounded(square(100, 20), 0).Area(), 100*100-(4-math.Pi)*400; !nearly(a, want, 10) {
		t.Errorf("area %.2f, want %.2f", a, want)
	}
	if a := Rounded(square(100, 0), 0).Area(); !nearly(a, 1e4, 1e-6) {
		t.Errorf("sharp corners: area %.2f", a)
	}
	// A radius that does not fit makes a circle, not a knot.
	if a, want := Rounded(square(100, 900), 0).Area(), math.Pi*2500; !nearly(a, want, 10) {
		t.Errorf("too round: area %.2f, want %.2f", a, want)
	}
}

func TestShortEdgesAreSharedInProportion(t *testing.T) {
	c := []Corner{{Pt{0, 0}, 90}, {Pt{100, 0}, 30}, {Pt{100, 400}, 10}, {Pt{0, 400}, 10}}
	p := Rounded(c, 0)
	// 90 and 30 want 120 of the upper edge's 100: they get 75 and 25.
	if got := p[2].P[0]; p[2].Op != Line || !nearly(got.X, 75, 1e-6) || !nearly(got.Y, 0, 1e-6) {
		t.Errorf("the second corner begins at %v", got)
	}
}

func TestTransformsDoWhatTheySay(t *testing.T) {
	q := Place(2, 10, 20).Apply(Pt{1, 1})
	if q != (Pt{12, 22}) {
		t.Errorf("place: %v", q)
	}
	q = Turn(2, math.Pi/2, 10, 20).Apply(Pt{1, 0}) // a quarter clockwise: right becomes down
	if dist(q, Pt{10, 22}) > 1e-9 {
		t.Errorf("turn: %v", q)
	}
	p := Circle(Pt{}, 1)
	before := p[1]
	r := p.Transform(Place(10, 5, 5))
	if p[1] != before {
		t.Error("transform changed its source")
	}
	if b := r.Hull(); b != (Box{-5, -5, 15, 15}) {
		t.Errorf("hull %v", b)
	}
}

func TestReachIsTheFarthestPoint(t *testing.T) {
	if r := Rounded(square(30, 0), 0).Reach(Pt{0, 0}); !nearly(r, math.Hypot(30, 30), 1e-9) {
		t.Errorf("%v", r)
	}
}

func TestNothingHasNoSize(t *testing.T) {
	var p Path
	if p.Area() != 0 || p.Box() != (Box{}) || p.Hull() != (Box{}) || p.Reach(Pt{}) != 0 || p.Flat(1) != nil {
		t.Error("an empty path has something")
	}
}

func TestARegularPolygonStandsWhereItIsAsked(t *testing.T) {
	for n := 3; n <= 12; n++ {
		got := Rounded(Regular(Pt{10, 20}, n, 100, 0, 0), 0)
		want := float64(n) / 2 * 100 * 100 * math.Sin(2*math.Pi/float64(n))
		if a := got.Area(); math.Abs(a-want) > 0.01 {
			t.Errorf("%d sides: area %.2f, want %.2f", n, a, want)
		}
		if b := got.Box(); math.Abs(b.Y0+80) > 0.01 {
			t.Errorf("%d sides: the first corner is at %.2f, want -80", n, b.Y0)
		}
	}
}

func TestAGearHasItsTeethBetweenItsRadii(t *testing.T) {
	corners := Gear(Pt{500, 500}, 12, 498, 436, 16, 10)
	if len(corners) != 48 {
		t.Fatalf("%d corners", len(corners))
	}
	for i, c := range corners {
		want := 436.0
		if k := i % 4; k == 1 || k == 2 {
			want = 498
		}
		if d := math.Hypot(c.X-500, c.Y-500); math.Abs(d-want) > 1e-9 {
			t.Errorf("corner %d lies at %.3f, want %.0f", i, d, want)
		}
	}
	a := Rounded(corners, 0).Area()
	if low, high := math.Pi*436*436*0.97, math.Pi*498*498; a < low || a > high {
		t.Errorf("area %.0f, not between %.0f and %.0f", a, low, high)
	}
}
