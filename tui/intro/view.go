// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package intro

import (
	"image"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"insignia/designer/primer"
	"insignia/designer/sample"
	"insignia/render/letters"
	"insignia/tui/screen"
)

// Sizes in cells. A line of text is read well up to some seventy characters;
// a figure may be wider than the text above it.
const (
	measure    = 68
	widest     = 100 // of a page
	besideFrom = 120 // columns from which the notes stand beside the page
	noteWidth  = 38
	spacedFrom = 100 // columns from which a headline is spaced out
	dotWidth   = 2
)

// frame is where things stand on the screen.
type frame struct {
	page image.Rectangle
	dots image.Rectangle
}

func frameOf(a image.Rectangle) frame {
	f := frame{page: a, dots: image.Rect(a.Min.X, a.Max.Y-1, a.Max.X, a.Max.Y)}
	f.page.Max.Y = a.Max.Y - 1
	if a.Dy() >= 20 {
		f.page.Max.Y--
	}
	return f
}

// leaf is a page as it is drawn: lines as wide as the screen, and where in
// them the picture stands.
type leaf struct {
	lines   []string
	picture image.Rectangle // empty for none
	notes   int             // the line at which notes begin below the page, 0 for none
	col     int             // how wide a page in large letters came out, 0 for others
}

// leaf composes the present page: with as much air as there is room for, and
// without its picture when it has to scroll.
func (s *Screen) leaf(env screen.Env) leaf {
	p, room := s.pages[s.at], frameOf(env.Area).page
	w, h := room.Dx(), room.Dy()
	var notes []string
	beside := s.notes && w >= besideFrom
	side := w
	if beside {
		side = w - noteWidth - 3
	}
	margin := 1
	switch {
	case side >= 76:
		margin = 3
	case side >= 70:
		margin = 2
	}
	col := min(side-2*margin, widest)
	left := (side - col) / 2
	var below []string
	if s.notes && !beside {
		below = append([]string{"", rule(env, env.Words.T("intro.notes"), min(col, measure))}, notesOf(env, p, min(col, measure))...)
	}

	l := s.fit(env, p, side, col, h-len(below))
	if l.col > 0 {
		left = (side - l.col) / 2
	}
	if len(below) > 0 {
		l.notes = len(l.lines) + 1
		l.lines = append(l.lines, below...)
	}
	top := 0
	if spare := h - len(l.lines); spare > 0 {
		top = max(1, min(spare*2/5, h/4))
	}
	indent := strings.Repeat(" ", left)
	lines := make([]string, top, top+len(l.lines))
	for _, line := range l.lines {
		lines = append(lines, indent+line)
	}
	if l.notes > 0 {
		l.notes += top
	}
	l.picture = l.picture.Add(image.Pt(left, top))
	l.lines = lines
	if beside {
		notes = append(notes, env.Theme.Strong.Render(env.Words.T("intro.notes")), "")
		notes = append(notes, notesOf(env, p, noteWidth)...)
		l.lines = abreast(env, l.lines, side, notes, top, h)
	}
	return l
}

// fit lays a page out in the best way that h rows hold: large across the side
// it has, or in a column.
func (s *Screen) fit(env screen.Env, p primer.Page, side, col, h int) leaf {
	m := memo{p.ID, s.notes, env.Area.Size(), env.Words.Tag(), env.Widths}
	lay := func(t try) leaf {
		if t.title > 0 {
			return build(env, p, across(side), h-t.head, t, s.kept.drawn)
		}
		return build(env, p, col, h-t.head, t, s.kept.drawn)
	}
	if s.kept.memo == m {
		return lay(s.kept.try)
	}
	s.kept = kept{memo: m, drawn: drawn{}}
	title, texts := textsOf(env, p)
	var l leaf
	for _, t := range append(larger(env, title, texts, across(side), h), tries(frameOf(env.Area).page.Dy())...) {
		s.kept.try = t
		if l = lay(t); t.head+len(l.lines) <= h {
			break
		}
	}
	return l
}

