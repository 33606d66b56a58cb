// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"math"

	"insignia/render/outline"
)

// polyline is a figure in straight pieces.
type polyline struct {
	pts    []outline.Pt
	ways   []way
	closed bool
}

// way is how a line goes through one of its points: bent, within a curve,
// where there is no corner; or in one direction up to it and in another from it
// on. A direction of no length is that of the piece.
type way struct {
	bent    bool
	in, out outline.Pt
}

func (l *polyline) add(q outline.Pt, w way) {
	l.pts, l.ways = append(l.pts, q), append(l.ways, w)
}

// flatten takes a path apart into figures of straight pieces that stay within
// tol of it, at most budget points of them.
func flatten(p outline.Path, tol float64, budget *int) []polyline {
	var out []polyline
	var cur polyline
	var last outline.Pt
	end := func() {
		if len(cur.pts) > 0 {
			out = append(out, cur)
		}
		cur = polyline{}
	}
	for i := range p {
		s := &p[i]
		switch s.Op {
		case outline.Move:
			end()
			cur.add(s.P[0], way{})
			last = s.P[0]
		case outline.Close:
			cur.closed = true
			if len(cur.pts) > 0 {
				last = cur.pts[0]
			}
			end()
		default:
			if len(cur.pts) == 0 {
				cur.add(last, way{})
			}
			from := len(cur.pts)
			leave, arrive := tangents(s, last)
			cur.ways[from-1].out = leave
			last = s.Chords(last, tol, func(q outline.Pt) { cur.add(q, way{bent: true}) })
			cur.ways[len(cur.ways)-1] = way{in: arrive}
			*budget -= len(cur.pts) - from
		}
		if *budget < 0 {
			return nil
		}
	}
	end()
	return out
}

// tangents are the directions in which a curve leaves its beginning and
// arrives at its end; a straight line's are those of its piece.
func tangents(s *outline.Seg, from outline.Pt) (leave, arrive outline.Pt) {
	if s.Op != outline.Quad && s.Op != outline.Cube {
		return leave, arrive
	}
	pts := append([]outline.Pt{from}, s.Points()...)
	n := len(pts) - 1
	for i := 1; i <= n && leave == (outline.Pt{}); i++ {
		if pts[i] != pts[0] {
			leave = direction(pts[0], pts[i])
		}
	}
	for i := n - 1; i >= 0 && arrive == (outline.Pt{}); i-- {
		if pts[i] != pts[n] {
			arrive = direction(pts[i], pts[n])
		}
	}
	return leave, arrive
}

// stroker draws the outline of a line as figures that cover it, all of them
// running the same way round, so that where they overlap they cover too.
type stroker struct {
	half  float64 // of the width
	join  string
	cap   string
	miter float64
	tol   float64
	left  int // points that may still come; below 0 nothing is complete
	out   [][]outline.Pt
}

// line adds one polyline.
func (k *stroker) line(l polyline) {
	l = distinct(l)
	n := len(l.pts)
	if n == 1 {
		k.dot(l.pts[0])
		return
	}
	if l.closed && n == 2 {
		l.closed = false
		l.add(l.pts[0], way{})
		n++
	}
	back := reversed(l)
	if l.closed {
		k.out = append(k.out, k.side(l, nil), k.side(back, nil))
		return
	}
	poly := k.side(l, nil)
	poly = k.end(poly, l.pts[n-1], l.arriving(n-1))
	poly = k.side(back, poly)
	poly = k.end(poly, l.pts[0], back.arriving(n-1))
	k.out = append(k.out, poly)
}

// distinct leaves out points that repeat the one before.
func distinct(l polyline) polyline {
	out := polyline{closed: l.closed}
	join := func(a *way, b way) {
		a.bent = a.bent && b.bent
		if b.out != (outline.Pt{}) || !b.bent {
			a.out = b.out
		}
	}
	for i, q := range l.pts {
		if n := len(out.pts); n > 0 && out.pts[n-1] == q {
			join(&out.ways[n-1], l.ways[i])
			continue
		}
		out.add(q, l.ways[i])
	}
	if n := len(out.pts); out.closed && n > 1 && out.pts[0] == out.pts[n-1] {
		out.ways[0].in = out.ways[n-1].in
		out.pts, out.ways = out.pts[:n-1], out.ways[:n-1]
	}
	return out
}

