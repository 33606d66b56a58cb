// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package settings

import (
	"image"
	"image/color"
	"math"
	"strings"

	"insignia/render/cells"
	"insignia/tui/screen"
)

// card is the test card: the same ring in each kind of blocks. Where the font has
// no such signs the ring is full of holes or question marks, which no program
// can see. Room is how many lines there are, and w how wide.
func card(env screen.Env, room, w int) []string {
	ring := 4 // rows
	if room < 1+ring+1 {
		ring = 2
	}
	if room < 1+ring {
		return nil
	}
	name := func(p screen.Picture) string { return env.Words.T("settings.card." + string(p)) }
	kinds := []struct {
		name   string
		blocks cells.Blocks
	}{
		{name(screen.PictureBlocks), cells.Halves},
		{name(screen.PictureQuadrants), cells.Quadrants},
		{name(screen.PictureSextants), cells.Sextants},
	}
	each := min(w/len(kinds), 16)
	out := make([]string, ring+1)
	out[0] = env.Theme.Text.Render(env.Widths.Truncate(env.Words.T("settings.card"), w, "…"))
	pad := func(s string) string { return s + strings.Repeat(" ", max(0, each-env.Widths.StringWidth(s))) }
	names := ""
	for _, k := range kinds {
		label := env.Widths.Truncate(k.name, each-1, "…")
		for i, l := range strings.Split(cells.Render(target, 2*ring, ring, cells.Style{Ink: cells.Mono, Blocks: k.blocks}), "\n") {
			if ring == 2 && i == 0 { // no line for the names
				l += " " + env.Widths.Truncate(k.name, each-2*ring-2, "…")
			}
			out[1+i] += pad(l)
		}
		names += pad(label)
	}
	if ring == 4 {
		out = append(out, env.Theme.Dim.Render(names))
	}
	return out
}

// target is a ring with a dot in it, as a mask.
var target = func() *image.RGBA {
	const side = 96
	img := image.NewRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			r := math.Hypot(float64(x)+.5-side/2, float64(y)+.5-side/2) / side
			if r < 0.5 && r > 0.34 || r < 0.13 {
				img.SetRGBA(x, y, color.RGBA{A: 255})
			}
		}
	}
	return img
}()
