// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/render"
	"insignia/tui/field"
	"insignia/tui/screen"
)

// turned draws a value that the left and right arrows turn.
func turned(env screen.Env, value string, focused bool, w int) ([]string, int) {
	if !focused {
		return field.Rest(env, value, w), -1
	}
	t := env.Theme
	value = env.Widths.Truncate(value, max(w-4, 1), "…")
	return []string{t.Accent.Render("‹ ") + t.Strong.Render(value) + t.Accent.Render(" ›")}, 0
}

// minutes is how long the workshop takes in all. Digits say it at once.
type minutes struct {
	f       *form
	focused bool
	digits  string // typed so far
}

const minutesStep = 5 // what an arrow adds

func (m *minutes) typing() bool           { return false }
func (m *minutes) blur(screen.Env) string { m.focused, m.digits = false, ""; return "" }

func (m *minutes) focus(screen.Env, bool) { m.focused, m.digits = true, "" }

func (m *minutes) update(msg tea.Msg, env screen.Env) (field.Move, string) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return field.Stay, ""
	}
	if move := field.MoveOf(k); move != field.Stay {
		return move, ""
	}
	digits := m.digits
	m.digits = ""
	total := m.f.on.Minutes()
	switch {
	case key.Matches(k, screen.KeyRight):
		total += minutesStep - total%minutesStep
	case key.Matches(k, screen.KeyLeft):
		total -= (total-1)%minutesStep + 1
	case k.Text == "+":
		total++
	case k.Text == "-", k.Text == "−":
		total--
	case k.String() == "backspace" && digits != "":
		m.digits = digits[:len(digits)-1]
		total, _ = strconv.Atoi(m.digits)
	default:
		n, err := strconv.Atoi(digits + k.Text)
		if k.Text == "" || err != nil || len(digits) >= 4 {
			return field.Stay, ""
		}
		m.digits, total = digits+k.Text, n
	}
	say := m.f.scale(total, env)
	if m.digits != "" {
		say = "" // half a number is not a mistake yet
	}
	return field.Stay, say
}

func (m *minutes) view(env screen.Env, w int) ([]string, int) {
	value := env.Words.T("workshop.minutes.all", "n", m.f.on.Minutes())
	if m.digits != "" && m.digits != strconv.Itoa(m.f.on.Minutes()) {
		value = m.digits + " …"
	}
	return turned(env, value, m.focused, w)
}

// colours is the palette that a new badge begins with; "" leaves it to each.
type colours struct {
	on      *designer.Workshop
	focused bool
}

func (c *colours) typing() bool           { return false }
func (c *colours) blur(screen.Env) string { c.focused = false; return "" }
func (c *colours) focus(screen.Env, bool) { c.focused = true }

func palettes() []string {
	out := []string{""}
	for _, p := range render.Palettes() {
		out = append(out, p.Name)
	}
	return out
}

func (c *colours) update(msg tea.Msg, _ screen.Env) (field.Move, string) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return field.Stay, ""
	}
	by := 0
	switch {
	case key.Matches(k, screen.KeyLeft):
		by = -1
	case key.Matches(k, screen.KeyRight), k.Text == " ":
		by = 1
	default:
		return field.MoveOf(k), ""
	}
	all := palettes()
	i := max(0, slices.Index(all, c.on.Colours))
	c.on.Colours = all[(i+by+len(all))%len(all)]
	return field.Stay, ""
}

func (c *colours) view(env screen.Env, w int) ([]string, int) {
	name := c.on.Colours
	switch {
	case name == "":
		name = env.Words.T("workshop.colours.each")
	case env.Words.Known("colour." + name):
		name = env.Words.T("colour." + name)
	}
	return turned(env, name, c.focused, w)
}

// skips are the core fields that the tables may leave open.
type skips struct {
	on      *designer.Workshop
	at      int
	focused bool
}

// skippable are the fields somebody else can fill in later. The look has an
// answer from the start.
func skippable() []string {
	var out []string
	for _, f := range designer.Fields() {
		if f.Core && f.Question != designer.AskLook {
			out = append(out, f.ID)
		}
	}
	return out
}

func (s *skips) typing() bool           { return false }
func (s *skips) blur(screen.Env) string { s.focused = false; return "" }

func (s *skips) focus(_ screen.Env, fromEnd bool) {
	s.focused, s.at = true, 0
	if fromEnd {
		s.at = len(skippable()) - 1
	}
}

func (s *skips) update(msg tea.Msg, _ screen.Env) (field.Move, string) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return field.Stay, ""
	}
	all := skippable()
	switch move := field.MoveOf(k); {
	case move == field.Down && s.at < len(all)-1:
		s.at++
	case move == field.Up && s.at > 0:
		s.at--
	case move != field.Stay:
		return move, ""
	case k.Text == " ", k.Text == "x", key.Matches(k, screen.KeyLeft, screen.KeyRight):
		s.toggle(all[s.at])
	}
	return field.Stay, ""
}

// toggle keeps the fields in the order of the exercise.
func (s *skips) toggle(id string) {
	was := s.on.Skips(id)
	var out []string
	for _, f := range designer.Fields() {
		if s.on.Skips(f.ID) && f.ID != id || f.ID == id && !was {
			out = append(out, f.ID)
		}
	}
	s.on.Skip = out
}

func (s *skips) view(env screen.Env, w int) ([]string, int) {
	if !s.focused {
		var names []string
		for _, id := range s.on.Skip {
			names = append(names, env.Words.T("field."+id+".label"))
		}
		if len(names) == 0 {
			names = []string{env.Words.T("workshop.skip.nothing")}
		}
		return field.Rest(env, strings.Join(names, " · "), w), -1
	}
	var out []string
	for i, id := range skippable() {
		mark, style, box := "  ", env.Theme.Text, "[ ] "
		if s.on.Skips(id) {
			box = "[x] "
		}
		if i == s.at {
			mark, style = "› ", env.Theme.Accent.Bold(true)
		}
		label := env.Widths.Truncate(env.Words.T("field."+id+".label"), max(w-6, 1), "…")
		out = append(out, style.Render(mark+box+label))
	}
	return out, s.at
}
