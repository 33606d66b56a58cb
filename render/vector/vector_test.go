// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"insignia/designer"
)

// sheetOf is a drawing of 100 × 100.
func sheetOf(inner string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">` + inner + `</svg>`
}

// at is the colour at a place on the sheet: transparent, or its name.
func at(t *testing.T, svg string, x, y int) string {
	t.Helper()
	img, _, err := Read([]byte(svg))
	if err != nil {
		t.Fatalf("%s: %v", svg, err)
	}
	w := img.Rect.Dx()
	c := img.RGBAAt(x*w/100, y*w/100)
	for name, k := range map[string]color.RGBA{"none": {}, "red": {255, 0, 0, 255}, "blue": {0, 0, 255, 255}, "lime": {0, 255, 0, 255}, "black": {0, 0, 0, 255}, "white": {255, 255, 255, 255}} {
		if c == k {
			return name
		}
	}
	return fmt.Sprintf("%02x%02x%02x%02x", c.R, c.G, c.B, c.A)
}

func TestWhatIsSeenWhere(t *testing.T) {
	for _, c := range []struct {
		name, inner string
		x, y        int
		want        string
	}{
		{"black unless said otherwise", `<rect width="50" height="50"/>`, 25, 25, "black"},
		{"nothing beside", `<rect width="50" height="50"/>`, 75, 25, "none"},
		{"attribute", `<rect width="50" height="50" fill="red"/>`, 25, 25, "red"},
		{"style over attribute", `<rect width="50" height="50" fill="red" style="fill:blue"/>`, 25, 25, "blue"},
		{"sheet over attribute", `<style>rect{fill:blue}</style><rect width="50" height="50" fill="red"/>`, 25, 25, "blue"},
		{"class over name, id over class", `<style>#a{fill:lime}.b{fill:red}rect{fill:blue}</style><rect id="a" class="b" width="50" height="50"/>`, 25, 25, "lime"},
		{"important over all", `<style>.b{fill:red !important}</style><rect class="b" width="50" height="50" style="fill:blue"/>`, 25, 25, "red"},
		{"inherited", `<g fill="red"><g><rect width="50" height="50"/></g></g>`, 25, 25, "red"},
		{"current colour", `<g color="blue"><rect width="50" height="50" fill="currentColor"/></g>`, 25, 25, "blue"},
		{"half", `<rect width="50" height="50" fill="red" opacity=".5"/>`, 25, 25, "80000080"},
		{"half of a half", `<rect width="50" height="50" fill="#f008" opacity="50%"/>`, 25, 25, "44000044"},
		{"a group is seen through as one", `<g opacity=".5"><rect width="50" height="50" fill="red"/><rect width="50" height="50" fill="blue"/></g>`, 25, 25, "00008080"},
		{"so is a figure with its line", `<rect x="10" y="10" width="50" height="50" fill="red" stroke="blue" stroke-width="20" opacity=".5"/>`, 15, 30, "00008080"},
		{"a hole by even and odd", `<path d="M0 0H90V90H0zM30 30H60V60H30z" fill-rule="evenodd" fill="red"/>`, 45, 45, "none"},
		{"no hole by winding", `<path d="M0 0H90V90H0zM30 30H60V60H30z" fill="red"/>`, 45, 45, "red"},
		{"a hole that winds back", `<path d="M0 0H90V90H0zM30 30V60H60V30z" fill="red"/>`, 45, 45, "none"},
		{"what comes before a mistake", `<path d="M0 0H50V50H0z M60 x" fill="red"/>`, 25, 25, "red"},
		{"numbers close together", `<path d="M.5.5l50-.5-.5 50-50 .5z" fill="red"/>`, 25, 25, "red"},
		{"flags close together", `<path d="M10 50a40 40 0 1180 0z" fill="red"/>`, 50, 30, "red"},
		{"a move goes on as lines", `<path d="m10 10 80 0 0 80-80 0" fill="red"/>`, 50, 50, "red"},
		{"a figure after a close begins where that did", `<path d="M50 50h40v40h-40zh-40v-40h40z" fill="red"/>`, 30, 30, "red"},
		{"transforms, the last first", `<rect transform="translate(50 50) scale(2) rotate(90)" width="20" height="10" fill="red"/>`, 40, 70, "red"},
		{"turned about a point", `<rect transform="rotate(180 50 50)" width="20" height="20" fill="red"/>`, 90, 90, "red"},
		{"a matrix", `<rect transform="matrix(1,0,0,1,50,50)" width="20" height="20" fill="red"/>`, 60, 60, "red"},
		{"a transform that is none hides", `<rect transform="wobble(3)" width="20" height="20" fill="red"/><rect x="50" width="9" height="9"/>`, 10, 10, "none"},
		{"used again", `<defs><rect id="a" width="20" height="20"/></defs><use href="#a" x="50" y="50" fill="red"/>`, 60, 60, "red"},
		{"used by the old name", `<defs><rect id="a" width="20" height="20"/></defs><use xlink:href="#a" x="50" y="50" fill="red"/>`, 60, 60, "red"},
		{"a symbol fits its place", `<symbol id="a" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol><use href="#a" width="80" height="80" fill="red"/>`, 70, 70, "red"},
		{"a nested drawing is cut", `<svg width="50" height="50" viewBox="0 0 10 10"><rect width="20" height="20" fill="red"/></svg>`, 70, 25, "none"},
		{"clipped", `<clipPath id="c"><circle cx="25" cy="25" r="20"/></clipPath><rect clip-path="url(#c)" width="50" height="50" fill="red"/>`, 3, 3, "none"},
		{"left by a clip", `<clipPath id="c"><circle cx="25" cy="25" r="20"/></clipPath><rect clip-path="url(#c)" width="50" height="50" fill="red"/>`, 25, 25, "red"},
		{"clipped twice", `<clipPath id="c"><rect width="30" height="90"/></clipPath><clipPath id="d"><rect width="90" height="30"/></clipPath><g clip-path="url(#c)"><rect clip-path="url(#d)" width="90" height="90" fill="red"/></g>`, 20, 60, "none"},
		{"a clip by the figure's box", `<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width=".5" height="1"/></clipPath><rect clip-path="url(#c)" width="80" height="80" fill="red"/>`, 60, 40, "none"},
		{"a clip with nothing in it leaves nothing", `<clipPath id="c"/><rect clip-path="url(#c)" width="80" height="80" fill="red"/>`, 40, 40, "none"},
		{"a clip that is not there", `<rect clip-path="url(#c)" width="80" height="80" fill="red"/>`, 40, 40, "red"},
		{"a line without ends", `<path d="M10 50H90" stroke="red" stroke-width="20"/>`, 5, 50, "none"},
		{"a line with square ends", `<path d="M10 50H90" stroke="red" stroke-width="20" stroke-linecap="square"/>`, 5, 50, "red"},
		{"a line's width", `<path d="M10 50H90" stroke="red" stroke-width="20"/>`, 50, 58, "red"},
		{"a thick ring has no hole", `<circle cx="50" cy="50" r="14" fill="none" stroke="red" stroke-width="40"/>`, 50, 50, "red"},
		{"a ring has one", `<circle cx="50" cy="50" r="30" fill="none" stroke="red" stroke-width="20"/>`, 50, 50, "none"},
		{"a dash", `<path d="M0 50H100" stroke="red" stroke-width="20" stroke-dasharray="30 20"/>`, 15, 50, "red"},
		{"the gap behind it", `<path d="M0 50H100" stroke="red" stroke-width="20" stroke-dasharray="30 20"/>`, 40, 50, "none"},
		{"the next dash", `<path d="M0 50H100" stroke="red" stroke-width="20" stroke-dasharray="30 20"/>`, 70, 50, "red"},
		{"dashes begun later", `<path d="M0 50H100" stroke="red" stroke-width="20" stroke-dasharray="30 20" stroke-dashoffset="30"/>`, 10, 50, "none"},
		{"more dashes than anyone sees", `<path d="M0 50H100" stroke="red" stroke-width="20" stroke-dasharray=".001"/>`, 50, 50, "red"},
		{"a line that a transform squeezes", `<path d="M0 5H10" transform="scale(10 .1)" stroke="red" stroke-width="100"/>`, 50, 3, "red"},
		{"no line of no width", `<rect width="50" height="50" fill="red" stroke="blue" stroke-width="0"/>`, 1, 1, "red"},
		{"a blend's ends", `<linearGradient id="g"><stop offset=".4" stop-color="red"/><stop offset=".6" stop-color="blue"/></linearGradient><rect width="100" height="100" fill="url(#g)"/>`, 20, 50, "red"},
		{"a blend's other end", `<linearGradient id="g"><stop offset=".4" stop-color="red"/><stop offset=".6" stop-color="blue"/></linearGradient><rect width="100" height="100" fill="url(#g)"/>`, 80, 50, "blue"},
		{"a blend from another", `<linearGradient id="h" href="#g" x2="0" y2="1"/><linearGradient id="g"><stop offset=".4" stop-color="red"/><stop offset=".6" stop-color="blue"/></linearGradient><rect width="100" height="100" fill="url(#h)"/>`, 80, 20, "red"},
		{"a blend from itself", `<linearGradient id="g" href="#g"><stop stop-color="red"/></linearGradient><rect width="100" height="100" fill="url(#g)"/>`, 80, 20, "red"},
		{"a round blend", `<radialGradient id="g"><stop offset=".8" stop-color="red"/><stop offset=".8" stop-color="blue"/></radialGradient><rect width="100" height="100" fill="url(#g)"/>`, 50, 70, "red"},
		{"a round blend outside", `<radialGradient id="g"><stop offset=".8" stop-color="red"/><stop offset=".8" stop-color="blue"/></radialGradient><rect width="100" height="100" fill="url(#g)"/>`, 5, 5, "blue"},
		{"a blend that is not there", `<rect width="100" height="100" fill="url(#g) red"/>`, 5, 5, "red"},
		{"a blend on a figure without a width", `<linearGradient id="g"><stop stop-color="red"/><stop stop-color="blue" offset="1"/></linearGradient><path d="M0 50H100" stroke="url(#g)" stroke-width="20"/><rect width="9" height="9"/>`, 50, 50, "none"},
		{"not displayed", `<g display="none"><rect width="50" height="50"/></g><rect x="50" width="9" height="9"/>`, 25, 25, "none"},
		{"hidden, with what is not", `<g visibility="hidden"><rect width="50" height="50"/><rect x="50" width="50" height="50" fill="red" visibility="visible"/></g>`, 75, 25, "red"},
		{"a colour by hue", `<rect width="50" height="50" fill="hsl(240, 100%, 50%)"/>`, 25, 25, "blue"},
		{"a colour by numbers", `<rect width="50" height="50" fill="rgb(0 255 0)"/>`, 25, 25, "lime"},
		{"a colour that is none", `<rect width="50" height="50" fill="bluish"/>`, 25, 25, "black"},
		{"percentages", `<rect width="50%" height="50%" fill="red"/>`, 40, 40, "red"},
		{"a rounded corner", `<rect width="80" height="80" rx="40" fill="red"/>`, 3, 3, "none"},
		{"a polygon", `<polygon points="0,0 90,0 0,90" fill="red"/>`, 20, 20, "red"},
		{"an ellipse", `<ellipse cx="50" cy="50" rx="40" ry="10" fill="red"/>`, 50, 30, "none"},
		{"beyond the sheet", `<rect x="-1e6" y="-1e6" width="2e6" height="2e6" fill="red"/>`, 50, 50, "red"},
		{"far beyond numbers", `<rect x="-1e30" width="2e30" height="50" fill="red"/><rect width="50" height="50" fill="blue"/>`, 25, 25, "blue"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := at(t, sheetOf(c.inner), c.x, c.y); got != c.want {
				t.Errorf("%s at %d, %d is %s, want %s", c.inner, c.x, c.y, got, c.want)
			}
		})
	}
}

