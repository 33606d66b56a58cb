// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package draw is where people draw the middle of their badge on squares, by
// mouse or by keys, the badge live beside it. What the pen does is pen's; this
// package knows keys, clicks and how squares stand in cells.
package draw

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/designer/pen"
	"insignia/tui/screen"
)

// Screen is the sheet on the table.
type Screen struct {
	sheet *pen.Sheet
	zoom  zoom // chosen, or as the room allows
	top   int  // the first row of cells shown, and the first column
	left  int
	kept  string // the drawing as the draft has it
}

// zoom is how squares stand in cells.
type zoom uint8

const (
	byRoom zoom = iota
	large       // a square is two cells beside each other
	small       // two squares, one over the other, are a cell
)

// New returns the sheet with the badge's drawing on it.
func New(env screen.Env) *Screen {
	s := &Screen{kept: env.Draft.Look.Pixels}
	g, _ := designer.ParseGrid(s.kept) // one that cannot be read is told by the picture's problems
	s.sheet = pen.New(g)
	return s
}

// Keys of this screen alone.
var (
	keyPress  = key.NewBinding(key.WithKeys("space", " "))
	keyHold   = key.NewBinding(key.WithKeys("enter"))
	keyMirror = key.NewBinding(key.WithKeys("m"))
	keySolid  = key.NewBinding(key.WithKeys("o"))
	keySize   = key.NewBinding(key.WithKeys("g"))
	keyZoom   = key.NewBinding(key.WithKeys("z"))
	keyFlip   = key.NewBinding(key.WithKeys("h"))
	keyOver   = key.NewBinding(key.WithKeys("v"))
	keyTurn   = key.NewBinding(key.WithKeys("t"))
	keyClear  = key.NewBinding(key.WithKeys("n"))
	keyUndo   = key.NewBinding(key.WithKeys("u", "ctrl+z", "backspace"))
	keyRedo   = key.NewBinding(key.WithKeys("r", "ctrl+y", "ctrl+shift+z"))
)

// tools by their letters.
var tools = map[string]pen.Tool{
	"p": pen.Pencil, "l": pen.Line, "b": pen.Box, "c": pen.Circle, "f": pen.Fill, "i": pen.Pick, "e": pen.Eraser,
}

// ways are the arrows: plain they move the pen, with shift the whole drawing.
var ways = map[string][2]int{"left": {-1, 0}, "right": {1, 0}, "up": {0, -1}, "down": {0, 1}}

// Typing reports that letters are keys here.
func (s *Screen) Typing() bool { return false }

// Dragged implements screen.Dragged.
func (s *Screen) Dragged() bool { return true }

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if key.Matches(msg, screen.KeyEsc) {
			if s.sheet.Drawing() {
				s.sheet.Cancel()
				return s, nil
			}
			return s, append(s.keep(env), screen.Return{})
		}
		say := s.key(msg)
		s.follow(env)
		acts := s.keep(env)
		if say != "" {
			acts = append(acts, screen.Say{Text: env.Words.T(say)})
		}
		return s, acts
	case screen.Click:
		s.click(msg, env)
		return s, s.keep(env)
	case screen.Drag:
		if msg.ID == "canvas" {
			s.sheet.Move(s.square(msg.At, env))
			s.follow(env)
		}
	case screen.Release:
		s.sheet.Up()
		return s, s.keep(env)
	case screen.Reload:
		if env.Draft.Look.Pixels != s.kept {
			n := New(env)
			n.zoom = s.zoom
			return n, nil
		}
	}
	return s, nil
}

// key does what a key means; it returns the key of a sentence, or none.
func (s *Screen) key(k tea.KeyPressMsg) string {
	p, written := s.sheet, k.String()
	if by, ok := ways[written]; ok {
		p.Move(p.X+by[0], p.Y+by[1])
		return ""
	}
	if len(written) > 6 && written[:6] == "shift+" {
		if by, ok := ways[written[6:]]; ok {
			p.Shift(by[0], by[1])
		}
		return ""
	}
	if t, ok := tools[written]; ok {
		s.take(t)
		return ""
	}
	if len(written) == 1 && written[0] >= '1' && int(written[0]-'1') < designer.Inks {
		s.ink(designer.Ink(written[0] - '0'))
		return ""
	}
	switch {
	case key.Matches(k, keyPress):
		p.Press()
	case key.Matches(k, keyHold):
		if p.Drawing() {
			p.Up()
		} else {
			p.Down(p.X, p.Y)
		}
	case key.Matches(k, keyMirror):
		all := pen.Mirrors()
		p.Mirror = all[(int(p.Mirror)+1)%len(all)]
	case key.Matches(k, keySolid):
		p.Solid = !p.Solid
	case key.Matches(k, keySize):
		s.resize()
	case key.Matches(k, keyZoom):
		s.zoom = s.zoom%small + 1
	case key.Matches(k, keyFlip):
		p.Flip(true)
	case key.Matches(k, keyOver):
		p.Flip(false)
	case key.Matches(k, keyTurn):
		p.Turn()
	case key.Matches(k, keyClear):
		p.Clear()
	case key.Matches(k, keyUndo):
		if !p.Undo() {
			return "ui.undo.none"
		}
	case key.Matches(k, keyRedo):
		if !p.Redo() {
			return "ui.redo.none"
		}
	}
	return ""
}

// take changes the tool; a stroke that is not finished ends as it is.
func (s *Screen) take(t pen.Tool) {
	s.sheet.Up()
	s.sheet.Tool = t
}

// ink changes the ink, and from the eraser back to the pencil.
func (s *Screen) ink(k designer.Ink) {
	s.sheet.Up()
	s.sheet.Ink = k
	if s.sheet.Tool == pen.Eraser || s.sheet.Tool == pen.Pick {
		s.sheet.Tool = pen.Pencil
	}
}

// resize goes on to the next number of squares.
func (s *Screen) resize() {
	g, sides := s.sheet.Grid(), designer.GridSides()
	for i, n := range sides {
		if n == g.Side() {
			s.sheet.Resize(sides[(i+1)%len(sides)])
			return
		}
	}
}

// click does what a button means, or puts the pen down.
func (s *Screen) click(c screen.Click, env screen.Env) {
	if c.ID == "canvas" {
		s.sheet.Down(s.square(c.At, env))
		return
	}
	if len(c.ID) < 3 {
		return
	}
	switch what, which := c.ID[:2], c.ID[2:]; what {
	case "t:":
		s.take(tools[which])
	case "k:":
		if n, err := strconv.Atoi(which); err == nil && n >= 1 && n <= designer.Inks {
			s.ink(designer.Ink(n))
		}
	case "d:":
		s.key(tea.KeyPressMsg{Code: rune(which[0]), Text: which})
	}
}

// keep makes the drawing the draft's, once a stroke is finished.
func (s *Screen) keep(env screen.Env) []screen.Action {
	if s.sheet.Drawing() {
		return nil
	}
	g := s.sheet.Grid()
	now := g.String()
	if g.Empty() {
		now = ""
	}
	if now == s.kept {
		return nil
	}
	s.kept = now
	d := env.Draft.Clone()
	if d.Look.Pixels = now; now != "" {
		d.Look.Centre = "drawing"
	}
	return []screen.Action{screen.Edit{Draft: d, Field: "look.pixels"}}
}
