// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package intro

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// marked is an answer under a mark that tells good from weak without a colour,
// and below it why.
func (k sketch) marked(style lipgloss.Style, mark, answer, why string, w int) []string {
	var out []string
	for i, l := range wrap(k.Env, answer, w-2) {
		m := "  "
		if i == 0 {
			m = style.Render(mark)
		}
		out = append(out, m+l)
	}
	if why != "" {
		for _, l := range wrap(k.Env, why, w-2) {
			out = append(out, "  "+k.Theme.Dim.Render(l))
		}
	}
	return out
}

// travel shows who gives, who keeps and who reads, and the way of a check.
func travel(k sketch) leaf {
	var does []string
	for _, p := range k.page.Parts() {
		does = append(does, k.Words.T("intro.part."+p+".does"))
	}
	award, show, check := does[0], does[1], does[2]
	n := max(wide(k.Env, award), wide(k.Env, show))
	b := k.Theme.Border
	arrow := func(word string) string {
		pad := n - wide(k.Env, word)
		return b.Render("──"+strings.Repeat("─", pad/2)) + " " + k.Theme.Accent.Render(word) + " " + b.Render(strings.Repeat("─", pad-pad/2)+"─→")
	}
	lines, box := k.row(k.page.Parts(), []string{arrow(award), arrow(show)}, 15)
	if lines == nil {
		return k.descent(award, show, check)
	}
	// The way back runs below the boxes, from the reader to the issuer.
	from, to := box/2, wide(k.Env, lines[0])-box/2-1
	word := " " + check + " "
	run := to - from - 1 - wide(k.Env, word)
	lines = append(lines,
		strings.Repeat(" ", from)+b.Render("↑")+strings.Repeat(" ", to-from-1)+b.Render("│"),
		strings.Repeat(" ", from)+b.Render("╰"+strings.Repeat("─", run/2))+k.Theme.Accent.Render(word)+b.Render(strings.Repeat("─", run-run/2)+"╯"))
	return leaf{lines: lines}
}

// descent is the same way from top to bottom, for narrow screens: the check
// climbs on the right.
func (k sketch) descent(award, show, check string) leaf {
	b := k.Theme.Border
	box := min(k.w-6-wide(k.Env, check), 34)
	var out []string
	parts := k.page.Parts()
	for i, p := range parts {
		c := k.card(p, box)
		lines := k.boxed(c, box, len(c))
		for y, l := range lines {
			side := "  │"
			switch {
			case i == 0 && y == 0, i == len(parts)-1 && y == len(lines)-1, i == len(parts)-1 && y > 1:
				side = ""
			case i == 0 && y == 1:
				side = "←─╮"
			case i == len(parts)-1 && y == 1:
				side = "──╯"
			}
			if side = b.Render(side); i == 1 && y == 1 {
				side += " " + k.Theme.Accent.Render(check)
			}
			out = append(out, l+side)
		}
		if i < len(parts)-1 {
			word := []string{award, show}[i]
			left := "  " + b.Render("↓") + " " + k.Theme.Accent.Render(word)
			out = append(out, fill(k.Env, left, box)+b.Render("  │"))
		}
	}
	if len(out) > k.h {
		return k.ladder(award, show, check)
	}
	return leaf{lines: out}
}

// ladder is the descent without its boxes, for low screens.
func (k sketch) ladder(award, show, check string) leaf {
	b := k.Theme.Border
	w := min(k.w-6-wide(k.Env, check), 40)
	var out []string
	parts := k.page.Parts()
	for i, p := range parts {
		lines := append(each(k.Theme.Strong, wrap(k.Env, k.label(p), w)), each(k.Theme.Dim, wrap(k.Env, k.about(p), w))...)
		for y, l := range lines {
			side := "   │"
			switch {
			case i == 0 && y == 0:
				side = " ←─╮"
			case i == len(parts)-1 && y == 0:
				side = " ──╯"
			case i == len(parts)-1:
				side = ""
			}
			if side = b.Render(side); i == 1 && y == 0 {
				side += " " + k.Theme.Accent.Render(check)
			}
			out = append(out, fill(k.Env, l, w)+side)
		}
		if i < len(parts)-1 {
			left := b.Render("↓") + " " + k.Theme.Accent.Render([]string{award, show}[i])
			out = append(out, fill(k.Env, left, w)+b.Render("   │"))
		}
	}
	return leaf{lines: out}
}

// drawings of the pathways, all of one size. A filled dot is the badge that
// the others lead to.
var drawings = map[string][]string{
	"stones":        {"        ●", "    ○───╯", "○───╯    "},
	"collection":    {"○───╮    ", "○───┼──→●", "○───╯    "},
	"constellation": {"○ · · · ○", "·   ○   ·", "○ · · · ○"},
}

// largeFrom is the width from which the drawings leave room for words.
const largeFrom = 66

// large are the same for screens with room.
var large = map[string][]string{
	"stones":        {"                ●", "                │", "        ○───────╯", "        │        ", "○───────╯        "},
	"collection":    {"○───────╮        ", "        │        ", "○───────┼──────→●", "        │        ", "○───────╯        "},
	"constellation": {"○ · · · · · · · ○", "·               ·", "·       ○       ·", "·               ·", "○ · · · · · · · ○"},
}

// drawing is one of them in colour.
func (k sketch) drawing(part string) []string {
	var out []string
	from := drawings
	if k.air > 2 && k.w >= largeFrom {
		from = large
	}
	for _, l := range from[part] {
		var b strings.Builder
		for _, r := range l {
			switch r {
			case ' ':
				b.WriteRune(r)
			case '●', '○':
				b.WriteString(k.Theme.Accent.Render(string(r)))
			default:
				b.WriteString(k.Theme.Border.Render(string(r)))
			}
		}
		out = append(out, b.String())
	}
	return out
}

// pathways shows the three beside each other, or below each other with the
// words on the right.
func pathways(k sketch) leaf {
	const between, apart = 4, 3
	parts := k.page.Parts()
	col := (k.w - 2*between) / 3
	if col >= 21 {
		var all [][]string
		high := 0
		for _, p := range parts {
			lines := append(k.drawing(p), make([]string, max(1, k.air-1))...)
			lines = append(lines, each(k.Theme.Strong, wrap(k.Env, k.label(p), col))...)
			lines = append(lines, each(k.Theme.Dim, even(k.Env, k.about(p), min(col, 28)))...)
			all, high = append(all, lines), max(high, len(lines))
		}
		out := make([]string, high)
		for i, lines := range all {
			w := col + between
			if i == len(all)-1 {
				w = col
			}
			for y, l := range block(k.Env, lines, w, high) {
				out[y] += l
			}
		}
		return leaf{lines: out}
	}
	var out []string
	for i, p := range parts {
		if i > 0 {
			out = append(out, "")
		}
		drawn := k.drawing(p)
		left := wide(k.Env, drawn...) + apart
		words := append(each(k.Theme.Strong, wrap(k.Env, k.label(p), k.w-left)),
			each(k.Theme.Dim, wrap(k.Env, k.about(p), k.w-left))...)
		picture := block(k.Env, drawn, left, len(words))
		for y, l := range picture {
			if y < len(words) {
				l += words[y]
			}
			out = append(out, l)
		}
	}
	return leaf{lines: out}
}
