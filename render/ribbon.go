// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"math"

	"insignia/render/outline"
)

// The ribbon is a band bent like a smile: it lies on a great circle whose
// centre is far above the badge.
const (
	bandRadius = 1500
	bandHalf   = 66  // half the band's height
	bandReach  = 372 // from the middle to the band's end
	tailReach  = 484 // to the tail's end
	tailTuck   = 318 // to where the tail vanishes behind the band
	tailDrop   = 46  // how much lower the tail hangs
	tailNotch  = 38  // depth of the swallow's tail
	bandLine   = 14  // width of the line around band and tails
)

// banner adds the ribbon across the badge; tight says that its text is
// smaller than it can be read.
func banner(items []Item, p parts) (_ []Item, tight bool) {
	c := outline.Pt{X: p.face.x, Y: p.figure.ribbon - bandRadius}
	add := func(r Role, path outline.Path, paint Paint) { items = append(items, Item{path, paint, r}) }
	at := func(x, drop float64) outline.Pt {
		s, cos := math.Sincos(x / bandRadius)
		return outline.Pt{X: c.X + (bandRadius+drop)*s, Y: c.Y + (bandRadius+drop)*cos}
	}
	strip := func(path *outline.Path, x0, x1, y0, y1 float64) {
		a, b := math.Pi/2-x0/bandRadius, math.Pi/2-x1/bandRadius
		path.Move(at(x0, y0))
		path.Arc(c, bandRadius+y0, a, b)
		path.Line(at(x1, y1))
		path.Arc(c, bandRadius+y1, b, a)
		path.Close()
	}
	tails := func(grow float64) (path outline.Path) {
		for _, s := range []float64{-1, 1} {
			end, tuck := tailReach-bandLine+grow, tailTuck-grow
			path.Move(at(s*tuck, tailDrop-bandHalf-grow))
			path.Line(at(s*end, tailDrop-bandHalf-grow))
			path.Line(at(s*(end-tailNotch), tailDrop))
			path.Line(at(s*end, tailDrop+bandHalf+grow))
			path.Line(at(s*tuck, tailDrop+bandHalf+grow))
			path.Close()
		}
		return path
	}
	tail := shade(p.colours.Ribbon, 0.18)
	add(Edge, tails(bandLine), Solid(p.colours.Edge))
	add(Tail, tails(0), Solid(tail))
	var folds outline.Path
	for _, s := range []float64{-1, 1} {
		folds.Move(at(s*bandReach, bandHalf))
		folds.Line(at(s*tailTuck, bandHalf))
		folds.Line(at(s*tailTuck, bandHalf+tailDrop))
		folds.Close()
	}
	add(Fold, folds, Solid(shade(p.colours.Ribbon, 0.55)))
	var line, band outline.Path
	strip(&line, -bandReach-bandLine, bandReach+bandLine, -bandHalf-bandLine, bandHalf+bandLine)
	strip(&band, -bandReach, bandReach, -bandHalf, bandHalf)
	add(Edge, line, Solid(p.colours.Edge))
	add(Ribbon, band, Solid(p.colours.Ribbon))

	size := p.ribbon.fit(2*(bandReach-margin), ribbonSize)
	base := disc{c.X, c.Y, bandRadius + size*capHeight/2}
	add(RibbonText, p.ribbon.under(base, size), Solid(p.colours.RibbonText))
	return items, size < minSize
}
