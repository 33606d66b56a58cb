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
	at, n := s.mirrored(x, y)
	for _, p := range at[:n] {
		s.grid.Set(p[0], p[1], k)
	}
}

// mirrored are a square and its images, and how many they are.
func (s *Sheet) mirrored(x, y int) (at [4][2]int, n int) {
	most := s.grid.Side() - 1
	at[0], n = [2]int{x, y}, 1
	if s.Mirror == Sides || s.Mirror == Both {
		at[1], n = [2]int{most - x, y}, 2
	}
	if s.Mirror == Ends || s.Mirror == Both {
		for _, p := range at[:n] {
			at[n] = [2]int{p[0], most - p[1]}
			n++
		}
	}
	return at, n
}

// line inks the squares between two, each beside the one before it or corner to
// corner with it (Bresenham 1965); the same ones there and back.
func (s *Sheet) line(x0, y0, x1, y1 int) {
	if x0 > x1 {
		x0, y0, x1, y1 = x1, y1, x0, y0
	}
	dx, dy, sy := x1-x0, -abs(y1-y0), 1
	if y0 > y1 {
		sy = -1
	}
	for off := dx + dy; ; {
		s.dot(x0, y0)
		if x0 == x1 && y0 == y1 {
			return
		}
		twice := 2 * off
		if twice >= dy {
			off += dy
			x0++
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
// middles lie inside it, so that it is as alike on both sides as the box. The
// corners of a box of three do, too, but it is no circle with them; the ends of a
// narrow box do not, but it would be left in part.
func (s *Sheet) circle(x0, y0, x1, y1 int) {
	x0, x1 = min(x0, x1), max(x0, x1)
	y0, y1 = min(y0, y1), max(y0, y1)
	w, h := x1-x0+1, y1-y0+1
	inside := func(x, y int) bool {
		dx, dy := 2*x-x0-x1, 2*y-y0-y1 // twice the way from the middle
		switch {
		case abs(dx) >= w || abs(dy) >= h:
			return false
		case w == 3 && h == 3:
			return dx == 0 || dy == 0
		case abs(dx) < 2 || abs(dy) < 2:
			return true
		}
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
	if int(s.Ink) > designer.Inks {
		return // no square takes it, and none would ever be done
	}
	var todo [designer.GridMost * designer.GridMost][2]int // a square is inked when it is put there: it comes once
	at, n := s.mirrored(x, y)
	for _, p := range at[:n] {
		was := s.grid.At(p[0], p[1])
		if was == s.Ink {
			continue
		}
		s.grid.Set(p[0], p[1], s.Ink)
		todo[0] = p
		for left := 1; left > 0; {
			left--
			q := todo[left]
			for _, to := range [4][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
				u, v := q[0]+to[0], q[1]+to[1]
				if s.grid.Holds(u, v) && s.grid.At(u, v) == was {
					s.grid.Set(u, v, s.Ink)
					todo[left] = [2]int{u, v}
					left++
				}
			}
		}
	}
}

func abs(v int) int { return max(v, -v) }
