// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"testing"

	"insignia/designer"
)

// A picture once was cut by its outline twice, so that its edge was thinner than
// that of the same SVG.
func TestAPictureIsCutOnce(t *testing.T) {
	for _, centre := range []string{"picture", "cover"} {
		p := Of(designer.Draft{Look: designer.Look{Shape: "hexagon", Rim: "none", Centre: centre, Picture: sunset(t)}})
		for _, it := range p.Scene().Items {
			if it.Role != Photo {
				continue
			}
			got := Scene{Items: []Item{it}}.Raster(256)
			want := Scene{Items: []Item{{Path: it.Clip, Paint: Solid(black)}}}.Raster(256)
			for i := 3; i < len(got.Pix); i += 4 {
				if d := int(got.Pix[i]) - int(want.Pix[i]); d < -2 || d > 2 {
					t.Fatalf("%s: %d of 255 at %d,%d, the outline has %d", centre, got.Pix[i], i/4%256, i/4/256, want.Pix[i])
				}
			}
		}
	}
}
