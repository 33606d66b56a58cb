// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cells

import "math/bits"

// split is a cell in the two colours that it can have: set has the dots of one,
// with the upper left dot, and ground is the other. Dots where the picture is
// transparent are always the ground.
type split struct {
	letter, ground dot
	set            int
}

// parted parts the dots of a cell. By is asked where there are more colours than
// a cell can have; the ground is one.
func parted(cell []dot, by func(cell []dot, on int) split) split {
	all, on, first := 1<<len(cell)-1, 0, 0
	var one, two dot
	more := false
	for i, d := range cell {
		if !d.on {
			continue
		}
		on |= 1 << i
		switch {
		case d == one || !one.on:
			one, first = d, first|1<<i
		case d == two || !two.on:
			two = d
		default:
			more = true
		}
	}
	switch {
	case more:
		return by(cell, on)
	case on == all && !two.on, on == 0:
		return split{one, one, all}
	case !two.on:
		return split{one, dot{}, on}
	case on == all:
		return split{one, two, first}
	}
	return by(cell, on)
}

// alike parts a cell so that its dots change as little as can be: the sum of
// their distances, squared, is the least of all the ways to part them. What is
// transparent is the ground, and then the others have to share a colour.
func (p *printer) alike(cell []dot, on int) split {
	all := 1<<len(cell) - 1
	if on != all {
		return split{blend(cell, on), dot{}, on}
	}
	if near(cell) {
		c := blend(cell, all)
		return split{c, c, all}
	}
	// The sum of the squares is the same for all ways, so that the least distance
	// is where the squares of the sums, by their number, are the most.
	for set := 1; set <= all; set++ {
		d, rest := cell[bits.TrailingZeros(uint(set))], p.sums[set&(set-1)]
		p.sums[set] = [3]int32{rest[0] + int32(d.r), rest[1] + int32(d.g), rest[2] + int32(d.b)}
	}
	weight := func(set int) float64 {
		s := &p.sums[set]
		return float64(s[0]*s[0]+s[1]*s[1]+s[2]*s[2]) * share[bits.OnesCount(uint(set))]
	}
	best, set := 0.0, all
	for one := 1; one < all; one += 2 { // with the upper left dot
		if w := weight(one) + weight(all&^one); w > best {
			best, set = w, one
		}
	}
	return split{blend(cell, set), blend(cell, all&^set), set}
}

// near reports whether the dots differ by two steps at most, as those of a
// gradient: nobody sees where one would end.
func near(cell []dot) bool {
	low, high := cell[0], cell[0]
	for _, d := range cell[1:] {
		low.r, low.g, low.b = min(low.r, d.r), min(low.g, d.g), min(low.b, d.b)
		high.r, high.g, high.b = max(high.r, d.r), max(high.g, d.g), max(high.b, d.b)
	}
	return max(high.r-low.r, high.g-low.g, high.b-low.b) <= 8
}

// share is one part of so many.
var share = [most + 1]float64{0, 1, 1. / 2, 1. / 3, 1. / 4, 1. / 5, 1. / 6}

// blend is the mean of some dots in linear light.
func blend(cell []dot, set int) dot {
	var r, g, b, n uint64
	for i, d := range cell {
		if set&(1<<i) != 0 {
			r, g, b, n = r+toLinear[d.r], g+toLinear[d.g], b+toLinear[d.b], n+1
		}
	}
	if n == 0 {
		return dot{}
	}
	return dot{step(toStored[(r+n/2)/n]), step(toStored[(g+n/2)/n]), step(toStored[(b+n/2)/n]), true}
}

// frequent parts a cell by the two colours that most of its dots have; a dot of
// a third takes the first, as a colour between would be one of no item.
func frequent(cell []dot, on int) split {
	count := func(d dot) (n int) {
		for _, e := range cell {
			if e == d {
				n++
			}
		}
		return n
	}
	var one, two dot
	for _, d := range cell {
		switch {
		case !d.on || d == one || d == two:
		case !one.on || count(d) > count(one):
			one, two = d, one
		case !two.on || count(d) > count(two):
			two = d
		}
	}
	if on != 1<<len(cell)-1 {
		return split{one, dot{}, on}
	}
	out := split{letter: one, ground: two}
	for i, d := range cell {
		if d != two {
			out.set |= 1 << i
		}
	}
	if out.set&1 == 0 {
		out = split{two, one, 1<<len(cell) - 1 - out.set}
	}
	return out
}
