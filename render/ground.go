// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"
	"math"

	"insignia/render/outline"
)

// ground draws the field inside the rim, and the pattern over it.
func (c *composer) ground() {
	path := c.plot()
	paint := c.colours.ground(c.fill, c.face)
	if c.rim == "scalloped" && c.bumpy {
		line := path
		path = line.Beads(count(line, laceStep*c.thin), laceBow*c.thin*0.6, outline.Pt{X: c.face.x, Y: c.face.y})
		path.Append(line, outline.Place(1, 0, 0))
	}
	c.items = append(c.items, Item{Path: path, Paint: paint, Role: Field})
	if w := weave(c.pattern, c.face); w != nil && c.centre != "cover" {
		c.items = append(c.items, Item{Path: w, Paint: c.colours.Weave(paint), Role: Weave, Clip: c.plot()})
	}
}

// plot is the field's outline.
func (c *composer) plot() outline.Path {
	if c.rim == "none" {
		return c.outline(0)
	}
	return c.bounds(c.inset)
}

// bounds is the inner outline of a rim that is so wide.
func (c *composer) bounds(inset float64) outline.Path {
	if c.field != nil {
		return c.field(inset)
	}
	return c.outline(inset)
}

// splitSoft is how wide the line between the two halves of a field is: less
// than a pixel at 512, so that it is neither jagged nor blurred.
const splitSoft = 1.5

// ground is how the field is filled, on a badge whose face is there.
func (p *Palette) ground(fill string, face disc) Paint {
	out := Paint{From: p.Field, To: p.Field2}
	switch fill {
	case "solid":
		return Solid(p.Field)
	case "radial":
		out.Radial = true
		out.P, out.Q = outline.Pt{X: face.x, Y: face.y - 70}, outline.Pt{X: face.x, Y: face.y + 430}
	case "split":
		const d = splitSoft / 2 * math.Sqrt2 / 2
		out.P, out.Q = outline.Pt{X: face.x - d, Y: face.y - d}, outline.Pt{X: face.x + d, Y: face.y + d}
	default:
		out.P, out.Q = outline.Pt{X: 240, Y: 80}, outline.Pt{X: 760, Y: 920}
	}
	return out
}

// How far a pattern stands out: enough to be seen at 90 pixels, too little to
// be read as a figure.
const quiet = 1.17

// Weave is the paint of a quiet pattern on a field painted so: darker, or
// lighter where the field is nearly black or the letters are dark.
func (p *Palette) Weave(field Paint) Paint {
	to := black
	if ink(p.Text) == white {
		to = p.Rim // dark letters stay far from a shade of the rim's colour
	} else if luminance(p.Field2) < 0.025 {
		to = white
	}
	return field.of(func(c color.RGBA) color.RGBA {
		for t := 0.04; t < 1; t += 0.02 {
			if x := blend(c, to, t); Contrast(x, c) >= quiet {
				return x
			}
		}
		return to
	})
}

// weave is the figure of a pattern, larger than any field; nil for none.
func weave(name string, face disc) (p outline.Path) {
	mid := outline.Pt{X: face.x, Y: face.y}
	const far = 760
	switch name {
	case "rays":
		const n = 14
		for i := range n {
			p.Move(mid)
			for _, at := range []float64{-0.5, 0.5} {
				s, cos := math.Sincos(2*math.Pi/n*(float64(i)+at/2) - math.Pi/2)
				p.Line(outline.Pt{X: mid.X + far*cos, Y: mid.Y + far*s})
			}
			p.Close()
		}
	case "dots":
		const step, r = 96.0, 19
		for j := -5; j <= 5; j++ {
			for i := -6; i <= 6; i++ {
				x := (float64(i) + float64(j&1)/2) * step
				if y := float64(j) * step * math.Sqrt(3) / 2; math.Hypot(x, y) < 500 {
					p.Append(outline.Circle(outline.Pt{X: mid.X + x, Y: mid.Y + y}, r), outline.Place(1, 0, 0))
				}
			}
		}
	case "rings":
		const step, wide = 88.0, 34
		for r := step / 2; r < 560; r += step {
			p.Append(outline.Ring(mid, r+wide/2, r-wide/2), outline.Place(1, 0, 0))
		}
	case "stripes":
		// Along the line between the two halves of a split field, one beginning there.
		const step = 92.0
		for i := -7; i <= 6; i++ {
			at := (float64(i) + 0.25) * step * math.Sqrt2 / 2
			p.Append(bar(step/2, far), outline.Turn(1, -math.Pi/4, mid.X+at, mid.Y+at))
		}
	case "grid":
		const step, wide = 92.0, 13
		for i := -6; i <= 5; i++ {
			at := (float64(i) + 0.5) * step
			p.Append(bar(wide, far), outline.Turn(1, 0, mid.X, mid.Y+at))
			p.Append(bar(wide, far), outline.Turn(1, math.Pi/2, mid.X+at, mid.Y))
		}
	}
	return p
}

// bar is a level bar with the origin in its middle.
func bar(wide, reach float64) (p outline.Path) {
	p.Move(outline.Pt{X: -reach, Y: -wide / 2})
	p.Line(outline.Pt{X: reach, Y: -wide / 2})
	p.Line(outline.Pt{X: reach, Y: wide / 2})
	p.Line(outline.Pt{X: -reach, Y: wide / 2})
	p.Close()
	return p
}
