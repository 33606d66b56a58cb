// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package big

import "strings"

// dots is a picture in black and white, two dots a cell, one above the other:
// nearly squares.
type dots struct {
	w, h int
	on   []bool
}

func newDots(w, h int) *dots { return &dots{w: w, h: h, on: make([]bool, w*h)} }

// fill sets the dots of a rectangle whose middle in says so, told from the
// rectangle's corner.
func (d *dots) fill(x0, y0, w, h int, in func(x, y float64) bool) {
	for y := range h {
		for x := range w {
			if in(float64(x)+0.5, float64(y)+0.5) {
				d.on[(y0+y)*d.w+x0+x] = true
			}
		}
	}
}

// lines is the picture as text.
func (d *dots) lines() []string {
	out := make([]string, 0, d.h/2)
	for y := 0; y < d.h; y += 2 {
		var b strings.Builder
		for x := range d.w {
			switch top, foot := d.on[y*d.w+x], d.on[(y+1)*d.w+x]; {
			case top && foot:
				b.WriteRune('█')
			case top:
				b.WriteRune('▀')
			case foot:
				b.WriteRune('▄')
			default:
				b.WriteByte(' ')
			}
		}
		out = append(out, b.String())
	}
	return out
}

// point is a place in a glyph, in dots.
type point struct{ x, y float64 }

// near reports whether p is no farther than r from the line from a to b.
func near(p, a, b point, r float64) bool {
	if p.x < min(a.x, b.x)-r || p.x > max(a.x, b.x)+r || p.y < min(a.y, b.y)-r || p.y > max(a.y, b.y)+r {
		return false
	}
	dx, dy := b.x-a.x, b.y-a.y
	k := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		k = max(0, min(1, ((p.x-a.x)*dx+(p.y-a.y)*dy)/l))
	}
	x, y := p.x-a.x-k*dx, p.y-a.y-k*dy
	return x*x+y*y <= r*r
}
