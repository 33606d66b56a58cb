// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"strconv"
	"sync"

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
	data          []byte
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
	palette, data, ended := false, false, false
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
			if last != kind && data {
				return h, errPNG
			}
			if data = true; h.data == nil {
				h.data = d[:n:n] // most have one; a second one makes a copy of both
				break
			}
			h.data = append(h.data, d...)
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

// unpacker is what unpacking needs: 60 kB, which five documents of one badge
// share.
type unpacker struct {
	z   io.ReadCloser
	buf [16 << 10]byte
}

var unpackers = sync.Pool{New: func() any { return &unpacker{z: flate.NewReader(bytes.NewReader(nil))} }}

// over reads another stream.
func (u *unpacker) over(d []byte) io.Reader {
	if r, ok := u.z.(flate.Resetter); !ok || r.Reset(bytes.NewReader(d), nil) != nil {
		u.z = flate.NewReader(bytes.NewReader(d))
	}
	return u.z
}

// unpack reads all rows. The checksum of the unpacked bytes is left alone:
// those of the chunks say as much and cost less.
func (h header) unpack() error {
	d := h.data // a stream (RFC 1950, 2.2): deflate, no dictionary
	if len(d) < 2 || d[0]&0x0F != 8 || d[0]>>4 > 7 || d[1]&0x20 != 0 || (int(d[0])<<8|int(d[1]))%31 != 0 {
		return errPNG
	}
	t := unpackers.Get().(*unpacker)
	defer unpackers.Put(t)
	z, buf := t.over(d[2:]), t.buf[:]
	passes, rows, filter, at := h.passes(), 0, 0, 0 // filter is the place of the next row's filter, at that of buf
	for {
		n, err := z.Read(buf)
		for len(passes) > 0 && filter < at+n {
			if buf[filter-at] > 4 {
				return errPNG
			}
			filter += passes[0].row + 1
			if rows++; rows == passes[0].rows {
				passes, rows = passes[1:], 0
			}
		}
		at += n
		switch {
		case errors.Is(err, io.EOF) && len(passes) == 0 && at == filter:
			return nil
		case err != nil || len(passes) == 0 && at > filter:
			return errPNG
		}
	}
}
