// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package suits

import (
	"image"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"insignia/designer/issuing"
	"insignia/tui/screen"
)

// Sizes in cells.
const (
	measure  = 76  // the longest line
	airFrom  = 16  // rows from which there is air between things
	midFrom  = 100 // columns from which the column stands in the middle
	deepFrom = 30  // rows from which it stands below the top
)

// column is the part of the area in which things stand.
func column(a image.Rectangle) image.Rectangle {
	w := min(a.Dx()-2, measure)
	left := 1
	if a.Dx() >= midFrom {
		left = (a.Dx() - w) / 2
	}
	top := 0
	if a.Dy() >= deepFrom {
		top = min(a.Dy()/8, 8)
	}
	return image.Rect(a.Min.X+left, a.Min.Y+top, a.Min.X+left+w, a.Max.Y)
}

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	if s.asking() {
		return s.question(env)
	}
	return s.found(env)
}

// pen puts layers below each other in a column.
type pen struct {
	env screen.Env
	in  image.Rectangle
	y   int
	out []screen.Layer
}

func (p *pen) put(id string, lines ...string) {
	if end := min(p.y+len(lines), p.in.Max.Y); end > p.y {
		p.out = append(p.out, screen.Layer{ID: id, Area: image.Rect(p.in.Min.X, p.y, p.in.Max.X, end), Text: strings.Join(lines, "\n")})
	}
	p.y += len(lines)
}

// air leaves rows blank.
func (p *pen) air(rows int) { p.y += rows }

// head is the title of the screen, what is on its right, and air.
func (p *pen) head(right string) {
	t := p.env.Theme
	title := t.Strong.Render(p.env.Words.T("suits.title"))
	gap := p.in.Dx() - p.env.Widths.StringWidth(title) - p.env.Widths.StringWidth(right)
	if gap < 2 {
		title, gap = "", 0
	}
	p.put("title", title+strings.Repeat(" ", gap)+t.Dim.Render(right))
	if p.roomy() {
		p.air(1)
	}
}

func (p *pen) roomy() bool { return p.env.Area.Dy() >= airFrom }

// question draws a question and its options, a layer each.
func (s *Screen) question(env screen.Env) []screen.Layer {
	p := &pen{env: env, in: column(env.Area), y: column(env.Area).Min.Y}
	w, t, q := env.Words, env.Theme, s.asks[s.at]
	p.head(w.T("suits.step", "n", s.at+1, "of", len(s.asks)))
	p.put("ask", each(t.Accent.Bold(true), wrap(env, w.T("suits.ask."+q.ID), p.in.Dx()))...)
	p.air(1)
	rows := 0
	var options [][]string
	for i, o := range q.Options {
		options = append(options, option(env, i, w.T("suits."+q.ID+"."+o), i == s.row, p.in.Dx()))
		rows += len(options[i])
	}
	air := p.roomy() && p.y+rows+len(options) <= p.in.Max.Y
	for i, lines := range options {
		p.put("option:"+strconv.Itoa(i), lines...)
		if air {
			p.air(1)
		}
	}
	return p.out
}

// option is a line to choose, its number before it.
func option(env screen.Env, i int, text string, here bool, w int) []string {
	mark, style, number := "  ", env.Theme.Text, env.Theme.Key
	if here {
		mark, style = "› ", env.Theme.Accent.Bold(true)
		number = style
	}
	var out []string
	for j, l := range wrap(env, text, w-5) {
		left := "     "
		if j == 0 {
			left = style.Render(mark) + number.Render(strconv.Itoa(i+1)) + "  "
		}
		out = append(out, left+style.Render(l))
	}
	return out
}

// page is a way as it is drawn: the lines of it, and where they scroll.
type page struct {
	head []screen.Layer
	body []string
	room image.Rectangle
}

// found draws what came of the answers: the ways on a line, one of them below.
func (s *Screen) found(env screen.Env) []screen.Layer {
	p, from := s.result(env), s.first(env)
	shown := p.body[from:min(len(p.body), from+p.room.Dy())]
	out := append(p.head, screen.Layer{ID: "way", Area: p.room, Text: strings.Join(shown, "\n")})
	more := ""
	if from > 0 {
		more = "↑"
	}
	if from+p.room.Dy() < len(p.body) {
		more += "↓"
	}
	if more != "" {
		a := env.Area
		out = append(out, screen.Layer{ID: "more", Area: image.Rect(a.Max.X-3, a.Max.Y-1, a.Max.X, a.Max.Y), Text: env.Theme.Accent.Render(more)})
	}
	return out
}

// result lays out the way that is shown.
func (s *Screen) result(env screen.Env) page {
	suit, miss := issuing.Find(s.answers)
	p := &pen{env: env, in: column(env.Area), y: column(env.Area).Min.Y}
	p.in.Max.X = min(p.in.Max.X, env.Area.Max.X-3) // the marks of scrolling
	p.head(env.Words.N("suits.found", len(suit)))
	names := make([]string, 0, len(suit)+1)
	for _, r := range suit {
		names = append(names, env.Words.T("suits.route."+r.ID))
	}
	names = append(names, env.Words.T("suits.other"))
	s.tabs(p, names)
	if p.air(1); p.in.Dy() >= deepFrom {
		p.air(1)
	}
	out := page{head: p.out, room: image.Rect(p.in.Min.X, p.y, p.in.Max.X, max(p.y, p.in.Max.Y))}
	if s.way < len(suit) {
		out.body = s.about(env, suit[s.way], out.room.Dx())
	} else {
		out.body = s.others(env, miss, out.room.Dx())
	}
	return out
}

