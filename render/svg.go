// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"fmt"
	"image/color"
	"math"
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
	for i := range s.Items {
		b = s.Items[i].svg(b, strconv.Itoa(i))
	}
	return append(b, "</svg>\n"...)
}

// svg writes an item. Its number makes the names of its gradient and its clip.
func (it *Item) svg(b []byte, n string) []byte {
	clip := ""
	if it.Clip != nil {
		clip = ` clip-path="url(#c` + n + `)"`
		b = fmt.Appendf(b, `<clipPath id="c%s"><path d="`, n)
		b = append(data(b, it.Clip), "\"/></clipPath>\n"...)
	}
	if m := it.Bitmap; m != nil {
		b = fmt.Appendf(b, `<image x="%g" y="%g" width="%g" height="%g" preserveAspectRatio="none"%s href="data:image/png;base64,%s"/>`+"\n",
			m.Box.X0, m.Box.Y0, m.Box.X1-m.Box.X0, m.Box.Y1-m.Box.Y0, clip, m.PNG)
		return b
	}
	fill := hex(it.Paint.From)
	if p := it.Paint; !p.Flat() {
		kind := "linear"
		if p.Radial {
			kind = "radial"
			b = fmt.Appendf(b, `<radialGradient id="g%s" gradientUnits="userSpaceOnUse" cx="%g" cy="%g" r="%g">`,
				n, p.P.X, p.P.Y, math.Hypot(p.Q.X-p.P.X, p.Q.Y-p.P.Y))
		} else {
			b = fmt.Appendf(b, `<linearGradient id="g%s" gradientUnits="userSpaceOnUse" x1="%g" y1="%g" x2="%g" y2="%g">`,
				n, p.P.X, p.P.Y, p.Q.X, p.Q.Y)
		}
		b = fmt.Appendf(b, `<stop stop-color="%s"/><stop offset="1" stop-color="%s"/></%sGradient>`+"\n", hex(p.From), hex(p.To), kind)
		fill = "url(#g" + n + ")"
	}
	b = fmt.Appendf(b, `<path fill="%s"%s d="`, fill, clip)
	b = data(b, it.Path)
	return append(b, "\"/>\n"...)
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
			b = append(num(b, q.X), ' ')
			b = num(b, q.Y)
		}
	}
	return b
}

// num writes v with at most two digits after the point.
func num(b []byte, v float64) []byte {
	v = math.Round(v * 100)
	if v == 0 {
		return append(b, '0') // never -0
	}
	return strconv.AppendFloat(b, v/100, 'f', -1, 64)
}
