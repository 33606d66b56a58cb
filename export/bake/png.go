// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bake

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"strings"
	"unicode/utf8"

	"insignia/internal/pngchunk"
)

// IsPNG reports whether b begins as a PNG does.
func IsPNG(b []byte) bool { return bytes.HasPrefix(b, []byte(pngchunk.Signature)) }

// keywords are the names of the chunk in both generations of the standard.
var keywords = map[string]bool{"openbadges": true, "openbadgecredential": true}

// pngTexts gives the baked texts of a PNG. It walks the chunks by itself,
// since pictures that are sound enough for every browser have bytes after
// their end, or a chunk that nobody looks at with a wrong checksum.
func pngTexts(b []byte) (out [][]byte, err error) {
	b = b[len(pngchunk.Signature):]
	for len(b) >= 12 && len(out) < maxTexts {
		n := uint64(binary.BigEndian.Uint32(b))
		if n+12 > uint64(len(b)) {
			break
		}
		c := pngchunk.Chunk{Type: string(b[4:8]), Data: b[8 : 8+n]}
		named := keywords[keyword(c)]
		if named && crc32.ChecksumIEEE(b[4:8+n]) != binary.BigEndian.Uint32(b[8+n:]) {
			return nil, damaged()
		}
		b = b[12+n:]
		if !named {
			continue
		}
		switch text, ok, err := pngchunk.ParseRaw(c, MaxText); {
		case errors.Is(err, pngchunk.ErrLarge):
			return nil, large()
		case err != nil:
			return nil, damaged()
		case ok:
			out = append(out, letters(c.Type, text.Value))
		}
	}
	return out, nil
}

// keyword is the name of a text chunk as bakers write it: some with capitals.
func keyword(c pngchunk.Chunk) string {
	if c.Type != "tEXt" && c.Type != "zTXt" && c.Type != "iTXt" {
		return ""
	}
	key, _, _ := bytes.Cut(c.Data[:min(len(c.Data), 80)], []byte{0})
	return strings.ToLower(strings.TrimSpace(string(key)))
}

// letters reads a tEXt or a zTXt, which should be Latin-1: bakers put UTF-8
// into them, and Latin-1 is hardly ever valid as such.
func letters(kind string, b []byte) []byte {
	if kind == "iTXt" || utf8.Valid(b) {
		return b
	}
	out := make([]byte, 0, 2*len(b))
	for _, c := range b {
		out = utf8.AppendRune(out, rune(c))
	}
	return out
}
