// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"insignia/render/outline"
)

// SVG returns the scene as a self-contained SVG: letters are outlines, there
// are no references outside and no scripts.
func (s Scene) SVG() []byte {
	b := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000" width="1000" height="1000" role="img">` + "\n")
	if t := plain(s.Title); t != "" {
		b = fmt.Appendf(b, "<title>%s</title>\n", escape.Replace(t))
	}
	if t := plain(s.Desc); t != "" {
		b = fmt.Appendf(b, "<desc>%s</desc>\n", escape.Replace(t))
	}
	for i, it := range s.Items {
		fill := hex(it.Paint.From)
		if p := it.Paint; !p.Flat() {
			b = fmt.Appendf(b, `<linearGradient id="g%d" gradientUnits="userSpaceOnUse" x1="%s" y1="%s" x2="%s" y2="%s">`,
				i, num(p.P.X), num(p.P.Y), num(p.Q.X), num(p.Q.Y))
			b = fmt.Appendf(b, `<stop stop-color="%s"/><stop offset="1" stop-color="%s"/></linearGradient>`+"\n", hex(p.From), hex(p.To))
			fill = "url(#g" + strconv.Itoa(i) + ")"
		}
		b = fmt.Appendf(b, `<path fill="%s" d="`, fill)
		b = data(b, it.Path)
		b = append(b, "\"/>\n"...)
	}
	return append(b, "</svg>\n"...)
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// data writes a path as SVG path data, to a hundredth of a unit.
func data(b []byte, p outline.Path) []byte {
	for i := range p {
		b = append(b, "MLQCZ"[p[i].Op])
		for j, q := range p[i].Points() {
			if j > 0 {
				b = append(b, ' ')
			}
			b = append(b, num(q.X)...)
			b = append(b, ' ')
			b = append(b, num(q.Y)...)
		}
	}
	return b
}

func num(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}
