// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"strings"
	"sync"

	"github.com/klauspost/compress/zlib"

	"insignia/internal/pngchunk"
)

// deflateLevel is where time and size balance: level 9 takes eight times as
// long for a tenth less.
const deflateLevel = 6

// encoder keeps what drawing and packing a picture needs from one picture to
// the next.
type encoder struct {
	raster Rasterizer
	pixels image.RGBA
	row    []byte
	out    bytes.Buffer
	zip    *zlib.Writer
}

var encoders = sync.Pool{New: func() any {
	e := new(encoder)
	e.zip, _ = zlib.NewWriterLevel(&e.out, deflateLevel) // errs only at a wrong level
	return e
}}

// png draws the scene and writes it as 8-bit RGBA in sRGB. The chunks are
// the same for the same scene: no time, no software name.
func (s Scene) png(px int) ([]byte, error) {
	e := encoders.Get().(*encoder)
	defer encoders.Put(e)
	if cap(e.pixels.Pix) < 4*px*px {
		e.pixels.Pix = make([]byte, 4*px*px)
	}
	e.pixels = image.RGBA{Pix: e.pixels.Pix[:4*px*px], Stride: 4 * px, Rect: image.Rect(0, 0, px, px)}
	e.raster.Draw(&e.pixels, s)
	if err := e.pack(); err != nil {
		return nil, fmt.Errorf("pack the picture: %w", err)
	}

	return s.file(px, colourRGBA, nil, e.out.Bytes()), nil
}

// The kinds of PNG that are written (ISO 15948, table 11.1).
const (
	colourIndexed = 3
	colourRGBA    = 6
)

// file puts the chunks of a PNG together.
func (s Scene) file(px int, colour byte, palette []pngchunk.Chunk, data []byte) []byte {
	head := binary.BigEndian.AppendUint32(nil, uint32(px))
	head = binary.BigEndian.AppendUint32(head, uint32(px))
	head = append(head, 8, colour, 0, 0, 0) // 8 bits, deflate, filters, not interlaced
	chunks := []pngchunk.Chunk{{Type: "IHDR", Data: head}, {Type: "sRGB", Data: []byte{0}}}
	for _, t := range []pngchunk.Text{{Keyword: "Title", Value: s.Title}, {Keyword: "Description", Value: s.Desc}} {
		if t.Value = plain(t.Value); t.Value != "" {
			chunks = append(chunks, t.Chunk())
		}
	}
	chunks = append(chunks, palette...)
	chunks = append(chunks, pngchunk.Chunk{Type: "IDAT", Data: data}, pngchunk.Chunk{Type: "IEND"})
	return pngchunk.Encode(chunks)
}

// pack deflates the pixels with straight alpha, unfiltered: flat areas and
// hard edges are what a badge is made of, and a filter only spoils those.
func (e *encoder) pack() error {
	e.out.Reset()
	e.zip.Reset(&e.out)
	w := 4 * e.pixels.Rect.Dx()
	e.row = append(e.row[:0], make([]byte, 1+w)...)
	for y := range e.pixels.Rect.Dy() {
		straight(e.row[1:], e.pixels.Pix[y*e.pixels.Stride:][:w])
		if _, err := e.zip.Write(e.row); err != nil {
			return err
		}
	}
	return e.zip.Close()
}

// straight turns premultiplied pixels into straight ones.
func straight(dst, src []byte) {
	copy(dst, src)
	for i := 0; i+3 < len(dst); i += 4 {
		a := uint32(dst[i+3])
		if a == 0 || a == 255 {
			continue
		}
		for k := i; k < i+3; k++ {
			dst[k] = uint8(min(255, (uint32(dst[k])*255+a/2)/a))
		}
	}
}

// plain drops what neither XML 1.0 nor a PNG text may hold, and replaces
// bytes that are not UTF-8.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return r
		case r < 0x20 || r == 0x7f || r == 0xfffe || r == 0xffff:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
