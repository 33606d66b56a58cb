// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"image"
)

// mask is what a clip leaves, within its rectangle; nothing beside it.
type mask struct {
	image.Rectangle
	pix []byte
}

// surface is what is drawn on: the picture, or a layer that is laid over it.
type surface struct {
	*image.RGBA
	alpha float64
}

// cost is about what drawing on a square of side pixels takes, in pixels
// touched. It goes through the same steps as render.
func (d *drawing) cost(side int) float64 {
	k := float64(side) / canvas
	full := image.Rect(0, 0, side, side)
	clips := []image.Rectangle{full}
	sum := float64(full.Dx() * full.Dy())
	for i := range d.ops {
		o := &d.ops[i]
		within := clips[len(clips)-1]
		sum += 100
		switch o.kind {
		case fill:
			sum += o.area.cost(k, side, within)
			if o.paint.blend {
				sum += 1000 + o.area.cost(k, side, within)
			}
		case layer:
			r := d.extentOf(i, k, side, within)
			sum += 3 * float64(r.Dx()*r.Dy())
		case clip:
			r := clipBox(o, k, side).Intersect(within)
			for j := range o.clip {
				sum += o.clip[j].cost(k, side, r)
			}
			sum += float64(r.Dx() * r.Dy())
			clips = append(clips, r)
		case endClip:
			clips = clips[:len(clips)-1]
		}
	}
	return sum
}

func (a *area) cost(k float64, side int, within image.Rectangle) float64 {
	r := a.box.pixels(k, side).Intersect(within)
	if r.Empty() {
		return 0
	}
	return float64(r.Dx()*r.Dy()) + 3*k*a.length
}

func clipBox(o *op, k float64, side int) image.Rectangle {
	var r image.Rectangle
	for i := range o.clip {
		r = r.Union(o.clip[i].box.pixels(k, side))
	}
	return r
}

// extentOf is what a layer, begun by op i, has in it.
func (d *drawing) extentOf(i int, k float64, side int, within image.Rectangle) image.Rectangle {
	if d.ops[i].area.polys == nil && d.ops[i].area.box == (box{}) {
		b, depth := nowhere, 0
		for j := i; j < len(d.ops); j++ {
			switch o := &d.ops[j]; o.kind {
			case layer:
				depth++
			case endLayer:
				depth--
			case fill:
				b = b.and(o.area.box)
			}
			if depth == 0 {
				break
			}
		}
		d.ops[i].area.box = b
	}
	return d.ops[i].area.box.pixels(k, side).Intersect(within)
}

// render draws the list on a square of side pixels.
func (d *drawing) render(side int) *image.RGBA {
	k := float64(side) / canvas
	full := image.Rect(0, 0, side, side)
	on := []surface{{RGBA: image.NewRGBA(full), alpha: 1}}
	masks := []mask{{Rectangle: full}}
	var r raster
	for i := range d.ops {
		o := &d.ops[i]
		now, cut := on[len(on)-1], &masks[len(masks)-1]
		switch o.kind {
		case fill:
			r.fill(now.RGBA, o, k, cut)
		case layer:
			on = append(on, surface{image.NewRGBA(d.extentOf(i, k, side, cut.Rectangle)), o.alpha})
		case endLayer:
			on = on[:len(on)-1]
			lay(on[len(on)-1].RGBA, now.RGBA, now.alpha)
		case clip:
			masks = append(masks, r.clip(o, k, side, cut))
		case endClip:
			masks = masks[:len(masks)-1]
		}
	}
	return on[0].RGBA
}

