// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"bytes"
	"math"
	"math/bits"
)

// coverage adds up how much of each pixel a closed figure covers, exactly. A
// line leaves its mark only in the cells it goes through: in each it notes how
// much is covered to its right from here on, less what was to its left. Summed
// from the left, the notes of a row are its coverage, and between two marked
// cells nothing changes. So the cost is that of the lines, not of the area.
type coverage struct {
	w, h   int
	notes  []float32 // w+2 a row; zero between two figures
	marked []uint64  // a bit for each note that may not be zero
	words  int       // of marked, a row
}

// reset begins a figure on w by h pixels.
func (c *coverage) reset(w, h int) {
	c.w, c.h = w, h
	c.words = (w + 2 + 63) / 64
	if n := (w + 2) * h; cap(c.notes) < n {
		c.notes = make([]float32, n)
	}
	if n := c.words * h; cap(c.marked) < n {
		c.marked = make([]uint64, n)
	}
	c.notes, c.marked = c.notes[:cap(c.notes)], c.marked[:cap(c.marked)]
}

// line notes a line of the figure, in pixels. What lies beside the pixels
// counts as lying on their edge: it covers the same of each row.
func (c *coverage) line(x0, y0, x1, y1 float32) {
	if y0 == y1 {
		return
	}
	for _, edge := range [2]float32{0, float32(c.w)} {
		if (x0 < edge) != (x1 < edge) && x0 != edge && x1 != edge {
			y := y0 + (edge-x0)*(y1-y0)/(x1-x0)
			c.line(x0, y0, edge, y)
			c.line(edge, y, x1, y1)
			return
		}
	}
	w := float32(c.w)
	x0, x1 = min(max(x0, 0), w), min(max(x1, 0), w)
	down := float32(1)
	if y0 > y1 {
		x0, y0, x1, y1, down = x1, y1, x0, y0, -1
	}
	slope := (x1 - x0) / (y1 - y0)
	if y0 < 0 {
		x0, y0 = x0-slope*y0, 0
	}
	y1 = min(y1, float32(c.h))
	for y := int(y0); float32(y) < y1; y++ {
		top, low := max(y0, float32(y)), min(y1, float32(y+1))
		a, b := x0+slope*(top-y0), x0+slope*(low-y0)
		if a > b {
			a, b = b, a
		}
		c.piece(y, max(a, 0), min(b, w), down*(low-top))
	}
}

// piece notes the part of a line that lies in one row, from a to b, which
// covers the share d of the row's height.
func (c *coverage) piece(y int, a, b, d float32) {
	first, last := int(a), int(b)
	notes := c.notes[y*(c.w+2):][: c.w+2 : c.w+2]
	marked := c.marked[y*c.words:][:c.words:c.words]
	if first == last { // within one pixel: its mean distance from the right edge is covered
		mid := (a+b)/2 - float32(first)
		notes[first] += d * (1 - mid)
		notes[first+1] += d * mid
		marked[first>>6] |= 1 << (first & 63)
		marked[(first+1)>>6] |= 1 << ((first + 1) & 63)
		return
	}
	// Across several: a triangle in the first, trapezoids, a triangle in the last.
	per := d / (b - a)
	into := float32(first+1) - a
	before := per * into * into / 2
	notes[first] += before
	marked[first>>6] |= 1 << (first & 63)
	for x := first + 1; x < last; x++ {
		upto := per * (float32(x) + 0.5 - a)
		notes[x] += upto - before
		marked[x>>6] |= 1 << (x & 63)
		before = upto
	}
	rest := b - float32(last)
	upto := d - per*rest*rest/2
	notes[last] += upto - before
	notes[last+1] += d - upto
	marked[last>>6] |= 1 << (last & 63)
	marked[(last+1)>>6] |= 1 << ((last + 1) & 63)
}

// mask writes the coverage into out, a byte a pixel, and is ready for the next
// figure. Where the figure winds round more than once it covers all the same.
func (c *coverage) mask(out []byte) {
	for y := range c.h {
		row := out[y*c.w:][:c.w:c.w]
		notes := c.notes[y*(c.w+2):][: c.w+2 : c.w+2]
		x, sum, cov := 0, float32(0), byte(0)
		for i, word := range c.marked[y*c.words:][:c.words] {
			for ; word != 0; word &= word - 1 {
				at := i<<6 + bits.TrailingZeros64(word)
				fill(row, x, at, cov)
				sum += notes[at]
				notes[at] = 0
				x, cov = at, byte(min(1, float32(math.Abs(float64(sum))))*255+0.5)
			}
			c.marked[y*c.words+i] = 0
		}
		fill(row, x, c.w, cov)
	}
}

// covered is a row of pixels that are covered wholly, to copy from.
var covered = [MaxPixels]byte(bytes.Repeat([]byte{255}, MaxPixels))

// fill writes v from x up to end.
func fill(row []byte, x, end int, v byte) {
	end = min(end, len(row))
	switch {
	case x >= end:
	case v == 0:
		clear(row[x:end])
	case v == 255 && end-x > 8 && end-x <= len(covered):
		copy(row[x:end], covered[:])
	default:
		for ; x < end; x++ {
			row[x] = v
		}
	}
}
