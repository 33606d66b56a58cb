// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package outline

import "math"

// Stop is a place on a figure's line and the direction in which the line goes
// on, a vector of length 1.
type Stop struct {
	Pt
	U Pt
}

// Round returns n stops at equal distances along the first figure of the
// path, the first where the line crosses the upright through c at the top, so
// that a figure that is alike on both sides gets stops that are.
func (p Path) Round(n int, c Pt) []Stop {
	l := p.loop(c)
	out := make([]Stop, n)
	for i := range out {
		out[i] = l.at(l.length * float64(i) / float64(n))
	}
	return out
}

// Length is how long the line of the path's first figure is.
func (p Path) Length() float64 { return p.loop(Pt{}).length }

// Beads returns n circles of radius r along the path, the first at the top;
// they run as the path does.
func (p Path) Beads(n int, r float64, c Pt) Path {
	var out Path
	for _, s := range p.Round(n, c) {
		out.Append(Circle(s.Pt, r), Place(1, 0, 0))
	}
	return out
}

// Dashes returns n lines along the path, each the given share of its part of
// it, 2·half thick; the first is in the middle of the top.
func (p Path) Dashes(n int, share, half float64, c Pt) Path {
	const pieces = 4 // a dash bends with the line
	l := p.loop(c)
	part := l.length / float64(n)
	var out Path
	for i := range n {
		from := part * (float64(i) - share/2)
		var left, right [pieces + 1]Pt
		for j := range left {
			s := l.at(from + part*share*float64(j)/pieces)
			left[j] = Pt{s.X + s.U.Y*half, s.Y - s.U.X*half}
			right[j] = Pt{s.X - s.U.Y*half, s.Y + s.U.X*half}
		}
		out.Move(left[0])
		for _, q := range left[1:] {
			out.Line(q)
		}
		for j := pieces; j >= 0; j-- {
			out.Line(right[j])
		}
		out.Close()
	}
	return out
}

// Ring returns the band between two circles.
func Ring(c Pt, outer, inner float64) Path {
	p := Circle(c, outer)
	p.Move(Pt{c.X + inner, c.Y})
	p.Arc(c, inner, 0, -2*math.Pi)
	p.Close()
	return p
}

// loop is a closed line of straight pieces, cut open at the top.
type loop struct {
	pts    []Pt
	upto   []float64 // the length up to each
	length float64
}

// loop takes the path's first figure. An empty path has a loop of one point.
func (p Path) loop(c Pt) loop {
	polys := p.Flat(0.05)
	if len(polys) == 0 {
		return loop{pts: []Pt{c, c}, upto: []float64{0, 0}}
	}
	poly := polys[0]
	// Where it crosses the upright, highest: cut it there.
	cut, top := 0, Pt{c.X, math.Inf(1)}
	for i, a := range poly {
		b := poly[(i+1)%len(poly)]
		if (a.X <= c.X) != (b.X <= c.X) {
			t := (c.X - a.X) / (b.X - a.X)
			if y := a.Y + t*(b.Y-a.Y); y < top.Y {
				cut, top = i+1, Pt{c.X, y}
			}
		}
	}
	if math.IsInf(top.Y, 1) {
		top = poly[0]
	}
	l := loop{pts: make([]Pt, 0, len(poly)+2)}
	l.pts = append(l.pts, top)
	for i := range poly {
		l.pts = append(l.pts, poly[(cut+i)%len(poly)])
	}
	l.pts = append(l.pts, top)
	l.upto = make([]float64, len(l.pts))
	for i := 1; i < len(l.pts); i++ {
		l.length += dist(l.pts[i-1], l.pts[i])
		l.upto[i] = l.length
	}
	return l
}

// at is the stop at a length, which may be before the beginning or beyond the
// end.
func (l *loop) at(d float64) Stop {
	if l.length == 0 {
		return Stop{l.pts[0], Pt{1, 0}}
	}
	d = math.Mod(d, l.length)
	if d < 0 {
		d += l.length
	}
	i, j := 0, len(l.upto)-1
	for j-i > 1 {
		if m := (i + j) / 2; l.upto[m] <= d {
			i = m
		} else {
			j = m
		}
	}
	a, b := l.pts[i], l.pts[j]
	u := unit(a, b)
	t := d - l.upto[i]
	return Stop{Pt{a.X + u.X*t, a.Y + u.Y*t}, u}
}
