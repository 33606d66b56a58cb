// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package photo

import (
	"bytes"
	"encoding/binary"
	"image"
)

// orientation is how a JPEG's EXIF says the camera was held, 1 to 8; 1, as it
// is, where it says nothing that can be understood (EXIF 2.32, tag 0x0112).
func orientation(b []byte) int {
	for at := 2; at+4 <= len(b) && b[at] == 0xff; {
		m, n := b[at+1], int(binary.BigEndian.Uint16(b[at+2:]))
		if n < 2 || at+2+n > len(b) || m == 0xda {
			return 1
		}
		if body := b[at+4 : at+2+n]; m == 0xe1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) {
			return held(body[6:])
		}
		at += 2 + n
	}
	return 1
}

// held reads the orientation out of a TIFF header and its first directory.
func held(t []byte) int {
	if len(t) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if string(t[:2]) == "II" {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(t[4:]))
	if at < 8 || at+2 > int64(len(t)) {
		return 1
	}
	n := int64(order.Uint16(t[at:]))
	for i := range n {
		e := at + 2 + 12*i
		if e+12 > int64(len(t)) {
			return 1
		}
		if order.Uint16(t[e:]) == 0x0112 {
			if v := int(order.Uint16(t[e+8:])); v >= 1 && v <= 8 {
				return v
			}
			return 1
		}
	}
	return 1
}

// upright turns and flips a picture as its orientation asks.
func upright(img *image.RGBA, how int) *image.RGBA {
	if how < 2 || how > 8 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if how >= 5 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			u, v := x, y
			switch how {
			case 2:
				u = w - 1 - x
			case 3:
				u, v = w-1-x, h-1-y
			case 4:
				v = h - 1 - y
			case 5:
				u, v = y, x
			case 6:
				u, v = y, h-1-x
			case 7:
				u, v = w-1-y, h-1-x
			case 8:
				u, v = w-1-y, x
			}
			copy(out.Pix[y*out.Stride+4*x:][:4], img.Pix[v*img.Stride+4*u:][:4])
		}
	}
	return out
}