func reversed(l polyline) polyline {
	n := len(l.pts)
	out := polyline{pts: make([]outline.Pt, n), ways: make([]way, n), closed: l.closed}
	for i, w := range l.ways {
		out.pts[n-1-i] = l.pts[i]
		out.ways[n-1-i] = way{w.bent, outline.Pt{X: -w.out.X, Y: -w.out.Y}, outline.Pt{X: -w.in.X, Y: -w.in.Y}}
	}
	return out
}

// arriving is the direction of the line at point i, leaving from it on.
func (l *polyline) arriving(i int) outline.Pt {
	if w := l.ways[i]; w.in != (outline.Pt{}) {
		return w.in
	}
	n := len(l.pts)
	return direction(l.pts[(i+n-1)%n], l.pts[i])
}

func (l *polyline) leaving(i int) outline.Pt {
	if w := l.ways[i]; w.out != (outline.Pt{}) {
		return w.out
	}
	return direction(l.pts[i], l.pts[(i+1)%len(l.pts)])
}

func dist(a, b outline.Pt) float64 { return math.Hypot(b.X-a.X, b.Y-a.Y) }

func direction(a, b outline.Pt) outline.Pt {
	d := dist(a, b)
	return outline.Pt{X: (b.X - a.X) / d, Y: (b.Y - a.Y) / d}
}

// beside is the point at the line's width to the left of p, for a line that
// goes along u.
func (k *stroker) beside(p, u outline.Pt) outline.Pt {
	return outline.Pt{X: p.X + u.Y*k.half, Y: p.Y - u.X*k.half}
}

// side goes along the left of a line and turns its corners.
func (k *stroker) side(l polyline, poly []outline.Pt) []outline.Pt {
	n := len(l.pts)
	for i := range n {
		if k.left--; k.left < 0 {
			return poly
		}
		switch {
		case l.closed || i > 0 && i < n-1:
			poly = k.corner(poly, &l, i)
		case i == 0:
			poly = append(poly, k.beside(l.pts[0], l.leaving(0)))
		default:
			poly = append(poly, k.beside(l.pts[i], l.arriving(i)))
		}
	}
	return poly
}

// corner goes round point i on the left.
func (k *stroker) corner(poly []outline.Pt, l *polyline, i int) []outline.Pt {
	n := len(l.pts)
	a, p, b := l.pts[(i+n-1)%n], l.pts[i], l.pts[(i+1)%n]
	u, v := l.arriving(i), l.leaving(i)
	from, to := k.beside(p, u), k.beside(p, v)
	cross, cos := u.X*v.Y-u.Y*v.X, min(1, u.X*v.X+u.Y*v.Y)
	inner := cross < 0 // the line turns left
	if inner {
		// One point for both, unless the pieces are too short for it: then
		// each is drawn on its own, as far as the point they share.
		if reach := k.half * -cross / (1 + cos); reach < min(dist(a, p), dist(p, b))/2 {
			return append(poly, meeting(p, from, to, cos))
		}
		return append(poly, from, p, to)
	}
	if cos > 0 && k.half*(math.Sqrt(2/(1+cos))-1) < k.tol { // nobody sees a corner
		return append(poly, meeting(p, from, to, cos))
	}
	poly = append(poly, from)
	switch {
	case k.join == "round" || l.ways[i].bent:
		poly = k.round(poly, p, from, to)
	case k.join == "miter" || k.join == "miter-clip" || k.join == "arcs":
		if cos > -0.9999 && 2/(1+cos) <= k.miter*k.miter {
			poly = append(poly, meeting(p, from, to, cos))
		}
	}
	return append(poly, to)
}

