// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"insignia/designer"
	"insignia/render/icon"
	"insignia/render/outline"
)

var update = flag.Bool("update", false, "rewrite the golden pictures")

// sheet is a picture of many pictures, upper half on white, lower half on a
// near-black page.
type sheet struct {
	img *image.RGBA
	r   Rasterizer
}

func newSheet(w, h, dark int) *sheet {
	s := &sheet{img: image.NewRGBA(image.Rect(0, 0, w, h))}
	draw.Draw(s.img, s.img.Rect, image.NewUniform(pages["white"]), image.Point{}, draw.Src)
	draw.Draw(s.img, image.Rect(0, dark, w, h), image.NewUniform(pages["near-black"]), image.Point{}, draw.Src)
	return s
}

func (s *sheet) put(x, y, px int, sc Scene) {
	m := image.NewRGBA(image.Rect(0, 0, px, px))
	s.r.Draw(m, sc)
	draw.Draw(s.img, m.Rect.Add(image.Pt(x, y)), m, image.Point{}, draw.Over)
}

// check compares the sheet with testdata/<name>.png, with room for machines
// that round otherwise.
func (s *sheet) check(t *testing.T, name string) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if *update {
		var b bytes.Buffer
		enc := png.Encoder{CompressionLevel: png.BestCompression}
		if err := enc.Encode(&b, s.img); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds() != s.img.Rect {
		t.Fatalf("%s is %v, not %v: look at it after -update", file, img.Bounds(), s.img.Rect)
	}
	want := image.NewRGBA(img.Bounds())
	draw.Draw(want, want.Rect, img, image.Point{}, draw.Src)
	if mean, far := difference(s.img, want); mean > 0.1 || far > 0.0005 {
		t.Errorf("%s: mean difference %.3f of 255, %.3f %% differ by more than 16: look at it after -update", file, mean, 100*far)
	}
}

// Each shape with everything that can be on it, through all palettes.
func TestSheetOfShapes(t *testing.T) {
	combos := []designer.Look{
		{}, {Text: "WORKSHOP"}, {Ribbon: "ADVANCED"}, {Stars: 3}, {Text: "BIKE REPAIR", Stars: 2},
		{Text: "Map Curious", Ribbon: "LEVEL TWO"}, {Ribbon: "Primeros pasos", Stars: 1},
		{Text: "COMMUNITY", Ribbon: "Meal crew", Stars: 3},
	}
	icons := []string{"wrench", "map-pin", "cooking", "open-book", "bicycle", "heart", "tree", "camera"}
	shapes := options(t, "look.shape")
	const px, step = 104, 112
	for _, rim := range options(t, "look.rim") {
		s := newSheet(len(combos)*step+8, len(shapes)*step+8, len(shapes)/2*step+4)
		n := 0
		for row, shape := range shapes {
			for col, l := range combos {
				l.Shape, l.Rim = shape, rim
				l.Colours = palettes[n%len(palettes)].Name
				l.Icon = icons[(n+row)%len(icons)]
				n++
				s.put(8+col*step, 8+row*step, px, Of(designer.Draft{Look: l}).Scene())
			}
		}
		s.check(t, "shapes-"+rim)
	}
}

// Each palette large and at the sizes of a list and of a tab, on both pages.
func TestSheetOfPalettes(t *testing.T) {
	const step = 112
	s := newSheet(len(palettes)*step+8, 2*3*step+16, 3*step+8)
	for i, p := range palettes {
		for page := range 2 {
			x, y := 8+i*step, 8+page*(3*step+8)
			l := designer.Look{Shape: options(t, "look.shape")[i%6], Colours: p.Name, Icon: "star"}
			s.put(x, y, 104, Of(designer.Draft{Look: l}).Scene())
			l.Field, l.Rim, l.Text, l.Ribbon = "solid", "plain", "READER", "LEVEL 1"
			sc := Of(designer.Draft{Look: l}).Scene()
			s.put(x, y+step, 104, sc)
			s.put(x, y+2*step, 48, sc)
			s.put(x+52, y+2*step, 32, sc)
			l.Text, l.Ribbon = "", ""
			sc = Of(designer.Draft{Look: l}).Scene()
			s.put(x, y+2*step+54, 48, sc)
			s.put(x+52, y+2*step+54, 32, sc)
			s.put(x+86, y+2*step+54, 16, sc)
		}
	}
	s.check(t, "palettes")
}

// Each icon, as it is and on a badge.
func TestSheetOfIcons(t *testing.T) {
	const cols, step = 20, 56
	all := icon.All()
	rows := (len(all) + cols - 1) / cols
	s := newSheet(cols*step+8, 2*rows*step+8, 2*rows*step+8)
	for i, ic := range all {
		x, y := 8+i%cols*step, 8+i/cols*2*step
		p := ic.Outline().Transform(outline.Place(Size/48.0, Size/2, Size/2))
		s.put(x, y, 48, Scene{Items: []Item{{Path: p, Paint: Solid(color.RGBA{20, 40, 90, 255})}}})
		s.put(x, y+step, 48, Of(designer.Draft{Look: designer.Look{Icon: ic.Name, Field: "solid", Colours: palettes[i%len(palettes)].Name}}).Scene())
	}
	s.check(t, "icons")
}
