// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"math"
	"strings"

	"insignia/render/outline"
)

// canvas is the side of the square that a drawing is laid out on: the pixels
// it is drawn with at most.
const canvas = 1024.0

// tolerance is how far, on the canvas, a curve may lie from the straight
// pieces it is drawn with.
const tolerance = 0.08

// viewport is what percentages are of.
type viewport struct{ w, h float64 }

func (v viewport) diagonal() float64 { return math.Hypot(v.w, v.h) / math.Sqrt2 }

// drawing is a tree laid out as a list of what is drawn one over another.
type drawing struct {
	*tree
	sheet    sheet
	view     viewport
	ops      []op
	figures  int // that show
	elements int
	points   int // that may still come
	settings int // that may still come
	heavy    bool
	sized    bool           // what lies on the canvas lies there to stay
	within   box            // the clips, about
	least    float64        // that it costs, in pixels touched
	using    map[*node]bool // what is drawn through a use just now
	ramps    map[inkOf]*[256]rgba
	box      box // of all figures, on the canvas
}

func newDrawing(t *tree) *drawing {
	d := &drawing{tree: t, points: maxPoints, settings: maxSettings, using: map[*node]bool{}, ramps: map[inkOf]*[256]rgba{}}
	d.sheet = rules(t.sheets, func(what string) { d.left[what] = true })
	return d
}

// draw lays the drawing out in the middle of the canvas.
func (d *drawing) draw() {
	m, known := d.frame()
	d.sized, d.within = known, all
	d.walk(d.root, m, initial(), 0)
	if known || d.heavy || d.box.empty() {
		return
	}
	// A drawing that says nothing of its size is as large as what is in it.
	b := d.box
	d.ops, d.figures, d.elements, d.points, d.box = nil, 0, 0, maxPoints, nowhere
	d.sized, d.within, d.least = true, all, 0
	d.walk(d.root, times(middle(b.x1-b.x0, b.y1-b.y0), outline.Place(1, -b.x0, -b.y0)), initial(), 0)
}

// frame is the map from the drawing's own units to the canvas; false if the
// drawing does not say where it is.
func (d *drawing) frame() (outline.Affine, bool) {
	d.box = nowhere
	vb := viewBox(d.root)
	w, okW := absolute(d.root.attr["width"])
	h, okH := absolute(d.root.attr["height"])
	if vb != nil {
		d.view = viewport{vb[2], vb[3]}
		switch {
		case !okW && !okH:
			w, h = vb[2], vb[3]
		case !okW:
			w = h * vb[2] / vb[3]
		case !okH:
			h = w * vb[3] / vb[2]
		}
		return times(middle(w, h), fitted(vb, w, h, d.root.attr["preserveAspectRatio"])), true
	}
	if !okW || !okH {
		d.view = viewport{canvas, canvas}
		return unmoved, false
	}
	d.view = viewport{w, h}
	return middle(w, h), true
}

// absolute is a length that is no percentage.
func absolute(s string) (float64, bool) {
	v, ok := length(s, 0)
	return v, ok && v > 0
}

// viewBox gives its four numbers, nil where there is none that shows anything.
func viewBox(n *node) []float64 {
	v := list(n.attr["viewBox"], 4)
	if len(v) != 4 || v[2] <= 0 || v[3] <= 0 {
		return nil
	}
	return v
}

// middle puts w by h into the middle of the canvas, as large as it fits.
func middle(w, h float64) outline.Affine {
	k := canvas / max(w, h)
	return outline.Place(k, (canvas-k*w)/2, (canvas-k*h)/2)
}

// fitted maps a view box into w by h as its aspect ratio asks.
func fitted(vb []float64, w, h float64, aspect string) outline.Affine {
	sx, sy := w/vb[2], h/vb[3]
	align, how, _ := strings.Cut(strings.TrimSpace(aspect), " ")
	if align == "none" {
		return outline.Affine{A: sx, D: sy, E: -vb[0] * sx, F: -vb[1] * sy}
	}
	k := min(sx, sy)
	if strings.TrimSpace(how) == "slice" {
		k = max(sx, sy)
	}
	part := func(axis string) float64 {
		switch {
		case strings.Contains(align, axis+"Min"):
			return 0
		case strings.Contains(align, axis+"Max"):
			return 1
		}
		return 0.5
	}
	return outline.Place(k, (w-k*vb[2])*part("x")-k*vb[0], (h-k*vb[3])*part("Y")-k*vb[1])
}

// walk lays an element out.
func (d *drawing) walk(n *node, m outline.Affine, up style, depth int) {
	if d.elements++; d.elements > maxElements || d.points < 0 || d.settings < 0 || depth > maxDepth || d.heavy {
		d.heavy = true
		return
	}
	switch n.name {
	case "defs", "symbol", "clipPath", "linearGradient", "radialGradient", "style", "stop":
		return
	}
	s := d.styled(up, n)
	if s.gone {
		return
	}
	m, ok := d.moved(n, m)
	if !ok {
		return
	}
	if holds(n) {
		d.group(n, m, s, depth)
		return
	}
	if !s.hidden {
		d.figure(n, m, s)
	}
}

