// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"
)

// picture is a PNG of some 50 kB as badges have them: 400 × 400 pixels, a
// gradient with grain.
func picture(t testing.TB) []byte {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, 400, 400))
	seed := uint32(1)
	for y := range 400 {
		for x := range 400 {
			seed = seed*1664525 + 1013904223
			grain := uint8(0)
			if (x-200)*(x-200)+(y-200)*(y-200) < 150*150 {
				grain = uint8(seed >> 30)
			}
			m.Set(x, y, color.NRGBA{uint8(x / 2), uint8(y/2) + grain, 120, 255})
		}
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func thousand(b *testing.B, name string) {
	doc, err := os.ReadFile("testdata/valid/" + name + ".json")
	if err != nil {
		b.Fatal(err)
	}
	p := picture(b)
	from := strings.Index(string(doc), "data:image")
	to := from + strings.IndexByte(string(doc[from:]), '"')
	full := string(doc[:from]) + uri("png", p) + string(doc[to:])
	b.SetBytes(int64(len(full)))
	b.ReportMetric(float64(len(p)), "picture-bytes")
	b.ReportAllocs()
	for b.Loop() {
		for range 1000 {
			if r := Check([]byte(full)); len(r.Findings) > 0 {
				b.Fatal(r.Findings)
			}
		}
	}
}

// BenchmarkThousandBadges checks 1,000 foreign BadgeClasses, each with its
// picture inside.
func BenchmarkThousandBadges(b *testing.B) { thousand(b, "embedded") }

// BenchmarkThousandAchievements checks as many of version 3.
func BenchmarkThousandAchievements(b *testing.B) { thousand(b, "achievement") }

// BenchmarkHosted checks one badge whose picture lies elsewhere.
func BenchmarkHosted(b *testing.B) {
	doc, err := os.ReadFile("testdata/valid/hosted.json")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		Check(doc)
	}
}
