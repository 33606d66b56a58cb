// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"bytes"
	"errors"
	"image"
	"slices"
	"strings"
	"sync"
	"testing"

	"insignia/designer"
	"insignia/export"
	"insignia/internal/locale"
)

var _ export.Picture = Picture{}

// heavy has everything a badge can have.
var heavy = designer.Draft{Name: "Community kitchen crew", Look: designer.Look{
	Shape: "rosette", Text: "COMMUNITY KITCHEN", Ribbon: "Meal crew 2026", Stars: 3, Icon: "fingerprint",
	Alt: "A fingerprint on a blue rosette.",
}}

func codes(ps []designer.Problem) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Code+" "+p.Field)
	}
	return out
}

func TestEveryNameOfTheVocabularyIsDrawnAsItself(t *testing.T) {
	seen := map[string]string{}
	look := func(name string, l designer.Look) {
		p := Of(designer.Draft{Look: l})
		if got := p.Problems(); len(got) > 0 {
			t.Errorf("%s: %v", name, got)
		}
		key := string(p.Scene().Raster(64).Pix)
		if other, ok := seen[key]; ok {
			t.Errorf("%s looks like %s", name, other)
		}
		seen[key] = name
		for _, lang := range locale.Languages() {
			if strings.Contains(name, "look.") && !locale.For(lang).Known("option."+name) {
				t.Errorf("option.%s has no words in %s", name, lang)
			}
		}
	}
	// The usual look is each field's first case, so the base differs from it.
	base := designer.Look{Shape: "circle", Rim: "double", Field: "gradient", Colours: "plum", Icon: "heart"}
	for _, x := range options(t, "look.shape") {
		l := base
		l.Shape, l.Stars = x, 1
		look("look.shape."+x, l)
	}
	for _, x := range options(t, "look.rim") {
		l := base
		l.Rim, l.Stars = x, 2
		look("look.rim."+x, l)
	}
	for _, x := range options(t, "look.field") {
		l := base
		l.Field, l.Stars = x, 3
		look("look.field."+x, l)
	}
	for _, x := range palettes {
		l := base
		l.Colours = x.Name
		look("palette "+x.Name, l)
	}
	if len(figures) != len(options(t, "look.shape")) {
		t.Error("a figure that no look can ask for")
	}
}

func TestWhatCannotBeDrawnIsTold(t *testing.T) {
	for _, c := range []struct {
		name string
		look designer.Look
		want []string
	}{
		{"nothing asked", designer.Look{}, nil},
		{"all known", heavy.Look, nil},
		{"unknown shape", designer.Look{Shape: "triangle"}, []string{"LOOK-UNKNOWN look.shape"}},
		{"unknown rim and field", designer.Look{Rim: "x", Field: "y"}, []string{"LOOK-UNKNOWN look.rim", "LOOK-UNKNOWN look.field"}},
		{"unknown palette", designer.Look{Colours: "harbor"}, []string{"LOOK-UNKNOWN look.colours"}},
		{"unknown icon", designer.Look{Icon: "bycicle"}, []string{"LOOK-UNKNOWN look.icon"}},
		{"glyphs", designer.Look{Text: "木 A", Ribbon: "🎓x"}, []string{"LOOK-GLYPH look.text", "LOOK-GLYPH look.ribbon"}},
		{"greek, cyrillic, accents", designer.Look{Text: "Ñandú Жук", Ribbon: "Αθήνα ßł"}, nil},
		{"invisible characters", designer.Look{Text: "A\u200dB\u00adC\ufe0f"}, nil},
		{"long", designer.Look{Shape: "star", Text: strings.Repeat("M", 24), Ribbon: strings.Repeat("M", 24)}, []string{"LOOK-FIT look.text", "LOOK-FIT look.ribbon"}},
		{"good free colours", designer.Look{Colours: "#0b3d91,#ffffff,#ff8c1a"}, nil},
		{"rim too near", designer.Look{Colours: "#0b3d91,#0b3d99,#ff8c1a"}, []string{"LOOK-CONTRAST look.colours"}},
		{"accent too near", designer.Look{Colours: "#ffffff,#000000,#ffff00"}, []string{"LOOK-CONTRAST look.colours"}},
		{"both too near", designer.Look{Colours: "#777777,#777777,#777777"}, []string{"LOOK-CONTRAST look.colours", "LOOK-CONTRAST look.colours"}},
		{"a rim that is not drawn", designer.Look{Rim: "none", Colours: "#0b3d91,#0b3d99,#ff8c1a"}, nil},
	} {
		got := Of(designer.Draft{Look: c.look}).Problems()
		if !slices.Equal(codes(got), c.want) {
			t.Errorf("%s: %v, want %v", c.name, codes(got), c.want)
		}
		for _, p := range got {
			if p.Level != designer.Warn || p.Question != designer.AskLook {
				t.Errorf("%s: %+v", c.name, p)
			}
			for _, lang := range locale.Languages() {
				w := locale.For(lang)
				for _, key := range []string{"", ".why", ".fix"} {
					if s := w.Fill("problem."+p.Code+key, p.Args); strings.ContainsAny(s, "[{}]") {
						t.Errorf("%s in %s: %q", p.Code+key, lang, s)
					}
				}
			}
		}
	}
}

