// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package big

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"insignia/internal/frametest"
)

func TestDigitsAsTheyAreSeen(t *testing.T) {
	var b strings.Builder
	for _, rows := range []int{1, 2, 3, 4, 5, 6, 7, 9, 12, 16} {
		fmt.Fprintf(&b, "%d rows\n", rows)
		for _, text := range []string{"01234", "56789", "+-:12"} {
			for _, l := range Digits(text, rows) {
				b.WriteString(strings.TrimRight(l, " ") + "\n")
			}
			b.WriteByte('\n')
		}
	}
	frametest.Golden(t, "digits", b.String())
}

func TestDigitsFillTheirRowsAndTheirWidth(t *testing.T) {
	for rows := range 60 {
		for _, text := range []string{"4:10", "12:34", "+0:05", "−1", "8", "", "words"} {
			lines := Digits(text, rows)
			if len(lines) != rows {
				t.Fatalf("%q in %d rows has %d", text, rows, len(lines))
			}
			for i, l := range lines {
				if n := utf8.RuneCountInString(l); n != Width(text, rows) && (rows >= Least || i == 0) {
					t.Fatalf("%q in %d rows: line %d is %d wide, not %d", text, rows, i, n, Width(text, rows))
				}
			}
		}
	}
}

func TestEveryCharacterLooksLikeNoOther(t *testing.T) {
	for rows := Least; rows < 50; rows++ {
		seen := map[string]rune{}
		for _, r := range "0123456789:-+" {
			look := strings.Join(Digits(string(r), rows), "\n")
			if other, ok := seen[look]; ok {
				t.Errorf("%d rows: %c looks like %c", rows, r, other)
			}
			seen[look] = r
		}
	}
}

// A clock that counts must not move from side to side.
func TestAllDigitsAreEquallyWide(t *testing.T) {
	for rows := range 60 {
		for _, r := range "123456789+-−" {
			if Width(string(r), rows) != Width("0", rows) {
				t.Errorf("%d rows: %c is %d wide, 0 %d", rows, r, Width(string(r), rows), Width("0", rows))
			}
		}
	}
}

func TestWhatIsNoDigitIsLeftOut(t *testing.T) {
	for rows := range 9 {
		if got, want := fmt.Sprint(Digits("a4: 1é0\n", rows)), fmt.Sprint(Digits("4:10", rows)); got != want {
			t.Errorf("%d rows\n%s", rows, got)
		}
	}
}

func TestRowsFit(t *testing.T) {
	for w := range 250 {
		for h := range 80 {
			rows := Rows("12:34", w, h)
			switch {
			case rows > h || Width("12:34", rows) > w || rows == 2:
				t.Fatalf("%d rows in %d by %d", rows, w, h)
			case rows == 0 && w >= 5 && h > 0:
				t.Fatalf("nothing in %d by %d", w, h)
			case rows >= Least && rows < h && Width("12:34", rows+1) <= w:
				t.Fatalf("%d rows in %d by %d, one more fits", rows, w, h)
			}
		}
	}
}

func BenchmarkWall(b *testing.B) {
	for b.Loop() {
		Digits("12:34", 36)
	}
}
