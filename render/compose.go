// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"
	"math"

	"insignia/render/drawing"
	"insignia/render/icon"
	"insignia/render/outline"
)

// Gaps of a badge, in units of the scene.
const (
	margin = 34 // from the rim to letters and marks
	gap    = 13 // from letters, marks and ribbon to the disc in the middle
	air    = 17 // around what stands in that disc
)

// parts is a look with its names looked up.
type parts struct {
	figure
	rim, fill, pattern  string
	colours             Palette
	centre              string
	icon, icon2         icon.Icon
	initials            line
	drawing             []drawing.Layer
	bitmap              *Bitmap
	text, lower, banner line
	stars               int
	mark                string
}

// composer lays a badge out, from the rim inwards.
type composer struct {
	parts
	items []Item
	inset float64 // what the rim takes
	// What stands above and below leaves these heights to the middle, and
	// nothing there goes beyond these.
	top, bottom float64
	bows        []bow
	below       disc     // inside the letters on the lower arc
	small       []string // fields whose text is smaller than it can be read
}

func compose(p parts) composer {
	c := composer{parts: p}
	if c.centre == "whole" {
		c.whole()
		return c
	}
	if c.hang != nil {
		c.ends()
	}
	c.border()
	c.ground()
	c.top, c.bottom = p.face.y-p.face.r+c.inset, p.face.y+p.face.r-c.inset
	c.bows = append(c.bows, bow{disc{p.face.x, p.face.y, p.face.r - c.inset - gap}, math.Pi, false})
	if c.centre == "cover" {
		c.cover()
	}
	if len(p.text.letters) > 0 {
		c.letters()
	}
	if c.hasBanner() {
		c.bottom = p.ribbon - bandHalf - gap
	}
	if len(p.lower.letters) > 0 {
		c.lowerLetters()
	}
	if p.stars > 0 {
		c.level()
	}
	c.middle()
	if c.hasBanner() {
		c.ribbonBand()
	}
	return c
}

func (c *composer) hasBanner() bool { return len(c.banner.letters) > 0 }

func (c *composer) add(r Role, path outline.Path, colour color.RGBA) {
	c.items = append(c.items, Item{Path: path, Paint: Solid(colour), Role: r})
}
