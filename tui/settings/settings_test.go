// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package settings

import (
	"fmt"
	"reflect"
	"testing"

	"insignia/internal/frametest"
	"insignia/internal/locale"
	"insignia/tui/screen"
	"insignia/tui/stage"
)

func opened(t testing.TB, s screen.Settings, lang string, w, h int) (*frametest.Driver, *stage.Model) {
	t.Helper()
	m := stage.New(lang, screen.Env{Settings: s}, func(screen.Env) screen.Screen { return New() })
	m.Do = func(m *stage.Model, a screen.Action) {
		if set, ok := a.(screen.SetSettings); ok {
			m.Env.Settings = set.Settings
		}
	}
	return frametest.New(t, m, w, h), m
}

func TestFrames(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, s := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
			d, _ := opened(t, screen.Settings{}, lang, s[0], s[1])
			for _, name := range options {
				frametest.Golden(t, fmt.Sprintf("%s_%dx%d_%s", lang, s[0], s[1], name), d.Frame())
				d.Press("down")
			}
		}
	}
}

// Each value of each setting is reached both ways round and has a name of its
// own in every language.
func TestEveryValueIsReachedAndNamed(t *testing.T) {
	for i, name := range options {
		for _, keys := range []string{"right", "left", "enter", "space"} {
			d, m := opened(t, screen.Settings{}, "en", 80, 24)
			for range i {
				d.Press("down")
			}
			seen := map[string]bool{}
			for range screen.OptionValues(name) {
				seen[m.Env.Settings.Option(name)] = true
				d.Press(keys)
			}
			if len(seen) != len(screen.OptionValues(name)) || m.Env.Settings != (screen.Settings{}) {
				t.Errorf("%s by %s: %v, and then %+v", name, keys, seen, m.Env.Settings)
			}
		}
		for _, lang := range locale.Languages() {
			named := map[string]bool{}
			for _, v := range screen.OptionValues(name) {
				named[value(locale.For(lang), name, v)] = true
			}
			if len(named) != len(screen.OptionValues(name)) {
				t.Errorf("%s in %s: %v", name, lang, named)
			}
		}
	}
}

func TestAClickChoosesASettingAndASecondOneChangesIt(t *testing.T) {
	d, m := opened(t, screen.Settings{}, "en", 80, 24)
	for range 2 {
		for _, l := range m.Screen.Layers(m.Env) {
			if l.ID == "setting:theme" {
				d.Click(l.Area.Min.X+2, l.Area.Min.Y)
			}
		}
	}
	want := []screen.Action{screen.SetSettings{Settings: screen.Settings{Theme: screen.ThemeDark}}}
	if got := m.Took(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}
