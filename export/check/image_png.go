// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"strconv"

	"insignia/internal/pngchunk"
)

// png unpacks the picture without keeping it: that every checksum fits, and
// that every row is there and begins with a filter that exists, is all that a
// reader needs. It reports whether it looked at all.
func (c *checker) png(p string, raw []byte) bool {
	h, err := readHeader(raw)
	if err == nil {
		if c.budget -= h.unpacked(); c.budget < 0 {
			return false
		}
		err = h.unpack()
	}
	switch {
	case err != nil:
		c.add(p, "image-bytes")
	case h.width != h.height:
		c.add(p, "image-square", "width", strconv.Itoa(h.width), "height", strconv.Itoa(h.height))
	}
	return true
}

// header is what IHDR says (PNG third edition, 11.2.1), and the data.
type header struct {
	width, height int
	bits          int // of a pixel
	interlaced    bool
	data          []io.Reader
}

var errPNG = errors.New("check: no PNG")

// formats are the samples of a pixel and the bit depths of each colour type.
var formats = map[byte]struct {
	samples int
	depths  string
}{0: {1, "\x01\x02\x04\x08\x10"}, 2: {3, "\x08\x10"}, 3: {1, "\x01\x02\x04\x08"}, 4: {2, "\x08\x10"}, 6: {4, "\x08\x10"}}

// maxSide is beyond what maxWork lets through; larger ones would overflow.
const maxSide = 1 << 24

func readHeader(raw []byte) (header, error) {
	var h header
	palette, ended := false, false
	last := ""
	rest, ok := bytes.CutPrefix(raw, []byte(pngchunk.Signature))
	for ok && !ended {
		if len(rest) < 12 {
			return h, errPNG
		}
		n := uint64(binary.BigEndian.Uint32(rest))
		if n+12 > uint64(len(rest)) || crc32.ChecksumIEEE(rest[4:8+n]) != binary.BigEndian.Uint32(rest[8+n:]) {
			return h, errPNG
		}
		kind, d := string(rest[4:8]), rest[8:8+n]
		rest = rest[12+n:]
		if (kind == "IHDR") != (last == "") {
			return h, errPNG
		}
		switch kind {
		case "IHDR":
			if len(d) != 13 {
				return h, errPNG
			}
			width, height, f := binary.BigEndian.Uint32(d), binary.BigEndian.Uint32(d[4:]), formats[d[9]]
			if !bytes.Contains([]byte(f.depths), d[8:9]) || d[10] != 0 || d[11] != 0 || d[12] > 1 ||
				width == 0 || height == 0 || width > maxSide || height > maxSide {
				return h, errPNG
			}
			h = header{width: int(width), height: int(height), bits: int(d[8]) * f.samples, interlaced: d[12] == 1}
			palette = d[9] != 3
		case "PLTE":
			palette = true
		case "IDAT":
			if len(h.data) > 0 && last != kind {
				return h, errPNG
			}
			h.data = append(h.data, bytes.NewReader(d))
		case "IEND":
			ended = true
		}
		last = kind
	}
	if !ended || len(h.data) == 0 || !palette {
		return h, errPNG
	}
	return h, nil
}

// pass is one of the pictures that an interlaced one is sent as.
type pass struct{ row, rows int } // bytes of a row without its filter

// adam7 are the first column and row of each pass and the steps to the next
// (8.1 of the standard).
var adam7 = [...]struct{ x, y, dx, dy int }{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}

func (h header) passes() []pass {
	bytes := func(pixels int) int { return (pixels*h.bits + 7) / 8 }
	if !h.interlaced {
		return []pass{{bytes(h.width), h.height}}
	}
	var out []pass
	for _, a := range adam7 {
		w, rows := (h.width-a.x+a.dx-1)/a.dx, (h.height-a.y+a.dy-1)/a.dy
		if w > 0 && rows > 0 {
			out = append(out, pass{bytes(w), rows})
		}
	}
	return out
}

// unpacked is how many bytes come out of the data.
func (h header) unpacked() int {
	n := 0
	for _, p := range h.passes() {
		n += (p.row + 1) * p.rows
	}
	return n
}

// unpack reads all rows, and the checksum after them.
func (h header) unpack() error {
	z, err := zlib.NewReader(io.MultiReader(h.data...))
	if err != nil {
		return err
	}
	in := bufio.NewReader(z)
	for _, p := range h.passes() {
		for range p.rows {
			filter, err := in.ReadByte()
			if err == nil && filter > 4 {
				err = errPNG
			}
			if err == nil {
				_, err = in.Discard(p.row)
			}
			if err != nil {
				return err
			}
		}
	}
	if _, err := in.ReadByte(); !errors.Is(err, io.EOF) {
		return errPNG
	}
	return nil
}
