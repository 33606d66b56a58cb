// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package entry

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"insignia/designer"
	"insignia/internal/frametest"
	"insignia/internal/shot"
	"insignia/tui/screen"
	"insignia/tui/stage"
)

var sizes = [][2]int{{40, 12}, {80, 24}, {120, 40}, {240, 70}}

func open(t testing.TB, env screen.Env, lang string, w, h int, opts ...frametest.Option) (*frametest.Driver, *stage.Model) {
	t.Helper()
	m := stage.New(lang, env, func(e screen.Env) screen.Screen { return New(e) })
	return frametest.New(t, m, w, h, opts...), m
}

// see compares the frame with its golden, and with INSIGNIA_SHOTS set to a
// folder also writes it there as a picture to look at.
func see(t *testing.T, d *frametest.Driver, name string, w, h int) {
	t.Helper()
	if dir := os.Getenv("INSIGNIA_SHOTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "entry_"+name+".svg"), shot.SVG(d.Styled(), w, h, shot.Options{}), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	frametest.Golden(t, name, d.Frame())
}

const workshopID = "6f1c2d1e-0000-4000-8000-000000000001"

// hall is a workshop of three tables, one of which has its badge.
func hall() screen.Env {
	return screen.Env{
		Workshop: designer.Workshop{
			Meta: designer.Meta{ID: workshopID, Revision: 2}, Title: "Town library", Language: "en",
			Issuer: designer.Issuer{Name: "Town Library"}, Teams: []string{"Rose", "Tulip", "Lilac"},
		},
		Drafts: []designer.Summary{
			{ID: "6f1c2d1e-0000-4000-8000-000000000101", Workshop: workshopID, Team: "Rose", Name: "Story hour host"},
			{ID: "6f1c2d1e-0000-4000-8000-000000000102", Team: "Tulip", Name: "Of another day"},
		},
	}
}

// fill types a sheet up to the steps.
func fill(d *frametest.Driver) {
	d.Press("down", "enter")
	d.Type("Bike repair buddy")
	d.Press("enter", "enter")
	d.Type("Young people from 14 who come to the Saturday workshop with a bike that does not run")
	d.Press("enter")
	d.Type("I can now mend my own bike")
	d.Press("enter")
	d.Type("Mends a flat tyre alone")
	d.Press("enter")
	d.Type("Sets both brakes so that they hold on a slope")
}

func TestFrames(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, s := range sizes {
			name := func(what string) string { return fmt.Sprintf("%s_%s_%dx%d", lang, what, s[0], s[1]) }
			d, _ := open(t, hall(), lang, s[0], s[1])
			see(t, d, name("empty"), s[0], s[1])
			fill(d)
			see(t, d, name("steps"), s[0], s[1])
			d.Press("pgdown")
			see(t, d, name("next"), s[0], s[1])
		}
	}
}

func TestFramesOutsideOfAWorkshop(t *testing.T) {
	d, _ := open(t, screen.Env{}, "en", 80, 24)
	see(t, d, "alone_80x24", 80, 24)
}

func TestFrameWithoutColour(t *testing.T) {
	d, _ := open(t, hall(), "en", 80, 24, frametest.Profile(colorprofile.ASCII))
	fill(d)
	frametest.Golden(t, "plain_80x24", d.Cells())
}
