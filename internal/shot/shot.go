// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package shot turns a terminal frame into an SVG picture for documents. It
// knows cells, colours and the characters that draw; it refuses to know the
// program that drew them, the disk, and any font: blocks and lines become
// shapes, so that a picture made of them looks the same everywhere.
package shot

import (
	"bytes"
	"cmp"
	"fmt"
	"image"

	uv "github.com/charmbracelet/ultraviolet"
)

// A cell is twice as high as wide, as terminals have it and half blocks expect.
// 24 by 48 units divide evenly by every part a block character has: halves,
// thirds and eighths. Monospace fonts advance 0.6 of their size.
const (
	cellW, cellH = 24, 48
	fontSize     = 40
	baseline     = 35 // of text, below a cell's top
	underline    = 40 // below a cell's top
	rule         = 3  // as thick as a light line
	pad          = 36 // around the screen, in a window
	bar          = 84 // a window's title bar
	shrink       = 3  // units a CSS pixel, at the picture's own size
)

// Options say how the picture is dressed. The zero value draws the bare
// screen, light on dark.
type Options struct {
	Fg, Bg string       // the terminal's own colours, "#rrggbb"
	Window bool         // a frame with three dots around the screen
	Title  string       // what the picture shows, for people who hear it; a window prints it
	Cursor *image.Point // the cell before which the terminal's cursor stands, a bar; nil for none
}

// SVG draws frame, a string with ANSI styles, on a screen of w by h cells. What
// does not fit is cut off, as a terminal would. The same frame gives the same bytes.
func SVG(frame string, w, h int, o Options) []byte {
	o.Fg, o.Bg = cmp.Or(o.Fg, "#d8d8d8"), cmp.Or(o.Bg, "#16161d")
	w, h = max(w, 1), max(h, 1)
	buf := uv.NewScreenBuffer(w, h)
	uv.NewStyledString(frame).Draw(buf, buf.Bounds())
	p := painter{own: o}
	for y := range h {
		for x := range w {
			if c := buf.CellAt(x, y); c != nil && c.Width > 0 {
				p.cell(x, y, *c)
			}
		}
		p.words.flush()
	}
	if at := o.Cursor; at != nil {
		p.front.add(o.Fg, rect{at.X * cellW, at.Y * cellH, rule, cellH})
	}
	var b bytes.Buffer
	o.open(&b, w*cellW, h*cellH)
	p.back.write(&b)
	p.front.write(&b)
	p.lines.write(&b)
	p.words.write(&b)
	b.WriteString("</g>\n</svg>\n")
	return b.Bytes()
}

// open writes everything up to the screen's own group.
func (o Options) open(b *bytes.Buffer, w, h int) {
	left, top := 0, 0
	outerW, outerH := w, h
	if o.Window {
		left, top = pad, bar
		outerW, outerH = w+2*pad, h+bar+pad
	}
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img"`,
		outerW/shrink, outerH/shrink, outerW, outerH)
	if o.Title != "" {
		fmt.Fprintf(b, ` aria-label="%s"`, escape(o.Title))
	}
	fmt.Fprintf(b, " font-family=\"'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace\" font-size=\"%d\">\n", fontSize)
	if o.Window {
		fmt.Fprintf(b, `<rect x="2" y="2" width="%d" height="%d" rx="28" fill="%s" stroke="%s" stroke-width="3"/>`+"\n",
			outerW-4, outerH-4, o.Bg, mix(o.Fg, o.Bg, 0.25))
		for i, dot := range []string{"#ec6a5e", "#f4bf4f", "#61c554"} {
			fmt.Fprintf(b, `<circle cx="%d" cy="%d" r="14" fill="%s"/>`+"\n", pad+18+i*48, bar/2, dot)
		}
		if o.Title != "" {
			fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="middle" fill="%s">%s</text>`+"\n",
				outerW/2, bar/2+14, mix(o.Fg, o.Bg, 0.6), escape(o.Title))
		}
	} else {
		fmt.Fprintf(b, `<path fill="%s" d="M0 0h%dv%dh-%dz"/>`+"\n", o.Bg, w, h, w)
	}
	fmt.Fprintf(b, `<g transform="translate(%d %d)">`+"\n", left, top)
}
