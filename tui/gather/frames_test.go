// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package gather

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/charmbracelet/colorprofile"

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
		if err := os.WriteFile(filepath.Join(dir, "gather_"+name+".svg"), shot.SVG(d.Styled(), w, h, shot.Options{}), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	frametest.Golden(t, name, d.Frame())
}

// desk is a laptop with two sticks in it.
func desk() screen.Env {
	return screen.Env{Sticks: []string{"/media/ana/BLUE", "/media/ana/RED STICK OF TABLE FOUR"}}
}

// brought is a report with every fate in it.
var brought = []screen.Gathered{
	{Name: "Bike repair buddy", Team: "Rose", Fate: screen.FateNew}, {Name: "", Team: "Tulip", Fate: screen.FateNew},
	{Name: "Story hour host", Team: "Lilac", Fate: screen.FateUpdated},
	{Name: "Map reader", Fate: screen.FateForked},
	{Name: "Meal crew", Fate: screen.FateOlder},
	{Name: "Test", Fate: screen.FateRemoved},
	{Name: "Soup cook", Fate: screen.FateSame}, {Name: "Seed saver", Fate: screen.FateSame},
	{Name: "badges/broken.json", Fate: screen.FateUnread, Why: "What was read is not what was written."},
	{Name: "Town library", Workshop: true, Fate: screen.FateSame},
}

func TestFrames(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, s := range sizes {
			name := func(what string) string { return fmt.Sprintf("%s_%s_%dx%d", lang, what, s[0], s[1]) }
			d, m := open(t, desk(), lang, s[0], s[1])
			d.Press("space", "down")
			see(t, d, name("places"), s[0], s[1])
			d.Press("down")
			d.Type("/home/ana/badges")
			see(t, d, name("other"), s[0], s[1])
			m.Do = func(m *stage.Model, a screen.Action) {
				if _, ok := a.(screen.GatherFrom); ok {
					m.Env.Gathered = brought
				}
			}
			d.Press("enter")
			see(t, d, name("report"), s[0], s[1])
			d.Press("pgdown", "pgdown", "pgdown", "pgdown")
			see(t, d, name("report_end"), s[0], s[1])
		}
	}
}

func TestFramesOfNothing(t *testing.T) {
	d, m := open(t, screen.Env{}, "en", 40, 12)
	see(t, d, "no_stick_40x12", 40, 12)
	d.Type("/nowhere")
	d.Press("enter")
	m.Env.Gathered = []screen.Gathered{}
	d.Resize(40, 12)
	see(t, d, "nothing_40x12", 40, 12)
}

func TestFrameWithoutColour(t *testing.T) {
	d, m := open(t, desk(), "en", 80, 24, frametest.Profile(colorprofile.ASCII))
	frametest.Golden(t, "plain_places", d.Cells())
	d.Press("enter")
	m.Env.Gathered = brought
	d.Resize(80, 24)
	frametest.Golden(t, "plain_report", d.Cells())
}
