// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"image"
	"math"
	"sync"

	"insignia/render/icon"
	"insignia/render/outline"
)

// heft is what the eye weighs of an icon, on its grid of 48.
type heft struct {
	centre outline.Pt
	ink    float64 // the area that is inked
	reach  float64 // the farthest ink from the centre
}

// lean is how far an icon's centre goes from the middle of its box to its
// centre of gravity: the box alone leaves a pointer standing off, gravity
// alone a flag.
const lean = 0.3

var hefts sync.Map // icon name to heft

// heftOf weighs an icon. It weighs pixels, as figures may run either way
// round and only their drawing tells ink from hole.
func heftOf(i icon.Icon) heft {
	if h, ok := hefts.Load(i.Name); ok {
		return h.(heft)
	}
	const px, unit = 144, 48.0 / 144
	path := i.Outline()
	dst := image.NewRGBA(image.Rect(0, 0, px, px))
	var r Rasterizer
	r.Draw(dst, Scene{Items: []Item{{Path: path.Transform(outline.Place(Size/48.0, Size/2, Size/2)), Paint: Solid(black)}}})
	var sum, x, y float64
	for at := 3; at < len(dst.Pix); at += 4 {
		a := float64(dst.Pix[at]) / 255
		sum += a
		x += a * (float64(at/4%px) + 0.5)
		y += a * (float64(at/4/px) + 0.5)
	}
	box := path.Box().Centre()
	h := heft{ink: sum * unit * unit}
	h.centre = outline.Pt{
		X: box.X + lean*(x/sum*unit-24-box.X),
		Y: box.Y + lean*(y/sum*unit-24-box.Y),
	}
	h.reach = path.Reach(h.centre)
	hefts.Store(i.Name, h)
	return h
}

// seat puts an icon into a disc round the origin, as large as it goes without
// touching the circle or inking more than that share of it, so that it does not
// outweigh other icons.
func (h heft) seat(r, most float64) outline.Affine {
	k := min(r/h.reach, r*math.Sqrt(math.Pi*most/h.ink))
	return outline.Place(k, -k*h.centre.X, -k*h.centre.Y)
}
