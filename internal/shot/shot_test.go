// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package shot

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	"charm.land/lipgloss/v2"

	"insignia/internal/frametest"
)

// picture is a disc in half blocks, each half of each cell in a colour of its
// own: the most a preview can ask for.
func picture(w, h int) string {
	var b strings.Builder
	at := func(x, y int) string {
		dx, dy := float64(x)-float64(w)/2, float64(y)-float64(h)
		if math.Hypot(dx, dy) > float64(h)*0.95 {
			return "32;36;44"
		}
		return fmt.Sprintf("%d;%d;%d", 200-3*y, 100+2*x, 60+x+y)
	}
	for y := range h {
		for x := range w {
			fmt.Fprintf(&b, "\x1b[38;2;%sm\x1b[48;2;%sm▀", at(x, 2*y), at(x, 2*y+1))
		}
		b.WriteString("\x1b[0m\n")
	}
	return b.String()
}

// screen is a frame like the program's: words, a picture, a frame around both.
func screen(cols, rows int) string {
	accent := lipgloss.NewStyle().Foreground(lipgloss.Color("#ffc020")).Bold(true)
	faint := lipgloss.NewStyle().Faint(true)
	left := lipgloss.NewStyle().Width(56).Padding(1, 2).Render(strings.Join([]string{
		accent.Render("1  Who is it for?"),
		"",
		"Young volunteers who run the repair café",
		faint.Render("Say it as you would to a friend: one kind of person."),
		"",
		"━━━━━━━━━━━━┅┅┅┅  3 of 6 · ¿Quién? · 語 · <a&b>",
		lipgloss.NewStyle().Underline(true).Italic(true).Render("see the examples") + "  " +
			lipgloss.NewStyle().Reverse(true).Render(" F2 ") + "  " + lipgloss.NewStyle().Strikethrough(true).Render("not this"),
		"▁▂▃▄▅▆▇█ ▏▎▍▌▋▊▉ ▖▗▘▙▚▛▜▝▞▟ ░▒▓ \U0001fb00\U0001fb14\U0001fb3b",
		"┌──┬──┐ ┏━┳━┓ ╔═╗ ╴╵╶╷",
		"├──┼──┤ ┣━╋━┫ ║ ║",
		"└──┴──┘ ┗━┻━┛ ╚═╝",
	}, "\n"))
	right := lipgloss.NewStyle().Border(lipgloss.RoundedBorder()).BorderForeground(lipgloss.Color("#607080")).Render(strings.TrimSuffix(picture(cols, rows), "\n"))
	return lipgloss.JoinHorizontal(lipgloss.Top, left, right)
}

func TestSVGOfAScreen(t *testing.T) {
	for name, o := range map[string]Options{
		"bare":   {},
		"window": {Window: true, Title: "The first question, answered & <drawn>"},
		"light":  {Fg: "#202020", Bg: "#fdfdfa"},
	} {
		t.Run(name, func(t *testing.T) {
			frametest.Golden(t, name+".svg", string(SVG(screen(20, 10), 80, 13, o)))
		})
	}
}

func TestSVGIsSmall(t *testing.T) {
	const most = 60 << 10
	if n := len(SVG(strings.Repeat("Who is it for? ", 6)+"\n"+picture(100, 29), 100, 30, Options{})); n > 2*most {
		t.Errorf("a screen full of picture takes %d bytes", n)
	}
	page := screen(36, 18) + strings.Repeat("\n"+strings.Repeat("  words in pairs", 6), 10)
	if n := len(SVG(page, 100, 30, Options{Window: true})); n > most {
		t.Errorf("a screen of words and a picture takes %d bytes, want at most %d", n, most)
	}
}

func TestSVGIsTheSameEachTime(t *testing.T) {
	first := SVG(screen(20, 10), 100, 24, Options{})
	for range 5 {
		if !bytes.Equal(first, SVG(screen(20, 10), 100, 24, Options{})) {
			t.Fatal("the same frame gave other bytes")
		}
	}
}

// Every cell of a block character is filled as often as Unicode says.
func TestBlocksFillTheirShare(t *testing.T) {
	for chars, share := range map[string]float64{
		"█": 1, "▀▄▌▐▚▞": 0.5, "▁▔▏▕": 0.125, "▂▎": 0.25, "▃▍": 0.375, "▅▋": 0.625, "▆▊": 0.75, "▇▉": 0.875,
		"▖▗▘▝": 0.25, "▙▛▜▟": 0.75, "\U0001fb00\U0001fb01\U0001fb0f\U0001fb1e": 1. / 6, "\U0001fb3a\U0001fb3b": 5. / 6,
	} {
		for _, r := range chars {
			parts, ok := blockOf(r)
			area := 0
			for _, p := range parts {
				area += p.w * p.h
				if p.x < 0 || p.y < 0 || p.x+p.w > cellW || p.y+p.h > cellH {
					t.Errorf("%c leaves its cell: %v", r, p)
				}
			}
			if got := float64(area) / (cellW * cellH); !ok || math.Abs(got-share) > 0.01 {
				t.Errorf("%c %U fills %.3f of its cell, want %.3f", r, r, got, share)
			}
		}
	}
	for r, want := range map[rune][]rect{
		'▚':     {{0, 0, 12, 24}, {12, 24, 12, 24}},
		0x1fb13: {{0, 16, 12, 16}, {0, 32, 12, 16}},                  // named "block sextant-35"
		0x1fb14: {{12, 0, 12, 16}, {0, 16, 12, 16}, {0, 32, 12, 16}}, // and -235, past the left half
	} {
		got, _ := blockOf(r)
		if !slices.Equal(got, want) {
			t.Errorf("%c %U is %v, want %v", r, r, got, want)
		}
	}
	for _, r := range []rune{' ', 'a', '─', 0x1faff, 0x1fb3c} {
		if got, ok := blockOf(r); ok {
			t.Errorf("%U is a block: %v", r, got)
		}
	}
}

func TestEqualNeighboursBecomeOne(t *testing.T) {
	red := "\x1b[48;2;255;0;0m"
	got := string(SVG(red+"    \x1b[0m\n"+red+"    \x1b[0m", 6, 2, Options{}))
	if want := `<path fill="#ff0000" d="M0 0h96v96h-96z"/>`; !strings.Contains(got, want) {
		t.Errorf("no %s in\n%s", want, got)
	}
	got = string(SVG("────\n   │\n   │", 6, 3, Options{}))
	if want := `d="M0 24h96M84 48v96"`; !strings.Contains(got, want) {
		t.Errorf("no %s in\n%s", want, got)
	}
}

func FuzzSVG(f *testing.F) {
	for _, s := range []string{"", "a", screen(20, 10), "\x1b[31mred", "\x1b]8;;http://x\x07link", "\x00\xff\x1b[", "👩‍🎓\u0301", "\x1bP\x1b_Gi=1\x1b\\"} {
		f.Add(s, 20, 3)
	}
	f.Fuzz(func(t *testing.T, frame string, w, h int) {
		out := SVG(frame, w%120, h%40, Options{Window: h%2 == 0, Title: frame})
		dec := xml.NewDecoder(bytes.NewReader(out))
		for {
			if _, err := dec.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%v in\n%s", err, out)
			}
		}
		if i := bytes.IndexFunc(out, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }); i >= 0 {
			t.Fatalf("a control character at %d in\n%q", i, out)
		}
	})
}

func BenchmarkSVG(b *testing.B) {
	frame := screen(20, 10)
	for b.Loop() {
		SVG(frame, 100, 24, Options{})
	}
}
