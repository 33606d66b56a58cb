// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import (
	"encoding/json"
	"slices"

	"insignia/internal/locale"
)

// ReadSettings are the settings in a note of the store. What cannot be read, and
// a value that this program does not know, is no choice.
func ReadSettings(note []byte) Settings {
	var s Settings
	if json.Unmarshal(note, &s) != nil {
		return Settings{}
	}
	if !locale.Has(s.Language) {
		s.Language = ""
	}
	if !slices.Contains(Themes(), s.Theme) {
		s.Theme = ThemeAuto
	}
	if !slices.Contains(Pictures(), s.Picture) {
		s.Picture = PictureAuto
	}
	if s.Keys != KeysLetters {
		s.Keys = KeysFunction
	}
	return s
}

// Note is the note that keeps s, in the place of another one. Members of that
// which nobody here knows are another version's, and stay.
func (s Settings) Note(was []byte) ([]byte, error) {
	all := map[string]json.RawMessage{}
	if json.Unmarshal(was, &all) != nil || all == nil {
		all = map[string]json.RawMessage{}
	}
	for _, name := range OptionNames() {
		delete(all, name)
	}
	b, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(b, &all); err != nil {
		return nil, err
	}
	return json.Marshal(all)
}

// Over is s, with what it leaves open taken from other.
func (s Settings) Over(other Settings) Settings {
	if s.Language == "" {
		s.Language = other.Language
	}
	if s.Theme == ThemeAuto {
		s.Theme = other.Theme
	}
	if s.Picture == PictureAuto {
		s.Picture = other.Picture
	}
	if s.Keys == KeysFunction {
		s.Keys = other.Keys
	}
	s.Still = s.Still || other.Still
	return s
}
