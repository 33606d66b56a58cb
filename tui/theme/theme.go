// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package theme gives each role of the screen its looks: one accent, and a
// form of every role for true colour, for 16 colours and for none. It knows
// roles, not screens.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Theme is one style a role. No role is told apart by colour alone: the
// current step is also bold and bracketed by reverse video, levels have marks.
type Theme struct {
	Text   lipgloss.Style // answers
	Strong lipgloss.Style // titles
	Dim    lipgloss.Style // help, labels at rest
	Accent lipgloss.Style // what has the focus
	Here   lipgloss.Style // the current step, the chosen row
	Border lipgloss.Style // boxes
	Good   lipgloss.Style
	Warn   lipgloss.Style
	Fault  lipgloss.Style
	Key    lipgloss.Style // a key's name in the footer

	// Ink is the accent as a colour, for what takes no style.
	Ink color.Color
	// Paper and Print are the colours of every cell that has none of its own;
	// nil for the terminal's.
	Paper, Print color.Color
	// Plain says that nothing shows colour.
	Plain bool
	// Dark says that the background is dark.
	Dark bool
}

// The names under which a person chooses a theme; any other one takes the
// terminal's background as it was found.
const (
	Dark     = "dark"
	Light    = "light"
	Contrast = "contrast" // high contrast, on a paper of its own
	Plain    = "plain"    // no colour
)

// ink is a colour and its stand-in where a terminal has 16: the nearest of
// those is often ugly (gold becomes red) and in many palettes unreadable. A
// nil stand-in is the terminal's own, which is readable in all of them.
type ink struct {
	full    string
	sixteen color.Color
}

func (i ink) on(profile colorprofile.Profile) color.Color {
	switch {
	case profile > colorprofile.ANSI:
		return lipgloss.Color(i.full)
	case i.sixteen == nil:
		return lipgloss.NoColor{}
	}
	return i.sixteen
}

// inks are a colour a role.
type inks struct{ dim, accent, border, good, warn, fault ink }

// A test holds letters to 4.5:1 and borders to 3:1 on common grounds, and
// letters of the last to 7:1 (WCAG 2.2: 1.4.3, 1.4.11, 1.4.6). Of the sixteen,
// on white only black, blue, red and magenta can be read everywhere.
var (
	onDark = inks{
		dim:    ink{"#9ca0a8", lipgloss.White},
		accent: ink{"#f0b54a", lipgloss.BrightYellow},
		border: ink{"#7b828e", lipgloss.White},
		good:   ink{"#86c98f", lipgloss.BrightGreen},
		warn:   ink{"#ff9e64", lipgloss.BrightMagenta},
		fault:  ink{"#ff7a85", lipgloss.BrightRed},
	}
	onLight = inks{
		dim:    ink{"#5f6570", nil},
		accent: ink{"#8a5200", lipgloss.Blue},
		border: ink{"#767d89", lipgloss.BrightBlack},
		good:   ink{"#1a6e30", nil},
		warn:   ink{"#9a3412", lipgloss.Magenta},
		fault:  ink{"#b3261e", lipgloss.Red},
	}
	onBlack = inks{
		dim:    ink{"#dcdcdc", lipgloss.White},
		accent: ink{"#ffe14d", lipgloss.BrightYellow},
		border: ink{"#ffffff", lipgloss.BrightWhite},
		good:   ink{"#8dffa3", lipgloss.BrightGreen},
		warn:   ink{"#7de8ff", lipgloss.BrightCyan},
		fault:  ink{"#ffffff", lipgloss.BrightWhite},
	}
	black = ink{"#000000", lipgloss.Black}
	white = ink{"#ffffff", lipgloss.BrightWhite}
)

// New returns a theme by its name, for a terminal's colours and background.
func New(name string, profile colorprofile.Profile, dark bool) Theme {
	plain := lipgloss.NewStyle()
	t := Theme{Dark: name == Dark || name != Light && dark, Text: plain, Strong: plain.Bold(true)}
	if t.Plain = name == Plain || profile <= colorprofile.ASCII; t.Plain {
		t.Dim, t.Border, t.Good, t.Warn, t.Fault = plain, plain, plain, plain, plain
		t.Accent = plain.Bold(true)
		t.Key = plain.Bold(true)
		t.Here = plain.Bold(true).Reverse(true)
		t.Ink = lipgloss.NoColor{}
		return t
	}
	of := onLight
	switch {
	case name == Contrast:
		// What is behind the letters is painted, not asked for: a terminal's
		// own ground may be anything, and one that is set outlives a crash.
		of, t.Dark = onBlack, true
		t.Paper, t.Print = black.on(profile), white.on(profile)
	case t.Dark:
		of = onDark
	}
	style := func(i ink) lipgloss.Style { return plain.Foreground(i.on(profile)) }
	t.Ink = of.accent.on(profile)
	t.Dim, t.Border = style(of.dim), style(of.border)
	t.Accent, t.Key = style(of.accent), style(of.accent)
	t.Here = t.Accent.Bold(true).Reverse(true)
	t.Good, t.Warn = style(of.good), style(of.warn)
	t.Fault = style(of.fault).Bold(true)
	if name == Contrast {
		// By shape as well: what has the focus is bold, bad news underlined.
		t.Accent, t.Key = t.Accent.Bold(true), t.Key.Bold(true)
		t.Fault = t.Fault.Underline(true)
	}
	return t
}
