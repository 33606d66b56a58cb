// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package frametest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// names are the keys that have one; a program reads the same names from
// tea.Key.String.
var names = map[string]rune{
	"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "space": tea.KeySpace,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "insert": tea.KeyInsert,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
	"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12,
}

var modifiers = map[string]tea.KeyMod{
	"ctrl": tea.ModCtrl, "alt": tea.ModAlt, "shift": tea.ModShift,
	"meta": tea.ModMeta, "hyper": tea.ModHyper, "super": tea.ModSuper,
}

// Key is the message of one key by its name, as tea.Key.String writes it:
// "enter", "pgdown", "f1", "ctrl+z", "alt+enter", "shift+tab", or a single
// character: "a", "A", "?", "+", "ctrl++". The name of no key gives false.
func Key(name string) (tea.KeyPressMsg, bool) {
	var k tea.Key
	base := name
	for {
		before, after, found := strings.Cut(base, "+")
		mod, known := modifiers[before]
		if !found || !known || after == "" {
			break
		}
		k.Mod |= mod
		base = after
	}
	if code, ok := names[base]; ok {
		k.Code = code
		if code == tea.KeySpace && k.Mod == 0 {
			k.Text = " "
		}
		return tea.KeyPressMsg(k), true
	}
	r, n := utf8.DecodeRuneInString(base)
	switch {
	case n == 0 || n != len(base) || r == utf8.RuneError || !unicode.IsPrint(r):
		return tea.KeyPressMsg{}, false
	case k.Mod == 0:
		return letters(base)[0].(tea.KeyPressMsg), true
	}
	k.Code = r
	return tea.KeyPressMsg(k), true
}

// Press sends keys by name: see Key. An unknown name fails the test.
func (d *Driver) Press(keys ...string) {
	d.t.Helper()
	for _, name := range keys {
		k, ok := Key(name)
		if !ok {
			d.t.Fatalf("frametest: %q names no key", name)
		}
		d.Send(k)
	}
}

// Type sends text as a keyboard does, a key a character. Text with control
// characters fails the test: Press knows Enter and Tab, Paste keeps lines.
func (d *Driver) Type(text string) {
	d.t.Helper()
	if i := strings.IndexFunc(text, unicode.IsControl); i >= 0 {
		d.t.Fatalf("frametest: Type cannot send the control character in %q", text)
	}
	d.Send(letters(text)...)
}

// letters decodes text with the decoder a tea.Program reads its terminal with,
// so that a capital or a letter of several code points looks the same here.
func letters(text string) (msgs []tea.Msg) {
	var dec uv.EventDecoder
	for b := []byte(text); len(b) > 0; {
		n, ev := dec.Decode(b)
		if k, ok := ev.(uv.KeyPressEvent); ok {
			msgs = append(msgs, tea.KeyPressMsg(k))
		}
		b = b[max(n, 1):]
	}
	return msgs
}

// Paste sends text as one bracketed paste. Many terminals send "\r" where the
// text had "\n"; this sends what it is given.
func (d *Driver) Paste(text string) {
	d.t.Helper()
	d.Send(tea.PasteStartMsg{}, tea.PasteMsg{Content: text}, tea.PasteEndMsg{})
}

// Click presses and releases the left button on the cell in column x, row y,
// both from 0.
func (d *Driver) Click(x, y int) {
	d.t.Helper()
	m := tea.Mouse{X: x, Y: y, Button: tea.MouseLeft}
	d.Send(tea.MouseClickMsg(m), tea.MouseReleaseMsg(m))
}

// Drag presses the left button on the first cell, moves it over the others and
// lets go on the last. Cells are column, row. Terminals skip cells on a fast
// drag, so a test may too.
func (d *Driver) Drag(cells ...[2]int) {
	d.t.Helper()
	for i, c := range cells {
		m := tea.Mouse{X: c[0], Y: c[1], Button: tea.MouseLeft}
		if i == 0 {
			d.Send(tea.MouseClickMsg(m))
		} else {
			d.Send(tea.MouseMotionMsg(m))
		}
		if i == len(cells)-1 {
			d.Send(tea.MouseReleaseMsg(m))
		}
	}
}

// Wheel turns the wheel over a cell: n notches down, or up when n is negative.
func (d *Driver) Wheel(x, y, n int) {
	d.t.Helper()
	m := tea.Mouse{X: x, Y: y, Button: tea.MouseWheelDown}
	if n < 0 {
		m.Button, n = tea.MouseWheelUp, -n
	}
	for range n {
		d.Send(tea.MouseWheelMsg(m))
	}
}
