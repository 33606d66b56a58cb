// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package big

import "math"

// face is the digits in one size. All are drawn with one pen along lines whose
// corners are rounded, so that they look alike from three rows to a wall.
type face struct {
	h    int     // of a digit, in dots
	w    int     // of a digit
	pen  int     // the thickness of a line
	gap  int     // between two characters
	top  int     // dots above a digit that is lower than its rows
	bend float64 // radius of a corner, in the middle of the pen
}

// faceFor is the face that fills rows lines. A line lies between dots only if
// digit and pen are both even or both odd: then the middle bar is in the middle.
func faceFor(rows int) face {
	f := face{h: 2 * rows}
	f.pen = max(1, int(math.Round(float64(f.h)/6)))
	if (f.h-f.pen)%2 != 0 {
		f.h--
	}
	f.w = max(3, int(math.Round(float64(f.h)*0.6)))
	if (f.w-f.pen)%2 != 0 {
		f.w++
	}
	f.gap = max(1, f.pen)
	f.top = (2*rows - f.h) / 2
	if f.pen > 1 {
		f.bend = float64(f.w-f.pen) * 0.3
	}
	return f
}

// advance is the width of a character. All digits have the same, so that a
// clock stands still while it counts.
func (f face) advance(r rune) int {
	if r == ':' {
		return f.pen
	}
	return f.w
}

// draw sets the dots of a character that begins in column x.
func (f face) draw(d *dots, r rune, x int) {
	lines := f.lines(r)
	d.fill(x, f.top, f.advance(r), f.h, func(x, y float64) bool {
		for _, l := range lines {
			for i := 1; i < len(l); i++ {
				if near(point{x, y}, l[i-1], l[i], float64(f.pen)/2) {
					return true
				}
			}
		}
		return false
	})
}

// lines are the ways of the pen.
func (f face) lines(r rune) [][]point {
	half, w, h := float64(f.pen)/2, float64(f.w), float64(f.h)
	left, right, top, foot, mid, cx := half, w-half, half, h-half, h/2, w/2
	line := func(xy ...float64) []point { return f.round(xy) }
	switch r {
	case '0':
		return [][]point{line(left, mid, left, top, right, top, right, foot, left, foot, left, mid)}
	case '1':
		return [][]point{line(left, top, cx, top), line(cx, top, cx, foot), line(left, foot, right, foot)}
	case '2':
		return [][]point{line(left, top, right, top, right, mid, left, mid, left, foot, right, foot)}
	case '3':
		return [][]point{line(left, top, right, top, right, mid, cx, mid), line(cx, mid, right, mid, right, foot, left, foot)}
	case '4':
		return [][]point{line(left, top, left, mid, right, mid), line(right, top, right, foot)}
	case '5':
		return [][]point{line(right, top, left, top, left, mid, right, mid, right, foot, left, foot)}
	case '6':
		return [][]point{line(right, top, left, top, left, foot, right, foot, right, mid, left, mid)}
	case '7':
		return [][]point{line(left, top, right, top, right, foot)}
	case '8':
		return [][]point{
			line(cx, mid, left, mid, left, top, right, top, right, mid, cx, mid),
			line(cx, mid, left, mid, left, foot, right, foot, right, mid, cx, mid),
		}
	case '9':
		return [][]point{line(left, foot, right, foot, right, top, left, top, left, mid, right, mid)}
	case ':':
		up := math.Round(h*0.3-half) + half
		return [][]point{{{half, up}, {half, up}}, {{half, h - up}, {half, h - up}}}
	case '+':
		r := cx - half
		return [][]point{line(left, mid, right, mid), line(cx, mid-r, cx, mid+r)}
	default: // a minus
		return [][]point{line(left, mid, right, mid)}
	}
}

// round makes a line through the points x, y, x, y… with a quarter of a circle
// at each corner.
func (f face) round(xy []float64) []point {
	at := func(i int) point { return point{xy[2*i], xy[2*i+1]} }
	last := len(xy)/2 - 1
	out := []point{at(0)}
	for i := 1; i < last; i++ {
		a, b, c := at(i-1), at(i), at(i+1)
		la, lc := math.Hypot(a.x-b.x, a.y-b.y), math.Hypot(c.x-b.x, c.y-b.y)
		r := min(f.bend, la, lc)
		const steps = 12
		for k := 0; k <= steps && r > 0; k++ {
			sin, cos := math.Sincos(math.Pi / 2 * float64(k) / steps)
			u, v := r*(1-sin)/la, r*(1-cos)/lc
			out = append(out, point{b.x + u*(a.x-b.x) + v*(c.x-b.x), b.y + u*(a.y-b.y) + v*(c.y-b.y)})
		}
		if r == 0 {
			out = append(out, b)
		}
	}
	return append(out, at(last))
}
