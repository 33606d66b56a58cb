// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package outline holds closed figures made of lines and curves, and the
// little geometry a badge needs. It knows nothing of colour, badges or
// pixels; x grows to the right and y downwards.
package outline

import (
	"math"
	"slices"
)

// Pt is a point.
type Pt struct{ X, Y float64 }

// Op says what a segment does.
type Op uint8

const (
	Move  Op = iota // starts a figure at P[0]
	Line            // to P[0]
	Quad            // to P[1] by way of P[0]
	Cube            // to P[2] by way of P[0] and P[1]
	Close           // back to where the figure started
)

// Seg is one step along a path.
type Seg struct {
	Op Op
	P  [3]Pt
}

// Points are the points that the segment uses.
func (s *Seg) Points() []Pt { return s.P[:[...]int{1, 1, 2, 3, 0}[s.Op]] }

// Path is a list of closed figures, filled by the non-zero winding rule.
type Path []Seg

// Move starts a figure.
func (p *Path) Move(a Pt) { *p = append(*p, Seg{Move, [3]Pt{a}}) }

// Line draws a straight line.
func (p *Path) Line(a Pt) { *p = append(*p, Seg{Line, [3]Pt{a}}) }

// Quad draws a quadratic curve.
func (p *Path) Quad(a, b Pt) { *p = append(*p, Seg{Quad, [3]Pt{a, b}}) }

// Cube draws a cubic curve.
func (p *Path) Cube(a, b, c Pt) { *p = append(*p, Seg{Cube, [3]Pt{a, b, c}}) }

// Close ends a figure.
func (p *Path) Close() { *p = append(*p, Seg{Op: Close}) }

// Affine maps (x, y) to (A·x + C·y + E, B·x + D·y + F).
type Affine struct{ A, B, C, D, E, F float64 }

// Place scales by k and then moves the origin to (x, y).
func Place(k, x, y float64) Affine { return Affine{k, 0, 0, k, x, y} }

// Turn scales by k, then turns clockwise by a radians, then moves the origin
// to (x, y).
func Turn(k, a, x, y float64) Affine {
	s, c := math.Sincos(a)
	return Affine{k * c, k * s, -k * s, k * c, x, y}
}

// Apply maps a point.
func (m Affine) Apply(p Pt) Pt {
	return Pt{m.A*p.X + m.C*p.Y + m.E, m.B*p.X + m.D*p.Y + m.F}
}

// Append adds q's figures, mapped by m.
func (p *Path) Append(q Path, m Affine) {
	*p = slices.Grow(*p, len(q))
	for _, s := range q {
		for i := range s.Points() {
			s.P[i] = m.Apply(s.P[i])
		}
		*p = append(*p, s)
	}
}

// Transform returns the path mapped by m.
func (p Path) Transform(m Affine) Path {
	q := make(Path, 0, len(p))
	q.Append(p, m)
	return q
}

// Box is an upright rectangle.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Centre is the middle of b.
func (b Box) Centre() Pt { return Pt{(b.X0 + b.X1) / 2, (b.Y0 + b.Y1) / 2} }

// Meet is what two boxes share; it is upside down where they share nothing.
func (b Box) Meet(o Box) Box {
	return Box{max(b.X0, o.X0), max(b.Y0, o.Y0), min(b.X1, o.X1), min(b.Y1, o.Y1)}
}

// Hull returns a box that holds the path and its control points; it may be
// a little larger than the drawn figure. An empty path has an empty box.
func (p Path) Hull() Box {
	if len(p) == 0 {
		return Box{}
	}
	b := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for i := range p {
		for _, q := range p[i].Points() {
			b = b.with(q)
		}
	}
	return b
}

func (b Box) with(q Pt) Box {
	return Box{min(b.X0, q.X), min(b.Y0, q.Y), max(b.X1, q.X), max(b.Y1, q.Y)}
}
