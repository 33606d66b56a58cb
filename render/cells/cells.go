// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package cells turns pictures into lines of terminal text, two pixels a
// cell. It knows block characters and colour escapes; it knows no terminal
// and no Bubble Tea, and leaves to its caller what a terminal can show.
package cells

import (
	"image"
	"strconv"
	"sync"

	"insignia/render"
)

// Ink is what the text may use.
type Ink uint8

const (
	// TrueColour uses 24-bit colours; a program may take them down to 256.
	TrueColour Ink = iota
	// Sixteen uses the sixteen colours every terminal has.
	Sixteen
	// Mono uses no colour: the figure is in the blocks alone.
	Mono
)

// Render draws img with cols by rows cells, in lines that are cols cells
// wide, without a newline at the end. A pixel of the result is as wide as
// high; the picture keeps its proportions and stands in the middle. Where it
// is transparent, the terminal's own ground shows. Every line ends without
// colours.
func Render(img *image.RGBA, cols, rows int, ink Ink) string {
	if cols <= 0 || rows <= 0 {
		return ""
	}
	p := printers.Get().(*printer)
	defer printers.Put(p)
	p.scale(img, cols, 2*rows, mean)
	if ink == Sixteen {
		p.number()
	}
	return p.print(ink)
}

// Preview draws a scene with cols by rows cells, as Render does.
func Preview(s render.Scene, cols, rows int, ink Ink) string {
	if cols <= 0 || rows <= 0 {
		return ""
	}
	p := printers.Get().(*printer)
	defer printers.Put(p)
	side := finer * min(cols, 2*rows)
	if ink == Sixteen {
		side *= 2 // so that most dots have pixels that are no edge
	}
	if cap(p.canvas.Pix) < 4*side*side {
		p.canvas.Pix = make([]byte, 4*side*side)
	}
	p.canvas = image.RGBA{Pix: p.canvas.Pix[:4*side*side], Stride: 4 * side, Rect: image.Rect(0, 0, side, side)}
	if ink != TrueColour {
		// Few colours would break a gradient into patches that mean nothing.
		p.items = append(p.items[:0], s.Items...)
		for i := range p.items {
			p.items[i].Paint = p.items[i].Paint.Even()
		}
		s.Items = p.items
	}
	p.raster.Draw(&p.canvas, s)
	of := mean
	if ink == Sixteen {
		p.shades()
		of = p.vote
	}
	p.scale(&p.canvas, cols, 2*rows, of)
	return p.print(ink)
}

// finer is how much finer than its cells a scene is drawn. Edges are exact
// at any size; the finer grid is there to blend them in linear light.
const finer = 2

// printer keeps what one picture needs for the next.
type printer struct {
	raster render.Rasterizer
	canvas image.RGBA
	items  []render.Item // each in one colour
	own    []shade       // their colours, for Sixteen
	votes  []int         // a shade
	dots   []dot         // w by h
	w, h   int
	on     []bool // of Mono
	out    []byte
}

// dot is half a cell. Without on, the ground shows.
type dot struct {
	r, g, b uint8
	on      bool
}

var printers = sync.Pool{New: func() any { return new(printer) }}

// print writes the dots as lines.
func (p *printer) print(ink Ink) string {
	p.out = p.out[:0]
	switch ink {
	case Mono:
		p.ponder()
	case TrueColour:
		p.even()
	}
	for y := 0; y < p.h; y += 2 {
		if y > 0 {
			p.out = append(p.out, '\n')
		}
		top, low := p.dots[y*p.w:][:p.w], p.dots[(y+1)*p.w:][:p.w]
		switch ink {
		case Mono:
			for x := range top {
				p.out = append(p.out, block(p.on[y*p.w+x], p.on[(y+1)*p.w+x])...)
			}
		case Sixteen:
			p.colour(top, low, func(d dot) bool { return d.on && d.r >= bright }, sixteen)
		default:
			p.colour(top, low, func(dot) bool { return false }, truecolour)
		}
	}
	return string(p.out)
}

// even takes each colour to the nearest of 64 steps a channel. In dots the size
// of half a cell nobody sees a step, but a gradient's neighbours become equal,
// and what a terminal program writes for each key becomes half as long.
func (p *printer) even() {
	for i := range p.dots {
		d := &p.dots[i]
		d.r, d.g, d.b = step(d.r), step(d.g), step(d.b)
	}
}

// step keeps black and white as they are.
func step(v uint8) uint8 {
	if v >= 254 {
		return 255
	}
	return (v + 2) &^ 3
}

func block(top, low bool) string {
	switch {
	case top && low:
		return "█"
	case top:
		return "▀"
	case low:
		return "▄"
	}
	return " "
}

// colour writes one line. A pen writes a dot's colour as SGR parameters, for
// the ground (+10) or the letter; a change is written only where there is one.
// What is pale for a ground is drawn as a letter where it can be.
func (p *printer) colour(top, low []dot, pale func(dot) bool, pen func(b []byte, d dot, ground int) []byte) {
	var fg, bg dot
	set := func(d dot, have *dot, ground int) {
		if d == *have {
			return
		}
		*have = d
		p.out = append(p.out, "\x1b["...)
		if d.on {
			p.out = pen(p.out, d, ground)
		} else {
			p.out = strconv.AppendInt(p.out, int64(39+ground), 10)
		}
		p.out = append(p.out, 'm')
	}
	for x := range top {
		t, l := top[x], low[x]
		switch {
		case t == l && pale(t):
			set(t, &fg, 0)
			p.out = append(p.out, "█"...)
		case t == l: // both, or neither
			set(t, &bg, 10)
			p.out = append(p.out, ' ')
		case !t.on:
			set(dot{}, &bg, 10)
			set(l, &fg, 0)
			p.out = append(p.out, "▄"...)
		case t.on && pale(l) && !pale(t):
			set(t, &bg, 10)
			set(l, &fg, 0)
			p.out = append(p.out, "▄"...)
		default:
			set(l, &bg, 10)
			set(t, &fg, 0)
			p.out = append(p.out, "▀"...)
		}
	}
	if fg.on || bg.on {
		p.out = append(p.out, "\x1b[m"...)
	}
}

func truecolour(b []byte, d dot, ground int) []byte {
	b = strconv.AppendInt(b, int64(38+ground), 10)
	b = append(b, ";2;"...)
	b = strconv.AppendInt(b, int64(d.r), 10)
	b = append(b, ';')
	b = strconv.AppendInt(b, int64(d.g), 10)
	b = append(b, ';')
	return strconv.AppendInt(b, int64(d.b), 10)
}
