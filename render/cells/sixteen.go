// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cells

import (
	"image"
	"image/color"
	"math"
	"slices"
	"strconv"

	"insignia/render"
)

// bright is the first of the eight that a terminal may show as a letter but
// not as the ground behind one: the Linux console has eight grounds.
const bright = 8

// number puts the number of one of the sixteen colours into each dot of an
// image, as r.
func (p *printer) number() {
	var last dot
	var n uint8
	for i := range p.dots {
		if d := &p.dots[i]; d.on {
			if *d != last {
				last, n = *d, uint8(nearest(*d))
			}
			*d = dot{r: n, on: true}
		}
	}
}

// shade is the colour of an item, in OKLab as well, and which of the sixteen
// stands for it.
type shade struct {
	c       dot
	l, a, b float64
	n       uint8
}

// shades notes the colours of the items, each once.
func (p *printer) shades() {
	p.own = p.own[:0]
	for _, it := range p.items {
		c := dot{it.Paint.From.R, it.Paint.From.G, it.Paint.From.B, true}
		if !slices.ContainsFunc(p.own, func(s shade) bool { return s.c == c }) {
			l, a, b := render.OKLab(c.rgba())
			p.own = append(p.own, shade{c, l, a, b, uint8(nearest(c))})
		}
	}
	p.votes = append(p.votes[:0], make([]int, len(p.own))...)
}

// vote is the number for a rectangle of a scene: of the item that covers most
// of it. A colour between two of few strong ones would be a third that means
// nothing: from gold into blue the way goes through red and grey.
func (p *printer) vote(img *image.RGBA, x0, y0, x1, y1 int) dot {
	clear(p.votes)
	best := -1
	for y := y0; y < y1; y++ {
		row := img.Pix[y*img.Stride+4*x0 : y*img.Stride+4*x1]
		for ; len(row) >= 4; row = row[4:] {
			if row[3] != 255 {
				continue
			}
			c := dot{row[0], row[1], row[2], true}
			for i := range p.own {
				if p.own[i].c == c {
					if p.votes[i]++; best < 0 || p.votes[i] > p.votes[best] {
						best = i
					}
					break
				}
			}
		}
	}
	d := mean(img, x0, y0, x1, y1)
	switch {
	case !d.on:
		return d
	case best < 0: // edges only
		best = p.near(d)
	}
	return dot{r: p.own[best].n, on: true}
}

// near is the shade most like a dot.
func (p *printer) near(d dot) int {
	l, a, b := render.OKLab(d.rgba())
	least, best := math.Inf(1), 0
	for i, s := range p.own {
		if far := (l-s.l)*(l-s.l) + (a-s.a)*(a-s.a) + (b-s.b)*(b-s.b); far < least {
			least, best = far, i
		}
	}
	return best
}

// sixteen writes a dot's number as an SGR parameter.
func sixteen(b []byte, d dot, ground int) []byte {
	base, n := 30, int(d.r)
	if n >= bright {
		base, n = 90, n-bright
	}
	return strconv.AppendInt(b, int64(base+n+ground), 10)
}

// hues are the six colourful ones of the sixteen, by OKLab hue in degrees
// and number. Orange goes with red until it is nearly yellow.
var hues = [...]struct {
	upto float64
	n    int
}{{8, 5}, {48, 1}, {120, 3}, {165, 2}, {228, 6}, {285, 4}, {348, 5}, {361, 5}}

// nearest judges by hue first: taking the nearest of sixteen points instead
// turns gold into red and dark blue into grey, as the sixteen are few, strong
// and different in every terminal.
func nearest(d dot) int {
	l, c, h := oklch(d)
	if c < 0.045 || c < 0.07 && l > 0.9 || l < 0.2 {
		switch {
		case l < 0.3:
			return 0
		case l < 0.6:
			return 8
		case l < 0.86:
			return 7
		}
		return 15
	}
	for _, x := range hues {
		if h >= x.upto {
			continue
		}
		n := x.n
		switch {
		case n == 4 && l >= 0.7 && h < 255:
			n = 6 // sky blue; the bright blue of most terminals is a dark one
		case n == 3 && l < 0.5:
			n = 1 // brown: what some terminals call dark yellow is nearly yellow
		}
		// The bright six begin where a page's text would.
		if l >= 0.66 {
			n += bright
		}
		return n
	}
	return 7
}

// oklch is lightness, colourfulness and hue.
func oklch(d dot) (l, c, h float64) {
	l, u, v := render.OKLab(d.rgba())
	h = math.Atan2(v, u) * 180 / math.Pi
	if h < 0 {
		h += 360
	}
	return l, math.Hypot(u, v), h
}

func (d dot) rgba() color.RGBA { return color.RGBA{d.r, d.g, d.b, 255} }
