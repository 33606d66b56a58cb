// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"image"

	tea "charm.land/bubbletea/v2"

	"insignia/tui/screen"
)

// View implements tea.Model. Bubble Tea asks after every message; the frame
// is drawn again only when something changed.
func (m *Model) View() tea.View {
	if m.w == 0 {
		return tea.NewView("")
	}
	if !m.drawn {
		m.view = m.draw()
		m.drawn = true
	}
	return m.view
}

func (m *Model) draw() tea.View {
	v := tea.NewView(m.frame.draw(m.w, m.h, m.widths, m.coat(), m.layers()))
	v.AltScreen = true
	v.WindowTitle = m.title()
	if at, shown := m.frame.cursor(); shown {
		v.Cursor = tea.NewCursor(at.X, at.Y)
		v.Cursor.Shape, v.Cursor.Blink = tea.CursorBar, !m.settings.Still
		if m.theme.Paper != nil {
			v.Cursor.Color = m.theme.Ink // the terminal's may be as dark as the paper
		}
	}
	// The mouse takes the terminal's own selection away: only where a click
	// helps and nothing is written.
	if p, ok := m.screen.(screen.Pointed); !m.screen.Typing() || ok && p.Pointed() {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

// coat is what every cell of a frame gets.
func (m *Model) coat() coat {
	return coat{m.theme.Paper, m.theme.Print, env(m.opts.Environ, "TERM") == "linux"}
}

func (m *Model) title() string {
	if m.place == atBadge && m.draft.Name != "" {
		return m.draft.Name + " · Insignia"
	}
	return "Insignia"
}

// layers are everything on the screen, from the back to the front.
func (m *Model) layers() []screen.Layer {
	l := m.layout()
	if l.tooSmall {
		text := m.words.T("ui.too-small", "w", minWidth, "h", minHeight)
		return []screen.Layer{{Area: image.Rect(0, 0, m.w, m.h), Text: m.widths.Wrap(text, max(1, m.w), "")}}
	}
	var out []screen.Layer
	if !m.whole() {
		out = append(out, m.header(l)...)
	}
	out = append(out, m.screen.Layers(m.env())...)
	out = append(out, m.beside(l)...)
	out = append(out, m.footer(l)...)
	return append(out, m.popupLayers(l)...)
}

// hit names the front layer under a cell, and the place inside it.
func (m *Model) hit(x, y int) (string, image.Point) {
	layers := m.layers()
	at := image.Pt(x, y)
	for i := len(layers) - 1; i >= 0; i-- {
		if at.In(layers[i].Area) {
			return layers[i].ID, at.Sub(layers[i].Area.Min)
		}
	}
	return "", at
}
