// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package photo is where people bring a picture of their own into the badge: a
// logo, or the photo of what they drew on paper. It asks for the file, shows
// what was read, lets them cut it, and asks what it is for. Reading is the
// program's, judging render/photo's.
package photo

import (
	"image"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/render"
	"insignia/render/photo"
	"insignia/tui/field"
	"insignia/tui/screen"
)

const pathMost = 1000 // characters of a file's name

// Screen asks for a file, and then what to do with it.
type Screen struct {
	in     *field.Input
	asked  string       // the name that was read last
	of     *photo.Photo // what the part is of
	part   image.Rectangle
	dark   int
	side   int  // of the drawing
	grid   bool // it is shown as a drawing
	colour bool
}

// New returns the screen, asking for a file.
func New(env screen.Env) *Screen {
	s := &Screen{in: field.NewInput(pathMost), side: designer.GridSides()[1]}
	s.in.Focus(env)
	return s
}

// Keys of this screen alone.
var (
	keyMiddle  = key.NewBinding(key.WithKeys("1"))
	keyCover   = key.NewBinding(key.WithKeys("2"))
	keyWhole   = key.NewBinding(key.WithKeys("3"))
	keyTrace   = key.NewBinding(key.WithKeys("4"))
	keyCloser  = key.NewBinding(key.WithKeys("+", "="))
	keyFarther = key.NewBinding(key.WithKeys("-"))
	keyDarker  = key.NewBinding(key.WithKeys("d"))
	keyLighter = key.NewBinding(key.WithKeys("l"))
	keySquares = key.NewBinding(key.WithKeys("g"))
	keyColours = key.NewBinding(key.WithKeys("c"))
	keyOther   = key.NewBinding(key.WithKeys("o", "backspace"))
)

// Typing reports whether the file's name is being typed.
func (s *Screen) Typing() bool { return s.of == nil }

// Pointed implements screen.Pointed.
func (s *Screen) Pointed() bool { return true }

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	switch msg := msg.(type) {
	case screen.Reload:
		if env.Brought != nil && env.Brought != s.of {
			s.of, s.part, s.grid = env.Brought, env.Brought.Square(), false
			s.in.Blur()
		}
		return s, nil
	case tea.PasteMsg:
		if s.of == nil {
			if s.asked != "" && s.in.Value() == s.asked {
				s.in.Set("") // it could not be read: what is dropped now takes its place
			}
			_, _, say := s.in.Update(msg, env)
			return s, said(say)
		}
	case screen.Click:
		if s.of != nil && len(msg.ID) == 1 {
			return s.Update(tea.KeyPressMsg{Code: rune(msg.ID[0]), Text: msg.ID}, env)
		}
	case tea.KeyPressMsg:
		if key.Matches(msg, screen.KeyEsc) {
			return s, []screen.Action{screen.Return{}}
		}
		if s.of == nil {
			if key.Matches(msg, screen.KeyEnter) {
				if s.in.Value() == "" {
					return s, []screen.Action{screen.Return{}}
				}
				s.asked = s.in.Value()
				return s, []screen.Action{screen.ReadPicture{Path: s.asked}}
			}
			_, _, say := s.in.Update(msg, env)
			return s, said(say)
		}
		return s, s.key(msg, env)
	}
	return s, nil
}

func said(say string) []screen.Action {
	if say == "" {
		return nil
	}
	return []screen.Action{screen.Say{Text: say}}
}

// key does what a key means once a picture is there.
func (s *Screen) key(k tea.KeyPressMsg, env screen.Env) []screen.Action {
	side := s.part.Dx()
	step := max(1, side/16)
	move := func(x, y int) {
		if r := s.part.Add(image.Pt(x, y)); r.Overlaps(s.of.Image().Rect) {
			s.part = r
		}
	}
	switch {
	case key.Matches(k, screen.KeyLeft):
		move(-step, 0)
	case key.Matches(k, screen.KeyRight):
		move(step, 0)
	case key.Matches(k, screen.KeyUp):
		move(0, -step)
	case key.Matches(k, screen.KeyDown):
		move(0, step)
	case key.Matches(k, keyCloser):
		s.resize(side * 7 / 8)
	case key.Matches(k, keyFarther):
		s.resize(side*8/7 + 1)
	case key.Matches(k, keyDarker):
		s.dark, s.grid = min(s.dark+1, 5), true
	case key.Matches(k, keyLighter):
		s.dark, s.grid = max(s.dark-1, -5), true
	case key.Matches(k, keyColours):
		s.colour, s.grid = !s.colour, true
	case key.Matches(k, keySquares):
		all := designer.GridSides()
		for i, n := range all {
			if n == s.side {
				s.side = all[(i+1)%len(all)]
				break
			}
		}
		s.grid = true
	case key.Matches(k, keyOther):
		s.of = nil
		s.in.Set("")
		s.in.Focus(env)
	case key.Matches(k, keyMiddle):
		return s.keep("picture", env)
	case key.Matches(k, keyCover):
		return s.keep("cover", env)
	case key.Matches(k, keyWhole):
		return s.keep("whole", env)
	case key.Matches(k, keyTrace):
		d := env.Draft.Clone()
		g := s.traced(env)
		d.Look.Pixels, d.Look.Centre = g.String(), "drawing"
		return []screen.Action{screen.Edit{Draft: d, Field: "look.pixels", Apart: true}, screen.Return{}}
	}
	return nil
}

// resize cuts a smaller or a larger square out, the middle stays.
func (s *Screen) resize(side int) {
	r := s.of.Image().Rect
	side = min(max(side, 16), 2*max(r.Dx(), r.Dy()))
	mid := s.part.Min.Add(s.part.Max).Div(2)
	s.part = image.Rect(0, 0, side, side).Add(mid).Sub(image.Pt(side/2, side/2))
}

// keep gives the picture to the badge.
func (s *Screen) keep(centre string, env screen.Env) []screen.Action {
	kept, err := s.of.Keep(s.part)
	if err != nil {
		return []screen.Action{screen.Say{Text: env.Words.Error(err)}}
	}
	d := env.Draft.Clone()
	d.Look.Picture, d.Look.Centre = kept, centre
	return []screen.Action{screen.Edit{Draft: d, Field: "look.picture", Apart: true}, screen.Return{}}
}

// traced is the part as a drawing.
func (s *Screen) traced(env screen.Env) designer.Grid {
	t := photo.Tracing{Side: s.side, Dark: s.dark}
	if s.colour {
		p := render.Of(env.Draft).Colours()
		t.Inks = p.Inks()
	}
	return s.of.Trace(s.part, t)
}
