// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"image"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"

	"insignia/designer"
	"insignia/tui/screen"
)

// lamps show how far a question is; the mark says it, not a colour.
var lamps = [...]string{designer.Empty: "○", designer.Begun: "◐", designer.Settled: "●"}

// tightWidth is where the word beside the clock would push a step out.
const tightWidth = 44

func stepID(q designer.Question) string { return "step:" + q.String() }

// header is the name of the program, what is saved, and the six questions.
func (m *Model) header(l layout) []screen.Layer {
	state, style := m.state()
	m.timer.shown = m.clockText(m.clockRoom())
	if m.timer.shown != "" && m.w < tightWidth && strings.HasPrefix(state, "✓") {
		state = "✓" // there is a clock on the screen
	}
	text, w := style(state), m.widths.StringWidth(state)
	if m.timer.shown != "" {
		style := m.theme.Strong
		if m.timer.run.Reading(m.uptime()).Left <= 0 {
			style = m.theme.Warn
		}
		text = style.Render(m.timer.shown) + "  " + text
		w += m.widths.StringWidth(m.timer.shown) + 2
	}
	right := image.Rect(l.head.Max.X-w-1, 0, l.head.Max.X, 1)
	out := []screen.Layer{{ID: "state", Area: right, Text: text}}
	if m.place != atBadge {
		return append(out, m.brand(l))
	}
	if l.steps != l.head {
		return append(append(out, m.brand(l)), m.steps(l.steps)...)
	}
	left := l.steps
	left.Max.X = right.Min.X
	return append(out, m.steps(left)...)
}

// clockRoom is the columns that the clock may take.
func (m *Model) clockRoom() int {
	if m.place == atBadge && layoutFor(m.w, m.h).steps == layoutFor(m.w, m.h).head {
		return 7 + max(0, m.w-tightWidth-16) // what the questions leave
	}
	if m.w < tightWidth {
		return max(0, m.w-23) // what is saved is shorter there
	}
	return max(0, m.w-36) // the name of the program and what is saved
}

func (m *Model) brand(l layout) screen.Layer {
	return screen.Layer{ID: "brand", Area: image.Rect(0, 0, 11, 1), Text: " " + m.theme.Accent.Bold(true).Render("Insignia")}
}

// state is what the store has.
func (m *Model) state() (string, func(...string) string) {
	switch {
	case m.draft.ID == "":
		return "", m.theme.Dim.Render
	case m.saver.err != nil:
		return m.words.T("ui.state.unsaved"), m.theme.Fault.Render
	case m.saver.dirty():
		return m.words.T("ui.state.saving"), m.theme.Dim.Render
	case m.saver.at.IsZero():
		return "", m.theme.Dim.Render
	}
	at := m.saver.at.In(m.now.Location()).Format("15:04")
	if m.w < tightWidth {
		return "✓ " + at, m.theme.Dim.Render
	}
	return m.words.T("ui.state.saved", "time", at), m.theme.Dim.Render
}

// steps draws the questions as far as there is room: with their names, or
// with the name of the present one, or with numbers and lamps alone.
func (m *Model) steps(area image.Rectangle) []screen.Layer {
	type step struct {
		q    designer.Question
		text string
	}
	make := func(names, hereName bool) ([]step, int) {
		var out []step
		w := 1
		for q := designer.AskEarner; q <= designer.Review; q++ {
			name := m.words.T("question." + q.String() + ".short")
			text := name
			if q.Numbered() {
				text = strconv.Itoa(int(q))
				if names || hereName && q == m.question {
					text += " " + name
				}
				text += " " + lamps[m.draft.Progress(q)]
			} else if !names && !(hereName && q == m.question) {
				text = "✓"
			}
			out = append(out, step{q, text})
			w += m.widths.StringWidth(text) + 2
		}
		return out, w
	}
	all, w := make(true, true)
	before, after := " ", " "
	if w > area.Dx()+1 && w-len(all) <= area.Dx()+1 {
		after = "" // the names fit when they stand closer
	} else if w > area.Dx()+1 {
		all, w = make(false, true)
		if w > area.Dx()+1 {
			all, _ = make(false, false)
			for i := range all {
				all[i].text = strings.ReplaceAll(all[i].text, " ", "")
			}
		}
	}
	var out []screen.Layer
	x := area.Min.X
	for _, s := range all {
		text := before + s.text + after
		style := m.theme.Dim
		if s.q == m.question {
			style = m.theme.Here
		}
		n := m.widths.StringWidth(text)
		if x+n > area.Max.X {
			break
		}
		out = append(out, screen.Layer{ID: stepID(s.q), Area: image.Rect(x, area.Min.Y, x+n, area.Min.Y+1), Text: style.Render(text)})
		x += n
	}
	return out
}

