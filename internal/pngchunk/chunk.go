// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package pngchunk reads and writes the chunks that a PNG is made of (PNG
// third edition, W3C 2025). It knows names, lengths, checksums and texts; it
// does not know pixels.
package pngchunk

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"
)

// Signature is how every PNG begins.
const Signature = "\x89PNG\r\n\x1a\n"

// Chunk is one chunk. Type is its four letters, as in "IDAT".
type Chunk struct {
	Type string
	Data []byte
}

// What can be wrong with a file that should be a PNG.
var (
	ErrSignature = errors.New("pngchunk: not a PNG")
	ErrCut       = errors.New("pngchunk: the file ends too early")
	ErrSum       = errors.New("pngchunk: a checksum does not fit")
	ErrType      = errors.New("pngchunk: a chunk's name is not four letters")
	ErrOrder     = errors.New("pngchunk: IHDR is not the first chunk or IEND not the last")
	ErrMany      = errors.New("pngchunk: more chunks than a picture has")
)

// MaxChunks is how many chunks a file may have: eight times those of a file of
// 32 MB whose data are cut into the 8,192 bytes that libpng takes. Without it a
// file of empty chunks would ask for twenty times its size.
const MaxChunks = 1 << 15

// Append adds a chunk to b. Data is at most 2³¹−1 bytes long, by the
// standard.
func Append(b []byte, c Chunk) []byte {
	b = slices.Grow(b, len(c.Data)+12)
	b = binary.BigEndian.AppendUint32(b, uint32(len(c.Data)))
	sum := len(b)
	b = append(b, c.Type...)
	b = append(b, c.Data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[sum:]))
}

// Encode writes a whole file of chunks.
func Encode(chunks []Chunk) []byte {
	b := []byte(Signature)
	for _, c := range chunks {
		b = Append(b, c)
	}
	return b
}

// Decode reads the chunks of a file; their data are parts of b. It checks
// the signature, the lengths, the names and every checksum, and that IHDR is
// first and IEND last. What follows IEND is an error too: a picture that
// carries more than its chunks is not one we wrote.
func Decode(b []byte) ([]Chunk, error) {
	if len(b) < len(Signature) || string(b[:len(Signature)]) != Signature {
		return nil, ErrSignature
	}
	b = b[len(Signature):]
	var out []Chunk
	for len(b) > 0 {
		if len(b) < 12 {
			return nil, ErrCut
		}
		n := binary.BigEndian.Uint32(b)
		if n > 1<<31-1 || uint64(n)+12 > uint64(len(b)) {
			return nil, ErrCut
		}
		c := Chunk{Type: string(b[4:8]), Data: b[8 : 8+n : 8+n]}
		for i := range c.Type {
			if l := c.Type[i] | 0x20; l < 'a' || l > 'z' {
				return nil, ErrType
			}
		}
		if crc32.ChecksumIEEE(b[4:8+n]) != binary.BigEndian.Uint32(b[8+n:]) {
			return nil, ErrSum
		}
		if (len(out) == 0) != (c.Type == "IHDR") || len(out) > 0 && out[len(out)-1].Type == "IEND" {
			return nil, ErrOrder
		}
		if len(out) == MaxChunks {
			return nil, ErrMany
		}
		out = append(out, c)
		b = b[12+n:]
	}
	if len(out) == 0 || out[len(out)-1].Type != "IEND" {
		return nil, ErrCut
	}
	return out, nil
}
