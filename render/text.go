// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"math"

	"insignia/render/outline"
)

// minCap is the least height of a capital that reads: 9 pixels on a picture
// of 300, the size that fits most issuers.
const minCap = 30

const (
	// minSize is the font size whose capitals are minCap high.
	minSize = minCap / capHeight
	// leastSize is where drawing ends: no text within its field's limit gets
	// there, and one of a million letters must not be drawn as a line.
	leastSize = minSize / 2
)

const (
	textSize      = 92
	textTrack     = 0.07 // between letters, in ems
	ribbonSpan    = 1.35 // how far letters may go from twelve o'clock above a ribbon, in radians
	monogramTrack = 0.02
	bothSpan      = 1.5 // and above letters on the lower arc
	lowerSize     = 78
	lowerDrop     = 0.04 // of what hangs below the baseline, in ems; capitals stand on it
	lowerBand     = 54   // the lower text's size under a ribbon
	lowerReach    = 205  // how far it goes there from the middle
)

// letters sets the text on the arc, smaller where it is long.
func (c *composer) letters() {
	on := c.arc
	on.r -= c.inset + margin
	span := c.span
	if c.hasBanner() {
		span = min(span, ribbonSpan)
	}
	if len(c.lower.letters) > 0 {
		span = min(span, bothSpan)
	}
	// The baseline lies the letters' height inside the circle of their tops,
	// so a smaller size has a longer baseline.
	size := min(textSize, 2*span*on.r/(c.text.width+2*span*capHeight))
	if size < minSize {
		c.small = append(c.small, "look.text")
	}
	if size < leastSize {
		return
	}
	on.r -= size * capHeight
	c.add(Text, c.text.along(on, size, false), c.colours.Text)
	c.top = on.y - on.r + gap
	c.bows = append(c.bows, bow{disc{on.x, on.y, on.r - gap}, (c.text.width*size/2 + gap) / on.r, false})
}

// lowerLetters sets the text on the lower arc: it reads from left to right,
// its feet outwards.
func (c *composer) lowerLetters() {
	if c.hasBanner() {
		c.underRibbon()
		return
	}
	on := c.low
	on.r -= c.inset + margin
	// Here the baseline is the outer line, whatever the size.
	size := min(lowerSize, 2*c.lowSpan*on.r/(c.lower.width+2*c.lowSpan*lowerDrop))
	if size < minSize {
		c.small = append(c.small, "look.lower")
	}
	if size < leastSize {
		return
	}
	on.r -= size * lowerDrop
	c.add(Lower, c.lower.along(on, size, true), c.colours.Text)
	inner := on.r - size*capHeight - gap
	c.bottom = on.y + inner
	c.below = disc{on.x, on.y, inner}
	c.bows = append(c.bows, bow{c.below, (c.lower.width*size/2 + gap) / on.r, true})
}

// underRibbon sets the lower text so that it bends with the ribbon.
func (c *composer) underRibbon() {
	size := 0.0
	var on disc
	for try := float64(lowerBand); c.foot && try >= leastSize; try-- {
		on = disc{c.face.x, c.ribbon - bandRadius, bandRadius + bandHalf + bandLine + markLift + try*capHeight}
		half := c.lower.width * try / 2
		if half <= min(lowerReach, c.breadth(on.y+math.Sqrt(on.r*on.r-half*half))) {
			size = try
			break
		}
	}
	if size < minSize {
		c.small = append(c.small, "look.lower")
	}
	if size >= leastSize {
		c.add(Lower, c.lower.along(on, size, true), c.colours.Text)
	}
}

// breadth is how far from the middle what stands at the foot of the field may
// reach at that height.
func (c *composer) breadth(y float64) float64 {
	r, d := c.low.r-c.inset-gap, y-c.low.y
	return math.Sqrt(max(0, r*r-d*d))
}

// disc is a circle on the scene.
type disc struct{ x, y, r float64 }

// bow is the part of a circle on both sides of twelve o'clock, or of six.
type bow struct {
	disc
	half float64 // how far it goes, in radians
	six  bool
}

// room is how far a point is from the bow and what stands outside it.
func (b bow) room(p outline.Pt) float64 {
	x, y := math.Abs(p.X-b.x), p.Y-b.y
	if !b.six {
		y = -y
	}
	s, cos := math.Sincos(b.half)
	if b.half >= math.Pi || x*cos <= y*s {
		return b.r - math.Hypot(x, y)
	}
	// Beside its end, what stands on the bow goes on outwards.
	out := max(b.r, x*s+y*cos)
	return math.Hypot(x-out*s, y-out*cos)
}

// along sets the line along a circle, which is its baseline: with the letters
// upright at twelve o'clock and outside the circle, or upright at six o'clock
// and inside it.
func (l line) along(c disc, size float64, six bool) outline.Path {
	up := 1.0
	if six {
		up = -1
	}
	var p outline.Path
	for _, g := range l.letters {
		s, cos := math.Sincos((g.x + g.w/2 - l.width/2) * size / c.r)
		p.Append(g.path, seat(size, cos, up*s, c.x+c.r*s, c.y-up*c.r*cos, g.w))
	}
	return p
}

// seat puts a letter of width w with the middle of its foot at (x, y),
// turned by the angle of that cosine and sine.
func seat(size, c, s, x, y, w float64) outline.Affine {
	return outline.Affine{
		A: size * c, B: size * s, C: -size * s, D: size * c,
		E: x - size*c*w/2, F: y - size*s*w/2,
	}
}
