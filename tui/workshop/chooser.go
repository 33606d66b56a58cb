// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/internal/clean"
	"insignia/tui/field"
	"insignia/tui/screen"
)

const pathMost = 1000 // characters of a folder's name

// chooser asks for one of some things by one key, or for another one in words.
type chooser struct {
	title, other string // keys of words
	options      []option
	at           int // len(options) is the other one
	needs        bool
	limit        int
	in           *field.Input // while the other one is typed
	then         func(value string) []screen.Action
}

type option struct{ value, label, note string }

// newChooser returns a chooser whose words have these keys.
func newChooser(title, other string, limit int) *chooser {
	return &chooser{title: title, other: other, limit: limit}
}

func (c *chooser) typing() bool { return c.in != nil }

// update takes a key; done says that it was answered.
func (c *chooser) update(msg tea.Msg, env screen.Env) (acts []screen.Action, done bool) {
	if c.in != nil {
		return c.type1(msg, env)
	}
	switch m := msg.(type) {
	case screen.Click:
		n, ok := strings.CutPrefix(m.ID, "option:")
		i, err := strconv.Atoi(n)
		if !ok || err != nil || i > len(c.options) {
			return nil, false
		}
		c.at = i
		return c.choose(env)
	case tea.PasteMsg:
		c.at = len(c.options)
		c.choose(env)
		return c.type1(m, env)
	case tea.KeyPressMsg:
		switch {
		case key.Matches(m, screen.KeyUp, screen.KeyBackTab):
			c.at = max(0, c.at-1)
		case key.Matches(m, screen.KeyDown, screen.KeyTab):
			c.at = min(len(c.options), c.at+1)
		case key.Matches(m, screen.KeyEnter):
			return c.choose(env)
		case m.Text == "0":
			c.at = len(c.options)
			return c.choose(env)
		default:
			if n, err := strconv.Atoi(m.Text); err == nil && n >= 1 && n <= len(c.options) {
				c.at = n - 1
				return c.choose(env)
			}
		}
	}
	return nil, false
}

// choose takes what the cursor is on.
func (c *chooser) choose(env screen.Env) (acts []screen.Action, done bool) {
	if c.at < len(c.options) {
		return c.then(c.options[c.at].value), true
	}
	c.in = field.NewInput(c.limit)
	c.in.Focus(env)
	return nil, false
}

// type1 takes the other one as it is typed.
func (c *chooser) type1(msg tea.Msg, env screen.Env) (acts []screen.Action, done bool) {
	switch msg.(type) {
	case screen.Reload:
		c.in.Focus(env)
		return nil, false
	case tea.KeyPressMsg, tea.PasteMsg:
	default:
		return nil, false
	}
	move, _, say := c.in.Update(msg, env)
	v, _ := clean.Line(c.in.Value())
	v = strings.TrimSpace(v)
	switch {
	case move == field.Enter && (v != "" || !c.needs):
		return c.then(v), true
	case move == field.Up, move == field.Behind:
		c.in, c.at = nil, max(0, len(c.options)-1)
	case say != "":
		return []screen.Action{screen.Say{Text: say}}, false
	}
	return nil, false
}

func (c *chooser) layers(env screen.Env) []screen.Layer {
	t, w := env.Theme, min(env.Area.Dx()-2, widest)
	var p screen.Page
	for _, l := range wrap(env, env.Words.T(c.title), w) {
		p.Add(" " + t.Strong.Render(l))
	}
	if env.Area.Dy() >= helpful {
		p.Add("")
	}
	head := len(p.Lines)
	col := 0
	for _, o := range c.options {
		col = max(col, env.Widths.StringWidth(o.label))
	}
	col = min(col, w/2)
	for i, o := range append(c.options[:len(c.options):len(c.options)], option{label: env.Words.T(c.other)}) {
		n := strconv.Itoa((i + 1) % (len(c.options) + 1))
		if i >= 9 && i < len(c.options) {
			n = " "
		}
		mark, style := "  ", t.Text
		if i == c.at {
			mark, style = "› ", t.Accent.Bold(true)
		}
		text := o.label
		if i < len(c.options) {
			text = pad(env, env.Widths.Truncate(o.label, col, "…"), col)
		}
		line := style.Render(mark + n + " " + text)
		if room := w - 6 - col; o.note != "" && room > 3 {
			line += "  " + t.Dim.Render(env.Widths.Truncate(o.note, room, "…"))
		}
		lines := []string{line}
		if i == c.at && c.in != nil {
			for _, l := range c.in.View(env, max(w-4, 8)) {
				lines = append(lines, "    "+l)
			}
		}
		if i == c.at {
			p.Focus(len(lines)-1, lines...)
		} else {
			p.Add(lines...)
		}
	}
	top := p.Top(env.Area.Dy())
	var out []screen.Layer
	for y, l := range p.Lines[top:min(len(p.Lines), top+env.Area.Dy())] {
		area := env.Area
		area.Min.Y += y
		area.Max.Y = area.Min.Y + 1
		id := "title"
		if i := top + y - head; i >= 0 {
			id = "option:" + strconv.Itoa(i)
		}
		out = append(out, screen.Layer{ID: id, Area: area, Text: l})
	}
	return out
}

func (c *chooser) keys(env screen.Env) []key.Binding {
	return []key.Binding{
		screen.Named(env.Words, screen.KeyEnter, "enter", "choose"),
		screen.Named(env.Words, screen.KeyEsc, "esc", "back"),
	}
}
