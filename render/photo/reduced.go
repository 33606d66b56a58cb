// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package photo

import "image"

// reduced adds rows of a large picture up into a small one, so that the large
// one is never in memory.
type reduced struct {
	w, h, by int // of the large one, and how many of its pixels are one
	sums     []uint32
}

// newReduced makes room for a picture whose longer side becomes most or less.
func newReduced(w, h, most int) *reduced {
	r := &reduced{w: w, h: h, by: max(1, (max(w, h)+most-1)/most)}
	nw, nh := (w+r.by-1)/r.by, (h+r.by-1)/r.by
	r.sums = make([]uint32, 4*nw*nh)
	return r
}

// add takes a row of premultiplied pixels in.
func (r *reduced) add(y int, row []byte) {
	nw := (r.w + r.by - 1) / r.by
	out := r.sums[4*(y/r.by)*nw:]
	for x := range r.w {
		o := out[4*(x/r.by):][:4:4]
		p := row[4*x:][:4:4]
		for c := range o {
			o[c] += uint32(p[c])
		}
	}
}

// image is the small picture.
func (r *reduced) image() *image.RGBA {
	nw, nh := (r.w+r.by-1)/r.by, (r.h+r.by-1)/r.by
	img := image.NewRGBA(image.Rect(0, 0, nw, nh))
	for y := range nh {
		for x := range nw {
			n := uint32(min(r.by, r.w-x*r.by) * min(r.by, r.h-y*r.by))
			i := 4 * (y*nw + x)
			for c := range 4 {
				img.Pix[i+c] = byte((r.sums[i+c] + n/2) / n)
			}
		}
	}
	return img
}
