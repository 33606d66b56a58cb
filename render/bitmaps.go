// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"sync"

	"insignia/render/photo"
)

// bitmaps keeps the last pictures that were read: a look is drawn with every
// key, and reading its picture takes longer than drawing it.
var bitmaps struct {
	sync.Mutex
	of  [4]string
	are [4]*Bitmap
	at  int
}

// bitmapOf reads a picture as a draft keeps it.
func bitmapOf(s string) (*Bitmap, error) {
	b := &bitmaps
	b.Lock()
	defer b.Unlock()
	for i, of := range b.of {
		if of == s && b.are[i] != nil {
			return b.are[i], nil
		}
	}
	img, err := photo.Kept(s)
	if err != nil {
		return nil, err
	}
	b.at = (b.at + 1) % len(b.of)
	b.of[b.at], b.are[b.at] = s, newBitmap(s, img)
	return b.are[b.at], nil
}
