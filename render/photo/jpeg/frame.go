// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package jpeg reads JPEG pictures smaller than they are: of each block of 8 × 8
// pixels it keeps only the low frequencies that the smaller picture needs, so
// that the photo of a telephone costs a few megabytes and not hundreds. It reads
// what cameras and programs write, baseline and progressive (ITU-T T.81); it
// knows no EXIF and no files.
package jpeg

import (
	"errors"
	"image"
)

var (
	// ErrFormat is returned for what is no JPEG or is cut or damaged.
	ErrFormat = errors.New("jpeg: not a whole JPEG")
	// ErrUnsupported is returned for the kinds that hardly anybody writes:
	// arithmetic, lossless, hierarchical, 12-bit.
	ErrUnsupported = errors.New("jpeg: a kind that is not read")
)

// Config is what a file says of its picture.
type Config struct{ Width, Height int }

// component is one of the colours.
type component struct {
	id         byte
	h, v       int // blocks of it in a unit
	table      byte
	dc, ac     *huffman
	across, up int // blocks, with those that only fill the last units
	nx, ny     int // kept coefficients of a block, and its samples, across and down
	coeff      []int16
	seen       []uint64 // which coefficients of a block are not zero, progressive only
	last       int      // DC
	samples    []byte
}

// decoder reads one file.
type decoder struct {
	data         []byte
	at           int
	config       Config
	progressive  bool
	comps        []component
	hMost, vMost int
	n            int // of 8: how much smaller the picture is read
	quant        [4][64]uint16
	dcTables     [4]*huffman
	acTables     [4]*huffman
	restart      int
	adobe        int // the transform it names, -1 for none
	framed       bool
	bits         uint32
	count        int
	run          int // of blocks that end, progressive
}

// zigzag is the place of the k-th coefficient in a block, by rows.
var zigzag = [64]byte{
	0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5,
	12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
	35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
	58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
}

// DecodeConfig reads the size without the picture.
func DecodeConfig(data []byte) (Config, error) {
	d := &decoder{data: data, adobe: -1}
	err := d.segments(true)
	return d.config, err
}

// Decode reads the picture, reduced by 2, 4 or 8 until neither side is longer
// than most, or by 8. What is transparent in no JPEG is opaque here.
func Decode(data []byte, most int) (*image.RGBA, error) {
	d := &decoder{data: data, adobe: -1}
	if err := d.segments(true); err != nil {
		return nil, err
	}
	d.n = 8
	for side := max(d.config.Width, d.config.Height); d.n > 1 && (side*d.n+7)/8 > most; d.n /= 2 {
	}
	if err := d.allocate(); err != nil {
		return nil, err
	}
	if err := d.segments(false); err != nil {
		return nil, err
	}
	d.transform()
	return d.picture(), nil
}

// The markers that matter.
const (
	soi   = 0xd8
	eoi   = 0xd9
	sof0  = 0xc0
	sof1  = 0xc1
	sof2  = 0xc2
	dht   = 0xc4
	jpg   = 0xc8
	dac   = 0xcc
	sos   = 0xda
	dqt   = 0xdb
	dnl   = 0xdc
	dri   = 0xdd
	app14 = 0xee
)

// segments goes through the file, up to its frame or to its end.
func (d *decoder) segments(upToFrame bool) error {
	if len(d.data) < 4 || d.data[0] != 0xff || d.data[1] != soi {
		return ErrFormat
	}
	if d.at == 0 {
		d.at = 2
	}
	scans := 0
	for {
		m, err := d.marker()
		if err != nil {
			return err
		}
		switch {
		case m == eoi:
			if upToFrame || scans == 0 {
				return ErrFormat
			}
			return nil
		case m >= 0xd0 && m <= 0xd7 || m == 0x01:
			continue // stand alone
		}
		if d.at+2 > len(d.data) {
			return ErrFormat
		}
		n := int(d.data[d.at])<<8 | int(d.data[d.at+1])
		if n < 2 || d.at+n > len(d.data) {
			return ErrFormat
		}
		body := d.data[d.at+2 : d.at+n]
		d.at += n
		switch {
		case m == sof0 || m == sof1 || m == sof2:
			if d.framed {
				return ErrFormat
			}
			d.progressive = m == sof2
			if err = d.frame(body); err == nil && upToFrame {
				return nil
			}
		case m >= 0xc0 && m <= 0xcf && m != dht && m != jpg && m != dac, m == dac, m == dnl:
			return ErrUnsupported
		case m == dht:
			err = d.huffmans(body)
		case m == dqt:
			err = d.quants(body)
		case m == dri:
			if len(body) != 2 {
				return ErrFormat
			}
			d.restart = int(body[0])<<8 | int(body[1])
		case m == app14:
			if len(body) >= 12 && string(body[:5]) == "Adobe" {
				d.adobe = int(body[11])
			}
		case m == sos:
			if !d.framed {
				return ErrFormat
			}
			if scans++; scans > 200 { // a progressive file has about ten
				return ErrFormat
			}
			err = d.scan(body)
		}
		if err != nil {
			return err
		}
	}
}

