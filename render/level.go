// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"math"

	"insignia/render/outline"
)

const (
	markRadius = 52.0 // of a star, half the height of the tallest bar
	markSmall  = 42.0 // beside a ribbon
	markLeast  = 36.0 // between a ribbon and what stands above it
	markLift   = 14.0 // from the ribbon to them
	starStep   = 2.3  // from one star's middle to the next, in radii
	barStep    = 1.12 // in radii too
	barHalf    = 0.4  // of its breadth
	barLarger  = 1.3  // than stars: they are thin
)

// level draws the stars or the bars: along the foot of the field, over the
// letters there, or along the ribbon.
func (c *composer) level() {
	r := markRadius
	switch {
	case c.hasBanner() && c.underFits(markSmall):
		r = markSmall
	case c.hasBanner() || len(c.lower.letters) > 0:
		r = markLeast
	}
	if c.mark == "bars" && !c.hasBanner() {
		r *= barLarger
	}
	var on disc
	switch away := bandHalf + bandLine + markLift + r; {
	case !c.hasBanner() && c.below.r > 0:
		on = c.below
		on.r -= r + gap
	case !c.hasBanner():
		on = c.low
		on.r -= c.inset + margin + r
	case c.underFits(r):
		on = disc{c.face.x, c.ribbon - bandRadius, bandRadius + away}
	default:
		on = disc{c.face.x, c.ribbon - bandRadius, bandRadius - away}
	}
	var path outline.Path
	if c.mark == "bars" {
		// They stand level, as bars do, so high that the outer ones have room.
		out := (barStep + barHalf) * r
		y := on.y + math.Sqrt((on.r+r)*(on.r+r)-out*out) - r
		for i := range marksMost {
			path.Append(bars(i, i < c.stars, r), outline.Place(1, on.x+float64(i-1)*barStep*r, y))
		}
		c.bottom = min(c.bottom, y-r-gap)
	} else {
		star := outline.Rounded(outline.Star(outline.Pt{}, 5, r*1.12, r*0.52, r*0.1, 0), 0)
		for i := range c.stars {
			a := (float64(i) - float64(c.stars-1)/2) * r * starStep / on.r
			s, cos := math.Sincos(a)
			y := on.y + on.r*cos
			path.Append(star, outline.Turn(1, -a, on.x+on.r*s, y))
			c.bottom = min(c.bottom, y-r-gap) // no matter where they are the lowest
		}
	}
	c.add(Stars, path, c.colours.Star)
}

// marksMost is the greatest level.
const marksMost = 3

// bars is the i-th of three bars, each higher than the one before it. One that
// is not reached is a stub: the level is counted, never read from a colour.
func bars(i int, reached bool, r float64) outline.Path {
	const least = 0.52 // of its height, the lowest
	w, top := barHalf*r, r-2*r*(least+(1-least)*float64(i)/(marksMost-1))
	if !reached {
		top = r * 0.72
	}
	return outline.Rounded([]outline.Corner{corner(-w, top, 0.14*r), corner(w, top, 0.14*r), corner(w, r, 0.14*r), corner(-w, r, 0.14*r)}, 0)
}

// underFits reports whether marks of that radius have room under the ribbon.
func (c *composer) underFits(r float64) bool {
	if !c.foot || len(c.lower.letters) > 0 {
		return false
	}
	half := (float64(c.stars-1)/2*starStep + 1) * r
	return half <= c.breadth(c.ribbon+bandHalf+bandLine+markLift+2*r)
}
