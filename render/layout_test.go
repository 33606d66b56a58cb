// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"fmt"
	"image"
	"math"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/render/icon"
	"insignia/render/outline"
)

func options(t *testing.T, field string) []string {
	t.Helper()
	f, ok := designer.FieldByID(field)
	if !ok || len(f.Options) == 0 {
		t.Fatalf("%s has no options", field)
	}
	return f.Options
}

// everyLayout calls f for each shape and rim with and without everything
// that takes room.
func everyLayout(t *testing.T, f func(name string, l designer.Look)) {
	t.Helper()
	words := []string{"", "A1", "BIKE REPAIR", strings.Repeat("W", 24)}
	n := 0
	for _, shape := range options(t, "look.shape") {
		for _, rim := range options(t, "look.rim") {
			for _, text := range words {
				for _, ribbon := range []string{"", "LEVEL 1"} {
					for stars := range 4 {
						// The lower text and what stands in the middle take their turns.
						l := designer.Look{Shape: shape, Rim: rim, Text: text, Ribbon: ribbon, Stars: stars, Lower: words[n%5%4]}
						l.Mark = options(t, "look.mark")[n%2]
						l.Centre = []string{"icon", "icons", "letters", "drawing"}[n%7%4]
						l.Letters, l.Pixels, l.Icon2 = "ABC"[:n%3+1], rocket, "map"
						n++
						f(fmt.Sprintf("%s rim=%s text=%s lower=%s ribbon=%s %d %s centre=%s", shape, rim, text, l.Lower, ribbon, stars, l.Mark, l.Centre), l)
					}
				}
			}
		}
	}
}

const layoutPx = 250 // four units a pixel

// covers is where an item is drawn at all.
func covers(r *Rasterizer, p outline.Path) []bool {
	dst := image.NewRGBA(image.Rect(0, 0, layoutPx, layoutPx))
	r.Draw(dst, Scene{Items: []Item{{Path: p, Paint: Solid(black)}}})
	out := make([]bool, layoutPx*layoutPx)
	for i := range out {
		out[i] = dst.Pix[4*i+3] > 0
	}
	return out
}

func item(s Scene, r Role) (Item, bool) {
	for _, it := range s.Items {
		if it.Role == r {
			return it, true
		}
	}
	return Item{}, false
}

// The things on a badge keep a distance of two pixels of 250 from each other
// and from the rim; only the ribbon leaves the field.
func TestNothingOverlapsOrLeavesTheField(t *testing.T) {
	var r Rasterizer
	grow := func(m []bool) []bool {
		out := make([]bool, len(m))
		for i, on := range m {
			if !on {
				continue
			}
			for dy := -2; dy <= 2; dy++ {
				for dx := -2; dx <= 2; dx++ {
					if j := i + dy*layoutPx + dx; j >= 0 && j < len(m) {
						out[j] = true
					}
				}
			}
		}
		return out
	}
	icons := []string{"wrench", "book", "fingerprint"}
	n := 0
	everyLayout(t, func(name string, l designer.Look) {
		l.Icon = icons[n%len(icons)]
		if n++; testing.Short() && n%10 > 0 {
			return
		}
		s := Of(designer.Draft{Look: l}).Scene()
		field, _ := item(s, Field)
		inside := covers(&r, field.Path)
		ribbon := make([]bool, len(inside))
		taken := map[Role][]bool{}
		for _, it := range s.Items {
			switch it.Role {
			case Icon, Text, Lower, Stars:
				m := covers(&r, it.Path)
				for i, on := range taken[it.Role] {
					m[i] = m[i] || on
				}
				taken[it.Role] = m
			case Ribbon, Tail, Fold:
				for i, on := range covers(&r, it.Path) {
					ribbon[i] = ribbon[i] || on
				}
			}
		}
		if len(taken) == 0 {
			t.Fatalf("%s: nothing is on it", name)
		}
		for role, m := range taken {
			near := grow(m)
			for i, on := range near {
				if on && !inside[i] {
					t.Errorf("%s: %s leaves the field at %d,%d", name, role, i%layoutPx*4, i/layoutPx*4)
					break
				}
				if on && ribbon[i] {
					t.Errorf("%s: %s meets the ribbon at %d,%d", name, role, i%layoutPx*4, i/layoutPx*4)
					break
				}
			}
			for other, o := range taken {
				if other <= role {
					continue
				}
				for i, on := range near {
					if on && o[i] {
						t.Errorf("%s: %s meets %s at %d,%d", name, role, other, i%layoutPx*4, i/layoutPx*4)
						break
					}
				}
			}
		}
	})
}

func TestNothingLeavesTheSquare(t *testing.T) {
	everyLayout(t, func(name string, l designer.Look) {
		for _, it := range Of(designer.Draft{Look: l}).Scene().Items {
			b := it.Path.Box()
			if it.Clip != nil {
				b = b.Meet(it.Clip.Box())
			}
			if b.X0 < 0 || b.Y0 < 0 || b.X1 > Size || b.Y1 > Size {
				t.Errorf("%s: %s has %v", name, it.Role, b)
			}
		}
	})
}

