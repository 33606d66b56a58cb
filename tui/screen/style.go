// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import (
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"insignia/render/cells"
)

// Style is how a picture is put into cells: in the colours that a terminal
// shows, as the setting has it. Plain is a theme without colour. Environ is the
// environment, as os.Environ gives it.
func (p Picture) Style(shown colorprofile.Profile, plain bool, environ []string) cells.Style {
	s := cells.Style{Blocks: cells.Halves}
	switch p {
	case PictureAuto:
		if draws(environ) {
			s.Blocks = cells.Sextants
		}
	case PictureQuadrants:
		s.Blocks = cells.Quadrants
	case PictureSextants:
		s.Blocks = cells.Sextants
	}
	coloured := p == PictureBlocks || p == PictureQuadrants || p == PictureSextants
	switch {
	case shown <= colorprofile.ASCII, p == PictureShapes, plain && !coloured:
		s.Ink = cells.Mono
	case shown <= colorprofile.ANSI:
		s.Ink = cells.Sixteen
	}
	return s
}

// draws reports whether the terminal is one of those that draw sextants
// themselves, whatever the font has: kitty, foot, Ghostty and WezTerm (its manual,
// custom_block_glyphs) do, as they are set up. Within tmux none of them is seen.
func draws(environ []string) bool {
	return slices.ContainsFunc(environ, func(v string) bool {
		name, value, _ := strings.Cut(v, "=")
		switch name {
		case "TERM":
			return slices.Contains([]string{"xterm-kitty", "xterm-ghostty", "foot", "foot-extra", "wezterm"}, value)
		case "TERM_PROGRAM":
			return value == "WezTerm" || value == "ghostty"
		}
		return false
	})
}
