// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image/png"
	"math/rand/v2"
	"slices"
	"testing"

	"insignia/internal/pngchunk"
)

// drawn is a PNG of that size and kind whose data are n zero bytes, in two
// chunks.
func drawn(t testing.TB, width, height int, depth, colour, interlace byte, n int) []byte {
	t.Helper()
	head := binary.BigEndian.AppendUint32(nil, uint32(width))
	head = binary.BigEndian.AppendUint32(head, uint32(height))
	head = append(head, depth, colour, 0, 0, interlace)
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	if _, err := z.Write(make([]byte, n)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	half := packed.Len() / 2
	chunks := []pngchunk.Chunk{{Type: "IHDR", Data: head}}
	if colour == 3 {
		chunks = append(chunks, pngchunk.Chunk{Type: "PLTE", Data: make([]byte, 3)})
	}
	return pngchunk.Encode(append(chunks, pngchunk.Chunk{Type: "IDAT", Data: packed.Bytes()[:half]},
		pngchunk.Chunk{Type: "IDAT", Data: packed.Bytes()[half:]}, pngchunk.Chunk{Type: "IEND"}))
}

// readable is what the validator makes of a picture: that it can be read or not.
func readable(raw []byte) bool {
	c := &checker{budget: maxWork}
	return c.png("", raw) && !slices.Contains(rules(Report{Findings: c.findings}), "image-bytes")
}

func decodes(raw []byte) bool {
	_, err := png.Decode(bytes.NewReader(raw))
	return err == nil
}

func TestPicturesOfEveryKindAreReadAsTheStandardLibraryReadsThem(t *testing.T) {
	seen := map[bool]int{}
	for colour := range byte(8) {
		for _, depth := range []byte{0, 1, 2, 4, 8, 16, 3} {
			for interlace := range byte(3) {
				for _, side := range [][2]int{{1, 1}, {2, 3}, {5, 9}, {8, 8}, {17, 4}} {
					h := header{width: side[0], height: side[1], bits: int(depth) * formats[colour].samples, interlaced: interlace == 1}
					for _, more := range []int{-1, 0, 1} {
						raw := drawn(t, side[0], side[1], depth, colour, interlace, max(h.unpacked()+more, 0))
						got, want := readable(raw), decodes(raw)
						seen[want]++
						if got != want {
							t.Errorf("%v, depth %d, colour %d, interlace %d, %+d bytes: %v, want %v", side, depth, colour, interlace, more, got, want)
						}
					}
				}
			}
		}
	}
	if seen[true] < 100 || seen[false] < 100 {
		t.Errorf("%v", seen)
	}
}

func TestDamagedPicturesAreReadAsTheStandardLibraryReadsThem(t *testing.T) {
	good := picture(t)
	if !readable(good) {
		t.Fatal("the picture itself cannot be read")
	}
	r := rand.New(rand.NewPCG(1, 2))
	n := 300
	if testing.Short() {
		n = 30
	}
	for range n {
		bad := slices.Clone(good)
		switch r.IntN(3) {
		case 0:
			bad[r.IntN(len(bad))] ^= 1 << r.IntN(8)
		case 1:
			bad = bad[:r.IntN(len(bad))]
		case 2:
			bad = append(bad, "more"...)
		}
		if got, want := readable(bad), decodes(bad); got != want {
			t.Errorf("%d bytes: %v, want %v", len(bad), got, want)
		}
	}
}
