// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package settings

import (
	"image"
	"strings"

	"charm.land/lipgloss/v2"

	"insignia/internal/locale"
	"insignia/tui/screen"
)

const (
	beside  = 64 // columns from which a sample stands beside the settings
	airy    = 14 // rows from which there is air between them
	widest  = 60 // columns of a line that is easy to read
	largest = 16 // rows of the sample's picture
)

// Layers implements screen.Screen: a layer a line, so that each can be clicked.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	a := env.Area
	var out []screen.Layer
	if a.Dx() >= beside {
		w := min(2*largest, a.Dx()*2/5)
		side := image.Rect(a.Max.X-w-1, a.Min.Y, a.Max.X-1, a.Max.Y)
		out = append(out, sample(env, side)...)
		a.Max.X = side.Min.X - 2
	}
	w := min(a.Dx()-2, widest)
	gap := 0
	if a.Dy() >= airy {
		gap = 1
	}
	y := a.Min.Y
	put := func(id, text string) {
		if y < a.Max.Y {
			out = append(out, screen.Layer{ID: id, Area: image.Rect(a.Min.X, y, a.Max.X, y+1), Text: text})
		}
		y++
	}
	put("title", " "+env.Theme.Strong.Render(env.Widths.Truncate(env.Words.T("settings.title"), w, "…")))
	y += gap
	labels := 0
	for _, name := range options {
		labels = max(labels, env.Widths.StringWidth(env.Words.T("settings."+name)))
	}
	for i, name := range options {
		put("setting:"+name, line(env, name, i == s.at, labels, w))
		y += gap
	}
	y += 1 - gap
	if options[s.at] == "picture" {
		lines := card(env, a.Max.Y-y, w)
		if more := card(env, a.Max.Y-y-3, w); len(more) == len(lines) { // the help besides
			lines = append(more, "")
		}
		for _, l := range lines {
			put("card", " "+l)
		}
	}
	for _, l := range strings.Split(env.Widths.Wrap(env.Words.T("settings."+options[s.at]+".help"), w, ""), "\n") {
		put("help", " "+env.Theme.Dim.Render(l))
	}
	return out
}

// line draws a setting: what it is called and what it is now.
func line(env screen.Env, name string, here bool, labels, w int) string {
	mark, style, shown := "  ", env.Theme.Text, value(env.Words, name, env.Settings.Option(name))
	room := w - labels - 4
	if here {
		mark, style = "› ", env.Theme.Accent.Bold(true)
		shown = "‹ " + env.Widths.Truncate(shown, max(4, room-4), "…") + " ›"
	}
	label := env.Words.T("settings." + name)
	return style.Render(mark+label) + strings.Repeat(" ", labels-env.Widths.StringWidth(label)+2) + style.Render(env.Widths.Truncate(shown, max(4, room), "…"))
}

// value is what a value of a setting is called. A language has its own name
// for itself.
func value(w locale.Words, name, v string) string {
	if name == "language" && v != screen.Auto {
		return locale.For(v).T("line.language")
	}
	return w.T("settings." + name + "." + v)
}

// sample shows the theme's roles and a picture as the settings have them.
func sample(env screen.Env, area image.Rectangle) []screen.Layer {
	roles := []struct {
		style lipgloss.Style
		text  string
	}{
		{env.Theme.Strong, env.Words.T("settings.sample.strong")},
		{env.Theme.Dim, env.Words.T("settings.sample.dim")},
		{env.Theme.Here, " " + env.Words.T("settings.sample.here") + " "},
		{env.Theme.Good, "✓ " + env.Words.T("settings.sample.good")},
		{env.Theme.Warn, "! " + env.Words.T("settings.sample.warn")},
		{env.Theme.Fault, "✗ " + env.Words.T("settings.sample.fault")},
	}
	var text []string
	for _, r := range roles {
		text = append(text, r.style.Render(env.Widths.Truncate(r.text, area.Dx(), "…")))
	}
	rows := max(0, min(area.Dx()/2, area.Dy()-len(text)-1))
	left := area.Min.X + (area.Dx()-2*rows)/2
	picture := image.Rect(left, area.Min.Y, left+2*rows, area.Min.Y+rows)
	area.Min.Y += rows + 1
	return []screen.Layer{
		env.PictureOf(env.Draft, picture),
		{ID: "sample", Area: area, Text: strings.Join(text, "\n")},
	}
}
