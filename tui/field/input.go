// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"insignia/internal/clean"
	"insignia/tui/screen"
)

// Input is one line of text over a huh input. It knows a limit and no field:
// what is typed into it belongs to its caller.
type Input struct {
	limit   int // characters
	in      *huh.Input
	value   string
	focused bool
}

// NewInput returns an empty line that takes so many characters.
func NewInput(limit int) *Input { return &Input{limit: limit} }

// Value is what stands in the line.
func (i *Input) Value() string { return i.value }

// Set replaces what stands in the line.
func (i *Input) Set(value string) { i.value = value }

// Focused reports whether the cursor is here.
func (i *Input) Focused() bool { return i.focused }

// Focus puts the cursor at the end. The huh input is made anew at each visit,
// since it keeps the theme it was given first.
func (i *Input) Focus(env screen.Env) {
	i.in = huh.NewInput().Prompt("┃ ").Value(&i.value).CharLimit(i.limit)
	i.in.WithKeyMap(huhKeys)
	i.in.WithTheme(huhTheme(env.Theme))
	i.in.Focus()
	i.focused = true
}

// Blur takes the cursor away.
func (i *Input) Blur() { i.in, i.focused = nil, false }

// Update takes a key or a paste while the cursor is here. It says where the
// focus wants to go, whether the value is another one, and what a limit did.
func (i *Input) Update(msg tea.Msg, env screen.Env) (move Move, changed bool, say string) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if move := MoveOf(k); move != Stay {
			return move, false, ""
		}
		if s := k.String(); s == "alt+d" || s == "alt+delete" {
			return Stay, false, "" // bubbles 2.2.1 panics on these before the last letter
		}
	}
	if p, ok := msg.(tea.PasteMsg); ok {
		p.Content, _ = clean.Line(p.Content)
		msg = p
	}
	before := i.value
	i.in.Update(cutPaste(msg, i.limit))
	say = overflow(env, i.limit, utf8.RuneCountInString(before), utf8.RuneCountInString(i.value), msg)
	return Stay, i.value != before, say
}

// View draws the line at most w cells wide.
func (i *Input) View(env screen.Env, w int) []string {
	if !i.focused {
		return Rest(env, i.value, w)
	}
	i.in.WithWidth(w)
	i.in.Update(nil) // it scrolls to its cursor only when it is told something
	return strings.Split(i.in.View(), "\n")
}
