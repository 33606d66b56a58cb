// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package shot

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
)

// painter sorts cells into layers, back to front.
type painter struct {
	own         Options
	back, front fills
	lines       strokes
	words       texts
}

func (p *painter) cell(x, y int, c uv.Cell) {
	fg, bg := cmp.Or(hex(c.Style.Fg), p.own.Fg), cmp.Or(hex(c.Style.Bg), p.own.Bg)
	if c.Style.Attrs&uv.AttrReverse != 0 {
		fg, bg = bg, fg
	}
	if c.Style.Attrs&uv.AttrFaint != 0 {
		fg = mix(fg, bg, 0.5)
	}
	left, top := x*cellW, y*cellH
	if bg != p.own.Bg {
		p.back.add(bg, rect{left, top, cellW * c.Width, cellH})
	}
	if c.Style.Attrs&uv.AttrConceal != 0 {
		return
	}
	if c.Style.Underline != uv.UnderlineNone {
		p.front.add(fg, rect{left, top + underline, cellW * c.Width, rule})
	}
	if c.Style.Attrs&uv.AttrStrikethrough != 0 {
		p.front.add(fg, rect{left, top + cellH/2, cellW * c.Width, rule})
	}
	r, n := utf8.DecodeRuneInString(c.Content)
	if n == len(c.Content) {
		if shade := shadeOf(r); shade > 0 {
			p.front.add(mix(fg, bg, shade), rect{left, top, cellW, cellH})
			return
		}
		if parts, ok := blockOf(r); ok {
			for _, b := range parts {
				p.front.add(fg, rect{left + b.x, top + b.y, b.w, b.h})
			}
			return
		}
		if arms, ok := linesOf(r); ok {
			p.lines.add(fg, left, top, arms)
			return
		}
	}
	p.words.add(x, y, c.Width, c.Content, look{
		fill: fg, bold: c.Style.Attrs&uv.AttrBold != 0, italic: c.Style.Attrs&uv.AttrItalic != 0,
	})
}

// hex is "" for the terminal's own colour.
func hex(c color.Color) string {
	if c == nil {
		return ""
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// mix is share of a over b, both "#rrggbb".
func mix(a, b string, share float64) string {
	var x, y [3]uint8
	fmt.Sscanf(a, "#%02x%02x%02x", &x[0], &x[1], &x[2])
	fmt.Sscanf(b, "#%02x%02x%02x", &y[0], &y[1], &y[2])
	for i := range x {
		x[i] = uint8(math.Round(float64(x[i])*share + float64(y[i])*(1-share)))
	}
	return fmt.Sprintf("#%02x%02x%02x", x[0], x[1], x[2])
}
