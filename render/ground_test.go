// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"testing"

	"insignia/render/outline"
)

// All stripes once lay on one line, and only one was seen.
func TestAPatternGoesAllOverTheField(t *testing.T) {
	face := figures["circle"].face
	for _, name := range []string{"rays", "dots", "rings", "stripes", "grid"} {
		w := weave(name, face)
		const parts, step = 4, 10.0
		half := face.r * 0.7
		for j := range parts {
			for i := range parts {
				on, all := 0, 0
				for y := step / 2; y < 2*half/parts; y += step {
					for x := step / 2; x < 2*half/parts; x += step {
						all++
						if w.Holds(outline.Pt{X: face.x - half + 2*half*float64(i)/parts + x, Y: face.y - half + 2*half*float64(j)/parts + y}) {
							on++
						}
					}
				}
				if share := float64(on) / float64(all); share < 0.05 || share > 0.7 {
					t.Errorf("%s: %.0f %% of part %d,%d of the field", name, 100*share, i, j)
				}
			}
		}
	}
}
