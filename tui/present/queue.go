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
	out := []screen.Layer{{ID: "page", Area: env.Area}}
	f := plain(env.Widths, 0)
	if g.body.Dy() >= 2*len(env.Shown) {
		f.pitch = 2
	}
	word := func(key string) string { return env.Words.T(key) }
	room := g.body.Dx()
	if g.tall {
		z := letters.Least
		can := letters.Can(word("present.now") + word("present.then"))
		for _, d := range env.Shown {
			can = can && letters.Can(who(d, env.Words))
		}
		if can && g.body.Dy() >= 3*z.Rows() {
			f = large(z)
		}
	}
	mark := max(f.width(word("present.now")), f.width(word("present.then"))) + f.width("n n")
	per := max(1, g.body.Dy()/f.pitch)
	at := s.pick
	from := max(0, min(at-per/2, len(env.Shown)-per))
	y := g.body.Min.Y
	if n := len(env.Shown) * f.pitch; n < g.body.Dy() {
		y += (g.body.Dy() - n) / 2
	}
	for i := from; i < min(len(env.Shown), from+per); i++ {
		style, label := env.Theme.Text, ""
		switch i {
		case s.turn:
			label = word("present.now")
		case s.turn + 1:
			label = word("present.then")
		}
		if i < s.turn {
			style = env.Theme.Dim
		}
		if i == s.pick {
			style = env.Theme.Accent.Bold(true)
		}
		id := turnID + strconv.Itoa(i)
		text := who(env.Shown[i], env.Words)
		text = f.cut(text, room-mark-2)
		area := image.Rect(g.body.Min.X, y, g.body.Max.X, y+f.pitch)
		out = append(out, screen.Layer{ID: id, Area: area})
		for _, c := range []struct {
			x    int
			text string
		}{{g.body.Min.X + 2, label}, {g.body.Min.X + 2 + mark, text}} {
			if c.text == "" {
				continue
			}
			b := block{face: f, lines: []line{{0, c.text}}}
			for _, l := range b.layers(image.Pt(c.x, y), g.body, style) {
				l.ID = id
				out = append(out, l)
			}
		}
		if i == s.pick {
			out = append(out, screen.Layer{ID: id, Area: image.Rect(g.body.Min.X, y+f.pitch/2, g.body.Min.X+1, y+f.pitch/2+1), Text: style.Render("›")})
		}
		y += f.pitch
	}
	head := block{face: plain(env.Widths, 0), lines: []line{{0, word("present.turns")}}}
	if g.tall && letters.Can(word("present.turns")) {
		head.face = large(letters.Least)
	}
	return append(out, head.layers(g.head.Min, g.head, env.Theme.Accent.Bold(true))...)
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
