// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package present

import (
	"image"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"insignia/render/letters"
	"insignia/tui/big"
	"insignia/tui/screen"
)

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	g := gridOf(env.Area)
	whole := screen.Layer{ID: "page", Area: env.Area}
	switch {
	case s.mode == blank:
		return []screen.Layer{whole}
	case len(env.Shown) == 0:
		return []screen.Layer{s.nothing(env, g)}
	case s.mode == queue:
		return append(s.queueLayers(env, g), s.time(env, g)...)
	}
	all := s.sheets(env, s.turn)
	at := s.at(all)
	out := append([]screen.Layer{whole}, s.page(env, g, all[at])...)
	out = append(out, s.heading(env, g, all, at)...)
	out = append(out, s.foot(env, g, at, len(all))...)
	return append(out, s.time(env, g)...)
}

// nothing says that there is nothing to present.
func (s *Screen) nothing(env screen.Env, g grid) screen.Layer {
	return screen.Layer{ID: "page", Area: g.body, Text: env.Widths.Wrap(env.Words.T("present.none"), max(1, g.body.Dx()), "")}
}

// page is the text of a page, in the middle, and the picture where it has one.
func (s *Screen) page(env screen.Env, g grid, p sheet) []screen.Layer {
	if p.badge < 0 {
		x := g.body.Min.X + (g.body.Dx()-p.text.w)/2
		y := g.body.Min.Y + (g.body.Dy()-p.text.h)/2
		return p.text.layers(image.Pt(x, y), g.body, s.style(env, p.text))
	}
	picture, beside := g.split(p.say.Heading == "")
	out := []screen.Layer{env.PictureOf(env.Shown[p.badge], picture)}
	h := p.text.h
	for i, b := range p.under {
		h += b.h
		if i == 0 || b.face.size > 0 {
			h++
		}
	}
	y := beside.Min.Y + (beside.Dy()-h)/2
	out = append(out, p.text.layers(image.Pt(beside.Min.X, y), beside, env.Theme.Strong)...)
	y += p.text.h
	for i, b := range p.under {
		if i == 0 || b.face.size > 0 {
			y++
		}
		out = append(out, b.layers(image.Pt(beside.Min.X, y), beside, env.Theme.Dim)...)
		y += b.h
	}
	return out
}

func (s *Screen) style(env screen.Env, b block) lipgloss.Style {
	if b.face.size > 0 {
		return env.Theme.Text
	}
	return env.Theme.Strong
}

// layers draws a block from a corner on, a layer a line.
func (b block) layers(at image.Point, within image.Rectangle, style lipgloss.Style) []screen.Layer {
	var out []screen.Layer
	for _, l := range b.lines {
		rows := b.face.draw(l.text)
		for i := range rows {
			rows[i] = style.Render(rows[i])
		}
		area := image.Rect(at.X, at.Y+l.y, within.Max.X, at.Y+l.y+len(rows))
		out = append(out, screen.Layer{ID: "page", Area: area, Text: strings.Join(rows, "\n")})
	}
	return out
}

// heading is the question over its answer, and which of several pages this is.
func (s *Screen) heading(env screen.Env, g grid, all []sheet, at int) []screen.Layer {
	p := all[at]
	heading := p.say.Heading
	if heading == "" {
		return nil
	}
	note := p.say.Note
	parts := 0
	for _, o := range all {
		if o.at.idea == p.at.idea {
			parts++
		}
	}
	if parts > 1 {
		note = strings.TrimSpace(note + "  " + strconv.Itoa(p.at.part+1) + "/" + strconv.Itoa(parts))
	}
	room := g.head.Dx()
	if g.tall {
		room -= timeCols
		z := letters.Least
		if letters.Can(heading) && z.Width(heading) <= room {
			return s.largeHeading(env, g, heading, note, room)
		}
	}
	text := env.Theme.Accent.Bold(true).Render(heading)
	if n := env.Widths.StringWidth(note); note != "" {
		w := env.Widths.StringWidth(heading)
		if w+n+2 > room {
			heading = env.Widths.Truncate(heading, room-n-2, "…")
			text = env.Theme.Accent.Bold(true).Render(heading)
			w = env.Widths.StringWidth(heading)
		}
		text += strings.Repeat(" ", max(2, room-w-n)) + env.Theme.Dim.Render(note)
	}
	return []screen.Layer{{ID: "page", Area: g.head, Text: text}}
}

