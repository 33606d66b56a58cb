// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"math"
	"slices"
	"strings"

	"insignia/render/outline"
)

// paint is one colour, or a blend over the canvas.
type paint struct {
	flat   rgba
	blend  bool
	radial bool
	spread string
	back   outline.Affine // from the canvas to the blend's own frame
	// Of a linear blend the frame has it run from x = 0 to 1. Of a radial one
	// the circle is the unit circle, and this is where it begins.
	focus outline.Pt
	ramp  *[256]rgba
}

// stop is one colour of a blend.
type stop struct {
	at float64
	rgba
}

// stopsMost is how many colours a blend may have.
const stopsMost = 256

// paintOf is what an ink comes to on a figure with that box; nil for nothing
// to be seen.
func (d *drawing) paintOf(k ink, opacity float64, own box, m outline.Affine) *paint {
	if k.none || opacity == 0 {
		return nil
	}
	if k.ref == "" {
		c := k.rgba
		c.a *= opacity
		if c.a == 0 {
			return nil
		}
		return &paint{flat: c}
	}
	attr, stops := d.gradient(k.ref)
	if len(stops) == 0 {
		return nil
	}
	for i := range stops {
		stops[i].a *= opacity
	}
	last := &paint{flat: stops[len(stops)-1].rgba}
	if len(stops) == 1 {
		return last
	}
	p := &paint{blend: true, spread: attr["spreadMethod"], radial: attr["."] == "radialGradient"}
	frame, ok := m, true
	view := d.view
	if attr["gradientUnits"] != "userSpaceOnUse" {
		if own.empty() {
			return nil
		}
		frame = times(m, outline.Affine{A: own.x1 - own.x0, D: own.y1 - own.y0, E: own.x0, F: own.y0})
		view = viewport{1, 1}
	}
	if t := attr["gradientTransform"]; t != "" {
		own, fine := transforms(t)
		if !fine {
			return last
		}
		frame = times(frame, own)
	}
	var shape outline.Affine
	if p.radial {
		shape, ok = p.circle(attr, view)
	} else {
		shape, ok = line(attr, view)
	}
	if !ok {
		return last
	}
	if p.back, ok = inverse(times(frame, shape)); !ok {
		return last
	}
	p.ramp = d.ramp(k.ref, opacity, stops)
	return p
}

// line is the frame of a linear blend: from (0, 0) to (1, 0).
func line(attr map[string]string, v viewport) (outline.Affine, bool) {
	at := func(name, or string, of float64) float64 {
		x, ok := length(attr[name], of)
		if !ok {
			x, _ = length(or, of)
		}
		return x
	}
	x1, y1, x2, y2 := at("x1", "0%", v.w), at("y1", "0%", v.h), at("x2", "100%", v.w), at("y2", "0%", v.h)
	dx, dy := x2-x1, y2-y1
	return outline.Affine{A: dx, B: dy, C: -dy, D: dx, E: x1, F: y1}, dx != 0 || dy != 0
}

// circle is the frame of a radial blend, and sets its focus. A focus beside the
// circle is moved onto it.
func (p *paint) circle(attr map[string]string, v viewport) (outline.Affine, bool) {
	at := func(name, or string, of float64) float64 {
		x, ok := length(attr[name], of)
		if !ok {
			x, _ = length(or, of)
		}
		return x
	}
	cx, cy, r := at("cx", "50%", v.w), at("cy", "50%", v.h), at("r", "50%", v.diagonal())
	if r <= 0 {
		return unmoved, false
	}
	fx, fy := cx, cy
	if x, ok := length(attr["fx"], v.w); ok {
		fx = x
	}
	if y, ok := length(attr["fy"], v.h); ok {
		fy = y
	}
	p.focus = outline.Pt{X: (fx - cx) / r, Y: (fy - cy) / r}
	if far := math.Hypot(p.focus.X, p.focus.Y); far > 0.99 {
		p.focus.X, p.focus.Y = p.focus.X*0.99/far, p.focus.Y*0.99/far
	}
	return outline.Place(r, cx, cy), true
}

// gradient is what a blend says, with what it takes over from others. The
// element's own name stands under ".".
func (d *drawing) gradient(id string) (map[string]string, []stop) {
	attr := map[string]string{}
	var stops []stop
	for hops := 0; hops < 8; hops++ {
		n := d.byID[id]
		if n == nil || n.name != "linearGradient" && n.name != "radialGradient" {
			break
		}
		if attr["."] == "" {
			attr["."] = n.name
		}
		for k, v := range n.attr {
			if _, there := attr[k]; !there {
				attr[k] = v
			}
		}
		if stops == nil {
			stops = d.stops(n)
		}
		next := ref(n.attr["href"])
		if next == "" {
			break
		}
		id = next
	}
	return attr, stops
}

func (d *drawing) stops(n *node) []stop {
	var out []stop
	up := d.styled(initial(), n)
	for _, kid := range n.kids[:min(len(n.kids), stopsMost)] {
		if kid.name != "stop" {
			continue
		}
		s := d.styled(up, kid)
		at, _ := share(strings.TrimSpace(kid.attr["offset"]))
		if len(out) > 0 {
			at = max(at, out[len(out)-1].at)
		}
		c := s.stop.rgba
		c.a *= s.stopAt
		out = append(out, stop{at, c})
	}
	return out
}

// inkOf tells ramps apart.
type inkOf struct {
	ref     string
	opacity float64
}

// ramp blends the colours in sRGB, as SVG does.
func (d *drawing) ramp(id string, opacity float64, stops []stop) *[256]rgba {
	if r := d.ramps[inkOf{id, opacity}]; r != nil {
		return r
	}
	ramp := &[256]rgba{}
	for i := range ramp {
		t := float64(i) / 255
		j := slices.IndexFunc(stops, func(s stop) bool { return s.at > t })
		switch j {
		case -1:
			ramp[i] = stops[len(stops)-1].rgba
		case 0:
			ramp[i] = stops[0].rgba
		default:
			a, b := stops[j-1], stops[j]
			k := (t - a.at) / (b.at - a.at)
			mix := func(x, y float64) float64 { return x + (y-x)*k }
			ramp[i] = rgba{mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), mix(a.a, b.a)}
		}
	}
	d.ramps[inkOf{id, opacity}] = ramp
	return ramp
}

// at is how far the blend is at a point of its frame, from 0 to 1.
func (p *paint) at(x, y float64) float64 {
	t := x
	if p.radial {
		t = p.out(x, y)
	}
	switch p.spread {
	case "repeat":
		t -= math.Floor(t)
	case "reflect":
		t = math.Abs(t - 2*math.Round(t/2))
	}
	return max(0, min(1, t))
}

// out is how far a point lies from the focus on the way to the circle.
func (p *paint) out(x, y float64) float64 {
	f := p.focus
	if f.X == 0 && f.Y == 0 {
		return math.Sqrt(x*x + y*y)
	}
	// The point lies on the circle about f·(1−t) with the radius t: the
	// greater solution.
	dx, dy := x-f.X, y-f.Y
	a := 1 - f.X*f.X - f.Y*f.Y
	b := dx*f.X + dy*f.Y
	c := dx*dx + dy*dy
	return (b + math.Sqrt(b*b+a*c)) / a
}
