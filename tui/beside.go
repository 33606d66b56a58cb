// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"image"
	"slices"
	"strings"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/tui/screen"
)

// lookedAt is the badge whose picture is seen: the open one, or the one with
// the cursor in the list.
func (m *Model) lookedAt() (designer.Draft, bool) {
	if m.place == atBadge {
		return m.draft, true
	}
	return m.glance, m.glance.ID != "" && len(m.drafts) > 0
}

// beside is the picture in its box, and under it the badge in three lines:
// its name, how far it is, and the most useful thing to mend.
func (m *Model) beside(l layout) []screen.Layer {
	d, ok := m.lookedAt()
	if l.side.Empty() || !ok {
		return nil
	}
	cols := l.side.Dx() - 4
	rows := min(cols/2, l.side.Dy()-6)
	if rows < 4 {
		return nil
	}
	frame := image.Rect(l.side.Min.X, l.side.Min.Y, l.side.Max.X, l.side.Min.Y+rows+2)
	out := append(m.box(frame), m.picture(image.Rect(frame.Min.X+2, frame.Min.Y+1, frame.Max.X-2, frame.Max.Y-1)))

	w := l.side.Dx() - 2
	var lines []string
	name := d.Name
	if name == "" {
		name = m.words.T("ui.unnamed")
	}
	lines = append(lines, m.theme.Strong.Render(m.widths.Truncate(name, w, "…")))
	about := m.words.T("ui.answered", "n", d.Answered())
	if d.Kind != "" {
		about = m.words.T("ui.kind-badge."+d.Kind) + " · " + about
	}
	lines = append(lines, m.theme.Dim.Render(m.widths.Truncate(about, w, "…")))
	if p, ok := m.pressing(); ok {
		mark := map[designer.Level]string{designer.Hint: "· ", designer.Warn: "! ", designer.Fault: "✗ "}[p.Level]
		text := strings.Split(m.widths.Wrap(prose.Told(p, m.words), w-2, ""), "\n")
		for i, t := range text {
			if i > 0 {
				mark = "  "
			}
			lines = append(lines, m.theme.Warn.Render(mark)+m.theme.Dim.Render(t))
		}
	}
	if room := l.side.Max.Y - frame.Max.Y; len(lines) > room {
		lines = lines[:room]
		lines[room-1] = m.widths.Truncate(lines[room-1], w-2, "") + " …"
	}
	text := image.Rect(l.side.Min.X+1, frame.Max.Y, l.side.Max.X, l.side.Max.Y)
	return append(out, screen.Layer{ID: "about", Area: text, Text: strings.Join(lines, "\n")})
}

// box is a rounded frame as four layers: measuring what stands inside it, as
// a styled border does, costs more than all the rest of the screen.
func (m *Model) box(r image.Rectangle) []screen.Layer {
	line := strings.Repeat("─", r.Dx()-2)
	side := strings.TrimSuffix(strings.Repeat("│\n", r.Dy()-2), "\n")
	layer := func(x0, y0, x1, y1 int, s string) screen.Layer {
		return screen.Layer{ID: "picture", Area: image.Rect(x0, y0, x1, y1), Text: m.theme.Border.Render(s)}
	}
	return []screen.Layer{
		layer(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+1, "╭"+line+"╮"),
		layer(r.Min.X, r.Max.Y-1, r.Max.X, r.Max.Y, "╰"+line+"╯"),
		layer(r.Min.X, r.Min.Y+1, r.Min.X+1, r.Max.Y-1, side),
		layer(r.Max.X-1, r.Min.Y+1, r.Max.X, r.Max.Y-1, side),
	}
}

// standing are the findings without those of the field that is being changed:
// they may be mended by now.
func (m *Model) standing() []designer.Problem {
	if !m.unchecked {
		return m.findings
	}
	return slices.DeleteFunc(slices.Clone(m.findings), func(p designer.Problem) bool { return p.Field == m.editing })
}

// pressing is the finding to show while a question is being answered: the
// worst one of that question, once it has been begun. Nobody is told off for
// what they have not come to yet.
func (m *Model) pressing() (designer.Problem, bool) {
	if m.place != atBadge || m.draft.Progress(m.question) == designer.Empty {
		return designer.Problem{}, false
	}
	for _, p := range m.standing() {
		if p.Question == m.question {
			return p, true
		}
	}
	return designer.Problem{}, false
}
