// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/render/icon"
)

// others draws a look's SVG at 512 pixels as the world does, with rsvg-convert,
// and gives what its pixels and ours differ by.
func others(t *testing.T, l designer.Look) (mean, far float64) {
	t.Helper()
	tool, err := exec.LookPath("rsvg-convert")
	if err != nil {
		t.Skip("SKIPPED: rsvg-convert (librsvg2-bin) is not installed, the SVG is not compared with the PNG")
	}
	p := Of(designer.Draft{Look: l})
	svg, _ := p.SVG()
	cmd := exec.Command(tool, "-w", "512", "-h", "512")
	cmd.Stdin = bytes.NewReader(svg)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	theirs := image.NewRGBA(img.Bounds())
	draw.Draw(theirs, theirs.Rect, img, image.Point{}, draw.Src)
	return difference(p.Scene().Raster(512), theirs)
}

// agree tells what is seen to differ.
func agree(t *testing.T, i int, l designer.Look) {
	t.Helper()
	if mean, far := others(t, l); mean > 0.3 || far > 0.002 {
		l.Picture = l.Picture[:min(len(l.Picture), 8)]
		t.Errorf("%d: mean difference %.3f of 255, %.2f %% differ by more than 16: %+v", i, mean, 100*far, l)
	}
}

func TestPixelsAndVectorsShowTheSame(t *testing.T) {
	looks := slices.Clone(gallery)
	for shape := range figures {
		for _, rim := range options(t, "look.rim") {
			l := heavy.Look
			l.Shape, l.Rim = shape, rim
			looks = append(looks, l)
		}
	}
	for _, centre := range []string{"picture", "cover", "whole"} {
		looks = append(looks, designer.Look{Centre: centre, Picture: sunset(t), Shape: "shield", Text: "OURS"})
		looks = append(looks, designer.Look{Centre: centre, Picture: sunset(t), Shape: "rosette", Rim: "none"})
	}
	for i, l := range looks {
		if testing.Short() && i%10 > 0 {
			continue
		}
		agree(t, i, l)
	}
}

// Looks that nobody chose: any part with any other, in any script that the font
// has, on any colours.
func TestLooksByChanceShowTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 512))
	n := 40
	if testing.Short() {
		n = 4
	}
	for i := range n {
		agree(t, i, byChance(t, r))
	}
}

func byChance(t *testing.T, r *rand.Rand) designer.Look {
	of := func(all []string) string { return all[r.IntN(len(all))] }
	text := func() string {
		return of([]string{"", "", "A", "BIKE REPAIR", "ÑANDÚ ÜBER ÅNGSTRÖM", "ΕΛΛΗΝΙΚΆ ΚΕΊΜΕΝΑ", "БИБЛИОТЕКА ЁЖИК", strings.Repeat("W", 24), "Bürger*innen & Co.", "«¿Qué?»—…"})
	}
	l := designer.Look{Text: text(), Lower: text(), Ribbon: text(), Letters: of([]string{"A", "ÑÜ", "Ω", "W@W", "gjy"}), Stars: r.IntN(4), Picture: sunset(t)}
	for _, x := range []struct {
		field string
		to    *string
	}{{"look.shape", &l.Shape}, {"look.rim", &l.Rim}, {"look.field", &l.Field}, {"look.pattern", &l.Pattern}, {"look.centre", &l.Centre}, {"look.edges", &l.Edges}, {"look.mark", &l.Mark}} {
		*x.to = of(options(t, x.field))
	}
	all := icon.All()
	l.Icon, l.Icon2 = all[r.IntN(len(all))].Name, all[r.IntN(len(all))].Name
	if l.Colours = palettes[r.IntN(len(palettes))].Name; r.IntN(2) == 0 {
		l.Colours = fmt.Sprintf("#%06x,%s,#%06x", r.IntN(1<<24), hues[r.IntN(len(hues))].Name, r.IntN(1<<24))
	}
	g := designer.NewGrid([]int{24, 32, 48}[r.IntN(3)])
	for range r.IntN(900) {
		g.Set(r.IntN(g.Side()), r.IntN(g.Side()), designer.Ink(r.IntN(designer.Inks+1)))
	}
	l.Pixels = g.String()
	return l
}

// difference gives the mean difference of the channels, of 255, and the
// share of channels that differ by more than 16.
func difference(a, b *image.RGBA) (mean, far float64) {
	sum, n := 0, 0
	for i := range a.Pix {
		d := int(a.Pix[i]) - int(b.Pix[i])
		d = max(d, -d)
		sum += d
		if d > 16 {
			n++
		}
	}
	return float64(sum) / float64(len(a.Pix)), float64(n) / float64(len(a.Pix))
}
