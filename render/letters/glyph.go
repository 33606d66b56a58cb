// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package letters

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"insignia/render"
	"insignia/render/outline"
)

// glyph is a letter in dots.
type glyph struct {
	bits        []bool // w by h
	w, h        int
	top         int     // its first row of dots, counted downwards from the baseline
	left, right float64 // the white beside it, in dots
}

// chord is how far, in ems, the lines that an outline is drawn with may lie
// from it: far less than a dot of the largest letter.
const chord = 0.002

// make fits r to dots. A character without an outline is white.
func (z Size) make(r rune) glyph {
	if g, ok := z.draw(r); ok {
		return g
	}
	p, width, _ := render.Glyph(z.weight(), r)
	k := z.scale()
	if len(p) == 0 {
		return glyph{right: width * k}
	}
	polys := z.fitted(p.Flat(chord))
	b := bounds(polys)
	x, y := int(math.Floor(b.X0)), int(math.Floor(b.Y0))
	g := glyph{w: int(math.Ceil(b.X1)) - x, h: int(math.Ceil(b.Y1)) - y, top: y}
	hull := p.Box()
	g.left, g.right = hull.X0*k, (width-hull.X1)*k
	g.bits = make([]bool, g.w*g.h)
	for i, v := range cover(polys, x, y, g.w, g.h).Pix {
		g.bits[i] = v >= z.cutoff()
	}
	g.trim()
	return g
}

// cutoff is how much of a dot must be covered for it to be inked, of 255. Thin
// letters would lose their joints at half.
func (z Size) cutoff() uint8 {
	if z < bolder {
		return 92
	}
	return 120
}

// cover draws the polygons on w by h dots that begin at x, y.
func cover(polys [][]outline.Pt, x, y, w, h int) *image.Alpha {
	var v vector.Rasterizer
	v.Reset(w, h)
	v.DrawOp = draw.Src
	for _, poly := range polys {
		for i, q := range poly {
			px, py := float32(q.X)-float32(x), float32(q.Y)-float32(y)
			if i == 0 {
				v.MoveTo(px, py)
			} else {
				v.LineTo(px, py)
			}
		}
		v.ClosePath()
	}
	mask := image.NewAlpha(image.Rect(0, 0, w, h))
	v.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return mask
}

// trim takes empty columns off the sides.
func (g *glyph) trim() {
	inked := func(x int) bool {
		for y := range g.h {
			if g.bits[y*g.w+x] {
				return true
			}
		}
		return false
	}
	x0, x1 := 0, g.w
	for x0 < x1 && !inked(x0) {
		x0++
	}
	for x1 > x0 && !inked(x1-1) {
		x1--
	}
	bits := make([]bool, (x1-x0)*g.h)
	for y := range g.h {
		copy(bits[y*(x1-x0):], g.bits[y*g.w+x0:y*g.w+x1])
	}
	g.bits, g.w = bits, x1-x0
}
