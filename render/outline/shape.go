// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package outline

import "math"

// Kappa is how far the handles of a cubic lie from its ends, in radii, for
// the best quarter of a circle.
const kappa = 0.5522847498307936

// Circle returns a circle.
func Circle(c Pt, r float64) Path {
	k := r * kappa
	var p Path
	p.Move(Pt{c.X + r, c.Y})
	p.Cube(Pt{c.X + r, c.Y + k}, Pt{c.X + k, c.Y + r}, Pt{c.X, c.Y + r})
	p.Cube(Pt{c.X - k, c.Y + r}, Pt{c.X - r, c.Y + k}, Pt{c.X - r, c.Y})
	p.Cube(Pt{c.X - r, c.Y - k}, Pt{c.X - k, c.Y - r}, Pt{c.X, c.Y - r})
	p.Cube(Pt{c.X + k, c.Y - r}, Pt{c.X + r, c.Y - k}, Pt{c.X + r, c.Y})
	p.Close()
	return p
}

// Arc continues the path along a circle from angle a to angle b, in radians
// clockwise from three o'clock. The path must stand at angle a already.
func (p *Path) Arc(c Pt, r, a, b float64) {
	n := max(1, math.Ceil(math.Abs(b-a)/(math.Pi/2)-1e-9))
	d := (b - a) / n
	k := r * 4 / 3 * math.Tan(d/4)
	for range int(n) {
		sa, ca := math.Sincos(a)
		sb, cb := math.Sincos(a + d)
		p.Cube(Pt{c.X + r*ca - k*sa, c.Y + r*sa + k*ca},
			Pt{c.X + r*cb + k*sb, c.Y + r*sb - k*cb},
			Pt{c.X + r*cb, c.Y + r*sb})
		a += d
	}
}

// Corner is a corner of a polygon and the radius that rounds it.
type Corner struct {
	Pt
	R float64
}

// Rounded returns the polygon with round corners, moved inwards by inset so
// that the band between the two is equally wide all round: a convex corner
// gets the smaller, a hollow one the greater radius. Corners run clockwise
// as seen on the screen.
func Rounded(corners []Corner, inset float64) Path {
	n := len(corners)
	moved := make([]Corner, n)
	for i, b := range corners {
		a, c := corners[(i+n-1)%n], corners[(i+1)%n]
		u, v := unit(a.Pt, b.Pt), unit(b.Pt, c.Pt)
		// The bisector: both edges move inwards (to the right of travel) by inset.
		k := inset / (1 + u.X*v.X + u.Y*v.Y)
		moved[i].Pt = Pt{b.X - k*(u.Y+v.Y), b.Y + k*(u.X+v.X)}
		if u.X*v.Y-u.Y*v.X >= 0 {
			moved[i].R = max(0, b.R-inset)
		} else {
			moved[i].R = b.R + inset
		}
	}
	// What a corner would like of its two edges, and what it gets: an edge too
	// short for both is shared in proportion, as CSS shares it.
	like := func(i int) float64 {
		a, b, c := moved[(i+n-1)%n], moved[i%n], moved[(i+1)%n]
		u, v := unit(a.Pt, b.Pt), unit(b.Pt, c.Pt)
		return b.R * math.Abs(math.Tan(math.Atan2(u.X*v.Y-u.Y*v.X, u.X*v.X+u.Y*v.Y)/2))
	}
	var p Path
	for i, b := range moved {
		a, c := moved[(i+n-1)%n], moved[(i+1)%n]
		u, v := unit(a.Pt, b.Pt), unit(b.Pt, c.Pt)
		turn := math.Atan2(u.X*v.Y-u.Y*v.X, u.X*v.X+u.Y*v.Y)
		t := math.Tan(math.Abs(turn) / 2)
		reach := like(i)
		reach *= min(1, dist(a.Pt, b.Pt)/(reach+like(i+n-1)), dist(b.Pt, c.Pt)/(reach+like(i+1)))
		if !(reach > 1e-6 && t > 1e-6) {
			reach = 0
		}
		s := Pt{b.X - u.X*reach, b.Y - u.Y*reach}
		if i == 0 {
			p.Move(s)
		} else {
			p.Line(s)
		}
		if reach == 0 {
			continue
		}
		r := reach / t
		side := math.Copysign(1, turn)
		mid := Pt{s.X - side*u.Y*r, s.Y + side*u.X*r}
		from := math.Atan2(s.Y-mid.Y, s.X-mid.X)
		p.Arc(mid, r, from, from+turn)
	}
	p.Close()
	return p
}

// Star returns the corners of an n-pointed star whose first tip points up:
// tips at radius r rounded by tip, hollows at radius inner rounded by dip.
func Star(c Pt, n int, r, inner, tip, dip float64) []Corner {
	out := make([]Corner, 0, 2*n)
	for i := range 2 * n {
		k := Corner{R: tip}
		d := r
		if i%2 == 1 {
			k.R, d = dip, inner
		}
		s, cos := math.Sincos(-math.Pi/2 + math.Pi*float64(i)/float64(n))
		k.Pt = Pt{c.X + d*cos, c.Y + d*s}
		out = append(out, k)
	}
	return out
}

// Regular returns the corners of a regular polygon of n sides at radius r, all
// rounded alike; the first stands at twelve o'clock, turned on by turn.
func Regular(c Pt, n int, r, turn, round float64) []Corner {
	out := make([]Corner, n)
	for i := range out {
		s, cos := math.Sincos(-math.Pi/2 + turn + 2*math.Pi*float64(i)/float64(n))
		out[i] = Corner{Pt{c.X + r*cos, c.Y + r*s}, round}
	}
	return out
}

// Gear returns the corners of a wheel of n teeth between radius inner and r, a
// tooth at twelve o'clock: tips rounded by tip, hollows by dip. A tooth is as
// wide as a gap, half-way up.
func Gear(c Pt, n int, r, inner, tip, dip float64) []Corner {
	out := make([]Corner, 0, 4*n)
	step := 2 * math.Pi / float64(n)
	for i := range n {
		for _, k := range []struct{ at, r, round float64 }{{-0.30, inner, dip}, {-0.19, r, tip}, {0.19, r, tip}, {0.30, inner, dip}} {
			s, cos := math.Sincos(-math.Pi/2 + (float64(i)+k.at)*step)
			out = append(out, Corner{Pt{c.X + k.r*cos, c.Y + k.r*s}, k.round})
		}
	}
	return out
}

func unit(a, b Pt) Pt {
	d := dist(a, b)
	if d == 0 {
		return Pt{}
	}
	return Pt{(b.X - a.X) / d, (b.Y - a.Y) / d}
}

func dist(a, b Pt) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }
