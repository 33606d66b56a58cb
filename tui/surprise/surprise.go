// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package surprise is where people choose one of four designs, or four others.
// What is designed is render/surprise's.
package surprise

import (
	"image"
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/render/surprise"
	"insignia/tui/screen"
)

// Screen is four designs.
type Screen struct {
	seed  uint64
	looks [surprise.Count]designer.Look
	at    int
}

// New returns the first four for the open badge.
func New(env screen.Env) *Screen {
	s := &Screen{}
	s.turn(env.Draft, 1)
	return s
}

var (
	keyMore = key.NewBinding(key.WithKeys("space", " ", "r"))
	keyBack = key.NewBinding(key.WithKeys("backspace"))
)

// Typing reports that letters are keys here.
func (s *Screen) Typing() bool { return false }

// turn goes to other four.
func (s *Screen) turn(d designer.Draft, seed uint64) {
	s.seed, s.at = seed, 0
	s.looks = surprise.Looks(d, seed)
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	n := *s
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch k := msg.String(); {
		case key.Matches(msg, screen.KeyEsc):
			return &n, []screen.Action{screen.Return{}}
		case key.Matches(msg, keyMore), key.Matches(msg, screen.KeySurprise):
			n.turn(env.Draft, n.seed+1)
		case key.Matches(msg, keyBack):
			n.turn(env.Draft, max(n.seed-1, 1))
		case key.Matches(msg, screen.KeyRight, screen.KeyDown, screen.KeyTab):
			n.at = (n.at + 1) % surprise.Count
		case key.Matches(msg, screen.KeyLeft, screen.KeyUp, screen.KeyBackTab):
			n.at = (n.at + surprise.Count - 1) % surprise.Count
		case len(k) == 1 && k[0] >= '1' && k[0] < '1'+surprise.Count:
			n.at = int(k[0] - '1')
		case key.Matches(msg, screen.KeyEnter):
			return &n, n.take(env)
		}
	case screen.Click:
		i, err := strconv.Atoi(msg.ID)
		switch {
		case msg.ID == "more":
			n.turn(env.Draft, n.seed+1)
		case err != nil || i < 0 || i >= surprise.Count:
		case i == n.at:
			return &n, n.take(env)
		default:
			n.at = i
		}
	}
	return &n, nil
}

// take gives the chosen design to the badge: one step of undo.
func (s *Screen) take(env screen.Env) []screen.Action {
	d := env.Draft.Clone()
	d.Look = s.looks[s.at]
	return []screen.Action{screen.Edit{Draft: d, Field: "look.shape", Apart: true}, screen.Return{}}
}

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	a := env.Area
	line := func(id string, y int, text string) screen.Layer {
		return screen.Layer{ID: id, Area: image.Rect(a.Min.X+1, y, a.Max.X-1, y+1), Text: env.Widths.Truncate(text, a.Dx()-2, "…")}
	}
	out := []screen.Layer{line("title", a.Min.Y, env.Theme.Strong.Render(env.Words.T("surprise.title")))}
	body := image.Rect(a.Min.X+1, a.Min.Y+1, a.Max.X-1, a.Max.Y-1)
	picture := func(i int, r image.Rectangle) {
		d := env.Draft.Clone()
		d.Look = s.looks[i]
		l := env.PictureOf(d, r)
		l.ID = strconv.Itoa(i)
		out = append(out, l)
	}
	label := func(i int) string {
		if n := strconv.Itoa(i + 1); i == s.at {
			return env.Theme.Accent.Bold(true).Render("› " + n + " ‹")
		} else {
			return env.Theme.Dim.Render("  " + n)
		}
	}
	cols, rows := grid(body.Dx(), body.Dy())
	if cols == 1 { // no room for more than one
		picture(s.at, image.Rect(body.Min.X, body.Min.Y, body.Max.X, body.Max.Y-1))
		out = append(out, line("label", body.Max.Y-1, label(s.at)+env.Theme.Dim.Render(" / "+strconv.Itoa(surprise.Count))))
	} else {
		w, h := body.Dx()/cols, body.Dy()/rows
		for i := range surprise.Count {
			r := image.Rect(0, 0, w, h-1).Add(body.Min).Add(image.Pt(i%cols*w, i/cols*h))
			picture(i, image.Rect(r.Min.X+1, r.Min.Y, r.Max.X-1, r.Max.Y))
			mid := r.Min.X + max(0, w/2-3)
			out = append(out, screen.Layer{ID: strconv.Itoa(i), Area: image.Rect(mid, r.Max.Y, r.Max.X, r.Max.Y+1), Text: label(i)})
		}
	}
	more := env.Theme.Accent.Render("space") + " " + env.Theme.Dim.Render(env.Words.T("surprise.more", "n", strconv.FormatUint(s.seed, 10)))
	return append(out, line("more", a.Max.Y-1, more))
}

// grid is in how many columns and rows four squares are largest on w by h cells,
// each with a line under it.
func grid(w, h int) (cols, rows int) {
	best := 0
	for _, g := range [][2]int{{4, 1}, {2, 2}} {
		if side := min((w/g[0]-2)/2, h/g[1]-1); side > best {
			best, cols, rows = side, g[0], g[1]
		}
	}
	if best < 5 {
		return 1, 1
	}
	return cols, rows
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	return []key.Binding{
		screen.Named(env.Words, screen.KeyRight, "← →", "choose"),
		screen.Named(env.Words, screen.KeyEnter, "enter", "take"),
		screen.Named(env.Words, keyMore, "space", "others"),
		screen.Named(env.Words, keyBack, "backspace", "earlier"),
		screen.Named(env.Words, screen.KeyEsc, "esc", "done"),
	}
}

var _ screen.Screen = (*Screen)(nil)