// across is how wide a page in large letters may be.
func across(side int) int { return side - 2*max(3, side/24) }

// textsOf are a page's headline and its paragraphs.
func textsOf(env screen.Env, p primer.Page) (title string, texts []string) {
	badge, _ := sample.Load(primer.Sample, env.Words.Tag())
	for i := range p.Paragraphs {
		texts = append(texts, env.Words.T("intro."+p.ID+".text."+strconv.Itoa(i+1)))
	}
	return env.Words.T("intro."+p.ID+".title", "name", badge.Name), texts
}

// try is one way to lay a page out.
type try struct {
	air         int // blank lines between the parts of a page
	head        int // and above its headline, at least
	picture     bool
	title, text letters.Size // 0 for the terminal's own letters
}

// tries are the ways to lay a page out on h rows, the airiest first.
func tries(h int) []try {
	var out []try
	for air := max(1, min(5, h/12)); air > 0; air-- {
		out = append(out, try{air: air, head: 1, picture: true})
	}
	return append(out, try{air: 1, picture: true}, try{air: 1})
}

// build lays out a page in a column: its headline, its text, its figure.
func build(env screen.Env, p primer.Page, col, rows int, t try, d drawn) leaf {
	badge, _ := sample.Load(primer.Sample, env.Words.Tag())
	title, texts := textsOf(env, p)
	var lines []string
	gap := func(n int) { lines = append(lines, make([]string, n)...) }
	if t.title > 0 {
		lines = each(env.Theme.Accent, d.set(t.title, title, col))
	} else {
		if spaced := strings.Join(strings.Split(title, ""), " "); env.Area.Dx() >= spacedFrom && env.Widths.StringWidth(spaced) <= col {
			title = spaced
		}
		lines = each(env.Theme.Accent.Bold(true), wrap(env, title, col))
	}
	for i, text := range texts {
		if gap(1); i == 0 {
			gap(t.air - 1)
		}
		if t.text > 0 {
			lines = append(lines, each(env.Theme.Text, d.set(t.text, text, col))...)
		} else {
			lines = append(lines, even(env, text, min(col, measure))...)
		}
	}
	gap(t.air)
	used := 0
	if t.title > 0 {
		// A figure below large letters is about as wide as they are.
		used = wide(env, lines...)
		col = min(col, max(widest, min(spread, used)))
		used = max(col, used)
	}
	figure := figures[p.ID](sketch{Env: env, page: p, badge: badge, w: col, h: rows - len(lines), air: t.air, picture: t.picture})
	figure.picture = figure.picture.Add(image.Pt(0, len(lines)))
	figure.lines = append(lines, figure.lines...)
	figure.col = used
	return figure
}

// notesOf is what the facilitator says and asks, and how long it takes.
func notesOf(env screen.Env, p primer.Page, w int) []string {
	t, words := env.Theme, env.Words
	var out []string
	for _, n := range []struct{ label, text string }{
		{words.T("intro.notes.say"), words.T("intro." + p.ID + ".say")},
		{words.T("intro.notes.ask"), words.T("intro." + p.ID + ".ask")},
	} {
		out = append(out, t.Dim.Render(n.label))
		out = append(out, wrap(env, n.text, w)...)
		out = append(out, "")
	}
	return append(out, t.Dim.Render(words.T("intro.minutes", "n", p.Minutes)))
}

// rule is a line with a word in it.
func rule(env screen.Env, word string, w int) string {
	word = " " + word + " "
	rest := max(0, w-2-env.Widths.StringWidth(word))
	return env.Theme.Border.Render("──") + env.Theme.Strong.Render(word) + env.Theme.Border.Render(strings.Repeat("─", rest))
}

