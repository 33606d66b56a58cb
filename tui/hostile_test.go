// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"charm.land/lipgloss/v2"

	"insignia/designer"
	"insignia/internal/frametest"
)

// hostile are texts that have broken terminals, layouts and files before.
var hostile = map[string]string{
	"quotes":     `He said "it's <b>fine</b>" & left \ here`,
	"umlauts":    "Größe, naïve, Łódź, Kraków, İstanbul",
	"greek":      "Ψηφιακές δεξιότητες για όλους",
	"cyrillic":   "Цифрові навички для всіх",
	"emoji":      "👩‍🎓 ❤️ 🏳️‍🌈 1️⃣ 🎖️ 👨‍👩‍👧‍👦",
	"hindi":      "हिन्दी में बैज",
	"rtl":        "مهارات رقمية للجميع שלום עולם",
	"bidi":       "abc\u202edef\u2066ghi\u2069",
	"wide":       "界面设计工作坊，欢迎参加",
	"marks":      "a" + strings.Repeat("\u0301", 400) + "b",
	"escape":     "\x1b]0;owned\x07\x1b[31mred\x1b[2J\x1b]52;c;aGk=\x07after",
	"dcs":        "\x1bPq#0~\x1b\\\x1b_Gf=100;AAAA\x1b\\x",
	"c1":         "a\u009b31mb\u0085c",
	"nul":        "a\x00b\x7fc",
	"bad utf-8":  "a\xff\xfeb",
	"markdown":   "# title\n- a\n![x](http://x) <script>alert(1)</script>",
	"one line":   strings.Repeat("Donaudampfschifffahrt", 60),
	"many lines": strings.Repeat("line\n", 300),
	"5000":       strings.Repeat("Fünf Wörter sind hier drin. ", 180),
	"csv":        "=HYPERLINK(\"http://x\")",
	"zero width": "a\u200bb\u2060c\ufeffd",
}

var sgr = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

// safe fails if a frame carries anything to the terminal but colours, or a
// line wider than the terminal.
func safe(t *testing.T, d *frametest.Driver, w, h int) {
	t.Helper()
	plain := sgr.ReplaceAllString(d.Styled(), "")
	for _, r := range plain {
		if r < 0x20 && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200b || r == 0xfeff {
			t.Fatalf("%U reaches the terminal\n%q", r, plain)
		}
	}
	if !utf8.ValidString(plain) {
		t.Fatal("bytes that are not UTF-8 reach the terminal")
	}
	lines := strings.Split(plain, "\n")
	if len(lines) > h {
		t.Fatalf("%d lines on a terminal of %d", len(lines), h)
	}
	for _, l := range lines {
		if lipgloss.Width(l) > w {
			t.Fatalf("a line is %d cells wide on a terminal of %d: %q", lipgloss.Width(l), w, l)
		}
	}
}

func TestHostileTextHarmsNoScreenAndIsKept(t *testing.T) {
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			for _, size := range [][2]int{{40, 12}, {80, 24}} {
				st := newStore(t)
				d := frametest.New(t, New(options(t, st)), size[0], size[1])
				ok := func() { t.Helper(); safe(t, d, size[0], size[1]) }
				d.Press("enter")
				d.Paste(text)
				ok()
				d.Press("enter")
				for range 6 { // every question, its own fields and those behind "more"
					d.Paste(text)
					ok()
					d.Press("f3")
					ok()
					d.Paste(text)
					d.Press("tab")
					ok()
					d.Press("pgdown")
					ok()
				}
				d.Press("f2", "esc", "f1", "esc", "f5")
				ok()
				d.Press("esc", "tab", "tab", "enter")
				ok()
				d.Press("esc")
				ok()
				got := stored(t, st)
				if got.Earner.Who == "" {
					t.Error("nothing was kept")
				}
				if name == "greek" && got.Earner.Who != text {
					t.Errorf("kept %q", got.Earner.Who)
				}
			}
		})
	}
}

