// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package proof measures whether a badge's picture can be read: small, on any
// page, by people who see colours otherwise. It measures the pixels that people
// will see, not what the parts were meant to be, so that a drawing and a photo
// are judged as an icon is. It knows numbers and parts; it knows no words.
package proof

import (
	"image"
	"image/color"
	"math"

	"insignia/render"
)

// Sizes are the sides in pixels at which badges are shown: in a list of a
// backpack, beside a name, in a tab.
var Sizes = [3]int{90, 50, 32}

// Verdict is how well a part is seen.
type Verdict uint8

// The verdicts.
const (
	Good Verdict = iota
	Weak
	Lost
)

var verdictIDs = [...]string{"good", "weak", "lost"}

// String gives the verdict's id.
func (v Verdict) String() string { return verdictIDs[v] }

// The limits of the verdicts: see docs/PROOF.md for how they were found.
const (
	// retained is how much of a part's difference in lightness from what is
	// around it is left when the picture is small.
	retainedGood, retainedWeak = 0.5, 0.35
	// feature is how thick the lines of a part are, in pixels, at a size.
	featureGood, featureWeak = 1.2, 0.7
)

// Part is what is measured of one part of the picture.
type Part struct {
	Role render.Role
	// Feature is how thick its lines are, in units of the scene: twice its area
	// over the length of its outline.
	Feature float64
	// Contrast is the WCAG ratio between it and what is around it, the least of
	// all visions, and for which.
	Contrast float64
	Vision   render.Vision
	Plain    float64 // the ratio as most people see it
	// Retained is the share of its difference in lightness that is left at each
	// of Sizes.
	Retained [3]float64
	// Overlap is how much of its shape is the same at each of Sizes: what is in
	// both over what is in either.
	Overlap [3]float64
}

// At is the verdict at one of Sizes.
func (p Part) At(i int) Verdict {
	thick := p.Feature * float64(Sizes[i]) / render.Size
	switch {
	case p.Retained[i] >= retainedGood && thick >= featureGood:
		return Good
	case p.Retained[i] >= retainedWeak && thick >= featureWeak:
		return Weak
	}
	return Lost
}

// Report is what is measured of a picture.
type Report struct {
	Parts []Part
	// White and Black are the contrast of the picture's edge to a white and to a
	// near-black page: the better of the two outermost colours.
	White, Black float64
	// Corners reports that all four corners are opaque: on a dark page they
	// make a box of the badge.
	Corners bool
}

// side is the pictures' side that everything is measured on: a multiple of no
// size, so that no part gains by luck.
const side = 240

// near is how far around a part its surroundings go, in pixels of side.
const near = 5

// judged are the parts that have to be seen.
var judged = []render.Role{render.Icon, render.Photo, render.Text, render.Lower, render.Stars, render.RibbonText}

// Of measures a picture.
func Of(s render.Scene) Report {
	var r render.Rasterizer
	m := &measure{full: image.NewRGBA(image.Rect(0, 0, side, side))}
	r.Draw(m.full, s)
	for i := range Sizes {
		m.small[i] = image.NewRGBA(image.Rect(0, 0, Sizes[i], Sizes[i]))
		r.Draw(m.small[i], s)
	}
	m.lights()
	var out Report
	for _, role := range judged {
		if p, ok := m.part(&r, s, role); ok {
			out.Parts = append(out.Parts, p)
		}
	}
	m.edge(&out)
	return out
}

// measure is a picture with its lightness at every size.
type measure struct {
	full  *image.RGBA
	small [3]*image.RGBA
	light []float64 // OKLab lightness of full; the page's where it is transparent
	lower [3][]float64
}

// page is what a transparent pixel is judged on: a middle grey, so that neither
// a light nor a dark page is taken for granted.
const page = 0.6

func (m *measure) lights() {
	m.light = lights(m.full)
	for i := range m.small {
		m.lower[i] = lights(m.small[i])
	}
}

func lights(img *image.RGBA) []float64 {
	out := make([]float64, len(img.Pix)/4)
	var last color.RGBA
	l := 0.0
	for i := range out {
		p := img.Pix[4*i : 4*i+4 : 4*i+4]
		c := color.RGBA{p[0], p[1], p[2], p[3]}
		if c != last || i == 0 {
			last = c
			l = page
			if c.A > 0 {
				a := float64(c.A) / 255
				full := func(v uint8) uint8 { return uint8(min(255, float64(v)/a+0.5)) }
				own, _, _ := render.OKLab(color.RGBA{full(c.R), full(c.G), full(c.B), 255})
				l = a*own + (1-a)*page
			}
		}
		out[i] = l
	}
	return out
}

