// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"image"
	"math"
)

// raster finds how much of each pixel an area covers, exactly: each line notes
// in the pixels it goes through how much is covered to their right from there
// on, and the sum of the notes from the left is the coverage. It differs from
// that of a badge's own figures in that areas may be filled by the even-odd
// rule.
type raster struct {
	w, h   int
	notes  []float32 // w+2 a row
	lo, hi []int     // the notes of a row that may not be zero
	row    []byte
}

// cover notes an area, within a rectangle of pixels, k to a unit of the canvas.
func (r *raster) cover(a *area, k float64, within image.Rectangle) {
	r.w, r.h = within.Dx(), within.Dy()
	if n := (r.w + 2) * r.h; cap(r.notes) < n {
		r.notes = make([]float32, n)
	}
	r.notes = r.notes[:(r.w+2)*r.h] // zero: covered leaves it so
	if cap(r.lo) < r.h {
		r.lo, r.hi = make([]int, r.h), make([]int, r.h)
	}
	r.lo, r.hi = r.lo[:r.h], r.hi[:r.h]
	for i := range r.lo {
		r.lo[i], r.hi[i] = r.w+2, -1
	}
	if cap(r.row) < r.w {
		r.row = make([]byte, r.w)
	}
	ox, oy := float64(within.Min.X), float64(within.Min.Y)
	for _, poly := range a.polys {
		last := poly[len(poly)-1]
		for _, q := range poly {
			r.line(last.X*k-ox, last.Y*k-oy, q.X*k-ox, q.Y*k-oy)
			last = q
		}
	}
}

// line notes one line, in pixels of the rectangle.
func (r *raster) line(x0, y0, x1, y1 float64) {
	if y0 == y1 {
		return
	}
	down := 1.0
	if y0 > y1 {
		x0, y0, x1, y1, down = x1, y1, x0, y0, -1
	}
	slope := (x1 - x0) / (y1 - y0)
	if y0 < 0 {
		x0, y0 = x0-slope*y0, 0
	}
	y1 = min(y1, float64(r.h))
	for y := int(y0); float64(y) < y1; y++ {
		top, low := max(y0, float64(y)), min(y1, float64(y+1))
		a, b := x0+slope*(top-y0), x0+slope*(low-y0)
		if a > b {
			a, b = b, a
		}
		r.piece(y, a, b, down*(low-top))
	}
}

// piece notes the part of a line that lies in one row, from a to b, which
// covers the share d of the row's height.
func (r *raster) piece(y int, a, b, d float64) {
	w := float64(r.w)
	if a < 0 { // beside the rectangle on the left: all of it is to the right
		out := min(b, 0) - a
		part := d
		if b > a {
			part = d * out / (b - a)
		}
		r.note(y, 0, part)
		if d -= part; b <= 0 {
			return
		}
		a = 0
	}
	if b > w { // what lies to the right of a line out there is not seen, but what lies to the left goes on up to it
		r.hi[y] = r.w
		if a >= w {
			return
		}
		d, b = d*(w-a)/(b-a), w
	}
	first, last := int(a), int(b)
	if first == last {
		mid := (a+b)/2 - float64(first)
		r.note(y, first, d*(1-mid))
		r.note(y, first+1, d*mid)
		return
	}
	per := d / (b - a)
	into := float64(first+1) - a
	before := per * into * into / 2
	r.note(y, first, before)
	for x := first + 1; x < last; x++ {
		upto := per * (float64(x) + 0.5 - a)
		r.note(y, x, upto-before)
		before = upto
	}
	rest := b - float64(last)
	upto := d - per*rest*rest/2
	r.note(y, last, upto-before)
	r.note(y, last+1, d-upto)
}

func (r *raster) note(y, x int, v float64) {
	r.notes[y*(r.w+2)+x] += float32(v)
	r.lo[y], r.hi[y] = min(r.lo[y], x), max(r.hi[y], x)
}

// covered is the coverage of row y from x on, of 255; nil for none. It has to
// be asked for every row once.
func (r *raster) covered(y int, evenOdd bool) (x int, row []byte) {
	lo, hi := r.lo[y], min(r.hi[y]+1, r.w)
	if lo >= hi {
		clear(r.notes[y*(r.w+2)+r.w:][:2])
		return 0, nil
	}
	notes := r.notes[y*(r.w+2)+lo:][:r.hi[y]+1-lo]
	row = r.row[:hi-lo]
	sum, c := float32(0), byte(0)
	for i, v := range notes[:hi-lo] {
		if v != 0 {
			sum += v
			c = part(sum, evenOdd)
		}
		row[i] = c
	}
	clear(notes)
	return lo, row
}

// part is how much is covered, of 255, where lines wind round so often.
func part(winds float32, evenOdd bool) byte {
	if winds < 0 {
		winds = -winds
	}
	if evenOdd && winds > 1 {
		winds = float32(math.Mod(float64(winds), 2))
		if winds > 1 {
			winds = 2 - winds
		}
	}
	return byte(min(winds, 1)*255 + 0.5)
}

// pixels is a box of the canvas in whole pixels, k to a unit.
func (b box) pixels(k float64, side int) image.Rectangle {
	if b.empty() {
		return image.Rectangle{}
	}
	b = b.meet(box{-1, -1, canvas + 1, canvas + 1})
	return image.Rect(int(math.Floor(b.x0*k)), int(math.Floor(b.y0*k)), int(math.Ceil(b.x1*k)), int(math.Ceil(b.y1*k))).
		Intersect(image.Rect(0, 0, side, side))
}
