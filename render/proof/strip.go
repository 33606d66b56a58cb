// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package proof

import (
	"image"
	"image/color"
	"image/draw"

	"insignia/render"
)

// View is a page that a badge stands on, and whose eyes see it.
type View struct {
	ID   string
	Page color.RGBA
	Eyes render.Vision
}

// Views are three pages, and white as three kinds of colour-blind people see it.
func Views() []View {
	white := color.RGBA{255, 255, 255, 255}
	return []View{
		{"white", white, render.Trichromat},
		{"grey", color.RGBA{128, 128, 128, 255}, render.Trichromat},
		{"black", color.RGBA{18, 18, 18, 255}, render.Trichromat},
		{"protan", white, render.Protan},
		{"deutan", white, render.Deutan},
		{"tritan", white, render.Tritan},
	}
}

// air is how much page there is round a badge, in pixels.
const air = 4

// Card is the badge of px pixels on its page, as it is seen.
func Card(s render.Scene, px int, v View) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, px+2*air, px+2*air))
	draw.Draw(img, img.Rect, image.NewUniform(v.Page), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(air, air, air+px, air+px), s.Raster(px), image.Point{}, draw.Over)
	var was, now color.RGBA
	for i := 0; i < len(img.Pix); i += 4 {
		p := img.Pix[i : i+4 : i+4]
		if c := (color.RGBA{p[0], p[1], p[2], 255}); c != was || i == 0 {
			was, now = c, v.Eyes.See(c)
		}
		p[0], p[1], p[2] = now.R, now.G, now.B
	}
	return img
}

// Strip is every view, a row each, at each of Sizes.
func Strip(s render.Scene) *image.RGBA {
	views := Views()
	wide := 0
	for _, px := range Sizes {
		wide += px + 2*air
	}
	high := Sizes[0] + 2*air
	out := image.NewRGBA(image.Rect(0, 0, wide, high*len(views)))
	for i, v := range views {
		row := image.Rect(0, i*high, wide, (i+1)*high)
		page := v.Eyes.See(v.Page)
		draw.Draw(out, row, image.NewUniform(page), image.Point{}, draw.Src)
		x := 0
		for _, px := range Sizes {
			card := Card(s, px, v)
			at := image.Pt(x, row.Min.Y+(high-card.Rect.Dy())/2)
			draw.Draw(out, card.Rect.Add(at), card, image.Point{}, draw.Src)
			x += card.Rect.Dx()
		}
	}
	return out
}
