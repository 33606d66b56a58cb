// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package proof

import (
	"strings"
	"testing"

	"insignia/designer"
	"insignia/internal/locale"
)

func TestPicturesThatAreTakenForEachOtherAreTold(t *testing.T) {
	first := designer.Draft{Meta: designer.Meta{ID: "1"}, Name: "Tea Host", Look: designer.Look{Shape: "circle", Colours: "harbour", Icon: "coffee", Stars: 1}}
	other := func(name string, change func(l *designer.Look)) designer.Draft {
		d := first
		d.ID, d.Name = name, name
		change(&d.Look)
		return d
	}
	for _, c := range []struct {
		name   string
		change func(l *designer.Look)
		want   string
	}{
		{"the same", func(*designer.Look) {}, "IMG-DUP"},
		{"told otherwise", func(l *designer.Look) { l.Alt, l.Author = "A cup", "Ana" }, "IMG-DUP"},
		{"letters that are not shown", func(l *designer.Look) { l.Centre, l.Letters = "icon", "X" }, "IMG-DUP"},
		{"other colours", func(l *designer.Look) { l.Colours = "ember" }, "IMG-COLOUR-ONLY"},
		{"another field", func(l *designer.Look) { l.Field = "solid" }, "IMG-COLOUR-ONLY"},
		{"one star more", func(l *designer.Look) { l.Stars = 2 }, ""},
		{"another icon", func(l *designer.Look) { l.Icon = "cake" }, ""},
		{"another word", func(l *designer.Look) { l.Text = "TEA" }, ""},
		{"another rim", func(l *designer.Look) { l.Rim = "stitched" }, ""},
	} {
		got := Alike([]designer.Draft{first, first, other("Far", func(l *designer.Look) { l.Shape = "star" }), other(c.name, c.change)})[0]
		if c.want == "" {
			if len(got) > 0 {
				t.Errorf("%s: %+v", c.name, got)
			}
			continue
		}
		if len(got) != 1 || got[0].Code != c.want || got[0].Args["name"] != c.name {
			t.Errorf("%s: %+v, want %s", c.name, got, c.want)
			continue
		}
		if _, ok := designer.FieldByID(got[0].Field); !ok {
			t.Errorf("no field %s", got[0].Field)
		}
		for _, lang := range locale.Languages() {
			for _, end := range []string{"", ".why", ".fix"} {
				if s := locale.For(lang).Fill("problem."+c.want+end, got[0].Args); strings.ContainsAny(s, "{}[]") {
					t.Errorf("%s %s%s: %q", lang, c.want, end, s)
				}
			}
		}
	}
}

// The same picture is the graver one, wherever it stands in the list.
func TestTheSamePictureIsToldBeforeOneOfOtherColours(t *testing.T) {
	look := designer.Look{Icon: "coffee", Colours: "harbour"}
	red := look
	red.Colours = "ember"
	got := Alike([]designer.Draft{{Meta: designer.Meta{ID: "1"}, Look: look}, {Meta: designer.Meta{ID: "2"}, Name: "Red", Look: red}, {Meta: designer.Meta{ID: "3"}, Name: "Twin", Look: look}})[0]
	if len(got) != 1 || got[0].Code != "IMG-DUP" || got[0].Args["name"] != "Twin" {
		t.Errorf("%+v", got)
	}
}
