// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clock

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"insignia/designer/clock"
	"insignia/tui/screen"
)

// bar is the whole agenda as a line of parts as wide as they were planned:
// shares that shrink and grow would make it move all the time. What is gone is
// solid, what is to come is shaded, a mark says where the time is.
type bar struct {
	from, width []int // of each part, in columns
	mark        int   // the column of now
}

// gap is between two parts.
const gap = 1

// barFor lays the bar out in w columns. Where that is too narrow for the
// parts, all of them are one.
func barFor(r clock.Reading, w int) bar {
	n := len(r.Slots)
	if w < n*(1+gap) {
		return bar{from: []int{0}, width: []int{w}, mark: min(w-1, int(r.Part*float64(w)))}
	}
	weights := make([]int, n)
	for i, s := range r.Slots {
		weights[i] = s.Minutes
	}
	b := bar{width: spread(w-(n-1)*gap, weights)}
	x := 0
	for i, n := range b.width {
		b.from = append(b.from, x)
		if i == r.Here {
			gone := 1.0
			if !r.Ended {
				gone = 1 - float64(max(0, r.Left))/float64(r.Length)
			}
			b.mark = x + min(n-1, int(gone*float64(n)))
		}
		x += n + gap
	}
	return b
}

// spread divides w columns by weights, each at least one, in sum exactly w.
func spread(w int, weights []int) []int {
	total := 0
	for _, n := range weights {
		total += n
	}
	free := w - len(weights)
	out, order := make([]int, len(weights)), make([]int, len(weights))
	left := free
	for i, n := range weights {
		order[i] = i
		out[i] = 1 + free*n/total
		left -= free * n / total
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(free*weights[b]%total, free*weights[a]%total) })
	for _, i := range order[:left] {
		out[i]++
	}
	return out
}

// lines draws the bar: the mark, the bar itself in rows lines, and the names
// of the parts if there is room for them.
func (b bar) lines(env screen.Env, r clock.Reading, rows int, names bool) []string {
	t := env.Theme
	out := []string{strings.Repeat(" ", b.mark) + t.Accent.Render("▼")}
	var line strings.Builder
	for i, n := range b.width {
		if i > 0 {
			line.WriteString(strings.Repeat(" ", gap))
		}
		gone := max(0, min(n, b.mark-b.from[i]))
		ahead := t.Dim
		if i == r.Here && len(b.from) > 1 {
			ahead = t.Accent
		}
		if r.Ended {
			gone = n
		}
		line.WriteString(styled(t.Dim, strings.Repeat("█", gone)) + styled(ahead, strings.Repeat("░", n-gone)))
	}
	for range rows {
		out = append(out, line.String())
	}
	if names && len(b.from) == len(r.Slots) {
		out = append(out, b.names(env, r))
	}
	return out
}

// names are the names of the parts below them, as far as each fits: cut names
// are guessed wrong.
func (b bar) names(env screen.Env, r clock.Reading) string {
	var line strings.Builder
	for i, s := range r.Slots {
		name := Name(s, env.Words)
		number, _, _ := strings.Cut(name, " ")
		if _, ok := s.Question(); !ok || s.Title != "" {
			number = ""
		}
		text := fitting(env.Widths, b.width[i], name, number)
		style := env.Theme.Dim
		if i == r.Here {
			style = env.Theme.Strong
		}
		line.WriteString(styled(style, text) + strings.Repeat(" ", b.width[i]-env.Widths.StringWidth(text)+gap))
	}
	return line.String()
}

// styled is text in a style, nothing if there is none.
func styled(s lipgloss.Style, text string) string {
	if text == "" {
		return ""
	}
	return s.Render(text)
}