func TestTheDrawingStandsInTheMiddle(t *testing.T) {
	for _, c := range []struct {
		name, svg  string
		x, y       int
		want, over string // there, and at 50, 10
	}{
		{"wide", `<svg viewBox="0 0 200 100"><rect width="200" height="100" fill="red"/></svg>`, 10, 50, "red", "none"},
		{"wide by its size", `<svg width="200mm" height="100mm"><rect width="200mm" height="100mm" fill="red"/></svg>`, 10, 50, "red", "none"},
		{"a part of it", `<svg viewBox="50 50 10 10"><rect x="50" y="50" width="10" height="10" fill="red"/></svg>`, 95, 95, "red", "red"},
		{"stretched", `<svg width="100" height="100" viewBox="0 0 200 100" preserveAspectRatio="none"><rect width="200" height="100" fill="red"/></svg>`, 10, 95, "red", "red"},
		{"at the top", `<svg width="100" height="100" viewBox="0 0 200 100" preserveAspectRatio="xMidYMin"><rect width="200" height="100" fill="red"/></svg>`, 50, 90, "none", "red"},
		{"without a size", `<svg><rect x="900" y="900" width="20" height="10" fill="red"/></svg>`, 5, 50, "red", "none"},
		{"a size in percent", `<svg width="100%" height="100%" viewBox="0 0 10 10"><rect width="10" height="10" fill="red"/></svg>`, 95, 95, "red", "red"},
		{"with a prefix", `<svg:svg xmlns:svg="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><svg:rect width="10" height="10" fill="red"/></svg:svg>`, 95, 95, "red", "red"},
	} {
		if got := at(t, c.svg, c.x, c.y); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
		if got := at(t, c.svg, 50, 10); got != c.over {
			t.Errorf("%s: %s above", c.name, got)
		}
	}
}

