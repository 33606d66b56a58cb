// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package letters writes text large: in half blocks, several rows of terminal
// cells high, for a room that reads it from the back. It knows how to fit
// outlines to a few dots so that strokes stay even and open; it knows no
// colour, no page, and nothing of what is said. Latin, Greek and Cyrillic,
// as the Go fonts have them.
package letters

import (
	"math"
	"strings"
	"sync"
	"unicode"

	"insignia/render"
)

// Size is the height of an x in dots, a dot being half a cell. Five is the
// least in which an e is one.
type Size int

// Least and Most bound the sizes: with less, letters run into each other;
// more than Most no terminal holds.
const (
	Least Size = 5
	Most  Size = 120
)

// Sizes are those that come out well, from the largest that is no larger than
// most. Six is none of them: its strokes are neither one dot nor two.
func Sizes(most Size) []Size {
	var out []Size
	for z := min(most, Most); z >= Least; z-- {
		if z != 6 {
			out = append(out, z)
		}
	}
	return out
}

// bolder is from which size on there is room for Go Bold; below, its diagonals
// would close.
const bolder = 7

func (z Size) weight() render.Weight {
	if z < bolder {
		return render.Regular
	}
	return render.Bold
}

// rise is how many dots are above the baseline, accents on capitals included.
func (z Size) rise() int { return int(math.Round(capHeight*z.scale())) + 1 + z.accent() }

// fall is how many are below it.
func (z Size) fall() int { return int(math.Round(descender * z.scale())) }

// accent is how high one is that is no flat line.
func (z Size) accent() int { return max(2, int(math.Round(0.155*z.scale()))) }

// Rows is how many rows of cells a line takes, with the air between lines.
func (z Size) Rows() int { return (z.rise() + z.fall() + 1) / 2 }

// Can reports whether every character of s has a letter here. Combining marks,
// emoji and the scripts the font lacks have none: such a text is better off
// in the terminal's own letters.
func Can(s string) bool {
	for _, r := range s {
		if unicode.IsSpace(r) {
			continue
		}
		if _, _, ok := render.Glyph(render.Bold, r); !ok || unicode.IsMark(r) || unicode.IsControl(r) {
			return false
		}
	}
	return true
}

// Width is how many cells wide the line s is.
func (z Size) Width(s string) int {
	_, w := z.set(s)
	return w
}

// Wrap breaks s into lines of at most cols cells, between words where that is
// possible. Lines of s stay apart.
func (z Size) Wrap(s string, cols int) []string {
	var out []string
	for line := range strings.Lines(s) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		line := ""
		for _, w := range words {
			if next := strings.TrimSpace(line + " " + w); z.Width(next) <= cols {
				line = next
				continue
			}
			if line != "" {
				out = append(out, line)
			}
			for line = w; z.Width(line) > cols; {
				n := z.fit(line, cols)
				out = append(out, line[:n])
				line = line[n:]
			}
		}
		out = append(out, line)
	}
	return out
}

// fit is how many bytes of s go into cols cells, at least one letter.
func (z Size) fit(s string, cols int) int {
	n := 0
	for i, r := range s {
		end := i + len(string(r))
		if n > 0 && z.Width(s[:end]) > cols {
			break
		}
		n = end
	}
	return n
}

// Draw writes the line s with Rows lines of blocks, each Width cells wide.
func (z Size) Draw(s string) []string {
	placed, w := z.set(s)
	h := 2 * z.Rows()
	dots := make([]bool, w*h)
	for _, p := range placed {
		for y := range p.h {
			row := z.rise() + p.top + y
			if row < 0 || row >= h {
				continue
			}
			for x := range p.w {
				if p.bits[y*p.w+x] {
					dots[row*w+p.x+x] = true
				}
			}
		}
	}
	out := make([]string, 0, h/2)
	for y := 0; y < h; y += 2 {
		out = append(out, blocks(dots[y*w:][:w], dots[(y+1)*w:][:w]))
	}
	return out
}

// blocks writes two rows of dots.
func blocks(top, low []bool) string {
	var b strings.Builder
	for x := range top {
		switch {
		case top[x] && low[x]:
			b.WriteString("█")
		case top[x]:
			b.WriteString("▀")
		case low[x]:
			b.WriteString("▄")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// placed is a glyph in its line.
type placed struct {
	*glyph
	x int
}

// set puts the letters of s beside each other: the white between two is what
// their outlines ask for, and at least a dot.
func (z Size) set(s string) (out []placed, width int) {
	white := 0.0
	for _, r := range s {
		if unicode.IsSpace(r) {
			r = ' '
		}
		g := z.glyph(r)
		if g.w == 0 {
			white += g.left + g.right
			continue
		}
		if len(out) > 0 {
			width += max(1, int(math.Round(white+g.left)))
		}
		out = append(out, placed{g, width})
		width += g.w
		white = g.right
	}
	return out, width
}

// glyphs keeps the letters that were made.
var glyphs struct {
	sync.Mutex
	kept map[key]*glyph
}

type key struct {
	size Size
	r    rune
}

// kept is how many letters are kept at most, a megabyte or two: a text of
// every character at every size must not fill the memory.
const kept = 4096

func (z Size) glyph(r rune) *glyph {
	glyphs.Lock()
	defer glyphs.Unlock()
	k := key{z, r}
	if g, ok := glyphs.kept[k]; ok {
		return g
	}
	g := z.make(r)
	if glyphs.kept == nil || len(glyphs.kept) >= kept {
		glyphs.kept = map[key]*glyph{}
	}
	glyphs.kept[k] = &g
	return &g
}
