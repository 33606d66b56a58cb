// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/internal/pngchunk"
)

func TestPNGHoldsThePixels(t *testing.T) {
	p := Of(heavy)
	for _, px := range []int{16, 32, 90, 300} {
		b, err := p.PNG(px)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		got, ok := img.(*image.NRGBA)
		if !ok || got.Rect != image.Rect(0, 0, px, px) {
			t.Fatalf("%T %v", img, img.Bounds())
		}
		want := p.Scene().Raster(px)
		for y := range px {
			for x := range px {
				w := color.NRGBAModel.Convert(want.RGBAAt(x, y)).(color.NRGBA)
				g := got.NRGBAAt(x, y)
				if !near(g.R, w.R) || !near(g.G, w.G) || !near(g.B, w.B) || g.A != w.A {
					t.Fatalf("%d px: %v at %d,%d, want %v", px, g, x, y, w)
				}
			}
		}
		for _, at := range [][2]int{{0, 0}, {px - 1, 0}, {0, px - 1}, {px - 1, px - 1}} {
			if got.NRGBAAt(at[0], at[1]).A != 0 {
				t.Error("a corner is not transparent")
			}
		}
	}
}

// Straight alpha is rounded here and cut there.
func near(a, b uint8) bool { return a-b+1 <= 2 }

func TestPNGCarriesColourSpaceAndWords(t *testing.T) {
	d := heavy
	d.Name, d.Look.Alt = "Ñandú & 木", "Zeile eins\nzwei"
	b, err := Of(d).PNG(64)
	if err != nil {
		t.Fatal(err)
	}
	chunks, err := pngchunk.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	words := map[string]string{}
	for _, c := range chunks {
		order = append(order, c.Type)
		if x, ok, err := pngchunk.ParseText(c); ok && err == nil {
			words[x.Keyword] = x.Value
		}
	}
	if got := strings.Join(order, " "); got != "IHDR sRGB iTXt iTXt IDAT IEND" {
		t.Errorf("chunks %s", got)
	}
	if words["Title"] != d.Name || words["Description"] != d.Look.Alt {
		t.Errorf("%q", words)
	}
	if b, _ = Of(designer.Draft{}).PNG(64); bytes.Contains(b, []byte("iTXt")) {
		t.Error("words nobody wrote")
	}
}

func TestPNGOf300IsSmallEnoughForEveryIssuer(t *testing.T) {
	for _, p := range palettes {
		for shape := range figures {
			d := heavy
			d.Look.Shape, d.Look.Colours = shape, p.Name
			if b, err := Of(d).PNG(300); err != nil || len(b) > 200_000 {
				t.Errorf("%s %s: %d bytes, %v", shape, p.Name, len(b), err)
			}
		}
	}
}

var outside = regexp.MustCompile(`(?i)href|<script|<image|<use|<style|@import|url\([^#]|https?:|<!`)

// wellFormed checks that the SVG is XML without anything from outside and
// returns its title and description.
func wellFormed(t *testing.T, b []byte) (title, desc string) {
	t.Helper()
	body := strings.Replace(string(b), ` xmlns="http://www.w3.org/2000/svg"`, "", 1)
	dec := xml.NewDecoder(bytes.NewReader(b))
	var open []string
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v\n%.300s", err, b)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			open = append(open, x.Name.Local)
			if len(open) == 1 {
				at := map[string]string{}
				for _, a := range x.Attr {
					at[a.Name.Local] = a.Value
				}
				if x.Name.Space != "http://www.w3.org/2000/svg" || at["viewBox"] != "0 0 1000 1000" {
					t.Fatalf("root %+v", x)
				}
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			switch open = open[:len(open):len(open)]; {
			case len(open) == 2 && open[1] == "title":
				title += string(x)
			case len(open) == 2 && open[1] == "desc":
				desc += string(x)
			}
		}
	}
	words := regexp.MustCompile(`(?s)<(title|desc)>.*?</(title|desc)>`)
	own := regexp.MustCompile(`<image [^>]*href="data:image/png;base64,[A-Za-z0-9+/=]*"/>`)
	if m := outside.FindString(own.ReplaceAllString(words.ReplaceAllString(body, ""), "")); m != "" {
		t.Fatalf("%q in an SVG", m)
	}
	return title, desc
}

func TestSVGIsWellFormedAndAlone(t *testing.T) {
	d := heavy
	d.Name, d.Look.Alt = `<script>alert("1")</script> & ]]>`, "a\x00b\x1bc\ufffed\xff"
	b, err := Of(d).SVG()
	if err != nil {
		t.Fatal(err)
	}
	title, desc := wellFormed(t, b)
	if title != d.Name || desc != "abcd\ufffd" {
		t.Errorf("title %q desc %q", title, desc)
	}
	if b, _ := Of(designer.Draft{}).SVG(); bytes.Contains(b, []byte("<title")) || bytes.Contains(b, []byte("<desc")) {
		t.Error("words nobody wrote")
	}
}

