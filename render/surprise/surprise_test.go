// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package surprise

import (
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/render"
	"insignia/render/icon"
	"insignia/render/proof"
)

// drafts are badges of every kind, from none of whose words something follows
// to many.
func drafts(t *testing.T) []designer.Draft {
	t.Helper()
	var out []designer.Draft
	for _, kind := range []string{"", designer.KindSkill, designer.KindInterest, designer.KindMembership, designer.KindParticipation} {
		for _, name := range []string{"", "木", "Community garden and kitchen"} {
			out = append(out, designer.Draft{Kind: kind, Name: name, Look: designer.Look{Text: "BIKES", Stars: len(name) % 4}})
		}
	}
	for _, name := range sample.Names() {
		d, ok := sample.Load(name, "es")
		if !ok {
			t.Fatal(name)
		}
		out = append(out, d)
	}
	return out
}

func TestNoDesignFailsItsOwnChecks(t *testing.T) {
	for _, d := range drafts(t) {
		for seed := range uint64(1) {
			for i, l := range Looks(d, seed) {
				c := d
				c.Look = l
				p := render.Of(c)
				if got := append(p.Problems(), proof.Of(p.Scene()).Problems(p.Look())...); len(got) > 0 {
					t.Errorf("%s %q %d/%d: %v", d.Kind, d.Name, seed, i, got)
				}
			}
		}
	}
}

// A text as long as may be once had designs that hid what stands in the middle.
func TestLongWordsGetDesignsThatCanBeRead(t *testing.T) {
	for _, text := range []string{"A LONG TEXT OF TWENTYFOU", "COMMUNITY KITCHEN CREW"} {
		for seed := range uint64(3) {
			d := designer.Draft{Name: "Community kitchen crew", Language: "en", Look: designer.Look{Text: text}}
			for _, l := range Looks(d, seed) {
				if d.Look = l; !fine(d) {
					t.Errorf("%s %d: %s %s %s", text, seed, l.Shape, l.Rim, l.Icon)
				}
			}
		}
	}
}

func TestTheFourDifferAndComeAgain(t *testing.T) {
	for n, d := range drafts(t) {
		if n%3 != 0 {
			continue // every kind is among the rest
		}
		for seed := range uint64(1) {
			four := Looks(d, seed)
			if four != Looks(d, seed) {
				t.Fatalf("%q: not the same", d.Name)
			}
			if four == Looks(d, seed+1) {
				t.Errorf("%q: the next are the same", d.Name)
			}
			for i := range four {
				for j := range i {
					a, b := four[i], four[j]
					if a.Colours == b.Colours || a.Shape == b.Shape && a.Icon == b.Icon {
						t.Errorf("%q: %d and %d are alike: %+v %+v", d.Name, i, j, a, b)
					}
				}
			}
		}
	}
}

func TestWhatPeopleMadeStays(t *testing.T) {
	g := designer.NewGrid(24)
	for i := range 12 {
		for j := range 12 {
			g.Set(6+i, 6+j, designer.IconInk)
		}
	}
	d := designer.Draft{Look: designer.Look{Text: "OURS", Lower: "TOO", Stars: 2, Pixels: g.String(), Alt: "words", Author: "us"}}
	for _, l := range Looks(d, 3) {
		if l.Text != "OURS" || l.Lower != "TOO" || l.Stars != 2 || l.Pixels != d.Look.Pixels || l.Alt != "words" || l.Author != "us" || l.Icon != "" {
			t.Errorf("%+v", l)
		}
	}
}

func TestIconsComeFromTheWords(t *testing.T) {
	d := designer.Draft{Name: "Bike Repair Buddy", Language: "en"}
	found := false
	for _, l := range Looks(d, 1) {
		i, ok := icon.ByName(l.Icon)
		if !ok {
			t.Errorf("%q", l.Icon)
		}
		found = found || i.Name == "bicycle"
	}
	if !found {
		t.Error("no bicycle")
	}
}