// marker finds the next one.
func (d *decoder) marker() (byte, error) {
	for d.at+1 < len(d.data) {
		if d.data[d.at] != 0xff {
			// Rubbish between segments is left out, as everybody does.
			d.at++
			continue
		}
		m := d.data[d.at+1]
		if m == 0xff {
			d.at++
			continue
		}
		d.at += 2
		if m != 0 {
			return m, nil
		}
	}
	return 0, ErrFormat
}

func (d *decoder) frame(b []byte) error {
	if len(b) < 6 || len(b) != 6+3*int(b[5]) {
		return ErrFormat
	}
	if b[0] != 8 {
		return ErrUnsupported
	}
	d.config = Config{Width: int(b[3])<<8 | int(b[4]), Height: int(b[1])<<8 | int(b[2])}
	if d.config.Width == 0 || d.config.Height == 0 {
		return ErrUnsupported
	}
	n := int(b[5])
	if n != 1 && n != 3 && n != 4 {
		return ErrUnsupported
	}
	d.comps = make([]component, n)
	d.hMost, d.vMost = 1, 1
	units := 0
	for i := range d.comps {
		c := component{id: b[6+3*i], h: int(b[7+3*i] >> 4), v: int(b[7+3*i] & 15), table: b[8+3*i]}
		if c.h < 1 || c.h > 4 || c.v < 1 || c.v > 4 || c.h == 3 || c.v == 3 || c.table > 3 {
			return ErrFormat
		}
		for _, o := range d.comps[:i] {
			if o.id == c.id {
				return ErrFormat
			}
		}
		if n == 1 {
			c.h, c.v = 1, 1 // a lone component has units of one block
		}
		units += c.h * c.v
		d.hMost, d.vMost = max(d.hMost, c.h), max(d.vMost, c.v)
		d.comps[i] = c
	}
	if units > 10 {
		return ErrFormat
	}
	d.framed = true
	return nil
}

// allocate makes room for the coefficients that are kept. A block takes a bit at
// least, so that a short file cannot ask for much.
func (d *decoder) allocate() error {
	blocks := 0
	for i := range d.comps {
		c := &d.comps[i]
		c.across = (d.config.Width + 8*d.hMost - 1) / (8 * d.hMost) * c.h
		c.up = (d.config.Height + 8*d.vMost - 1) / (8 * d.vMost) * c.v
		blocks += c.across * c.up
	}
	if blocks/8 > len(d.data) {
		return ErrFormat
	}
	for i := range d.comps {
		c := &d.comps[i]
		// A colour that was written at half the size is not halved once more.
		c.nx, c.ny = min(8, d.n*d.hMost/c.h), min(8, d.n*d.vMost/c.v)
		c.coeff = make([]int16, c.across*c.up*c.nx*c.ny)
		if d.progressive && c.nx*c.ny > 1 {
			c.seen = make([]uint64, c.across*c.up)
		}
	}
	return nil
}

func (d *decoder) quants(b []byte) error {
	for len(b) > 0 {
		wide, at := int(b[0]>>4), b[0]&15
		if b = b[1:]; wide > 1 || at > 3 || len(b) < 64*(wide+1) {
			return ErrFormat
		}
		for k := range 64 {
			v := uint16(b[k*(wide+1)])
			if wide == 1 {
				v = v<<8 | uint16(b[2*k+1])
			}
			d.quant[at][zigzag[k]] = v
		}
		b = b[64*(wide+1):]
	}
	return nil
}
