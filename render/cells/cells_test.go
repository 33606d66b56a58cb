// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cells_test

import (
	"fmt"
	"image"
	"image/color"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"insignia/designer"
	"insignia/render"
	"insignia/render/cells"
)

var (
	inks   = map[string]cells.Ink{"true": cells.TrueColour, "sixteen": cells.Sixteen, "mono": cells.Mono}
	blocks = map[string]cells.Blocks{"halves": cells.Halves, "quadrants": cells.Quadrants, "sextants": cells.Sextants}
	styles = func() map[string]cells.Style {
		out := map[string]cells.Style{}
		for ink, i := range inks {
			for name, b := range blocks {
				out[ink+" "+name] = cells.Style{Ink: i, Blocks: b}
			}
		}
		return out
	}()
)

// cell is what a terminal would show.
type cell struct {
	r      rune
	fg, bg string // SGR parameters, "" for the terminal's own
}

var sgr = regexp.MustCompile(`^\x1b\[([0-9;]*)m`)

// read plays a line to a terminal that knows colours only.
func read(t *testing.T, line string) []cell {
	t.Helper()
	var out []cell
	fg, bg := "", ""
	for line != "" {
		if m := sgr.FindStringSubmatch(line); m != nil {
			switch n, _, _ := strings.Cut(m[1], ";"); n {
			case "":
				fg, bg = "", ""
			case "39":
				fg = ""
			case "49":
				bg = ""
			default:
				v, err := strconv.Atoi(n)
				if err != nil {
					t.Fatalf("escape %q", m[0])
				}
				if v/10%2 == 0 || v == 48 { // 40–48 and 100–107
					bg = m[1]
				} else {
					fg = m[1]
				}
			}
			line = line[len(m[0]):]
			continue
		}
		r, n := utf8.DecodeRuneInString(line)
		if r < ' ' || r == utf8.RuneError {
			t.Fatalf("%q in a line", r)
		}
		out = append(out, cell{r, fg, bg})
		line = line[n:]
	}
	if fg != "" || bg != "" {
		t.Fatalf("a line ends in colours %q on %q", fg, bg)
	}
	return out
}

func badge(l designer.Look) render.Scene {
	return render.Of(designer.Draft{Name: "Bike Repair Buddy", Look: l}).Scene()
}

func TestEveryLineHasExactlyItsCells(t *testing.T) {
	s := badge(designer.Look{Text: "BIKES", Ribbon: "LEVEL 1", Stars: 2})
	for name, style := range styles {
		for _, size := range [][2]int{{1, 1}, {2, 1}, {1, 5}, {12, 6}, {40, 20}, {40, 3}, {7, 30}, {80, 40}} {
			t.Run(fmt.Sprint(name, size), func(t *testing.T) {
				lines := strings.Split(cells.Preview(s, size[0], size[1], style), "\n")
				if len(lines) != size[1] {
					t.Fatalf("%d lines, want %d", len(lines), size[1])
				}
				for i, l := range lines {
					if n := len(read(t, l)); n != size[0] {
						t.Errorf("line %d has %d cells, want %d", i, n, size[0])
					}
				}
			})
		}
	}
}

func TestNoRoomGivesNothing(t *testing.T) {
	s := badge(designer.Look{})
	for _, size := range [][2]int{{0, 5}, {5, 0}, {-1, 3}} {
		if got := cells.Preview(s, size[0], size[1], cells.Style{Ink: cells.TrueColour}); got != "" {
			t.Errorf("%v gives %q", size, got)
		}
		if got := cells.Render(s.Raster(16), size[0], size[1], cells.Style{Ink: cells.Mono}); got != "" {
			t.Errorf("%v gives %q", size, got)
		}
	}
}

