// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package outline

import "math"

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
	for _, s := range p {
		switch s.Op {
		case Move:
			end()
			cur = append(cur, s.P[0])
			last = s.P[0]
		case Line:
			cur = append(cur, s.P[0])
			last = s.P[0]
		case Quad:
			a, b := s.P[0], s.P[1]
			n := steps(math.Hypot(last.X-2*a.X+b.X, last.Y-2*a.Y+b.Y)/4, tol)
			for k := 1; k <= n; k++ {
				t := float64(k) / float64(n)
				u := 1 - t
				cur = append(cur, Pt{u*u*last.X + 2*u*t*a.X + t*t*b.X, u*u*last.Y + 2*u*t*a.Y + t*t*b.Y})
			}
			last = b
		case Cube:
			a, b, c := s.P[0], s.P[1], s.P[2]
			bend := max(math.Hypot(last.X-2*a.X+b.X, last.Y-2*a.Y+b.Y), math.Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y))
			n := steps(bend*3/4, tol)
			for k := 1; k <= n; k++ {
				t := float64(k) / float64(n)
				u := 1 - t
				cur = append(cur, Pt{
					u*u*u*last.X + 3*u*u*t*a.X + 3*u*t*t*b.X + t*t*t*c.X,
					u*u*u*last.Y + 3*u*u*t*a.Y + 3*u*t*t*b.Y + t*t*t*c.Y,
				})
			}
			last = c
		case Close:
			end()
		}
	}
	end()
	return out
}

// steps is how many chords keep a curve whose middle lies at most sag from
// its chord within tol: the distance falls with the square of their number.
func steps(sag, tol float64) int {
	return int(min(64, max(1, math.Ceil(math.Sqrt(sag/tol)))))
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

// Centroid returns the centre of gravity and the area of the figures; holes
// that run the other way round count against it. Without an area it is the
// middle of the box.
func (p Path) Centroid() (c Pt, area float64) {
	for _, poly := range p.Flat(0.05) {
		a := poly[len(poly)-1]
		for _, b := range poly {
			w := a.X*b.Y - b.X*a.Y
			area += w / 2
			c.X += w * (a.X + b.X) / 6
			c.Y += w * (a.Y + b.Y) / 6
			a = b
		}
	}
	if math.Abs(area) < 1e-9 {
		return p.Box().Centre(), 0
	}
	return Pt{c.X / area, c.Y / area}, math.Abs(area)
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
