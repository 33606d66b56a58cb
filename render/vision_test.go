// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image/color"
	"math"
	"testing"
)

func TestGreyIsGreyInEveryVision(t *testing.T) {
	for _, v := range Visions() {
		for i := range 256 {
			c := color.RGBA{uint8(i), uint8(i), uint8(i), 255}
			if got := v.See(c); got != c {
				t.Errorf("%s sees %v as %v", v, c, got)
			}
		}
	}
}

func TestCompressUndoesLinear(t *testing.T) {
	for i := range 256 {
		if got := compress(linear(uint8(i))); int(got) != i {
			t.Errorf("%d is %d", i, got)
		}
	}
	if compress(-1) != 0 || compress(2) != 255 {
		t.Error("what no screen shows is not its nearest")
	}
}

// What falls together for whom: a red and a green of the same lightness for
// those without the cones that tell them apart, and not for the others.
func TestColoursFallTogetherWhereConesAreMissing(t *testing.T) {
	far := func(v Vision, a, b uint32) float64 {
		x, y := v.See(rgb(a)), v.See(rgb(b))
		return math.Hypot(math.Hypot(float64(x.R)-float64(y.R), float64(x.G)-float64(y.G)), float64(x.B)-float64(y.B))
	}
	for _, c := range []struct {
		v            Vision
		one, another uint32
	}{{Deutan, 0xc8603c, 0x8c8a3c}, {Protan, 0xd9603c, 0x7a7a3c}, {Tritan, 0x3c8ab4, 0x3c9484}} {
		if together, apart := far(c.v, c.one, c.another), far(Trichromat, c.one, c.another); together > apart/2 {
			t.Errorf("%s: %06x and %06x are %.0f apart, %.0f for others", c.v, c.one, c.another, together, apart)
		}
	}
	if r := Contrast(Protan.See(rgb(0xff0000)), black); r > Contrast(rgb(0xff0000), black)*0.7 {
		t.Errorf("red is as bright as ever without long-wave cones: %.1f", r)
	}
}
