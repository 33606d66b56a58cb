// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"slices"
	"testing"

	"insignia/designer"
	"insignia/render/icon"
)

var kinds = []string{"", designer.KindSkill, designer.KindInterest, designer.KindMembership, designer.KindParticipation}

func TestFillCompletesEverything(t *testing.T) {
	for _, kind := range append(kinds, "no kind we know") {
		for _, name := range []string{"", " ", "x", "木", "Bike Repair Buddy"} {
			d := designer.Draft{Kind: kind, Name: name}
			l := Fill(d)
			if l.Shape == "" || l.Rim == "" || l.Field == "" || l.Pattern == "" || l.Centre == "" || l.Mark == "" || l.Colours == "" || l.Icon == "" {
				t.Errorf("%s %q: %+v", kind, name, l)
			}
			d.Look = l
			if p := Of(d); len(p.Problems()) > 0 || p.Look() != l {
				t.Errorf("%s %q: %v", kind, name, p.Problems())
			}
		}
	}
}

func TestFillChangesNothingThatIsSet(t *testing.T) {
	set := designer.Look{Shape: "star", Rim: "none", Field: "solid", Pattern: "dots", Colours: "sand",
		Centre: "icon", Icon: "map", Icon2: "bus", Letters: "X", Pixels: "p", Edges: "squares", Picture: "q", Text: "a", Lower: "l", Ribbon: "b", Stars: 2, Mark: "bars",
		Metaphor: "m", Alt: "alt", Author: "me", Licence: "CC0"}
	if got := Fill(designer.Draft{Kind: designer.KindSkill, Name: "Bike Repair", Look: set}); got != set {
		t.Errorf("%+v", got)
	}
}

func TestKindsHaveShapesOfTheirOwn(t *testing.T) {
	for kind, want := range map[string]string{
		designer.KindSkill: "hexagon", designer.KindInterest: "circle", designer.KindMembership: "shield",
		designer.KindParticipation: "rosette", "": "circle",
	} {
		if got := Fill(designer.Draft{Kind: kind, Name: "Anything"}).Shape; got != want {
			t.Errorf("%q is a %s, want %s", kind, got, want)
		}
	}
}

func TestTheIconComesFromTheName(t *testing.T) {
	for _, c := range []struct{ name, lang, want string }{
		{"Bike Repair Buddy", "en", "bicycle"}, {"Map Curious", "en", "map"}, {"Meal Crew Member", "en", "cutlery"},
		{"Reading circle evening", "en", "reader"}, {"First Aid Helper", "en", "first-aid"}, {"Community cooking", "en", "cooking"},
		{"Repairing!", "en", "star"}, {"REPAIR", "en", "wrench"}, {"Team map", "en", "map"}, {"Team player", "en", "group"},
		{"Arreglo de bicis", "es", "wrench"}, {"Club de lectura", "es", "reader"}, {"Huerto", "es", "flower"},
		{"Olla común", "es", "cooking"}, {"Árboles", "es", "tree"}, {"Lectores del barrio", "es", "reader"},
		{"Olla común", "en", "cooking"}, // a Spanish name in an English draft
		{"Bik", "en", "star"}, {"", "en", "star"}, {"Zzz", "es", "star"},
	} {
		if got := Fill(designer.Draft{Name: c.name, Language: c.lang}).Icon; got != c.want {
			t.Errorf("%q gives %s, want %s", c.name, got, c.want)
		}
	}
}

// A look that changes at each key would be worse than a dull one.
func TestColoursDoNotFlickerWhileTyping(t *testing.T) {
	for _, kind := range kinds {
		for _, name := range []string{"Bike Repair Buddy", "Map Curious", "Meal Crew Member", "Community garden", "Lectores del barrio"} {
			changes, last := 0, ""
			for i := range name {
				if i == 0 {
					continue
				}
				got := Fill(designer.Draft{Kind: kind, Name: name[:i]}).Colours
				if last != "" && got != last {
					changes++
				}
				last = got
			}
			if changes > 3 { // a telling word may come, go while its plural is typed, and come again
				t.Errorf("%s %q: %d changes", kind, name, changes)
			}
		}
	}
}

func TestGoingThroughIconsKeepsTheColours(t *testing.T) {
	d := designer.Draft{Kind: designer.KindSkill, Name: "Bike Repair"}
	want := Fill(d).Colours
	for _, i := range icon.All() {
		d.Look.Icon = i.Name
		if got := Fill(d).Colours; got != want {
			t.Fatalf("%s turns %s into %s", i.Name, want, got)
		}
	}
}

func TestAnUntouchedLookIsTheSameFromAnyPath(t *testing.T) {
	typed := designer.New("en")
	for _, kv := range [][2]string{{"name", "Map"}, {"kind", "interest"}, {"look.icon", "tree"}, {"look.icon", ""}, {"name", "Map Curious"}} {
		if err := typed.Set(kv[0], kv[1]); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := Fill(typed), Fill(designer.Draft{Kind: "interest", Name: "Map Curious", Language: "en"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestEveryPaletteOfAGroupIsReached(t *testing.T) {
	for kind, m := range manners {
		if _, ok := figures[m.shape]; !ok {
			t.Errorf("%s: no shape %s", kind, m.shape)
		}
		if _, ok := icon.ByName(m.icon); !ok {
			t.Errorf("%s: no icon %s", kind, m.icon)
		}
		var letters, categories []string
		for r := 'a'; r <= 'z'; r++ {
			letters = append(letters, m.colours[pick(string(r), len(m.colours))])
		}
		for _, c := range icon.Categories() {
			categories = append(categories, m.colours[pick(c, len(m.colours))])
		}
		for _, name := range m.colours {
			if _, ok := PaletteByName(name); !ok {
				t.Errorf("%s: no palette %s", kind, name)
			}
			if !slices.Contains(letters, name) || !slices.Contains(categories, name) {
				t.Errorf("%s: %s is never chosen", kind, name)
			}
		}
	}
}

func BenchmarkFill(b *testing.B) {
	d := designer.Draft{Kind: designer.KindSkill, Name: "Nothing in this name tells what picture it wants"}
	b.ReportAllocs()
	for b.Loop() {
		Fill(d)
	}
}