// tabs are the ways beside each other, the shown one reversed; where they do
// not fit, below each other with air enough, or else the shown one alone.
func (s *Screen) tabs(p *pen, names []string) {
	t, widths := p.env.Theme, p.env.Widths
	total := 0
	for _, n := range names {
		total += widths.StringWidth(n) + 5
	}
	style := func(i int) lipgloss.Style {
		if i == s.way {
			return t.Here
		}
		return t.Dim
	}
	switch {
	case total-1 <= p.in.Dx():
		x := p.in.Min.X
		for i, n := range names {
			text := " " + strconv.Itoa(i+1) + " " + n + " "
			w := widths.StringWidth(text)
			p.out = append(p.out, screen.Layer{ID: "way:" + strconv.Itoa(i), Area: image.Rect(x, p.y, x+w, p.y+1), Text: style(i).Render(text)})
			x += w + 1
		}
		p.y++
	case p.env.Area.Dy() >= 2*airFrom:
		for i, n := range names {
			p.put("way:"+strconv.Itoa(i), style(i).Render(" "+strconv.Itoa(i+1)+" "+n+" "))
		}
	default:
		count := " " + p.env.Words.T("suits.step", "n", s.way+1, "of", len(names))
		name := widths.Truncate(" "+strconv.Itoa(s.way+1)+" "+names[s.way]+" ", p.in.Dx()-widths.StringWidth(count)-1, "…")
		p.put("tab", t.Here.Render(name)+t.Dim.Render(count))
	}
}

// about is all there is to say of a way.
func (s *Screen) about(env screen.Env, r issuing.Route, w int) []string {
	t, words := env.Theme, env.Words
	var out []string
	part := func(label, text string) {
		out = append(out, t.Accent.Render(label))
		out = append(append(out, wrap(env, text, w)...), "")
	}
	key := "suits.route." + r.ID
	part(words.T("suits.why"), words.T(key+".why"))
	part(words.T("suits.need"), words.T(key+".need"))
	part(words.T("suits.give"), words.T(key+".give"))
	examples := issuing.Examples(r, s.answers)
	if len(examples) == 0 {
		return out[:len(out)-1]
	}
	out = append(out, t.Accent.Render(words.T("suits.examples")))
	for _, e := range examples {
		out = append(out, example(env, e, w)...)
	}
	return append(append(out, ""), wrap(env, words.T("suits.age"), w)...)
}

// example is a service, its name before what is known of it and what to ask.
func example(env screen.Env, e issuing.Example, w int) []string {
	words := env.Words
	name := words.T("suits.example", "name", e.Service.Name, "date", e.Service.AsOf)
	text := name + " " + words.T("suits.service."+e.Service.ID)
	if len(e.Ask) > 0 {
		text += " " + words.T("suits.open", "features", features(env, e.Ask))
	}
	var out []string
	for i, l := range wrap(env, text, w-2) {
		switch rest, ok := strings.CutPrefix(l, name); {
		case i > 0:
			out = append(out, "  "+env.Theme.Dim.Render(l))
		case ok:
			out = append(out, env.Theme.Strong.Render(name)+env.Theme.Dim.Render(rest))
		default: // a name longer than the line
			out = append(out, env.Theme.Strong.Render(l))
		}
	}
	return out
}

// features names what to ask about.
func features(env screen.Env, all []issuing.Feature) string {
	var out []string
	for _, f := range all {
		out = append(out, env.Words.T("suits.feature."+string(f)))
	}
	return strings.Join(out, ", ")
}

// others says why the other ways were left out, and whom to ask first.
func (s *Screen) others(env screen.Env, miss []issuing.Miss, w int) []string {
	words := env.Words
	out := wrap(env, words.T("suits.tip."+s.answers[issuing.Who]), w)
	for _, m := range miss {
		answer := words.T("suits." + m.Question + "." + s.answers[m.Question])
		text := words.T("suits.left", "route", words.T("suits.route."+m.Route.ID), "answer", answer)
		out = append(append(out, ""), each(env.Theme.Dim, wrap(env, text, w))...)
	}
	return out
}

// whole is a hyphen that keeps its word in one piece: names of files are read
// aloud and typed.
const whole = "\u2011"

// wrap breaks text between words into lines of at most w cells.
func wrap(env screen.Env, text string, w int) []string {
	text = env.Widths.Wrap(strings.ReplaceAll(text, "-", whole), max(8, w), "")
	return strings.Split(strings.ReplaceAll(text, whole, "-"), "\n")
}

// each renders every line by itself, as layers want it.
func each(style lipgloss.Style, lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = style.Render(l)
	}
	return out
}