func TestAPasteOfAMegabyteIsCutWithAWord(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	d.Paste(strings.Repeat("words and more of them\n", 1<<20/23))
	if !d.Has("characters were left out") {
		t.Fatalf("the cut is not mentioned\n%s", d.Frame())
	}
	d.Press("tab")
	if n := utf8.RuneCountInString(stored(t, st).Earner.Who); n < 990 || n > 1000 {
		t.Fatalf("%d characters kept, want all that fit", n)
	}
	safe(t, d, 80, 24)
}

func TestTypingStopsAtTheLimitWithAWord(t *testing.T) {
	d := begun(t, options(t, newStore(t)), 80, 24)
	d.Paste(strings.Repeat("x", 999))
	d.Type("y")
	if d.Has("It is full") {
		t.Fatal("said too early")
	}
	d.Type("z")
	if !d.Has("This field holds 1000 characters. It is full.") {
		t.Fatal(d.Frame())
	}
	if got := d.Model().(*Model).draft.Earner.Who; !strings.HasSuffix(got, "xy") {
		t.Fatalf("kept …%q", got[len(got)-3:])
	}
}

func TestHiddenCharactersAreMentionedOnce(t *testing.T) {
	d := begun(t, options(t, newStore(t)), 80, 24)
	d.Paste("ab\u200b\u202ec")
	if !d.Has("2 hidden characters were removed.") {
		t.Fatal(d.Frame())
	}
	d.Type("d")
	if d.Has("hidden") {
		t.Fatal("mentioned twice")
	}
}

func TestAListThatIsPastedStaysAList(t *testing.T) {
	d := begun(t, options(t, newStore(t)), 80, 24)
	d.Press("pgdown", "pgdown", "pgdown")
	d.Paste("- Repaired a tyre\n- Adjusted brakes\n\n- Coached a visitor\n")
	got := d.Model().(*Model).draft.Criteria.Steps
	if len(got) != 3 || got[0].Text != "Repaired a tyre" || got[2].Text != "Coached a visitor" {
		t.Fatalf("%v", got)
	}
}

func TestEverySizeShowsEveryScreen(t *testing.T) {
	for w := 40; w <= 200; w += 16 {
		for _, h := range []int{12, 13, 18, 24, 60} {
			d := begun(t, options(t, newStore(t)), w, h)
			d.Type("Newcomers who ride an old bike and have held a spanner before but never fixed a brake alone")
			for q := designer.AskEarner; q <= designer.Review; q++ {
				safe(t, d, w, h)
				if !d.Has("Insignia") && h >= roomyFrom {
					t.Fatalf("%d×%d, %s: no header\n%s", w, h, q, d.Frame())
				}
				d.Press("pgdown")
			}
			d.Press("f5")
			safe(t, d, w, h)
		}
	}
}

func TestAStormOfSizesChangesNothingElse(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	d.Type("Newcomers")
	want := d.Frame()
	for i := range 400 {
		w, h := 1+(i*37)%230, 1+(i*13)%70
		d.Resize(w, h)
		safe(t, d, w, h)
	}
	d.Resize(80, 24)
	if d.Frame() != want {
		t.Fatalf("after the storm\n%s", d.Frame())
	}
	d.Fire()
	if stored(t, st).Earner.Who != "Newcomers" {
		t.Fatal("lost in the storm")
	}
}

func TestALongListIsSearchedAndPaged(t *testing.T) {
	st := newStore(t)
	for i := range 200 {
		b := designer.New("en")
		b.Name = fmt.Sprintf("Badge number %d", i)
		if _, err := st.Drafts().Put(context.Background(), b); err != nil {
			t.Fatal(err)
		}
	}
	d := frametest.New(t, New(options(t, st)), 80, 24)
	if !d.Has("200 badges") {
		t.Fatal(d.Frame())
	}
	d.Press("/")
	d.Type("number 17")
	if !d.Has("12 of 200") {
		t.Fatalf("search\n%s", d.Frame())
	}
	d.Press("esc", "end", "home", "pgdown", "down")
	safe(t, d, 80, 24)
}
