// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package stage shows one screen without the program around it, so that a
// screen can be seen and driven alone: a tea.Model that draws the layers, a
// line over them and the keys under them, and notes what the screen asks for.
// It carries out no action but Say. Only tests import it.
package stage

import (
	"image"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/render"
	"insignia/render/cells"
	"insignia/tui/screen"
	"insignia/tui/theme"
)

// Model is a screen on its stage.
type Model struct {
	Screen screen.Screen
	Env    screen.Env
	Acts   []screen.Action // what the screen asked for, in order
	// Do is asked after each action, with the stage as it stands.
	Do func(m *Model, a screen.Action)

	w, h    int
	profile colorprofile.Profile
	say     string
}

// Now is the time on every stage.
var Now = time.Date(2026, 5, 9, 10, 30, 0, 0, time.UTC)

// New sets the stage for a language. The screen is made by start once the size
// is known.
func New(lang string, env screen.Env, start func(screen.Env) screen.Screen) *Model {
	m := &Model{Env: env, profile: colorprofile.TrueColor}
	m.Env.Words, m.Env.Widths, m.Env.Now = locale.For(lang), ansi.GraphemeWidth, Now
	m.Env.PictureOf = m.picture
	m.resize(80, 24)
	m.Screen = start(m.Env)
	return m
}

// Init implements tea.Model.
func (m *Model) Init() tea.Cmd { return nil }

func (m *Model) resize(w, h int) {
	m.w, m.h = w, h
	m.Env.Theme = theme.New("", m.profile, true)
	top := 3
	if h < 18 {
		top = 1
	}
	m.Env.Area = image.Rect(0, top, w, h-1)
}

// Update implements tea.Model.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
		return m, nil
	case tea.ColorProfileMsg:
		m.profile = msg.Profile
		m.resize(m.w, m.h)
		m.pass(screen.Reload{})
		return m, nil
	case tea.MouseClickMsg:
		at := image.Pt(msg.X, msg.Y)
		layers := m.Screen.Layers(m.Env)
		for i := len(layers) - 1; i >= 0; i-- {
			if at.In(layers[i].Area) {
				m.pass(screen.Click{ID: layers[i].ID, At: at.Sub(layers[i].Area.Min)})
				break
			}
		}
		return m, nil
	case tea.KeyPressMsg, tea.PasteMsg:
		m.say = ""
	case screen.Reload:
	default:
		return m, nil
	}
	m.pass(msg)
	return m, nil
}

func (m *Model) pass(msg tea.Msg) {
	s, acts := m.Screen.Update(msg, m.Env)
	m.Screen = s
	for _, a := range acts {
		m.Acts = append(m.Acts, a)
		if say, ok := a.(screen.Say); ok {
			m.say = say.Text
		}
		if m.Do != nil {
			m.Do(m, a)
		}
	}
}

// Took returns what was asked for since the last call.
func (m *Model) Took() []screen.Action {
	out := m.Acts
	m.Acts = nil
	return out
}

func (m *Model) picture(d designer.Draft, area image.Rectangle) screen.Layer {
	style := m.Env.Settings.Picture.Style(m.profile, false, nil)
	return screen.Layer{ID: "picture", Area: area, Text: cells.Preview(render.Of(d).Scene(), area.Dx(), area.Dy(), style)}
}

// View implements tea.Model.
func (m *Model) View() tea.View {
	buf := uv.NewScreenBuffer(m.w, m.h)
	buf.Method = m.Env.Widths
	var cursor *tea.Cursor
	draw := func(l screen.Layer) {
		for i, line := range strings.Split(l.Text, "\n") {
			if y := l.Area.Min.Y + i; y < min(l.Area.Max.Y, m.h) {
				before, after, found := strings.Cut(line, screen.Cursor)
				if found {
					line = before + after
					cursor = tea.NewCursor(l.Area.Min.X+m.Env.Widths.StringWidth(before), y)
				}
				uv.NewStyledString(line).Draw(buf, image.Rect(l.Area.Min.X, y, min(l.Area.Max.X, m.w), y+1))
			}
		}
	}
	t := m.Env.Theme
	draw(screen.Layer{Area: image.Rect(0, 0, m.w, 1), Text: " " + t.Accent.Bold(true).Render("Insignia")})
	for _, l := range m.Screen.Layers(m.Env) {
		draw(l)
	}
	foot := ""
	for i, k := range m.Screen.Keys(m.Env) {
		h := " " + t.Key.Render(k.Help().Key) + " " + t.Dim.Render(k.Help().Desc) + " "
		if i < 4 && m.Env.Widths.StringWidth(foot+h) < m.w { // what does not fit is left out, as in the program
			foot += h
		}
	}
	if m.say != "" {
		foot = " " + t.Strong.Render(m.say)
	}
	draw(screen.Layer{Area: image.Rect(0, m.h-1, m.w, m.h), Text: m.Env.Widths.Truncate(foot, m.w, "…")})
	v := tea.NewView(buf.Render())
	v.Cursor = cursor
	return v
}