func (s *Screen) largeHeading(env screen.Env, g grid, heading, note string, room int) []screen.Layer {
	z := letters.Least
	f := large(z)
	b := block{face: f, lines: []line{{0, heading}}}
	out := b.layers(g.head.Min, g.head, env.Theme.Accent)
	if note == "" {
		return out
	}
	at := g.head.Min.Add(image.Pt(z.Width(heading)+z.Width("n n"), 0))
	if at.X+z.Width(note) <= g.head.Min.X+room && letters.Can(note) {
		b.lines[0].text = note
		return append(out, b.layers(at, g.head, env.Theme.Dim)...)
	}
	area := image.Rect(g.head.Min.X, g.head.Max.Y, g.head.Max.X, g.head.Max.Y+1)
	return append(out, screen.Layer{ID: "page", Area: area, Text: env.Theme.Dim.Render(note)})
}

// foot is whose badge it is, and how many pages it has.
func (s *Screen) foot(env screen.Env, g grid, at, n int) []screen.Layer {
	count := strconv.Itoa(at+1) + "/" + strconv.Itoa(n)
	w := env.Widths.StringWidth(count)
	right := image.Rect(g.foot.Max.X-w, g.foot.Min.Y, g.foot.Max.X, g.foot.Max.Y)
	out := []screen.Layer{{ID: "page", Area: right, Text: env.Theme.Dim.Render(count)}}
	if at == 0 {
		return out // the name is on the page
	}
	room := g.foot.Dx() - w - 2
	if !g.tall && s.seen {
		room -= timeCols
	}
	if room < 8 {
		return out
	}
	left := env.Widths.Truncate(who(env.Shown[s.turn], env.Words), room, "…")
	return append(out, screen.Layer{ID: "page", Area: g.foot, Text: env.Theme.Dim.Render(left)}, out[0])
}

// The clock's corner: at the top in large digits, or in the last line.
const (
	timeCols  = 28
	countCols = 10 // for the number of the page beside it
	timeRows  = 4
)

// time is what remains of the pitch, once it has been asked for.
func (s *Screen) time(env screen.Env, g grid) []screen.Layer {
	if !s.seen {
		return nil
	}
	left, c := s.left(env), s.clocks[s.turn]
	style := env.Theme.Text
	word := ""
	switch {
	case left == 0:
		style, word = env.Theme.Accent, env.Words.T("present.time")
	case !c.running && c.spent > 0:
		style, word = env.Theme.Dim, env.Words.T("present.paused")
	case !c.running:
		style = env.Theme.Dim
	}
	if g.tall {
		return s.largeTime(env, g, left, style, word)
	}
	text := minutes(left)
	switch {
	case left == 0:
		text = word
	case word != "":
		text += " " + word
	case c.running:
		text = env.Words.T("present.left", "time", text)
	}
	bar := 8
	if g.foot.Dx() < 50 {
		bar = 0
	}
	text = strings.TrimSpace(text + " " + s.bar(env, bar))
	w := env.Widths.StringWidth(text)
	x := g.foot.Max.X - countCols - w
	area := image.Rect(x, g.foot.Min.Y, x+w, g.foot.Max.Y)
	return []screen.Layer{{ID: "time", Area: area, Text: style.Render(text)}}
}

func (s *Screen) largeTime(env screen.Env, g grid, left int, style lipgloss.Style, word string) []screen.Layer {
	var rows []string
	if left == 0 && letters.Can(word) && letters.Least.Width(word) <= timeCols {
		rows = letters.Least.Draw(word)[:5]
	} else {
		rows = big.Digits(minutes(left), timeRows)
	}
	w := env.Widths.StringWidth(rows[0])
	at := image.Pt(g.head.Max.X-w, g.head.Min.Y)
	if left > 0 {
		bar := s.bar(env, w)
		if word != "" {
			bar = word
		}
		rows = append(rows, strings.Repeat(" ", max(0, w-env.Widths.StringWidth(bar)))+bar)
	}
	for i := range rows {
		rows[i] = style.Render(rows[i])
	}
	return []screen.Layer{{ID: "time", Area: image.Rect(at.X, at.Y, g.head.Max.X, at.Y+len(rows)), Text: strings.Join(rows, "\n")}}
}

// bar is the share of the pitch that remains, n cells wide.
func (s *Screen) bar(env screen.Env, n int) string {
	rest := s.limit - min(s.limit, s.clocks[s.turn].elapsed(env.Uptime))
	full := int((int64(rest)*int64(n) + int64(s.limit) - 1) / int64(s.limit))
	return strings.Repeat("▬", full) + strings.Repeat("·", n-full)
}