// An icon of less than 11 % of the badge's width is not seen at 32 pixels.
func TestTheIconAlwaysKeepsASize(t *testing.T) {
	everyLayout(t, func(name string, l designer.Look) {
		l.Icon = "heart"
		least := 110.0
		if l.Centre != "icon" {
			return // two share the room, letters and drawings have their own proportions
		}
		it, ok := item(Of(designer.Draft{Look: l}).Scene(), Icon)
		b := it.Path.Box()
		if w := max(b.X1-b.X0, b.Y1-b.Y0); !ok || w < least {
			t.Errorf("%s: %.0f wide", name, w)
		}
	})
}

// seen is the area of a badge with what hangs behind it.
func seen(f figure) float64 {
	path := f.outline(0)
	if f.hang != nil {
		path = append(path, f.hang(0)...)
	}
	var r Rasterizer
	n := 0
	for _, on := range covers(&r, path) {
		if on {
			n++
		}
	}
	return float64(n) * Size * Size / layoutPx / layoutPx
}

func TestShapesWeighAlike(t *testing.T) {
	areas := map[string]float64{}
	sum := 0.0
	for name, f := range figures {
		areas[name] = seen(f)
		sum += areas[name]
	}
	mean := sum / float64(len(areas))
	for name, a := range areas {
		low := 0.93
		if name == "star" || name == "medal" {
			low = 0.75 // points weigh little, and so do ends that hang
		}
		if a < low*mean || a > 1.12*mean {
			t.Errorf("%s has %.0f %% of the mean area", name, 100*a/mean)
		}
	}
}

func TestShapesStandInTheMiddle(t *testing.T) {
	for name, f := range figures {
		b := f.outline(0).Box()
		if f.hang != nil {
			b.Y1 = f.hang(0).Box().Y1
		}
		if c := b.Centre(); math.Abs(c.X-500) > 1 || math.Abs(c.Y-500) > 25 {
			t.Errorf("%s: the box's middle is %v", name, c)
		}
		if f.face.x != 500 || f.arc.x != 500 || f.low.x != 500 {
			t.Errorf("%s is not upright", name)
		}
	}
}

// The discs of a figure are what the layout trusts.
func TestTheFaceOfAShapeLiesInsideIt(t *testing.T) {
	var r Rasterizer
	for name, f := range figures {
		inside := covers(&r, f.outline(0))
		face := covers(&r, outline.Circle(outline.Pt{X: f.face.x, Y: f.face.y}, f.face.r-6))
		for i, on := range face {
			if on && !inside[i] {
				t.Errorf("%s: the face leaves it at %d,%d", name, i%layoutPx*4, i/layoutPx*4)
				break
			}
		}
	}
}

func TestEveryTextWithinItsLimitIsDrawn(t *testing.T) {
	for _, field := range []string{"look.text", "look.ribbon"} {
		f, _ := designer.FieldByID(field)
		long := strings.Repeat("W", f.Limit)
		for shape := range figures {
			s := Of(designer.Draft{Look: designer.Look{Shape: shape, Text: long, Ribbon: long}}).Scene()
			for _, r := range []Role{Text, RibbonText} {
				it, ok := item(s, r)
				if !ok {
					t.Fatalf("%s: no %s", shape, r)
				}
				got := 0
				for _, seg := range it.Path {
					if seg.Op == outline.Move {
						got++
					}
				}
				if got != f.Limit {
					t.Errorf("%s: %s has %d letters, want %d", shape, r, got, f.Limit)
				}
			}
		}
	}
}

func TestLettersOfTheWarnedLengthAreReadable(t *testing.T) {
	f, _ := designer.FieldByID("look.text")
	typical := "Competencias"[:f.Warn] // twelve letters of a real word
	for shape := range figures {
		if p := Of(designer.Draft{Look: designer.Look{Shape: shape, Text: typical, Ribbon: typical}}).Problems(); len(p) > 0 {
			t.Errorf("%s: %v", shape, p)
		}
	}
}

func TestStarsAreCounted(t *testing.T) {
	for shape := range figures {
		for _, ribbon := range []string{"", "LEVEL 1"} {
			for n := range 4 {
				it, ok := item(Of(designer.Draft{Look: designer.Look{Shape: shape, Ribbon: ribbon, Stars: n}}).Scene(), Stars)
				got := 0
				for _, seg := range it.Path {
					if seg.Op == outline.Close {
						got++
					}
				}
				if ok != (n > 0) || got != n {
					t.Errorf("%s with %d stars has %d", shape, n, got)
				}
			}
		}
	}
}

// Figures of a glyph may run either way round; weighing them by the sign of
// their area once lost the angle brackets and moved the pie chart aside.
func TestEveryIconStandsInTheMiddle(t *testing.T) {
	for _, i := range icon.All() {
		it, ok := item(Of(designer.Draft{Look: designer.Look{Shape: "circle", Icon: i.Name}}).Scene(), Icon)
		b := it.Path.Box()
		c := b.Centre()
		if w := max(b.X1-b.X0, b.Y1-b.Y0); !ok || math.Abs(c.X-500) > 30 || math.Abs(c.Y-500) > 30 || w < 280 || w > 2*iconMost {
			t.Errorf("%s: %.0f wide at %.0f,%.0f", i.Name, w, c.X, c.Y)
		}
	}
}