// part measures the items of a role; it reports false where there are none.
func (m *measure) part(r *render.Rasterizer, s render.Scene, role render.Role) (Part, bool) {
	only := render.Scene{}
	for _, it := range s.Items {
		if it.Role == role {
			it.Paint = render.Solid(color.RGBA{255, 255, 255, 255})
			it.Bitmap = nil
			only.Items = append(only.Items, it)
		}
	}
	if len(only.Items) == 0 {
		return Part{}, false
	}
	mask := image.NewRGBA(m.full.Rect)
	r.Draw(mask, only)
	in := make([]bool, side*side)
	area := 0.0
	for i := range in {
		a := mask.Pix[4*i+3]
		in[i] = a >= 128
		area += float64(a) / 255
	}
	round := around(in)
	p := Part{Role: role, Contrast: math.Inf(1)}
	unit := float64(render.Size) / side
	if l := length(only); l > 0 {
		p.Feature = 2 * area * unit * unit / l
	}
	inside, outside := mean(m.light, in), mean(m.light, round)
	for i := range Sizes {
		lowIn, lowOut := m.sampled(i, in), m.sampled(i, round)
		if d := math.Abs(inside - outside); d > 0.01 {
			p.Retained[i] = min(1, math.Abs(lowIn-lowOut)/d)
		}
		p.Overlap[i] = overlap(r, only, in, Sizes[i])
	}
	one, other := m.colour(in), m.colour(round)
	for _, v := range render.Visions() {
		c := render.Contrast(v.See(one), v.See(other))
		if v == render.Trichromat {
			p.Plain = c
		}
		if c < p.Contrast {
			p.Contrast, p.Vision = c, v
		}
	}
	return p, true
}

// around is what lies within near of a mask and not in it.
func around(in []bool) []bool {
	wide := make([]bool, len(in))
	spread(in, wide, 1, side)
	out := make([]bool, len(in))
	spread(wide, out, side, 1)
	for i := range out {
		out[i] = out[i] && !in[i]
	}
	return out
}

// spread widens a mask along its lines: step is from one pixel of a line to the
// next, line from one line to the next.
func spread(in, out []bool, step, line int) {
	for l := range side {
		last := -2 * side
		for i := range side + near {
			if i < side && in[l*line+i*step] {
				last = i
			}
			if at := i - near; at >= 0 && i-last <= 2*near {
				out[l*line+at*step] = true
			}
		}
	}
}

func mean(light []float64, mask []bool) float64 {
	sum, n := 0.0, 0
	for i, on := range mask {
		if on {
			sum += light[i]
			n++
		}
	}
	if n == 0 {
		return page
	}
	return sum / float64(n)
}

// sampled is the mean lightness of a small picture under a mask.
func (m *measure) sampled(size int, mask []bool) float64 {
	px, light := Sizes[size], m.lower[size]
	sum, n := 0.0, 0
	for y := range side {
		row := light[y*px/side*px:]
		for x := range side {
			if mask[y*side+x] {
				sum += row[x*px/side]
				n++
			}
		}
	}
	if n == 0 {
		return page
	}
	return sum / float64(n)
}

// colour is the mean colour under a mask, in linear light's place the stored
// values: what is one colour stays it.
func (m *measure) colour(mask []bool) color.RGBA {
	var r, g, b, n int
	for i, on := range mask {
		if p := m.full.Pix[4*i : 4*i+4 : 4*i+4]; on && p[3] == 255 {
			r, g, b, n = r+int(p[0]), g+int(p[1]), b+int(p[2]), n+1
		}
	}
	if n == 0 {
		return color.RGBA{153, 153, 153, 255}
	}
	return color.RGBA{uint8(r / n), uint8(g / n), uint8(b / n), 255}
}

// overlap is how much of a mask is left as a shape at a size.
func overlap(r *render.Rasterizer, only render.Scene, in []bool, px int) float64 {
	small := image.NewRGBA(image.Rect(0, 0, px, px))
	r.Draw(small, only)
	both, either := 0, 0
	for y := range side {
		for x := range side {
			a := in[y*side+x]
			b := small.Pix[4*(y*px/side*px+x*px/side)+3] >= 128
			if a && b {
				both++
			}
			if a || b {
				either++
			}
		}
	}
	if either == 0 {
		return 0
	}
	return float64(both) / float64(either)
}

// length is how long the outlines of a scene are.
func length(s render.Scene) (sum float64) {
	for _, it := range s.Items {
		for _, poly := range it.Path.Flat(0.5) {
			a := poly[len(poly)-1]
			for _, b := range poly {
				sum += math.Hypot(b.X-a.X, b.Y-a.Y)
				a = b
			}
		}
	}
	return sum
}

// edge measures the picture against its page: going inwards from the first
// opaque pixel, what is met within the width of a rim.
func (m *measure) edge(out *Report) {
	const rays, deep = 72, side * 7 / 100
	dark := color.RGBA{18, 18, 18, 255}
	white := color.RGBA{255, 255, 255, 255}
	sumW, sumB, n := 0.0, 0.0, 0
	for i := range rays {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / rays)
		met, w, b := 0, 1.0, 1.0
		for d := float64(side) * 0.707; d > 0 && met < deep; d-- {
			x, y := int(side/2+d*cos), int(side/2+d*sin)
			if x < 0 || y < 0 || x >= side || y >= side {
				continue
			}
			p := m.full.Pix[4*(y*side+x):][:4]
			if p[3] != 255 {
				continue
			}
			met++
			c := color.RGBA{p[0], p[1], p[2], 255}
			w, b = max(w, render.Contrast(c, white)), max(b, render.Contrast(c, dark))
		}
		if met > 0 {
			sumW, sumB, n = sumW+min(w, 21), sumB+min(b, 21), n+1
		}
	}
	if n > 0 {
		out.White, out.Black = sumW/float64(n), sumB/float64(n)
	}
	out.Corners = true
	for _, at := range [4]int{0, side - 1, side * (side - 1), side*side - 1} {
		out.Corners = out.Corners && m.full.Pix[4*at+3] == 255
	}
}
