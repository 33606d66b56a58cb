// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"
	"math"

	"insignia/designer"
	"insignia/render/icon"
	"insignia/render/outline"
)

const (
	iconMost    = 262.0 // radius of what stands alone in the middle
	iconInk     = 0.45  // the most of its disc that an icon inks, so that a massive one does not outweigh its kin
	pairMost    = 196.0 // radius of each of two icons
	pairInk     = 0.52  // they are small: each disc may be fuller
	pairGap     = 0.34  // between them, in radii
	pairDots    = 0.12  // from one point to the next that is looked at, in radii
	drawingMost = 330.0 // a drawing is as large as it goes: its people chose its weight
	photoRing   = 15.0  // of the rim's colour round a picture
	photoBleed  = 4.0   // how far it goes on under what cuts it
)

// middle draws what the badge is about into the room that is left.
func (c *composer) middle() {
	in := disc{c.face.x, (c.top + c.bottom) / 2, (c.bottom-c.top)/2 - air}
	if c.centre == "icons" {
		c.pair(in)
		return
	}
	in.r = min(in.r, c.room(outline.Pt{X: in.x, Y: in.y})-air/2)
	switch c.centre {
	case "cover":
	case "letters":
		in.r = min(in.r, iconMost)
		c.monogram(in)
	case "drawing":
		in.r = min(in.r, drawingMost)
		c.sketch(in)
	case "picture":
		c.add(Rim, outline.Circle(outline.Pt{X: in.x, Y: in.y}, in.r), c.colours.Rim)
		in.r -= photoRing
		c.photo(outline.Circle(outline.Pt{X: in.x, Y: in.y}, in.r), square(outline.Pt{X: in.x, Y: in.y}, in.r+photoBleed))
	default:
		in.r = min(in.r, iconMost)
		c.add(Icon, seated(c.icon, in.r, iconInk).Transform(outline.Place(1, in.x, in.y)), c.colours.Icon)
	}
}

// room is how large a disc round a point may be.
func (c *composer) room(p outline.Pt) float64 {
	r := math.Inf(1)
	for _, b := range c.bows {
		r = min(r, b.room(p))
	}
	return r
}

// seated is an icon in a disc of that radius round the origin, and inks at most
// that share of it.
func seated(i icon.Icon, r, most float64) outline.Path {
	return i.Outline().Transform(heftOf(i).seat(r, most))
}

// pair puts two icons beside each other, as large as their figures, not the
// discs around them, have room for.
func (c *composer) pair(in disc) {
	left, right := seated(c.icon, 1, pairInk), seated(c.icon2, 1, pairInk)
	l, r := left.Box(), right.Box()
	half := (l.X1 - l.X0 + r.X1 - r.X0 + pairGap) / 2
	both := left.Transform(outline.Place(1, -half-l.X0, 0))
	both.Append(right, outline.Place(1, half-r.X1, 0))
	marks := dotted(both, pairDots)
	fits := func(k float64) bool {
		for _, p := range marks {
			if math.Abs(k*p.Y) > in.r || c.room(outline.Pt{X: in.x + k*p.X, Y: in.y + k*p.Y}) < air/2 {
				return false
			}
		}
		return true
	}
	lo, hi := 0.0, pairMost
	for range 16 {
		if m := (lo + hi) / 2; fits(m) {
			lo = m
		} else {
			hi = m
		}
	}
	c.add(Icon, both.Transform(outline.Place(lo, in.x, in.y)), c.colours.Icon)
}

// dotted are the points of a path, and on its lines more of them, at most step
// apart: the end of a text may lie between two corners.
func dotted(p outline.Path, step float64) (out []outline.Pt) {
	var first, last outline.Pt
	for i := range p {
		ends := p[i].Points()
		switch p[i].Op {
		case outline.Move:
			first = ends[0]
		case outline.Close:
			ends = []outline.Pt{first}
			fallthrough
		case outline.Line:
			n := math.Ceil(math.Hypot(ends[0].X-last.X, ends[0].Y-last.Y) / step)
			for j := 1.0; j < n; j++ {
				out = append(out, outline.Pt{X: last.X + (ends[0].X-last.X)*j/n, Y: last.Y + (ends[0].Y-last.Y)*j/n})
			}
		}
		out = append(out, ends...)
		last = ends[len(ends)-1]
	}
	return out
}

// monogram sets one to three letters as large as the disc holds.
func (c *composer) monogram(in disc) {
	var path outline.Path
	for _, l := range c.initials.letters {
		path.Append(l.path, outline.Place(1, l.x, 0))
	}
	if len(path) == 0 {
		return
	}
	mid := path.Box().Centre()
	k := in.r / path.Reach(mid)
	c.add(Icon, path.Transform(outline.Place(k, in.x-k*mid.X, in.y-k*mid.Y)), c.colours.Icon)
}

// sketch fits what is inked of a drawing into the disc.
func (c *composer) sketch(in disc) {
	var all outline.Path
	for _, l := range c.drawing {
		all = append(all, l.Path...)
	}
	if len(all) == 0 {
		return
	}
	mid := all.Hull().Centre()
	reach := 0.0
	for _, s := range all {
		for _, p := range s.Points() {
			reach = max(reach, math.Hypot(p.X-mid.X, p.Y-mid.Y))
		}
	}
	k := in.r / reach
	for _, l := range c.drawing {
		c.add(Icon, l.Path.Transform(outline.Place(k, in.x-k*mid.X, in.y-k*mid.Y)), c.colours.Ink(l.Ink))
	}
}

// Ink is the colour of an ink of a drawing.
func (p *Palette) Ink(k designer.Ink) color.RGBA {
	switch k {
	case designer.StarInk:
		return p.Star
	case designer.RimInk:
		return p.Rim
	case designer.EdgeInk:
		return p.Edge
	case designer.FieldInk:
		return p.Field
	case designer.ShadeInk:
		return p.Field2
	}
	return p.Icon
}

// Inks are the colours of all inks, the first ink's first.
func (p *Palette) Inks() []color.RGBA {
	var out []color.RGBA
	for k := designer.IconInk; int(k) <= designer.Inks; k++ {
		out = append(out, p.Ink(k))
	}
	return out
}

// photo draws the people's own picture in its box, and of it what lies within a
// figure.
func (c *composer) photo(clip outline.Path, box outline.Box) {
	if c.bitmap == nil {
		return
	}
	mid := box.Centre()
	var all outline.Path
	all.Append(bar(box.Y1-box.Y0, (box.X1-box.X0)/2), outline.Place(1, mid.X, mid.Y))
	c.items = append(c.items, Item{Path: all, Clip: clip, Role: Photo, Bitmap: c.bitmap.in(box)})
}

// square is the square round a point that reaches so far to each side.
func square(mid outline.Pt, reach float64) outline.Box {
	return outline.Box{X0: mid.X - reach, Y0: mid.Y - reach, X1: mid.X + reach, Y1: mid.Y + reach}
}

// cover draws the picture all over the field.
func (c *composer) cover() {
	path := c.plot()
	b := path.Box()
	c.photo(path, square(b.Centre(), max(b.X1-b.X0, b.Y1-b.Y0)/2+photoBleed))
}

// whole lets the picture be the badge.
func (c *composer) whole() {
	var p outline.Path
	p.Append(bar(Size, Size/2), outline.Place(1, Size/2, Size/2))
	c.photo(p, outline.Box{X1: Size, Y1: Size})
}
