// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package letters

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"insignia/internal/frametest"
)

// specimen are lines that show what letters there are.
var specimen = []string{
	"Newcomers of 16 to 25 who drop in at the",
	"Tuesday evening, ride an old bike: 100 %!",
	"ABCDEFGHIJKLMNOPQRSTUVWXYZ & @ / €",
	"abcdefghijklmnopqrstuvwxyz 0123456789",
	"ÁÉÍÑÓÚÜ áéíñóúü ç ¿qué? ¡sí! ßæøå ÀÂÄÃÅ ýžšńň",
	"“quotes” «comillas» (brackets) a–b; c/d, e.",
	"Ελληνικά: Μάθε λίγα Κυριλλικά ΔΛΞΨΩ",
	"Кириллица: Жук, лайм, йога, щи, ёж, я и ты",
}

func TestSpecimens(t *testing.T) {
	for _, z := range []Size{5, 7, 8, 9, 12} {
		var all []string
		for _, s := range specimen {
			all = append(all, z.Draw(s)...)
		}
		for i := range all {
			all[i] = strings.TrimRight(all[i], " ")
		}
		frametest.Golden(t, fmt.Sprintf("size_%d", z), strings.Join(all, "\n")+"\n")
	}
}

func TestCanNamesWhatHasLetters(t *testing.T) {
	for s, want := range map[string]bool{
		"": true, "Bike Repair Buddy": true, "¿Qué tal?\n«Sí»": true, "Łódź Ñandú Ελλάδα Ёлка": true, "1/2 – 30 %…": true,
		"漢字": false, "שלום": false, "सीख": false, "🚲": false, "a\u0301": false, "a\u200db": false, "\x1b": false,
	} {
		if got := Can(s); got != want {
			t.Errorf("Can(%q) is %v", s, got)
		}
	}
}

// Under the least size letters would be blots: in it, those a text is made of
// must differ from each other.
func TestLettersOfTheLeastSizeDiffer(t *testing.T) {
	seen := map[string]rune{}
	for _, r := range "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?¿¡()áéíóúüñÁÉÍÓÚÑ%&@€" {
		shape := strings.Join(Least.Draw(string(r)), "\n")
		if other, ok := seen[shape]; ok {
			t.Errorf("%q looks like %q\n%s", r, other, shape)
		}
		seen[shape] = r
	}
}

func TestStrokesAreEven(t *testing.T) {
	for _, z := range []Size{5, 7, 8, 9, 10, 14} {
		for _, r := range "HTIELF" {
			g := z.glyph(r)
			thick := 0 // dots of the longest upright
			for x := range g.w {
				n := 0
				for y := range g.h {
					if g.bits[y*g.w+x] {
						n++
					}
				}
				if n >= g.h-1 {
					thick++
				}
			}
			want := z.dots(z.stem())
			if r == 'H' {
				want *= 2
			}
			if z > Least && thick != want {
				t.Errorf("size %d: %c has uprights of %d dots, want %d", z, r, thick, want)
			}
		}
	}
}

func TestLettersStandOnOneLine(t *testing.T) {
	for _, z := range Sizes(40) {
		k := z.scale()
		for _, r := range "HEnmxzhdlTLD" {
			if g := z.glyph(r); g.top+g.h != 0 {
				t.Errorf("size %d: %c ends %d dots below the line", z, r, g.top+g.h)
			}
		}
		for _, r := range "HETLD" {
			if g, want := z.glyph(r), -int(capHeight*k+0.5); g.top != want {
				t.Errorf("size %d: %c begins at %d, want %d", z, r, g.top, want)
			}
		}
		for _, r := range "nmxz" {
			if g := z.glyph(r); g.top != -int(z) {
				t.Errorf("size %d: %c begins at %d", z, r, g.top)
			}
		}
	}
}

func TestDrawnLettersAreWhole(t *testing.T) {
	for r, s := range drawn {
		body, _, _ := strings.Cut(s, "_")
		rows := strings.Split(body, "/")
		if n := len(rows); n != 5 && n != 7 {
			t.Errorf("%c has %d rows", r, n)
		}
		for _, row := range strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '_' }) {
			if strings.Trim(row, ".#") != "" || len(row) > len(rows[0]) && r != 'j' || len(row) < len(rows[0]) && row != "##." && r != 'i' {
				t.Errorf("%c has the row %q", r, row)
			}
		}
		if !Can(string(r)) {
			t.Errorf("%c is drawn in vain", r)
		}
	}
	for from, to := range alike {
		if drawn[to] == "" {
			t.Errorf("%c is like %c, which is not drawn", from, to)
		}
	}
}

func TestWrapBreaksBetweenWords(t *testing.T) {
	z := Least
	got := z.Wrap("Repaired three\n different  punctures unbreakableunbreakable", 60)
	want := []string{"Repaired", "three", "different", "punctures", "unbreakable", "unbreakable"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func FuzzALineIsAsWideAsItSays(f *testing.F) {
	f.Add("Newcomers of 16", 7, 40)
	f.Add("ÁÉÍÑ ïj ﷽ 漢\x00\xff\u0301", 5, 3)
	f.Add(strings.Repeat("W", 300), 120, 1)
	f.Fuzz(func(t *testing.T, s string, size, cols int) {
		if !utf8.ValidString(s) || len(s) > 500 {
			return
		}
		z := Least + Size(uint(size)%40)
		cols = 1 + int(uint(cols)%300)
		flat := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) {
					return -1
				}
				return r
			}, s)
		}
		lines := z.Wrap(s, cols)
		if got := strings.Join(lines, ""); flat(got) != flat(s) {
			t.Fatalf("%q became %q", s, got)
		}
		for _, l := range lines {
			w := z.Width(l)
			if w > cols && utf8.RuneCountInString(l) > 1 {
				t.Fatalf("%q is %d wide, room for %d", l, w, cols)
			}
			rows := z.Draw(l)
			if len(rows) != z.Rows() {
				t.Fatalf("%d rows", len(rows))
			}
			for _, row := range rows {
				if utf8.RuneCountInString(row) != w {
					t.Fatalf("%q: a row is %d wide, said %d", l, utf8.RuneCountInString(row), w)
				}
			}
		}
	})
}

func BenchmarkALine(b *testing.B) {
	for b.Loop() {
		glyphs.kept = nil
		Size(9).Draw("Newcomers of 16 to 25 who drop in")
	}
}
