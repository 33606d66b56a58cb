// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package drawing turns a drawing on squares into crisp figures: what squares
// of one ink cover together is one outline, never a pile of squares, and if
// wanted its staircases become lines and curves. It knows squares and outlines;
// it knows no colours and no badge.
package drawing

import (
	"insignia/designer"
	"insignia/render/outline"
)

// Layer is what one ink covers, in a square from 0 to 1 both ways.
type Layer struct {
	Ink  designer.Ink
	Path outline.Path
}

// Layers are the inks of a drawing in the order in which they are painted. A
// layer runs on under all later ones that hang together with it, so that
// nothing shines through between two; where it is hidden it stays a little
// inside their outer edges, so that it does not show there as a seam. Smooth
// makes lines and curves of staircases.
func Layers(g *designer.Grid, smooth bool) []Layer {
	var out []Layer
	for k := designer.IconInk; int(k) <= designer.Inks; k++ {
		a := areaOf(g, k)
		if a == nil {
			continue
		}
		var p outline.Path
		for _, c := range a.contours(smooth) {
			shape{a, c, smooth}.draw(&p)
		}
		out = append(out, Layer{k, p})
	}
	return out
}

// part says what a square is to a layer.
type part uint8

const (
	outside part = iota
	inked        // of the layer's ink
	hidden       // under a later one
)

// area is where a layer lies.
type area struct {
	side  int
	parts [designer.GridMost * designer.GridMost]part
}

// at is what the square at x, y is; outside beside the drawing.
func (a *area) at(x, y int) part {
	if x < 0 || y < 0 || x >= a.side || y >= a.side {
		return outside
	}
	return a.parts[y*a.side+x]
}

// areaOf is where ink k lies and all later ones that hang together with it, by
// their sides or by a corner; nil if it lies nowhere.
func areaOf(g *designer.Grid, k designer.Ink) *area {
	a := &area{side: g.Side()}
	var todo []spot
	take := func(x, y int) {
		if a.at(x, y) != outside || g.At(x, y) < k {
			return
		}
		a.parts[y*a.side+x] = hidden
		if g.At(x, y) == k {
			a.parts[y*a.side+x] = inked
		}
		todo = append(todo, spot{x, y})
	}
	found := false
	for y := range a.side {
		for x := range a.side {
			if g.At(x, y) != k {
				continue
			}
			found = true
			for take(x, y); len(todo) > 0; {
				p := todo[len(todo)-1]
				todo = todo[:len(todo)-1]
				for v := p.y - 1; v <= p.y+1; v++ {
					for u := p.x - 1; u <= p.x+1; u++ {
						take(u, v)
					}
				}
			}
		}
	}
	if !found {
		return nil
	}
	return a
}
