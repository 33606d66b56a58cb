// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package jpeg

import (
	"image"
	"math"
)

// waves are the rows of the inverse transform of n frequencies, scaled so that
// a block keeps its brightness at any size.
func waves(n int) (out [8][8]float32) {
	for u := range n {
		c := math.Sqrt(2 / float64(n))
		if u == 0 {
			c = math.Sqrt(1 / float64(n))
		}
		for x := range n {
			out[u][x] = float32(c * math.Cos(float64(2*x+1)*float64(u)*math.Pi/float64(2*n)) * math.Sqrt(float64(n)/8))
		}
	}
	return out
}

// transform makes samples of the coefficients, and lets go of these.
func (d *decoder) transform() {
	for i := range d.comps {
		c := &d.comps[i]
		w, down, nx, ny := waves(c.nx), waves(c.ny), c.nx, c.ny
		c.samples = make([]byte, c.across*nx*c.up*ny)
		q := &d.quant[c.table]
		for by := range c.up {
			for bx := range c.across {
				co := c.coeff[(by*c.across+bx)*nx*ny:][: nx*ny : nx*ny]
				var rows [8][8]float32
				for v := range ny {
					for u := range nx {
						if co[v*nx+u] == 0 {
							continue
						}
						f := float32(int(co[v*nx+u]) * int(q[v*8+u]))
						for x := range nx {
							rows[v][x] += f * w[u][x]
						}
					}
				}
				for y := range ny {
					out := c.samples[(by*ny+y)*c.across*nx+bx*nx:][:nx:nx]
					for x := range nx {
						s := float32(128.5)
						for v := range ny {
							s += rows[v][x] * down[v][y]
						}
						out[x] = byte(min(max(s, 0), 255))
					}
				}
			}
		}
		c.coeff, c.seen = nil, nil
	}
}

// picture puts the components together.
func (d *decoder) picture() *image.RGBA {
	w, h := (d.config.Width*d.n+7)/8, (d.config.Height*d.n+7)/8
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	at := func(c *component, x, y int) int {
		return int(c.samples[y*c.v*c.ny/(d.vMost*d.n)*c.across*c.nx+x*c.h*c.nx/(d.hMost*d.n)])
	}
	plain := d.adobe == 0 || d.adobe < 0 && len(d.comps) == 3 && d.comps[0].id == 'R' && d.comps[1].id == 'G' && d.comps[2].id == 'B'
	for y := range h {
		for x := range w {
			p := img.Pix[y*img.Stride+4*x:][:4:4]
			p[3] = 255
			a := at(&d.comps[0], x, y)
			if len(d.comps) == 1 {
				p[0], p[1], p[2] = byte(a), byte(a), byte(a)
				continue
			}
			b, c := at(&d.comps[1], x, y), at(&d.comps[2], x, y)
			if !plain && (len(d.comps) == 3 || d.adobe == 2) {
				a, b, c = rgb(a, b, c)
			}
			if len(d.comps) == 4 { // what Adobe writes is the other way round: 255 is no ink
				if !plain && d.adobe == 2 {
					a, b, c = 255-a, 255-b, 255-c
				}
				k := at(&d.comps[3], x, y)
				a, b, c = a*k/255, b*k/255, c*k/255
			}
			p[0], p[1], p[2] = byte(a), byte(b), byte(c)
		}
	}
	return img
}

// rgb is a colour of JFIF's YCbCr.
func rgb(y, cb, cr int) (r, g, b int) {
	cb, cr = cb-128, cr-128
	l := y<<16 + 1<<15
	clip := func(v int) int { return min(max(v>>16, 0), 255) }
	return clip(l + 91881*cr), clip(l - 22554*cb - 46802*cr), clip(l + 116130*cb)
}
