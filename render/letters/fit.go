// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package letters

import (
	"cmp"
	"math"
	"slices"

	"insignia/render/outline"
)

// Heights of the Go fonts in ems, without the overshoot of round letters.
const (
	xHeight   = 0.533
	capHeight = 0.723
	ascender  = 0.771
	descender = 0.205
)

// pin says that what is at From, in ems, lies at To, in dots.
type pin struct{ from, to float64 }

// bend maps along pins, straight between them and by scale beyond them.
type bend struct {
	pins  []pin
	scale float64
}

// add adds a pin where it crosses no other one.
func (b *bend) add(from, to float64) {
	i, _ := slices.BinarySearchFunc(b.pins, from, func(p pin, v float64) int { return cmp.Compare(p.from, v) })
	if i > 0 && (b.pins[i-1].to > to || from-b.pins[i-1].from < same) || i < len(b.pins) && (b.pins[i].to < to || b.pins[i].from-from < same) {
		return
	}
	b.pins = slices.Insert(b.pins, i, pin{from, to})
}

func (b bend) at(v float64) float64 {
	p := b.pins
	switch n := len(p); {
	case n == 0:
		return v * b.scale
	case v <= p[0].from:
		return p[0].to + (v-p[0].from)*b.scale
	case v >= p[n-1].from:
		return p[n-1].to + (v-p[n-1].from)*b.scale
	}
	for i := 1; ; i++ {
		if v < p[i].from || i == len(p)-1 {
			k := (v - p[i-1].from) / max(1e-9, p[i].from-p[i-1].from)
			return p[i-1].to + k*(p[i].to-p[i-1].to)
		}
	}
}

// fitted maps the polygons of a letter to dots so that strokes begin and end
// between dots, are all equally thick, and stand on common lines. Dots and
// accents keep their distance from what they stand on.
func (z Size) fitted(polys [][]outline.Pt) [][]outline.Pt {
	body, marks := parted(polys)
	lying := edges(body, true)
	v := z.rows(strokes(lying), lying)
	h := z.columns(strokes(edges(body, false)))
	var out [][]outline.Pt
	for _, poly := range body {
		var q []outline.Pt
		for _, p := range poly {
			q = append(q, outline.Pt{X: h.at(p.X), Y: v.at(p.Y)})
		}
		out = append(out, q)
	}
	if len(marks) == 0 {
		return out
	}
	top := bounds(body).Y0
	foot := math.Round(v.at(top))
	for _, g := range marks {
		out = append(out, z.mark(g, h, top, foot)...)
	}
	return out
}

// mark puts a dot or an accent above what stands below it: top in ems, foot
// in dots.
func (z Size) mark(group [][]outline.Pt, h bend, top, foot float64) [][]outline.Pt {
	k := z.scale()
	b := bounds(group)
	w, t := b.X1-b.X0, b.Y1-b.Y0
	lift := max(1, math.Round((top-b.Y1)*k))
	tall, wide := max(1, math.Round(t*k)), max(1, math.Round(w*k))
	if area(group) < solid*w*t {
		tall, wide = max(2, tall), max(2, wide)
	} else if math.Abs(w-z.stem()) < same {
		wide = float64(z.dots(z.stem()))
	}
	left := math.Round(h.at((b.X0+b.X1)/2) - wide/2)
	var out [][]outline.Pt
	for _, poly := range group {
		var q []outline.Pt
		for _, p := range poly {
			q = append(q, outline.Pt{X: left + (p.X-b.X0)/w*wide, Y: foot - lift - (b.Y1-p.Y)/t*tall})
		}
		out = append(out, q)
	}
	return out
}

// solid is the share of its box that a dot or a flat accent fills. The others
// are no more than a dot when they are one row high.
const solid = 0.8

func area(polys [][]outline.Pt) float64 {
	sum := 0.0
	for _, poly := range polys {
		a := poly[len(poly)-1]
		for _, b := range poly {
			sum += (a.X*b.Y - b.X*a.Y) / 2
			a = b
		}
	}
	return math.Abs(sum)
}

// parted tells the dots and accents above a letter from its body, the
// figures of each together.
func parted(polys [][]outline.Pt) (body [][]outline.Pt, marks [][][]outline.Pt) {
	var groups [][][]outline.Pt
	for _, p := range polys {
		at := -1
		for i := 0; i < len(groups); i++ {
			if !overlap(bounds(groups[i]), bounds([][]outline.Pt{p})) {
				continue
			}
			if at < 0 {
				groups[i] = append(groups[i], p)
				at = i
				continue
			}
			groups[at] = append(groups[at], groups[i]...)
			groups = slices.Delete(groups, i, i+1)
			i--
		}
		if at < 0 {
			groups = append(groups, [][]outline.Pt{p})
		}
	}
	for i, g := range groups {
		foot, alone, below := bounds(g).Y1, true, false
		for j, o := range groups {
			b := bounds(o)
			below = below || b.Y0 > foot
			alone = alone && (i == j || b.Y0 > foot || b.Y1 <= foot+same)
		}
		if alone && below {
			marks = append(marks, g)
		} else {
			body = append(body, g...)
		}
	}
	return body, marks
}

