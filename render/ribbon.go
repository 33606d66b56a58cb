// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"
	"math"

	"insignia/render/outline"
)

// The ribbon is a band bent like a smile: it lies on a great circle whose
// centre is far above the badge.
const (
	bandRadius  = 1500.0
	bandHalf    = 66  // half the band's height
	bandReach   = 356 // from the middle to the band's end
	bandLine    = 14  // width of the line around band and tails
	tailReach   = 446 // from the middle to the tail's end
	tailTuck    = 302 // from the middle to where the tail vanishes behind the band
	tailDrop    = 46  // how much lower the tail hangs
	tailNotch   = 38  // depth of the swallow's tail
	ribbonSize  = 82
	ribbonTrack = 0.03 // between letters, in ems
	tailShade   = 0.18 // how much darker than the band
	foldShade   = 0.55 // at least
	foldApart   = 1.5  // contrast of a turn to its end, for every vision
)

// ribbonBand lays the ribbon across the badge: its ends, the dark turns that
// join them to the band, the band, the letters.
func (c *composer) ribbonBand() {
	on := disc{c.face.x, c.ribbon - bandRadius, bandRadius}
	cloth := c.colours.Ribbon
	c.add(Edge, on.tails(bandLine), c.colours.Edge)
	c.add(Tail, on.tails(0), shade(cloth, tailShade))
	c.add(Fold, on.folds(), fold(cloth))
	c.add(Edge, on.band(bandLine), c.colours.Edge)
	c.add(Ribbon, on.band(0), cloth)

	size := min(ribbonSize, 2*(bandReach-margin)/c.banner.width)
	if size < minSize {
		c.small = append(c.small, "look.ribbon")
	}
	if size >= leastSize {
		on.r += size * capHeight / 2
		c.add(RibbonText, c.banner.along(on, size, true), c.colours.RibbonText)
	}
}

// ends draws what hangs behind the badge.
func (c *composer) ends() {
	c.add(Edge, c.hang(0), c.colours.Edge)
	c.add(Hang, c.hang(-bandLine), c.colours.Ribbon)
}

// at is the point x along the lower side of the circle, and drop below it.
func (d disc) at(x, drop float64) outline.Pt {
	s, cos := math.Sincos(x / d.r)
	return outline.Pt{X: d.x + (d.r+drop)*s, Y: d.y + (d.r+drop)*cos}
}

// band is the ribbon's front, grown on all sides.
func (d disc) band(grow float64) (p outline.Path) {
	x, h := bandReach+grow, bandHalf+grow
	left, right := math.Pi/2+x/d.r, math.Pi/2-x/d.r
	mid := outline.Pt{X: d.x, Y: d.y}
	p.Move(d.at(-x, -h))
	p.Arc(mid, d.r-h, left, right)
	p.Line(d.at(x, h))
	p.Arc(mid, d.r+h, right, left)
	p.Close()
	return p
}

// tails are the ribbon's two ends, grown on all sides.
func (d disc) tails(grow float64) (p outline.Path) {
	end, tuck, h := tailReach+grow, tailTuck-grow, bandHalf+grow
	for _, side := range []float64{-1, 1} {
		p.Move(d.at(side*tuck, tailDrop-h))
		p.Line(d.at(side*end, tailDrop-h))
		p.Line(d.at(side*(end-tailNotch), tailDrop))
		p.Line(d.at(side*end, tailDrop+h))
		p.Line(d.at(side*tuck, tailDrop+h))
		p.Close()
	}
	return p
}

// folds are the turns between the band and its tails.
func (d disc) folds() (p outline.Path) {
	for _, side := range []float64{-1, 1} {
		p.Move(d.at(side*bandReach, bandHalf))
		p.Line(d.at(side*tailTuck, bandHalf))
		p.Line(d.at(side*tailTuck, bandHalf+tailDrop))
		p.Close()
	}
	return p
}

// fold is the colour of the dark turns: on dark cloth darker still.
func fold(cloth color.RGBA) color.RGBA {
	for by := foldShade; by < 1; by += 0.05 {
		apart := true
		for _, v := range Visions() {
			apart = apart && Contrast(v.See(shade(cloth, by)), v.See(shade(cloth, tailShade))) >= foldApart
		}
		if apart {
			return shade(cloth, by)
		}
	}
	return black
}

// shade is a darker form of c.
func shade(c color.RGBA, by float64) color.RGBA { return blend(c, black, by) }
