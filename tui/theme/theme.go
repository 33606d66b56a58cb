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

	// Ink is the accent as a colour, for widgets that take no style.
	Ink color.Color
	// Plain says that the terminal shows no colour.
	Plain bool
	// Dark says that the background is dark.
	Dark bool
}

// role is a colour for dark and light backgrounds, and its stand-ins where a
// terminal has 16: the nearest of those is often ugly (gold becomes red).
type role struct {
	dark, light     string
	dark16, light16 color.Color
}

var roles = struct{ dim, accent, border, good, warn, fault role }{
	dim:    role{"#9aa0aa", "#5f6570", lipgloss.White, lipgloss.BrightBlack},
	accent: role{"#f0b54a", "#8a5200", lipgloss.BrightYellow, lipgloss.Blue},
	border: role{"#565c66", "#b4bac4", lipgloss.BrightBlack, lipgloss.White},
	good:   role{"#86c98f", "#1d7a35", lipgloss.BrightGreen, lipgloss.Green},
	warn:   role{"#ff9e64", "#a84300", lipgloss.BrightMagenta, lipgloss.Magenta},
	fault:  role{"#ff7a85", "#b3261e", lipgloss.BrightRed, lipgloss.Red},
}

// New returns the theme for a terminal's colours and background.
func New(profile colorprofile.Profile, dark bool) Theme {
	t := Theme{Dark: dark, Plain: profile <= colorprofile.ASCII}
	plain := lipgloss.NewStyle()
	t.Text = plain
	t.Strong = plain.Bold(true)
	ink := func(r role) color.Color {
		switch {
		case profile <= colorprofile.ANSI && dark:
			return r.dark16
		case profile <= colorprofile.ANSI:
			return r.light16
		case dark:
			return lipgloss.Color(r.dark)
		}
		return lipgloss.Color(r.light)
	}
	if t.Plain {
		t.Dim, t.Border, t.Good, t.Warn, t.Fault = plain, plain, plain, plain, plain
		t.Accent = plain.Bold(true)
		t.Key = plain.Bold(true)
		t.Here = plain.Bold(true).Reverse(true)
		t.Ink = lipgloss.NoColor{}
		return t
	}
	t.Ink = ink(roles.accent)
	t.Dim = plain.Foreground(ink(roles.dim))
	t.Accent = plain.Foreground(t.Ink)
	t.Here = plain.Foreground(t.Ink).Bold(true).Reverse(true)
	t.Border = plain.Foreground(ink(roles.border))
	t.Good = plain.Foreground(ink(roles.good))
	t.Warn = plain.Foreground(ink(roles.warn))
	t.Fault = plain.Foreground(ink(roles.fault)).Bold(true)
	t.Key = plain.Foreground(t.Ink)
	return t
}
