// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package pen draws on a Grid: tools, strokes, mirrors, undo. It is told where
// the pen goes and knows neither mouse nor keys nor colours.
package pen

import "insignia/designer"

// Tool is what the pen does.
type Tool uint8

// The tools.
const (
	Pencil Tool = iota
	Line
	Box
	Circle
	Fill
	Pick // takes the ink of a square
	Eraser
)

var toolIDs = [...]string{"pencil", "line", "box", "circle", "fill", "pick", "eraser"}

// Tools returns all of them, the usual one first.
func Tools() []Tool { return []Tool{Pencil, Line, Box, Circle, Fill, Pick, Eraser} }

// String gives the tool's id.
func (t Tool) String() string { return toolIDs[t] }

// shape reports whether a stroke is one figure from its beginning to its end.
func (t Tool) shape() bool { return t == Line || t == Box || t == Circle }

// Mirror is where everything that is drawn appears a second time.
type Mirror uint8

// The mirrors.
const (
	NoMirror Mirror = iota
	Sides           // left and right are alike
	Ends            // top and bottom are
	Both
)

var mirrorIDs = [...]string{"none", "sides", "ends", "both"}

// Mirrors returns all of them.
func Mirrors() []Mirror { return []Mirror{NoMirror, Sides, Ends, Both} }

// String gives the mirror's id.
func (m Mirror) String() string { return mirrorIDs[m] }

// stepsKept is how many steps can be undone: 400 grids are under a megabyte.
const stepsKept = 400

// Sheet is a drawing on which somebody draws.
type Sheet struct {
	Tool   Tool
	Ink    designer.Ink
	Mirror Mirror
	Solid  bool // boxes and circles are filled
	X, Y   int  // where the pen stands

	grid   designer.Grid
	down   bool
	from   [2]int        // where the stroke began
	before designer.Grid // what it began on
	past   []designer.Grid
	ahead  []designer.Grid

	origin, resized designer.Grid // the drawing before its size changed, and after; none once anything else changed it
}

// New returns a sheet with a drawing on it, the pencil in the middle.
func New(g designer.Grid) *Sheet {
	if g.Side() == 0 {
		g = designer.NewGrid(designer.GridSides()[0])
	}
	return &Sheet{Ink: designer.IconInk, grid: g, X: g.Side() / 2, Y: g.Side() / 2}
}

// Grid is the drawing, with the stroke that is being drawn.
func (s *Sheet) Grid() designer.Grid { return s.grid }

// Drawing reports whether the pen is down.
func (s *Sheet) Drawing() bool { return s.down }

// Down puts the pen on a square: a stroke begins. Filling and picking are done
// at once. A stroke whose end was not told, as a terminal may lose it, ends.
func (s *Sheet) Down(x, y int) {
	s.Up()
	x, y = s.within(x, y)
	s.X, s.Y = x, y
	switch s.Tool {
	case Fill:
		s.apart(func() { s.fill(x, y) })
		return
	case Pick:
		if k := s.grid.At(x, y); k != designer.NoInk {
			s.Ink, s.Tool = k, Pencil
		} else {
			s.Tool = Eraser
		}
		return
	}
	s.down, s.from, s.before = true, [2]int{x, y}, s.grid
	s.stroke(x, y, x, y)
}

// Move brings the pen to a square. While it is down it draws on the way there,
// without gaps however far that is.
func (s *Sheet) Move(x, y int) {
	x, y = s.within(x, y)
	lastX, lastY := s.X, s.Y
	s.X, s.Y = x, y
	if !s.down {
		return
	}
	if s.Tool.shape() {
		s.grid = s.before
		lastX, lastY = s.from[0], s.from[1]
	}
	s.stroke(lastX, lastY, x, y)
}

// Up lifts the pen: what was drawn is one step of undo.
func (s *Sheet) Up() {
	if s.down {
		s.down = false
		s.keep(s.before)
	}
}

// Cancel lifts the pen and takes the stroke away.
func (s *Sheet) Cancel() {
	if s.down {
		s.down = false
		s.grid = s.before
	}
}

// Press does with one key what Down and Up do with a button: a dot with the
// pencil and the eraser, the beginning and then the end of a figure.
func (s *Sheet) Press() {
	switch {
	case s.down:
		s.Up()
	case s.Tool.shape():
		s.Down(s.X, s.Y)
	default:
		s.Down(s.X, s.Y)
		s.Up()
	}
}

// Undo takes the last step back; it reports false when there is none. A stroke
// that is not finished is the last step.
func (s *Sheet) Undo() bool {
	if s.down {
		s.Cancel()
		return true
	}
	return s.swap(&s.past, &s.ahead)
}

// Redo does again what Undo took back; it reports false when there is nothing,
// as in the middle of a stroke.
func (s *Sheet) Redo() bool { return !s.down && s.swap(&s.ahead, &s.past) }

func (s *Sheet) swap(from, to *[]designer.Grid) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	*to = append(*to, s.grid)
	s.grid = (*from)[n-1]
	*from = (*from)[:n-1]
	s.resized = designer.Grid{}
	s.X, s.Y = s.within(s.X, s.Y)
	return true
}

// keep makes what is on the sheet a step from what was, unless it is the same.
func (s *Sheet) keep(was designer.Grid) {
	if was == s.grid {
		return
	}
	if len(s.past) == stepsKept {
		s.past = append(s.past[:0], s.past[1:]...)
	}
	s.past = append(s.past, was)
	s.ahead, s.resized = nil, designer.Grid{}
	s.X, s.Y = s.within(s.X, s.Y)
}

// apart does something that is a step of its own.
func (s *Sheet) apart(do func()) {
	was := s.grid
	do()
	s.keep(was)
}

// within is the square on the sheet that is nearest.
func (s *Sheet) within(x, y int) (int, int) {
	most := s.grid.Side() - 1
	return min(max(x, 0), most), min(max(y, 0), most)
}