func TestWhatIsLeftOutIsNamed(t *testing.T) {
	svg := sheetOf(`<rect width="9" height="9" filter="url(#f)" mask="url(#m)" marker-end="url(#k)" onclick="x()" fill="url(#p) red"/>
<defs><filter id="f"/><mask id="m"/><marker id="k"/><pattern id="p"/></defs><script>x</script><text>a</text><image href="a.png"/>
<animateTransform/><set/><foreignObject><p>x</p></foreignObject><use href="other.svg#a"/><use href="#gone"/><title>x</title><metadata/>
<g style="mix-blend-mode:multiply" clip-path="url(#gone)"/><style>g rect{fill:red}</style><unheard-of/>`)
	_, left, err := Read([]byte(svg))
	want := []string{"animation", "blend", "clipPath", "filter", "foreignObject", "image", "marker", "mask", "pattern", "script", "style", "text", "unheard-of", "use"}
	if err != nil || !slices.Equal(left, want) {
		t.Errorf("%v, %v", left, err)
	}
}

func TestAnSVGIsKnownByItsFirstElement(t *testing.T) {
	for text, want := range map[string]bool{
		"<svg/>": true, "<svg>": true, "\ufeff \n<svg a='b'>": true, "<svg:svg xmlns:svg='x'>": true,
		"<?xml version='1.0'?>\n<!-- > <html> -->\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x.dtd\">\n<svg>": true,
		"<!DOCTYPE svg [ <!ENTITY a \"b\"> ]><svg>": true, strings.Repeat("<!-- a -->", 9) + "<svg>": true,
		"": false, "<": false, "<svgx>": false, "<html><svg>": false, "svg": false, "<!-- <svg>": false, "<?xml version='1.0'?><kml><svg>": false,
	} {
		if Is([]byte(text)) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

// code is an error's.
func code(err error) string {
	var e *designer.Error
	if !errors.As(err, &e) {
		return fmt.Sprint(err)
	}
	return e.Code
}

// hostile are drawings made to cost time or room.
func hostile() map[string]string {
	rects := func(n int, attr string) string {
		return strings.Repeat(`<rect width="100" height="100" `+attr+`/>`, n)
	}
	var uses strings.Builder
	uses.WriteString(`<g id="u0"><rect width="100" height="100"/></g>`)
	for i := range 30 {
		fmt.Fprintf(&uses, `<g id="u%d">%s</g>`, i+1, strings.Repeat(fmt.Sprintf(`<use href="#u%d"/>`, i), 10))
	}
	deep := func(tag string, n int) string {
		return strings.Repeat("<"+tag+">", n) + rects(1, "") + strings.Repeat("</"+strings.Fields(tag)[0]+">", n)
	}
	fill := func(head, unit, tail string) string {
		return sheetOf(head + strings.Repeat(unit, (FileMost-1000-len(head))/len(unit)) + tail)
	}
	return map[string]string{
		"much that covers all":            sheetOf(rects(19_000, `fill="red"`)),
		"layers":                          sheetOf(rects(9_000, `fill="red" stroke="blue" opacity=".5"`)),
		"blends":                          sheetOf(`<radialGradient id="g" fx=".1"><stop stop-color="red"/><stop offset="1"/></radialGradient>` + rects(19_000, `fill="url(#g)"`)),
		"layers in layers":                sheetOf(deep(`g opacity=".9"`, 60)),
		"clips in clips":                  sheetOf(`<clipPath id="c"><rect width="99" height="99"/></clipPath>` + deep(`g clip-path="url(#c)"`, 60)),
		"too deep":                        sheetOf(deep("g", 100)),
		"ten thousand deep":               sheetOf(deep("g", 10_000)),
		"uses of uses":                    sheetOf(uses.String()),
		"a use of itself":                 sheetOf(`<g id="a"><rect width="9" height="9"/><use href="#a"/><use href="#a"/></g>`),
		"uses in a ring":                  sheetOf(`<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/><rect width="9" height="9"/></g>`),
		"one long path":                   fill(`<path d="M0 0`, "l9 9-9 8", `"/>`),
		"one path of curves":              fill(`<path d="M0 0`, "C0 99 99 0 9 9", `"/>`),
		"one path of arcs":                fill(`<path d="M0 0`, "a9 9 0 1190 9", `"/>`),
		"a wide line":                     fill(`<path stroke-width="90" stroke="red" stroke-linejoin="round" fill="none" d="M0 0`, "l9 9-9 8", `"/>`),
		"dashes":                          fill(`<path stroke-dasharray=".01" stroke="red" d="M0 0`, "h99h-99", `"/>`),
		"points":                          fill(`<polygon points="`, "0 0 99 99 ", `"/>`),
		"attributes":                      fill(`<rect width="9" height="9" `, `a="b" `, `/>`),
		"elements":                        fill("", "<g/>", ""),
		"rules":                           fill("<style>", ".a,.b,.c{fill:red}", `</style><rect class="a b c" width="9" height="9"/>`),
		"rules for all":                   sheetOf("<style>" + strings.Repeat("*{fill:red}", 4000) + "</style>" + rects(5000, "")),
		"selectors":                       fill("<style>", ".a,", `{fill:red}</style><rect width="9" height="9"/>`),
		"braces":                          fill("<style>", "@media{", `</style><rect width="9" height="9"/>`),
		"comments":                        fill("<style>", "/*", `</style><rect width="9" height="9"/>`),
		"transforms":                      fill(`<rect width="9" height="9" transform="`, "scale(1)", `"/>`),
		"stops":                           fill(`<linearGradient id="g">`, `<stop/>`, `</linearGradient>`+rects(100, `fill="url(#g)"`)),
		"classes":                         fill(`<style>.a{fill:red}</style><rect width="9" height="9" class="`, "a ", `"/>`),
		"texts":                           fill("<text>", "a<b/>", "</text>"),
		"a wall of brackets":              strings.Repeat("<", FileMost),
		"an entity":                       `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><svg><text>&b;</text></svg>`,
		"a file of the system":            `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg><text>&a;</text></svg>`,
		"an entity without a declaration": `<svg><text>&a;</text></svg>`,
		"too long":                        strings.Repeat(" ", FileMost+1),
		"not ended":                       `<svg><g>`,
		"ended wrongly":                   `<svg><g></svg></g>`,
		"two roots":                       `<svg/><svg/>`,
		"another root":                    `<html><svg/></html>`,
		"no root":                         `<?xml version="1.0"?>`,
		"nothing in it":                   `<svg/>`,
		"a text only":                     `<svg><text>a</text></svg>`,
		"numbers without end":             sheetOf(`<path d="M1e999 0L9 9 1e-999 9z" stroke-width="1e999" stroke="red" transform="scale(1e300)"/><rect width="9" height="9"/>`),
		"flattened":                       sheetOf(`<path d="M0 0L9 9 0 9z" stroke="red" transform="scale(0 1)"/><rect width="9" height="9"/>`),
		"a thousandth":                    sheetOf(`<g transform="scale(1e-7)"><path d="M0 0C1e6 9 9 1e6 1e6 1e6" stroke="red" stroke-width="1e6"/></g><rect width="9" height="9"/>`),
	}
}

func TestAHostileDrawingIsDrawnOrRefused(t *testing.T) {
	want := map[string]string{
		"much that covers all": "svg-heavy", "layers": "svg-heavy", "blends": "svg-heavy", "layers in layers": "", "clips in clips": "", "too deep": "svg-heavy",
		"ten thousand deep": "svg-heavy", "uses of uses": "svg-heavy", "a use of itself": "", "uses in a ring": "", "one long path": "svg-heavy",
		"elements": "svg-heavy", "texts": "svg-heavy", "a wall of brackets": "photo-broken", "an entity": "svg-entities", "a file of the system": "svg-entities",
		"an entity without a declaration": "photo-broken", "too long": "photo-file", "not ended": "photo-broken", "ended wrongly": "photo-broken", "two roots": "photo-broken",
		"another root": "photo-broken", "no root": "photo-broken", "nothing in it": "photo-empty", "a text only": "svg-nothing", "numbers without end": "", "flattened": "", "a thousandth": "",
	}
	for name, svg := range hostile() {
		img, _, err := Read([]byte(svg))
		if w, there := want[name]; there && (err == nil) != (w == "") || there && w != "" && code(err) != w {
			t.Errorf("%s: %v, want %s", name, err, w)
		}
		if err == nil && img.Rect.Dx() < 256 {
			t.Errorf("%s: %v", name, img.Rect)
		}
	}
}

func BenchmarkHostile(b *testing.B) {
	for name, svg := range hostile() {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read([]byte(svg))
			}
		})
	}
}

