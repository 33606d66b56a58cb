// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"math"

	"insignia/render/outline"
)

// shape is the figure that an element draws, nil for none. Percentages are of
// the viewport.
func (d *drawing) shape(n *node) outline.Path {
	w, h := d.view.w, d.view.h
	x := func(name string) float64 { v, _ := length(n.attr[name], w); return v }
	y := func(name string) float64 { v, _ := length(n.attr[name], h); return v }
	switch n.name {
	case "path":
		return pathData(n.attr["d"])
	case "rect":
		return rect(x("x"), y("y"), x("width"), y("height"), d.radius(n, "rx", w), d.radius(n, "ry", h))
	case "circle":
		r, _ := length(n.attr["r"], math.Hypot(w, h)/math.Sqrt2)
		return oval(x("cx"), y("cy"), r, r)
	case "ellipse":
		return oval(x("cx"), y("cy"), x("rx"), y("ry"))
	case "line":
		var p outline.Path
		p.Move(outline.Pt{X: x("x1"), Y: y("y1")})
		p.Line(outline.Pt{X: x("x2"), Y: y("y2")})
		return p
	case "polyline", "polygon":
		return corners(list(n.attr["points"], 2*maxSteps+2), n.name == "polygon")
	}
	return nil
}

// radius is a rounded corner's, below 0 where nothing is said of it.
func (d *drawing) radius(n *node, name string, of float64) float64 {
	if v, ok := length(n.attr[name], of); ok && v >= 0 {
		return v
	}
	return -1
}

func rect(x, y, w, h, rx, ry float64) (p outline.Path) {
	if w <= 0 || h <= 0 {
		return nil
	}
	if rx < 0 {
		rx = max(ry, 0)
	}
	if ry < 0 {
		ry = rx
	}
	rx, ry = min(rx, w/2), min(ry, h/2)
	if rx == 0 || ry == 0 {
		p.Move(outline.Pt{X: x, Y: y})
		p.Line(outline.Pt{X: x + w, Y: y})
		p.Line(outline.Pt{X: x + w, Y: y + h})
		p.Line(outline.Pt{X: x, Y: y + h})
		p.Close()
		return p
	}
	corner := func(cx, cy, from float64) {
		var arc outline.Path
		arc.Arc(outline.Pt{}, 1, from, from+math.Pi/2)
		p.Append(arc, outline.Affine{A: rx, D: ry, E: cx, F: cy})
	}
	p.Move(outline.Pt{X: x + rx, Y: y})
	p.Line(outline.Pt{X: x + w - rx, Y: y})
	corner(x+w-rx, y+ry, -math.Pi/2)
	p.Line(outline.Pt{X: x + w, Y: y + h - ry})
	corner(x+w-rx, y+h-ry, 0)
	p.Line(outline.Pt{X: x + rx, Y: y + h})
	corner(x+rx, y+h-ry, math.Pi/2)
	p.Line(outline.Pt{X: x, Y: y + ry})
	corner(x+rx, y+ry, math.Pi)
	p.Close()
	return p
}

func oval(cx, cy, rx, ry float64) outline.Path {
	if rx <= 0 || ry <= 0 {
		return nil
	}
	return outline.Circle(outline.Pt{}, 1).Transform(outline.Affine{A: rx, D: ry, E: cx, F: cy})
}

func corners(v []float64, closed bool) (p outline.Path) {
	for i := 0; i+1 < len(v); i += 2 {
		if q := (outline.Pt{X: v[i], Y: v[i+1]}); i == 0 {
			p.Move(q)
		} else {
			p.Line(q)
		}
	}
	if closed && p != nil {
		p.Close()
	}
	return p
}
