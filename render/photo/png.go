// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/draw"
	stdpng "image/png"
	"io"

	"github.com/klauspost/compress/zlib"

	"insignia/internal/pngchunk"
)

var errPNG = errors.New("photo: not a whole PNG")

// pngFile is what a PNG says of itself, and its data.
type pngFile struct {
	w, h, depth  int
	colour       byte
	laced        bool
	palette      []byte
	transparency []byte
	parts        [][]byte // of the data
}

// deflateMost is how much a byte of deflate can become (RFC 1951: 258 bytes for
// two bits).
const deflateMost = 1032

// laceMost is how many pixels an interlaced PNG may have: its rows come in no
// order, so that all of it is in memory.
const laceMost = 2 << 20

// readPNG reads a PNG, smaller where its longer side is longer than most.
func readPNG(b []byte, most int) (*image.RGBA, error) {
	f, err := openPNG(b)
	if err != nil {
		return nil, err
	}
	stride := (f.w*f.bits() + 7) / 8
	raw := (stride + 1) * f.h
	have := 0
	for _, p := range f.parts {
		have += len(p)
	}
	if raw/deflateMost > have {
		return nil, errPNG
	}
	if f.laced {
		if f.w*f.h > laceMost {
			return nil, tooMany("2")
		}
		img, err := stdpng.Decode(bytes.NewReader(b))
		if err != nil {
			return nil, err
		}
		out := newReduced(f.w, f.h, most)
		whole := image.NewRGBA(image.Rect(0, 0, f.w, f.h))
		draw.Draw(whole, whole.Rect, img, img.Bounds().Min, draw.Src)
		for y := range f.h {
			out.add(y, whole.Pix[y*whole.Stride:])
		}
		return out.image(), nil
	}
	var readers []io.Reader
	for _, p := range f.parts {
		readers = append(readers, bytes.NewReader(p))
	}
	z, err := zlib.NewReader(io.MultiReader(readers...))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	out := newReduced(f.w, f.h, most)
	last, row := make([]byte, stride+1), make([]byte, stride+1)
	pixels := make([]byte, 4*f.w)
	step := max(1, f.bits()/8)
	for y := range f.h {
		if _, err := io.ReadFull(z, row); err != nil {
			return nil, errPNG
		}
		if err := unfilter(row[0], row[1:], last[1:], step); err != nil {
			return nil, err
		}
		if err := f.pixels(pixels, row[1:]); err != nil {
			return nil, err
		}
		out.add(y, pixels)
		last, row = row, last
	}
	return out.image(), nil
}

// openPNG reads what stands before the data, and finds the data.
func openPNG(b []byte) (*pngFile, error) {
	// The size comes first: a file of a few bytes is refused by it alone.
	if len(b) < 33 || string(b[12:16]) != "IHDR" {
		return nil, errPNG
	}
	f := &pngFile{w: int(binary.BigEndian.Uint32(b[16:])), h: int(binary.BigEndian.Uint32(b[20:])), depth: int(b[24]), colour: b[25], laced: b[28] == 1}
	if f.w <= 0 || f.h <= 0 || f.w > 1<<20 || f.h > 1<<20 {
		return nil, errPNG
	}
	if f.w*f.h > pixelMost {
		return nil, tooMany("16")
	}
	if !f.known() || b[26] != 0 || b[27] != 0 || b[28] > 1 {
		return nil, errPNG
	}
	chunks, err := pngchunk.Decode(b)
	if err != nil {
		return nil, err
	}
	for _, c := range chunks {
		switch c.Type {
		case "PLTE":
			f.palette = c.Data
		case "tRNS":
			f.transparency = c.Data
		case "IDAT":
			f.parts = append(f.parts, c.Data)
		}
	}
	if f.colour == 3 && (len(f.palette) == 0 || len(f.palette)%3 != 0) || len(f.parts) == 0 {
		return nil, errPNG
	}
	return f, nil
}

