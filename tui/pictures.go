// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"image"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"insignia/designer"
	"insignia/render"
	"insignia/render/cells"
	"insignia/tui/screen"
)

// pictures keeps what was drawn last as cells, since a frame is asked for
// after every key and most keys do not change the picture.
type pictures struct {
	kept map[pictureKey]uv.ScreenBuffer
}

type pictureKey struct {
	look       designer.Look
	cols, rows int
	ink        cells.Ink
}

const picturesKept = 8

// picture draws the shown badge into an area.
func (m *Model) picture(area image.Rectangle) screen.Layer {
	out := screen.Layer{ID: "picture", Area: area}
	d, ok := m.shown()
	cols, rows := area.Dx(), area.Dy()
	if !ok || cols < 1 || rows < 1 {
		return out
	}
	k := pictureKey{render.Fill(d), cols, rows, m.ink()}
	k.look.Alt, k.look.Author, k.look.Licence, k.look.Metaphor = "", "", "", ""
	buf, ok := m.pictures.kept[k]
	if !ok {
		if len(m.pictures.kept) >= picturesKept || m.pictures.kept == nil {
			m.pictures.kept = map[pictureKey]uv.ScreenBuffer{}
		}
		buf = uv.NewScreenBuffer(cols, rows)
		uv.NewStyledString(cells.Preview(render.Of(d).Scene(), cols, rows, k.ink)).Draw(buf, buf.Bounds())
		m.pictures.kept[k] = buf
	}
	out.Cells = buf
	return out
}

// ink is what the terminal can show.
func (m *Model) ink() cells.Ink {
	switch {
	case m.profile <= colorprofile.ASCII:
		return cells.Mono
	case m.profile <= colorprofile.ANSI:
		return cells.Sixteen
	}
	return cells.TrueColour
}
