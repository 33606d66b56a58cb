// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package versions

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/internal/frametest"
	"insignia/tui/screen"
	"insignia/tui/stage"
)

// past are five versions of a badge, over two days.
func past(t testing.TB) []designer.Version {
	t.Helper()
	d, ok := sample.Load("bike-repair-buddy", "en")
	if !ok {
		t.Fatal("no sample")
	}
	d.Revision, d.Updated = 5, stage.Now.Add(-2*time.Minute)
	out := []designer.Version{{Draft: d}}
	for i, c := range []struct {
		field, value, name string
		ago                time.Duration
	}{
		{"name", "Bike Buddy", "Before the review", 14 * time.Minute},
		{"look.icon", "star", "", 40 * time.Minute},
		{"why.earner", "", "", 26 * time.Hour},
		{"look.shape", "hexagon", "", 27 * time.Hour},
	} {
		v := out[i].Draft.Clone()
		v.Revision, v.Updated = 4-i, stage.Now.Add(-c.ago)
		if err := v.Set(c.field, c.value); err != nil {
			t.Fatal(err)
		}
		out[i].Changes = designer.Changes(v, out[i].Draft)
		out = append(out, designer.Version{Draft: v, Name: c.name})
	}
	out[4].Oldest = true
	return out
}

func opened(t testing.TB, lang string, w, h int, opts ...frametest.Option) (*frametest.Driver, *stage.Model) {
	t.Helper()
	m := stage.New(lang, screen.Env{Versions: past(t)}, func(screen.Env) screen.Screen { return New() })
	return frametest.New(t, m, w, h, opts...), m
}

func TestFrames(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, s := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {240, 70}} {
			name := func(what string) string { return fmt.Sprintf("%s_%dx%d_%s", lang, s[0], s[1], what) }
			d, _ := opened(t, lang, s[0], s[1])
			frametest.Golden(t, name("now"), d.Frame())
			d.Press("down")
			frametest.Golden(t, name("named"), d.Frame())
			d.Press("down", "down")
			frametest.Golden(t, name("then"), d.Frame())
			d.Press("n")
			d.Type("Draft for Ana")
			frametest.Golden(t, name("name"), d.Frame())
		}
	}
}

func TestColoursOfAFrame(t *testing.T) {
	for name, profile := range map[string]colorprofile.Profile{"true": colorprofile.TrueColor, "16": colorprofile.ANSI, "none": colorprofile.ASCII} {
		d, _ := opened(t, "en", 80, 24, frametest.Profile(profile))
		d.Press("down")
		frametest.Golden(t, "colours_"+name, d.Cells())
	}
}

