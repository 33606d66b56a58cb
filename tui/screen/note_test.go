// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import "testing"

func TestSettingsComeBackAsTheyWereKept(t *testing.T) {
	want := Settings{Language: "es", Theme: ThemeContrast, Picture: PictureShapes, Keys: KeysLetters, Still: true}
	note, err := want.Note([]byte(`{"language":"en","later":[1,2],"theme":"dark"}`))
	if err != nil || string(note) != `{"keys":"letters","language":"es","later":[1,2],"picture":"shapes","still":true,"theme":"contrast"}` {
		t.Errorf("%s, %v", note, err)
	}
	if got := ReadSettings(note); got != want {
		t.Errorf("%+v", got)
	}
	if note, err = (Settings{}).Note(note); err != nil || string(note) != `{"later":[1,2]}` {
		t.Errorf("%s, %v", note, err)
	}
}

func TestANoteThatCannotBeReadIsNoChoice(t *testing.T) {
	for _, note := range []string{"", "null", "[]", "{", `{"theme":7}`, `{"theme":"mauve","language":"xx","picture":"3d","keys":"none"}`} {
		if got := ReadSettings([]byte(note)); got != (Settings{}) {
			t.Errorf("%s: %+v", note, got)
		}
		if _, err := (Settings{Still: true}).Note([]byte(note)); err != nil {
			t.Errorf("%s: %v", note, err)
		}
	}
}

func TestWhatARunAsksForStandsOverWhatWasKept(t *testing.T) {
	kept := Settings{Language: "es", Theme: ThemeDark, Still: true}
	if got := (Settings{Theme: ThemeLight}).Over(kept); got != (Settings{Language: "es", Theme: ThemeLight, Still: true}) {
		t.Errorf("%+v", got)
	}
}
