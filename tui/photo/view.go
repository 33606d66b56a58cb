// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package photo

import (
	"image"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	"insignia/tui/screen"
)

const listWide = 34 // columns of what can be done

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	a := env.Area
	list := image.Rect(a.Min.X+1, a.Min.Y, min(a.Min.X+1+listWide, a.Max.X), a.Max.Y)
	side := image.Rect(list.Max.X+1, a.Min.Y, a.Max.X-1, a.Max.Y)
	narrow := side.Dx() < 20
	if s.of == nil {
		list.Max.X = a.Max.X - 1
	} else if narrow {
		side = image.Rect(a.Max.X-13, a.Min.Y, a.Max.X-1, a.Min.Y+6)
		list.Max.X = side.Min.X - 1
	}
	var out []screen.Layer
	y := list.Min.Y
	row := func(id string, style lipgloss.Style, text string) {
		for _, l := range strings.Split(env.Widths.Wrap(text, max(list.Dx(), 8), ""), "\n") {
			if y < list.Max.Y {
				out = append(out, screen.Layer{ID: id, Area: image.Rect(list.Min.X, y, list.Max.X, y+1), Text: style.Render(l)})
			}
			y++
		}
	}
	row("title", env.Theme.Strong, env.Words.T("photo.title"))
	if s.of == nil {
		row("how", env.Theme.Dim, env.Words.T("photo.how"))
		row("air", env.Theme.Text, "")
		for _, l := range s.in.View(env, max(list.Dx()-2, 8)) {
			row("path", lipgloss.NewStyle(), l)
		}
		return out
	}
	out = append(out, s.picture(env, side))
	do := func(k, what string) {
		row(k, lipgloss.NewStyle(), env.Theme.Accent.Render(k)+" "+env.Theme.Text.Render(env.Words.T("photo."+what)))
	}
	do("1", "middle")
	do("2", "cover")
	do("3", "whole")
	do("4", "trace")
	row("air", env.Theme.Text, "")
	if s.grid {
		colours := "photo.colours.one"
		if s.colour {
			colours = "photo.colours.all"
		}
		row("state", env.Theme.Dim, env.Words.T("photo.squares", "n", s.side, "dark", strconv.Itoa(s.dark)))
		row("c", env.Theme.Dim, env.Words.T(colours))
	}
	row("cut", env.Theme.Dim, env.Words.T("photo.cut"))
	row("tune", env.Theme.Dim, env.Words.T("photo.tune"))
	return out
}

// picture shows the part as it will be: as it is, or on squares.
func (s *Screen) picture(env screen.Env, area image.Rectangle) screen.Layer {
	if s.grid {
		d := env.Draft.Clone()
		g := s.traced(env)
		d.Look.Pixels, d.Look.Centre = g.String(), "drawing"
		l := env.PictureOf(d, area)
		l.ID = "preview"
		return l
	}
	img := s.of.Image()
	cut := image.NewRGBA(image.Rect(0, 0, s.part.Dx(), s.part.Dy()))
	for v := range cut.Rect.Dy() {
		for u := range cut.Rect.Dx() {
			if p := s.part.Min.Add(image.Pt(u, v)); p.In(img.Rect) {
				copy(cut.Pix[cut.PixOffset(u, v):][:4], img.Pix[img.PixOffset(p.X, p.Y):][:4])
			}
		}
	}
	return screen.Layer{ID: "preview", Area: area, Text: env.Pixels(cut, area.Dx(), area.Dy())}
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	if s.of == nil {
		return []key.Binding{
			screen.Named(env.Words, screen.KeyEnter, "enter", "read"),
			screen.Named(env.Words, screen.KeyEsc, "esc", "done"),
		}
	}
	return []key.Binding{
		screen.Named(env.Words, keyMiddle, "1 2 3 4", "use"),
		screen.Named(env.Words, screen.KeyRight, "← ↑ ↓ →", "cut"),
		screen.Named(env.Words, keyCloser, "+ -", "closer"),
		screen.Named(env.Words, keyDarker, "d l", "darker"),
		screen.Named(env.Words, keySquares, "g", "squares"),
		screen.Named(env.Words, keyColours, "c", "colours"),
		screen.Named(env.Words, keyOther, "o", "otherfile"),
		screen.Named(env.Words, screen.KeyEsc, "esc", "done"),
	}
}

var _ screen.Screen = (*Screen)(nil)
