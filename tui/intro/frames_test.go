// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package intro

import (
	"fmt"
	"image"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"insignia/internal/frametest"
	"insignia/tui/screen"
	"insignia/tui/stage"
)

// opened is the introduction on a stage of w by h cells, the keys its last row.
func opened(t testing.TB, lang string, w, h int, opts ...frametest.Option) *frametest.Driver {
	t.Helper()
	m := stage.New(lang, screen.Env{}, func(screen.Env) screen.Screen { return New() })
	d := frametest.New(t, m, w, h, opts...)
	resize(d, w, h)
	return d
}

// resize gives the screen the whole terminal, as the program does.
func resize(d *frametest.Driver, w, h int) {
	d.Resize(w, h)
	d.Model().(*stage.Model).Env.Area = image.Rect(0, 0, w, h-1)
	d.Send(screen.Reload{})
}

func on(d *frametest.Driver) *Screen { return d.Model().(*stage.Model).Screen.(*Screen) }

var sizes = [][2]int{{40, 12}, {60, 20}, {80, 24}, {120, 40}, {160, 50}, {240, 70}}

// Frames as they are seen, each page at each size.
func TestFrames(t *testing.T) {
	for _, size := range sizes {
		for _, lang := range []string{"en", "es"} {
			w, h := size[0], size[1]
			t.Run(fmt.Sprintf("%s_%dx%d", lang, w, h), func(t *testing.T) {
				d := opened(t, lang, w, h)
				for i, p := range on(d).pages {
					frametest.Golden(t, fmt.Sprintf("%s_%dx%d_%d_%s", lang, w, h, i+1, p.ID), d.Frame())
					d.Press("pgdown")
				}
				d.Press("home", "n")
				frametest.Golden(t, fmt.Sprintf("%s_%dx%d_notes", lang, w, h), d.Frame())
			})
		}
	}
}

// The same page in every depth of colour, cell by cell.
func TestColoursOfAFrame(t *testing.T) {
	for name, profile := range map[string]colorprofile.Profile{"true": colorprofile.TrueColor, "16": colorprofile.ANSI, "none": colorprofile.ASCII} {
		t.Run(name, func(t *testing.T) {
			d := opened(t, "en", 80, 24, frametest.Profile(profile))
			d.Press("right", "right")
			frametest.Golden(t, "colours_"+name+"_travel", d.Cells())
			d.Press("end", "left")
			frametest.Golden(t, "colours_"+name+"_example", d.Cells())
		})
	}
}
