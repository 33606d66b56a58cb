// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var texts = []struct {
	name, in, want string
	removed        int
}{
	{"plain text stays", "Bike Repair Buddy: 3 bikes\n(about 6 h)", "Bike Repair Buddy: 3 bikes\n(about 6 h)", 0},
	{"accents, Greek, Cyrillic, Arabic and Han stay", "Çınar Ωμέγα Щука مرحبا 徽章", "Çınar Ωμέγα Щука مرحبا 徽章", 0},
	{"letters are composed", "cafe\u0301 A\u030A", "café Å", 0},
	{"any end of a line is one newline", "a\r\nb\rc\vd\fe\u0085f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh", 0},
	{"a tab is a space", "a\tb", "a b", 0},
	{"controls go", "a\x00b\x07c\x7fd\u0081e", "abcde", 4},
	{"colours go as a whole", "\x1b[1;31mred\x1b[0m", "red", 11},
	{"eight bit sequences too", "\u009b31mred", "red", 4},
	{"a clipboard write goes with its payload", "a\x1b]52;c;ZXZpbA==\x07b", "ab", 16},
	{"a link keeps its text", "\x1b]8;;https://x.example\x1b\\here\x1b]8;;\x1b\\", "here", 31},
	{"a picture goes with its payload", "a\x1b_Gf=24,s=1;AAAA\x1b\\b", "ab", 18},
	{"a device string goes with its payload", "a\x1bP1$r0m\x1b\\b", "ab", 9},
	{"an eight bit string ends in eight bits", "a\u009d0;title\u009cb", "ab", 9},
	{"a string without an end loses only its introducer", "\x1b]my own words", "my own words", 2},
	{"a string does not swallow the next line", "\x1b]0;one\ntwo\x07three", "0;one\ntwothree", 3},
	{"a character set goes as a whole", "\x1b(Bplain", "plain", 3},
	{"a lone escape goes", "end\x1b", "end", 1},
	{"two escapes go", "\x1b\x1b[31mx", "x", 6},
	{"the end of a paste inside a paste goes", "a\x1b[201~b", "ab", 6},
	{"overrides and isolates go", "a\u202Eb\u202Cc\u2066d\u2069e\u200Ff", "abcdef", 5},
	{"zero width characters go", "a\u200Bb\u2060c\uFEFFd\u00ADe", "abcde", 4},
	{"tags go", "ok\U000E0041\U000E007F", "ok", 2},
	{"noncharacters go", "a\uFFFEb\uFDD0c\U0010FFFFd", "abcd", 3},
	{"bytes that are not text leave a mark", "a\xff\xfeb\x9b31m", "a\uFFFDb\uFFFD31m", 3},
	{"a lone surrogate leaves a mark", "a\xed\xa0\x80b", "a\uFFFDb", 3},
	{"a tower of accents is cut at eight", "Z" + strings.Repeat("\u0300", 500), "Z" + strings.Repeat("\u0300", 8), -1},
	{"a family stays a family", "👩‍👩‍👧 🏳️‍🌈 ✊🏽 1️⃣ ❤️", "👩‍👩‍👧 🏳️‍🌈 ✊🏽 1️⃣ ❤️", 0},
	{"Persian and Sinhala keep their joiners", "می\u200Cخواهم ක්\u200Dෂ", "می\u200Cخواهم ක්\u200Dෂ", 0},
	{"a joiner that joins nothing goes", "a\u200Db\u200Cc \u200D👩", "abc 👩", 3},
	{"letters meet when a joiner goes", "e\u200D\u0301", "é", 1},
	{"a style sign on a letter goes", "a\uFE0Fb", "ab", 1},
}

func TestTextKeepsWhatPeopleWriteAndDropsTheRest(t *testing.T) {
	for _, c := range texts {
		t.Run(c.name, func(t *testing.T) {
			got, n := Text(c.in)
			if got != c.want {
				t.Errorf("Text(%q) = %q, want %q", c.in, got, c.want)
			}
			if c.removed >= 0 && n != c.removed {
				t.Errorf("Text(%q) counts %d removed, want %d", c.in, n, c.removed)
			}
			if c.removed < 0 && n == 0 {
				t.Errorf("Text(%q) counts nothing", c.in)
			}
		})
	}
}

