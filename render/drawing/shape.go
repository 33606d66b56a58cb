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
	c      *contour
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
	half := float64(s.c.run(i).n) / 2
	if !s.step(i) {
		soft = min(soft, half) // a peak stays one
	}
	return min(reach, half), soft
}

// node is a corner of the figure.
type node struct {
	outline.Pt
	soft float64 // how far it may be rounded; 0 is a sharp one
}

// on is the place on run r that is t from its beginning.
func (r *run) on(t float64) outline.Pt {
	f := steps[r.way]
	return outline.Pt{X: float64(r.x) + t*float64(f.x), Y: float64(r.y) + t*float64(f.y)}
}

// at is the same place tucked in if a later ink lies over square j of the run.
func (s shape) at(r *run, t float64, j int) outline.Pt { return s.in(r.on(t), r, j) }

// in moves a place into the area as far as square j of run r is tucked in.
func (s shape) in(p outline.Pt, r *run, j int) outline.Pt {
	if !s.tucked(r, j) {
		return p
	}
	o := steps[r.way.turned(1)]
	return outline.Pt{X: p.X + tuck*float64(o.x), Y: p.Y + tuck*float64(o.y)}
}

// tucked reports whether square j of run r lies under a later ink, and, where
// that ink's corners may be cut off, the squares before and after it too.
func (s shape) tucked(r *run, j int) bool {
	u, i := s.c.under, r.side+min(j, r.n-1)
	return u[i] && (!s.smooth || u[(i+1)%len(u)] && u[(i+len(u)-1)%len(u)])
}

// nodes are the corners of the figure.
func (s shape) nodes() []node {
	out := make([]node, 0, len(s.c.runs)+2)
	for i := range s.c.runs {
		r := s.c.run(i)
		from, to := 0.0, float64(r.n)
		if s.corner(i-1) == stair {
			reach, soft := s.reach(i, -1)
			from = reach
			out = append(out, node{s.at(r, from, int(from)), soft})
		} else {
			out = s.turn(out, i)
		}
		var last []node
		if s.corner(i) == stair {
			reach, soft := s.reach(i, 1)
			if to -= reach; to > from { // else both have the middle
				last = []node{{s.at(r, to, int(to)), soft}}
			}
		}
		out = append(s.joints(out, r, from, to), last...)
	}
	return out
}

// turn adds the corner before run i, which is no stair.
func (s shape) turn(out []node, i int) []node {
	r, before := s.c.run(i), s.c.run(i-1)
	end := before.n - 1
	n := node{Pt: s.in(s.at(r, 0, 0), before, end)}
	if s.corner(i-1) == round {
		n.soft = tip
	}
	q, _ := before.way.beside(r.spot)
	if before.bend > 0 || s.a.at(q.x, q.y) != inked {
		return append(out, n)
	}
	// A hollow corner on a square of the layer's own ink: tucked in it would
	// show the ground.
	n.Pt = r.on(0)
	t := float64(before.n) - tuck
	return append(out, node{Pt: s.at(before, t, end)}, node{Pt: before.on(t)}, n, node{Pt: r.on(tuck)}, node{Pt: s.at(r, tuck, 0)})
}

// joints adds the places between two along run r where what lies over it begins
// or ends. The line goes in and out a little way under it, so that the joint is
// covered.
func (s shape) joints(out []node, r *run, from, to float64) []node {
	for j := 1; j < r.n; j++ {
		was, is := s.tucked(r, j-1), s.tucked(r, j)
		t := float64(j) + tuck
		if was {
			t = float64(j) - tuck
		}
		if was != is && from < t && t < to {
			out = append(out, node{Pt: s.at(r, t, j-1)}, node{Pt: s.at(r, t, j)})
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
