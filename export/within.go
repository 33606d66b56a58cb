// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package export

import (
	"strconv"

	"insignia/designer"
)

// Fitter is a picture that can be made lighter than it is, at the cost of
// colours. A Picture need not be one.
type Fitter interface {
	// PNGWithin is PNG in at most so many bytes. The errors are those of PNG,
	// and picture-bytes.
	PNGWithin(px, most int) ([]byte, error)
}

// Within returns p as a PNG of px by px pixels in at most so many bytes. One
// that cannot be so light is a *designer.Error with the code picture-bytes.
func Within(p Picture, px, most int) ([]byte, error) {
	b, err := p.PNG(px)
	if err != nil || len(b) <= most {
		return b, err
	}
	if f, ok := p.(Fitter); ok {
		return f.PNGWithin(px, most)
	}
	return nil, &designer.Error{Code: "picture-bytes", Args: designer.Args{"value": strconv.Itoa(len(b)), "need": strconv.Itoa(most)}}
}

// PNGWithin is that of the picture. It is drawn anew: few are too heavy.
func (o *once) PNGWithin(px, most int) ([]byte, error) {
	if f, ok := o.of.(Fitter); ok {
		return f.PNGWithin(px, most)
	}
	return Within(o.of, px, most)
}
