// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/tui/screen"
)

// mendedMsg: the store was damaged, and made itself again.
type mendedMsg struct{ all []designer.Mending }

// mended asks the store whether it had to. Whatever it is asked for may have
// met damage: this follows each of its answers.
func mended(st designer.Store) tea.Cmd {
	mender, ok := st.(designer.Mender)
	if !ok {
		return nil
	}
	return func() tea.Msg {
		if all := mender.Mended(); len(all) > 0 {
			return mendedMsg{all}
		}
		return nil
	}
}

// tookMended tells of it, and reads what there is now, unless somebody is
// writing: lists are read again on the way to them.
func (m *Model) tookMended(msg mendedMsg) tea.Cmd {
	m.mendings = append(m.mendings, msg.all...)
	m.tellMended()
	if m.screen.Typing() {
		return nil
	}
	return m.await(list(m.opts.Store, m.opts.Now))
}

// tellMended shows what is still to be told, once nothing else lies over the
// screen.
func (m *Model) tellMended() {
	if m.popup.kind == noPopup && len(m.mendings) > 0 {
		m.popup = popup{kind: mendedPopup}
	}
}

// unpop closes the popup. What somebody went on typing under the news of a
// repair goes where it was meant for.
func (m *Model) unpop() {
	was := m.popup
	m.popup = popup{}
	if was.kind == mendedPopup {
		m.mendings = nil
	}
	m.tellMended()
	m.queue = append(was.typed, m.queue...)
}

// typedUnder keeps what is typed while the news of a repair lies over a field:
// nobody asked for it, so that nobody may lose a word by it.
func (m *Model) typedUnder(msg tea.Msg) bool {
	if m.popup.kind != mendedPopup || !m.screen.Typing() {
		return false
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, screen.KeyEsc, screen.KeyEnter, screen.KeyUp, screen.KeyDown, screen.KeyNext, screen.KeyPrev) {
		return false
	}
	m.popup.typed = append(m.popup.typed, msg)
	return true
}

// repairs is the news: what came back, from where, and what did not.
func (m *Model) repairs(w int) []string {
	var out []string
	put := func(mark string, style lipgloss.Style, text string) {
		indent := strings.Repeat(" ", m.widths.StringWidth(mark))
		for i, l := range strings.Split(m.widths.Wrap(text, max(8, w-len(indent)), ""), "\n") {
			if i == 0 {
				out = append(out, m.theme.Warn.Render(mark)+style.Render(l))
				continue
			}
			out = append(out, indent+style.Render(l))
		}
	}
	gap := func() {
		if len(out) > 0 {
			out = append(out, "")
		}
	}
	for _, one := range m.mendings {
		gap()
		r := prose.RepairOf(one, m.words)
		put("", m.theme.Strong, r.What)
		gap()
		put("", m.theme.Text, strings.Join(r.Back, " "))
		if r.Lost != "" {
			gap()
			put("", m.theme.Text, r.Lost)
			for _, item := range r.Items {
				put("! ", m.theme.Text, item)
			}
		}
		for i, where := range r.Where {
			if i == 0 {
				gap()
			}
			put("", m.theme.Dim, where)
		}
	}
	return out
}
