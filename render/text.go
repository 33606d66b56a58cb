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

// disc is a circle on the scene.
type disc struct{ x, y, r float64 }

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
