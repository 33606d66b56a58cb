// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package shot

import (
	"bytes"
	"fmt"
	"strings"
)

// arms say what a line character draws from its cell's middle: the sides its
// lines reach, their weight, and whether the corner between two is round.
type arms struct {
	up, right, down, left, heavy, round bool
}

// The table of Unicode's box drawing block, without what mixes two weights,
// doubles or dashes: those stay text.
var boxes = func() map[rune]arms {
	table := map[rune]arms{}
	for _, set := range []struct {
		chars, sides string
		heavy, round bool
	}{
		{"─ │ ┌ ┐ └ ┘ ├ ┤ ┬ ┴ ┼ ╴ ╵ ╶ ╷", "rl ud rd ld ur ul urd uld rld url urld l u r d", false, false},
		{"━ ┃ ┏ ┓ ┗ ┛ ┣ ┫ ┳ ┻ ╋ ╸ ╹ ╺ ╻", "rl ud rd ld ur ul urd uld rld url urld l u r d", true, false},
		{"╭ ╮ ╰ ╯", "rd ld ur ul", false, true},
	} {
		sides := strings.Fields(set.sides)
		for i, c := range strings.Fields(set.chars) {
			s := sides[i]
			table[[]rune(c)[0]] = arms{
				up: strings.Contains(s, "u"), right: strings.Contains(s, "r"),
				down: strings.Contains(s, "d"), left: strings.Contains(s, "l"),
				heavy: set.heavy, round: set.round,
			}
		}
	}
	return table
}()

func linesOf(r rune) (arms, bool) {
	a, ok := boxes[r]
	return a, ok
}

// pen is one kind of line.
type pen struct {
	colour string
	heavy  bool
}

// strokes are lines by pen, in the order pens first appear. Straight parts are
// kept as thin rectangles, so that they join like filled ones.
type strokes struct {
	order []pen
	flat  map[pen]*fills
	tall  map[pen]*fills
	round map[pen][]string
}

func (s *strokes) add(colour string, x, y int, a arms) {
	k := pen{colour, a.heavy}
	if s.flat == nil {
		s.flat, s.tall, s.round = map[pen]*fills{}, map[pen]*fills{}, map[pen][]string{}
	}
	if s.flat[k] == nil {
		s.order = append(s.order, k)
		s.flat[k], s.tall[k] = &fills{}, &fills{}
	}
	midX, midY := x+cellW/2, y+cellH/2
	if a.round {
		fromY, toX := y, x
		if a.down {
			fromY = y + cellH
		}
		if a.right {
			toX = x + cellW
		}
		// Straight to the last half width, then a quarter turn.
		bend := midY + cellW/2
		if a.up {
			bend = midY - cellW/2
		}
		s.round[k] = append(s.round[k], fmt.Sprintf("M%d %dV%dQ%d %d %d %d", midX, fromY, bend, midX, midY, toX, midY))
		return
	}
	switch {
	case a.left && a.right:
		s.flat[k].add("", rect{x, midY, cellW, 0})
	case a.left:
		s.flat[k].add("", rect{x, midY, cellW / 2, 0})
	case a.right:
		s.flat[k].add("", rect{midX, midY, cellW / 2, 0})
	}
	switch {
	case a.up && a.down:
		s.tall[k].add("", rect{midX, y, 0, cellH})
	case a.up:
		s.tall[k].add("", rect{midX, y, 0, cellH / 2})
	case a.down:
		s.tall[k].add("", rect{midX, midY, 0, cellH / 2})
	}
}

func (s *strokes) write(b *bytes.Buffer) {
	if len(s.order) == 0 {
		return
	}
	// Square ends close the corner where two lines meet.
	b.WriteString(`<g fill="none" stroke-linecap="square">` + "\n")
	for _, k := range s.order {
		width := rule
		if k.heavy {
			width = 7
		}
		fmt.Fprintf(b, `<path stroke="%s" stroke-width="%d" d="`, k.colour, width)
		for _, r := range s.flat[k].rects[""] {
			fmt.Fprintf(b, "M%d %dh%d", r.x, r.y, r.w)
		}
		for _, r := range stacked(s.tall[k].rects[""]) {
			fmt.Fprintf(b, "M%d %dv%d", r.x, r.y, r.h)
		}
		for _, d := range s.round[k] {
			b.WriteString(d)
		}
		b.WriteString("\"/>\n")
	}
	b.WriteString("</g>\n")
}
