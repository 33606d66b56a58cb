// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"image"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/tui/field"
	"insignia/tui/screen"
)

// popup is what lies over the screen: the keys and help, the examples of a
// question, or a question before what cannot be undone.
type popup struct {
	kind popupKind
	top  int
	ask  *field.Confirm
	then func() tea.Cmd // what a yes does
	// typed waits for the popup to close; see typedUnder.
	typed []tea.Msg
}

type popupKind int

const (
	noPopup popupKind = iota
	helpPopup
	examplePopup
	confirmPopup
	mendedPopup
)

const popupWidest = 78

// popupKey scrolls; any of the keys that open or close a popup closes it.
func (m *Model) popupKey(k tea.KeyPressMsg) tea.Cmd {
	if p := m.popup; p.kind == confirmPopup {
		answered, yes := p.ask.Update(k)
		if answered {
			m.unpop()
		}
		if yes {
			return p.then()
		}
		return nil
	}
	if m.popup.kind == helpPopup && k.Mod == 0 {
		if f, ok := letters[k.Code]; ok {
			m.unpop()
			return m.take(tea.KeyPressMsg{Code: f})
		}
	}
	if m.typedUnder(k) {
		return nil
	}
	l := layoutFor(m.w, m.h)
	last := max(0, len(m.popupText(popupWidth(l)))-popupHeight(l))
	m.popup.top = min(m.popup.top, last) // the terminal may have grown since
	switch {
	case key.Matches(k, screen.KeyDown):
		m.popup.top = min(last, m.popup.top+1)
	case key.Matches(k, screen.KeyUp):
		m.popup.top = max(0, m.popup.top-1)
	case key.Matches(k, screen.KeyNext):
		m.popup.top = min(last, m.popup.top+max(1, popupHeight(l)-1))
	case key.Matches(k, screen.KeyPrev):
		m.popup.top = max(0, m.popup.top-max(1, popupHeight(l)-1))
	case key.Matches(k, screen.KeyEsc, screen.KeyEnter, screen.KeyHelp, screen.KeyExample, screen.KeyAsk),
		k.Text == " ", k.Text == "q":
		m.unpop()
	}
	return nil
}

// confirm asks before doing what cannot be undone.
func (m *Model) confirm(question string, then func() tea.Cmd) {
	m.popup = popup{kind: confirmPopup, ask: field.NewConfirm(question, m.words, m.theme), then: then}
}

// popupWidth and popupHeight are the cells for text inside the box.
func popupWidth(l layout) int  { return min(l.foot.Dx()-4, popupWidest) }
func popupHeight(l layout) int { return max(1, l.foot.Min.Y-l.head.Min.Y-3) }

func (m *Model) popupLayers(l layout) []screen.Layer {
	if m.popup.kind == noPopup {
		return nil
	}
	w, h := popupWidth(l), popupHeight(l)
	lines := m.popupText(w)
	top := min(m.popup.top, max(0, len(lines)-h))
	more := len(lines) > top+h
	lines = lines[top:min(len(lines), top+h)]
	if more {
		lines[len(lines)-1] = m.theme.Accent.Render("↓ …")
	}
	box := lipgloss.NewStyle().Border(lipgloss.RoundedBorder()).BorderForeground(m.theme.Accent.GetForeground()).
		Padding(0, 1).Width(w + 4).Render(strings.Join(lines, "\n"))
	x := (l.foot.Dx() - w - 4) / 2
	area := image.Rect(x, 1, x+w+4, 1+len(lines)+2)
	return []screen.Layer{blank(image.Rect(0, 1, l.foot.Dx(), l.foot.Min.Y)), {ID: "popup", Area: area, Text: box}}
}

// blank hides what lies under a popup: half of a picture beside it would only
// distract.
func blank(area image.Rectangle) screen.Layer {
	row := strings.Repeat(" ", area.Dx())
	return screen.Layer{ID: "popup", Area: area, Text: strings.TrimSuffix(strings.Repeat(row+"\n", area.Dy()), "\n")}
}

func (m *Model) popupText(w int) []string {
	switch m.popup.kind {
	case examplePopup:
		if m.question == designer.Review {
			return m.reasons(w)
		}
		return m.examples(w)
	case confirmPopup:
		return m.popup.ask.View(w)
	case mendedPopup:
		return m.repairs(w)
	}
	return m.help(w)
}