func overlap(a, b outline.Box) bool {
	return a.X0 < b.X1 && b.X0 < a.X1 && a.Y0 < b.Y1 && b.Y0 < a.Y1
}

func bounds(polys [][]outline.Pt) outline.Box {
	b := outline.Box{X0: math.Inf(1), Y0: math.Inf(1), X1: math.Inf(-1), Y1: math.Inf(-1)}
	for _, poly := range polys {
		for _, q := range poly {
			b = outline.Box{X0: min(b.X0, q.X), Y0: min(b.Y0, q.Y), X1: max(b.X1, q.X), Y1: max(b.Y1, q.Y)}
		}
	}
	return b
}

// scale is dots an em.
func (z Size) scale() float64 { return float64(z) / xHeight }

// dots is a stroke's thickness in dots.
func (z Size) dots(ems float64) int { return max(1, int(math.Round(ems*z.scale()))) }

// stem and bar are how thick upright and lying strokes are, in ems.
func (z Size) stem() float64 {
	if z < bolder {
		return 0.10
	}
	return 0.148
}

func (z Size) bar() float64 {
	if z < bolder {
		return 0.076
	}
	return 0.10
}

// line is the line, in dots below the baseline, on which an edge at y ems
// stands that is the outer one of its letter.
func (z Size) line(y float64) (int, bool) {
	k := z.scale()
	for _, h := range [...]float64{0, xHeight, capHeight, ascender} {
		if math.Abs(-y-h) < same {
			if h == ascender {
				h = capHeight + 0.6/k // one taller than capitals where that shows
			}
			return -int(math.Round(h * k)), true
		}
	}
	return 0, false
}

// rows fits lying strokes. Those on a common line come first; the others keep
// their place between them.
func (z Size) rows(all []stroke, ends []edge) bend {
	thick := z.dots(z.bar())
	k := z.scale()
	fixed := make([]bool, len(all))
	for i := range all {
		s := &all[i]
		if at, ok := z.line(s.from); ok && s.from < -same {
			s.at, s.end, fixed[i] = at, at+thick, true
		} else if end, ok := z.line(s.to); ok {
			s.at, s.end, fixed[i] = end-thick, end, true
		}
	}
	base := bend{scale: k}
	for i, s := range all {
		if fixed[i] {
			base.pins = append(base.pins, pin{s.from, float64(s.at)}, pin{s.to, float64(s.end)})
		}
	}
	for i := range all {
		s := &all[i]
		if fixed[i] {
			continue
		}
		mid := (base.at(s.from) + base.at(s.to)) / 2
		s.at = int(math.Floor(mid - float64(thick)/2 + 0.5))
		s.end = s.at + thick
	}
	out := z.pinned(all, fixed)
	for _, e := range ends {
		if at, ok := z.line(e.at); ok {
			out.add(e.at, float64(at))
		}
	}
	return out
}

// columns fits upright strokes from left to right; each keeps its distance
// from the one before.
func (z Size) columns(all []stroke) bend {
	thick := z.dots(z.stem())
	k := z.scale()
	fixed := make([]bool, len(all))
	for i := range all {
		s := &all[i]
		if i == 0 {
			s.at = int(math.Round(s.from * k))
		} else {
			b := all[i-1]
			s.at = b.at + int(math.Round((s.from-b.from)*k))
			if s.from > b.to+same {
				s.at = max(s.at, b.end+1)
			}
		}
		s.end = s.at + thick
	}
	return z.pinned(all, fixed)
}

// pinned makes the map of fitted strokes. Strokes that would cross another
// one are left to it.
func (z Size) pinned(all []stroke, fixed []bool) bend {
	out := bend{scale: z.scale()}
	put := func(s stroke) {
		for i := 0; i < len(out.pins); i += 2 {
			a, b := out.pins[i], out.pins[i+1]
			if s.from < b.from && s.to > a.from { // overlap
				return
			}
			if s.from >= b.from && float64(s.at) < b.to || s.to <= a.from && float64(s.end) > a.to {
				return
			}
		}
		n := len(out.pins)
		for n > 0 && out.pins[n-1].from > s.from {
			n -= 2
		}
		out.pins = append(out.pins[:n], append([]pin{{s.from, float64(s.at)}, {s.to, float64(s.end)}}, out.pins[n:]...)...)
	}
	for i, s := range all {
		if fixed[i] {
			put(s)
		}
	}
	for i, s := range all {
		if !fixed[i] {
			put(s)
		}
	}
	return out
}