func TestAMegabyteOfIntroducersIsReadOnce(t *testing.T) {
	for _, in := range []string{"\x1b]", "\u009d", "\x1bP", "\x1b_x", "e\u200D\u0301", "\u0300", "\xff"} {
		got, _ := Text(strings.Repeat(in, 1<<20/len(in)))
		if len(got) > 1<<20 {
			t.Errorf("%q grows to %d bytes", in, len(got))
		}
	}
}

func TestLinePutsEachLineEndInOneSpace(t *testing.T) {
	got, n := Line("a\r\nb\n\nc\td")
	if got != "a b  c d" || n != 0 {
		t.Errorf("Line gives %q, %d", got, n)
	}
}

func TestNoControlCharacterSurvives(t *testing.T) {
	for r := rune(0); r < 0xA0; r++ {
		if r == '\n' || r >= ' ' && r < 0x7F {
			continue
		}
		got, _ := Text("a" + string(r) + "b")
		if strings.ContainsRune(got, r) {
			t.Errorf("U+%04X survives in %q", r, got)
		}
	}
}

// What is taken for plain is what the long way would leave as it is.
func TestPlainTextNeedsNothing(t *testing.T) {
	for r := rune(0); r < 0x400; r++ {
		s := "a" + string(r) + string(r) + "b"
		if !plain(s) {
			continue
		}
		if seen, n := visible(s); seen != s || n != 0 || norm.NFC.String(s) != s || lineEnds.Replace(s) != s {
			t.Errorf("U+%04X is not plain", r)
		}
	}
}

func FuzzTextIsSafeAndSettled(f *testing.F) {
	for _, c := range texts {
		f.Add(c.in)
	}
	f.Add("\u2ADC\uFE0F\u200D\u0338")
	f.Add(strings.Repeat("a\u0315\u0300\u05ae\u0300\u0062", 9))
	f.Fuzz(func(t *testing.T, in string) {
		got, n := Text(in)
		if !utf8.ValidString(got) {
			t.Errorf("%q is not UTF-8", got)
		}
		if !norm.NFC.IsNormalString(got) {
			t.Errorf("%q is not NFC", got)
		}
		marks := 0
		for _, r := range got {
			if r != '\n' && (hidden(r) || unicode.IsControl(r) || unicode.Is(unicode.Cs, r)) {
				t.Errorf("%q keeps U+%04X", got, r)
			}
			if unicode.Is(unicode.M, r) {
				marks++
			} else if r != zwj && r != zwnj {
				marks = 0
			}
			if marks > maxMarks {
				t.Fatalf("%q has a tower of marks", got)
			}
		}
		if n < 0 {
			t.Errorf("%d removed", n)
		}
		again, m := Text(got)
		if again != got || m != 0 {
			t.Errorf("not settled: %q then %q, %d removed", got, again, m)
		}
		line, _ := Line(in)
		if strings.ContainsAny(line, "\n\t\r") {
			t.Errorf("Line keeps a line end: %q", line)
		}
	})
}

func TestCutLeavesWholeCharacters(t *testing.T) {
	for _, c := range []struct {
		in    string
		limit int
		want  string
		cut   bool
	}{
		{"abc", 3, "abc", false},
		{"abc", 2, "ab", true},
		{"abc", 0, "", true},
		{"abc", -1, "", true},
		{"", 0, "", false},
		{"héllo", 2, "hé", true},
		{"ab\u0323\u0300c", 3, "a", true},
		{"ok👩‍👧!", 3, "ok", true},
		{"ok👩‍👧!", 4, "ok", true},
		{"ok👩‍👧!", 5, "ok👩‍👧", true},
		{"🇵🇹🇪🇸", 3, "🇵🇹", true},
		{"✊🏽", 1, "✊", true}, // nothing whole fits
		{"x✊🏽", 2, "x", true},
	} {
		got, cut := Cut(c.in, c.limit)
		if got != c.want || cut != c.cut {
			t.Errorf("Cut(%q, %d) = %q, %v, want %q, %v", c.in, c.limit, got, cut, c.want, c.cut)
		}
	}
}