// clip makes the mask of a clip within another one.
func (r *raster) clip(o *op, k float64, side int, up *mask) mask {
	m := mask{Rectangle: clipBox(o, k, side).Intersect(up.Rectangle)}
	w := m.Dx()
	m.pix = make([]byte, w*m.Dy())
	for i := range o.clip {
		a := &o.clip[i]
		within := a.box.pixels(k, side).Intersect(m.Rectangle)
		if within.Empty() {
			continue
		}
		r.cover(a, k, within)
		for y := range within.Dy() {
			x, row := r.covered(y, a.evenOdd)
			out := m.pix[(within.Min.Y+y-m.Min.Y)*w+within.Min.X+x-m.Min.X:]
			for j, c := range row {
				out[j] = 255 - byte(uint32(255-out[j])*uint32(255-c)/255)
			}
		}
	}
	if up.pix != nil {
		for y := m.Min.Y; y < m.Max.Y; y++ {
			over := up.row(y, m.Min.X)
			for x := range w {
				p := &m.pix[(y-m.Min.Y)*w+x]
				*p = byte((uint32(*p)*uint32(over[x]) + 127) / 255)
			}
		}
	}
	return m
}

// row is the mask's row y from x on.
func (m *mask) row(y, x int) []byte { return m.pix[(y-m.Min.Y)*m.Dx()+x-m.Min.X:] }

// shade is a colour as it is laid on: premultiplied, of 255.
type shade [4]uint32

func (c rgba) shade(alpha float64) shade {
	a := c.a * alpha * 255
	return shade{uint32(c.r*a + 0.5), uint32(c.g*a + 0.5), uint32(c.b*a + 0.5), uint32(a + 0.5)}
}

// fill lays a paint on an area.
func (r *raster) fill(dst *image.RGBA, o *op, k float64, cut *mask) {
	side := int(canvas*k + 0.5)
	within := o.area.box.pixels(k, side).Intersect(cut.Rectangle).Intersect(dst.Rect)
	if within.Empty() {
		return
	}
	r.cover(&o.area, k, within)
	p := o.paint
	flat := p.flat.shade(o.alpha)
	var ramp [256]shade
	if p.blend {
		for i := range ramp {
			ramp[i] = p.ramp[i].shade(o.alpha)
		}
	}
	for y := range within.Dy() {
		from, row := r.covered(y, o.area.evenOdd)
		if row == nil {
			continue
		}
		x0, y0 := within.Min.X+from, within.Min.Y+y
		out := dst.Pix[dst.PixOffset(x0, y0):][:4*len(row)]
		if cut.pix != nil {
			for i, c := range cut.row(y0, x0)[:len(row)] {
				row[i] = byte((uint32(row[i])*uint32(c) + 127) / 255)
			}
		}
		if !p.blend {
			for i, c := range row {
				put(out[4*i:4*i+4:4*i+4], flat, uint32(c))
			}
			continue
		}
		cx, cy := (float64(x0)+0.5)/k, (float64(y0)+0.5)/k
		u, v := p.back.A*cx+p.back.C*cy+p.back.E, p.back.B*cx+p.back.D*cy+p.back.F
		du, dv := p.back.A/k, p.back.B/k
		for i, c := range row {
			if c > 0 {
				t := p.at(u+du*float64(i), v+dv*float64(i))
				put(out[4*i:4*i+4:4*i+4], ramp[uint8(t*255+0.5)], uint32(c))
			}
		}
	}
}

// put lays a colour over one pixel, cov of 255 parts of it.
func put(q []byte, s shade, cov uint32) {
	if cov == 0 {
		return
	}
	if cov == 255 && s[3] == 255 {
		q[0], q[1], q[2], q[3] = byte(s[0]), byte(s[1]), byte(s[2]), 255
		return
	}
	rest := 255*255 - s[3]*cov
	for i := range s {
		q[i] = byte((s[i]*cov*255 + uint32(q[i])*rest + 255*127) / (255 * 255))
	}
}

// lay puts a layer over what is below it.
func lay(dst, src *image.RGBA, alpha float64) {
	part := uint32(alpha*255 + 0.5)
	b := src.Rect.Intersect(dst.Rect)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		in, out := src.Pix[src.PixOffset(b.Min.X, y):], dst.Pix[dst.PixOffset(b.Min.X, y):]
		for x := range b.Dx() {
			if s := in[4*x : 4*x+4]; s[3] > 0 {
				put(out[4*x:4*x+4:4*x+4], shade{uint32(s[0]), uint32(s[1]), uint32(s[2]), uint32(s[3])}, part)
			}
		}
	}
}