// meeting is where the two sides meet.
func meeting(p, from, to outline.Pt, cos float64) outline.Pt {
	d := 1 + cos
	return outline.Pt{X: p.X + (from.X+to.X-2*p.X)/d, Y: p.Y + (from.Y+to.Y-2*p.Y)/d}
}

// round goes clockwise along the circle about p.
func (k *stroker) round(poly []outline.Pt, p, from, to outline.Pt) []outline.Pt {
	a := math.Atan2(from.Y-p.Y, from.X-p.X)
	b := math.Atan2(to.Y-p.Y, to.X-p.X)
	if b < a {
		b += 2 * math.Pi
	}
	step := 2 * math.Acos(max(0.7, 1-k.tol/k.half))
	n := int(math.Ceil((b - a) / step))
	k.left -= n
	for i := 1; i < n && k.left >= 0; i++ {
		s, c := math.Sincos(a + (b-a)*float64(i)/float64(n))
		poly = append(poly, outline.Pt{X: p.X + c*k.half, Y: p.Y + s*k.half})
	}
	return poly
}

// end closes a line at p that came along u.
func (k *stroker) end(poly []outline.Pt, p, u outline.Pt) []outline.Pt {
	left := k.beside(p, u)
	right := outline.Pt{X: 2*p.X - left.X, Y: 2*p.Y - left.Y}
	switch k.cap {
	case "round":
		return k.round(poly, p, left, right)
	case "square":
		x, y := u.X*k.half, u.Y*k.half
		return append(poly, outline.Pt{X: left.X + x, Y: left.Y + y}, outline.Pt{X: right.X + x, Y: right.Y + y})
	}
	return poly
}

// dot is a line of no length, which only ends show.
func (k *stroker) dot(p outline.Pt) {
	if k.cap != "round" && k.cap != "square" {
		return
	}
	u := outline.Pt{X: 1}
	poly := []outline.Pt{k.beside(p, u)}
	poly = k.end(poly, p, u)
	u.X = -1
	poly = append(poly, k.beside(p, u))
	k.out = append(k.out, k.end(poly, p, u))
}

// dashMost is how many dashes a figure may have; more are drawn as a line.
const dashMost = 5000

// dashed takes a figure apart into its dashes.
func dashed(l polyline, dash []float64, from float64) []polyline {
	whole := []polyline{l}
	if l.closed && len(l.pts) > 1 {
		n := len(l.pts)
		l.pts, l.ways = l.pts[:n:n], l.ways[:n:n]
		l.add(l.pts[0], l.ways[0])
	}
	sum, length := 0.0, 0.0
	for _, d := range dash {
		sum += d
	}
	for i := 1; i < len(l.pts); i++ {
		length += dist(l.pts[i-1], l.pts[i])
	}
	if !(length/sum*float64(len(dash)) < dashMost) {
		return whole
	}
	from = math.Mod(math.Mod(from, sum)+sum, sum)
	at := 0
	for from >= dash[at] && from > 0 {
		from -= dash[at]
		at = (at + 1) % len(dash)
	}
	left := dash[at] - from // of the present dash or gap
	var out []polyline
	var cur polyline
	on := func(q outline.Pt, w way) {
		if at%2 == 0 {
			cur.add(q, w)
		}
	}
	on(l.pts[0], l.ways[0])
	for i := 1; i < len(l.pts); i++ {
		a, b := l.pts[i-1], l.pts[i]
		d := dist(a, b)
		for d > left {
			t := left / d
			a = outline.Pt{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
			d -= left
			on(a, way{})
			if at%2 == 0 {
				out, cur = append(out, cur), polyline{}
			}
			at = (at + 1) % len(dash)
			left = dash[at]
			on(a, way{})
			if len(out) > 2*dashMost {
				return whole
			}
		}
		left -= d
		on(b, l.ways[i])
	}
	if len(cur.pts) > 0 {
		out = append(out, cur)
	}
	return out
}
