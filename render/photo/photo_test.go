// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/gif"
	stdjpeg "image/jpeg"
	"image/png"
	"math"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/internal/pngchunk"
)

// picture is one with slopes, an edge and transparent corners.
func picture(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{uint8(255 * x / w), uint8(255 * y / h), 90, 255}
			if x+y < 6 {
				c.A = uint8(40 * (x + y))
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := stdjpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asGIF(t testing.TB, frames int) []byte {
	t.Helper()
	g := &gif.GIF{Config: image.Config{Width: 20, Height: 10}}
	for i := range frames {
		f := image.NewPaletted(image.Rect(2, 1, 12, 9), color.Palette{color.Black, color.RGBA{255, 0, 0, 255}, color.Transparent})
		f.SetColorIndex(3+i%5, 4, 1)
		g.Image, g.Delay = append(g.Image, f), append(g.Delay, 0)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func near(a, b color.Color, by int) bool {
	r, g, bl, al := a.RGBA()
	r2, g2, b2, a2 := b.RGBA()
	for _, d := range [][2]uint32{{r, r2}, {g, g2}, {bl, b2}, {al, a2}} {
		if v := int(d[0]>>8) - int(d[1]>>8); v > by || v < -by {
			return false
		}
	}
	return true
}

func same(t *testing.T, name string, got image.Image, want image.Image, by int) {
	t.Helper()
	if got.Bounds().Size() != want.Bounds().Size() {
		t.Errorf("%s: %v, want %v", name, got.Bounds(), want.Bounds())
		return
	}
	for y := range want.Bounds().Dy() {
		for x := range want.Bounds().Dx() {
			if w := want.At(want.Bounds().Min.X+x, want.Bounds().Min.Y+y); !near(got.At(x, y), w, by) {
				t.Errorf("%s: %v at %d,%d, want %v", name, got.At(x, y), x, y, w)
				return
			}
		}
	}
}

func TestEveryKindOfPNGIsRead(t *testing.T) {
	src := picture(37, 23)
	grey, grey16, rgb16 := image.NewGray(src.Rect), image.NewGray16(src.Rect), image.NewNRGBA64(src.Rect)
	for y := range 23 {
		for x := range 37 {
			c := src.At(x, y)
			grey.Set(x, y, c)
			grey16.Set(x, y, c)
			rgb16.Set(x, y, c)
		}
	}
	for name, img := range map[string]image.Image{"colours": src, "grey": grey, "grey of 16 bits": grey16, "colours of 16 bits": rgb16} {
		p, err := Read(asPNG(t, img))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		same(t, name, p.Image(), img, 2)
	}
	for _, n := range []int{2, 4, 16, 200} { // 1, 2, 4 and 8 bits
		var pal color.Palette
		for i := range n {
			pal = append(pal, color.NRGBA{uint8(i * 255 / (n - 1)), uint8(255 - i), 40, uint8(255 - i%3*60)})
		}
		img := image.NewPaletted(image.Rect(0, 0, 29, 13), pal)
		for i := range img.Pix {
			img.Pix[i] = uint8(i * 7 % n)
		}
		p, err := Read(asPNG(t, img))
		if err != nil {
			t.Errorf("%d colours: %v", n, err)
			continue
		}
		same(t, "palette", p.Image(), img, 2)
	}
}

func TestLargePicturesAreReadSmaller(t *testing.T) {
	p, err := Read(asPNG(t, picture(3300, 40)))
	if err != nil || p.Image().Rect.Dx() != 1100 {
		t.Errorf("%v %v", err, p.Image().Rect)
	}
	p, err = Read(asJPEG(t, picture(4000, 3000)))
	if err != nil || p.Image().Rect.Dx() != 1000 {
		t.Errorf("%v %v", err, p)
	}
}

// The sums of the whole small picture once were kept beside it.
func TestALargePictureOfOneColourCostsLittle(t *testing.T) {
	var film bytes.Buffer
	if err := gif.Encode(&film, image.NewPaletted(image.Rect(0, 0, 4000, 4000), color.Palette{color.White, color.Black}), nil); err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"png": asPNG(t, image.NewGray(image.Rect(0, 0, 4000, 4000))), "gif": film.Bytes()} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		p, err := Read(b)
		runtime.ReadMemStats(&after)
		if err != nil || p.Image().Rect.Dx() != 1334 {
			t.Fatalf("%s: %v %v", name, err, p)
		}
		if n := after.TotalAlloc - before.TotalAlloc; n > 24<<20 {
			t.Errorf("%s: %d MB", name, n>>20)
		}
		if got, want := p.Image().RGBAAt(1333, 1333), p.Image().RGBAAt(0, 0); got != want {
			t.Errorf("%s: the last pixel is %v, the first %v", name, got, want)
		}
	}
}

func TestOfAGIFTheFirstPictureIsRead(t *testing.T) {
	b := asGIF(t, 10000)
	p, err := Read(b)
	if err != nil || p.Image().Rect != image.Rect(0, 0, 20, 10) {
		t.Fatalf("%v %v", err, p)
	}
	if p.Image().RGBAAt(3, 4) != (color.RGBA{255, 0, 0, 255}) || p.Image().RGBAAt(0, 0).A != 0 {
		t.Error("not the first, or not in its place")
	}
}

// exif puts an orientation into a JPEG, after change has been at it.
func exif(b []byte, how uint16, change func(t []byte)) []byte {
	body := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")
	binary.LittleEndian.PutUint16(body[6+18:], how)
	if change != nil {
		change(body[6:])
	}
	out := append([]byte{0xff, 0xd8, 0xff, 0xe1}, byte((len(body)+2)>>8), byte(len(body)+2))
	return append(append(out, body...), b[2:]...)
}

func TestPhotosAreTurnedUpright(t *testing.T) {
	// One corner is red: where it is when the camera was held so.
	img := image.NewRGBA(image.Rect(0, 0, 64, 32))
	for y := range 32 {
		for x := range 64 {
			img.SetRGBA(x, y, color.RGBA{255, 255, 255, 255})
			if x < 16 && y < 16 {
				img.SetRGBA(x, y, color.RGBA{255, 0, 0, 255})
			}
		}
	}
	b := asJPEG(t, img)
	corners := map[uint16]image.Point{0: {0, 0}, 1: {0, 0}, 2: {1, 0}, 3: {1, 1}, 4: {0, 1}, 5: {0, 0}, 6: {1, 0}, 7: {1, 1}, 8: {0, 1}, 9: {0, 0}, 65535: {0, 0}}
	for how, at := range corners {
		p, err := Read(exif(b, how, nil))
		if err != nil {
			t.Fatal(err)
		}
		r := p.Image().Rect
		if turned := how >= 5 && how <= 8; turned != (r.Dx() < r.Dy()) {
			t.Errorf("%d: %v", how, r)
		}
		x, y := 4+at.X*(r.Dx()-9), 4+at.Y*(r.Dy()-9)
		if c := p.Image().RGBAAt(x, y); !near(c, color.RGBA{255, 0, 0, 255}, 30) {
			t.Errorf("%d: %v at %d,%d of %v", how, c, x, y, r)
		}
	}
	for name, change := range map[string]func(t []byte){
		"far away": func(t []byte) { binary.LittleEndian.PutUint32(t[4:], 1<<31) }, "into itself": func(t []byte) { binary.LittleEndian.PutUint32(t[4:], 0) },
		"endless": func(t []byte) { binary.LittleEndian.PutUint16(t[8:], 65535) }, "no order": func(t []byte) { t[0] = 'X' },
	} {
		p, err := Read(exif(b, 6, change))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if r := p.Image().Rect; name != "endless" && r.Dx() < r.Dy() {
			t.Errorf("%s: turned", name)
		}
	}
}

func code(err error) string {
	var e *designer.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// claiming is a PNG of a few bytes that says it is so large.
func claiming(w, h uint32) []byte {
	head := binary.BigEndian.AppendUint32(nil, w)
	head = binary.BigEndian.AppendUint32(head, h)
	head = append(head, 8, 6, 0, 0, 0)
	return pngchunk.Encode([]pngchunk.Chunk{{Type: "IHDR", Data: head}, {Type: "IDAT", Data: []byte{0x78, 0x9c}}, {Type: "IEND"}})
}

// What is hostile is refused with a sentence, and costs next to nothing.
func TestHostilePicturesAreRefusedCheaply(t *testing.T) {
	bomb := func() []byte { // a megabyte of zeros in a kilobyte, for a picture of one row
		img := image.NewGray(image.Rect(0, 0, 4000, 4000))
		return asPNG(t, img)
	}()
	binary.BigEndian.PutUint32(bomb[20:], 1) // one row: the rest is never inflated
	tiny := asJPEG(t, picture(16, 16))
	at := bytes.Index(tiny, []byte{0xff, 0xc0})
	copy(tiny[at+5:], []byte{0x1f, 0x40, 0x1f, 0x40})
	huge := append([]byte(nil), tiny...)
	copy(huge[at+5:], []byte{0xff, 0xff, 0xff, 0xff})
	deep, arithmetic := asJPEG(t, picture(16, 16)), asJPEG(t, picture(16, 16))
	deep[at+4], arithmetic[at+1] = 12, 0xc9
	hollow := claiming(16, 16)
	begin, nothing := hollow[:33], pngchunk.Append(nil, pngchunk.Chunk{Type: "IDAT"})
	hollow = append(append([]byte(nil), begin...), bytes.Repeat(nothing, FileMost/len(nothing)-8)...)
	hollow = pngchunk.Append(hollow, pngchunk.Chunk{Type: "IEND"})
	for _, c := range []struct {
		name  string
		bytes []byte
		want  string
	}{
		{"nothing", nil, "photo-empty"},
		{"54 bytes that claim 8000 × 8000", claiming(8000, 8000), "photo-pixels"},
		{"54 bytes that claim 4000 × 4000", claiming(4000, 4000), "photo-broken"},
		{"a side of 0", claiming(0, 5), "photo-broken"},
		{"a side of 2³¹", claiming(1<<31, 1<<31), "photo-broken"},
		{"a wrong sum", bomb, "photo-broken"},
		{"a JPEG that claims 8000 × 8000", tiny, "photo-broken"},
		{"a JPEG that claims 65535 × 65535", huge, "photo-pixels"},
		{"a GIF that claims 4000 × 4000", append([]byte("GIF89a\xa0\x0f\xa0\x0f\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\xa0\x0f\xa0\x0f\x00"), 2, 2, 0x4c, 1, 0, 0x3b), "photo-broken"},
		{"HEIC", []byte("\x00\x00\x00\x18ftypheic\x00\x00"), "photo-heic"},
		{"AVIF", []byte("\x00\x00\x00\x18ftypavif\x00\x00"), "photo-kind"},
		{"WebP", []byte("RIFF\x00\x00\x00\x00WEBPVP8 "), "photo-kind"},
		{"SVG without a figure", []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), "photo-empty"},
		{"SVG cut off", []byte("<svg xmlns='http://www.w3.org/2000/svg'><g>"), "photo-broken"},
		{"a page with an SVG", []byte("<html><svg/></html>"), "photo-unknown"},
		{"an SVG after a mark and a remark", []byte("\ufeff\n<!-- a badge --><svg/>"), "photo-empty"},
		{"SVG of text", []byte("<svg><text>a</text></svg>"), "svg-nothing"},
		{"JPEG XL", []byte("\xff\x0a\xfa\x7f"), "photo-kind"},
		{"a film", []byte("\x00\x00\x00\x18ftypmp42\x00\x00"), "photo-kind"},
		{"HEIC of another brand", []byte("\x00\x00\x00\x18ftyphevx\x00\x00"), "photo-heic"},
		{"a JPEG of 12 bits", deep, "photo-jpeg"},
		{"a JPEG in arithmetic code", arithmetic, "photo-jpeg"},
		{"32 MB of empty chunks", hollow, "photo-broken"},
		{"PDF", []byte("%PDF-1.7"), "photo-kind"},
		{"text", []byte("hello"), "photo-unknown"},
		{"too long a file", make([]byte, FileMost+1), "photo-file"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Read(c.bytes)
		runtime.ReadMemStats(&after)
		if code(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
		if n := after.TotalAlloc - before.TotalAlloc; n > 20<<20 {
			t.Errorf("%s: %d MB", c.name, n>>20)
		}
		for _, lang := range locale.Languages() {
			if s := locale.For(lang).Error(err); strings.ContainsAny(s, "[{") || strings.Contains(s, "photo-") {
				t.Errorf("%s in %s: %q", c.name, lang, s)
			}
		}
	}
}

func TestWhatIsCutIsRefused(t *testing.T) {
	for name, b := range map[string][]byte{"png": asPNG(t, picture(60, 40)), "jpeg": asJPEG(t, picture(60, 40)), "gif": asGIF(t, 1)} {
		for i := 1; i < 99; i++ {
			if _, err := Read(b[:len(b)*i/100]); code(err) == "" {
				t.Errorf("%s cut at %d %%: %v", name, i, err)
			}
		}
	}
}

func TestWhatIsKeptFitsAndHasNothingButPixels(t *testing.T) {
	noise := image.NewNRGBA(image.Rect(0, 0, 1500, 900))
	r := rand.New(rand.NewPCG(1, 1))
	for i := range noise.Pix {
		noise.Pix[i] = byte(r.IntN(256)) | 0x80
	}
	for name, img := range map[string]image.Image{"noise": noise, "a slope": picture(1200, 1300), "small": picture(40, 30), "a dot": picture(1, 1)} {
		p, err := Read(asPNG(t, img))
		if err != nil {
			t.Fatal(err)
		}
		s, err := p.Keep(p.Square())
		if err != nil || len(s) > designer.PictureMost {
			t.Errorf("%s: %d characters, %v", name, len(s), err)
			continue
		}
		again, err := Kept(s)
		if err != nil || again.Rect.Dx() != again.Rect.Dy() || again.Rect.Dx() > 512 {
			t.Errorf("%s: %v %v", name, again.Rect, err)
		}
		d := designer.Draft{}
		if err := d.Set("look.picture", s); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if twice, _ := p.Keep(p.Square()); twice != s {
			t.Errorf("%s: not the same twice", name)
		}
	}
	for _, s := range []string{"", "????", "aGVsbG8=", strings.Repeat("A", designer.PictureMost+4)} {
		if _, err := Kept(s); code(err) != "photo-broken" {
			t.Errorf("%.10q: %v", s, err)
		}
	}
}

// paper is the photo of a drawing: lit from one side, noisy, a cross of pencil
// lines and a red disc on it.
func paper() *Photo {
	const n = 600
	img := image.NewRGBA(image.Rect(0, 0, n, n))
	r := rand.New(rand.NewPCG(2, 2))
	for y := range n {
		for x := range n {
			light := 235 - float64(x)*0.16 - float64(y)*0.05 // from 235 down to 110
			c := [3]float64{light, light, light * 0.96}
			if math.Abs(float64(x-y)) < 9 && x > 80 && x < 520 || math.Abs(float64(x-300)) < 7 && y > 60 && y < 540 {
				c = [3]float64{light * 0.5, light * 0.5, light * 0.52}
			}
			if math.Hypot(float64(x-450), float64(y-150)) < 70 {
				c = [3]float64{light * 0.9, light * 0.25, light * 0.25}
			}
			i := img.PixOffset(x, y)
			for k := range 3 {
				img.Pix[i+k] = byte(min(255, max(0, c[k]+float64(r.IntN(17)-8))))
			}
			img.Pix[i+3] = 255
		}
	}
	return &Photo{img: img}
}

func TestADrawingOnPaperBecomesOneOnSquares(t *testing.T) {
	p := paper()
	inks := []color.RGBA{{255, 255, 255, 255}, {200, 30, 30, 255}, {20, 60, 160, 255}}
	for _, side := range designer.GridSides() {
		g := p.Trace(p.Square(), Tracing{Side: side, Inks: inks})
		at := func(x, y float64) designer.Ink { return g.At(int(x/600*float64(side)), int(y/600*float64(side))) }
		for _, q := range [][2]float64{{300, 100}, {300, 500}, {150, 150}, {420, 420}, {220, 220}} {
			if at(q[0], q[1]) != designer.IconInk {
				t.Errorf("%d: no line at %v\n%s", side, q, g.String())
			}
		}
		if at(450, 150) != designer.StarInk {
			t.Errorf("%d: the disc is %d\n%s", side, at(450, 150), g.String())
		}
		for _, q := range [][2]float64{{30, 30}, {570, 570}, {570, 300}, {100, 400}, {30, 570}} {
			if at(q[0], q[1]) != designer.NoInk {
				t.Errorf("%d: ink on the paper at %v\n%s", side, q, g.String())
			}
		}
	}
	few, many := p.Trace(p.Square(), Tracing{Side: 48, Dark: -5}), p.Trace(p.Square(), Tracing{Side: 48, Dark: 5})
	if a, b := strings.Count(few.String(), "1"), strings.Count(many.String(), "1"); a >= b {
		t.Errorf("%d squares, and %d when darker", a, b)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(asPNG(f, picture(9, 7)))
	f.Add(asJPEG(f, picture(20, 20)))
	f.Add(asGIF(f, 2))
	f.Add(exif(asJPEG(f, picture(8, 8)), 6, nil))
	f.Add(claiming(30, 30))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := Read(b)
		if err != nil {
			if code(err) == "" {
				t.Fatalf("%v has no words", err)
			}
			return
		}
		if r := p.Image().Rect; r.Empty() || max(r.Dx(), r.Dy()) > workSide {
			t.Fatalf("%v", r)
		}
	})
}

func FuzzKept(f *testing.F) {
	f.Add("iVBORw0KGgo=")
	f.Fuzz(func(t *testing.T, s string) {
		if img, err := Kept(s); err == nil && img.Rect.Dx() > 512 {
			t.Fatal(img.Rect)
		}
	})
}

func BenchmarkRefusing54Bytes(b *testing.B) {
	data := claiming(8000, 8000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(data); err == nil {
			b.Fatal("read")
		}
	}
}

func BenchmarkTrace(b *testing.B) {
	p := paper()
	b.ReportAllocs()
	for b.Loop() {
		p.Trace(p.Square(), Tracing{Side: 48})
	}
}
