// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image"
	"math"

	"insignia/render/outline"
)

// Bitmap is a picture of pixels on the scene. It fills its box.
type Bitmap struct {
	PNG string // the file in base64, as an SVG takes it along
	Box outline.Box

	// sizes are the same picture, each half as large as the one before it, so
	// that drawing it small costs little.
	sizes []*image.RGBA
}

// newBitmap makes the sizes of a picture whose alpha is premultiplied.
func newBitmap(png string, img *image.RGBA) *Bitmap {
	m := &Bitmap{PNG: png, sizes: []*image.RGBA{img}}
	for img.Rect.Dx() > 32 && img.Rect.Dy() > 32 {
		img = halve(img)
		m.sizes = append(m.sizes, img)
	}
	return m
}

// in is the same picture in another box.
func (m Bitmap) in(b outline.Box) *Bitmap {
	m.Box = b
	return &m
}

// halve averages squares of four pixels; an odd row or column at the end is
// left out.
func halve(src *image.RGBA) *image.RGBA {
	w, h := src.Rect.Dx()/2, src.Rect.Dy()/2
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		a, b := src.Pix[2*y*src.Stride:], src.Pix[(2*y+1)*src.Stride:]
		out := dst.Pix[y*dst.Stride:]
		for x := range w {
			for c := range 4 {
				i := 8*x + c
				out[4*x+c] = uint8((uint32(a[i]) + uint32(a[i+4]) + uint32(b[i]) + uint32(b[i+4]) + 2) / 4)
			}
		}
	}
	return dst
}

// tap is a pixel's share in another one.
type tap struct {
	at     int
	weight float32
}

// fitting scales a bitmap and keeps its buffers.
type fitting struct {
	across, down [][]tap
	rows         []float32
}

// lay draws the bitmap where the mask covers it.
func (r *Rasterizer) lay(dst *image.RGBA, ox, oy int, m *Bitmap, k float64) {
	w, h := r.mask.Rect.Dx(), r.mask.Rect.Dy()
	wide := (m.Box.X1 - m.Box.X0) * k
	src := m.sizes[0]
	for _, s := range m.sizes[1:] {
		if float64(s.Rect.Dx()) < wide {
			break
		}
		src = s
	}
	f := &r.fit
	f.across = taps(f.across, w, float64(ox)-m.Box.X0*k, float64(src.Rect.Dx())/wide, src.Rect.Dx())
	f.down = taps(f.down, h, float64(oy)-m.Box.Y0*k, float64(src.Rect.Dy())/((m.Box.Y1-m.Box.Y0)*k), src.Rect.Dy())
	sh := src.Rect.Dy()
	if n := 4 * w * sh; cap(f.rows) < n {
		f.rows = make([]float32, n)
	}
	f.rows = f.rows[:4*w*sh]
	top, bottom := f.down[0][0].at, f.down[h-1][len(f.down[h-1])-1].at
	for y := top; y <= bottom; y++ {
		row, out := src.Pix[y*src.Stride:], f.rows[4*w*y:]
		for x, ts := range f.across {
			var a, b, c, d float32
			for _, t := range ts {
				p := row[4*t.at : 4*t.at+4 : 4*t.at+4]
				a, b, c, d = a+t.weight*float32(p[0]), b+t.weight*float32(p[1]), c+t.weight*float32(p[2]), d+t.weight*float32(p[3])
			}
			out[4*x], out[4*x+1], out[4*x+2], out[4*x+3] = a, b, c, d
		}
	}
	for y := range h {
		out := dst.Pix[(oy+y)*dst.Stride+4*ox:][:4*w]
		for x, cov := range r.mask.Pix[y*w : y*w+w] {
			if cov == 0 {
				continue
			}
			var v [4]float32
			for _, t := range f.down[y] {
				p := f.rows[4*(w*t.at+x):][:4:4]
				for c := range v {
					v[c] += t.weight * p[c]
				}
			}
			q := out[4*x : 4*x+4 : 4*x+4]
			share := float32(cov) / 255
			rest := 1 - v[3]/255*share
			for c := range q {
				q[c] = uint8(min(255, v[c]*share+float32(q[c])*rest+0.5))
			}
		}
	}
}

// taps says which of n pixels make each of the given number, the first of
// which begins at from: those that lie under it, by their area; and between
// the middles of two where they are larger than it.
func taps(buf [][]tap, count int, from, step float64, n int) [][]tap {
	if cap(buf) < count {
		buf = make([][]tap, count)
	}
	buf = buf[:count]
	reach := max(step, 1) / 2
	for i := range buf {
		ts := buf[i][:0]
		mid := (from + float64(i) + 0.5) * step
		lo, hi := mid-reach, mid+reach
		sum := 0.0
		for at := int(math.Floor(lo)); float64(at) < hi; at++ {
			part := min(hi, float64(at+1)) - max(lo, float64(at))
			if part <= 0 {
				continue
			}
			sum += part
			ts = append(ts, tap{min(max(at, 0), n-1), float32(part)})
		}
		for j := range ts {
			ts[j].weight /= float32(sum)
		}
		buf[i] = ts
	}
	return buf
}
