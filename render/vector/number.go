// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"math"
	"strconv"
	"strings"

	"insignia/render/outline"
)

// farthest is the largest number that means a place: beyond, arithmetic would
// lose what lies near.
const farthest = 1e7

// numbers reads numbers one after another as path data has them: with or
// without commas and spaces between, "1-2.5.5" being three.
type numbers struct{ s string }

func (n *numbers) skip() {
	n.s = strings.TrimLeft(n.s, " \t\r\n,")
}

// next reads a number; false where none begins.
func (n *numbers) next() (float64, bool) {
	n.skip()
	i := 0
	digits := func() bool {
		from := i
		for i < len(n.s) && n.s[i] >= '0' && n.s[i] <= '9' {
			i++
		}
		return i > from
	}
	if i < len(n.s) && (n.s[i] == '+' || n.s[i] == '-') {
		i++
	}
	whole := digits()
	if i < len(n.s) && n.s[i] == '.' {
		i++
		whole = digits() || whole
	}
	if !whole {
		return 0, false
	}
	if i < len(n.s) && (n.s[i] == 'e' || n.s[i] == 'E') {
		back := i
		i++
		if i < len(n.s) && (n.s[i] == '+' || n.s[i] == '-') {
			i++
		}
		if !digits() {
			i = back // em, ex
		}
	}
	v, err := strconv.ParseFloat(n.s[:i], 64)
	if err != nil || math.Abs(v) > farthest {
		return 0, false
	}
	n.s = n.s[i:]
	return v, true
}

// flag reads 0 or 1, which need nothing before what follows.
func (n *numbers) flag() (bool, bool) {
	n.skip()
	if n.s == "" || n.s[0] != '0' && n.s[0] != '1' {
		return false, false
	}
	v := n.s[0] == '1'
	n.s = n.s[1:]
	return v, true
}

// units in pixels of CSS, 96 to the inch.
var units = map[string]float64{"": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "em": 16, "rem": 16, "ex": 8}

// length reads a length; of is what a percentage is of.
func length(s string, of float64) (float64, bool) {
	n := numbers{strings.TrimSpace(s)}
	v, ok := n.next()
	if !ok {
		return 0, false
	}
	unit := strings.ToLower(strings.TrimSpace(n.s))
	if unit == "%" {
		return v / 100 * of, true
	}
	k, ok := units[unit]
	return v * k, ok
}

// list reads numbers up to the first thing that is none; at most most of them.
func list(s string, most int) []float64 {
	n := numbers{s}
	var out []float64
	for len(out) < most {
		v, ok := n.next()
		if !ok {
			break
		}
		out = append(out, v)
	}
	return out
}

// share reads a part of one, as a number or a percentage, from 0 to 1.
func share(s string) (float64, bool) {
	v, ok := length(s, 1)
	return max(0, min(1, v)), ok
}

var unmoved = outline.Affine{A: 1, D: 1}

// times is the map that applies b, then a.
func times(a, b outline.Affine) outline.Affine {
	return outline.Affine{
		A: a.A*b.A + a.C*b.B, C: a.A*b.C + a.C*b.D, E: a.A*b.E + a.C*b.F + a.E,
		B: a.B*b.A + a.D*b.B, D: a.B*b.C + a.D*b.D, F: a.B*b.E + a.D*b.F + a.F,
	}
}

// inverse undoes m; false where m flattens the plane.
func inverse(m outline.Affine) (outline.Affine, bool) {
	det := m.A*m.D - m.B*m.C
	if math.Abs(det) < 1e-12 || math.IsInf(det, 0) || math.IsNaN(det) {
		return m, false
	}
	return outline.Affine{A: m.D / det, C: -m.C / det, E: (m.C*m.F - m.D*m.E) / det,
		B: -m.B / det, D: m.A / det, F: (m.B*m.E - m.A*m.F) / det}, true
}

// transforms reads a list of them; false where one is none.
func transforms(s string) (outline.Affine, bool) {
	m := unmoved
	for n := 0; ; n++ {
		s = strings.TrimLeft(s, " \t\r\n,")
		if s == "" || s == "none" {
			return m, true
		}
		name, rest, ok := strings.Cut(s, "(")
		args, after, closed := strings.Cut(rest, ")")
		if !ok || !closed || n > 100 {
			return m, false
		}
		t, ok := transform(strings.TrimSpace(name), list(strings.NewReplacer("deg", "", "px", "").Replace(args), 7))
		if !ok {
			return m, false
		}
		m, s = times(m, t), after
	}
}

func transform(name string, v []float64) (outline.Affine, bool) {
	at := func(i int, or float64) float64 {
		if i < len(v) {
			return v[i]
		}
		return or
	}
	if len(v) == 0 {
		return unmoved, false
	}
	switch name {
	case "matrix":
		if len(v) != 6 {
			return unmoved, false
		}
		return outline.Affine{A: v[0], B: v[1], C: v[2], D: v[3], E: v[4], F: v[5]}, true
	case "translate":
		return outline.Place(1, v[0], at(1, 0)), true
	case "scale":
		return outline.Affine{A: v[0], D: at(1, v[0])}, true
	case "rotate":
		x, y := at(1, 0), at(2, 0)
		return times(outline.Turn(1, v[0]*math.Pi/180, x, y), outline.Place(1, -x, -y)), true
	case "skewX":
		return outline.Affine{A: 1, C: math.Tan(v[0] * math.Pi / 180), D: 1}, true
	case "skewY":
		return outline.Affine{A: 1, B: math.Tan(v[0] * math.Pi / 180), D: 1}, true
	}
	return unmoved, false
}
