// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"math"
	"strings"
)

// ink is what a figure is filled or drawn with.
type ink struct {
	none bool
	ref  string // a gradient's id
	rgba
}

// style is what the properties of an element come to.
type style struct {
	fill, stroke           ink
	color                  rgba // currentColor
	fillShare, strokeShare float64
	evenOdd, clipEvenOdd   bool
	width                  float64
	join, cap              string
	miter                  float64
	dash                   []float64
	dashFrom               float64
	hidden                 bool

	// Of the element alone; its children begin anew.
	opacity float64
	clip    string // an id
	gone    bool   // display: none
	stop    ink
	stopAt  float64 // its opacity
}

// initial is the style outside of everything.
func initial() style {
	return style{stroke: ink{none: true}, color: rgba{a: 1}, fill: ink{rgba: rgba{a: 1}}, fillShare: 1, strokeShare: 1,
		width: 1, join: "miter", cap: "butt", miter: 4, opacity: 1, stop: ink{rgba: rgba{a: 1}}, stopAt: 1}
}

// styled is the style of an element in another one: its attributes, then the
// style sheet, then its own style, each over what was before.
func (d *drawing) styled(up style, n *node) style {
	s := up
	s.opacity, s.clip, s.gone, s.stop, s.stopAt = 1, "", false, ink{rgba: rgba{a: 1}}, 1
	own := declarations(n.attr["style"])
	if c := n.attr["color"]; c != "" { // currentColor is needed by the others
		d.property(&s, up, "color", c)
	}
	for _, name := range properties {
		if v, ok := n.attr[name]; ok {
			d.property(&s, up, name, v)
		}
	}
	var last []declaration // what is important
	set := func(dec declaration) {
		if v, ok := strings.CutSuffix(dec.value, "!important"); ok {
			last = append(last, declaration{dec.name, v})
			return
		}
		d.property(&s, up, dec.name, dec.value)
	}
	d.sheet.apply(n, func(dec declaration) {
		if d.settings--; d.settings >= 0 {
			set(dec)
		}
	})
	for _, dec := range own {
		set(dec)
	}
	for _, dec := range last {
		d.property(&s, up, dec.name, dec.value)
	}
	return s
}

// properties are those that attributes give, in the order they are looked at.
var properties = []string{"fill", "stroke", "opacity", "fill-opacity", "stroke-opacity", "fill-rule", "clip-rule", "stroke-width",
	"stroke-linejoin", "stroke-linecap", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "display", "visibility",
	"clip-path", "stop-color", "stop-opacity", "mask", "filter", "marker-start", "marker-mid", "marker-end", "mix-blend-mode"}

// setters are how each property changes a style. What cannot be read changes
// nothing.
var setters = map[string]func(d *drawing, s *style, v string){
	"color": func(d *drawing, s *style, v string) {
		if c, ok := colour(v, s.color); ok {
			s.color = c
		}
	},
	"fill":           func(d *drawing, s *style, v string) { d.paint(&s.fill, s, v) },
	"stroke":         func(d *drawing, s *style, v string) { d.paint(&s.stroke, s, v) },
	"stop-color":     func(d *drawing, s *style, v string) { d.paint(&s.stop, s, v) },
	"opacity":        func(_ *drawing, s *style, v string) { setShare(&s.opacity, v) },
	"fill-opacity":   func(_ *drawing, s *style, v string) { setShare(&s.fillShare, v) },
	"stroke-opacity": func(_ *drawing, s *style, v string) { setShare(&s.strokeShare, v) },
	"stop-opacity":   func(_ *drawing, s *style, v string) { setShare(&s.stopAt, v) },
	"fill-rule":      func(_ *drawing, s *style, v string) { s.evenOdd = v == "evenodd" },
	"clip-rule":      func(_ *drawing, s *style, v string) { s.clipEvenOdd = v == "evenodd" },
	"stroke-width": func(d *drawing, s *style, v string) {
		if w, ok := length(v, d.view.diagonal()); ok && w >= 0 {
			s.width = w
		}
	},
	"stroke-linejoin": func(_ *drawing, s *style, v string) { s.join = v },
	"stroke-linecap":  func(_ *drawing, s *style, v string) { s.cap = v },
	"stroke-miterlimit": func(_ *drawing, s *style, v string) {
		if m, ok := length(v, 1); ok && m >= 1 {
			s.miter = m
		}
	},
	"stroke-dasharray":  func(d *drawing, s *style, v string) { s.dash = d.dashes(v) },
	"stroke-dashoffset": func(d *drawing, s *style, v string) { s.dashFrom, _ = length(v, d.view.diagonal()) },
	"display":           func(_ *drawing, s *style, v string) { s.gone = v == "none" },
	"visibility":        func(_ *drawing, s *style, v string) { s.hidden = v == "hidden" || v == "collapse" },
	"clip-path":         func(_ *drawing, s *style, v string) { s.clip = ref(v) },
	"mask":              missed("mask"),
	"filter":            missed("filter"),
	"marker":            missed("marker"),
	"marker-start":      missed("marker"),
	"marker-mid":        missed("marker"),
	"marker-end":        missed("marker"),
	"mix-blend-mode": func(d *drawing, _ *style, v string) {
		if v != "normal" {
			d.left["blend"] = true
		}
	},
}

// missed is a property that is left out, and said to be.
func missed(what string) func(*drawing, *style, string) {
	return func(d *drawing, _ *style, v string) {
		if v != "none" && v != "" {
			d.left[what] = true
		}
	}
}

// property sets one property.
func (d *drawing) property(s *style, up style, name, v string) {
	v = strings.TrimSpace(v)
	set := setters[name]
	switch {
	case set == nil || v == "":
	case v == "inherit":
		inherit(s, up, name)
	default:
		set(d, s, v)
	}
}

// inherit takes over the properties that are not inherited anyway.
func inherit(s *style, up style, name string) {
	switch name {
	case "fill":
		s.fill = up.fill
	case "stroke":
		s.stroke = up.stroke
	case "opacity":
		s.opacity = up.opacity
	case "stop-color":
		s.stop = up.stop
	case "stop-opacity":
		s.stopAt = up.stopAt
	}
}

func setShare(to *float64, v string) {
	if x, ok := share(v); ok {
		*to = x
	}
}

// paint reads none, a colour, or a reference with what stands in for it.
func (d *drawing) paint(to *ink, s *style, v string) {
	switch {
	case v == "none":
		*to = ink{none: true}
	case strings.HasPrefix(v, "url("):
		id := ref(v)
		i := strings.IndexByte(v, ')')
		*to = ink{none: true}
		if i > 0 && strings.TrimSpace(v[i+1:]) != "" {
			d.paint(to, s, strings.TrimSpace(v[i+1:]))
		}
		switch n := d.byID[id]; {
		case n != nil && (n.name == "linearGradient" || n.name == "radialGradient"):
			to.ref, to.none = id, false
		case n != nil && n.name == "pattern":
			d.left["pattern"] = true
		}
	default:
		if c, ok := colour(v, s.color); ok {
			*to = ink{rgba: c}
		}
	}
}

// dashes reads a pattern of dashes; nil for a whole line.
func (d *drawing) dashes(v string) []float64 {
	var out []float64
	sum := 0.0
	for _, part := range strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' }) {
		x, ok := length(part, d.view.diagonal())
		if !ok || x < 0 || len(out) == 64 {
			return nil
		}
		out, sum = append(out, x), sum+x
	}
	if sum <= 0 || math.IsInf(sum, 0) {
		return nil
	}
	if len(out)%2 == 1 {
		out = append(out, out...)
	}
	return out
}
