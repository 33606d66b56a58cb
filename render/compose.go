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
	edgeWidth   = 26 // 26 units are 0.8 px of 32: the edge still shows there
	rimWidth    = 40
	plainWidth  = 54
	margin      = 34 // from the rim to the letters and the stars
	gap         = 30 // between the icon and its neighbours
	textSize    = 92
	textTrack   = 0.07
	ribbonSize  = 82
	ribbonTrack = 0.03
	starRadius  = 52.0
	starSmall   = 42.0 // beside a ribbon
	starLift    = 14.0 // from the ribbon to them
	starStep    = 2.3  // from one star's centre to the next, in radii
)

// parts is a look with its names looked up.
type parts struct {
	figure
	rim, fill    string
	colours      Palette
	icon         icon.Icon
	text, ribbon line
	stars        int
}

// compose lays the badge out. small says which texts had to be set smaller
// than they can be read, by field.
func compose(p parts) (items []Item, small []string) {
	add := func(r Role, path outline.Path, paint Paint) { items = append(items, Item{path, paint, r}) }

	inset := 0.0
	switch p.rim {
	case "none":
	case "plain":
		add(Rim, p.outline(0), Solid(p.colours.Rim))
		inset = plainWidth * p.thin
	default:
		add(Edge, p.outline(0), Solid(p.colours.Edge))
		add(Rim, p.outline(edgeWidth*p.thin), Solid(p.colours.Rim))
		inset = (edgeWidth + rimWidth) * p.thin
	}
	ground := p.outline
	if p.ground != nil && p.rim != "none" {
		ground = p.ground
	}
	field := Solid(p.colours.Field)
	if p.fill != "solid" {
		field.To = p.colours.Field2
		field.P, field.Q = outline.Pt{X: 240, Y: 80}, outline.Pt{X: 760, Y: 920}
	}
	add(Field, ground(inset), field)

	// The icon gets the greatest disc between what stands above and below.
	top, bottom := p.face.y-p.face.r+inset, p.face.y+p.face.r-inset
	if len(p.text.letters) > 0 {
		c := p.arc
		c.r -= inset + margin
		span := p.span
		if len(p.ribbon.letters) > 0 {
			span = min(span, ribbonSpan)
		}
		// The baseline lies the letters' height inside the circle of their tops.
		size := min(textSize, 2*span*c.r/(p.text.width+2*span*capHeight))
		if size < minSize {
			small = append(small, "look.text")
		}
		c.r -= size * capHeight
		add(Text, p.text.over(c, size), Solid(p.colours.Text))
		top = c.y - c.r + gap - margin/2
	}
	ribbon := len(p.ribbon.letters) > 0
	if ribbon {
		bottom = p.figure.ribbon - bandHalf - gap + margin/2
	}
	if p.stars > 0 {
		path, high := p.level(inset, ribbon)
		add(Stars, path, Solid(p.colours.Star))
		bottom = min(bottom, high-gap+margin/2)
	}
	r := (bottom-top)/2 - margin/2
	add(Icon, centred(p.icon.Outline(), disc{p.face.x, (top + bottom) / 2, min(r, iconMost)}), Solid(p.colours.Icon))
	if ribbon {
		var tight bool
		items, tight = banner(items, p)
		if tight {
			small = append(small, "look.ribbon")
		}
	}
	return items, small
}

const (
	// ribbonSpan is how far letters may go from twelve o'clock above a
	// ribbon, in radians.
	ribbonSpan = 1.35
	// iconMost is the greatest radius of an icon: a lone one shall not touch
	// its rim.
	iconMost = 262
	// iconInk is the most of its disc that an icon fills, so that a massive
	// one does not outweigh its kin.
	iconInk = 0.42
)

// level returns the stars and the height of their highest point.
func (p parts) level(inset float64, ribbon bool) (path outline.Path, high float64) {
	r, c := starRadius, disc{p.face.x, p.figure.ribbon - bandRadius, 0}
	switch {
	case !ribbon: // along the foot of the field
		c = p.low
		c.r -= inset + margin + r
	case p.foot: // along the lower side of the ribbon
		r = starSmall
		c.r = bandRadius + bandHalf + bandLine + starLift + r
	default: // along its upper side
		r = starSmall
		c.r = bandRadius - bandHalf - bandLine - starLift - r
	}
	star := outline.Rounded(outline.Star(outline.Pt{}, 5, r*1.12, r*0.52, r*0.1, 0), 0)
	high = math.Inf(1)
	for i := range p.stars {
		a := (float64(i) - float64(p.stars-1)/2) * r * starStep / c.r
		s, cos := math.Sincos(a)
		at := outline.Pt{X: c.x + c.r*s, Y: c.y + c.r*cos}
		path.Append(star, outline.Turn(1, -a, at.X, at.Y))
		if !p.foot || !ribbon {
			high = min(high, at.Y-r)
		}
	}
	return path, high
}

// centred scales an icon into a disc and centres it by eye: between the
// middle of its box and its centre of gravity.
func centred(p outline.Path, in disc) outline.Path {
	box := p.Box().Centre()
	mass, area := p.Centroid()
	c := outline.Pt{X: box.X + (mass.X-box.X)*0.3, Y: box.Y + (mass.Y-box.Y)*0.3}
	k := min(in.r/p.Reach(c), in.r*math.Sqrt(math.Pi*iconInk/max(area, 1)))
	return p.Transform(outline.Affine{A: k, D: k, E: in.x - k*c.X, F: in.y - k*c.Y})
}

// shade is a darker form of c.
func shade(c color.RGBA, by float64) color.RGBA { return blend(c, rgb(0), by) }
