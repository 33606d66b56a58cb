// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package jpeg

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	std "image/jpeg"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// scenery is a picture with slopes, edges and colours.
func scenery(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{uint8(255 * x / w), uint8(255 * y / h), uint8(128 + 100*math.Sin(float64(x+2*y)/9)), 255}
			if dx, dy := x-w/3, y-h/2; dx*dx+dy*dy < h*h/16 {
				c = color.RGBA{220, 40, 60, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func written(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := std.Encode(&b, img, &std.Options{Quality: 92}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// apart is the mean difference of two pictures, of 255.
func apart(t testing.TB, a, b image.Image) float64 {
	t.Helper()
	if a.Bounds().Size() != b.Bounds().Size() {
		t.Fatalf("%v and %v", a.Bounds(), b.Bounds())
	}
	sum, n := 0.0, 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			r, g, bl, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			for _, p := range [][2]uint32{{r, r2}, {g, g2}, {bl, b2}} {
				sum += math.Abs(float64(p[0]>>8) - float64(p[1]>>8))
				n++
			}
		}
	}
	return sum / float64(n)
}

func TestPixelsAreThoseOfTheStandardLibrary(t *testing.T) {
	for _, size := range [][2]int{{64, 48}, {1, 1}, {7, 9}, {17, 33}, {200, 121}} {
		for name, img := range map[string]image.Image{"colour": scenery(size[0], size[1]), "grey": grey(scenery(size[0], size[1]))} {
			data := written(t, img)
			want, err := std.Decode(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			got, err := Decode(data, 4000)
			if err != nil {
				t.Fatalf("%s %v: %v", name, size, err)
			}
			if d := apart(t, got, want); d > 0.8 {
				t.Errorf("%s %v: %.2f apart", name, size, d)
			}
		}
	}
}

func grey(img *image.RGBA) *image.Gray {
	out := image.NewGray(img.Rect)
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			out.Set(x, y, img.At(x, y))
		}
	}
	return out
}

// The files of testdata were written by other programs: progressive, with
// restart markers, with colours at half and full size, in four inks.
func TestFilesOfOtherProgramsAreRead(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.jpg")
	if len(files) < 6 {
		t.Fatalf("%d files", len(files))
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		want, err := std.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(f, err)
		}
		got, err := Decode(data, 4000)
		if err != nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		if d := apart(t, got, want); d > 1 {
			t.Errorf("%s: %.2f apart", f, d)
		}
		for _, n := range []int{2, 4, 8} {
			small, err := Decode(data, (want.Bounds().Dx()+n-1)/n)
			if err != nil {
				t.Errorf("%s by %d: %v", f, n, err)
				continue
			}
			if d := apart(t, small, shrunk(want, n)); d > 4 {
				t.Errorf("%s by %d: %.2f apart", f, n, d)
			}
		}
	}
}

// shrunk averages squares of n pixels.
func shrunk(img image.Image, n int) *image.RGBA {
	b := img.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, (b.Dx()+n-1)/n, (b.Dy()+n-1)/n))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			var s [3]uint32
			k := uint32(0)
			for v := y * n; v < min(b.Dy(), y*n+n); v++ {
				for u := x * n; u < min(b.Dx(), x*n+n); u++ {
					r, g, bl, _ := img.At(u, v).RGBA()
					s[0], s[1], s[2], k = s[0]+r>>8, s[1]+g>>8, s[2]+bl>>8, k+1
				}
			}
			out.SetRGBA(x, y, color.RGBA{uint8(s[0] / k), uint8(s[1] / k), uint8(s[2] / k), 255})
		}
	}
	return out
}

func TestWhatIsCutIsRefused(t *testing.T) {
	data := written(t, scenery(120, 90))
	for i := range 100 {
		if _, err := Decode(data[:len(data)*i/100], 4000); !errors.Is(err, ErrFormat) {
			t.Errorf("%d %%: %v", i, err)
		}
	}
}

func TestAFewBytesGetNoMemory(t *testing.T) {
	data := written(t, scenery(16, 16))
	at := bytes.Index(data, []byte{0xff, sof0})
	data[at+5], data[at+6], data[at+7], data[at+8] = 0x1f, 0x40, 0x1f, 0x40 // 8000 × 8000
	if n := testing.AllocsPerRun(1, func() {
		if _, err := Decode(data, 1600); !errors.Is(err, ErrFormat) {
			t.Error(err)
		}
	}); n > 100 {
		t.Errorf("%v allocations", n)
	}
	data[at+1] = 0xc9
	if _, err := Decode(data, 1600); !errors.Is(err, ErrUnsupported) {
		t.Error(err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(written(f, scenery(40, 30)))
	files, _ := filepath.Glob("testdata/*.jpg")
	for _, name := range files {
		b, _ := os.ReadFile(name)
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := DecodeConfig(data)
		if err != nil || c.Width*c.Height > 1<<20 {
			return
		}
		img, err := Decode(data, 64)
		if err == nil && img.Rect.Empty() {
			t.Error("nothing")
		}
	})
}

// A photo of 64 megapixels, its detail that of a smaller one.
func BenchmarkPhotoOf64Megapixels(b *testing.B) {
	big := image.NewYCbCr(image.Rect(0, 0, 9248, 6936), image.YCbCrSubsampleRatio420)
	for i := range big.Y {
		big.Y[i] = byte(i*7>>4 ^ i>>9)
	}
	data := written(b, big)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(data, 1600); err != nil {
			b.Fatal(err)
		}
	}
}