// wayOut is the width from which the way back to the list has its place in the
// footer; below it the keys of the screen come first, and help names it.
const wayOut = 56

// sayMost is the lines of the longest sentence that are shown.
const sayMost = 3

// sentence is what the footer says, w cells wide: it takes the lines it needs
// from the page over it.
func (m *Model) sentence(w int) []string {
	lines := strings.Split(m.widths.Wrap(strings.ReplaceAll(m.say, "\n", " "), w, ""), "\n")
	if len(lines) > sayMost {
		lines = lines[:sayMost]
		lines[sayMost-1] = m.widths.Truncate(lines[sayMost-1], w-1, "") + "…"
	}
	return lines
}

// footer is the four keys that matter now, or a sentence.
func (m *Model) footer(l layout) []screen.Layer {
	w := l.foot.Dx() - 2
	out := screen.Layer{ID: "foot", Area: l.foot}
	if m.say != "" {
		style := m.theme.Strong
		if m.alarm {
			style = m.theme.Fault
		}
		lines := m.sentence(w)
		for i, t := range lines {
			lines[i] = " " + style.Render(t)
		}
		out.Area.Min.Y -= len(lines) - 1
		out.Text = strings.Join(lines, "\n")
		return []screen.Layer{out}
	}
	right, bare := "", ""
	if m.place == atBadge && m.popup.kind == noPopup {
		right = m.hint(screen.Named(m.words, screen.KeyEsc, "esc", "list"))
	}
	keys := []key.Binding{screen.Named(m.words, screen.KeyEsc, "esc", "close")}
	if m.popup.kind == noPopup {
		keys = m.screen.Keys(m.env())
		if m.place == atRoom {
			keys, right, bare = m.wayBack(keys)
		}
		if m.place == atBadge && m.question.Numbered() {
			keys = slices.Insert(slices.Clone(keys), min(len(keys), 2), screen.Named(m.words, screen.KeyExample, "F2", "examples"))
		}
		keys = keys[:min(len(keys), 4)]
	}
	help := m.hint(screen.Named(m.words, screen.KeyHelp, "F1", "help"))
	room := w - m.widths.StringWidth(help)
	left, n := m.hints(keys, room)
	if m.w >= wayOut || m.place == atRoom {
		left, n = m.hints(keys, room-m.widths.StringWidth(right)-2)
	}
	if m.w < wayOut && bare != "" { // its words yield to what can be done
		if more, all := m.hints(keys, room-m.widths.StringWidth(bare)-1); all > n {
			left, right = more, bare
		}
	}
	left += help
	gap := max(1, w-m.widths.StringWidth(left)-m.widths.StringWidth(right))
	if m.widths.StringWidth(left)+m.widths.StringWidth(right)+1 > w {
		right, gap = "", 0
	}
	out.Text = " " + left + strings.Repeat(" ", gap) + right
	if right == "" {
		return []screen.Layer{out}
	}
	x := l.foot.Min.X + 1 + m.widths.StringWidth(left) + gap
	return []screen.Layer{out, {ID: "back", Area: image.Rect(x, l.foot.Min.Y, x+m.widths.StringWidth(right), l.foot.Max.Y), Text: right}}
}

// hints are as many of the keys as fit in room cells, and how many.
func (m *Model) hints(keys []key.Binding, room int) (text string, n int) {
	for _, k := range keys {
		if h := m.hint(k) + "  "; m.widths.StringWidth(text+h) <= room {
			text += h
			n++
		}
	}
	return text, n
}

// wayBack takes the way out of a room from its keys, with its words and without:
// it has a place of its own, and never yields to what else can be done there.
func (m *Model) wayBack(keys []key.Binding) (rest []key.Binding, out, bare string) {
	esc := screen.KeyEsc.Keys()[0]
	for i, k := range keys {
		if k.Help().Key == esc {
			return slices.Delete(slices.Clone(keys), i, i+1), m.hint(k), m.theme.Key.Render(m.written(esc))
		}
	}
	return keys, "", ""
}

func (m *Model) hint(k key.Binding) string {
	return m.theme.Key.Render(m.written(k.Help().Key)) + " " + m.theme.Dim.Render(k.Help().Desc)
}
