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
	tip  = 0.5  // how far round the end of a line is that is one square thick
	ease = 2.0  // how far a bend of a curve reaches at most
	wave = 0.75 // how far a single step does, which is no stair
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
	case a.neck || a.n == 1 && s.step(i) || b.n == 1 && s.step(i+1):
		return stair
	case a.n > 1 && b.n > 1:
		// Where a curve is steepest, two runs of two may meet between runs of one.
		if s.low(i) && s.low(i+1) && s.c.run(i-1).n == 1 && s.c.run(i+2).n == 1 {
			return stair
		}
		return sharp
	}
	return round
}

// step reports whether run i bends one way where it begins and the other way
// where it ends.
func (s shape) step(i int) bool { return s.c.run(i-1).bend != s.c.run(i).bend }

// low reports whether run i is a step low enough for a stair.
func (s shape) low(i int) bool { return s.step(i) && s.c.run(i).n <= 2 }

// reach is how much of run i goes to the stair corner that it shares with the
// run on its side by (1 the next, -1 the one before), and how far the bend there
// reaches. A line from the middle of one run to the middle of the next is a slope
// of any steepness; of a run much longer than the one after the step, the rest
// stays level.
func (s shape) reach(i, by int) (reach, soft float64) {
	reach, soft = 0.5, ease
	if s.low(i + by) {
		reach = float64(s.c.run(i+2*by).n)/2 + 1
		if !(s.step(i) && s.low(i-by)) && !(s.step(i+2*by) && s.low(i+3*by)) {
			reach, soft = wave, wave
		}
	}
	return min(reach, float64(s.c.run(i).n)/2), soft
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

// bare reports whether the hollow corner before run i lies on a square of the
// layer's own ink, which would show through if the corner were tucked in.
func (s shape) bare(i int) bool {
	r, before := s.c.run(i), s.c.run(i-1)
	q, _ := before.way.beside(r.spot)
	return before.bend < 0 && s.a.at(q.x, q.y) == inked
}

// nodes are the corners of the figure.
func (s shape) nodes() []node {
	out := make([]node, 0, len(s.c)+2)
	for i := range s.c {
		r, before := s.c.run(i), s.c.run(i-1)
		from, to := 0.0, float64(r.n)
		switch at := s.corner(i - 1); at {
		case stair:
			var soft float64
			from, soft = s.reach(i, -1)
			out = append(out, node{s.at(r, from), soft})
		default:
			n := node{Pt: in(s.at(r, 0), before.way, s.tucked(before, before.n-1))}
			if at == round {
				n.soft = tip
			}
			if !s.bare(i) {
				out = append(out, n)
				break
			}
			n.Pt = outline.Pt{X: float64(r.x), Y: float64(r.y)}
			out = append(out, node{Pt: s.at(before, float64(before.n)-tuck)}, n, node{Pt: s.at(r, tuck)})
		}
		var end *node
		if s.corner(i) == stair {
			reach, soft := s.reach(i, 1)
			to -= reach
			end = &node{s.at(r, to), soft}
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
		if end != nil && to > from {
			out = append(out, *end)
		}
	}
	return out
}

// draw adds the figure to a path, in a square from 0 to 1.
func (s shape) draw(p *outline.Path) {
	ns := straightened(s.nodes())
	k := 1 / float64(s.a.side)
	place := func(q outline.Pt) outline.Pt { return outline.Pt{X: q.X * k, Y: q.Y * k} }
	start := ns[0].toward(ns[1], ns[len(ns)-1])
	p.Move(place(start))
	last := start
	for i := range ns {
		n, next := ns[(i+1)%len(ns)], ns[(i+2)%len(ns)]
		if q := n.toward(ns[i], next); q != last && q != start {
			p.Line(place(q))
		}
		if last = n.toward(next, ns[i]); n.soft > 0 {
			p.Quad(place(n.Pt), place(last))
		}
	}
	p.Close()
}

// toward is where the bend at n ends on the line to m, which comes from or goes
// on to o.
func (n node) toward(m, o node) outline.Pt {
	d := math.Hypot(m.X-n.X, m.Y-n.Y)
	t := min(n.room(m), 2*n.room(o)) / d
	return outline.Pt{X: n.X + t*(m.X-n.X), Y: n.Y + t*(m.Y-n.Y)}
}

// room is how much of the line to m the bend at n may have. Two bends share a
// line.
func (n node) room(m node) float64 {
	d := math.Hypot(m.X-n.X, m.Y-n.Y)
	if m.soft > 0 {
		d /= 2
	}
	return min(n.soft, d)
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
