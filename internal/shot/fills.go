// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package shot

import (
	"bytes"
	"fmt"
)

// rect is a filled part of the screen, in units.
type rect struct{ x, y, w, h int }

// fills are rectangles by colour, in the order colours first appear.
type fills struct {
	order []string
	rects map[string][]rect
}

// add takes rectangles row by row, from left to right; one that goes on where
// the last of its colour ends becomes part of it.
func (f *fills) add(colour string, r rect) {
	if f.rects == nil {
		f.rects = map[string][]rect{}
	}
	have, known := f.rects[colour]
	if !known {
		f.order = append(f.order, colour)
	}
	if n := len(have); n > 0 {
		if l := &have[n-1]; l.y == r.y && l.h == r.h && l.x+l.w == r.x {
			l.w += r.w
			return
		}
	}
	f.rects[colour] = append(have, r)
}

// stacked joins rectangles that stand on one another with the same sides.
func stacked(in []rect) []rect {
	type foot struct{ x, w, y int }
	at := map[foot]int{}
	var out []rect
	for _, r := range in {
		i, ok := at[foot{r.x, r.w, r.y}]
		if ok {
			delete(at, foot{r.x, r.w, r.y})
			out[i].h += r.h
		} else {
			i = len(out)
			out = append(out, r)
		}
		at[foot{r.x, r.w, out[i].y + out[i].h}] = i
	}
	return out
}

// write draws one path a colour, without the soft edges that would show as
// seams between neighbours.
func (f *fills) write(b *bytes.Buffer) {
	if len(f.order) == 0 {
		return
	}
	b.WriteString(`<g shape-rendering="crispEdges">` + "\n")
	for _, c := range f.order {
		fmt.Fprintf(b, `<path fill="%s" d="`, c)
		for _, r := range stacked(f.rects[c]) {
			fmt.Fprintf(b, "M%d %dh%dv%dh-%dz", r.x, r.y, r.w, r.h, r.w)
		}
		b.WriteString("\"/>\n")
	}
	b.WriteString("</g>\n")
}

// blockOf gives the filled parts of a block character within its cell: halves
// and eighths, quadrants (U+2580 to U+259F) and sextants (U+1FB00 to U+1FB3B).
func blockOf(r rune) ([]rect, bool) {
	switch {
	case r == '▀':
		return []rect{{0, 0, cellW, cellH / 2}}, true
	case r >= '▁' && r <= '█': // from below, in eighths
		h := int(r-'▁'+1) * cellH / 8
		return []rect{{0, cellH - h, cellW, h}}, true
	case r >= '▉' && r <= '▏': // from the left, in eighths, shrinking
		return []rect{{0, 0, int('▏'-r+1) * cellW / 8, cellH}}, true
	case r == '▐':
		return []rect{{cellW / 2, 0, cellW / 2, cellH}}, true
	case r == '▔':
		return []rect{{0, 0, cellW, cellH / 8}}, true
	case r == '▕':
		return []rect{{cellW - cellW/8, 0, cellW / 8, cellH}}, true
	case r >= '▖' && r <= '▟':
		// A bit a quadrant: upper left, upper right, lower left, lower right.
		return tiles(int([]uint8{4, 8, 1, 13, 9, 7, 11, 2, 6, 14}[r-'▖']), 2), true
	case r >= 0x1fb00 && r <= 0x1fb3b:
		// Bits in reading order, 1 to 62; the two columns alone are ▌ and ▐,
		// which have places of their own and are left out of the count.
		n := int(r-0x1fb00) + 1
		if n >= 0b010101 {
			n++
		}
		if n >= 0b101010 {
			n++
		}
		return tiles(n, 3), true
	}
	return nil, false
}

// tiles are the set bits of a cell split into two columns and so many rows.
func tiles(bits, rows int) (out []rect) {
	h := cellH / rows
	for i := range 2 * rows {
		if bits>>i&1 == 1 {
			out = append(out, rect{i % 2 * cellW / 2, i / 2 * h, cellW / 2, h})
		}
	}
	return out
}

// shadeOf is how much of a cell ░, ▒ and ▓ fill; 0 for any other character.
func shadeOf(r rune) float64 {
	if r < '░' || r > '▓' {
		return 0
	}
	return float64(r-'░'+1) / 4
}
