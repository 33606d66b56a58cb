// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package proof

import (
	"slices"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/internal/locale"
	"insignia/render"
)

func report(l designer.Look) Report { return Of(render.Of(designer.Draft{Look: l}).Scene()) }

func told(d designer.Draft) []string {
	p := render.Of(d)
	var out []string
	for _, x := range Of(p.Scene()).Problems(p.Look()) {
		out = append(out, x.Code+" "+x.Field)
	}
	return out
}

func part(t *testing.T, r Report, role render.Role) Part {
	t.Helper()
	for _, p := range r.Parts {
		if p.Role == role {
			return p
		}
	}
	t.Fatalf("no %s", role)
	return Part{}
}

// A heart is seen at any size, letters on the arc in none of the small ones:
// whoever looks at the pictures says the same.
func TestVerdictsAreThoseOfTheEye(t *testing.T) {
	r := report(designer.Look{Shape: "circle", Colours: "harbour", Icon: "heart", Text: "VOLUNTEER"})
	icon, text := part(t, r, render.Icon), part(t, r, render.Text)
	for i := range Sizes {
		if icon.At(i) != Good {
			t.Errorf("the heart at %d: %s %+v", Sizes[i], icon.At(i), icon)
		}
	}
	if text.At(0) == Lost || text.At(2) != Lost {
		t.Errorf("the letters: %s %s %s", text.At(0), text.At(1), text.At(2))
	}
	if fine := part(t, report(designer.Look{Icon: "fingerprint"}), render.Icon); fine.At(2) == Good || fine.Feature > icon.Feature/3 {
		t.Errorf("a fingerprint is seen like a heart: %+v", fine)
	}
}

// Smaller is never better.
func TestWhatIsLeftGrowsWithTheSize(t *testing.T) {
	for _, shape := range []string{"circle", "star", "medal", "shield"} {
		for _, icon := range []string{"bicycle", "heart", "fingerprint", "map"} {
			for _, p := range report(designer.Look{Shape: shape, Icon: icon, Text: "BIKES", Stars: 2}).Parts {
				for i := 1; i < len(Sizes); i++ {
					if p.Overlap[i] > p.Overlap[i-1]+0.06 || p.At(i) < p.At(i-1) {
						t.Errorf("%s %s %s: %+v", shape, icon, p.Role, p)
					}
				}
			}
		}
	}
}

func TestThicknessIsThatOfTheLines(t *testing.T) {
	g := designer.NewGrid(24)
	for x := range 24 {
		g.Set(x, 11, designer.IconInk)
		g.Set(x, 12, designer.IconInk)
	}
	d := designer.Draft{Look: designer.Look{Pixels: g.String(), Edges: "squares"}}
	s := render.Of(d).Scene()
	var want float64
	for _, it := range s.Items {
		if it.Role == render.Icon {
			b := it.Path.Box()
			want = b.Y1 - b.Y0
		}
	}
	// Twice the area over the length of a bar's outline is a little less than its
	// thickness: its ends count.
	if got := part(t, Of(s), render.Icon).Feature; got < want*0.85 || got > want*1.02 {
		t.Errorf("%.1f, want about %.1f", got, want)
	}
}

func TestProblemsAreToldOnceAndWithWords(t *testing.T) {
	faint := designer.NewGrid(24)
	for i := range 20 {
		for j := range 20 {
			faint.Set(2+i, 2+j, designer.ShadeInk)
		}
	}
	for _, c := range []struct {
		name string
		look designer.Look
		want []string
	}{
		{"the usual", designer.Look{}, nil},
		{"a dark badge without a rim", designer.Look{Rim: "none", Colours: "berry", Icon: "heart"}, []string{"IMG-EDGE-DARK look.rim"}},
		{"a light badge without a rim", designer.Look{Rim: "none", Colours: "lilac", Icon: "heart"}, []string{"IMG-EDGE-LIGHT look.rim"}},
		{"crowded", designer.Look{Shape: "shield", Icon: "bicycle", Text: "BIKE REPAIR", Ribbon: "LEVEL 1", Stars: 2}, []string{"IMG-32 look.icon"}},
		{"a drawing in the field's shade", designer.Look{Pixels: faint.String(), Field: "solid", Colours: "harbour"}, []string{"IMG-CONTRAST look.pixels"}},
		{"red on green", designer.Look{Colours: "#006000,#ffffff,#ff9080", Field: "solid", Icon: "heart"}, []string{"IMG-CVD look.colours"}},
	} {
		d := designer.Draft{Look: c.look}
		if got := told(d); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		p := render.Of(d)
		for _, x := range Of(p.Scene()).Problems(p.Look()) {
			for _, lang := range locale.Languages() {
				w := locale.For(lang)
				for _, k := range []string{"", ".why", ".fix"} {
					if !w.Known("problem." + x.Code + k) {
						t.Errorf("problem.%s%s has no words in %s", x.Code, k, lang)
					}
				}
			}
		}
	}
}

