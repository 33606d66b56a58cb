// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package drawing

// spot is a corner of squares, counted as the squares that begin there.
type spot struct{ x, y int }

// way is a direction along the squares.
type way uint8

const (
	right way = iota
	down
	left
	up
)

var steps = [4]spot{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}

func (w way) turned(by way) way { return (w + by) % 4 }

// from is the spot n sides on.
func (w way) from(s spot, n int) spot { return spot{s.x + n*steps[w].x, s.y + n*steps[w].y} }

// beside are the squares to the right and to the left of the side that leads
// from s in direction w.
func (w way) beside(s spot) (r, l spot) {
	f, o := steps[w], steps[w.turned(1)]
	return spot{s.x + (f.x+o.x-1)/2, s.y + (f.y+o.y-1)/2}, spot{s.x + (f.x-o.x-1)/2, s.y + (f.y-o.y-1)/2}
}

// run is a straight piece of a contour between two corners.
type run struct {
	spot
	way  way
	n    int  // its length
	side int  // its first side, of the contour's
	bend int  // the corner at its end: 1 to the right, -1 to the left
	neck bool // at its end it passes between two squares that hold together there by nothing but that corner
}

// contour goes once round an area, which lies on its right: a hole's runs the
// other way round than what it is in.
type contour struct {
	runs  []run
	under []bool // which sides of squares are those of a hidden one
}

// run is the i-th, counted round and round.
func (c *contour) run(i int) *run { return &c.runs[(i+len(c.runs))%len(c.runs)] }

// contours are the lines round the area. With necks, squares that meet only at
// a corner may be held together there.
func (a *area) contours(necks bool) []*contour {
	var out []*contour
	seen := make([]bool, a.side*a.side) // squares whose upper side is done
	for y := range a.side {
		for x := range a.side {
			if a.at(x, y) != outside && a.at(x, y-1) == outside && !seen[y*a.side+x] {
				out = append(out, a.follow(spot{x, y}, necks, seen))
			}
		}
	}
	return out
}

// follow goes round from a corner at which a contour begins to run to the right.
func (a *area) follow(start spot, necks bool, seen []bool) *contour {
	c := &contour{}
	for s, w := start, right; ; {
		r := run{spot: s, way: w, side: len(c.under)}
		for r.bend == 0 {
			q, _ := w.beside(s)
			c.under = append(c.under, a.at(q.x, q.y) == hidden)
			if w == right {
				seen[s.y*a.side+s.x] = true
			}
			s = w.from(s, 1)
			r.n++
			onRight, onLeft := w.beside(s)
			switch in, over := a.at(onRight.x, onRight.y) != outside, a.at(onLeft.x, onLeft.y) != outside; {
			case in && over:
				r.bend = -1
			case over && necks && a.holds(s):
				r.bend, r.neck = -1, true
			case !in:
				r.bend = 1
			}
		}
		c.runs = append(c.runs, r)
		if w = w.turned(way(r.bend + 4)); s == start && w == right {
			return c
		}
	}
}

// holds decides whether the area hangs together at a corner at which it has
// two squares, or what is around it does: the thinner of the two does, so that
// no thin line breaks, be it of ink or cut out of ink. Counted is what lies up
// to two squares away; as thin, the ink wins. The rule is the sparse one of
// Kopf and Lischinski, Depixelizing Pixel Art, 2011, with a smaller window.
func (a *area) holds(s spot) bool {
	n := 0
	for y := s.y - 2; y < s.y+2; y++ {
		for x := s.x - 2; x < s.x+2; x++ {
			if a.at(x, y) != outside {
				n++
			}
		}
	}
	return n <= 8
}
