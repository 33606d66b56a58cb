// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"math"

	"insignia/render/outline"
)

// figure is one shape of badge: its outline, and where things go in it.
// Lengths hold for the outline itself; a rim takes its width off each.
type figure struct {
	outline func(inset float64) outline.Path
	field   func(inset float64) outline.Path // the field, where it differs from the outline
	bumpy   bool                             // the outline has bumps of its own
	hang    func(grow float64) outline.Path  // what hangs behind the badge
	face    disc                             // the greatest disc inside
	arc     disc                             // the circle that the letters' tops follow
	low     disc                             // the circle inside which the lower letters and the marks stand
	span    float64                          // how far the letters may go from twelve o'clock, in radians
	lowSpan float64                          // and those on the lower arc from six o'clock, inside low
	ribbon  float64                          // height of the ribbon's middle
	foot    bool                             // stars have room under the ribbon
	thin    float64                          // rim widths are multiplied by this
}

func polygon(c []outline.Corner) func(float64) outline.Path {
	return func(inset float64) outline.Path { return outline.Rounded(c, inset) }
}

func round(c disc) func(float64) outline.Path {
	return func(inset float64) outline.Path { return outline.Circle(outline.Pt{X: c.x, Y: c.y}, c.r-inset) }
}

func corner(x, y, r float64) outline.Corner {
	return outline.Corner{Pt: outline.Pt{X: x, Y: y}, R: r}
}

// figures are balanced for weight, not for size: a test compares their
// areas. The star is the exception, as stars are.
var figures = map[string]figure{
	"circle": {
		outline: round(disc{500, 500, 470}),
		face:    disc{500, 500, 470}, arc: disc{500, 500, 470}, low: disc{500, 500, 470},
		span: 1.75, lowSpan: 1.25, ribbon: 690, foot: true, thin: 1,
	},
	"hexagon": {
		outline: polygon(outline.Star(outline.Pt{X: 500, Y: 500}, 3, 502, 502, 80, 80)),
		face:    disc{500, 500, 434}, arc: disc{500, 500, 434}, low: disc{500, 500, 434},
		span: 1.75, lowSpan: 1.25, ribbon: 668, foot: true, thin: 1,
	},
	"square": {
		outline: polygon([]outline.Corner{corner(80, 80, 130), corner(920, 80, 130), corner(920, 920, 130), corner(80, 920, 130)}),
		face:    disc{500, 500, 420}, arc: disc{500, 560, 480}, low: disc{500, 440, 480},
		span: 1.05, lowSpan: 0.95, ribbon: 660, foot: true, thin: 1,
	},
	"shield": {
		outline: polygon([]outline.Corner{corner(82, 46, 90), corner(918, 46, 90), corner(918, 690, 760), corner(500, 996, 90), corner(82, 690, 760)}),
		face:    disc{500, 440, 394}, arc: disc{500, 555, 500}, low: disc{500, 420, 420},
		span: 0.9, lowSpan: 0.75, ribbon: 625, foot: true, thin: 1,
	},
	"star": {
		outline: polygon(outline.Star(outline.Pt{X: 500, Y: 536}, 5, 545, 372, 90, 60)),
		face:    disc{500, 536, 376}, arc: disc{500, 536, 376}, low: disc{500, 536, 376},
		span: 1.6, lowSpan: 1, bumpy: true, ribbon: 765, thin: 0.8,
	},
	"rosette": {
		outline: polygon(outline.Star(outline.Pt{X: 500, Y: 500}, 14, 506, 424, 80, 34)),
		field:   round(disc{500, 500, 452}),
		face:    disc{500, 500, 434}, arc: disc{500, 500, 436}, low: disc{500, 500, 436},
		span: 1.75, lowSpan: 1.25, bumpy: true, ribbon: 680, foot: true, thin: 1,
	},
	"octagon": {
		outline: polygon(outline.Regular(outline.Pt{X: 500, Y: 500}, 8, 500, math.Pi/8, 70)),
		face:    disc{500, 500, 460}, arc: disc{500, 500, 460}, low: disc{500, 500, 460},
		span: 1.75, lowSpan: 1.25, ribbon: 684, foot: true, thin: 1,
	},
	"pentagon": {
		outline: polygon(outline.Regular(outline.Pt{X: 500, Y: 542}, 5, 532, 0, 100)),
		face:    disc{500, 542, 430}, arc: disc{500, 542, 430}, low: disc{500, 542, 430},
		span: 1.6, lowSpan: 1.1, ribbon: 716, foot: true, thin: 1,
	},
	"diamond": {
		outline: polygon(outline.Regular(outline.Pt{X: 500, Y: 500}, 4, 594, 0, 250)),
		face:    disc{500, 500, 420}, arc: disc{500, 500, 420}, low: disc{500, 500, 420},
		span: 1.6, lowSpan: 1.1, ribbon: 660, foot: true, thin: 1,
	},
	"crest": {
		outline: polygon([]outline.Corner{corner(70, 84, 60), corner(320, 100, 240), corner(500, 20, 140), corner(680, 100, 240),
			corner(930, 84, 60), corner(930, 760, 640), corner(500, 1000, 140), corner(70, 760, 640)}),
		face: disc{500, 488, 410}, arc: disc{500, 575, 480}, low: disc{500, 460, 440},
		span: 0.9, lowSpan: 0.8, ribbon: 650, foot: true, thin: 1,
	},
	"gear": {
		outline: polygon(outline.Gear(outline.Pt{X: 500, Y: 500}, 12, 498, 436, 16, 10)),
		field:   round(disc{500, 500, 452}),
		face:    disc{500, 500, 436}, arc: disc{500, 500, 436}, low: disc{500, 500, 436},
		span: 1.75, lowSpan: 1.25, bumpy: true, ribbon: 680, foot: true, thin: 1,
	},
	"flower": {
		outline: polygon(outline.Star(outline.Pt{X: 500, Y: 500}, 8, 534, 446, 150, 70)),
		face:    disc{500, 500, 444}, arc: disc{500, 500, 444}, low: disc{500, 500, 444},
		span: 1.75, lowSpan: 1.25, bumpy: true, ribbon: 680, foot: true, thin: 1,
	},
	"medal": {
		outline: round(disc{500, 396, 384}),
		hang:    medalEnds,
		face:    disc{500, 396, 384}, arc: disc{500, 396, 384}, low: disc{500, 396, 384},
		span: 1.6, lowSpan: 1.15, ribbon: 560, foot: true, thin: 0.9,
	},
}

// medalEnds are the two ends of a ribbon that a medal is pinned on.
func medalEnds(grow float64) (p outline.Path) {
	const (
		spread = 0.36 // of each from the upright, in radians
		half   = 86.0 // of its breadth
		long   = 606.0
		notch  = 60.0
	)
	for _, side := range []float64{-1, 1} {
		m := outline.Turn(1, -side*spread, 500, 396)
		at := func(x, y float64) outline.Pt { return m.Apply(outline.Pt{X: side * x, Y: y}) }
		a, b := -half-grow, half+grow
		p.Move(at(a, 0))
		p.Line(at(b, 0))
		p.Line(at(b, long+grow))
		p.Line(at(0, long-notch+grow))
		p.Line(at(a, long+grow))
		p.Close()
	}
	return p
}
