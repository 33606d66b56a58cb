// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package suits

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"insignia/internal/frametest"
	"insignia/tui/screen"
	"insignia/tui/stage"
)

// opened is the chooser on a stage of w by h cells.
func opened(t testing.TB, lang string, w, h int, opts ...frametest.Option) *frametest.Driver {
	t.Helper()
	return frametest.New(t, stage.New(lang, screen.Env{}, func(screen.Env) screen.Screen { return New() }), w, h, opts...)
}

func on(d *frametest.Driver) *Screen { return d.Model().(*stage.Model).Screen.(*Screen) }

var sizes = [][2]int{{40, 12}, {60, 20}, {80, 24}, {120, 40}, {240, 70}}

// Frames as they are seen: two questions, a way, and what was left out.
func TestFrames(t *testing.T) {
	for _, size := range sizes {
		for _, lang := range []string{"en", "es"} {
			w, h := size[0], size[1]
			name := func(what string) string { return fmt.Sprintf("%s_%dx%d_%s", lang, w, h, what) }
			t.Run(name("all"), func(t *testing.T) {
				d := opened(t, lang, w, h)
				frametest.Golden(t, name("who"), d.Frame())
				d.Press("2")
				frametest.Golden(t, name("have"), d.Frame())
				d.Press("4", "1", "1", "3")
				frametest.Golden(t, name("first"), d.Frame())
				d.Press("3")
				frametest.Golden(t, name("third"), d.Frame())
				d.Press("right")
				frametest.Golden(t, name("others"), d.Frame())
			})
		}
	}
}

// The same frames in every depth of colour, cell by cell.
func TestColoursOfAFrame(t *testing.T) {
	for name, profile := range map[string]colorprofile.Profile{"true": colorprofile.TrueColor, "16": colorprofile.ANSI, "none": colorprofile.ASCII} {
		t.Run(name, func(t *testing.T) {
			d := opened(t, "en", 80, 24, frametest.Profile(profile))
			frametest.Golden(t, "colours_"+name+"_who", d.Cells())
			d.Press("1", "2", "2", "1", "1")
			frametest.Golden(t, "colours_"+name+"_way", d.Cells())
		})
	}
}
