// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"math"
	"strings"

	"insignia/render/outline"
)

// pen follows path data.
type pen struct {
	out       outline.Path
	begin, at outline.Pt // of the figure, and now
	handle    outline.Pt // the last curve's, for a smooth one after it
	smooth    byte       // what that curve was: C or Q
	begun     bool
	n         numbers
	rel       bool
}

// pathData reads the d of a path, one step more than a path may have at most.
// As SVG asks, what comes before a mistake is drawn.
func pathData(d string) outline.Path {
	p := pen{n: numbers{d}}
	for len(p.out) <= maxSteps {
		p.n.skip()
		if p.n.s == "" {
			break
		}
		c := p.n.s[0]
		if strings.IndexByte("MmLlHhVvCcSsQqTtAaZz", c) < 0 || !p.begun && c != 'M' && c != 'm' {
			break
		}
		p.n.s = p.n.s[1:]
		p.rel = c >= 'a'
		if !p.command(c &^ 0x20) {
			break
		}
	}
	return p.out
}

// command draws what follows one letter, as often as there are numbers.
func (p *pen) command(c byte) bool {
	if c == 'Z' {
		p.out.Close()
		p.at, p.smooth = p.begin, 0
		return true
	}
	for first := true; ; first = false {
		if p.n.skip(); !first && (p.n.s == "" || strings.IndexByte("+-.0123456789", p.n.s[0]) < 0) {
			return true
		}
		if len(p.out) > maxSteps || !p.step(c, first) {
			return false
		}
	}
}

// point reads a pair of numbers.
func (p *pen) point() (outline.Pt, bool) {
	x, ok1 := p.n.next()
	y, ok2 := p.n.next()
	if p.rel {
		x, y = x+p.at.X, y+p.at.Y
	}
	return outline.Pt{X: x, Y: y}, ok1 && ok2 && math.Abs(x) <= farthest && math.Abs(y) <= farthest
}

// step draws one segment.
func (p *pen) step(c byte, first bool) bool {
	var q [3]outline.Pt
	n := map[byte]int{'M': 1, 'L': 1, 'T': 1, 'S': 2, 'Q': 2, 'C': 3}[c]
	for i := range n {
		var ok bool
		if q[i], ok = p.point(); !ok {
			return false
		}
	}
	if c != 'M' || !first {
		p.start()
	}
	mirrored := p.at
	if p.smooth == map[byte]byte{'S': 'C', 'T': 'Q'}[c] && p.smooth != 0 {
		mirrored = outline.Pt{X: 2*p.at.X - p.handle.X, Y: 2*p.at.Y - p.handle.Y}
	}
	p.smooth = 0
	switch c {
	case 'M':
		if first {
			p.out.Move(q[0])
			p.begin, p.begun = q[0], true
		} else {
			p.out.Line(q[0])
		}
		p.at = q[0]
	case 'L':
		p.line(q[0])
	case 'H', 'V':
		v, ok := p.n.next()
		if !ok {
			return false
		}
		to := &p.at.X
		if c == 'V' {
			to = &p.at.Y
		}
		if p.rel {
			v += *to
		}
		*to = v
		p.line(p.at)
	case 'C':
		p.curve(q[0], q[1], q[2])
	case 'S':
		p.curve(mirrored, q[0], q[1])
	case 'Q':
		p.bend(q[0], q[1])
	case 'T':
		p.bend(mirrored, q[0])
	case 'A':
		return p.arc()
	}
	return true
}

// start begins a figure again after a Z that no M follows.
func (p *pen) start() {
	if n := len(p.out); n > 0 && p.out[n-1].Op == outline.Close {
		p.out.Move(p.at)
	}
}

func (p *pen) line(q outline.Pt) {
	p.out.Line(q)
	p.at = q
}

func (p *pen) curve(a, b, q outline.Pt) {
	p.out.Cube(a, b, q)
	p.at, p.handle, p.smooth = q, b, 'C'
}

func (p *pen) bend(a, q outline.Pt) {
	p.out.Quad(a, q)
	p.at, p.handle, p.smooth = q, a, 'Q'
}

// arc reads and draws an elliptical arc, by the rules of SVG 1.1, appendix F.6.
func (p *pen) arc() bool {
	rx, ok1 := p.n.next()
	ry, ok2 := p.n.next()
	turn, ok3 := p.n.next()
	large, ok4 := p.n.flag()
	sweep, ok5 := p.n.flag()
	to, ok6 := p.point()
	if !(ok1 && ok2 && ok3 && ok4 && ok5 && ok6) {
		return false
	}
	rx, ry = math.Abs(rx), math.Abs(ry)
	switch {
	case to == p.at:
	case rx == 0 || ry == 0:
		p.line(to)
	default:
		p.ellipse(rx, ry, turn*math.Pi/180, large, sweep, to)
	}
	return true
}

// ellipse goes along the ellipse in the frame where it is the unit circle.
func (p *pen) ellipse(rx, ry, turn float64, large, sweep bool, to outline.Pt) {
	s, c := math.Sincos(turn)
	dx, dy := (p.at.X-to.X)/2, (p.at.Y-to.Y)/2
	x, y := (c*dx+s*dy)/rx, (-s*dx+c*dy)/ry
	d := x*x + y*y
	if d > 1 { // too small to reach: as large as it must be
		k := math.Sqrt(d)
		rx, ry, x, y, d = rx*k, ry*k, x/k, y/k, 1
	}
	k := 0.0
	if d > 0 {
		k = math.Sqrt(max(0, 1/d-1))
	}
	if large == sweep {
		k = -k
	}
	cx, cy := k*y, -k*x
	from, till := math.Atan2(y-cy, x-cx), math.Atan2(-y-cy, -x-cx)
	switch {
	case sweep && till < from:
		till += 2 * math.Pi
	case !sweep && till > from:
		till -= 2 * math.Pi
	}
	mx, my := (p.at.X+to.X)/2, (p.at.Y+to.Y)/2
	m := outline.Affine{A: c * rx, B: s * rx, C: -s * ry, D: c * ry, E: mx + c*rx*cx - s*ry*cy, F: my + s*rx*cx + c*ry*cy}
	var unit outline.Path
	unit.Arc(outline.Pt{}, 1, from, till)
	unit = unit.Transform(m)
	unit[len(unit)-1].P[2] = to // exactly
	p.out = append(p.out, unit...)
	p.at = to
}
