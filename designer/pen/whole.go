// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pen

import "insignia/designer"

// Put lays another drawing on the sheet.
func (s *Sheet) Put(g designer.Grid) {
	if g.Side() > 0 {
		s.whole(func() designer.Grid { return g })
	}
}

// Clear takes everything away.
func (s *Sheet) Clear() {
	s.whole(func() designer.Grid { return designer.NewGrid(s.grid.Side()) })
}

// Shift moves the whole drawing; what leaves the sheet is gone until undone.
func (s *Sheet) Shift(dx, dy int) {
	s.mapped(func(x, y int) (int, int) { return x - dx, y - dy })
}

// Flip turns the drawing over, left to right or else top to bottom.
func (s *Sheet) Flip(sides bool) {
	n := s.grid.Side() - 1
	s.mapped(func(x, y int) (int, int) {
		if sides {
			return n - x, y
		}
		return x, n - y
	})
}

// Turn turns the drawing clockwise by a quarter.
func (s *Sheet) Turn() {
	n := s.grid.Side() - 1
	s.mapped(func(x, y int) (int, int) { return y, n - x })
}

// Resize draws it on another number of squares, see designer.Grid. While only
// its size changes it is drawn anew each time from what it was before that:
// nobody loses squares by looking for the right size.
func (s *Sheet) Resize(side int) {
	s.Up()
	from := s.grid
	if s.grid == s.resized {
		from = s.origin
	}
	s.apart(func() { s.grid = from.Resize(side) })
	s.origin, s.resized = from, s.grid
}

// mapped lets each square take the ink of another one.
func (s *Sheet) mapped(from func(x, y int) (int, int)) {
	s.whole(func() designer.Grid {
		g := designer.NewGrid(s.grid.Side())
		for y := range g.Side() {
			for x := range g.Side() {
				g.Set(x, y, s.grid.At(from(x, y)))
			}
		}
		return g
	})
}

// whole changes the sheet in one step; a stroke that is not finished is the one
// before it.
func (s *Sheet) whole(to func() designer.Grid) {
	s.Up()
	s.apart(func() { s.grid = to() })
}
