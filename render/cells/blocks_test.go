// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cells_test

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/render/cells"
)

var update = flag.Bool("update", false, "write the golden files anew")

// dots are a sign's, row by row: two columns, and 2 or 3 rows.
func dots(t *testing.T, r rune, down int) []bool {
	t.Helper()
	set := 0
	switch {
	case r == ' ':
	case r == '█':
		set = 1<<(2*down) - 1
	case down == 2:
		set = strings.IndexRune(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█", r)
		set = len([]rune(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"[:set]))
	case r == '▌':
		set = 0b010101
	case r == '▐':
		set = 0b101010
	case r >= 0x1FB00 && r <= 0x1FB3B:
		// The names are BLOCK SEXTANT-1 to BLOCK SEXTANT-23456, counted as binary
		// numbers, without 135 and 246, which are the halves.
		set = int(r-0x1FB00) + 1
		if set >= 0b010101 {
			set++
		}
		if set >= 0b101010 {
			set++
		}
	default:
		t.Fatalf("%c is no block", r)
	}
	out := make([]bool, 2*down)
	for i := range out {
		out[i] = set&(1<<i) != 0
	}
	return out
}

// Each set of dots of a cell has its own sign, with and without colour.
func TestEverySetOfDotsHasItsSign(t *testing.T) {
	for _, b := range []struct {
		blocks cells.Blocks
		down   int
	}{{cells.Quadrants, 2}, {cells.Sextants, 3}} {
		// Dots that are as wide as a cell says, of 3 by 4 or of 1 by 2 pixels.
		dw, dh := 3, 6
		if b.down == 3 {
			dh = 4
		}
		for set := range 1 << (2 * b.down) {
			img := image.NewRGBA(image.Rect(0, 0, 2*dw, b.down*dh))
			for y := range b.down * dh {
				for x := range 2 * dw {
					if set&(1<<(y/dh*2+x/dw)) != 0 {
						img.SetRGBA(x, y, color.RGBA{200, 100, 0, 255})
					}
				}
			}
			for _, ink := range inks {
				c := read(t, cells.Render(img, 1, 1, cells.Style{Ink: ink, Blocks: b.blocks}))[0]
				r := c.r
				if r == ' ' && c.bg != "" {
					r = '█'
				}
				for i, on := range dots(t, r, b.down) {
					if on != (set&(1<<i) != 0) {
						t.Fatalf("%06b is %c on %q", set, c.r, c.bg)
					}
				}
			}
		}
	}
}

// plain is a picture as a terminal shows it: the colour of each dot of a style.
func plain(t *testing.T, text string, down int) [][]color.RGBA {
	var out [][]color.RGBA
	paint := func(s string) color.RGBA {
		f := strings.Split(s, ";")
		if len(f) != 5 {
			return color.RGBA{}
		}
		var v [3]uint8
		for i := range v {
			n, _ := strconv.Atoi(f[2+i])
			v[i] = uint8(n)
		}
		return color.RGBA{v[0], v[1], v[2], 255}
	}
	for _, l := range strings.Split(text, "\n") {
		rows := make([][]color.RGBA, down)
		for _, c := range read(t, l) {
			for i, on := range dots(t, c.r, down) {
				p := paint(c.bg)
				if on {
					p = paint(c.fg)
				}
				rows[i/2] = append(rows[i/2], p)
			}
		}
		out = append(out, rows...)
	}
	return out
}

// Two colours a cell lose something, but less than half blocks do: in the badges
// here, each dot against what the picture has there.
func TestFinerBlocksAreNearerToThePicture(t *testing.T) {
	for _, l := range []designer.Look{
		{Shape: "rosette", Text: "COMMUNITY KITCHEN", Ribbon: "Meal crew", Stars: 3, Icon: "fingerprint"},
		{Shape: "circle", Icon: "bike", Colours: "plum"},
		{Shape: "shield", Centre: "letters", Letters: "BR", Pattern: "rays"},
	} {
		s := badge(l)
		img := s.Raster(960)
		far := map[cells.Blocks]float64{}
		for _, b := range []cells.Blocks{cells.Halves, cells.Quadrants, cells.Sextants} {
			text := cells.Preview(s, 40, 20, cells.Style{Blocks: b})
			down := 2
			if b == cells.Sextants {
				down = 3
			}
			got := plain(t, text, down)
			sum, n := 0.0, 0
			for y := 0; y < 960; y += 4 {
				for x := 0; x < 960; x += 4 {
					want := img.RGBAAt(x, y)
					have := got[y*len(got)/960][x*len(got[0])/960]
					for _, d := range [4]int{int(want.R) - int(have.R), int(want.G) - int(have.G), int(want.B) - int(have.B), int(want.A) - int(have.A)} {
						sum += float64(d * d)
						n++
					}
				}
			}
			far[b] = math.Sqrt(sum / float64(n))
		}
		t.Logf("%s: %.1f %.1f %.1f", l.Shape, far[cells.Halves], far[cells.Quadrants], far[cells.Sextants])
		if far[cells.Quadrants] >= far[cells.Halves] || far[cells.Sextants] >= far[cells.Quadrants] {
			t.Errorf("%s: halves %.1f, quadrants %.1f, sextants %.1f from the picture", l.Shape, far[cells.Halves], far[cells.Quadrants], far[cells.Sextants])
		}
	}
}

// A cell of three colours keeps the two that leave the least out.
func TestACellOfManyColoursIsPartedWhereItPartsBest(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 6, 12))
	for y := range 12 {
		for x := range 6 {
			c := color.RGBA{0, 0, 0, 255}
			switch {
			case y >= 8:
				c = color.RGBA{252, 252, 252, 255}
			case x >= 3 && y < 4:
				c = color.RGBA{32, 32, 32, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	c := read(t, cells.Render(img, 1, 1, cells.Style{Blocks: cells.Sextants}))[0]
	if got := fmt.Sprint(dots(t, c.r, 3)); got != "[true true true true false false]" || c.bg != "48;2;252;252;252" {
		t.Errorf("%+v: %s", c, got)
	}
}

// The text itself, colours and all.
func TestFrames(t *testing.T) {
	s := badge(designer.Look{Shape: "rosette", Text: "BIKES", Ribbon: "Level 1", Stars: 2, Icon: "bike"})
	for name, style := range styles {
		for _, size := range [][2]int{{16, 8}, {40, 20}} {
			got := cells.Preview(s, size[0], size[1], style)
			file := fmt.Sprintf("testdata/%s_%dx%d.golden", strings.ReplaceAll(name, " ", "_"), size[0], size[1])
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(file); err != nil || string(want) != got {
				t.Errorf("%s (-update writes it anew): %v\n%s", file, err, got)
			}
		}
	}
}