// known reports whether there is such a kind of PNG (ISO 15948, table 11.1).
func (f *pngFile) known() bool {
	switch f.colour {
	case 0:
		return f.depth == 1 || f.depth == 2 || f.depth == 4 || f.depth == 8 || f.depth == 16
	case 3:
		return f.depth == 1 || f.depth == 2 || f.depth == 4 || f.depth == 8
	case 2, 4, 6:
		return f.depth == 8 || f.depth == 16
	}
	return false
}

// bits is how many bits a pixel takes.
func (f *pngFile) bits() int {
	return f.depth * map[byte]int{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[f.colour]
}

// unfilter undoes a row's filter.
func unfilter(kind byte, row, last []byte, step int) error {
	switch kind {
	case 0:
	case 1:
		for i := step; i < len(row); i++ {
			row[i] += row[i-step]
		}
	case 2:
		for i := range row {
			row[i] += last[i]
		}
	case 3:
		for i := range row {
			left := 0
			if i >= step {
				left = int(row[i-step])
			}
			row[i] += byte((left + int(last[i])) / 2)
		}
	case 4:
		for i := range row {
			var a, c int
			if i >= step {
				a, c = int(row[i-step]), int(last[i-step])
			}
			row[i] += paeth(a, int(last[i]), c)
		}
	default:
		return errPNG
	}
	return nil
}

// paeth is the one of three neighbours that is nearest to what they foretell.
func paeth(a, b, c int) byte {
	p := a + b - c
	pa, pb, pc := abs(p-a), abs(p-b), abs(p-c)
	switch {
	case pa <= pb && pa <= pc:
		return byte(a)
	case pb <= pc:
		return byte(b)
	}
	return byte(c)
}

func abs(v int) int { return max(v, -v) }

// pixels turns a row of the file into premultiplied pixels.
func (f *pngFile) pixels(out, row []byte) error {
	sample := func(i int) (v byte, whole int) {
		switch f.depth {
		case 16:
			return row[2*i], int(row[2*i])<<8 | int(row[2*i+1])
		case 8:
			return row[i], int(row[i])
		}
		per := 8 / f.depth
		n := int(row[i/per]) >> (8 - f.depth*(i%per+1)) & (1<<f.depth - 1)
		return byte(n * 255 / (1<<f.depth - 1)), n
	}
	clear16 := func(i int) int {
		if 2*i+1 < len(f.transparency) {
			return int(f.transparency[2*i])<<8 | int(f.transparency[2*i+1])
		}
		return -1
	}
	for x := range f.w {
		var r, g, b, a byte = 0, 0, 0, 255
		switch f.colour {
		case 0:
			v, whole := sample(x)
			if r, g, b = v, v, v; whole == clear16(0) {
				a = 0
			}
		case 2:
			v, w0 := sample(3 * x)
			u, w1 := sample(3*x + 1)
			t, w2 := sample(3*x + 2)
			if r, g, b = v, u, t; w0 == clear16(0) && w1 == clear16(1) && w2 == clear16(2) {
				a = 0
			}
		case 3:
			_, i := sample(x)
			if 3*i+2 >= len(f.palette) {
				return errPNG
			}
			r, g, b = f.palette[3*i], f.palette[3*i+1], f.palette[3*i+2]
			if i < len(f.transparency) {
				a = f.transparency[i]
			}
		case 4:
			v, _ := sample(2 * x)
			t, _ := sample(2*x + 1)
			r, g, b, a = v, v, v, t
		case 6:
			r, _ = sample(4 * x)
			g, _ = sample(4*x + 1)
			b, _ = sample(4*x + 2)
			a, _ = sample(4*x + 3)
		}
		o := out[4*x:][:4:4]
		if o[3] = a; a == 255 {
			o[0], o[1], o[2] = r, g, b
			continue
		}
		m := func(v byte) byte { return byte((int(v)*int(a) + 127) / 255) }
		o[0], o[1], o[2] = m(r), m(g), m(b)
	}
	return nil
}
