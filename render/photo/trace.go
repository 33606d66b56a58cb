// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package photo

import (
	"image"
	"image/color"
	"math"

	"insignia/designer"
)

// Tracing is how a photo becomes a drawing.
type Tracing struct {
	// Side is how many squares a side, as designer.NewGrid takes it.
	Side int
	// Dark from -5 to 5 takes fewer or more of the picture for lines.
	Dark int
	// Inks are the colours to draw with; none draws everything with the first
	// ink.
	Inks []color.RGBA
}

// Trace draws the part of a photo of a drawing on paper. The paper need not be
// lit evenly: what counts is how much darker, or more colourful, a place is than
// what is around it.
func (p *Photo) Trace(part image.Rectangle, t Tracing) designer.Grid {
	g := designer.NewGrid(t.Side)
	const fine = 4 // measured on four by four places a square, so that a thin line is met
	n := g.Side() * fine
	small := p.scaled(part, n)
	light := make([]float64, n*n)
	for i := range light {
		q := small.Pix[4*i : 4*i+4 : 4*i+4]
		a := float64(q[3]) / 255
		l := (0.2126*float64(q[0])+0.7152*float64(q[1])+0.0722*float64(q[2]))*a + 255*(1-a)
		most, least := max(q[0], q[1], q[2]), min(q[0], q[1], q[2])
		// A bright colour is no paper: yellow is as light as it.
		light[i] = l - 0.5*a*float64(most-least)
	}
	paper := background(light, n)
	// A line is darker than its paper by an eighth or more.
	limit := 0.86 + 0.022*float64(min(max(t.Dark, -5), 5))
	for y := range g.Side() {
		for x := range g.Side() {
			dark := 0
			var r, gr, b, k int
			for v := range fine {
				for u := range fine {
					i := (y*fine+v)*n + x*fine + u
					if light[i] >= paper[i]*limit-4 {
						continue
					}
					dark++
					q := small.Pix[4*i : 4*i+4 : 4*i+4]
					r, gr, b, k = r+int(q[0]), gr+int(q[1]), b+int(q[2]), k+1
				}
			}
			if dark*4 < fine*fine { // a quarter of a square: a line that lies between two
				continue
			}
			ink := designer.IconInk
			if len(t.Inks) > 0 {
				ink = nearest(color.RGBA{uint8(r / k), uint8(gr / k), uint8(b / k), 255}, t.Inks)
			}
			g.Set(x, y, ink)
		}
	}
	return g
}

// background is how light the paper is at each place: the lightest near it, and
// of that the darkest, which closes what is narrower than the reach and follows
// the light everywhere else; smoothed, as one light pixel is not the paper.
func background(light []float64, n int) []float64 {
	reach := max(3, n/6)
	most := spread(spread(light, n, 1, nil), n, reach, math.Max)
	return spread(spread(most, n, reach, math.Min), n, reach/4, nil)
}

// spread gives each place the greatest of its neighbourhood, or without a
// function the mean.
func spread(in []float64, n, reach int, pick func(a, b float64) float64) []float64 {
	across, out := make([]float64, len(in)), make([]float64, len(in))
	line := func(from, to []float64, start, step int) {
		for i := range n {
			v, k := from[start+i*step], 0.0
			sum := 0.0
			for j := max(0, i-reach); j <= min(n-1, i+reach); j++ {
				f := from[start+j*step]
				if pick != nil {
					v = pick(v, f)
				}
				sum, k = sum+f, k+1
			}
			if pick == nil {
				v = sum / k
			}
			to[start+i*step] = v
		}
	}
	for y := range n {
		line(in, across, y*n, 1)
	}
	for x := range n {
		line(across, out, x, n)
	}
	return out
}

// nearest is the ink most like a colour. What is nearly grey is a pencil: it is
// drawn with the first.
func nearest(c color.RGBA, inks []color.RGBA) designer.Ink {
	if most, least := max(c.R, c.G, c.B), min(c.R, c.G, c.B); most-least < 40 {
		return designer.IconInk
	}
	best, least := designer.IconInk, math.MaxInt
	for i, k := range inks[:min(len(inks), designer.Inks)] {
		dr, dg, db := int(c.R)-int(k.R), int(c.G)-int(k.G), int(c.B)-int(k.B)
		if d := 2*dr*dr + 4*dg*dg + 3*db*db; d < least {
			best, least = designer.Ink(i+1), d
		}
	}
	return best
}
