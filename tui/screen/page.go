// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import (
	"image"
	"strings"
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

// Layer shows the page in an area, scrolled to the focus.
func (p *Page) Layer(id string, area image.Rectangle) Layer {
	top := p.Top(area.Dy())
	lines := p.Lines[top:min(len(p.Lines), top+area.Dy())]
	return Layer{ID: id, Area: area, Text: strings.Join(lines, "\n")}
}
