// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"
	"math"

	"insignia/render/icon"
	"insignia/render/outline"
)

// Widths and gaps of a badge, in units of the scene.
const (
	edgeWidth  = 26 // 0.8 of a pixel at 32: the edge still shows there
	rimWidth   = 40
	plainWidth = 54
	bareWidth  = 26 // the air that stands for a rim where there is none
	margin     = 34 // from the rim to letters and stars
	gap        = 13 // from letters, stars and ribbon to the icon's disc
	air        = 17 // around the icon in its disc
	textSize   = 92
	textTrack  = 0.07 // between letters, in ems
	starRadius = 52.0
	starSmall  = 42.0 // beside a ribbon
	starLift   = 14.0 // from the ribbon to them
	starStep   = 2.3  // from one star's centre to the next, in radii
	iconMost   = 262  // radius of a lone icon
	iconInk    = 0.45 // the most of its disc that an icon inks, so that a massive one does not outweigh its kin
	ribbonSpan = 1.35 // how far letters may go from twelve o'clock above a ribbon, in radians
)

// parts is a look with its names looked up.
type parts struct {
	figure
	rim, fill    string
	colours      Palette
	icon         icon.Icon
	text, banner line
	stars        int
}

// composer lays a badge out, from the rim inwards.
type composer struct {
	parts
	items []Item
	inset float64 // what the rim takes
	// What stands above and below leaves these heights to the icon.
	top, bottom float64
	small       []string // fields whose text is smaller than it can be read
}

func compose(p parts) composer {
	c := composer{parts: p}
	c.border()
	c.top, c.bottom = p.face.y-p.face.r+c.inset, p.face.y+p.face.r-c.inset
	if len(p.text.letters) > 0 {
		c.letters()
	}
	if c.hasBanner() {
		c.bottom = p.ribbon - bandHalf - gap
	}
	if p.stars > 0 {
		c.level()
	}
	c.centre()
	if c.hasBanner() {
		c.ribbonBand()
	}
	return c
}

func (c *composer) hasBanner() bool { return len(c.banner.letters) > 0 }

func (c *composer) add(r Role, path outline.Path, colour color.RGBA) {
	c.items = append(c.items, Item{path, Solid(colour), r})
}

// border draws the rim and the field.
func (c *composer) border() {
	ground, inset := c.outline, 0.0
	switch c.rim {
	case "none":
		c.inset = bareWidth * c.thin
	case "plain":
		c.inset = plainWidth * c.thin
		c.add(Rim, c.outline(0), c.colours.Rim)
	default:
		c.inset = (edgeWidth + rimWidth) * c.thin
		c.add(Edge, c.outline(0), c.colours.Edge)
		c.add(Rim, c.outline(edgeWidth*c.thin), c.colours.Rim)
	}
	if c.rim != "none" {
		inset = c.inset
		if c.ground != nil {
			ground = c.ground
		}
	}
	field := Solid(c.colours.Field)
	if c.fill != "solid" {
		field.To = c.colours.Field2
		field.P, field.Q = outline.Pt{X: 240, Y: 80}, outline.Pt{X: 760, Y: 920}
	}
	c.items = append(c.items, Item{ground(inset), field, Field})
}

// letters sets the text on the arc, smaller where it is long.
func (c *composer) letters() {
	on := c.arc
	on.r -= c.inset + margin
	span := c.span
	if c.hasBanner() {
		span = min(span, ribbonSpan)
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
}

// level draws the stars: along the foot of the field, or along the ribbon.
func (c *composer) level() {
	r, on := starSmall, disc{c.face.x, c.ribbon - bandRadius, bandRadius}
	switch away := bandHalf + bandLine + starLift + r; {
	case !c.hasBanner():
		r, on = starRadius, c.low
		on.r -= c.inset + margin + r
	case c.foot:
		on.r += away
	default:
		on.r -= away
	}
	star := outline.Rounded(outline.Star(outline.Pt{}, 5, r*1.12, r*0.52, r*0.1, 0), 0)
	var path outline.Path
	for i := range c.stars {
		a := (float64(i) - float64(c.stars-1)/2) * r * starStep / on.r
		s, cos := math.Sincos(a)
		y := on.y + on.r*cos
		path.Append(star, outline.Turn(1, -a, on.x+on.r*s, y))
		c.bottom = min(c.bottom, y-r-gap) // no matter where the stars are the lowest
	}
	c.add(Stars, path, c.colours.Star)
}

// centre puts the icon into the greatest disc that is left.
func (c *composer) centre() {
	in := disc{c.face.x, (c.top + c.bottom) / 2, min((c.bottom-c.top)/2-air, iconMost)}
	c.add(Icon, c.icon.Outline().Transform(heftOf(c.icon).seat(in)), c.colours.Icon)
}
