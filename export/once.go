// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package export

// Once is a picture that is drawn once for each size, however many files show
// it. It is for one goroutine at a time.
func Once(p Picture) Picture { return &once{of: p, png: map[int][]byte{}} }

type once struct {
	of  Picture
	png map[int][]byte
	svg []byte
}

// PNG is that of the picture.
func (o *once) PNG(px int) ([]byte, error) {
	if b, ok := o.png[px]; ok {
		return b, nil
	}
	b, err := o.of.PNG(px)
	if err == nil {
		o.png[px] = b
	}
	return b, err
}

// SVG is that of the picture.
func (o *once) SVG() (b []byte, err error) {
	if o.svg == nil {
		o.svg, err = o.of.SVG()
	}
	return o.svg, err
}

// Alt is that of the picture.
func (o *once) Alt() string { return o.of.Alt() }
