// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"
	"math"
)

// The least contrast that people with moderately low vision can do with.
const (
	TextContrast  = 4.5 // letters: WCAG 2.2, 1.4.3
	ShapeContrast = 3.0 // anything else that must be told apart: WCAG 2.2, 1.4.11
)

// Contrast is the ratio of two opaque colours as WCAG 2.2 defines it, from 1
// to 21.
func Contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.RGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(v uint8) float64 {
	x := float64(v) / 255
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}
