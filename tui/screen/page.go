// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import (
	"image"
	"strings"

	"charm.land/lipgloss/v2"
)

// Page is a column of lines that may be longer than the screen. The lines From
// to To belong together and have the focus; Cursor is one of them.
type Page struct {
	Lines    []string
	From, To int
	Cursor   int
}

// Add appends lines, and says where the first of them stands.
func (p *Page) Add(lines ...string) int {
	n := len(p.Lines)
	p.Lines = append(p.Lines, lines...)
	return n
}

// Focus appends the lines that have the focus, the cursor on one of them.
func (p *Page) Focus(cursor int, lines ...string) {
	p.From = p.Add(lines...)
	p.To = len(p.Lines)
	p.Cursor = p.From + max(cursor, 0)
}

// Top is the first line to show in h lines: the very first as long as what has
// the focus fits below it, then so that all of that shows, then the cursor.
func (p *Page) Top(h int) int {
	switch {
	case p.To <= h:
		return 0
	case p.To-p.From <= h:
		return p.To - h
	}
	return max(p.From, min(p.Cursor-h/2, p.To-h))
}

// Layers shows the page in an area, scrolled to the focus. An arrow in the
// last column, in a style, says that there is more above or below.
func (p *Page) Layers(id string, area image.Rectangle, style lipgloss.Style) []Layer {
	top := p.Top(area.Dy())
	end := min(len(p.Lines), top+area.Dy())
	out := []Layer{{ID: id, Area: area, Text: strings.Join(p.Lines[top:end], "\n")}}
	arrow := func(y int, s string) {
		out = append(out, Layer{Area: image.Rect(area.Max.X-1, y, area.Max.X, y+1), Text: style.Render(s)})
	}
	if top > 0 {
		arrow(area.Min.Y, "↑")
	}
	if end < len(p.Lines) {
		arrow(area.Max.Y-1, "↓")
	}
	return out
}