func TestProblemsSayWhatWouldBeRight(t *testing.T) {
	for _, c := range []struct {
		look designer.Look
		args designer.Args
	}{
		{designer.Look{Shape: "hexagram"}, designer.Args{"value": "hexagram", "nearest": "hexagon"}},
		{designer.Look{Colours: "harbor"}, designer.Args{"value": "harbor", "nearest": "harbour"}},
		{designer.Look{Icon: "bycicle"}, designer.Args{"value": "bycicle", "nearest": "bicycle"}},
		{designer.Look{Text: "木A木林"}, designer.Args{"chars": "木林"}},
		{designer.Look{Field: "solid", Rim: "none", Colours: "#ffffff,#000000,#949494"}, nil}, // 3.03
		{designer.Look{Field: "solid", Rim: "none", Colours: "#ffffff,#000000,#959595"}, // 2.99, which must not be called 3
			designer.Args{"a": "#959595", "b": "#ffffff", "ratio": "2.9", "need": "3"}},
		{designer.Look{Field: "solid", Rim: "none", Colours: "rojo,white,#1e8e3e"}, designer.Args{"a": "#1e8e3e", "b": "rojo", "ratio": "1.2"}},
		{designer.Look{Field: "solid", Rim: "none", Colours: "red,white,verde"}, designer.Args{"a": "verde", "b": "red"}},
	} {
		got := Of(designer.Draft{Look: c.look}).Problems()
		if c.args == nil {
			if len(got) > 0 {
				t.Errorf("%+v: %v", c.look, got)
			}
			continue
		}
		if len(got) != 1 {
			t.Fatalf("%+v: %v", c.look, got)
		}
		for k, v := range c.args {
			if got[0].Args[k] != v {
				t.Errorf("%s is %q, want %q", k, got[0].Args[k], v)
			}
		}
	}
}

func TestTheUnknownIsDrawnAsTheUsual(t *testing.T) {
	d := designer.Draft{Kind: designer.KindMembership, Name: "Map Curious"}
	want := Of(d).Scene().SVG()
	d.Look = designer.Look{Shape: "blob", Rim: "lace", Field: "noise", Pattern: "tartan", Mark: "moons", Edges: "torn", Centre: "hole", Colours: "nocolours", Icon: "noicon"}
	p := Of(d)
	if !bytes.Equal(p.Scene().SVG(), want) {
		t.Error("it is drawn otherwise")
	}
	if p.Look() != d.Look {
		t.Errorf("what was asked was changed: %+v", p.Look())
	}
}

func TestMissingGlyphsAreLeftOut(t *testing.T) {
	letters := func(s string) int {
		it, _ := item(Of(designer.Draft{Look: designer.Look{Text: s}}).Scene(), Text)
		return len(it.Path)
	}
	if letters("AB木") != letters("AB") || letters("AB") == 0 {
		t.Error("a missing glyph is drawn")
	}
	if n := letters("木林"); n != 0 {
		t.Errorf("only missing glyphs draw %d segments", n)
	}
	if _, ok := item(Of(designer.Draft{Look: designer.Look{Ribbon: "木"}}).Scene(), Ribbon); ok {
		t.Error("a ribbon with nothing on it")
	}
}

func TestATextOfAMillionLettersIsRefusedQuickly(t *testing.T) {
	p := Of(designer.Draft{Look: designer.Look{Text: strings.Repeat("W", 1e6), Ribbon: strings.Repeat("W", 1e6)}})
	if got := codes(p.Problems()); !slices.Equal(got, []string{"LOOK-FIT look.text", "LOOK-FIT look.ribbon"}) {
		t.Errorf("%v", got)
	}
	if n := len(p.Scene().SVG()); n > 100_000 {
		t.Errorf("%d bytes", n)
	}
}

func TestPicturesFromManyGoroutinesAreTheSame(t *testing.T) {
	want, err := Of(heavy).PNG(96)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 4 {
				if got, err := Of(heavy).PNG(96); err != nil || !bytes.Equal(got, want) {
					t.Errorf("differs, %v", err)
				}
				Of(designer.Draft{Look: designer.Look{Icon: "map"}}).PNG(48)
			}
		})
	}
	wg.Wait()
}

func TestOnlySizesThatMakeSenseAreDrawn(t *testing.T) {
	p := Of(heavy)
	for _, px := range []int{-1, 0, 15, 4097, 1 << 40} {
		_, err := p.PNG(px)
		if !errors.Is(err, &designer.Error{Code: "picture-size"}) {
			t.Errorf("%d gives %v", px, err)
		}
		for _, lang := range locale.Languages() {
			if s := locale.For(lang).Error(err); strings.ContainsAny(s, "[{") || !strings.Contains(s, "4096") {
				t.Errorf("%s: %q", lang, s)
			}
		}
	}
}

func TestDrawingAgainAllocatesNothing(t *testing.T) {
	s := Of(heavy).Scene()
	dst := image.NewRGBA(image.Rect(0, 0, 128, 128))
	var r Rasterizer
	r.Draw(dst, s)
	if n := testing.AllocsPerRun(20, func() { r.Draw(dst, s) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestDrawingClearsWhatWasThere(t *testing.T) {
	s := Of(heavy).Scene()
	dst := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for i := range dst.Pix {
		dst.Pix[i] = 0x7f
	}
	var r Rasterizer
	r.Draw(dst, s)
	if !bytes.Equal(dst.Pix, s.Raster(64).Pix) {
		t.Error("something shines through")
	}
}

func BenchmarkScene(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Of(heavy)
	}
}

func BenchmarkRaster512(b *testing.B) {
	s := Of(heavy).Scene()
	dst := image.NewRGBA(image.Rect(0, 0, 512, 512))
	var r Rasterizer
	b.ReportAllocs()
	for b.Loop() {
		r.Draw(dst, s)
	}
}

func BenchmarkPNG512(b *testing.B) {
	p := Of(heavy)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.PNG(512); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSVG(b *testing.B) {
	s := Of(heavy).Scene()
	b.ReportAllocs()
	for b.Loop() {
		s.SVG()
	}
}
