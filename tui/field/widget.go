// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package field holds the widgets that answer one field each: a choice over
// huh, a line over bubbles' text input, several lines and a list of items over
// its text area.
// They write to a copy of the draft through designer.Draft.Set, so that an
// answer typed here is the same as one set by a command. Input and Select are
// the line and the choice without a draft, for what is no badge's.
//
// huh's fields are driven one by one and without their commands: a huh form
// moves its focus by messages, and keys typed meanwhile would land in the
// field before.
package field

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/tui/screen"
)

// Widget edits one field of the draft.
type Widget interface {
	// Field is what the widget answers.
	Field() designer.Field
	// Update takes a key or a paste, only while focused.
	Update(msg tea.Msg, env screen.Env) Outcome
	// Focus and Blur move the cursor in and out; Focus with fromEnd comes
	// from below. Blur may say a sentence: what was typed but not kept.
	Focus(env screen.Env, fromEnd bool)
	Blur(env screen.Env) string
	// View draws the widget at most w cells wide and says which of its lines
	// the cursor is on, -1 for none.
	View(env screen.Env, w int) (lines []string, cursor int)
	// Typing reports whether a letter is text.
	Typing() bool
}

// Outcome is what a key did.
type Outcome struct {
	Move    Move
	Changed bool
	Draft   designer.Draft // when Changed
	Break   bool           // a step of undo ends here
	Apart   bool           // the change is a step of undo of its own
	Say     string
}

// For returns the widget for a field of the draft.
func For(f designer.Field, env screen.Env) Widget {
	switch f.Input {
	case designer.Text:
		return newText(f)
	case designer.Lines, designer.Steps, designer.Leads, designer.Alignments:
		return newList(f, env)
	case designer.Choice, designer.RuleOf, designer.Tag:
		return newChoice(f)
	}
	return newLine(f, env)
}

// Resume puts the cursor of a focused widget where it was in the one that it
// takes the place of, as far as that is still there.
func Resume(now, old Widget) {
	switch n := now.(type) {
	case *list:
		if o, ok := old.(*list); ok && o.f.ID == n.f.ID && o.ed != nil && n.ed != nil {
			n.resume(o)
		}
	case *text:
		if o, ok := old.(*text); ok && o.f.ID == n.f.ID && o.area != nil && n.area != nil && o.area.Value() == n.area.Value() {
			row, col := o.area.Line(), o.area.Column()
			n.area.MoveToBegin()
			for range row {
				n.area.CursorDown()
			}
			n.area.SetCursorColumn(col)
		}
	}
}

// assign sets the field of a copy of the draft to what was typed.
func assign(env screen.Env, at, typed string) (designer.Draft, error) {
	d := env.Draft.Clone()
	text, _ := clean.Text(typed)
	err := d.Set(at, text)
	return d, err
}

// breaks reports whether a key ends a step of undo: a word, a line, a paste.
func breaks(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return !ok || k.Text == " " || k.Text == "" && k.String() != "backspace"
}

// overflow says what a limit did to a key or a paste: before and after are
// the lengths of the value, added what was put in. "" when all of it fit.
func overflow(env screen.Env, limit, before, after int, msg tea.Msg) string {
	if limit == 0 {
		return ""
	}
	added := 0
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		added = utf8.RuneCountInString(m.Text)
	case tea.PasteMsg:
		added = utf8.RuneCountInString(m.Content)
	}
	if added == 0 || after-before >= added || after < limit {
		return ""
	}
	if _, pasted := msg.(tea.PasteMsg); pasted {
		return env.Words.T("ui.paste-cut", "limit", limit, "lost", added-(after-before))
	}
	return env.Words.T("ui.limit", "limit", limit)
}

// cutPaste shortens a paste to what can possibly fit, before a widget that
// works rune by rune sees it.
func cutPaste(msg tea.Msg, limit int) tea.Msg {
	p, ok := msg.(tea.PasteMsg)
	if !ok || limit == 0 {
		return msg
	}
	p.Content, _ = clean.Cut(p.Content, limit)
	return p
}
