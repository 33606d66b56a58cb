// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"sync"

	"insignia/render/outline"
)

// Raster returns the scene as a picture of px by px pixels on a transparent
// ground.
func (s Scene) Raster(px int) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, px, px))
	var r Rasterizer
	r.Draw(dst, s)
	return dst
}

// Rasterizer draws scenes and keeps its buffers, so that drawing again at
// the same size allocates nothing. The zero value is ready; it serves one
// goroutine at a time.
type Rasterizer struct {
	edges coverage
	mask  image.Alpha
	clip  []byte      // the mask of an item's clip
	ramp  [256]uint32 // the paint's colours, as pixels
	fit   fitting     // of a bitmap
}

// Draw clears dst and draws the scene over its whole width; dst is square.
func (r *Rasterizer) Draw(dst *image.RGBA, s Scene) {
	px := dst.Rect.Dx()
	for y := range dst.Rect.Dy() {
		clear(dst.Pix[y*dst.Stride:][:4*px])
	}
	k := float64(px) / Size
	for i := range s.Items {
		it := &s.Items[i]
		b := it.Path.Hull()
		if it.Clip != nil {
			b = b.Meet(it.Clip.Hull())
		}
		x0, y0 := max(0, int(math.Floor(b.X0*k))), max(0, int(math.Floor(b.Y0*k)))
		x1, y1 := min(px, int(math.Ceil(b.X1*k))), min(dst.Rect.Dy(), int(math.Ceil(b.Y1*k)))
		if x0 >= x1 || y0 >= y1 {
			continue
		}
		if it.Clip != nil {
			r.cover(it.Clip, k, float64(x0), float64(y0), x1-x0, y1-y0)
			r.clip, r.mask.Pix = r.mask.Pix, r.clip
		}
		r.cover(it.Path, k, float64(x0), float64(y0), x1-x0, y1-y0)
		if it.Clip != nil {
			meet(r.mask.Pix, r.clip)
		}
		switch {
		case it.Bitmap != nil:
			r.lay(dst, x0, y0, it.Bitmap, k)
		case it.Paint.Radial && !it.Paint.Flat():
			r.glow(dst, x0, y0, it.Paint, k)
		default:
			r.paint(dst, x0, y0, it.Paint, k)
		}
	}
}

// meet leaves of a mask what another covers too.
func meet(mask, other []byte) {
	for x := 0; x < len(mask); {
		switch end := run(other, x); other[x] {
		case 255:
			x = end
		case 0:
			clear(mask[x:end])
			x = end
		default:
			mask[x] = uint8((uint32(mask[x])*uint32(other[x]) + 127) / 255)
			x++
		}
	}
}

// chordTolerance is how far, in pixels, a curve may lie from the lines it is
// drawn with.
const chordTolerance = 0.05

