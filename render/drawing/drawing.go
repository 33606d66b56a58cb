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
// layer goes on under the squares of later ones beside it, so that nothing
// shines through between two that touch.
func Layers(g *designer.Grid, smooth bool) []Layer {
	var out []Layer
	for k := designer.IconInk; int(k) <= designer.Inks; k++ {
		if p := trace(region(g, k), smooth); len(p) > 0 {
			out = append(out, Layer{k, p.Transform(outline.Place(1/float64(g.Side()), 0, 0))})
		}
	}
	return out
}

// area is a set of squares.
type area struct {
	side int
	on   [designer.GridMost * designer.GridMost]bool
}

func (a *area) holds(x, y int) bool {
	return x >= 0 && y >= 0 && x < a.side && y < a.side && a.on[y*a.side+x]
}

// region is where an ink lies, and on under later ones beside it.
func region(g *designer.Grid, k designer.Ink) *area {
	a := &area{side: g.Side()}
	for y := range a.side {
		for x := range a.side {
			switch at := g.At(x, y); {
			case at == k:
				a.on[y*a.side+x] = true
			case at > k:
				a.on[y*a.side+x] = g.At(x-1, y) == k || g.At(x+1, y) == k || g.At(x, y-1) == k || g.At(x, y+1) == k
			}
		}
	}
	return a
}

// spot is a corner of squares.
type spot struct{ x, y int }

// The directions of a line round squares, clockwise.
const (
	right = iota
	down
	left
	up
)

var steps = [4]spot{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}

// trace follows the lines round an area, the area on their right, so that a
// hole runs the other way round than what it is in.
func trace(a *area, smooth bool) outline.Path {
	// A bit for each direction in which a line leaves a corner.
	n := a.side + 1
	leaves := make([]uint8, n*n)
	for y := range a.side {
		for x := range a.side {
			if !a.holds(x, y) {
				continue
			}
			if !a.holds(x, y-1) {
				leaves[y*n+x] |= 1 << right
			}
			if !a.holds(x+1, y) {
				leaves[y*n+x+1] |= 1 << down
			}
			if !a.holds(x, y+1) {
				leaves[(y+1)*n+x+1] |= 1 << left
			}
			if !a.holds(x-1, y) {
				leaves[(y+1)*n+x] |= 1 << up
			}
		}
	}
	var out outline.Path
	for i, bits := range leaves {
		for d := range steps {
			if bits>>d&1 == 0 || leaves[i]>>d&1 == 0 {
				continue
			}
			figure(&out, follow(leaves, n, i, d), smooth)
		}
	}
	return out
}

// follow takes the line that leaves a corner in a direction, all round, and
// returns where it turns. Where two areas meet at a corner only, it goes on
// into the other one, so that a thin slanting line is one figure.
func follow(leaves []uint8, n, at, d int) []spot {
	var turns []spot
	start := at
	for {
		leaves[at] &^= 1 << d
		at += steps[d].y*n + steps[d].x
		if at == start && leaves[at] == 0 {
			break
		}
		next := -1
		for _, turn := range [3]int{3, 0, 1} { // left, on, right
			if e := (d + turn) % 4; leaves[at]>>e&1 == 1 {
				next = e
				break
			}
		}
		if next < 0 {
			break
		}
		if next != d {
			turns = append(turns, spot{at % n, at / n})
		}
		d = next
	}
	return closed(append(turns, spot{start % n, start / n}))
}

// closed leaves the first and the last corner out where the line does not turn.
func closed(turns []spot) []spot {
	straight := func(a, b, c spot) bool { return (b.x-a.x)*(c.y-b.y) == (b.y-a.y)*(c.x-b.x) }
	for n := len(turns); n > 3 && straight(turns[n-2], turns[n-1], turns[0]); n = len(turns) {
		turns = turns[:n-1]
	}
	for n := len(turns); n > 3 && straight(turns[n-1], turns[0], turns[1]); n = len(turns) {
		turns = turns[1:]
	}
	return turns
}

// figure adds a figure with those corners.
func figure(p *outline.Path, turns []spot, smooth bool) {
	if smooth {
		eased(p, turns)
		return
	}
	for i, s := range turns {
		q := outline.Pt{X: float64(s.x), Y: float64(s.y)}
		if i == 0 {
			p.Move(q)
		} else {
			p.Line(q)
		}
	}
	p.Close()
}
