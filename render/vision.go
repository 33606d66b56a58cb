// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"
	"math"
)

// Vision is a way in which people see colours.
type Vision uint8

// The visions: the common one, and those of people in whom one of the three
// kinds of cones is missing.
const (
	Trichromat Vision = iota
	Protan            // no long-wave cones: red is dark
	Deutan            // no middle-wave cones: the commonest, red and green fall together
	Tritan            // no short-wave cones: rare, blue and green fall together
)

// Visions returns all of them, the common one first.
func Visions() []Vision { return []Vision{Trichromat, Protan, Deutan, Tritan} }

var visionIDs = [...]string{"trichromat", "protan", "deutan", "tritan"}

// String gives the vision's id.
func (v Vision) String() string { return visionIDs[v] }

// sees are the matrices of Machado, Oliveira and Fernandes, "A
// Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE
// TVCG 15, 2009), at severity 1.0. They take linear RGB; each row sums to 1, so
// that grey stays grey.
var sees = [...][9]float64{
	Trichromat: {1, 0, 0, 0, 1, 0, 0, 0, 1},
	Protan:     {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	Deutan:     {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	Tritan:     {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

// See is c as a person with that vision sees it, shown to one with the common
// vision. The opacity stays.
func (v Vision) See(c color.RGBA) color.RGBA {
	if v == Trichromat {
		return c
	}
	m := &sees[v]
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	return color.RGBA{
		compress(m[0]*r + m[1]*g + m[2]*b),
		compress(m[3]*r + m[4]*g + m[5]*b),
		compress(m[6]*r + m[7]*g + m[8]*b),
		c.A,
	}
}

// compress is linear's inverse, for what may lie outside of what a screen shows.
func compress(x float64) uint8 {
	x = min(max(x, 0), 1)
	if x <= 0.0031308 {
		x *= 12.92
	} else {
		x = 1.055*math.Pow(x, 1/2.4) - 0.055
	}
	return uint8(math.Round(255 * x))
}
