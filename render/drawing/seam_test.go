// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package drawing_test

import (
	"image"
	"image/color"
	"math/rand/v2"
	"testing"

	"insignia/designer"
	"insignia/render"
	"insignia/render/drawing"
	"insignia/render/outline"
)

// painted is a drawing in pixels, the inks in the colours given, on nothing.
func painted(g *designer.Grid, smooth bool, px int, colours map[designer.Ink]color.RGBA) *image.RGBA {
	var s render.Scene
	for _, l := range drawing.Layers(g, smooth) {
		s.Items = append(s.Items, render.Item{
			Path:  l.Path.Transform(outline.Place(render.Size, 0, 0)),
			Paint: render.Solid(colours[l.Ink]),
		})
	}
	return s.Raster(px)
}

// patches are full of joints between inks.
func patches(seed uint64, side int) *designer.Grid {
	r := rand.New(rand.NewPCG(seed, 2))
	g := designer.NewGrid(side)
	for y := range side {
		for x := range side {
			g.Set(x, y, designer.Ink(1+r.IntN(designer.Inks)))
		}
	}
	for range 60 {
		k := designer.Ink(r.IntN(designer.Inks + 1))
		x, y, w, h := r.IntN(side), r.IntN(side), 1+r.IntN(6), 1+r.IntN(6)
		for v := y; v < y+h; v++ {
			for u := x; u < x+w; u++ {
				g.Set(u, v, k)
			}
		}
	}
	return &g
}

var black = map[designer.Ink]color.RGBA{}

func init() {
	for k := range designer.Inks {
		black[designer.Ink(k+1)] = color.RGBA{A: 255}
	}
}

// A pixel on inked squares is covered, at sizes at which few squares fall on
// whole pixels. At the drawing's outer edge, where layers are tucked in, three
// hundredths may be missing where inks meet.
func TestTheGroundNeverShinesThroughBetweenInks(t *testing.T) {
	for seed := range uint64(6) {
		g := patches(seed, designer.GridSides()[seed%3])
		side := g.Side()
		inked := func(x, y, px, around int) bool {
			for v := y*side/px - around; v <= ((y+1)*side-1)/px+around; v++ {
				for u := x*side/px - around; u <= ((x+1)*side-1)/px+around; u++ {
					if g.At(u, v) == designer.NoInk {
						return false
					}
				}
			}
			return true
		}
		for _, px := range []int{96, 97, 131, 193, 257, 511} {
			crisp, smooth := painted(g, false, px, black), painted(g, true, px, black)
			for i := range px * px {
				x, y := i%px, i/px
				if a := crisp.RGBAAt(x, y).A; a < 246 && inked(x, y, px, 0) {
					t.Fatalf("%d of %d squares: %d,%d is covered by %d of 255", px, side, x, y, a)
				}
				if a, b := crisp.RGBAAt(x, y).A, smooth.RGBAAt(x, y).A; min(a, b) < 254 && inked(x, y, px, 1) {
					t.Fatalf("%d of %d squares: %d,%d, far inside, is covered by %d, smooth by %d of 255", px, side, x, y, a, b)
				}
			}
		}
	}
}

// Where a later ink ends on the ground, nothing of an earlier one under it is
// seen, not even in the pixels that are covered in part.
func TestAnEarlierInkDoesNotShowAtALaterOnesEdge(t *testing.T) {
	g := designer.NewGrid(24)
	for y := 4; y < 20; y++ {
		for x := 4; x < 20; x++ {
			k := designer.EdgeInk
			if x > 4 && x < 19 && y > 4 && y < 19 {
				k = designer.IconInk
			}
			g.Set(x, y, k)
		}
	}
	for _, smooth := range []bool{false, true} {
		for _, px := range []int{193, 257, 511} {
			img := painted(&g, smooth, px, map[designer.Ink]color.RGBA{designer.IconInk: {R: 255, A: 255}, designer.EdgeInk: {B: 255, A: 255}})
			seen := 0
			for i := range px * px {
				c := img.RGBAAt(i%px, i/px)
				if c.A > 0 && c.A < 255 {
					if seen++; c.R > 0 {
						t.Fatalf("smooth %v, %d pixels: %v at %d,%d", smooth, px, c, i%px, i/px)
					}
				}
			}
			if seen == 0 {
				t.Error("no edge falls between pixels")
			}
		}
	}
}
