// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package bin is what was deleted and can still be brought back. It knows what
// it is given and reads no store.
package bin

import (
	"cmp"
	"image"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/tui/screen"
)

// Screen is the list of what was deleted, the last that went first.
type Screen struct {
	at int
	id string // of what has the cursor
}

// New returns the list with the cursor on what was deleted last.
func New() *Screen { return &Screen{} }

// Typing implements screen.Screen.
func (s *Screen) Typing() bool { return false }

// settle puts the cursor back on what it was on, or where that was.
func (s *Screen) settle(env screen.Env) {
	if i := slices.IndexFunc(env.Gone, func(g screen.Gone) bool { return g.ID == s.id }); i >= 0 {
		s.at = i
		return
	}
	s.to(s.at, env)
}

func (s *Screen) to(at int, env screen.Env) {
	s.at, s.id = max(0, min(at, len(env.Gone)-1)), ""
	if len(env.Gone) > 0 {
		s.id = env.Gone[s.at].ID
	}
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	s.settle(env)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s, s.key(msg, env)
	case screen.Click:
		text, ok := strings.CutPrefix(msg.ID, "gone:")
		i, err := strconv.Atoi(text)
		if !ok || err != nil || i >= len(env.Gone) {
			break
		}
		if i == s.at {
			return s, s.bringBack(env)
		}
		s.to(i, env)
	}
	return s, nil
}

func (s *Screen) key(k tea.KeyPressMsg, env screen.Env) []screen.Action {
	page := max(1, env.Area.Dy()-4)
	switch {
	case key.Matches(k, screen.KeyEsc):
		return []screen.Action{screen.Return{}}
	case key.Matches(k, screen.KeyEnter):
		return s.bringBack(env)
	case key.Matches(k, screen.KeyUp, screen.KeyBackTab):
		s.to(s.at-1, env)
	case key.Matches(k, screen.KeyDown, screen.KeyTab):
		s.to(s.at+1, env)
	case key.Matches(k, screen.KeyPrev):
		s.to(s.at-page, env)
	case key.Matches(k, screen.KeyNext):
		s.to(s.at+page, env)
	case k.String() == "home":
		s.to(0, env)
	case k.String() == "end":
		s.to(len(env.Gone)-1, env)
	}
	return nil
}

func (s *Screen) bringBack(env screen.Env) []screen.Action {
	if len(env.Gone) == 0 {
		return nil
	}
	return []screen.Action{screen.BringBack{Gone: env.Gone[s.at]}}
}

const (
	beside  = 64 // columns from which the badge is shown beside the list
	airy    = 12 // rows from which there is air under the title
	widest  = 96 // columns of a line that is easy to read
	longest = 44 // columns of the picture
)

// Layers implements screen.Screen: a layer a line, so that each can be clicked.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	now := *s
	s = &now
	s.settle(env)
	a := env.Area
	var out []screen.Layer
	if a.Dx() >= beside && len(env.Gone) > 0 {
		w := min(a.Dx()*2/5, longest)
		side := image.Rect(a.Max.X-w-1, a.Min.Y, a.Max.X-1, a.Max.Y)
		a.Max.X = side.Min.X - 2
		if g := env.Gone[s.at]; !g.Workshop {
			rows := max(4, min(w/2, a.Dy()-4))
			left, under := side.Min.X+(w-2*rows)/2, side
			under.Min.Y += rows + 1
			out = append(out, env.PictureOf(g.Badge, image.Rect(left, a.Min.Y, left+2*rows, a.Min.Y+rows)),
				screen.Layer{ID: "about", Area: under, Text: env.Theme.Strong.Render(env.Widths.Truncate(cmp.Or(g.Name, env.Words.T("ui.unnamed")), w, "…")) +
					"\n" + env.Theme.Dim.Render(env.Words.T("ui.answered", "n", g.Badge.Answered()))})
		}
	}
	y := a.Min.Y
	put := func(id, text string) {
		if y < a.Max.Y {
			out = append(out, screen.Layer{ID: id, Area: image.Rect(a.Min.X, y, a.Max.X, y+1), Text: text})
		}
		y++
	}
	text := env.Words.T("bin.title")
	if len(env.Gone) == 0 {
		text = env.Words.T("line.bin.none")
	}
	for _, l := range strings.Split(env.Widths.Wrap(text, max(8, min(a.Dx()-2, widest)), ""), "\n") {
		put("title", " "+env.Theme.Strong.Render(l))
	}
	if a.Dy() >= airy {
		y++
	}
	room := max(1, a.Max.Y-y)
	from := max(0, min(s.at-room/2, len(env.Gone)-room))
	for i := from; i < min(len(env.Gone), from+room); i++ {
		put("gone:"+strconv.Itoa(i), row(env, env.Gone[i], i == s.at, min(a.Dx(), widest)))
	}
	return out
}

// row draws something that was deleted: what it is called, when it went and how
// long it stays.
func row(env screen.Env, g screen.Gone, here bool, w int) string {
	mark, style := "  ", env.Theme.Text
	if here {
		mark, style = "› ", env.Theme.Accent.Bold(true)
	}
	tail := env.Words.N("bin.left", g.Days)
	if w >= 46 {
		tail = screen.Moment(g.At, env.Now, env.Words) + "  " + tail
	}
	room := max(4, w-env.Widths.StringWidth(tail)-5)
	name := env.Widths.Truncate(called(env, g), room, "…")
	gap := strings.Repeat(" ", max(0, room-env.Widths.StringWidth(name)))
	return style.Render(mark+name) + gap + "  " + env.Theme.Dim.Render(tail)
}

// called is what something that was deleted is called.
func called(env screen.Env, g screen.Gone) string {
	if g.Workshop {
		return env.Words.T("line.bin.workshop", "name", cmp.Or(g.Name, env.Words.T("workshop.untitled")))
	}
	name := cmp.Or(g.Name, env.Words.T("ui.unnamed"))
	if g.Badge.Team != "" {
		name += " · " + g.Badge.Team
	}
	return name
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	back := screen.Named(env.Words, screen.KeyEsc, "esc", "back")
	if len(env.Gone) == 0 {
		return []key.Binding{back}
	}
	return []key.Binding{screen.Named(env.Words, screen.KeyEnter, "enter", "bring-back"), back}
}

var _ screen.Screen = (*Screen)(nil)