func FuzzCutStaysWithinItsLimit(f *testing.F) {
	f.Add("ok👩‍👧!", 4)
	f.Add("🇵🇹🇪🇸", 3)
	f.Fuzz(func(t *testing.T, in string, limit int) {
		got, cut := Cut(in, limit)
		if n := utf8.RuneCountInString(got); n > max(limit, 0) {
			t.Errorf("%d characters, limit %d", n, limit)
		}
		if !strings.HasPrefix(in, got) || cut != (got != in) {
			t.Errorf("Cut(%q) = %q, %v", in, got, cut)
		}
		if limit > 0 && in != "" && got == "" {
			t.Errorf("Cut(%q, %d) leaves nothing", in, limit)
		}
	})
}

func TestSlugSpellsWhatItCan(t *testing.T) {
	for in, want := range map[string]string{
		"Bike Repair Buddy":              "bike-repair-buddy",
		"  Mapa: ¡curiosidad!  ":         "mapa-curiosidad",
		"Crème brûlée & Öl":              "creme-brulee-ol",
		"Straße Łódź Þór İzmir ÆØ":       "strasse-lodz-thor-izmir-aeo",
		"Καλημέρα ουρανός Οὐρανία":       "kalimera-ouranos-ourania",
		"Ёлка Щука Київ Ђорђе":           "yolka-shchuka-kiyiv-djordje",
		"Rider’s don't":                  "riders-dont",
		"１２ №":                           "12-no",
		"徽章":                             "badge",
		"🚲":                              "badge",
		"":                               "badge",
		"../../etc/passwd":               "etc-passwd",
		"CON":                            "con-badge",
		"com1":                           "com1-badge",
		"com¹":                           "com1-badge",
		"com":                            "com",
		"com10":                          "com10",
		"a\x00b":                         "a-b",
		strings.Repeat("a", 80):          strings.Repeat("a", 60),
		strings.Repeat("word ", 20):      strings.TrimSuffix(strings.Repeat("word-", 12), "-"),
		strings.Repeat("w", 58) + " xyz": strings.Repeat("w", 58),
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzSlugIsAFileName(f *testing.F) {
	f.Add("Bike Repair Buddy")
	f.Add("LPT9.txt")
	f.Add("ου Ёё ß" + strings.Repeat("щ", 40))
	f.Fuzz(func(t *testing.T, in string) {
		got := Slug(in)
		if len(got) < 1 || len(got) > maxSlug || strings.Trim(got, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" ||
			strings.HasPrefix(got, "-") || strings.HasSuffix(got, "-") || strings.Contains(got, "--") || Device(got) {
			t.Errorf("Slug(%q) = %q", in, got)
		}
		if again := Slug(got); again != got {
			t.Errorf("Slug(%q) = %q", got, again)
		}
	})
}

func TestDeviceKnowsWindowsNames(t *testing.T) {
	for _, name := range []string{"con", "NUL", "nul.txt", "aux.tar.gz", "com1", "LPT9", "lpt³.x", "conout$", "con .txt"} {
		if !Device(name) {
			t.Errorf("%q is a device", name)
		}
	}
	for _, name := range []string{"console", "com", "com12", "nul2", "lpt", "icon", "badge.json", "comé"} {
		if Device(name) {
			t.Errorf("%q is no device", name)
		}
	}
}

func BenchmarkTextPlain(b *testing.B) {
	s := strings.Repeat("Repaired three different punctures. ", 30)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Text(s)
	}
}

func BenchmarkTextHostile(b *testing.B) {
	s := strings.Repeat("\x1b[31mé\u200De\u0301\u202E👩‍👧\xff", 1000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Text(s)
	}
}
