// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import (
	"testing"

	"github.com/charmbracelet/colorprofile"

	"insignia/render/cells"
)

func TestAPictureIsAsFineAndColourfulAsTheTerminalAndTheSettingSay(t *testing.T) {
	for _, c := range []struct {
		picture Picture
		shown   colorprofile.Profile
		plain   bool
		term    string
		want    cells.Style
	}{
		{PictureAuto, colorprofile.TrueColor, false, "TERM=xterm-256color", cells.Style{Ink: cells.TrueColour, Blocks: cells.Halves}},
		{PictureAuto, colorprofile.ANSI256, false, "TERM=xterm-kitty", cells.Style{Ink: cells.TrueColour, Blocks: cells.Sextants}},
		{PictureAuto, colorprofile.TrueColor, false, "TERM_PROGRAM=WezTerm", cells.Style{Ink: cells.TrueColour, Blocks: cells.Sextants}},
		{PictureAuto, colorprofile.ANSI, false, "TERM=linux", cells.Style{Ink: cells.Sixteen, Blocks: cells.Halves}},
		{PictureAuto, colorprofile.ASCII, false, "TERM=foot", cells.Style{Ink: cells.Mono, Blocks: cells.Sextants}},
		{PictureAuto, colorprofile.TrueColor, true, "", cells.Style{Ink: cells.Mono, Blocks: cells.Halves}},
		{PictureBlocks, colorprofile.TrueColor, true, "TERM=foot", cells.Style{Ink: cells.TrueColour, Blocks: cells.Halves}},
		{PictureQuadrants, colorprofile.TrueColor, false, "", cells.Style{Ink: cells.TrueColour, Blocks: cells.Quadrants}},
		{PictureSextants, colorprofile.ANSI, true, "", cells.Style{Ink: cells.Sixteen, Blocks: cells.Sextants}},
		{PictureSextants, colorprofile.NoTTY, false, "", cells.Style{Ink: cells.Mono, Blocks: cells.Sextants}},
		{PictureShapes, colorprofile.TrueColor, false, "TERM=foot", cells.Style{Ink: cells.Mono, Blocks: cells.Halves}},
	} {
		if got := c.picture.Style(c.shown, c.plain, []string{"A=b", c.term, "TERMINAL"}); got != c.want {
			t.Errorf("%+v gives %+v", c, got)
		}
	}
}
