// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"image"
	"strings"

	"insignia/designer"
	"insignia/render"
	"insignia/render/cells"
	"insignia/render/outline"
	"insignia/tui/look"
	"insignia/tui/screen"
)

// pictures keeps what was drawn last as cells, since a frame is asked for
// after every key and most keys do not change the picture.
type pictures struct {
	kept map[pictureKey]string
}

type pictureKey struct {
	look       designer.Look
	cols, rows int
	style      cells.Style
}

const picturesKept = 8

// picture draws the shown badge into an area.
func (m *Model) picture(area image.Rectangle) screen.Layer {
	d, ok := m.lookedAt()
	if !ok {
		return screen.Layer{ID: "picture", Area: area}
	}
	return m.pictureOf(d, area)
}

// pictureOf draws any badge into an area.
func (m *Model) pictureOf(d designer.Draft, area image.Rectangle) screen.Layer {
	out := screen.Layer{ID: "picture", Area: area}
	cols, rows := area.Dx(), area.Dy()
	if cols < 1 || rows < 1 {
		return out
	}
	if m.settings.Picture == screen.PictureNone {
		out.Text = m.widths.Wrap(m.described(render.Fill(d)), cols, "")
		return out
	}
	k := pictureKey{render.Fill(d), cols, rows, m.style()}
	k.look.Alt, k.look.Author, k.look.Licence, k.look.Metaphor = "", "", "", ""
	text, ok := m.pictures.kept[k]
	if !ok {
		if len(m.pictures.kept) >= picturesKept || m.pictures.kept == nil {
			m.pictures.kept = map[pictureKey]string{}
		}
		text = cells.Preview(render.Of(d).Scene(), cols, rows, k.style)
		m.pictures.kept[k] = text
	}
	out.Text = text
	return out
}

// pixels draws a picture into cells.
func (m *Model) pixels(img *image.RGBA, cols, rows int) string {
	return cells.Render(img, cols, rows, m.style())
}

// described is a badge's picture in words: its parts, and what its author says.
func (m *Model) described(look designer.Look) string {
	d := designer.Draft{Look: look}
	var parts []string
	for _, f := range designer.FieldsOf(designer.AskLook) {
		v := screen.Value(f.ID, f.Value(&d), m.words)
		switch f.ID {
		case "look.metaphor", "look.author", "look.licence": // not what is seen
			continue
		case "look.pixels", "look.picture": // the middle says it
			continue
		}
		if v != "" && v != "0" {
			parts = append(parts, m.words.T("field."+f.ID+".label")+": "+v)
		}
	}
	return strings.Join(parts, "\n")
}

// style is what the terminal can show.
func (m *Model) style() cells.Style {
	return m.settings.Picture.Style(m.profile, m.theme.Plain, m.opts.Environ)
}

// partAt is the id of the part of the open badge's picture under a cell.
func (m *Model) partAt(x, y int) string {
	for _, l := range m.layers() {
		if l.ID != "picture" || !image.Pt(x, y).In(l.Area) || l.Area.Dx() < 4 || l.Area.Dy() < 3 {
			continue
		}
		// A cell is half as wide as high; the picture stands in the middle.
		side := min(float64(l.Area.Dx()), 2*float64(l.Area.Dy()))
		px := (float64(x-l.Area.Min.X) + 0.5 - (float64(l.Area.Dx())-side)/2) / side * render.Size
		py := (2*(float64(y-l.Area.Min.Y)+0.5) - (2*float64(l.Area.Dy())-side)/2) / side * render.Size
		role, on := render.Of(m.draft).Scene().At(outline.Pt{X: px, Y: py})
		return look.Part(role, on, render.Fill(m.draft).Centre)
	}
	return ""
}
