// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package outline

import "math"

// Chords calls line with the ends of the straight pieces that stay within
// tol of the segment, drawn from last, and returns where it ends. A Close has
// no chords of its own.
func (s *Seg) Chords(last Pt, tol float64, line func(Pt)) Pt {
	switch s.Op {
	case Move, Line:
		line(s.P[0])
		return s.P[0]
	case Quad:
		a, b := s.P[0], s.P[1]
		n := steps(math.Hypot(last.X-2*a.X+b.X, last.Y-2*a.Y+b.Y)/4, tol)
		for k := 1; k < n; k++ {
			t := float64(k) / float64(n)
			u := 1 - t
			line(Pt{u*u*last.X + 2*u*t*a.X + t*t*b.X, u*u*last.Y + 2*u*t*a.Y + t*t*b.Y})
		}
		line(b)
		return b
	case Cube:
		a, b, c := s.P[0], s.P[1], s.P[2]
		bend := max(math.Hypot(last.X-2*a.X+b.X, last.Y-2*a.Y+b.Y), math.Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y))
		n := steps(bend*3/4, tol)
		for k := 1; k < n; k++ {
			t := float64(k) / float64(n)
			u := 1 - t
			line(Pt{
				u*u*u*last.X + 3*u*u*t*a.X + 3*u*t*t*b.X + t*t*t*c.X,
				u*u*u*last.Y + 3*u*u*t*a.Y + 3*u*t*t*b.Y + t*t*t*c.Y,
			})
		}
		line(c)
		return c
	}
	return last
}

// steps is how many chords keep a curve whose middle lies at most sag from
// its chord within tol: the distance falls with the square of their number.
func steps(sag, tol float64) int {
	return int(min(512, max(1, math.Ceil(math.Sqrt(sag/tol)))))
}

// Flat returns the figures as polygons that stay within tol of the curves.
func (p Path) Flat(tol float64) [][]Pt {
	var out [][]Pt
	var cur []Pt
	var last Pt
	end := func() {
		if len(cur) > 2 {
			out = append(out, cur)
		}
		cur = nil
	}
	for i := range p {
		if op := p[i].Op; op == Move || op == Close {
			end()
		}
		last = p[i].Chords(last, tol, func(q Pt) { cur = append(cur, q) })
	}
	end()
	return out
}

// Box returns the box of the drawn figure.
func (p Path) Box() Box {
	first, b := true, Box{}
	for _, poly := range p.Flat(0.05) {
		for _, q := range poly {
			if first {
				b, first = Box{q.X, q.Y, q.X, q.Y}, false
			}
			b = b.with(q)
		}
	}
	return b
}

// Area returns the area of the figures; a hole that runs the other way round
// counts against it.
func (p Path) Area() float64 {
	area := 0.0
	for _, poly := range p.Flat(0.05) {
		a := poly[len(poly)-1]
		for _, b := range poly {
			area += (a.X*b.Y - b.X*a.Y) / 2
			a = b
		}
	}
	return math.Abs(area)
}

// Reach returns the greatest distance of the drawn figure from c.
func (p Path) Reach(c Pt) float64 {
	r := 0.0
	for _, poly := range p.Flat(0.05) {
		for _, q := range poly {
			r = max(r, math.Hypot(q.X-c.X, q.Y-c.Y))
		}
	}
	return r
}

// Holds reports whether the figures cover a point.
func (p Path) Holds(q Pt) bool {
	winds := 0
	for _, poly := range p.Flat(0.5) {
		a := poly[len(poly)-1]
		for _, b := range poly {
			if (a.Y <= q.Y) != (b.Y <= q.Y) {
				side := (b.X-a.X)*(q.Y-a.Y) - (q.X-a.X)*(b.Y-a.Y)
				switch {
				case b.Y > a.Y && side > 0:
					winds++
				case b.Y < a.Y && side < 0:
					winds--
				}
			}
			a = b
		}
	}
	return winds != 0
}
