// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"insignia/internal/clean"
	"insignia/tui/screen"
)

// Input is one line of text over bubbles' text input, which edits; what shows
// of it is drawn here, since the line scrolls by cells as the terminal counts
// them and carries screen.Cursor. It knows a limit and no field: what is typed
// into it belongs to its caller.
type Input struct {
	limit int              // characters
	in    *textinput.Model // exists while the focus is here
	value string
	from  int // the first character that shows
}

// NewInput returns an empty line that takes so many characters.
func NewInput(limit int) *Input { return &Input{limit: limit} }

// Value is what stands in the line.
func (i *Input) Value() string { return i.value }

// Set replaces what stands in the line.
func (i *Input) Set(value string) {
	i.value = value
	if i.in != nil && i.in.Value() != value {
		i.in.SetValue(value)
	}
}

// Focused reports whether the cursor is here.
func (i *Input) Focused() bool { return i.in != nil }

// Focus puts the cursor at the end.
func (i *Input) Focus(screen.Env) {
	in := textinput.New()
	in.SetVirtualCursor(false)
	in.KeyMap.Paste.SetEnabled(false)             // a clipboard may be another person's; pastes arrive as tea.PasteMsg
	in.KeyMap.DeleteWordForward.SetEnabled(false) // bubbles 2.2.1 panics on it before the last letter
	in.SetValue(i.value)                          // what is loaded is never cut
	in.CharLimit = i.limit
	in.CursorEnd()
	in.Focus()
	i.in, i.from = &in, 0
}

// Blur takes the cursor away.
func (i *Input) Blur() { i.in = nil }

// Update takes a key or a paste while the cursor is here. It says where the
// focus wants to go, whether the value is another one, and what a limit did.
func (i *Input) Update(msg tea.Msg, env screen.Env) (move Move, changed bool, say string) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if move := MoveOf(k); move != Stay {
			return move, false, ""
		}
	}
	if p, ok := msg.(tea.PasteMsg); ok {
		p.Content, _ = clean.Line(p.Content)
		msg = p
	}
	before := i.value
	*i.in, _ = i.in.Update(cutPaste(msg, i.limit))
	i.value = i.in.Value()
	say = overflow(env, i.limit, utf8.RuneCountInString(before), utf8.RuneCountInString(i.value), msg)
	return Stay, i.value != before, say
}

// View draws the line at most w cells wide.
func (i *Input) View(env screen.Env, w int) []string {
	if i.in == nil {
		return Rest(env, i.value, w)
	}
	text, at := []rune(i.in.Value()), i.in.Position()
	room := max(w-2, 2)
	i.scroll(text, at, room, env)
	line := string(text[i.from:at]) + screen.Cursor + string(text[at:])
	return []string{env.Theme.Accent.Render("┃ ") + env.Theme.Text.Render(env.Widths.Truncate(line, room, ""))}
}

// scroll moves what shows so that the cursor has a cell of its own in room
// cells, with as much of the text as fits.
func (i *Input) scroll(text []rune, at, room int, env screen.Env) {
	// least is the first character from which all up to end fits.
	least := func(end int) int {
		n, left := end, room-1
		for n > 0 {
			if left -= env.Widths.StringWidth(string(text[n-1])); left < 0 {
				break
			}
			n--
		}
		for n < end && n > 0 && env.Widths.StringWidth(string(text[n])) == 0 {
			n++ // an accent without its letter
		}
		return n
	}
	i.from = min(i.from, at, least(len(text)))
	i.from = max(i.from, least(at))
}
