// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"strings"
	"testing"

	"insignia/designer"
	"insignia/internal/frametest"
	"insignia/tui/screen"
)

// remembered is what the store's note says.
func remembered(t *testing.T, o Options) screen.Settings {
	t.Helper()
	b, err := o.Store.Note(t.Context(), screen.SettingsNote)
	if err != nil {
		t.Fatal(err)
	}
	return screen.ReadSettings(b)
}

func TestSettingsAreInForceAtOnceAndTheNextTime(t *testing.T) {
	st := newStore(t)
	if err := st.SetNote(t.Context(), screen.SettingsNote, []byte(`{"later":[1]}`)); err != nil {
		t.Fatal(err)
	}
	o := options(t, st)
	m := New(o)
	d := frametest.New(t, m, 80, 24)
	d.Press("f8", "right", "right") // the system's, English, Spanish
	if !strings.Contains(d.Frame(), "Ajustes") {
		t.Errorf("it speaks another language\n%s", d.Frame())
	}
	d.Press("down", "left", "left", "down", "left", "down", "right", "down", "right")
	want := screen.Settings{Language: "es", Theme: screen.ThemeContrast, Picture: screen.PictureNone, Keys: screen.KeysLetters, Still: true}
	if m.settings != want || m.theme.Paper == nil || !strings.Contains(d.Frame(), "alt+H") {
		t.Errorf("%+v is in force\n%s", m.settings, d.Frame())
	}
	if got := remembered(t, o); got != want {
		t.Errorf("%+v is remembered", got)
	}
	if b, _ := st.Note(t.Context(), screen.SettingsNote); !strings.Contains(string(b), `"later":[1]`) {
		t.Errorf("what another version noted is gone: %s", b)
	}
	again := New(o)
	frametest.New(t, again, 80, 24)
	if again.settings != want || again.words.Tag() != "es" || again.theme.Paper == nil {
		t.Errorf("the next time %+v is in force", again.settings)
	}
}

// What was asked for one run is in force in that run, and is not remembered;
// what a person chooses in it is.
func TestARunsOwnSettingsAreNotRemembered(t *testing.T) {
	st := newStore(t)
	o := options(t, st)
	frametest.New(t, New(o), 80, 24).Press("f8", "right", "right", "down", "right", "right") // Spanish, light
	o.Settings = screen.Settings{Language: "en", Theme: screen.ThemePlain, Still: true}
	m := New(o)
	d := frametest.New(t, m, 80, 24)
	if m.settings != o.Settings || m.words.Tag() != "en" || !m.theme.Plain {
		t.Errorf("%+v is in force", m.settings)
	}
	d.Press("f8", "down", "down", "right")
	want := screen.Settings{Language: "es", Theme: screen.ThemeLight, Picture: screen.PictureBlocks}
	if got := remembered(t, o); got != want {
		t.Errorf("%+v is remembered", got)
	}
	d.Press("up", "right") // after plain the program's own
	if want.Theme = screen.ThemeAuto; m.settings.Theme != want.Theme || m.theme.Plain {
		t.Errorf("%+v is in force", m.settings)
	}
	if got := remembered(t, o); got != want {
		t.Errorf("%+v is remembered", got)
	}
}

func TestTheLanguageKeyIsRemembered(t *testing.T) {
	st := newStore(t)
	o := options(t, st)
	d := frametest.New(t, New(o), 80, 24)
	d.Press("f9")
	if got := remembered(t, o).Language; got != "es" {
		t.Errorf("%q is remembered", got)
	}
	if m := New(o); frametest.New(t, m, 80, 24) != nil && m.words.Tag() != "es" {
		t.Errorf("the next time it speaks %s", m.words.Tag())
	}
}

// A keyboard that keeps the function keys for itself: alt and a letter where
// the settings say so, and letters alone on the page of keys, which ctrl+G
// opens from anywhere.
func TestLettersStandForTheFunctionKeys(t *testing.T) {
	for f, l := range map[string]string{"f1": "h", "f2": "e", "f3": "m", "f5": "p", "f6": "v", "f8": "s", "f9": "w"} {
		var frames []string
		for _, keys := range [][]string{{f}, {"alt+" + l}, {"ctrl+g", l}} {
			st := newStore(t)
			o := options(t, st)
			o.Settings.Keys = screen.KeysLetters
			b := designer.New("en")
			b.ID = "6f1c2d1e-0000-4000-8000-0000000000f8"
			o.Begin = &b
			d := frametest.New(t, New(o), 80, 24)
			d.Press(keys...)
			frames = append(frames, d.Frame())
		}
		if f != "f1" && frames[2] != frames[0] || frames[1] != frames[0] {
			t.Errorf("%s and %s are not the same:\n%s\n%s\n%s", f, l, frames[0], frames[1], frames[2])
		}
	}
	o := options(t, newStore(t))
	d := frametest.New(t, New(o), 80, 24)
	before := d.Frame()
	d.Press("alt+h")
	if d.Frame() != before {
		t.Error("alt and a letter stand for a key that nobody asked for")
	}
}