func TestOutsideTheBadgeTheTerminalsGroundShows(t *testing.T) {
	s := badge(designer.Look{Shape: "circle"})
	for name, style := range styles {
		lines := strings.Split(cells.Preview(s, 30, 10, style), "\n")
		for i, l := range lines {
			row := read(t, l)
			for _, x := range []int{0, 4, 25, 29} { // the badge is 20 cells wide, in the middle
				if c := row[x]; c.r != ' ' || c.bg != "" {
					t.Errorf("%s: cell %d of line %d is %+v, want the ground", name, x, i, c)
				}
			}
		}
		mid := read(t, lines[5])
		if c := mid[15]; style.Ink != cells.Mono && c.fg == "" && c.bg == "" {
			t.Errorf("%s: the middle has no colour", name)
		}
	}
}

// Four pixels, one cell by two: the blocks and colours must be these.
func TestBlocksShowWhichHalfIsWhich(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 4, 2))
	red, blue := color.RGBA{200, 0, 0, 255}, color.RGBA{0, 0, 200, 255}
	img.SetRGBA(0, 0, red) // red over nothing
	img.SetRGBA(1, 1, red) // nothing over red
	img.SetRGBA(2, 0, red)
	img.SetRGBA(2, 1, blue)
	want := []cell{{'▀', "38;2;200;0;0", ""}, {'▄', "38;2;200;0;0", ""}, {'▀', "38;2;200;0;0", "48;2;0;0;200"}, {' ', "", ""}}
	got := read(t, cells.Render(img, 4, 1, cells.Style{Ink: cells.TrueColour}))
	for i, w := range want {
		g := got[i]
		if w.r == ' ' {
			g.fg = "" // no letter, no matter
		}
		if g != w {
			t.Errorf("cell %d is %+v, want %+v", i, g, w)
		}
	}
	if got := cells.Render(img, 4, 1, cells.Style{Ink: cells.Mono}); !strings.HasPrefix(got, "▀▄") {
		t.Errorf("mono is %q", got)
	}
}

func TestAveragesAreTakenInLinearLight(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 2, 4))
	for y := range 4 {
		img.SetRGBA(0, y, color.RGBA{255, 255, 255, 255})
		img.SetRGBA(1, y, color.RGBA{0, 0, 0, 255})
	}
	// Half the light of white is stored as 188, not as 127.
	if got := cells.Render(img, 1, 1, cells.Style{Ink: cells.TrueColour}); !strings.Contains(got, ";188;188;188") {
		t.Errorf("black and white make %q", got)
	}
}

func TestSixteenKeepsTheFamilyOfAColour(t *testing.T) {
	for _, c := range []struct {
		name string
		c    uint32
		sgr  string
	}{
		{"gold", 0xffc020, "103"}, {"gold rim", 0xf6c453, "103"}, {"pale gold", 0xffd9a3, "103"},
		{"navy", 0x0f315c, "44"}, {"blue", 0x1f5a9e, "44"}, {"sky blue", 0x7dd3fc, "106"}, {"strong blue", 0x3b82f6, "44"},
		{"forest", 0x2b6b4d, "42"}, {"dark forest", 0x174030, "42"}, {"lime", 0x84cc16, "102"},
		{"plum", 0x6d3596, "45"}, {"lilac", 0xdcc0f2, "105"}, {"pink", 0xffc9dc, "105"},
		{"red", 0xb53a1e, "41"}, {"dark red", 0x7c2011, "41"}, {"orange", 0xff8c1a, "103"}, {"berry", 0xa31d55, "45"},
		{"teal", 0x0f6f78, "46"}, {"brown", 0x744828, "41"},
		{"black", 0x000000, "40"}, {"near-black", 0x12100e, "40"}, {"slate", 0x3b4a60, "100"}, {"silver", 0xcdd6e2, "107"},
		{"mid grey", 0x999999, "47"}, {"white", 0xffffff, "107"}, {"cream", 0xfff4db, "107"},
	} {
		img := image.NewRGBA(image.Rect(0, 0, 1, 2))
		for y := range 2 {
			img.SetRGBA(0, y, color.RGBA{uint8(c.c >> 16), uint8(c.c >> 8), uint8(c.c), 255})
		}
		got := solid(read(t, cells.Render(img, 1, 1, cells.Style{Ink: cells.Sixteen}))[0])
		if got != c.sgr {
			t.Errorf("%s #%06x is %s, want %s", c.name, c.c, got, c.sgr)
		}
	}
}

