// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"math"

	"insignia/render/outline"
)

// kindOf op.
type opKind uint8

const (
	fill opKind = iota
	layer
	endLayer
	clip
	endClip
)

// op is one step of drawing.
type op struct {
	kind  opKind
	alpha float64
	area  area   // to fill
	paint *paint // with which
	clip  []area // outside of which nothing shows
}

// area is what polygons on the canvas cover.
type area struct {
	polys   [][]outline.Pt
	evenOdd bool
	box     box
	length  float64 // of the lines, on the canvas
}

// farOut is how far beside the canvas a point may lie.
const farOut = 16 * canvas

// area brings polygons onto the canvas; false where there is nothing to see.
func (d *drawing) area(polys [][]outline.Pt, m outline.Affine, evenOdd bool) (area, bool) {
	a := area{evenOdd: evenOdd, box: nowhere}
	for _, poly := range polys {
		if len(poly) < 3 {
			continue
		}
		out := make([]outline.Pt, len(poly))
		for i, q := range poly {
			q = m.Apply(q)
			if math.IsNaN(q.X) || math.IsNaN(q.Y) {
				return a, false
			}
			q.X, q.Y = max(-farOut, min(farOut, q.X)), max(-farOut, min(farOut, q.Y))
			out[i] = q
			a.box = a.box.with(q.X, q.Y)
		}
		a.length += lengthOf(out)
		a.polys = append(a.polys, out)
	}
	return a, a.polys != nil && !a.box.empty()
}

// lengthOf is how far a polygon's sides go, across and down, on the canvas:
// what they cost to draw.
func lengthOf(poly []outline.Pt) float64 {
	sum, last := 0.0, poly[len(poly)-1]
	for _, q := range poly {
		sum += min(canvas, math.Abs(q.X-last.X)) + min(canvas, math.Abs(q.Y-last.Y))
		last = q
	}
	return sum
}

// scale is how much larger things are on the canvas, about.
func scale(m outline.Affine) float64 { return math.Sqrt(math.Abs(m.A*m.D - m.B*m.C)) }

// figure lays out one shape: its inside, then its line.
func (d *drawing) figure(n *node, m outline.Affine, s style) {
	p := d.shape(n)
	k := scale(m)
	if len(p) == 0 || k == 0 || s.opacity == 0 || math.IsNaN(k) || math.IsInf(k, 0) {
		return
	}
	if len(p) > maxSteps {
		d.heavy = true
		return
	}
	tol := tolerance / k
	if !s.stroke.none { // a wide line goes farther round a curve than its middle
		tol /= max(1, min(8, s.width*k/16))
	}
	lines := flatten(p, tol, &d.points)
	if d.points < 0 {
		d.heavy = true
		return
	}
	own := extent(lines)
	inside, outside := d.paintOf(s.fill, s.fillShare, own, m), d.paintOf(s.stroke, s.strokeShare, own, m)
	if s.width == 0 {
		outside = nil
	}
	within := d.within
	clipped := d.clip(s.clip, m, &own, 0)
	before, alpha := len(d.ops), s.opacity
	if s.opacity < 1 && inside != nil && outside != nil {
		d.ops = append(d.ops, op{kind: layer, alpha: s.opacity})
		alpha = 1
	}
	if inside != nil {
		d.fill(polygons(lines), m, s.evenOdd, inside, alpha)
	}
	if outside != nil {
		d.fill(d.stroke(lines, s, k), m, false, outside, alpha)
	}
	if alpha != s.opacity {
		d.ops = append(d.ops, op{kind: endLayer})
	}
	if clipped {
		d.unclip(within)
	}
	if len(d.ops)-before > 0 {
		d.figures++
	}
}

func polygons(lines []polyline) [][]outline.Pt {
	out := make([][]outline.Pt, len(lines))
	for i := range lines {
		out[i] = lines[i].pts
	}
	return out
}

