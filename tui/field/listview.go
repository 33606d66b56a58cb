// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/tui/screen"
)

// View draws the items under each other, numbered where their order counts.
func (l *list) View(env screen.Env, w int) ([]string, int) {
	var out []string
	cursor := -1
	for i, it := range l.items {
		if l.ed == nil && l.empty(i) {
			out = append(out, env.Theme.Border.Render("┃ "))
			continue
		}
		mark := "· "
		if l.f.Input == designer.Steps {
			mark = strconv.Itoa(i+1) + " "
		}
		gutter := strings.Repeat(" ", len([]rune(mark)))
		for p := range l.parts {
			if p >= l.shown && !it.open && it.text[p] == "" {
				continue
			}
			if p >= l.shown && !it.open && !(l.f.Input == designer.Steps && p < 4) {
				continue
			}
			head, inner := gutter, max(w-len(gutter), 8)
			if p == 0 {
				head = mark
			}
			label := ""
			if p > 0 {
				label = env.Words.T("part."+l.parts[p]) + " "
			}
			here := l.ed != nil && i == l.at && p == l.part
			lines, at := l.part1(env, i, p, label, inner, here)
			for n, s := range lines {
				if n > 0 {
					head = gutter
				}
				style := env.Theme.Dim
				if here {
					style = env.Theme.Accent
				}
				if here && n == at {
					cursor = len(out)
				}
				out = append(out, style.Render(head)+s)
			}
		}
	}
	return out, cursor
}

// part1 draws one part of an item: the editor where the cursor is, text else.
func (l *list) part1(env screen.Env, i, p int, label string, w int, here bool) ([]string, int) {
	value := l.items[i].text[p]
	if l.parts[p] == "required" {
		yes := env.Words.T("part.required.yes")
		if value == "no" {
			yes = env.Words.T("part.required.no")
		}
		if here {
			return []string{env.Theme.Accent.Render("┃ " + label + "‹ " + yes + " ›")}, 0
		}
		return []string{env.Theme.Border.Render("┃ ") + env.Theme.Dim.Render(label) + env.Theme.Text.Render(yes)}, 0
	}
	if here {
		labelled := label != ""
		l.ed.SetWidth(w)
		lines, at := areaView(l.ed)
		if labelled {
			lines = append([]string{env.Theme.Accent.Render("┃ " + strings.TrimSpace(label))}, lines...)
			at++
		}
		return lines, min(max(at, 0), len(lines)-1)
	}
	var lines []string
	for n, s := range strings.Split(env.Widths.Wrap(label+value, max(w-2, 1), ""), "\n") {
		if n == 0 && label != "" && strings.HasPrefix(s, strings.TrimSpace(label)) {
			s = env.Theme.Dim.Render(strings.TrimSpace(label)) + strings.TrimPrefix(s, strings.TrimSpace(label))
		}
		lines = append(lines, env.Theme.Border.Render("┃ ")+s)
	}
	return lines, 0
}
