// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"strings"
	"testing"

	"insignia/designer"
)

// What the chosen platform takes is counted while people type.
func TestThePlatformsLimitIsCountedWhileTyping(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}} {
		d, m := on(t, designer.Start, size[0], size[1])
		d.Press("enter", "ctrl+u")
		d.Type("Tea Host")
		if d.Has(" of 60") {
			t.Fatalf("counted for no platform\n%s", d.Frame())
		}
		m.draft.Issuer.Platform = designer.PlatformOEB
		d.Type("s")
		if !d.Has("Open Educational") || !d.Has("name 9 of 60") {
			t.Fatalf("not counted\n%s", d.Frame())
		}
		d.Type(strings.Repeat("x", 60))
		if !d.Has("! Open Educational") || !d.Has("name 69 of") {
			t.Fatalf("too much, and not told\n%s", d.Frame())
		}
		at(d, designer.Review)
		if !d.Has("name 69 of") {
			t.Fatalf("not told in the review\n%s", d.Frame())
		}
	}
}

// Of a list it is the item that is furthest over.
func TestTheLongestStepIsCounted(t *testing.T) {
	d, m := on(t, designer.AskCriteria, 80, 24)
	m.draft.Issuer.Platform = designer.PlatformOEB
	d.Type("Poured " + strings.Repeat("tea ", 80))
	d.Press("enter")
	d.Type("Washed up")
	if !d.Has("! Open Educational Badges: step 326 of") {
		t.Fatalf("not counted\n%s", d.Frame())
	}
}