func TestTheSamplesAreSeen(t *testing.T) {
	for _, name := range sample.Names() {
		for _, lang := range locale.Languages() {
			d, _ := sample.Load(name, lang)
			if got := told(d); len(got) > 0 {
				t.Errorf("%s: %v", name, got)
			}
		}
	}
}

func TestFixesChangeWhatTheySay(t *testing.T) {
	d := designer.Draft{Look: designer.Look{Shape: "shield", Icon: "bicycle", Text: "BIKE REPAIR", Lower: "HELPER", Rim: "none", Colours: "berry"}}
	var ids []string
	for _, f := range Fixes(d) {
		ids = append(ids, f.ID)
		c := d
		c.Look = f.Look
		switch before, after := Of(render.Of(d).Scene()), Of(render.Of(c).Scene()); f.ID {
		case "larger":
			if part(t, after, render.Icon).Feature <= part(t, before, render.Icon).Feature {
				t.Error("not larger")
			}
		case "rim":
			if min(after.White, after.Black) < render.ShapeContrast {
				t.Error("the rim is still lost")
			}
		case "lower":
			if f.Look.Lower != "" {
				t.Error("still there")
			}
		case "palette":
			if f.Look.Colours == "berry" {
				t.Error("the same colours")
			}
		}
	}
	if !slices.Equal(ids, []string{"larger", "lower", "rim", "palette"}) {
		t.Errorf("%v", ids)
	}
	if got := Fixes(designer.Draft{Look: designer.Look{Picture: "x", Centre: "whole"}}); len(got) > 0 {
		t.Errorf("%v", got)
	}
}

func BenchmarkOf(b *testing.B) {
	s := render.Of(designer.Draft{Look: designer.Look{Icon: "fingerprint", Text: "BIKE REPAIR", Ribbon: "LEVEL 1", Stars: 2}}).Scene()
	b.ReportAllocs()
	for b.Loop() {
		Of(s)
	}
}

func TestTheStripShowsEveryViewAtEverySize(t *testing.T) {
	img := Strip(render.Of(designer.Draft{Look: designer.Look{Icon: "heart", Colours: "berry"}}).Scene())
	high := Sizes[0] + 2*air
	if img.Rect.Dy() != high*len(Views()) {
		t.Fatalf("%v", img.Rect)
	}
	seen := map[string]string{}
	for i, v := range Views() {
		if got := img.RGBAAt(1, i*high+1); got != v.Eyes.See(v.Page) {
			t.Errorf("%s: the page is %v", v.ID, got)
		}
		row := string(img.Pix[i*high*img.Stride : (i+1)*high*img.Stride])
		if other := seen[row]; other != "" {
			t.Errorf("%s looks like %s", v.ID, other)
		}
		seen[row] = v.ID
		if !slices.Contains(strings.Split("white grey black protan deutan tritan", " "), v.ID) {
			t.Errorf("a view %s", v.ID)
		}
	}
}

func BenchmarkStrip(b *testing.B) {
	s := render.Of(designer.Draft{Look: designer.Look{Icon: "fingerprint", Text: "BIKE REPAIR", Ribbon: "LEVEL 1", Stars: 2}}).Scene()
	for b.Loop() {
		Strip(s)
	}
}
