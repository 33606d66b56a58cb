// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import (
	"cmp"
	"slices"

	"insignia/internal/locale"
)

// Auto is the value of an option that is left to the program.
const Auto = "auto"

// OptionNames are the settings by name, in the order in which they are shown.
func OptionNames() []string { return []string{"language", "theme", "picture", "keys", "still"} }

// OptionValues are the values of a setting by name, Auto first; nil for one
// that there is not.
func OptionValues(name string) []string {
	switch name {
	case "language":
		return append([]string{Auto}, locale.Languages()...)
	case "theme":
		return values(Themes())
	case "picture":
		return values(Pictures())
	case "keys":
		return []string{Auto, string(KeysLetters)}
	case "still":
		return []string{Auto, "on"}
	}
	return nil
}

func values[T ~string](all []T) []string {
	out := make([]string, len(all))
	for i, v := range all {
		out[i] = cmp.Or(string(v), Auto)
	}
	return out
}

// Option is the value of a setting by its name, "" for one that there is not.
func (s Settings) Option(name string) string {
	v := ""
	switch name {
	case "language":
		v = s.Language
	case "theme":
		v = string(s.Theme)
	case "picture":
		v = string(s.Picture)
	case "keys":
		v = string(s.Keys)
	case "still":
		if s.Still {
			v = "on"
		}
	default:
		return ""
	}
	return cmp.Or(v, Auto)
}

// SetOption gives a setting one of its OptionValues; false is a name or a value
// that there is not, and changes nothing.
func (s *Settings) SetOption(name, value string) bool {
	if !slices.Contains(OptionValues(name), value) {
		return false
	}
	if value == Auto {
		value = ""
	}
	switch name {
	case "language":
		s.Language = value
	case "theme":
		s.Theme = Theme(value)
	case "picture":
		s.Picture = Picture(value)
	case "keys":
		s.Keys = Keys(value)
	case "still":
		s.Still = value != ""
	}
	return true
}
