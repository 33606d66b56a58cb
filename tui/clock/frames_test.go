// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clock

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"insignia/designer"
	"insignia/designer/clock"
	"insignia/internal/frametest"
	"insignia/internal/locale"
	"insignia/tui/screen"
	"insignia/tui/theme"
)

// stage is the clock on a terminal of its own, with the footer's line free.
type stage struct {
	screen *Screen
	env    screen.Env
	acts   []screen.Action
	w, h   int
}

func (s *stage) Init() tea.Cmd { return nil }

func (s *stage) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.ColorProfileMsg:
		s.env.Theme = theme.New("", msg.Profile, true)
	case tea.WindowSizeMsg:
		s.w, s.h = msg.Width, msg.Height
		s.env.Area = image.Rect(0, 0, s.w, s.h-1)
	default:
		_, acts := s.screen.Update(msg, s.env)
		s.acts = append(s.acts, acts...)
	}
	return s, nil
}

func (s *stage) View() tea.View {
	buf := uv.NewScreenBuffer(s.w, s.h)
	for _, l := range s.screen.Layers(s.env) {
		for i, line := range strings.Split(l.Text, "\n") {
			if y := l.Area.Min.Y + i; y < l.Area.Max.Y {
				uv.NewStyledString(line).Draw(buf, image.Rect(l.Area.Min.X, y, l.Area.Max.X, y+1))
			}
		}
	}
	var keys []string
	for _, k := range s.screen.Keys(s.env) {
		keys = append(keys, k.Help().Key+" "+k.Help().Desc)
	}
	foot := " " + s.env.Widths.Truncate(strings.Join(keys, "  "), max(0, s.w-2), "…")
	uv.NewStyledString(foot).Draw(buf, image.Rect(0, s.h-1, s.w, s.h))
	return tea.NewView(buf.Render())
}

// shown is the clock of a workshop with an agenda.
func shown(t testing.TB, lang, agenda string, w, h int, opts ...frametest.Option) (*stage, *frametest.Driver) {
	t.Helper()
	a, ok := designer.ReadyAgenda(agenda)
	if !ok {
		t.Fatalf("no agenda %q", agenda)
	}
	s := &stage{screen: New(), env: screen.Env{Words: locale.For(lang), Widths: ansi.GraphemeWidth}}
	s.env.Workshop = designer.Workshop{Title: "Badges in the bicycle kitchen", Agenda: a}
	s.env.Workshop.ID = "w"
	return s, frametest.New(t, s, w, h, opts...)
}

// moment is a run at a time worth seeing.
type moment struct {
	name string
	run  func(a designer.Agenda) clock.Run
	at   time.Duration
}

func begun(a designer.Agenda) clock.Run { return clock.Start(a, 0) }

var moments = []moment{
	{"waiting", func(designer.Agenda) clock.Run { return clock.Run{} }, 0},
	{"plain", begun, 7*time.Minute + 50*time.Second},
	{"cue", func(a designer.Agenda) clock.Run { return begun(a).Soft(0, true) }, 55 * time.Second},
	{"half", func(a designer.Agenda) clock.Run { return begun(a) }, 10*time.Minute + 5*time.Second},
	{"over", func(a designer.Agenda) clock.Run {
		at := 7 * time.Minute
		return begun(a).Soft(at, true).Add(at, 3*time.Minute).Private(true)
	}, 19*time.Minute + 20*time.Second},
	{"paused", func(a designer.Agenda) clock.Run { return begun(a).Pause(3 * time.Minute) }, time.Hour},
	{"ended", begun, time.Hour},
}

func TestFramesOfTheClock(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {120, 40}, {240, 70}} {
		for _, m := range moments {
			s, d := shown(t, "en", "sprint-20", size[0], size[1])
			s.env.Clock, s.env.Uptime = m.run(s.env.Workshop.Agenda), m.at
			d.Resize(size[0], size[1])
			frametest.Golden(t, fmt.Sprintf("%s_%dx%d", m.name, size[0], size[1]), d.Frame())
		}
	}
}

func TestFramesInSpanish(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {60, 20}, {120, 40}} {
		for _, m := range moments {
			s, d := shown(t, "es", "half-day", size[0], size[1])
			s.env.Clock, s.env.Uptime = m.run(s.env.Workshop.Agenda), 5*m.at
			d.Resize(size[0], size[1])
			frametest.Golden(t, fmt.Sprintf("es_%s_%dx%d", m.name, size[0], size[1]), d.Frame())
		}
	}
}

// Colours say nothing that is not said without them.
func TestColoursOfTheClock(t *testing.T) {
	for name, p := range map[string]colorprofile.Profile{"true": colorprofile.TrueColor, "16": colorprofile.ANSI, "none": colorprofile.ASCII} {
		for _, m := range moments[1:] {
			s, d := shown(t, "en", "sprint-20", 60, 20, frametest.Profile(p))
			s.env.Clock, s.env.Uptime = m.run(s.env.Workshop.Agenda), m.at
			d.Resize(60, 20)
			frametest.Golden(t, fmt.Sprintf("colours_%s_%s", m.name, name), d.Cells())
		}
	}
}
