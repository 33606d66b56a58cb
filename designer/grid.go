// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Ink fills a square of a drawing with a colour of the badge's palette, so
// that a drawing changes with the palette and stays readable in each.
type Ink uint8

// The inks. Their numbers are what a draft keeps; a drawing is painted from
// the first to the last, so they never change.
const (
	NoInk    Ink = iota // the field shows
	IconInk             // the colour of an icon, far from the field: the first that a pen holds
	StarInk             // the accent
	RimInk              // the rim's
	EdgeInk             // the edge's, the darkest of a dark palette
	FieldInk            // the field's, to cut a shape out of another
	ShadeInk            // the far end of the field's gradient, for shadows
)

// Inks is how many there are besides none.
const Inks = int(ShadeInk)

// GridMost is the most squares that a side of a drawing has: FIELDS, look.pixels.
const GridMost = 48

var gridSides = [...]int{24, 32, GridMost}

// GridSides are the numbers of squares that a drawing may be wide and high.
func GridSides() []int { return slices.Clone(gridSides[:]) }

// Grid is a drawing on squares: 24, 32 or 48 a side, each empty or of one
// ink. It is a value: copied when assigned, equal when every square is. The
// zero Grid has no squares; NewGrid and ParseGrid make the others.
type Grid struct {
	side  int
	cells [GridMost * GridMost]Ink
}

// NewGrid returns an empty drawing with the smallest side that holds the
// given number of squares, 48 at most.
func NewGrid(side int) Grid {
	for _, n := range gridSides {
		if n >= side {
			return Grid{side: n}
		}
	}
	return Grid{side: GridMost}
}

// Side is how many squares the drawing is wide and high.
func (g *Grid) Side() int { return g.side }

// Holds reports whether x and y, counted from 0 at the top left, are on the
// drawing.
func (g *Grid) Holds(x, y int) bool { return x >= 0 && x < g.side && y >= 0 && y < g.side }

// At is the ink of a square; NoInk beside the drawing.
func (g *Grid) At(x, y int) Ink {
	if !g.Holds(x, y) {
		return NoInk
	}
	return g.cells[y*g.side+x]
}

// Set fills a square. Beside the drawing, and with an ink that there is not,
// it does nothing.
func (g *Grid) Set(x, y int, k Ink) {
	if g.Holds(x, y) && int(k) <= Inks {
		g.cells[y*g.side+x] = k
	}
}

// Empty reports whether no square has ink.
func (g *Grid) Empty() bool { return g.cells == [GridMost * GridMost]Ink{} }

// String gives the drawing as a draft keeps it: a row a line, "." for an
// empty square, "1" to "6" for an ink, nothing after the last row. A person
// can read it, and ParseGrid.
func (g *Grid) String() string {
	var b strings.Builder
	b.Grow(g.side * (g.side + 1))
	for y := range g.side {
		if y > 0 {
			b.WriteByte('\n')
		}
		for _, k := range g.cells[y*g.side:][:g.side] {
			b.WriteByte(".123456"[k])
		}
	}
	return b.String()
}

// ParseGrid reads what String gives and nothing else. Errors are *Error:
// grid-rows with the number of lines found, grid-row with the line that is
// too short or too long, grid-square with the line and what is no ink.
func ParseGrid(s string) (Grid, error) {
	lines := strings.Count(s, "\n") + 1
	if s == "" {
		lines = 0
	}
	if !slices.Contains(gridSides[:], lines) {
		return Grid{}, &Error{Code: "grid-rows", Args: Args{"value": strconv.Itoa(lines)}}
	}
	g, y := Grid{side: lines}, 0
	for row := range strings.SplitSeq(s, "\n") {
		at := Args{"row": strconv.Itoa(y + 1)}
		if n := utf8.RuneCountInString(row); n != g.side {
			at["value"], at["need"] = strconv.Itoa(n), strconv.Itoa(g.side)
			return Grid{}, &Error{Code: "grid-row", Args: at}
		}
		for x, r := range row {
			switch {
			case r == '.':
			case r >= '1' && r < '1'+rune(Inks):
				g.cells[y*g.side+x] = Ink(r - '0')
			default:
				at["value"] = strings.Trim(strconv.QuoteRune(r), "'")
				return Grid{}, &Error{Code: "grid-square", Args: at}
			}
		}
		y++
	}
	return g, nil
}

// Resize returns the same picture on another number of squares, as NewGrid
// takes it. A square gets the ink that covers most of it. Onto fewer squares
// a third of a square is enough, so that a line one square thin is not lost
// between two; onto more it takes half.
func (g *Grid) Resize(side int) Grid {
	out := NewGrid(side)
	if g.side == 0 || g.side == out.side {
		out.cells = g.cells
		return out
	}
	// In parts of a square: n of them are one of ours, m one of the new.
	n, m := out.side, g.side
	enough := m * m / 2
	if out.side < g.side {
		enough = m * m / 3
	}
	for y := range out.side {
		for x := range out.side {
			var by [Inks + 1]int
			for v := y * m / n; v*n < (y+1)*m; v++ {
				for u := x * m / n; u*n < (x+1)*m; u++ {
					w := min((u+1)*n, (x+1)*m) - max(u*n, x*m)
					h := min((v+1)*n, (y+1)*m) - max(v*n, y*m)
					by[g.cells[v*g.side+u]] += w * h
				}
			}
			if m*m-by[NoInk] < enough {
				continue
			}
			most := IconInk
			for k := most + 1; int(k) <= Inks; k++ {
				if by[k] > by[most] {
					most = k
				}
			}
			out.cells[y*out.side+x] = most
		}
	}
	return out
}
