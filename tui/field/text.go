// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/tui/screen"
)

const (
	textRows    = 3  // a text's height while it is short
	textRowsMax = 10 // it grows so far, then scrolls
	restRows    = 3  // lines shown of a text without the focus
	lowArea     = 12 // rows of the screen under which a text begins with one
)

// text is several lines over bubbles' text area, which exists only while the
// focus is here: it takes a quarter of a megabyte.
type text struct {
	f    designer.Field
	area *textarea.Model
}

func newText(f designer.Field) *text { return &text{f: f} }

// newArea returns bubbles' text area in our dress: no line numbers, no
// background, no blinking, Enter left to us, no access to a clipboard that may
// be another person's (pastes arrive as tea.PasteMsg).
func newArea(env screen.Env) *textarea.Model {
	a := textarea.New()
	a.ShowLineNumbers = false
	a.SetVirtualCursor(false)
	a.Prompt = "┃ "
	a.MaxHeight = textRowsMax
	a.DynamicHeight = true
	a.MinHeight = 1
	a.MaxContentHeight = 1 << 20 // else MaxHeight would bound the lines, not only the view
	a.KeyMap.InsertNewline = screen.KeyNewline
	a.KeyMap.Paste.SetEnabled(false)
	a.KeyMap.PageUp.SetEnabled(false)
	a.KeyMap.PageDown.SetEnabled(false)
	dress(&a, env)
	return &a
}

func dress(a *textarea.Model, env screen.Env) {
	s := textarea.Styles{}
	state := textarea.StyleState{
		Text: env.Theme.Text, Prompt: env.Theme.Accent, Placeholder: env.Theme.Dim,
		Selection: lipgloss.NewStyle().Reverse(true),
	}
	s.Focused, s.Blurred = state, state
	a.SetStyles(s)
}

func (t *text) Field() designer.Field { return t.f }
func (t *text) Typing() bool          { return t.area != nil }

func (t *text) Focus(env screen.Env, fromEnd bool) {
	t.area = newArea(env)
	t.area.SetValue(t.f.Value(&env.Draft))
	t.area.Focus()
	t.area.MoveToEnd()
}

func (t *text) Blur(screen.Env) string { t.area = nil; return "" }

func (t *text) Update(msg tea.Msg, env screen.Env) Outcome {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch move := MoveOf(k); {
		case move == Stay, move == Up && !onFirstRow(t.area), move == Down && !onLastRow(t.area):
		default:
			return Outcome{Move: move}
		}
	}
	before := t.area.Value()
	feed(t.area, msg, t.f.Limit)
	after := t.area.Value()
	out := Outcome{Say: overflow(env, t.f.Limit, utf8.RuneCountInString(before), utf8.RuneCountInString(after), msg)}
	if after == before {
		return out
	}
	d, err := assign(env, t.f.ID, after)
	if err != nil {
		out.Say = env.Words.Error(err)
		return out
	}
	out.Changed, out.Draft, out.Break = true, d, breaks(msg)
	return out
}

// feed gives the area a key or a paste. The area counts its limit in cells,
// a field in characters: the room left is told anew each time.
func feed(a *textarea.Model, msg tea.Msg, limit int) {
	if limit > 0 {
		room := max(0, limit-utf8.RuneCountInString(a.Value()))
		a.CharLimit = max(1, a.Length()+room)
		if p, ok := msg.(tea.PasteMsg); ok {
			p.Content, _ = clean.Cut(p.Content, room)
			msg = p
		}
	}
	*a, _ = a.Update(msg)
	a.CharLimit = 0 // what is loaded is never cut
}

// onFirstRow and onLastRow say whether an arrow would leave the area.
func onFirstRow(a *textarea.Model) bool { return a.Line() == 0 && a.LineInfo().RowOffset == 0 }

func onLastRow(a *textarea.Model) bool {
	return a.Line() == a.LineCount()-1 && a.LineInfo().RowOffset >= a.LineInfo().Height-1
}

func (t *text) View(env screen.Env, w int) ([]string, int) {
	if t.area == nil {
		return Rest(env, t.f.Value(&env.Draft), w), -1
	}
	t.area.MinHeight = textRows
	if env.Area.Dy() < lowArea {
		t.area.MinHeight = 1
	}
	t.area.SetWidth(w)
	return areaView(t.area)
}

// areaView draws an area with its cursor, and says on which line that is.
func areaView(a *textarea.Model) ([]string, int) {
	lines := strings.Split(strings.TrimRight(a.View(), "\n"), "\n")
	at := 0
	if c := a.Cursor(); c != nil {
		at = min(max(c.Y, 0), len(lines)-1)
	}
	// By characters, not by cells: the area counts cells in a way of its own.
	lines[at] = withCursor(lines[at], utf8.RuneCountInString(a.Prompt)+a.LineInfo().ColumnOffset)
	return lines, at
}

// withCursor puts the cursor before the n-th character of a line that has
// styles and no other escapes.
func withCursor(line string, n int) string {
	style := false
	for i, r := range line {
		switch {
		case style:
			style = r != 'm'
		case r == '\x1b':
			style = true
		case n == 0:
			return line[:i] + screen.Cursor + line[i:]
		default:
			n--
		}
	}
	return line + screen.Cursor
}

// Rest draws an answer without the focus: a few lines, and a sign that there
// is more.
func Rest(env screen.Env, value string, w int) []string {
	if value == "" {
		return []string{env.Theme.Border.Render("┃ ")}
	}
	lines := strings.Split(env.Widths.Wrap(value, max(w-2, 1), ""), "\n")
	if len(lines) > restRows {
		lines = lines[:restRows]
		lines[restRows-1] = env.Widths.Truncate(lines[restRows-1], max(w-3, 1), "") + "…"
	}
	for i, l := range lines {
		lines[i] = env.Theme.Border.Render("┃ ") + env.Theme.Text.Render(l)
	}
	return lines
}
