// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"github.com/charmbracelet/colorprofile"

	"insignia/designer"
	"insignia/render"
	"insignia/render/cells"
)

// pictures keeps what was drawn last, since a frame is asked for after every
// key and most keys do not change the picture.
type pictures struct {
	kept map[pictureKey]string
}

type pictureKey struct {
	look       designer.Look
	cols, rows int
	ink        cells.Ink
}

const picturesKept = 8

// picture draws the shown badge in cols by rows cells.
func (m *Model) picture(cols, rows int) string {
	d, ok := m.shown()
	if !ok || cols < 1 || rows < 1 {
		return ""
	}
	k := pictureKey{render.Fill(d), cols, rows, m.ink()}
	k.look.Alt, k.look.Author, k.look.Licence, k.look.Metaphor = "", "", "", ""
	if s, ok := m.pictures.kept[k]; ok {
		return s
	}
	if len(m.pictures.kept) >= picturesKept || m.pictures.kept == nil {
		m.pictures.kept = map[pictureKey]string{}
	}
	s := cells.Preview(render.Of(d).Scene(), cols, rows, k.ink)
	m.pictures.kept[k] = s
	return s
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
