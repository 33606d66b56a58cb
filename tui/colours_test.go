// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"testing"

	"insignia/designer"
	"insignia/internal/frametest"
)

// onColours stands in the row of the colours.
func onColours(t *testing.T, w, h int) (*frametest.Driver, *Model) {
	t.Helper()
	d, m := on(t, designer.AskLook, w, h)
	d.Press("down", "down", "down", "down")
	if !d.Has("› Colours") {
		t.Fatalf("not there\n%s", d.Frame())
	}
	return d, m
}

func TestColoursAreTypedByNameAndByNumber(t *testing.T) {
	for typed, want := range map[string]string{
		"harb":              "harbour",
		"Lagoon":            "lagoon",
		"navy":              "navy",
		"navy,gold":         "navy,gold",
		"navy, gold, cream": "navy,gold,cream",
		"Azul marino, ORO":  "navy,gold",
		"#1F5FBF":           "#1f5fbf",
		"#1f5fbf,#ffd700":   "#1f5fbf,#ffd700",
		"sky blue, white":   "sky blue,white",
		"teal,":             "teal",
	} {
		d, m := onColours(t, 80, 24)
		d.Type(typed)
		if got := m.draft.Look.Colours; got != want {
			t.Errorf("%q gives %q, not %q\n%s", typed, got, want, d.Frame())
		}
		d.Press("down")
		if m.say != "" || m.draft.Look.Colours != want {
			t.Errorf("%q: leaving it says %q and leaves %q", typed, m.say, m.draft.Look.Colours)
		}
	}
}

func TestWhatIsNoColourLeavesTheBadgeAsItWas(t *testing.T) {
	d, m := onColours(t, 80, 24)
	d.Type("plum")
	d.Press("down", "up")
	for _, typed := range []string{"#12345", "zebra", "navy,zebra", "navy,gold,white,red", "#1f5fbg"} {
		d.Type(typed)
		if m.draft.Look.Colours != "plum" {
			t.Errorf("%q gives %q", typed, m.draft.Look.Colours)
		}
		d.Press("down")
		if !d.Has("No colour") && !d.Has("neither the name") {
			t.Errorf("%q is left and nobody is told\n%s", typed, d.Frame())
		}
		d.Press("up")
	}
	d.Type("#12")
	if m.say != "" {
		t.Errorf("told off in the middle of a number: %s", m.say)
	}
	d.Press("esc")
	if m.draft.Look.Colours != "plum" || m.place != atBadge {
		t.Errorf("esc did not end the search: %q", m.draft.Look.Colours)
	}
	d.Paste("teal, white\n")
	if m.draft.Look.Colours != "teal,white" {
		t.Errorf("pasted: %q", m.draft.Look.Colours)
	}
	d.Press("backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
	if m.draft.Look.Colours != "teal" {
		t.Errorf("taken back: %q", m.draft.Look.Colours)
	}
}