// holds reports whether others lie in an element.
func holds(n *node) bool {
	return n.name == "g" || n.name == "a" || n.name == "svg" || n.name == "switch" || n.name == "use"
}

// moved is the map of what is in an element; false where nothing can be seen
// of it.
func (d *drawing) moved(n *node, m outline.Affine) (outline.Affine, bool) {
	t := n.attr["transform"]
	if dec := n.attr["style"]; strings.Contains(dec, "transform") {
		for _, x := range declarations(dec) {
			if x.name == "transform" {
				t = x.value
			}
		}
	}
	if t == "" {
		return m, true
	}
	own, ok := transforms(t)
	return times(m, own), ok
}

// group lays out what is in an element, together where it has an opacity.
func (d *drawing) group(n *node, m outline.Affine, s style, depth int) {
	if s.opacity == 0 {
		return
	}
	within := d.within
	clipped := d.clip(s.clip, m, nil, 0)
	layered := s.opacity < 1
	if layered {
		d.ops = append(d.ops, op{kind: layer, alpha: s.opacity})
	}
	switch {
	case n.name == "use":
		d.use(n, m, s, depth)
	case n == d.root:
		d.kids(n, m, s, depth)
	case n.name == "svg":
		d.inside(n, n, m, s, depth)
	default:
		d.kids(n, m, s, depth)
	}
	if layered {
		d.ops = append(d.ops, op{kind: endLayer})
	}
	if clipped {
		d.unclip(within)
	}
}

func (d *drawing) kids(n *node, m outline.Affine, s style, depth int) {
	for _, kid := range n.kids {
		d.walk(kid, m, s, depth+1)
	}
}

// inside lays out a view box of its own, whose place and size by gives.
func (d *drawing) inside(n, by *node, m outline.Affine, s style, depth int) {
	x, _ := length(n.attr["x"], d.view.w)
	y, _ := length(n.attr["y"], d.view.h)
	w, okW := length(by.attr["width"], d.view.w)
	h, okH := length(by.attr["height"], d.view.h)
	if !okW {
		if w, okW = length(n.attr["width"], d.view.w); !okW {
			w = d.view.w
		}
	}
	if !okH {
		if h, okH = length(n.attr["height"], d.view.h); !okH {
			h = d.view.h
		}
	}
	if w <= 0 || h <= 0 {
		return
	}
	m = times(m, outline.Place(1, x, y))
	cut, within := n.attr["overflow"] != "visible", d.within
	if cut {
		a, _ := d.area([][]outline.Pt{{{}, {X: w}, {X: w, Y: h}, {Y: h}}}, m, false)
		d.cutTo(op{kind: clip, clip: []area{a}})
	}
	was := d.view
	d.view = viewport{w, h}
	if vb := viewBox(n); vb != nil {
		m = times(m, fitted(vb, w, h, n.attr["preserveAspectRatio"]))
		d.view = viewport{vb[2], vb[3]}
	}
	d.kids(n, m, s, depth)
	d.view = was
	if cut {
		d.unclip(within)
	}
}

// use lays out what another element is.
func (d *drawing) use(n *node, m outline.Affine, s style, depth int) {
	of := d.byID[ref(n.attr["href"])]
	if of == nil || needed[of.name] {
		if n.attr["href"] != "" {
			d.left["use"] = true
		}
		return
	}
	if d.using[of] {
		d.left["use"] = true // it holds itself
		return
	}
	d.using[of] = true
	x, _ := length(n.attr["x"], d.view.w)
	y, _ := length(n.attr["y"], d.view.h)
	m = times(m, outline.Place(1, x, y))
	if of.name == "symbol" || of.name == "svg" {
		d.inside(of, n, m, d.styled(s, of), depth+1)
	} else {
		d.walk(of, m, s, depth+1)
	}
	delete(d.using, of)
}

// box is an upright rectangle on the canvas.
type box struct{ x0, y0, x1, y1 float64 }

var (
	nowhere = box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	all     = box{0, 0, canvas, canvas}
)

func (b box) empty() bool { return !(b.x0 < b.x1 && b.y0 < b.y1) }

func (b box) with(x, y float64) box {
	return box{min(b.x0, x), min(b.y0, y), max(b.x1, x), max(b.y1, y)}
}

func (b box) and(o box) box {
	if o.empty() {
		return b
	}
	return b.with(o.x0, o.y0).with(o.x1, o.y1)
}

func (b box) meet(o box) box {
	return box{max(b.x0, o.x0), max(b.y0, o.y0), min(b.x1, o.x1), min(b.y1, o.y1)}
}
