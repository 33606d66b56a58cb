// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"errors"

	"insignia/designer"
	"insignia/render/outline"
)

func sketched(g *designer.Grid) []layer {
	var out []layer
	n := float64(g.Side())
	for k := designer.IconInk; int(k) <= designer.Inks; k++ {
		l := layer{ink: k}
		for y := range g.Side() {
			for x := range g.Side() {
				if g.At(x, y) == k {
					l.path.Append(outline.Rounded([]outline.Corner{corner(float64(x)/n, float64(y)/n, 0), corner(float64(x+1)/n, float64(y)/n, 0), corner(float64(x+1)/n, float64(y+1)/n, 0), corner(float64(x)/n, float64(y+1)/n, 0)}, 0), outline.Place(1, 0, 0))
				}
			}
		}
		if len(l.path) > 0 {
			out = append(out, l)
		}
	}
	return out
}

func bitmapOf(s string) (*Bitmap, error) { return nil, errors.New("todo") }