// abreast puts notes to the right of a page, over h rows.
func abreast(env screen.Env, page []string, at int, notes []string, top, h int) []string {
	bar := env.Theme.Border.Render("│")
	out := make([]string, 0, h)
	for y := range max(h, len(page), top+len(notes)) {
		line := ""
		if y < len(page) {
			line = page[y]
		}
		line = fill(env, line, at) + bar + " "
		if n := y - top; n >= 0 && n < len(notes) {
			line += notes[n]
		}
		out = append(out, line)
	}
	return out
}

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	f, l := frameOf(env.Area), s.leaf(env)
	from := min(s.top, max(0, len(l.lines)-f.page.Dy()))
	shown := l.lines[from:min(len(l.lines), from+f.page.Dy())]
	out := []screen.Layer{{ID: "page", Area: f.page, Text: strings.Join(shown, "\n")}}
	if from == 0 && !l.picture.Empty() && len(l.lines) <= f.page.Dy() {
		badge, _ := sample.Load(primer.Sample, env.Words.Tag())
		out = append(out, env.PictureOf(badge, l.picture.Add(f.page.Min)))
	}
	return append(out, s.dots(env, f.dots, from > 0, from+f.page.Dy() < len(l.lines))...)
}

// dots are the pages, the present one filled, and whether there is more of
// this page above or below.
func (s *Screen) dots(env screen.Env, area image.Rectangle, above, below bool) []screen.Layer {
	t := env.Theme
	count := "  " + env.Words.T("intro.page", "n", s.at+1, "of", len(s.pages))
	w := dotWidth*len(s.pages) + env.Widths.StringWidth(count)
	x := area.Min.X + max(0, (area.Dx()-w)/2)
	text := t.Border.Render(strings.Repeat("● ", s.at)) + t.Accent.Render("●") + " " + t.Border.Render(strings.Repeat("○ ", len(s.pages)-1-s.at))
	n := dotWidth * len(s.pages)
	out := []screen.Layer{
		{ID: "dots", Area: image.Rect(x, area.Min.Y, x+n, area.Max.Y), Text: text},
		{ID: "count", Area: image.Rect(x+n, area.Min.Y, x+w, area.Max.Y), Text: t.Dim.Render(count)},
	}
	more := ""
	if above {
		more = "↑"
	}
	if below {
		more += "↓"
	}
	if more != "" {
		out = append(out, screen.Layer{ID: "more", Area: image.Rect(area.Max.X-4, area.Min.Y, area.Max.X, area.Max.Y), Text: t.Accent.Render(more)})
	}
	return out
}

// wrap breaks text between words into lines of at most w cells.
func wrap(env screen.Env, text string, w int) []string {
	return strings.Split(env.Widths.Wrap(text, max(8, w), ""), "\n")
}

// even is wrap with lines about as long as each other: no word is left alone
// on the last one.
func even(env screen.Env, text string, w int) []string {
	out := wrap(env, text, w)
	for w--; w > 8; w-- {
		next := wrap(env, text, w)
		if len(next) > len(out) || wide(env, next...) > w {
			break
		}
		out = next
	}
	return out
}

// each renders every line by itself, as layers want it.
func each(style lipgloss.Style, lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		if out[i] = l; l != "" {
			out[i] = style.Render(l)
		}
	}
	return out
}

// fill pads a line to w cells.
func fill(env screen.Env, s string, w int) string {
	return s + strings.Repeat(" ", max(0, w-env.Widths.StringWidth(s)))
}

// block makes lines equally wide and many.
func block(env screen.Env, lines []string, w, h int) []string {
	out := make([]string, 0, max(h, len(lines)))
	for _, l := range lines {
		out = append(out, fill(env, l, w))
	}
	for len(out) < h {
		out = append(out, strings.Repeat(" ", w))
	}
	return out
}

// wide is how wide the widest of lines is.
func wide(env screen.Env, lines ...string) int {
	n := 0
	for _, l := range lines {
		n = max(n, env.Widths.StringWidth(l))
	}
	return n
}
