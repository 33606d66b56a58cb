// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bin

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"insignia/designer/sample"
	"insignia/internal/frametest"
	"insignia/tui/screen"
	"insignia/tui/stage"
)

// gone are a badge, a workshop and a badge without a name.
func gone() []screen.Gone {
	d, _ := sample.Load("meal-crew-member", "en")
	d.Team = "Blue"
	return []screen.Gone{
		{ID: "a", Name: d.Name, Badge: d, At: stage.Now.Add(-time.Hour), Days: 30},
		{ID: "b", Workshop: true, Name: "Library evening", At: stage.Now.Add(-9 * 24 * time.Hour), Days: 21},
		{ID: "c", At: stage.Now.Add(-29*24*time.Hour - time.Hour), Days: 1},
	}
}

func opened(t testing.TB, all []screen.Gone, lang string, w, h int) (*frametest.Driver, *stage.Model) {
	t.Helper()
	m := stage.New(lang, screen.Env{Gone: all}, func(screen.Env) screen.Screen { return New() })
	return frametest.New(t, m, w, h), m
}

func TestFrames(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, s := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
			name := func(what string) string { return fmt.Sprintf("%s_%dx%d_%s", lang, s[0], s[1], what) }
			d, _ := opened(t, gone(), lang, s[0], s[1])
			frametest.Golden(t, name("badge"), d.Frame())
			d.Press("down")
			frametest.Golden(t, name("workshop"), d.Frame())
			d, _ = opened(t, nil, lang, s[0], s[1])
			frametest.Golden(t, name("none"), d.Frame())
		}
	}
}

func TestEnterBringsBackWhatHasTheCursor(t *testing.T) {
	d, m := opened(t, gone(), "en", 80, 24)
	for i, keys := range [][]string{{"enter"}, {"down", "enter"}, {"end", "enter"}} {
		d.Press(keys...)
		if got, want := m.Took(), []screen.Action{screen.BringBack{Gone: gone()[i]}}; !reflect.DeepEqual(got, want) {
			t.Errorf("%v: %+v", keys, got)
		}
	}
	m.Env.Gone = gone()[:1]
	d.Press("enter")
	if got := m.Took(); len(got) != 1 || got[0].(screen.BringBack).Gone.ID != "a" {
		t.Errorf("%+v", got)
	}
	m.Env.Gone = nil
	d.Press("enter", "down", "esc")
	if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{screen.Return{}}) {
		t.Errorf("%+v", got)
	}
}

func TestAClickChoosesAndASecondOneBringsBack(t *testing.T) {
	d, m := opened(t, gone(), "en", 80, 24)
	for range 2 {
		for _, l := range m.Screen.Layers(m.Env) {
			if l.ID == "gone:2" {
				d.Click(l.Area.Min.X+2, l.Area.Min.Y)
			}
		}
	}
	if got := m.Took(); len(got) != 1 || got[0].(screen.BringBack).Gone.ID != "c" {
		t.Errorf("%+v", got)
	}
}
