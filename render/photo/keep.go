// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package photo

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/png"

	"insignia/designer"
)

// sides are the sides in pixels of the square that a draft keeps, the best that
// fits first.
var sides = []int{512, 448, 384, 320, 256, 128}

// Square is the largest square in the middle.
func (p *Photo) Square() image.Rectangle {
	w, h := p.img.Rect.Dx(), p.img.Rect.Dy()
	side := min(w, h)
	return image.Rect(0, 0, side, side).Add(image.Pt((w-side)/2, (h-side)/2))
}

// Keep is a part of the picture as a draft keeps it: a square PNG in base64 of at
// most designer.PictureMost characters. What lies beside the picture is
// transparent.
func (p *Photo) Keep(part image.Rectangle) (string, error) {
	most := max(part.Dx(), part.Dy())
	for _, side := range sides {
		if side > most && side != sides[len(sides)-1] && side > 2*most {
			continue
		}
		var b bytes.Buffer
		enc := png.Encoder{CompressionLevel: png.DefaultCompression}
		if err := enc.Encode(&b, p.scaled(part, min(side, max(most, 1)))); err != nil {
			return "", &designer.Error{Code: "photo-broken", Err: err}
		}
		if base64.StdEncoding.EncodedLen(b.Len()) <= designer.PictureMost {
			return base64.StdEncoding.EncodeToString(b.Bytes()), nil
		}
	}
	return "", &designer.Error{Code: "photo-broken"}
}

// scaled is a part of the picture on a square of that side, each of its pixels
// the mean of what lies under it.
func (p *Photo) scaled(part image.Rectangle, side int) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, side, side))
	k := max(part.Dx(), part.Dy())
	for y := range side {
		v0 := part.Min.Y + y*k/side
		v1 := max(v0+1, part.Min.Y+(y+1)*k/side)
		for x := range side {
			u0 := part.Min.X + x*k/side
			u1 := max(u0+1, part.Min.X+(x+1)*k/side)
			var s [4]int
			for v := v0; v < v1; v++ {
				for u := u0; u < u1; u++ {
					if !image.Pt(u, v).In(p.img.Rect) {
						continue
					}
					q := p.img.Pix[p.img.PixOffset(u, v):][:4]
					for c := range s {
						s[c] += int(q[c])
					}
				}
			}
			o := out.Pix[y*out.Stride+4*x:][:4:4]
			if n := (u1 - u0) * (v1 - v0); s[3] > 0 {
				for c := range 3 {
					o[c] = byte(min(255, s[c]*255/s[3]))
				}
				o[3] = byte(s[3] / n)
			}
		}
	}
	return out
}

// Kept reads what Keep wrote. A draft may come from anywhere: the same limits
// hold, and no picture larger than Keep's is drawn.
func Kept(s string) (*image.RGBA, error) {
	if len(s) > designer.PictureMost {
		return nil, &designer.Error{Code: "photo-broken"}
	}
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil || kindOf(b) != "png" {
		return nil, &designer.Error{Code: "photo-broken", Err: err}
	}
	img, err := readPNG(b, sides[0])
	if err != nil {
		return nil, refused(err)
	}
	return img, nil
}
