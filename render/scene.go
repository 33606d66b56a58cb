// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"

	"insignia/render/outline"
)

// Size is the side of the square that a scene lies on, in its own units.
const Size = 1000

// Scene is a badge as a list of filled figures, the first at the bottom.
// Every output is made from it, so that all of them show the same badge.
type Scene struct {
	Title string // the badge's name, may be empty
	Desc  string // what the picture shows, in words, may be empty
	Items []Item
}

// Item is one filled figure on the 1000 × 1000 square. Lines are figures
// too: there are no strokes, and every paint but a bitmap is opaque, so what
// touches what is known and its contrast can be tested.
type Item struct {
	Path  outline.Path
	Paint Paint
	Role  Role
	// Clip, where it is set, is the figure outside of which nothing of the item
	// shows.
	Clip outline.Path
	// Bitmap, where it is set, is drawn instead of the paint.
	Bitmap *Bitmap
}

// At is the role of what is seen at a point; it reports false beside the badge.
func (s Scene) At(p outline.Pt) (Role, bool) {
	for i := len(s.Items) - 1; i >= 0; i-- {
		if it := &s.Items[i]; it.Path.Holds(p) && (it.Clip == nil || it.Clip.Holds(p)) {
			return it.Role, true
		}
	}
	return 0, false
}

// Role says what an item is in the badge.
type Role uint8

const (
	Edge       Role = iota // the outermost line, and the line round the ribbon
	Rim                    // the band inside the edge
	Field                  // the ground
	Weave                  // the quiet pattern over it
	Icon                   // the figure in the middle: an icon, letters, a drawing
	Photo                  // a picture of the people's own
	Text                   // the letters on the arc
	Lower                  // the letters on the lower arc
	Stars                  // the level
	Hang                   // the ends of a ribbon behind the badge
	Tail                   // the ribbon's ends, behind its band
	Fold                   // the ribbon's dark turn between band and end
	Ribbon                 // the ribbon's band
	RibbonText             // the letters on it
)

var roleIDs = [...]string{"edge", "rim", "field", "weave", "icon", "photo", "text", "lower", "stars", "hang", "tail", "fold", "ribbon", "ribbon-text"}

// String gives the role's id.
func (r Role) String() string { return roleIDs[r] }

// Paint is one opaque colour, or two that blend, in sRGB as SVG does it: along
// a line from P to Q, or, Radial, from P outwards to a circle through Q. From
// equal to To is one colour.
type Paint struct {
	From, To color.RGBA
	P, Q     outline.Pt
	Radial   bool
}

// Solid is a paint of one colour.
func Solid(c color.RGBA) Paint { return Paint{From: c, To: c} }

// Flat reports whether the paint is one colour.
func (p Paint) Flat() bool { return p.From == p.To }

// Even is the paint as one colour, halfway between its two.
func (p Paint) Even() Paint { return Solid(blend(p.From, p.To, 0.5)) }

// of is the same blend with other colours.
func (p Paint) of(change func(color.RGBA) color.RGBA) Paint {
	p.From, p.To = change(p.From), change(p.To)
	return p
}
