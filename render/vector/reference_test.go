// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/render"
	"insignia/render/vector"
)

var differences = flag.Bool("differences", false, "print how much each drawing differs")

// elsewhere are drawings that librsvg shows otherwise than we do, and why.
var elsewhere = map[string]string{
	"hand-unsized.svg":    "it takes such a drawing to begin at 0, 0",
	"inkscape-layers.svg": "it draws the text",
	"hand-wide.svg":       "it ends between two pixels",
	"hand-tall.svg":       "it ends between two pixels",
	"hand-gradients.svg":  "a pixel on a sharp edge of a blend falls to one side or the other",
	"hand-symbol.svg":     "the edge of a nested drawing falls to one side or the other",
	"canva-use.svg":       "two clips touch there, and cut the same pixels twice",
	"hand-joins.svg":      "a line goes back over itself, and covers the pixels of its edge twice",
}

// own are badges of ours of every shape, as SVG.
func own(t *testing.T) map[string][]byte {
	out := map[string][]byte{}
	shape, _ := designer.FieldByID("look.shape")
	rim, _ := designer.FieldByID("look.rim")
	pattern, _ := designer.FieldByID("look.pattern")
	ground, _ := designer.FieldByID("look.field")
	for i := range 20 {
		d, _ := sample.Load(sample.Names()[i%len(sample.Names())], "en")
		at := func(f designer.Field) string { return f.Options[i%len(f.Options)] }
		d.Look.Shape, d.Look.Rim, d.Look.Pattern, d.Look.Field = at(shape), at(rim), at(pattern), at(ground)
		d.Look.Text, d.Look.Stars = "Hello", i%4
		if i%3 == 0 {
			d.Look.Ribbon = "Ribbon"
		}
		svg, err := render.Of(d).SVG()
		if err != nil {
			t.Fatal(err)
		}
		out[fmt.Sprintf("own %d, %s", i, d.Look.Shape)] = svg
	}
	return out
}

// Twenty badges of ours, and twenty drawings in the manners of the programs
// that people draw with, look as librsvg draws them.
func TestDrawingsLookAsElsewhere(t *testing.T) {
	if _, err := exec.LookPath("rsvg-convert"); err != nil {
		t.Skip("there is no rsvg-convert here: it is not compared")
	}
	all := own(t)
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d drawings, %v", len(files), err)
	}
	for _, f := range files {
		if all[filepath.Base(f)], err = os.ReadFile(f); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for name, svg := range all {
		if n++; testing.Short() && n%5 > 0 {
			continue // whichever: maps are in no order
		}
		ours, _, err := vector.Read(svg)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		theirs, err := converted(svg, ours.Rect.Dx())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		mean, far := apart(ours, theirs)
		if *differences {
			t.Logf("%-28s mean %.3f of 255, %.4f%% of the pixels far apart", name, mean, 100*far)
		}
		mostMean, mostFar := 0.4, 0.0001
		if elsewhere[name] != "" {
			mostMean, mostFar = 1, 0.005
		}
		if name == "hand-unsized.svg" {
			continue // it has a test of its own
		}
		if mean > mostMean || far > mostFar {
			t.Errorf("%s differs by %.3f on average, %.3f%% of it far", name, mean, 100*far)
		}
	}
}

// converted is what librsvg draws, in the middle of a square.
func converted(svg []byte, side int) (*image.RGBA, error) {
	s := strconv.Itoa(side)
	cmd := exec.Command("rsvg-convert", "-w", s, "-h", s, "-a")
	cmd.Stdin = bytes.NewReader(svg)
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		return nil, err
	}
	b := img.Bounds()
	dst := image.NewRGBA(image.Rect(0, 0, side, side))
	draw.Draw(dst, image.Rect((side-b.Dx())/2, (side-b.Dy())/2, side, side), img, b.Min, draw.Src)
	return dst, nil
}

// apart is the mean of the greatest difference of each pixel, of 255, and the
// share of pixels that differ by more than a quarter of that.
func apart(a, b *image.RGBA) (mean, far float64) {
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		worst := 0
		for c := range 4 {
			worst = max(worst, max(int(a.Pix[i+c])-int(b.Pix[i+c]), int(b.Pix[i+c])-int(a.Pix[i+c])))
		}
		mean += float64(worst)
		if worst > 64 {
			far++
		}
		n++
	}
	return mean / float64(n), far / float64(n)
}
