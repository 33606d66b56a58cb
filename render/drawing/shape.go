// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package drawing

import (
	"math"

	"insignia/render/outline"
)

// All lengths are in squares.
const (
	tuck = 0.25 // how far inside a later ink's edge a layer stays under it
	cap  = 0.5  // how far round the end of a line is that is one square thick
	ease = 1.0  // how far a bend of a curve reaches at most
	wave = 0.75 // how far a single step between two level runs does
)

// shape is a contour about to be drawn.
type shape struct {
	a      *area
	c      contour
	smooth bool
}

// corner says what becomes of the corner at the end of a run.
type corner uint8

const (
	sharp corner = iota
	round        // at the end of something one square thick
	stair        // cut off by a line from run to run, so that stairs are a slope
)

// corner is that at the end of run i. Who draws two squares and more on both
// sides of a corner means it; a run of one square that bends to and fro is a
// step of a stair.
func (s shape) corner(i int) corner {
	a, b := s.c.run(i), s.c.run(i+1)
	switch {
	case !s.smooth:
		return sharp
	case a.neck || s.step(i) && a.n == 1 || s.step(i+1) && b.n == 1:
		return stair
	case a.n > 1 && b.n > 1:
		// Where a curve is steepest, two runs of two may meet between runs of one.
		if s.step(i) && s.step(i+1) && max(a.n, b.n) == 2 && s.c.run(i-1).n == 1 && s.c.run(i+2).n == 1 {
			return stair
		}
		return sharp
	}
	return round
}

// step reports whether run i bends one way where it begins and the other way
// where it ends.
func (s shape) step(i int) bool { return s.c.run(i-1).bend != s.c.run(i).bend }

// reach is how much of run i goes to the stair corner that it shares with the
// run on its side by (1 the next, -1 the one before). A line from the middle of
// one run to the middle of the next is a slope of any steepness; of a run much
// longer than the one after the step, the rest stays level.
func (s shape) reach(i, by int) float64 {
	r, other, beyond := s.c.run(i), s.c.run(i+by), s.c.run(i+2*by)
	most := 0.5
	if s.step(i+by) && other.n <= 2 {
		most = float64(beyond.n)/2 + 1
		if !s.step(i) && !s.step(i+2*by) {
			most = wave
		}
	}
	return min(most, float64(r.n)/2)
}

// node is a corner of the figure.
type node struct {
	outline.Pt
	soft float64 // how far it may be rounded; 0 is a sharp one
}

// at is the place on run r that is t from its beginning, tucked in where a
// later ink lies over it.
func (s shape) at(r *run, t float64) outline.Pt {
	f := steps[r.way]
	p := outline.Pt{X: float64(r.x) + t*float64(f.x), Y: float64(r.y) + t*float64(f.y)}
	return in(p, r.way, s.tucked(r, int(t)))
}

// tucked is how far in the side of square j of run r lies.
func (s shape) tucked(r *run, j int) float64 {
	q, _ := r.way.beside(r.way.from(r.spot, min(j, r.n-1)))
	if s.a.at(q.x, q.y) == hidden {
		return tuck
	}
	return 0
}

// in moves a place on a run that leads in direction w into the area by d.
func in(p outline.Pt, w way, d float64) outline.Pt {
	o := steps[w.turned(1)]
	return outline.Pt{X: p.X + d*float64(o.x), Y: p.Y + d*float64(o.y)}
}

// nodes are the corners of the figure.
func (s shape) nodes() []node {
	out := make([]node, 0, len(s.c)+2)
	for i := range s.c {
		r, before := s.c.run(i), s.c.run(i-1)
		from, to := 0.0, float64(r.n)
		switch at := s.corner(i - 1); at {
		case stair:
			from = s.reach(i, -1)
			out = append(out, node{s.at(r, from), ease})
		default:
			p := in(s.at(r, 0), before.way, s.tucked(before, before.n-1))
			n := node{Pt: p}
			if at == round {
				n.soft = cap
			}
			out = append(out, n)
		}
		last := s.corner(i) == stair
		if last {
			to -= s.reach(i, 1)
		}
		// Where what lies over it begins or ends it goes in or out, a little way
		// under it, so that the joint is covered.
		for j := 1; j < r.n; j++ {
			d := s.tucked(r, j) - s.tucked(r, j-1)
			t := float64(j) + math.Copysign(tuck, d)
			if d != 0 && from < t && t < to {
				p := s.at(r, float64(j)-0.5)
				f := steps[r.way]
				k := t - float64(j) + 0.5
				p.X, p.Y = p.X+k*float64(f.x), p.Y+k*float64(f.y)
				out = append(out, node{Pt: p}, node{Pt: in(p, r.way, d)})
			}
		}
		if last && to > from {
			out = append(out, node{s.at(r, to), ease})
		}
	}
	return out
}

// draw adds the figure to a path, in a square from 0 to 1.
func (s shape) draw(p *outline.Path) {
	ns := straightened(s.nodes())
	k := 1 / float64(s.a.side)
	place := func(q outline.Pt) outline.Pt { return outline.Pt{X: q.X * k, Y: q.Y * k} }
	last := ns[0].toward(ns[1])
	p.Move(place(last))
	for i := range ns {
		n, next := ns[(i+1)%len(ns)], ns[(i+2)%len(ns)]
		if q := n.toward(ns[i]); q != last {
			p.Line(place(q))
		}
		if last = n.toward(next); n.soft > 0 {
			p.Quad(place(n.Pt), place(last))
		}
	}
	p.Close()
}

// toward is where the bend at n ends on the line to m. Two bends share a line.
func (n node) toward(m node) outline.Pt {
	if n.soft == 0 {
		return n.Pt
	}
	d := math.Hypot(m.X-n.X, m.Y-n.Y)
	t := min(n.soft/d, 1)
	if m.soft > 0 {
		t = min(t, 0.5)
	}
	return outline.Pt{X: n.X + t*(m.X-n.X), Y: n.Y + t*(m.Y-n.Y)}
}

// straightened leaves out what lies on a straight line. All places are eighths
// of a square, which floating point holds exactly.
func straightened(ns []node) []node {
	out := ns[:0:0]
	for i, b := range ns {
		a, c := ns[(i+len(ns)-1)%len(ns)], ns[(i+1)%len(ns)]
		if len(out) > 0 {
			a = out[len(out)-1]
		}
		if (b.X-a.X)*(c.Y-b.Y) != (b.Y-a.Y)*(c.X-b.X) {
			out = append(out, b)
		}
	}
	return out
}