// solid is the colour of a cell in one colour, as a ground, "" of any other.
func solid(c cell) string {
	n, err := strconv.Atoi(c.fg)
	switch {
	case c.r == ' ':
		return c.bg
	case c.r == '█' && err == nil:
		return strconv.Itoa(n + 10)
	}
	return ""
}

// Where items meet, a dot is of one of them: a colour in between would be a
// third of the sixteen that means nothing.
func TestSixteenPutsNothingBetweenTwoColours(t *testing.T) {
	for _, p := range render.Palettes() {
		s := badge(designer.Look{Shape: "shield", Colours: p.Name, Icon: "bike", Ribbon: "RING", Stars: 2})
		own := map[string]bool{"": true}
		for _, it := range s.Items {
			img := image.NewRGBA(image.Rect(0, 0, 1, 2))
			img.SetRGBA(0, 0, it.Paint.Even().From)
			img.SetRGBA(0, 1, it.Paint.Even().From)
			own[solid(read(t, cells.Render(img, 1, 1, cells.Style{Ink: cells.Sixteen}))[0])] = true
		}
		for _, size := range []int{8, 20, 36} {
			for _, l := range strings.Split(cells.Preview(s, size, size/2, cells.Style{Ink: cells.Sixteen}), "\n") {
				for _, c := range read(t, l) {
					if n, err := strconv.Atoi(c.fg); err == nil && c.r != ' ' && !own[strconv.Itoa(n+10)] || !own[c.bg] {
						t.Fatalf("%s: %+v is the colour of no item", p.Name, c)
					}
				}
			}
		}
	}
}

// The Linux console has eight grounds: a pale colour is a letter wherever one
// of a cell's two is not pale.
func TestSixteenPutsPaleColoursIntoLetters(t *testing.T) {
	for _, p := range render.Palettes() {
		s := badge(designer.Look{Shape: "circle", Colours: p.Name, Icon: "bike", Ribbon: "RING"})
		for _, l := range strings.Split(cells.Preview(s, 36, 18, cells.Style{Ink: cells.Sixteen}), "\n") {
			for _, c := range read(t, l) {
				if len(c.bg) == 3 && (c.r == ' ' || len(c.fg) != 2 || c.fg[0] != '9') && c.r != '█' {
					t.Fatalf("%s: %+v", p.Name, c)
				}
			}
		}
	}
}

func TestSixteenUsesOnlyTheSixteen(t *testing.T) {
	for _, p := range render.Palettes() {
		s := badge(designer.Look{Colours: p.Name, Text: "BIKES", Ribbon: "LEVEL 1"})
		for _, l := range strings.Split(cells.Preview(s, 40, 20, cells.Style{Ink: cells.Sixteen}), "\n") {
			for _, c := range read(t, l) {
				for _, x := range []string{c.fg, c.bg} {
					if n, err := strconv.Atoi(x); x != "" && (err != nil || n < 30 || n > 47 && n < 90 || n > 107) {
						t.Fatalf("%s has %q", p.Name, x)
					}
				}
			}
		}
	}
}

func TestSixteenShowsAGradientAsOneColour(t *testing.T) {
	for _, p := range render.Palettes() {
		s := badge(designer.Look{Shape: "square", Rim: "none", Colours: p.Name, Icon: "plus"})
		lines := strings.Split(cells.Preview(s, 40, 20, cells.Style{Ink: cells.Sixteen}), "\n")
		first, last := read(t, lines[4])[8], read(t, lines[15])[31]
		if solid(first) != solid(last) || solid(first) == "" {
			t.Errorf("%s: %+v at one corner, %+v at the other", p.Name, first, last)
		}
	}
}

