// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package photo

import "image"

// reduced adds rows of a large picture up into a small one, so that the large
// one is never in memory.
type reduced struct {
	w, h, by int      // of the large one, and how many of its pixels are one
	sums     []uint32 // of the small one's row that is being added up
	img      *image.RGBA
}

// newReduced makes room for a picture whose longer side becomes most or less.
func newReduced(w, h, most int) *reduced {
	r := &reduced{w: w, h: h, by: max(1, (max(w, h)+most-1)/most)}
	nw, nh := (w+r.by-1)/r.by, (h+r.by-1)/r.by
	r.sums, r.img = make([]uint32, 4*nw), image.NewRGBA(image.Rect(0, 0, nw, nh))
	return r
}

// add takes a row of premultiplied pixels in; rows come from the top down.
func (r *reduced) add(y int, row []byte) {
	for x := range r.w {
		o := r.sums[4*(x/r.by):][:4:4]
		p := row[4*x:][:4:4]
		for c := range o {
			o[c] += uint32(p[c])
		}
	}
	if y%r.by != r.by-1 && y != r.h-1 {
		return
	}
	out := r.img.Pix[y/r.by*r.img.Stride:]
	for i, s := range r.sums {
		n := uint32(min(r.by, r.w-i/4*r.by) * (y%r.by + 1))
		out[i] = byte((s + n/2) / n)
	}
	clear(r.sums)
}

// image is the small picture.
func (r *reduced) image() *image.RGBA { return r.img }
