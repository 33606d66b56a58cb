// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"bytes"
	"encoding/binary"
	"image/color"
	"slices"
	"strconv"

	"github.com/klauspost/compress/zlib"

	"insignia/designer"
	"insignia/internal/pngchunk"
)

// PNGWithin is PNG for who takes no more than so many bytes: as it is if it fits,
// else with 256 colours or fewer, the most that fit. Errors are picture-size and
// picture-bytes, with the fewest bytes it can have.
func (p Picture) PNGWithin(px, most int) ([]byte, error) {
	b, err := p.PNG(px)
	if err != nil || len(b) <= most {
		return b, err
	}
	pixels := straightPixels(p.scene, px)
	for n := 256; n >= 16; n /= 2 {
		if b, err = p.scene.indexed(px, pixels, n); err != nil || len(b) <= most {
			return b, err
		}
	}
	return nil, &designer.Error{Code: "picture-bytes", Args: designer.Args{"value": strconv.Itoa(len(b)), "need": strconv.Itoa(most)}}
}

// straightPixels draws a scene without premultiplied alpha, four bytes a pixel
// as one number; what is transparent is 0.
func straightPixels(s Scene, px int) []uint32 {
	img := s.Raster(px)
	row := make([]byte, 4*px)
	out := make([]uint32, 0, px*px)
	for y := range px {
		straight(row, img.Pix[y*img.Stride:][:4*px])
		for x := range px {
			v := binary.LittleEndian.Uint32(row[4*x:])
			if v>>24 == 0 {
				v = 0
			}
			out = append(out, v)
		}
	}
	return out
}

// indexed writes the pixels with at most n colours.
func (s Scene) indexed(px int, pixels []uint32, n int) ([]byte, error) {
	palette, of := quantise(pixels, n)
	var plte, trns []byte
	for _, c := range palette {
		plte = append(plte, c.R, c.G, c.B)
		trns = append(trns, c.A)
	}
	for len(trns) > 0 && trns[len(trns)-1] == 255 {
		trns = trns[:len(trns)-1]
	}
	var out bytes.Buffer
	z, err := zlib.NewWriterLevel(&out, zlib.BestCompression)
	if err != nil {
		return nil, err
	}
	row := make([]byte, 1+px)
	for y := range px {
		for x, v := range pixels[y*px:][:px] {
			row[1+x] = of[v]
		}
		if _, err := z.Write(row); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return s.file(px, colourIndexed, []pngchunk.Chunk{{Type: "PLTE", Data: plte}, {Type: "tRNS", Data: trns}}, out.Bytes()), nil
}

// tint is a colour and how many pixels have it.
type tint struct {
	v     uint32
	count int
}

// at is one of its four channels.
func (t tint) at(c int) float64 { return float64(t.v >> (8 * c) & 255) }

// quantise finds at most n colours for the pixels, those with the least alpha
// first, and which of them each pixel's becomes. It halves again and again the
// group of colours that is spread the widest, where it is, at its mean: as
// Heckbert's median cut does, by the error that is left.
func quantise(pixels []uint32, n int) ([]color.NRGBA, map[uint32]byte) {
	counts := map[uint32]int{}
	for _, v := range pixels {
		counts[v]++
	}
	all := make([]tint, 0, len(counts))
	for v, k := range counts {
		all = append(all, tint{v, k})
	}
	slices.SortFunc(all, func(a, b tint) int { return int(int64(a.v) - int64(b.v)) })
	groups := [][]tint{all}
	for len(groups) < n {
		worst, axis, at, most := -1, 0, 0.0, 0.0
		for i, g := range groups {
			if c, mean, left := spreadOf(g); left > most {
				worst, axis, at, most = i, c, mean, left
			}
		}
		if worst < 0 {
			break
		}
		var low, high []tint
		for _, t := range groups[worst] {
			if t.at(axis) <= at {
				low = append(low, t)
			} else {
				high = append(high, t)
			}
		}
		groups[worst] = low
		groups = append(groups, high)
	}
	type shade struct {
		c color.NRGBA
		g []tint
	}
	var shades []shade
	for _, g := range groups {
		var sum [4]float64
		k := 0.0
		for _, t := range g {
			for c := range sum {
				sum[c] += t.at(c) * float64(t.count)
			}
			k += float64(t.count)
		}
		v := func(c int) uint8 { return uint8(sum[c]/k + 0.5) }
		shades = append(shades, shade{color.NRGBA{v(0), v(1), v(2), v(3)}, g})
	}
	slices.SortStableFunc(shades, func(a, b shade) int { return int(a.c.A) - int(b.c.A) })
	palette, of := make([]color.NRGBA, len(shades)), map[uint32]byte{}
	for i, s := range shades {
		palette[i] = s.c
		for _, t := range s.g {
			of[t.v] = byte(i)
		}
	}
	return palette, of
}

// spreadOf is the channel in which a group is spread the widest, its mean, and
// the sum of the squares of the distances to it; 0 where it is one colour.
func spreadOf(g []tint) (axis int, at, left float64) {
	for c := range 4 {
		sum, k := 0.0, 0.0
		for _, t := range g {
			sum, k = sum+t.at(c)*float64(t.count), k+float64(t.count)
		}
		mean, square := sum/k, 0.0
		for _, t := range g {
			d := t.at(c) - mean
			square += d * d * float64(t.count)
		}
		if square > left {
			axis, at, left = c, mean, square
		}
	}
	return axis, at, left
}
