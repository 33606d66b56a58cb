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

// minSize is the font size whose capitals are minCap high.
const minSize = minCap / capHeight

// disc is a circle on the scene.
type disc struct{ x, y, r float64 }

// over sets the line along the top of a circle, letters upright at twelve
// o'clock; the baseline is the circle.
func (l line) over(c disc, size float64) outline.Path {
	var p outline.Path
	for _, g := range l.letters {
		s, cos := math.Sincos((g.x + g.w/2 - l.width/2) * size / c.r)
		p.Append(g.path, seat(size, cos, s, c.x+c.r*s, c.y-c.r*cos, g.w))
	}
	return p
}

// under sets the line along the bottom of a circle, letters upright at six
// o'clock; the baseline is the circle.
func (l line) under(c disc, size float64) outline.Path {
	var p outline.Path
	for _, g := range l.letters {
		s, cos := math.Sincos((g.x + g.w/2 - l.width/2) * size / c.r)
		p.Append(g.path, seat(size, cos, -s, c.x+c.r*s, c.y+c.r*cos, g.w))
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

// fit is the size at which the line is at most room wide, no more than most.
func (l line) fit(room, most float64) float64 {
	return min(most, room/max(l.width, 1e-9))
}