func (d *drawing) fill(polys [][]outline.Pt, m outline.Affine, evenOdd bool, p *paint, alpha float64) {
	a, ok := d.area(polys, m, evenOdd)
	if !ok {
		return
	}
	d.ops = append(d.ops, op{kind: fill, alpha: alpha, area: a, paint: p})
	d.box = d.box.and(a.box)
	// What costs too much on the smallest square need not be laid out to its end.
	k := float64(sides[len(sides)-1]) / canvas
	if b := a.box.meet(d.within); !b.empty() {
		d.least += (b.x1 - b.x0) * (b.y1 - b.y0) * k * k
	}
	d.heavy = d.heavy || d.sized && d.least > maxWork
}

// stroke is the outline of a figure's line, in the figure's own units.
func (d *drawing) stroke(lines []polyline, s style, k float64) [][]outline.Pt {
	st := stroker{half: s.width / 2, join: s.join, cap: s.cap, miter: s.miter, tol: tolerance / k, left: d.points}
	for _, l := range lines {
		parts := []polyline{l}
		if len(s.dash) > 0 {
			parts = dashed(l, s.dash, s.dashFrom)
		}
		for _, part := range parts {
			if st.line(part); st.left < 0 {
				d.heavy = true
				return nil
			}
		}
	}
	d.points = st.left
	return st.out
}

// extent is the box of a figure in its own units.
func extent(lines []polyline) box {
	b := nowhere
	for _, l := range lines {
		for _, q := range l.pts {
			b = b.with(q.X, q.Y)
		}
	}
	return b
}

// clip begins a clip, if there is such; own is the box of what it cuts, nil
// where that is not known.
func (d *drawing) clip(id string, m outline.Affine, own *box, depth int) bool {
	if id == "" {
		return false
	}
	n := d.byID[id]
	if n == nil || n.name != "clipPath" || depth > 4 {
		d.left["clipPath"] = true
		return false
	}
	if n.attr["clipPathUnits"] == "objectBoundingBox" {
		if own == nil || own.empty() {
			d.left["clipPath"] = true
			return false
		}
		m = times(m, outline.Affine{A: own.x1 - own.x0, D: own.y1 - own.y0, E: own.x0, F: own.y0})
	}
	s := d.styled(initial(), n)
	m, ok := d.moved(n, m)
	if !ok {
		return false
	}
	o := op{kind: clip}
	for _, kid := range n.kids {
		d.cut(&o, kid, m, s, true)
	}
	d.cutTo(o)
	return true
}

// cutTo begins a clip, and unclip ends the last one, where it was within that
// box before.
func (d *drawing) cutTo(o op) {
	b := nowhere
	for i := range o.clip {
		b = b.and(o.clip[i].box)
	}
	d.within = d.within.meet(b)
	d.ops = append(d.ops, o)
}

func (d *drawing) unclip(within box) {
	d.within = within
	d.ops = append(d.ops, op{kind: endClip})
}

// cut adds one element of a clip.
func (d *drawing) cut(o *op, n *node, m outline.Affine, up style, uses bool) {
	if d.elements++; d.elements > maxElements || d.points < 0 {
		d.heavy = true
		return
	}
	s := d.styled(up, n)
	m, ok := d.moved(n, m)
	if !ok || s.gone || s.hidden {
		return
	}
	if n.name == "use" && uses {
		if of := d.byID[ref(n.attr["href"])]; of != nil {
			x, _ := length(n.attr["x"], d.view.w)
			y, _ := length(n.attr["y"], d.view.h)
			d.cut(o, of, times(m, outline.Place(1, x, y)), s, false)
		}
		return
	}
	p := d.shape(n)
	k := scale(m)
	if len(p) == 0 || len(p) > maxSteps || !(k > 0) || math.IsInf(k, 0) {
		d.heavy = d.heavy || len(p) > maxSteps
		return
	}
	if a, ok := d.area(polygons(flatten(p, tolerance/k, &d.points)), m, s.clipEvenOdd); ok {
		o.clip = append(o.clip, a)
	}
}
