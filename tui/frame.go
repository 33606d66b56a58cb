// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"image"
	"image/color"
	"slices"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"insignia/tui/screen"
)

// frame puts layers together into the text of a screen. A frame is asked for
// after every key and a key changes a line or two, so a row whose pieces are
// those of the frame before keeps its text.
//
// Cells are counted as the renderer does. (lipgloss' canvas counts grapheme
// clusters always; Bubble Tea counts code points until the terminal reports
// mode 2027, and a line with an emoji would shift the pane beside it.)
type frame struct {
	w      int
	widths ansi.Method
	coat   coat
	rows   []row
	strip  uv.ScreenBuffer // one row
}

// coat is what every cell gets, whatever was drawn in it.
type coat struct {
	paper, print color.Color // where it has no colour of its own; nil for the terminal's
	console      bool        // no signs but those of the Linux console's font
}

// row is what stands on one line of the screen: pieces from the back to the
// front, and their text together.
type row struct {
	pieces, before []piece
	text           string
	cursor         int // its column, -1 for none
}

// piece is a line of a layer, in the columns x0 to x1.
type piece struct {
	x0, x1 int
	text   string
}

// draw composes layers, from the back to the front, on w × h cells. Each line
// of a layer's text must carry its own styles, as lipgloss writes them.
func (f *frame) draw(w, h int, widths ansi.Method, over coat, layers []screen.Layer) string {
	if f.w != w || len(f.rows) != h || f.widths != widths || f.coat != over {
		*f = frame{w: w, widths: widths, coat: over, rows: make([]row, h), strip: uv.NewScreenBuffer(w, 1)}
		f.strip.Method = widths
		for y := range f.rows {
			f.rows[y].text, f.rows[y].cursor = f.line(nil)
		}
	}
	for y := range f.rows {
		r := &f.rows[y]
		r.before, r.pieces = r.pieces, r.before[:0]
	}
	bounds := image.Rect(0, 0, w, h)
	for _, l := range layers {
		area := l.Area.Intersect(bounds)
		line, rest := "", l.Text
		for y := area.Min.Y; y < area.Max.Y; y++ {
			line, rest, _ = strings.Cut(rest, "\n")
			f.rows[y].pieces = append(f.rows[y].pieces, piece{area.Min.X, area.Max.X, line})
		}
	}
	var out strings.Builder
	for y := range f.rows {
		r := &f.rows[y]
		if !slices.Equal(r.pieces, r.before) {
			r.text, r.cursor = f.line(r.pieces)
		}
		if y > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(r.text)
	}
	return out.String()
}

// line is the text of one row of pieces, and the cursor's column in it.
func (f *frame) line(pieces []piece) (text string, cursor int) {
	f.strip.Clear()
	cursor = -1
	for _, p := range pieces {
		before, after, found := strings.Cut(p.text, screen.Cursor)
		if found {
			p.text = before + after
		}
		if found || cursor >= p.x0 && cursor < p.x1 && p.text != "" {
			cursor = -1 // covered
		}
		if x := p.x0 + f.widths.StringWidth(before); found && x < p.x1 {
			cursor = x
		}
		uv.NewStyledString(p.text).Draw(f.strip, image.Rect(p.x0, 0, p.x1, 1))
	}
	if f.coat != (coat{}) {
		f.cover()
	}
	return f.strip.Render(), cursor
}

// cover puts the coat over the strip.
func (f *frame) cover() {
	for x := range f.w {
		c := f.strip.CellAt(x, 0)
		if c == nil || c.Width == 0 {
			continue // the right half of a wide one
		}
		if f.coat.console {
			if sign, ok := consoleSigns[c.Content]; ok {
				c.Content = sign
			}
		}
		if c.Style.Bg == nil {
			c.Style.Bg = f.coat.paper
		}
		if c.Style.Fg == nil {
			c.Style.Fg = f.coat.print
		}
	}
}

// cursor is where the terminal's own cursor stands in the frame drawn last.
func (f *frame) cursor() (at image.Point, shown bool) {
	for y := range f.rows {
		if x := f.rows[y].cursor; x >= 0 {
			return image.Pt(x, y), true
		}
	}
	return image.Point{}, false
}
