// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package intro

import (
	"image"
	"strings"

	"insignia/designer"
	"insignia/designer/primer"
	"insignia/tui/screen"
)

// sketch is what a figure has to go on: a column of w cells, h rows that are
// left below the text, and whether there may be a picture in it.
type sketch struct {
	screen.Env
	page    primer.Page
	badge   designer.Draft
	w, h    int
	air     int
	picture bool
}

// figures draw what a page points at. Each is as wide as its column at most,
// and as high as it has to be.
var figures = map[string]func(sketch) leaf{
	primer.What:     sum,
	primer.Inside:   inside,
	primer.Travel:   travel,
	primer.Pathways: pathways,
	primer.Worth:    listed,
	primer.Example:  apart,
	primer.More:     places,
}

func (k sketch) label(part string) string { return k.Words.T("intro.part." + part) }
func (k sketch) about(part string) string { return k.Words.T("intro.part." + part + ".about") }

// card is a part in a box: its name, and below it what it is.
func (k sketch) card(part string, w int) []string {
	in := w - 4
	lines := each(k.Theme.Strong, wrap(k.Env, k.label(part), in))
	return append(lines, each(k.Theme.Dim, even(k.Env, k.about(part), in))...)
}

// padding is how many blank rows stand above and below the text of a box.
func (k sketch) padding() int { return max(0, min(2, k.air-2)) }

// boxed draws a border around lines: w cells wide, h rows of text high.
func (k sketch) boxed(lines []string, w, h int) []string {
	b := k.Theme.Border
	out := []string{b.Render("╭" + strings.Repeat("─", w-2) + "╮")}
	for _, l := range block(k.Env, lines, w-4, h) {
		out = append(out, b.Render("│")+" "+l+" "+b.Render("│"))
	}
	return append(out, b.Render("╰"+strings.Repeat("─", w-2)+"╯"))
}

// row stands boxes beside each other with a join of the same width on the
// first row of their text; nil when a box would be narrower than narrow.
func (k sketch) row(parts []string, joins []string, narrow int) (lines []string, box int) {
	n := len(parts)
	join := wide(k.Env, joins...)
	box = (k.w - join*(n-1)) / n
	if box < narrow {
		return nil, 0
	}
	var cards [][]string
	high := 0
	for _, p := range parts {
		c := append(make([]string, k.padding()), k.card(p, box)...)
		cards, high = append(cards, c), max(high, len(c)+k.padding())
	}
	lines = make([]string, high+2)
	for i, c := range cards {
		for y, l := range k.boxed(c, box, high) {
			lines[y] += l
			if i < n-1 {
				j := ""
				if y == 1+k.padding() {
					j = joins[i]
				}
				lines[y] += fill(k.Env, j, join)
			}
		}
	}
	return lines, box
}

// sum shows what an open badge adds up to.
func sum(k sketch) leaf {
	parts := k.page.Parts()
	plus := k.Theme.Accent.Render("  +  ")
	if lines, _ := k.row(parts, []string{plus, plus}, 18); lines != nil {
		return leaf{lines: lines}
	}
	var lines []string
	for i, p := range parts {
		mark := "  "
		if i > 0 {
			mark = k.Theme.Accent.Render("+ ")
		}
		lines = append(lines, k.item(mark, 2, p)...)
	}
	return leaf{lines: lines}
}

// item is a part in a list: a mark of m cells, its name, what it is.
func (k sketch) item(mark string, m int, part string) []string {
	lines := []string{mark + k.Theme.Strong.Render(k.label(part))}
	for _, l := range wrap(k.Env, k.about(part), k.w-m) {
		lines = append(lines, strings.Repeat(" ", m)+k.Theme.Dim.Render(l))
	}
	return lines
}

// rows are parts as a table: names in a column, beside them what they are.
// Where that is too tight, what they are stands below.
func (k sketch) rows(parts []string, lead string, gap, w int) []string {
	indent := wide(k.Env, lead)
	name := 0
	for _, g := range k.page.Groups {
		for _, p := range g.Parts {
			name = max(name, wide(k.Env, k.label(p)))
		}
	}
	var out []string
	for i, p := range parts {
		if i > 0 {
			out = append(out, make([]string, gap)...)
		}
		if w-indent-name-2 < 20 {
			k.w = w
			out = append(out, k.item(lead, indent, p)...)
			continue
		}
		for j, l := range wrap(k.Env, k.about(p), w-indent-name-2) {
			left := strings.Repeat(" ", indent+name+2)
			if j == 0 {
				left = lead + fill(k.Env, k.Theme.Strong.Render(k.label(p)), name+2)
			}
			out = append(out, left+k.Theme.Dim.Render(l))
		}
	}
	return out
}

