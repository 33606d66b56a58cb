// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package theme

import (
	"fmt"
	"image/color"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"insignia/render"
)

func rgb(v uint32) color.RGBA { return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255} }

// The sixteen colours as xterm has them, and as a PC's display adapter and the
// Linux console have them. Other terminals lie near one of the two.
var sixteens = map[string][16]uint32{
	"xterm": {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
		0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff},
	"console": {0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa,
		0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff},
}

var (
	darks  = []uint32{0x000000, 0x1e1e1e, 0x282c34, 0x300a24} // xterm, VS Code, One Dark, Ubuntu
	lights = []uint32{0xffffff, 0xfdf6e3, 0xeeeeee}           // xterm, Solarized, Tango
)

// seen is a colour as a terminal of the profile shows it, own where the
// terminal chooses itself.
func seen(c color.Color, profile colorprofile.Profile, palette [16]uint32, own color.RGBA) color.RGBA {
	if c == nil || c == (lipgloss.NoColor{}) {
		return own
	}
	switch c := profile.Convert(c).(type) {
	case ansi.BasicColor:
		return rgb(palette[c])
	case ansi.IndexedColor:
		if c < 16 {
			return rgb(palette[c])
		}
	}
	r, g, b, _ := profile.Convert(c).RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}
}

// Letters are held to what WCAG 2.2 asks for: 4.5:1, or 7:1 where somebody
// asked for high contrast; borders to 3:1.
func TestEveryRoleCanBeReadOnItsGround(t *testing.T) {
	ground := func(vs []uint32) []color.RGBA {
		var out []color.RGBA
		for _, v := range vs {
			out = append(out, rgb(v))
		}
		return out
	}
	profiles := []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256, colorprofile.ANSI}
	for _, c := range []struct {
		name    string
		dark    bool
		grounds []uint32
		letters float64
		borders float64
	}{
		{"", true, darks, 4.5, 3}, {"", false, lights, 4.5, 3},
		{Dark, false, darks, 4.5, 3}, {Light, true, lights, 4.5, 3},
		{Contrast, true, append(darks, lights...), 7, 7}, {Contrast, false, append(darks, lights...), 7, 7},
	} {
		for _, p := range profiles {
			for terminal, palette := range sixteens {
				grounds := ground(c.grounds)
				if p == colorprofile.ANSI && c.name != Contrast {
					grounds = grounds[:1] // a terminal with another ground has another sixteen
				}
				th := New(c.name, p, c.dark)
				for _, g := range grounds {
					own := rgb(0xffffff)
					if render.Contrast(g, own) < 4.5 {
						own = rgb(0)
					}
					paper, print := seen(th.Paper, p, palette, g), seen(th.Print, p, palette, own)
					for role, s := range map[string]lipgloss.Style{
						"text": th.Text, "strong": th.Strong, "dim": th.Dim, "accent": th.Accent, "here": th.Here,
						"border": th.Border, "good": th.Good, "warn": th.Warn, "fault": th.Fault, "key": th.Key,
					} {
						least := c.letters
						if role == "border" {
							least = c.borders
						}
						fg := seen(s.GetForeground(), p, palette, print)
						if got := render.Contrast(fg, paper); got < least {
							t.Errorf("theme %q, dark %v, %v, %s: %s #%02x%02x%02x on #%02x%02x%02x has %.2f:1",
								c.name, c.dark, p, terminal, role, fg.R, fg.G, fg.B, paper.R, paper.G, paper.B, got)
						}
					}
				}
			}
		}
	}
}

// What is told by colour is told by shape too: with all colours gone, what has
// the focus and where one is still differ from the rest.
func TestTheFocusIsNotToldByColourAlone(t *testing.T) {
	shape := func(s lipgloss.Style) string {
		return fmt.Sprint(s.GetBold(), s.GetReverse(), s.GetUnderline())
	}
	for _, name := range []string{"", Dark, Light, Contrast, Plain} {
		th := New(name, colorprofile.TrueColor, true)
		if shape(th.Here) == shape(th.Text) || shape(th.Here) == shape(th.Accent) || shape(th.Strong) == shape(th.Text) {
			t.Errorf("%q: the current step looks like the others", name)
		}
		if (name == Contrast || name == Plain) && shape(th.Accent) == shape(th.Text) {
			t.Errorf("%q: the focus looks like the rest", name)
		}
	}
}

func TestWithoutColourNoRoleHasOne(t *testing.T) {
	for _, th := range []Theme{New(Plain, colorprofile.TrueColor, true), New("", colorprofile.ASCII, false), New(Contrast, colorprofile.ASCII, true)} {
		if !th.Plain || th.Paper != nil || th.Print != nil || th.Ink != (lipgloss.NoColor{}) {
			t.Errorf("%+v", th)
		}
		for _, s := range []lipgloss.Style{th.Text, th.Strong, th.Dim, th.Accent, th.Here, th.Border, th.Good, th.Warn, th.Fault, th.Key} {
			if s.GetForeground() != (lipgloss.NoColor{}) || s.GetBackground() != (lipgloss.NoColor{}) {
				t.Errorf("a colour: %v", s)
			}
		}
	}
}

// Sixteen colours are never left to the nearest one.
func TestSixteenColoursAreOurOwn(t *testing.T) {
	for _, name := range []string{Dark, Light, Contrast} {
		th := New(name, colorprofile.ANSI, true)
		for _, s := range []lipgloss.Style{th.Dim, th.Accent, th.Here, th.Border, th.Good, th.Warn, th.Fault, th.Key} {
			switch s.GetForeground().(type) {
			case ansi.BasicColor, lipgloss.NoColor:
			default:
				t.Errorf("%s: %T is none of the sixteen", name, s.GetForeground())
			}
		}
	}
}
