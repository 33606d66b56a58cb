// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"insignia/tui/screen"
)

// letters stand for the function keys: with alt where the settings say so,
// alone while the page of keys is open. None is one that a text field takes with
// alt: b, c, d, f, l and u.
var letters = map[rune]rune{
	'h': tea.KeyF1, 'e': tea.KeyF2, 'm': tea.KeyF3, 'i': tea.KeyF4, 'p': tea.KeyF5,
	'v': tea.KeyF6, 'a': tea.KeyF7, 's': tea.KeyF8, 'w': tea.KeyF9,
}

// lettered is the function key that alt and a letter stand for, or k.
func (m *Model) lettered(k tea.KeyPressMsg) tea.KeyPressMsg {
	if f, ok := letters[k.Code]; ok && k.Mod == tea.ModAlt && m.settings.Keys == screen.KeysLetters {
		return tea.KeyPressMsg{Code: f}
	}
	return k
}

// letterOf is the letter of a function key as help writes it ("F2"), "" for none.
func letterOf(written string) string {
	for l, f := range letters {
		if "F"+string('1'+f-tea.KeyF1) == written {
			return strings.ToUpper(string(l))
		}
	}
	return ""
}

// written is how a key is named in the line of keys.
func (m *Model) written(k string) string {
	if l := letterOf(k); l != "" && m.settings.Keys == screen.KeysLetters {
		return "alt+" + l
	}
	return k
}
