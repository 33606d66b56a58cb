// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pen

import "insignia/designer"

// stroke draws with the tool from one square to another.
func (s *Sheet) stroke(x0, y0, x1, y1 int) {
	switch s.Tool {
	case Box:
		s.box(x0, y0, x1, y1)
	case Circle:
		s.circle(x0, y0, x1, y1)
	default:
		s.line(x0, y0, x1, y1)
	}
}

// dot inks a square, and those that a mirror shows.
func (s *Sheet) dot(x, y int) {
	k := s.Ink
	if s.Tool == Eraser {
		k = designer.NoInk
	}
	for _, p := range s.mirrored(x, y) {
		s.grid.Set(p[0], p[1], k)
	}
}

// mirrored are a square and its images.
func (s *Sheet) mirrored(x, y int) [][2]int {
	out := [][2]int{{x, y}}
	n := s.grid.Side() - 1
	if s.Mirror == Sides || s.Mirror == Both {
		out = append(out, [2]int{n - x, y})
	}
	if s.Mirror == Ends || s.Mirror == Both {
		for _, p := range out {
			out = append(out, [2]int{p[0], n - p[1]})
		}
	}
	return out
}

// line inks the squares between two, each beside the one before it or corner to
// corner with it (Bresenham 1965).
func (s *Sheet) line(x0, y0, x1, y1 int) {
	dx, dy := abs(x1-x0), -abs(y1-y0)
	sx, sy := sign(x1-x0), sign(y1-y0)
	for off := dx + dy; ; {
		s.dot(x0, y0)
		if x0 == x1 && y0 == y1 {
			return
		}
		twice := 2 * off
		if twice >= dy {
			off += dy
			x0 += sx
		}
		if twice <= dx {
			off += dx
			y0 += sy
		}
	}
}

// box inks the edge of a box, or all of it.
func (s *Sheet) box(x0, y0, x1, y1 int) {
	x0, x1 = min(x0, x1), max(x0, x1)
	y0, y1 = min(y0, y1), max(y0, y1)
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			if s.Solid || x == x0 || x == x1 || y == y0 || y == y1 {
				s.dot(x, y)
			}
		}
	}
}

// circle inks the edge of the ellipse in a box, or all of it: the squares whose
// middles lie inside it, so that it is as alike on both sides as the box.
func (s *Sheet) circle(x0, y0, x1, y1 int) {
	x0, x1 = min(x0, x1), max(x0, x1)
	y0, y1 = min(y0, y1), max(y0, y1)
	w, h := x1-x0+1, y1-y0+1
	inside := func(x, y int) bool {
		dx, dy := 2*x-x0-x1, 2*y-y0-y1 // twice the way from the middle
		return dx*dx*h*h+dy*dy*w*w < w*w*h*h
	}
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			if inside(x, y) && (s.Solid || !inside(x-1, y) || !inside(x+1, y) || !inside(x, y-1) || !inside(x, y+1)) {
				s.dot(x, y)
			}
		}
	}
}

// fill inks all squares of one ink that hang together by their sides.
func (s *Sheet) fill(x, y int) {
	for _, p := range s.mirrored(x, y) {
		was := s.grid.At(p[0], p[1])
		if was == s.Ink {
			continue
		}
		todo := [][2]int{p}
		for len(todo) > 0 {
			q := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if !s.grid.Holds(q[0], q[1]) || s.grid.At(q[0], q[1]) != was {
				continue
			}
			s.grid.Set(q[0], q[1], s.Ink)
			todo = append(todo, [2]int{q[0] + 1, q[1]}, [2]int{q[0] - 1, q[1]}, [2]int{q[0], q[1] + 1}, [2]int{q[0], q[1] - 1})
		}
	}
}

func abs(v int) int { return max(v, -v) }

func sign(v int) int {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}
