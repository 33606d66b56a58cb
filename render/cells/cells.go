// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package cells turns pictures into lines of terminal text, two to six
// dots a cell. It knows block characters and colour escapes; it knows no terminal
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
// wide, without a newline at the end. The picture keeps its proportions, in
// cells twice as high as wide, and stands in the middle. Where it is
// transparent, the terminal's own ground shows. Every line ends without
// colours.
func Render(img *image.RGBA, cols, rows int, s Style) string {
	if cols <= 0 || rows <= 0 {
		return ""
	}
	p := printers.Get().(*printer)
	defer printers.Put(p)
	p.parts = &partings[s.Blocks]
	p.scale(img, cols, rows, mean)
	if s.Ink == Sixteen {
		p.number()
	}
	return p.print(s.Ink)
}

// Preview draws a scene with cols by rows cells, as Render does.
func Preview(sc render.Scene, cols, rows int, s Style) string {
	if cols <= 0 || rows <= 0 {
		return ""
	}
	p := printers.Get().(*printer)
	defer printers.Put(p)
	p.parts = &partings[s.Blocks]
	side := finer * p.across * min(cols, 2*rows)
	if s.Ink == Sixteen && s.Blocks == Halves {
		side *= 2 // so that most dots have pixels that are no edge
	}
	if cap(p.canvas.Pix) < 4*side*side {
		p.canvas.Pix = make([]byte, 4*side*side)
	}
	p.canvas = image.RGBA{Pix: p.canvas.Pix[:4*side*side], Stride: 4 * side, Rect: image.Rect(0, 0, side, side)}
	if s.Ink != TrueColour {
		// Few colours would break a gradient into patches that mean nothing.
		p.items = append(p.items[:0], sc.Items...)
		for i := range p.items {
			p.items[i].Paint = p.items[i].Paint.Even()
		}
		sc.Items = p.items
	}
	p.raster.Draw(&p.canvas, sc)
	of := mean
	if s.Ink == Sixteen {
		p.shades()
		of = p.vote
	}
	p.scale(&p.canvas, cols, rows, of)
	return p.print(s.Ink)
}

// finer is how much finer than its dots a scene is drawn. Edges are exact
// at any size; the finer grid is there to blend them in linear light.
const finer = 2

// printer keeps what one picture needs for the next.
type printer struct {
	*parts
	raster render.Rasterizer
	canvas image.RGBA
	items  []render.Item // each in one colour
	own    []shade       // their colours, for Sixteen
	votes  []int         // a shade
	dots   []dot         // w by h
	w, h   int
	on     []bool              // of Mono
	sums   [1 << most][3]int32 // of the dots of a cell, by which they are; the first stays nothing
	out    []byte
}

// dot is what a cell is parted into. Without on, the ground shows.
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
	for y := 0; y < p.h; y += p.down {
		if y > 0 {
			p.out = append(p.out, '\n')
		}
		switch ink {
		case Mono:
			p.shape(y)
		case Sixteen:
			p.colour(y, frequent, func(d dot) bool { return d.on && d.r >= bright }, sixteen)
		default:
			p.colour(y, p.alike, func(dot) bool { return false }, truecolour)
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

// shape writes the line whose first dots are in row y, without colour.
func (p *printer) shape(y int) {
	for x := 0; x < p.w; x += p.across {
		set := 0
		for i := range p.across * p.down {
			if p.on[(y+i/p.across)*p.w+x+i%p.across] {
				set |= 1 << i
			}
		}
		p.out = append(p.out, p.signs[set]...)
	}
}

// colour writes the line whose first dots are in row y. By parts a cell of many
// colours. A pen writes a dot's colour as SGR parameters, for the ground (+10)
// or the letter; a change is written only where there is one. What is pale for a
// ground is drawn as a letter where it can be.
func (p *printer) colour(y int, by func([]dot, int) split, pale func(dot) bool, pen func(b []byte, d dot, ground int) []byte) {
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
	var cell [most]dot
	n := p.across * p.down
	all := 1<<n - 1
	for x := 0; x < p.w; x += p.across {
		for i := range n {
			cell[i] = p.dots[(y+i/p.across)*p.w+x+i%p.across]
		}
		s := parted(cell[:n], by)
		switch {
		case s.letter == s.ground && pale(s.letter):
			set(s.letter, &fg, 0)
			p.out = append(p.out, p.signs[all]...)
			continue
		case s.letter == s.ground: // all, or nothing
			set(s.ground, &bg, 10)
			p.out = append(p.out, ' ')
			continue
		case s.ground.on && pale(s.ground) && !pale(s.letter):
			s = split{s.ground, s.letter, all &^ s.set}
		}
		set(s.ground, &bg, 10)
		set(s.letter, &fg, 0)
		p.out = append(p.out, p.signs[s.set]...)
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