// The field and the icon must differ in sixteen colours too, or the icon is
// gone.
func TestSixteenKeepsIconAndFieldApart(t *testing.T) {
	for _, p := range render.Palettes() {
		var got []string
		for _, c := range []color.RGBA{p.Field, p.Field2, p.Icon, p.Rim} {
			img := image.NewRGBA(image.Rect(0, 0, 1, 2))
			img.SetRGBA(0, 0, c)
			img.SetRGBA(0, 1, c)
			got = append(got, solid(read(t, cells.Render(img, 1, 1, cells.Style{Ink: cells.Sixteen}))[0]))
		}
		for _, field := range got[:2] {
			if field == got[2] || field == got[3] {
				t.Errorf("%s: field %s, icon %s, rim %s", p.Name, field, got[2], got[3])
			}
		}
	}
}

func TestMonoShowsShapeAndIconWithoutColour(t *testing.T) {
	for _, p := range render.Palettes() {
		for _, rim := range []string{"double", "plain", "none"} {
			s := badge(designer.Look{Shape: "circle", Rim: rim, Colours: p.Name, Icon: "plus"})
			got := cells.Preview(s, 40, 20, cells.Style{Ink: cells.Mono})
			if strings.Contains(got, "\x1b") {
				t.Fatal("mono has escapes")
			}
			var on [40][40]bool
			for y, l := range strings.Split(got, "\n") {
				for x, r := range []rune(l) {
					on[2*y][x] = r == '█' || r == '▀'
					on[2*y+1][x] = r == '█' || r == '▄'
				}
			}
			// The edge is inked, and the plus is not what the field is.
			if !on[20][1] && !on[20][2] {
				t.Errorf("%s %s: no edge at the left\n%s", p.Name, rim, got)
			}
			field := on[14][14]
			if on[26][26] != field || on[20][20] == field || on[20][26] == field || on[14][20] == field {
				t.Errorf("%s %s: no plus in the middle\n%s", p.Name, rim, got)
			}
		}
	}
}

func TestRenderLetterboxesWhatIsNotSquare(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 40, 10))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	// 8 by 8 dots: the picture is 8 by 2 of them, in the middle.
	want := "        \n▄▄▄▄▄▄▄▄\n▀▀▀▀▀▀▀▀\n        "
	if got := cells.Render(img, 8, 4, cells.Style{Ink: cells.Mono}); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestSameSceneSameText(t *testing.T) {
	s := badge(designer.Look{Text: "BIKES"})
	for name, style := range styles {
		a := cells.Preview(s, 40, 20, style)
		cells.Preview(badge(designer.Look{Shape: "star"}), 33, 12, style) // buffers are shared
		if cells.Preview(s, 40, 20, style) != a {
			t.Errorf("%s differs", name)
		}
	}
}

func FuzzRender(f *testing.F) {
	f.Add([]byte{1, 2, 3, 255, 9, 8, 7, 255}, 2, 3, 2)
	f.Add([]byte{200, 200, 200, 7}, 1, 9, 1)
	f.Fuzz(func(t *testing.T, pix []byte, w, cols, rows int) {
		w, cols, rows = w&31+1, cols&63+1, rows&31+1
		h := len(pix) / 4 / w
		img := image.NewRGBA(image.Rect(0, 0, w, h))
		copy(img.Pix, pix)
		for _, style := range styles {
			lines := strings.Split(cells.Render(img, cols, rows, style), "\n")
			if len(lines) != rows {
				t.Fatalf("%d lines", len(lines))
			}
			for _, l := range lines {
				if n := len(read(t, l)); n != cols {
					t.Fatalf("%d cells of %d", n, cols)
				}
			}
		}
	})
}

func BenchmarkPreview(b *testing.B) {
	s := badge(designer.Look{Shape: "rosette", Text: "COMMUNITY KITCHEN", Ribbon: "Meal crew 2026", Stars: 3, Icon: "fingerprint"})
	for name, style := range styles {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				cells.Preview(s, 40, 20, style)
			}
		})
	}
}
