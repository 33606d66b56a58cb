// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package present

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"insignia/render/letters"
)

// face is how a text is set: in large letters, or in the terminal's own.
type face struct {
	size   letters.Size // 0 for the terminal's own
	widths ansi.Method
	pitch  int // rows from line to line
	gap    int // rows more between two items
}

// What decides between large letters and the terminal's own. A terminal of few
// rows, which a projector shows large, is read as it is; one of many needs the
// large ones, even if they take more pages (a letter should be a thirtieth to
// a fiftieth of the picture's height).
const (
	largeFrom = 34 // columns: with fewer no word fits
	needsFrom = 36 // rows for the text
	couldFrom = 26 // rows from which two pages in large letters beat a small one
	measure   = 58 // characters in a line that the eye does not lose
	airFrom   = 10 // rows from which lines stand apart
)

func large(z letters.Size) face { return face{size: z, pitch: z.Rows(), gap: z.Rows() / 3} }

func plain(widths ansi.Method, h int) face {
	if h < airFrom {
		return face{widths: widths, pitch: 1}
	}
	return face{widths: widths, pitch: 2, gap: 1}
}

func (f face) wrap(s string, w int) []string {
	if f.size > 0 {
		return f.size.Wrap(s, w)
	}
	var out []string
	for l := range strings.Lines(s) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, strings.Split(f.widths.Wrap(l, max(1, w), ""), "\n")...)
		}
	}
	for i := range out {
		out[i] = strings.TrimRight(out[i], " ")
	}
	return out
}

func (f face) width(s string) int {
	if f.size > 0 {
		return f.size.Width(s)
	}
	return f.widths.StringWidth(s)
}

// draw is a line's rows, without the air below it.
func (f face) draw(s string) []string {
	if f.size > 0 {
		return f.size.Draw(s)
	}
	return []string{s}
}

// tall is how high n lines are, in items of which there are so many.
func (f face) tall(n, items int) int {
	h := (n-1)*f.pitch + f.gap*max(0, items-1)
	if f.size > 0 {
		return h + f.pitch
	}
	return h + 1
}

// fits reports whether the items stand in w by h cells, no word broken.
func (f face) fits(items []string, w, h int) bool {
	n := 0
	for _, s := range items {
		if f.breaks(s, w) {
			return false
		}
		n += len(f.wrap(s, w))
	}
	return f.tall(n, len(items)) <= h
}

func (f face) breaks(s string, w int) bool {
	return slices.ContainsFunc(strings.Fields(s), func(word string) bool { return f.width(word) > w })
}

// choose is the face for pages of w by h cells: the largest one in which each
// of them has its page, in lines of most rows or of the least there are, or
// else one that can be read.
func choose(widths ansi.Method, pages [][]string, w, h, most int) face {
	small := plain(widths, h)
	can := w >= largeFrom
	for _, items := range pages {
		can = can && !slices.ContainsFunc(items, func(s string) bool { return !letters.Can(s) })
	}
	if !can {
		return small
	}
	most = max(most, letters.Least.Rows())
	for _, z := range letters.Sizes(letters.Size(most)) {
		f := large(z)
		if f.pitch <= most && !slices.ContainsFunc(pages, func(items []string) bool { return !f.fits(items, w, h) }) {
			return f
		}
	}
	f := large(letters.Least)
	if h < couldFrom || h < needsFrom && slices.ContainsFunc(pages, func(items []string) bool { return len(f.set(items, w, h)) > 2 }) || slices.ContainsFunc(pages, func(items []string) bool {
		return slices.ContainsFunc(items, func(s string) bool { return f.breaks(s, w) })
	}) {
		return small
	}
	return f
}

// block is text that was set.
type block struct {
	face  face
	lines []line
	w, h  int
}

type line struct {
	y    int
	text string
}

// set puts items into as many blocks of at most w by h cells as they need.
// What fits one stands in lines of about equal length; a long text is shared
// out evenly.
func (f face) set(items []string, w, h int) []block {
	if f.size == 0 {
		w = min(w, measure)
	}
	if f.fits(items, w, h) {
		w = f.narrow(items, w)
	}
	var out []block
	var b block
	y := 0
	put := func(lines []string) {
		if len(b.lines) > 0 {
			y += f.gap
		}
		for _, l := range lines {
			b.lines = append(b.lines, line{y, l})
			b.w, b.h = max(b.w, f.width(l)), y+f.tall(1, 1)
			y += f.pitch
		}
	}
	end := func() {
		if len(b.lines) > 0 {
			b.face = f
			out = append(out, b)
		}
		b, y = block{}, 0
	}
	per := max(1, (h-f.tall(1, 1))/f.pitch+1)
	for _, s := range items {
		lines := f.wrap(s, w)
		if room := y + f.gap + f.tall(len(lines), 1); len(b.lines) > 0 && room > h {
			end()
		}
		if n := (len(lines) + per - 1) / per; n > 1 {
			even := (len(lines) + n - 1) / n
			for part := range slices.Chunk(lines, even) {
				end()
				put(part)
			}
			continue
		}
		put(lines)
	}
	end()
	return out
}

// narrow is the least width in which the items take no more lines.
func (f face) narrow(items []string, w int) int {
	count := func(w int) int {
		n := 0
		for _, s := range items {
			n += len(f.wrap(s, w))
		}
		return n
	}
	n, least := count(w), 1
	for _, s := range items {
		for _, word := range strings.Fields(s) {
			least = max(least, f.width(word))
		}
	}
	for lo := min(least, w); lo < w; {
		mid := (lo + w) / 2
		if count(mid) <= n {
			w = mid
		} else {
			lo = mid + 1
		}
	}
	return w
}