// cover fills the mask with the share of each pixel that p covers.
func (r *Rasterizer) cover(p outline.Path, k, ox, oy float64, w, h int) {
	r.edges.reset(w, h)
	var first, last outline.Pt
	open := false
	line := func(a, b outline.Pt) {
		r.edges.line(float32(a.X*k-ox), float32(a.Y*k-oy), float32(b.X*k-ox), float32(b.Y*k-oy))
	}
	for i := range p {
		switch s := &p[i]; s.Op {
		case outline.Move, outline.Close:
			if open {
				line(last, first)
			}
			if open = s.Op == outline.Move; open {
				first = s.P[0]
			}
			last = first
		default:
			from := last
			last = s.Chords(last, chordTolerance/k, func(q outline.Pt) {
				line(from, q)
				from = q
			})
		}
	}
	if open {
		line(last, first)
	}
	if cap(r.mask.Pix) < w*h {
		r.mask.Pix = make([]byte, w*h)
	}
	r.mask = image.Alpha{Pix: r.mask.Pix[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	r.edges.mask(r.mask.Pix)
}

// paint lays the paint over dst where the mask covers it. Most of a badge is
// runs of pixels that are covered wholly or not at all, so it goes by runs.
func (r *Rasterizer) paint(dst *image.RGBA, ox, oy int, p Paint, k float64) {
	w, h := r.mask.Rect.Dx(), r.mask.Rect.Dy()
	ax, ay := r.blend(p, k)
	for y := range h {
		row := r.mask.Pix[y*w : y*w+w]
		out := dst.Pix[(oy+y)*dst.Stride+4*ox:][:4*w]
		// How far the blend is at the row's first pixel, in 1/65536 steps of
		// the ramp, the half added for rounding.
		t := int(((float64(ox)+0.5-p.P.X*k)*ax + (float64(oy+y)+0.5-p.P.Y*k)*ay + 0.5) * 65536)
		dt := int(ax * 65536)
		for x := 0; x < w; {
			switch cov := row[x]; cov {
			case 0:
				x = run(row, x)
			case 255:
				end := run(row, x)
				r.span(out[4*x:4*end], t+dt*x, dt)
				x = end
			default:
				over(out[4*x:4*x+4:4*x+4], r.ramp[step(t+dt*x)], uint32(cov))
				x++
			}
		}
	}
}

// glowSteps is how finely the square of the distance from a radial paint's
// middle is told apart: the colours of a badge lie so near to each other that
// a step is never more than one of 255.
const glowSteps = 1 << 14

// glowRoots are the square roots, as steps of the ramp.
var glowRoots = sync.OnceValue(func() *[glowSteps + 1]uint8 {
	var t [glowSteps + 1]uint8
	for i := range t {
		t[i] = uint8(math.Sqrt((float64(i)+0.5)/glowSteps)*255 + 0.5)
	}
	t[glowSteps] = 255
	return &t
})

// glow lays a radial paint over dst where the mask covers it.
func (r *Rasterizer) glow(dst *image.RGBA, ox, oy int, p Paint, k float64) {
	w, h := r.mask.Rect.Dx(), r.mask.Rect.Dy()
	roots := glowRoots()
	r.shades(p)
	far := math.Hypot(p.Q.X-p.P.X, p.Q.Y-p.P.Y) * k
	unit := glowSteps / (far * far)
	for y := range h {
		row := r.mask.Pix[y*w : y*w+w]
		out := dst.Pix[(oy+y)*dst.Stride+4*ox:][:4*w]
		dx, dy := float64(ox)+0.5-p.P.X*k, float64(oy+y)+0.5-p.P.Y*k
		for x := 0; x < w; x++ {
			cov := row[x]
			if cov == 0 {
				x = run(row, x) - 1
				continue
			}
			at := dx + float64(x)
			c := r.ramp[roots[int(min((at*at+dy*dy)*unit, glowSteps))]]
			if cov == 255 {
				binary.LittleEndian.PutUint32(out[4*x:], c)
			} else {
				over(out[4*x:4*x+4:4*x+4], c, uint32(cov))
			}
		}
	}
}

// shades fills the ramp.
func (r *Rasterizer) shades(p Paint) {
	for i := range r.ramp {
		r.ramp[i] = pixel(blend(p.From, p.To, float64(i)/255))
	}
}

// blend fills the ramp and returns how many of its steps the paint moves on
// per pixel to the right and per pixel downwards: none for a flat one.
func (r *Rasterizer) blend(p Paint, k float64) (ax, ay float64) {
	if p.Flat() {
		r.ramp[0] = pixel(p.From)
		return 0, 0
	}
	r.shades(p)
	dx, dy := p.Q.X-p.P.X, p.Q.Y-p.P.Y
	d := (dx*dx + dy*dy) * k / 255
	return dx / d, dy / d
}

// run returns the end of the run of equal bytes that begins at x.
func run(row []byte, x int) int {
	v := row[x]
	word := uint64(v) * 0x0101010101010101
	for x+8 <= len(row) && binary.LittleEndian.Uint64(row[x:]) == word {
		x += 8
	}
	for x < len(row) && row[x] == v {
		x++
	}
	return x
}

// span fills whole pixels along the ramp.
func (r *Rasterizer) span(out []byte, t, dt int) {
	last := t + dt*(len(out)/4-1)
	switch {
	case step(t) == step(last):
		c := r.ramp[step(t)]
		for ; len(out) >= 4; out = out[4:] {
			binary.LittleEndian.PutUint32(out, c)
		}
	case min(t, last) >= 0 && max(t, last) < 256<<16:
		for ; len(out) >= 4; out = out[4:] {
			binary.LittleEndian.PutUint32(out, r.ramp[uint8(t>>16)])
			t += dt
		}
	default:
		for ; len(out) >= 4; out = out[4:] {
			binary.LittleEndian.PutUint32(out, r.ramp[step(t)])
			t += dt
		}
	}
}

func step(t int) uint8 { return uint8(max(0, min(255, t>>16))) }

// over lays c over one pixel, cov of 255 parts.
func over(q []byte, c, cov uint32) {
	rest := 255 - cov
	q[0] = uint8((c&255*cov + uint32(q[0])*rest + 127) / 255)
	q[1] = uint8((c>>8&255*cov + uint32(q[1])*rest + 127) / 255)
	q[2] = uint8((c>>16&255*cov + uint32(q[2])*rest + 127) / 255)
	q[3] = uint8((255*cov + uint32(q[3])*rest + 127) / 255)
}

// pixel is c as image.RGBA stores it, read as a little-endian word.
func pixel(c color.RGBA) uint32 {
	return uint32(c.R) | uint32(c.G)<<8 | uint32(c.B)<<16 | 255<<24
}

// blend mixes two colours in sRGB; t runs from 0 (a) to 1 (b).
func blend(a, b color.RGBA, t float64) color.RGBA {
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	return color.RGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), 255}
}
