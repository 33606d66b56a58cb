// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package present

import (
	"image"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/render/letters"
	"insignia/tui/screen"
)

const turnID = "turn:"

// queueKey moves the cursor in the queue, and takes the badge it is on.
func (s *Screen) queueKey(k tea.KeyPressMsg, env screen.Env) {
	last := len(env.Shown) - 1
	switch {
	case key.Matches(k, screen.KeyDown, keyNext):
		s.pick = min(s.pick+1, last)
	case key.Matches(k, screen.KeyUp, keyPrev):
		s.pick = max(s.pick-1, 0)
	case key.Matches(k, keyStart):
		s.pick = 0
	case key.Matches(k, keyEnd):
		s.pick = max(0, last)
	case key.Matches(k, screen.KeyEsc, keyQueue):
		s.mode = pages
	case key.Matches(k, keyOn), key.Matches(k, keyBack):
		if key.Matches(k, keyOn) && s.pick != s.turn {
			s.take(s.pick, env)
		}
		s.mode = pages
	}
}

// turnOf is the badge that was clicked.
func (s *Screen) turnOf(c screen.Click, env screen.Env) (int, bool) {
	id, ok := strings.CutPrefix(c.ID, turnID)
	n, err := strconv.Atoi(id)
	return n, ok && err == nil && n < len(env.Shown)
}

// queueLayers shows whose turn it is, and who comes then.
func (s *Screen) queueLayers(env screen.Env, g grid) []screen.Layer {
	w := env.Words
	f := s.queueFace(env, g)
	label := map[int]string{s.turn: w.T("present.now"), s.turn + 1: w.T("present.then")}
	mark := f.width("›") + f.width("n n") - f.width("nn")
	name := mark + max(f.width(label[s.turn]), f.width(label[s.turn+1])) + f.width("n n")
	per := max(1, g.body.Dy()/f.pitch)
	from := max(0, min(s.pick-per/2, len(env.Shown)-per))
	to := min(len(env.Shown), from+per)
	out := []screen.Layer{{ID: "page", Area: env.Area}}
	y := g.body.Min.Y + (g.body.Dy()-(to-from)*f.pitch)/2
	for i := from; i < to; i++ {
		style, sign := env.Theme.Text, ""
		switch {
		case i == s.pick:
			style, sign = env.Theme.Accent.Bold(true), "›"
		case i < s.turn:
			style = env.Theme.Dim
		}
		id := turnID + strconv.Itoa(i)
		out = append(out, screen.Layer{ID: id, Area: image.Rect(g.body.Min.X, y, g.body.Max.X, y+f.pitch)})
		for _, c := range []struct {
			x    int
			text string
		}{{0, sign}, {mark, label[i]}, {name, f.briefly(env, i, g.body.Dx()-name)}} {
			if c.text == "" {
				continue
			}
			b := block{face: f, lines: []line{{0, c.text}}}
			for _, l := range b.layers(image.Pt(g.body.Min.X+c.x, y), g.body, style) {
				l.ID = id
				out = append(out, l)
			}
		}
		y += f.pitch
	}
	head := block{face: plain(env.Widths, 0), lines: []line{{0, w.T("present.turns")}}}
	if f.size > 0 {
		head.face = large(letters.Least)
	}
	return append(out, head.layers(g.head.Min, g.head, env.Theme.Accent.Bold(true))...)
}

// queueFace is how the queue is set.
func (s *Screen) queueFace(env screen.Env, g grid) face {
	f := single(plain(env.Widths, 0))
	if g.body.Dy() >= 2*len(env.Shown) {
		f.pitch = 2
	}
	if !g.tall {
		return f
	}
	for _, d := range env.Shown {
		if !letters.Can(who(d, env.Words)) {
			return f
		}
	}
	return large(letters.Least)
}

// briefly is a badge in w cells: its team and name, or what of them fits.
func (f face) briefly(env screen.Env, turn, w int) string {
	d := env.Shown[turn]
	text := who(d, env.Words)
	if team := strings.TrimSpace(d.Team); f.size > 0 && f.width(text) > w && team != "" && f.width(team) <= w {
		return team
	}
	return f.cut(text, w)
}

// cut shortens a line of a list to w cells.
func (f face) cut(s string, w int) string {
	if f.size == 0 {
		return f.widths.Truncate(s, max(1, w), "…")
	}
	if f.width(s) <= w {
		return s
	}
	r := []rune(s)
	for len(r) > 1 && f.width(string(r)+"…") > w {
		r = r[:len(r)-1]
	}
	return string(r) + "…"
}
