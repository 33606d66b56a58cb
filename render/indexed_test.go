// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"bytes"
	"errors"
	"image"
	"image/draw"
	"image/png"
	"testing"

	"insignia/designer"
	"insignia/internal/pngchunk"
)

func TestAPNGFitsIntoSoManyBytes(t *testing.T) {
	for i, l := range gallery {
		if i%4 != 0 {
			continue // a quarter of them shows every kind
		}
		p := Of(designer.Draft{Name: "Bike", Look: l})
		whole, err := p.PNG(300)
		if err != nil {
			t.Fatal(err)
		}
		if b, err := p.PNGWithin(300, len(whole)); err != nil || !bytes.Equal(b, whole) {
			t.Errorf("%d: what fits is changed, %v", i, err)
		}
		b, err := p.PNGWithin(300, min(len(whole)-1, 24_000))
		if err != nil || len(b) > 24_000 {
			t.Errorf("%d: %d bytes, %v", i, len(b), err)
			continue
		}
		img, err := png.Decode(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		got := image.NewRGBA(img.Bounds())
		draw.Draw(got, got.Rect, img, image.Point{}, draw.Src)
		if mean, far := difference(got, p.scene.Raster(300)); mean > 1.5 || far > 0.01 {
			t.Errorf("%d: %.2f of 255 apart, %.2f %% by more than 16", i, mean, 100*far)
		}
		if got.Pix[3] != 0 {
			t.Errorf("%d: the corner is not transparent", i)
		}
		if chunks, err := pngchunk.Decode(b); err != nil || chunks[1].Type != "sRGB" || chunks[2].Type != "iTXt" {
			t.Errorf("%d: %v", i, err)
		}
		if again, _ := p.PNGWithin(300, min(len(whole)-1, 24_000)); !bytes.Equal(again, b) {
			t.Errorf("%d: not the same twice", i)
		}
	}
}

func TestWhatCannotFitIsSaid(t *testing.T) {
	if _, err := Of(heavy).PNGWithin(512, 500); !errors.Is(err, &designer.Error{Code: "picture-bytes"}) {
		t.Error(err)
	}
	if _, err := Of(heavy).PNGWithin(5, 500); !errors.Is(err, &designer.Error{Code: "picture-size"}) {
		t.Error(err)
	}
}