// examples are the good answers to the question and a weak one with why.
func (m *Model) examples(w int) []string {
	q := "question." + m.question.String()
	out := []string{m.theme.Strong.Render(m.words.T(q + ".title"))}
	block := func(mark, text string) {
		for i, l := range strings.Split(m.widths.Wrap(text, w-2, ""), "\n") {
			if i > 0 {
				mark = "  "
			}
			out = append(out, mark+l)
		}
	}
	for i := 1; m.words.Known(q + ".good." + strconv.Itoa(i)); i++ {
		out = append(out, "")
		block(m.theme.Good.Render("✓ "), m.words.T(q+".good."+strconv.Itoa(i)))
	}
	if m.words.Known(q + ".weak") {
		out = append(out, "")
		block(m.theme.Fault.Render("✗ "), m.words.T(q+".weak"))
		block("  ", m.words.T("ui.because", "why", m.words.T(q+".weak.why")))
	}
	if m.words.Known(q + ".watch") {
		out = append(out, "")
		block(m.theme.Warn.Render("! "), m.words.T(q+".watch"))
	}
	return out
}

// reasons are the findings of the review, each with its why and what to do.
func (m *Model) reasons(w int) []string {
	var out []string
	put := func(style lipgloss.Style, indent, text string) {
		for _, l := range strings.Split(m.widths.Wrap(text, max(8, w-len(indent)), ""), "\n") {
			out = append(out, indent+style.Render(l))
		}
	}
	for _, p := range m.findings {
		if len(out) > 0 {
			out = append(out, "")
		}
		put(m.theme.Strong, "", prose.Told(p, m.words))
		for _, more := range []string{".why", ".fix"} {
			if id := "problem." + p.Code + more; m.words.Known(id) {
				put(m.theme.Text, "  ", m.words.Fill(id, p.Args))
			}
		}
	}
	if len(out) == 0 {
		put(m.theme.Good, "", m.words.T("ui.findings.none"))
	}
	return out
}

// help is every key that does something here.
func (m *Model) help(w int) []string {
	out := []string{m.theme.Strong.Render(m.words.T("ui.help.title")), ""}
	name := func(k key.Binding, written, what string) key.Binding { return screen.Named(m.words, k, written, what) }
	rows := m.screen.Keys(m.env())
	if m.place == atBadge {
		rows = append(rows,
			name(screen.KeyNext, "PgDn", "next"), name(screen.KeyPrev, "PgUp", "prev"),
			name(screen.KeyTab, "tab", "field"), name(screen.KeyNewline, "ctrl+J", "newline"),
			name(screen.KeyMore, "F3", "more"), name(screen.KeyExample, "F2", "examples"))
	}
	if m.place != atRoom {
		rows = append(rows, name(screen.KeyPresent, "F5", "present"))
		if m.place == atBadge {
			rows = append(rows, name(screen.KeyPast, "F6", "versions"))
		}
		rows = append(rows, name(screen.KeyUndo, "ctrl+Z", "undo"), name(screen.KeyRedo, "ctrl+Y", "redo"))
	}
	rows = append(rows, name(screen.KeyOptions, "F8", "settings"), name(screen.KeyWords, "F9", "language"))
	if m.place == atBadge {
		rows = append(rows, name(screen.KeyEsc, "esc", "list"))
	}
	rows = append(rows, name(screen.KeyLeave, "ctrl+C", "leave"))
	const col = 11
	seen := map[string]bool{}
	for _, k := range rows {
		h := k.Help()
		if seen[h.Key] {
			continue
		}
		seen[h.Key] = true
		if l := letterOf(h.Key); l != "" {
			h.Key = m.written(h.Key) + " (" + strings.ToLower(l) + ")"
		}
		pad := strings.Repeat(" ", max(1, col-m.widths.StringWidth(h.Key)))
		for i, l := range strings.Split(m.widths.Wrap(h.Desc, max(8, w-col), ""), "\n") {
			if i > 0 {
				out = append(out, strings.Repeat(" ", col)+l)
				continue
			}
			out = append(out, m.theme.Key.Render(h.Key)+pad+l)
		}
	}
	out = append(out, "")
	if m.place == atBadge && m.question != designer.Review {
		for _, l := range strings.Split(m.widths.Wrap(m.words.T("ui.help.badge"), w, ""), "\n") {
			out = append(out, m.theme.Dim.Render(l))
		}
	}
	for _, l := range strings.Split(m.widths.Wrap(m.words.T("ui.help.letters")+" "+m.words.T("ui.help.saved"), w, ""), "\n") {
		out = append(out, m.theme.Dim.Render(l))
	}
	return out
}
