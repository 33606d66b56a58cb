// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package picture writes a badge's picture on its own: PNG at the sizes that
// issuers ask for, and SVG. It knows which sizes and what the files are
// called; it refuses to know how a badge is drawn.
package picture

import (
	"strconv"

	"insignia/designer"
	"insignia/export"
)

// sizes are the sides of the PNG files in pixels. 300 is the one size that
// both Open Badge Factory (at most 300) and Moodle (at least 300) take, 512
// is what Moodle keeps, 600 the least that Credly takes.
var sizes = [...]int{300, 512, 600}

// Sizes returns the sides of the PNG files in pixels, smallest first.
func Sizes() []int { return append([]int(nil), sizes[:]...) }

// Name is what the PNG of px pixels a side is called.
func Name(px int) string { return "badge-" + strconv.Itoa(px) + ".png" }

// PNG writes badge-<side>.png for each of Sizes.
var PNG = export.Format{ID: "png", Files: pngs}

// SVG writes badge.svg, which has no size of its own.
var SVG = export.Format{ID: "svg", Files: svg}

func pngs(_ designer.Draft, p export.Picture, _ export.Options) ([]export.File, []designer.Problem, error) {
	var out []export.File
	for _, px := range sizes {
		b, err := p.PNG(px)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, export.File{Name: Name(px), Bytes: b})
	}
	return out, nil, nil
}

func svg(_ designer.Draft, p export.Picture, _ export.Options) ([]export.File, []designer.Problem, error) {
	b, err := p.SVG()
	if err != nil {
		return nil, nil, err
	}
	return []export.File{{Name: "badge.svg", Bytes: b}}, nil, nil
}
