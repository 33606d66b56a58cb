// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	"insignia/designer"
	"insignia/internal/frametest"
	"insignia/internal/shot"
	"insignia/tui/screen"
	"insignia/tui/stage"
)

var sizes = [][2]int{{40, 12}, {80, 24}, {120, 40}, {240, 70}}

const libraryID = "6f1c2d1e-0000-4000-8000-000000000001"

// library is a workshop in the middle of its day.
func library() screen.Env {
	agenda, _ := designer.ReadyAgenda("sprint-20")
	at := func(min int) time.Time { return stage.Now.Add(time.Duration(min) * time.Minute) }
	in := func(n int, team, name string, answered int) designer.Summary {
		return designer.Summary{ID: fmt.Sprintf("6f1c2d1e-0000-4000-8000-0000000001%02d", n), Workshop: libraryID,
			Created: at(n), Updated: at(n), Team: team, Name: name, Answered: answered}
	}
	return screen.Env{
		Workshop: designer.Workshop{
			Meta:  designer.Meta{ID: libraryID, Revision: 3},
			Title: "Badges for the town library", Date: "2026-05-09", Place: "Reading room", Language: "en",
			Agenda: agenda, Issuer: designer.Issuer{Name: "Town Library", URL: "https://library.example.org", Email: "desk@library.example.org"},
			Teams: []string{"Rose", "Tulip", "Sunflower", "Lilac"}, Colours: "harbour", Skip: []string{"issuer.url", "issuer.email"},
		},
		Workshops: []designer.WorkshopSummary{
			{ID: libraryID, Revision: 3, Title: "Badges for the town library", Date: "2026-05-09", Minutes: 20},
			{ID: "6f1c2d1e-0000-4000-8000-000000000002", Revision: 1, Title: "Repair café: what our volunteers can show, and to whom", Date: "2026-04-18", Minutes: 75},
			{ID: "6f1c2d1e-0000-4000-8000-000000000003", Revision: 1, Minutes: 240},
		},
		Issuers: []designer.SavedIssuer{
			{Issuer: designer.Issuer{Name: "Town Library", URL: "https://library.example.org", Email: "desk@library.example.org"}},
			{Issuer: designer.Issuer{Name: "Makers of the valley"}},
		},
		Drafts: []designer.Summary{
			in(3, "", "Map reader", 1), in(2, "Sunflower", "Story hour host", 4), in(1, "Rose", "Bike repair buddy", 6),
			{ID: "6f1c2d1e-0000-4000-8000-000000000200", Name: "Elsewhere", Team: "Rose", Answered: 2},
		},
		Sticks: []string{"/media/ana/BLUE", "/media/ana/RED"},
	}
}

// blank is a workshop that was just created.
func blank() screen.Env {
	agenda, _ := designer.ReadyAgenda("sprint-20")
	return screen.Env{Workshop: designer.Workshop{Meta: designer.Meta{ID: libraryID}, Language: "en", Agenda: agenda}}
}

// open shows one workshop on a stage.
func open(t testing.TB, env screen.Env, lang string, w, h int, opts ...frametest.Option) (*frametest.Driver, *stage.Model) {
	t.Helper()
	m := stage.New(lang, env, func(e screen.Env) screen.Screen { return New(e) })
	m.Do = func(m *stage.Model, a screen.Action) {
		if k, ok := a.(screen.KeepWorkshop); ok {
			m.Env.Workshop = k.Workshop
		}
	}
	return frametest.New(t, m, w, h, opts...), m
}

func openList(t testing.TB, env screen.Env, lang string, w, h int) (*frametest.Driver, *stage.Model) {
	t.Helper()
	m := stage.New(lang, env, func(screen.Env) screen.Screen { return NewList("") })
	return frametest.New(t, m, w, h), m
}

// see compares the frame with its golden, and with INSIGNIA_SHOTS set to a
// folder also writes it there as a picture to look at.
func see(t *testing.T, d *frametest.Driver, name string, w, h int) {
	t.Helper()
	if dir := os.Getenv("INSIGNIA_SHOTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".svg"), shot.SVG(d.Styled(), w, h, shot.Options{}), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	frametest.Golden(t, name, d.Frame())
}

func TestFramesOfTheList(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, s := range sizes {
			d, m := openList(t, library(), lang, s[0], s[1])
			d.Press("down")
			see(t, d, fmt.Sprintf("%s_list_%dx%d", lang, s[0], s[1]), s[0], s[1])
			m.Env.Workshops = nil
			d.Resize(s[0], s[1])
			see(t, d, fmt.Sprintf("%s_list_none_%dx%d", lang, s[0], s[1]), s[0], s[1])
		}
	}
}

func TestFramesOfTheDay(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, s := range sizes {
			name := func(what string) string { return fmt.Sprintf("%s_%s_%dx%d", lang, what, s[0], s[1]) }
			d, _ := open(t, library(), lang, s[0], s[1])
			see(t, d, name("day"), s[0], s[1])
			d.Press("tab", "down")
			see(t, d, name("day_badges"), s[0], s[1])
			d.Press("b")
			see(t, d, name("team"), s[0], s[1])
			d.Press("0")
			d.Type("Guests")
			see(t, d, name("team_other"), s[0], s[1])
		}
	}
}

func TestFramesOfThePreset(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, s := range sizes {
			name := func(what string) string { return fmt.Sprintf("%s_preset_%s_%dx%d", lang, what, s[0], s[1]) }
			d, m := open(t, library(), lang, s[0], s[1])
			d.Press("c")
			see(t, d, name("title"), s[0], s[1])
			f := m.Screen.(*Screen).form
			to := func(id string) {
				for range f.rows {
					if f.rows[f.at].id == id {
						return
					}
					d.Press("tab")
				}
				t.Fatalf("no row %q", id)
			}
			to("agenda")
			see(t, d, name("agenda"), s[0], s[1])
			d.Press("end")
			to("minutes")
			d.Press("right", "right")
			see(t, d, name("minutes"), s[0], s[1])
			to("slots")
			d.Press("down", "right")
			see(t, d, name("slots"), s[0], s[1])
			for _, id := range []string{"saved", "teams", "colours", "skip", "clock"} {
				to(id)
				see(t, d, name(id), s[0], s[1])
			}
		}
	}
}

// Without colour everything still says what it is.
func TestFramesWithoutColour(t *testing.T) {
	d, _ := open(t, library(), "en", 80, 24, frametest.Profile(colorprofile.ASCII))
	frametest.Golden(t, "plain_day", d.Cells())
	d.Press("c")
	frametest.Golden(t, "plain_preset", d.Cells())
}
