// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

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
	vec  vector.Rasterizer
	mask image.Alpha
	ramp [256]color.RGBA
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
		x0, y0 := max(0, int(math.Floor(b.X0*k))), max(0, int(math.Floor(b.Y0*k)))
		x1, y1 := min(px, int(math.Ceil(b.X1*k))), min(dst.Rect.Dy(), int(math.Ceil(b.Y1*k)))
		if x0 >= x1 || y0 >= y1 {
			continue
		}
		r.cover(it.Path, k, float64(x0), float64(y0), x1-x0, y1-y0)
		r.paint(dst, x0, y0, it.Paint, k)
	}
}

// cover fills the mask with the share of each pixel that p covers.
func (r *Rasterizer) cover(p outline.Path, k, ox, oy float64, w, h int) {
	r.vec.Reset(w, h)
	r.vec.DrawOp = draw.Src
	at := func(q outline.Pt) (float32, float32) { return float32(q.X*k - ox), float32(q.Y*k - oy) }
	for i := range p {
		s := &p[i]
		ax, ay := at(s.P[0])
		switch s.Op {
		case outline.Move:
			r.vec.MoveTo(ax, ay)
		case outline.Line:
			r.vec.LineTo(ax, ay)
		case outline.Quad:
			bx, by := at(s.P[1])
			r.vec.QuadTo(ax, ay, bx, by)
		case outline.Cube:
			bx, by := at(s.P[1])
			cx, cy := at(s.P[2])
			r.vec.CubeTo(ax, ay, bx, by, cx, cy)
		case outline.Close:
			r.vec.ClosePath()
		}
	}
	if cap(r.mask.Pix) < w*h {
		r.mask.Pix = make([]byte, w*h)
	}
	r.mask = image.Alpha{Pix: r.mask.Pix[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	r.vec.Draw(&r.mask, r.mask.Rect, image.Opaque, image.Point{})
}

// paint lays the paint over dst where the mask covers it.
func (r *Rasterizer) paint(dst *image.RGBA, ox, oy int, p Paint, k float64) {
	w, h := r.mask.Rect.Dx(), r.mask.Rect.Dy()
	var ax, ay float64 // how far the blend goes, in steps of 1/255, a pixel
	if !p.Flat() {
		for i := range r.ramp {
			r.ramp[i] = blend(p.From, p.To, float64(i)/255)
		}
		dx, dy := p.Q.X-p.P.X, p.Q.Y-p.P.Y
		d := (dx*dx + dy*dy) * k / 255
		ax, ay = dx/d, dy/d
	}
	c := p.From
	for y := range h {
		row := r.mask.Pix[y*w : y*w+w]
		out := dst.Pix[(oy+y)*dst.Stride+4*ox:][:4*w]
		t := (float64(ox)+0.5-p.P.X*k)*ax + (float64(oy+y)+0.5-p.P.Y*k)*ay + 0.5
		for x, cov := range row {
			if cov == 0 {
				continue
			}
			if ax != 0 || ay != 0 {
				c = r.ramp[int(max(0, min(255, t+ax*float64(x))))]
			}
			q := out[4*x : 4*x+4 : 4*x+4]
			if cov == 255 {
				q[0], q[1], q[2], q[3] = c.R, c.G, c.B, 255
				continue
			}
			a, rest := uint32(cov), 255-uint32(cov)
			q[0] = uint8((uint32(c.R)*a + uint32(q[0])*rest + 127) / 255)
			q[1] = uint8((uint32(c.G)*a + uint32(q[1])*rest + 127) / 255)
			q[2] = uint8((uint32(c.B)*a + uint32(q[2])*rest + 127) / 255)
			q[3] = uint8((255*a + uint32(q[3])*rest + 127) / 255)
		}
	}
}

// blend mixes two colours in sRGB; t runs from 0 (a) to 1 (b).
func blend(a, b color.RGBA, t float64) color.RGBA {
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	return color.RGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), 255}
}
