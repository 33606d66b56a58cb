// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"
	"math"

	"insignia/render/outline"
)

// Widths of the rims, in units of the scene.
const (
	edgeWidth  = 26 // 0.8 of a pixel at 32: the edge still shows there
	rimWidth   = 40
	plainWidth = 54
	bareWidth  = 26 // the air that stands for a rim where there is none

	seamWidth  = 78 // of a stitched rim, its edge with it
	seamEdge   = 20
	stitchLong = 46.0 // from one stitch to the next
	stitchPart = 0.6  // of it is thread
	stitchHalf = 6.5

	laceWidth = 78 // of a scalloped rim
	laceStep  = 60.0
	laceBow   = 33.0 // radius of a scallop: more than half a step, so that they meet
	laceDeep  = 32.0 // how far their middles lie inside the outline
	laceHem   = 9.0  // of the rim's colour round scallops that a white page would hide

	chipWidth = 78 // of a two-tone rim
	chipEdge  = 10
	chipInner = 50
	chipStep  = 46.0
	chipBand  = 30
)

// border draws the rim and says what it takes off the badge.
func (c *composer) border() {
	k := c.thin
	mid := outline.Pt{X: c.face.x, Y: c.face.y}
	switch c.rim {
	case "none":
		c.inset = bareWidth * k
	case "plain":
		c.inset = plainWidth * k
		c.add(Rim, c.outline(0), c.colours.Rim)
	case "stitched":
		c.inset = seamWidth * k
		c.add(Edge, c.outline(0), c.colours.Edge)
		c.add(Rim, c.outline(seamEdge*k), c.colours.Rim)
		line := c.outline((seamEdge + seamWidth) / 2 * k)
		c.add(Edge, line.Dashes(count(line, stitchLong*k), stitchPart, stitchHalf*k, mid), c.colours.Edge)
	case "scalloped":
		c.inset = laceWidth * k
		if c.bumpy {
			// An outline that has bumps of its own gets the scallops inside.
			c.add(Edge, c.outline(0), c.colours.Edge)
			c.add(Rim, c.outline(seamEdge*k), c.colours.Rim)
			break
		}
		line := c.outline(laceDeep * k)
		lace := func(bow float64) outline.Path {
			p := line.Beads(count(line, laceStep*k), bow*k, mid)
			p.Append(line, outline.Place(1, 0, 0))
			return p
		}
		if c.paleEdge() {
			c.add(Edge, lace(laceBow-0.01), c.colours.Rim)
			c.add(Edge, lace(laceBow-laceHem), c.colours.Edge)
		} else {
			c.add(Edge, lace(laceBow-0.01), c.colours.Edge)
		}
		c.add(Rim, c.outline((laceDeep+11)*k), c.colours.Rim)
	case "two-tone":
		c.inset = chipWidth * k
		c.add(Edge, c.outline(0), c.colours.Edge)
		body := c.outline(chipEdge * k)
		if c.paleEdge() && c.field == nil {
			c.add(Edge, c.outline(0), c.colours.Rim)
			c.add(Edge, body, c.colours.Edge)
		}
		if c.field != nil {
			// Teeth in two colours would be noise: they stay whole, the chips go round
			// inside them.
			c.add(Rim, body, c.colours.Rim)
			body = c.field(chipBand * k)
			c.inset = (chipBand + chipWidth - chipEdge) * k
			c.wedges(Edge, body, 2, c.colours.Edge)
		} else {
			c.wedges(Rim, body, 0, c.colours.Rim)
		}
		c.add(Rim, c.bounds(c.inset-(chipWidth-chipInner)*k), c.colours.Rim)
	default:
		c.inset = (edgeWidth + rimWidth) * k
		c.add(Edge, c.outline(0), c.colours.Edge)
		c.add(Rim, c.outline(edgeWidth*k), c.colours.Rim)
	}
}

// paleEdge reports that the edge is lighter than the rim. A line or a band of it
// is quiet on a white page; parts of it that make a figure there are hemmed.
func (c *composer) paleEdge() bool { return luminance(c.colours.Edge) > luminance(c.colours.Rim) }

// count is how many steps of about that length go round a line.
func count(line outline.Path, step float64) int {
	return max(4, int(math.Round(line.Length()/step)))
}

// wedges draws every other field of a wheel within a figure. Of each four parts
// of its line the last and the first make a field, so that one stands at the
// top, or, two parts on, a gap.
func (c *composer) wedges(r Role, within outline.Path, from int, colour color.RGBA) {
	const beyond = 1.4 // the clip cuts it
	mid := outline.Pt{X: c.face.x, Y: c.face.y}
	stops := within.Round(4*count(within, 4*chipStep*c.thin), mid)
	n := len(stops)
	var p outline.Path
	for i := from; i < n; i += 4 {
		p.Move(mid)
		for j := -1; j <= 1; j++ {
			s := stops[(i+j+n)%n]
			p.Line(outline.Pt{X: mid.X + (s.X-mid.X)*beyond, Y: mid.Y + (s.Y-mid.Y)*beyond})
		}
		p.Close()
	}
	c.items = append(c.items, Item{Path: p, Paint: Solid(colour), Role: r, Clip: within})
}