func TestEnterAsksForTheVersionWithTheCursor(t *testing.T) {
	d, m := opened(t, "en", 80, 24)
	d.Press("down", "down", "enter")
	if got, want := m.Took(), []screen.Action{screen.GoBack{Revision: 3}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	d.Press("end", "enter")
	if got, want := m.Took(), []screen.Action{screen.GoBack{Revision: 1}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestGoingBackToWhatStandsNowIsNoEdit(t *testing.T) {
	d, m := opened(t, "en", 80, 24)
	d.Press("enter")
	if !d.Has("as it is now") {
		t.Error(d.Frame())
	}
	m.Env.Versions[1].Draft = m.Env.Versions[0].Draft.Clone()
	m.Env.Versions[1].Draft.Revision = 4
	d.Press("down", "enter")
	for _, a := range m.Took() {
		if _, say := a.(screen.Say); !say {
			t.Errorf("%+v", a)
		}
	}
	if !d.Has("Nothing differs") {
		t.Error(d.Frame())
	}
}

func TestAVersionIsNamedAndItsNameTakenAway(t *testing.T) {
	d, m := opened(t, "en", 80, 24)
	for _, c := range []struct {
		keys []string
		typed,
		name string
		asks bool
	}{
		{[]string{"n"}, " As it goes out ", "As it goes out", true},
		{[]string{"down", "n", "ctrl+u"}, "", "", true},
		{[]string{"n"}, "", "", false}, // as it was
		{[]string{"n"}, strings.Repeat("x", designer.MaxVersionName+5), "Before the review" + strings.Repeat("x", designer.MaxVersionName-17), true},
	} {
		d.Press(c.keys...)
		d.Type(c.typed)
		m.Took() // a full line says so
		d.Press("enter")
		got := m.Took()
		if c.asks != (len(got) == 1) || c.asks && got[0] != (screen.NameVersion{Revision: on(d).revision, Name: c.name}) {
			t.Errorf("%v %q: %+v", c.keys, c.typed, got)
		}
	}
	d.Press("n")
	d.Type("forgotten")
	d.Press("esc")
	if got := m.Took(); len(got) != 0 || on(d).Typing() {
		t.Errorf("esc while naming asks for %+v", got)
	}
	d.Press("esc")
	if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{screen.Return{}}) {
		t.Errorf("esc asks for %+v", got)
	}
}

func on(d *frametest.Driver) *Screen { return d.Model().(*stage.Model).Screen.(*Screen) }

func TestTheCursorStaysOnItsVersion(t *testing.T) {
	d, m := opened(t, "en", 80, 24)
	d.Press("down", "down")
	newer := m.Env.Versions[0]
	newer.Draft.Revision = 6
	m.Env.Versions = append([]designer.Version{newer}, m.Env.Versions...)
	d.Press("enter")
	if got := m.Took(); len(got) != 1 || got[0] != (screen.GoBack{Revision: 3}) {
		t.Errorf("%+v", got)
	}
	m.Env.Versions = m.Env.Versions[:1]
	d.Press("down")
	if s := on(d); s.at != 0 {
		t.Errorf("the cursor is on %d of one", s.at)
	}
	m.Env.Versions = nil
	d.Press("down", "enter", "n", "end")
	if on(d).Typing() {
		t.Error("a name for no version")
	}
}

func TestAClickChoosesAndASecondOneGoesBack(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}} {
		d, m := opened(t, "en", size[0], size[1])
		for range 2 {
			layers := on(d).Layers(m.Env)
			for _, l := range layers {
				if l.ID == "version:2" {
					d.Click(l.Area.Min.X+3, l.Area.Min.Y)
					break
				}
			}
		}
		if got := m.Took(); len(got) != 1 || got[0] != (screen.GoBack{Revision: 3}) {
			t.Errorf("%v: %+v", size, got)
		}
	}
}

// However long and whatever its size, the version with the cursor is in sight
// and no line is wider than its place.
func TestTheCursorIsAlwaysInSight(t *testing.T) {
	for _, h := range []int{12, 24} {
		for _, w := range []int{40, 63, 64, 80, 130} {
			d, m := opened(t, "es", w, h)
			long := m.Env.Versions[4]
			for i := range 30 {
				long.Draft.Revision = -i
				long.Name, long.Oldest = strings.Repeat("界", 30), false
				long.Changes = []designer.Change{{Field: "why.earner", After: strings.Repeat("a long word ", 90)}}
				m.Env.Versions = append(m.Env.Versions, long)
			}
			for range 34 {
				d.Press("down")
				if !d.Has("›") {
					t.Fatalf("%d×%d: no cursor\n%s", w, h, d.Frame())
				}
				for _, l := range on(d).Layers(m.Env) {
					if !l.Area.In(m.Env.Area) {
						t.Fatalf("%d×%d: %s stands at %v", w, h, l.ID, l.Area)
					}
					for _, line := range strings.Split(l.Text, "\n") {
						if n := m.Env.Widths.StringWidth(line); n > l.Area.Dx() {
							t.Fatalf("%d×%d: %s is %d wide: %q", w, h, l.ID, n, line)
						}
					}
				}
			}
		}
	}
}
