// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/internal/frametest"
	"insignia/internal/locale"
)

// opened is the program with a sample badge open, in a language.
func opened(t testing.TB, name, lang string, w, h int, opts ...frametest.Option) *frametest.Driver {
	t.Helper()
	b, ok := sample.Load(name, lang)
	if !ok {
		t.Fatalf("no sample %q", name)
	}
	b.ID = "6f1c2d1e-0000-4000-8000-000000000001"
	st := newStore(t)
	o := options(t, st)
	o.Words = locale.For(lang)
	o.Begin = &b
	return frametest.New(t, New(o), w, h, opts...)
}

// at goes to a question of the open badge.
func at(d *frametest.Driver, q designer.Question) {
	m := d.Model().(*Model)
	for m.question > q {
		d.Press("pgup")
	}
	for m.question < q {
		d.Press("pgdown")
	}
}

// Frames as they are seen, at the sizes people have.
func TestFrames(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {64, 16}, {80, 24}, {120, 40}, {200, 60}} {
		w, h := size[0], size[1]
		name := func(what string) string { return fmt.Sprintf("%s_%dx%d", what, w, h) }
		t.Run(fmt.Sprintf("%dx%d", w, h), func(t *testing.T) {
			d := opened(t, "bike-repair-buddy", "en", w, h)
			for _, q := range designer.Questions() {
				at(d, q)
				frametest.Golden(t, name(q.String()), d.Frame())
			}
			at(d, designer.AskWhy)
			d.Press("f2")
			frametest.Golden(t, name("examples"), d.Frame())
			d.Press("esc", "f1")
			frametest.Golden(t, name("help"), d.Frame())
			d.Press("esc", "f5")
			frametest.Golden(t, name("picture"), d.Frame())
			d.Press("esc")
			at(d, designer.Start)
			d.Press("up", "down") // an edit, so that it is kept
			d.Press("esc")
			frametest.Golden(t, name("list"), d.Frame())
		})
	}
}

func TestFramesInSpanish(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {96, 26}} {
		d := opened(t, "meal-crew-member", "es", size[0], size[1])
		for _, q := range designer.Questions() {
			at(d, q)
			frametest.Golden(t, fmt.Sprintf("es_%s_%dx%d", q, size[0], size[1]), d.Frame())
		}
	}
}

// The same frame in every depth of colour and on both backgrounds, cell by cell.
func TestColoursOfAFrame(t *testing.T) {
	for _, c := range []struct {
		name    string
		profile colorprofile.Profile
		dark    bool
	}{
		{"true_dark", colorprofile.TrueColor, true}, {"true_light", colorprofile.TrueColor, false},
		{"16_dark", colorprofile.ANSI, true}, {"16_light", colorprofile.ANSI, false},
		{"none", colorprofile.ASCII, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := opened(t, "bike-repair-buddy", "en", 80, 24, frametest.Profile(c.profile))
			if !c.dark {
				d.Send(tea.BackgroundColorMsg{Color: white{}})
			}
			at(d, designer.AskCriteria)
			frametest.Golden(t, "colours_"+c.name, d.Cells())
		})
	}
}

// white is a light background.
type white struct{}

func (white) RGBA() (r, g, b, a uint32) { return 0xffff, 0xffff, 0xffff, 0xffff }