func BenchmarkDrawings(b *testing.B) {
	files, _ := filepath.Glob("testdata/*.svg")
	for _, f := range files {
		svg, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Base(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read(svg)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.svg")
	for _, name := range files {
		svg, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(svg)
	}
	for _, svg := range hostile() {
		if len(svg) < 10_000 {
			f.Add([]byte(svg))
		}
	}
	f.Fuzz(func(t *testing.T, svg []byte) {
		img, left, err := Read(svg)
		if err != nil {
			if _, ok := err.(*designer.Error); !ok {
				t.Fatalf("%v is no error of ours", err)
			}
			return
		}
		for _, s := range left {
			if s == "" || len(s) > 40 {
				t.Errorf("left out %q", s)
			}
		}
		for i := 0; i < len(img.Pix); i += 4 {
			if a := img.Pix[i+3]; img.Pix[i] > a || img.Pix[i+1] > a || img.Pix[i+2] > a {
				t.Fatalf("a colour lighter than it can be: %v", img.Pix[i:i+4])
			}
		}
		again, _, err := Read(svg)
		if err != nil || !bytes.Equal(again.Pix, img.Pix) {
			t.Error("the same drawing gives another picture")
		}
	})
}

// FuzzPathData draws one path of any data, filled and with a line.
func FuzzPathData(f *testing.F) {
	for _, d := range []string{"M0 0h9v9H0z", "m1 1a2 3 4 0 1 5 6A0 0 0 11 9 9", "M0 0C1 2 3 4 5 6s7 8 9 0Q1 2 3 4t5 6T1 1", "M.5-.5.5.5e1z", "M0,0 1e5,1e5 -1e5,1"} {
		f.Add(d, 3.0, "round")
	}
	f.Fuzz(func(t *testing.T, d string, width float64, join string) {
		if strings.ContainsAny(d+join, "<&\"\x00") {
			t.Skip()
		}
		Read([]byte(sheetOf(fmt.Sprintf(`<path d="%s" stroke="red" stroke-width="%g" stroke-linejoin="%s" stroke-linecap="%s" stroke-dasharray="5 3"/><rect width="9" height="9"/>`, d, width, join, join))))
	})
}