// smallest is the least height, in rows, at which the picture says something.
const smallest = 8

// inside shows the badge, and beside it what lies in its file.
func inside(k sketch) leaf {
	var out leaf
	w, lead, left := k.w, "", 0
	if high := min(k.h, 30); k.picture && high >= smallest && k.w >= 72 {
		high = min(high, (k.w-42)/2)
		high = min(high, 2*k.lines(k.w))
		out.picture = image.Rect(0, 0, 2*high, high)
		lead, left = k.Theme.Border.Render("──● "), 2*high+1
		w -= left
	}
	lines := k.anatomy(w, lead)
	// The picture's middle and the labels' middle meet.
	if d := out.picture.Dy() - len(lines); d > 0 {
		lines = append(make([]string, d/2), lines...)
	} else if d < 0 && left > 0 {
		out.picture = out.picture.Add(image.Pt(0, -d/2))
	}
	for _, l := range lines {
		out.lines = append(out.lines, strings.Repeat(" ", left)+l)
	}
	for len(out.lines) < out.picture.Max.Y {
		out.lines = append(out.lines, "")
	}
	return out
}

// anatomy are the labels of the badge in their groups.
func (k sketch) anatomy(w int, lead string) []string {
	var out []string
	for i, g := range k.page.Groups {
		if i > 0 {
			out = append(out, "")
		}
		out = append(out, strings.Repeat(" ", wide(k.Env, lead))+k.Theme.Accent.Render(k.Words.T("intro.group."+g.ID)))
		out = append(out, k.rows(g.Parts, lead, 0, w)...)
	}
	return out
}

// lines is about how many rows the labels take, so that the picture is no
// giant beside them.
func (k sketch) lines(w int) int { return len(k.anatomy(w-40, "")) }

// listed shows parts below each other.
func listed(k sketch) leaf {
	gap := 0
	if k.air > 1 || k.h > 3*len(k.page.Parts()) {
		gap = 1
	}
	return leaf{lines: k.rows(k.page.Parts(), k.Theme.Accent.Render("● "), gap, min(k.w, 84))}
}

// places shows where to learn more: what to type, and what is there.
func places(k sketch) leaf {
	var out []string
	for i, p := range k.page.Parts() {
		if i > 0 {
			out = append(out, make([]string, max(1, k.air-1))...)
		}
		label, address := k.Theme.Strong.Render(k.label(p)), primer.Address(p)
		switch {
		case address == "":
			out = append(out, label)
		case wide(k.Env, label)+2+wide(k.Env, address) > k.w:
			out = append(out, label, k.Theme.Accent.Render(address))
		default:
			out = append(out, label+"  "+k.Theme.Accent.Render(address))
		}
		out = append(out, each(k.Theme.Dim, wrap(k.Env, k.about(p), min(k.w, measure)))...)
	}
	return leaf{lines: out}
}

// apart shows the good example's answers, each beside its weak twin.
func apart(k sketch) leaf {
	name := 2
	for _, p := range k.page.Parts() {
		name = max(name, wide(k.Env, k.label(p))+3)
	}
	const between = 4
	// The good answer says more, and has a line on why.
	half := (k.w - name - between) * 3 / 5
	other := k.w - name - between - half
	tight := other < 20
	switch {
	case tight && k.w < 50:
		name, half, other = 0, k.w, k.w
	case tight:
		half, other = k.w-name+1, k.w-name+1
		name--
	}
	var out []string
	for i, p := range k.page.Parts() {
		if i > 0 && (!tight || name == 0 || k.air > 1) {
			out = append(out, "")
		}
		answer, q := primer.Answer(k.badge, p)
		good := k.marked(k.Theme.Good, "✓ ", answer, k.about(p), half)
		weak := k.marked(k.Theme.Warn, "✗ ", k.Words.T("question."+q.String()+".weak"), "", other)
		label := k.Theme.Strong.Render(k.label(p))
		if tight && name == 0 {
			out = append(append(append(out, label), good...), weak...)
			continue
		}
		if tight {
			for _, l := range append(good, weak...) {
				out = append(out, fill(k.Env, label, name)+l)
				label = ""
			}
			continue
		}
		for y := range max(len(good), len(weak)) {
			line := fill(k.Env, label, name)
			label = ""
			if y < len(good) {
				line += good[y]
			}
			if y < len(weak) {
				line = fill(k.Env, line, name+half+between) + weak[y]
			}
			out = append(out, line)
		}
	}
	return leaf{lines: out}
}
