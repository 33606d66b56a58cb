// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cells

import (
	"math"
	"strconv"
)

// sixteen writes the nearest of the sixteen colours as an SGR parameter.
func sixteen(b []byte, d dot, ground int) []byte {
	n := nearest(d)
	base := 30
	if n >= 8 {
		base, n = 90, n-8
	}
	return strconv.AppendInt(b, int64(base+n+ground), 10)
}

// hues are the six colourful ones of the sixteen, by OKLab hue in degrees
// and number. Orange goes with red until it is nearly yellow; brown is what
// terminals call dark yellow.
var hues = [...]struct {
	upto float64
	n    int
}{{8, 5}, {48, 1}, {120, 3}, {165, 2}, {228, 6}, {285, 4}, {348, 5}, {361, 5}}

// nearest judges by hue first: taking the nearest of sixteen points instead
// turns gold into red and dark blue into grey, as the sixteen are few, strong
// and different in every terminal.
func nearest(d dot) int {
	l, c, h := oklch(d)
	if c < 0.045 || c < 0.07 && l > 0.9 || l < 0.2 {
		switch {
		case l < 0.3:
			return 0
		case l < 0.6:
			return 8
		case l < 0.86:
			return 7
		}
		return 15
	}
	for _, x := range hues {
		if h < x.upto {
			// The bright six begin where a page's text would.
			if l >= 0.66 {
				return x.n + 8
			}
			return x.n
		}
	}
	return 7
}

// oklch is lightness, colourfulness and hue (Björn Ottosson, 2020).
func oklch(d dot) (l, c, h float64) {
	r, g, b := float64(toLinear[d.r])/full, float64(toLinear[d.g])/full, float64(toLinear[d.b])/full
	x := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	y := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	z := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	l = 0.2104542553*x + 0.7936177850*y - 0.0040720468*z
	u := 1.9779984951*x - 2.4285922050*y + 0.4505937099*z
	v := 0.0259040371*x + 0.7827717662*y - 0.8086757660*z
	h = math.Atan2(v, u) * 180 / math.Pi
	if h < 0 {
		h += 360
	}
	return l, math.Hypot(u, v), h
}