func TestSameDraftSameBytes(t *testing.T) {
	a, b := Of(heavy), Of(heavy.Clone())
	p1, _ := a.PNG(128)
	p2, _ := b.PNG(128)
	s1, _ := a.SVG()
	s2, _ := b.SVG()
	if !bytes.Equal(p1, p2) || !bytes.Equal(s1, s2) {
		t.Error("they differ")
	}
}

func TestNumbersAreShortAndNeverMinusZero(t *testing.T) {
	for v, want := range map[float64]string{0: "0", -0.001: "0", 1: "1", 100: "100", 0.5: "0.5", -12.345: "-12.35", 3.999: "4", 1e3 / 3: "333.33"} {
		if got := string(num(nil, v)); got != want {
			t.Errorf("%v is %s, want %s", v, got, want)
		}
	}
}

// sunset is a picture of one's own, as a draft keeps it.
func sunset(t testing.TB) string {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 400, 400))
	for y := range 400 {
		for x := range 400 {
			c := color.RGBA{uint8(90 + y/3), uint8(40 + y/4), uint8(160 - y/4), 255}
			if d := math.Hypot(float64(x-200), float64(y-240)); d < 90 {
				c = blend(color.RGBA{255, 220, 120, 255}, c, max(0, d-86)/4)
			}
			img.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

func FuzzOf(f *testing.F) {
	f.Add("skill", "Bike Repair", "en", "circle", "double", "gradient", "harbour", "wrench", "BIKES", "LEVEL 1", 3, "Alt")
	f.Add("", "", "", "", "", "", "", "", "", "", 0, "")
	f.Add("x", "\xff<&>\x00", "zz", "blob", "lace", "noise", "#12345,#,#", "../x", "木🎓\u202e", "]]>", -7, "\ufffe")
	f.Add("membership", "Ü", "es-MX", "star", "none", "solid", "#000000,#000000,#000000", "map", "\u0301\u0301", "   ", 1<<40, "--")
	f.Fuzz(func(t *testing.T, kind, name, lang, shape, rim, field, colours, icon, text, ribbon string, stars int, alt string) {
		p := Of(designer.Draft{Kind: kind, Name: name, Language: lang, Look: designer.Look{
			Shape: shape, Rim: rim, Field: field, Colours: colours, Icon: icon, Text: text, Ribbon: ribbon, Stars: stars, Alt: alt}})
		b, err := p.PNG(32)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := png.Decode(bytes.NewReader(b)); err != nil {
			t.Fatal(err)
		}
		if _, err := pngchunk.Decode(b); err != nil {
			t.Fatal(err)
		}
		svg, err := p.SVG()
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, svg)
		for _, pr := range p.Problems() {
			if _, ok := designer.FieldByID(pr.Field); !ok {
				t.Fatalf("%+v", pr)
			}
		}
	})
}

// What a look may have besides, as it may come from a file.
func FuzzParts(f *testing.F) {
	f.Add("rays", "icons", "map", "", "", "", "", "HELPER", "bars", "medal", "scalloped", "LEVEL")
	f.Add("", "letters", "", "ABC", "", "", "", "", "", "star", "two-tone", "")
	f.Add("dots", "drawing", "", "", heartPixels, "squares", "", "x", "stars", "gear", "stitched", "y")
	f.Add("tartan", "hole", "x", "木", "1/2", "torn", "iVBORw0KGgo=", "\xff", "moons", "blob", "lace", strings.Repeat("W", 300))
	f.Add("grid", "cover", "", "", "", "", sunset(f), "", "", "crest", "none", "")
	f.Fuzz(func(t *testing.T, pattern, centre, icon2, letters, pixels, edges, picture, lower, mark, shape, rim, text string) {
		p := Of(designer.Draft{Look: designer.Look{Pattern: pattern, Centre: centre, Icon2: icon2, Letters: letters, Pixels: pixels, Edges: edges,
			Picture: picture, Lower: lower, Mark: mark, Shape: shape, Rim: rim, Text: text, Ribbon: lower, Stars: len(text) % 5}})
		b, err := p.PNG(48)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := png.Decode(bytes.NewReader(b)); err != nil {
			t.Fatal(err)
		}
		svg, err := p.SVG()
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, svg)
		for _, it := range p.Scene().Items {
			if it.Clip != nil || it.Role == Text || it.Role == Lower || it.Role == Icon {
				continue // cut, or tested for their room elsewhere
			}
			if b := it.Path.Box(); b.X0 < -1 || b.Y0 < -1 || b.X1 > Size+1 || b.Y1 > Size+1 {
				t.Fatalf("%s at %v", it.Role, b)
			}
		}
		for _, pr := range p.Problems() {
			if _, ok := designer.FieldByID(pr.Field); !ok {
				t.Fatalf("%+v", pr)
			}
		}
	})
}
