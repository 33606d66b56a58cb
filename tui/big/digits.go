// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package big draws the digits of a clock as large as a screen, from whole and
// half blocks, which every terminal and every console font has. It knows
// shapes; it refuses to know what the digits count. Letters are not its
// business: words are read, a clock is seen from the back row.
package big

import (
	"strings"
	"unicode/utf8"
)

// Least is the fewest rows that digits are drawn in.
const Least = 3

// Digits draws a text of digits, ":", "-" (or "−") and "+" in rows lines, all
// of the same width and without styles. Other characters are left out. In
// fewer rows than Least it is the text itself and empty lines.
func Digits(text string, rows int) []string {
	if rows <= 0 {
		return nil
	}
	if rows < Least {
		text = plain(text)
		out := []string{text}
		for len(out) < rows {
			out = append(out, strings.Repeat(" ", Width(text, rows)))
		}
		return out
	}
	f := faceFor(rows)
	c := newDots(Width(text, rows), 2*rows)
	x := 0
	for _, r := range plain(text) {
		f.draw(c, r, x)
		x += f.advance(r) + f.gap
	}
	return c.lines()
}

// Width is how many columns Digits takes.
func Width(text string, rows int) int {
	text = plain(text)
	n := utf8.RuneCountInString(text)
	switch {
	case rows <= 0 || n == 0:
		return 0
	case rows < Least:
		return n
	}
	f := faceFor(rows)
	w := (n - 1) * f.gap
	for _, r := range text {
		w += f.advance(r)
	}
	return w
}

// Rows is the most rows, up to h, in which text fits into w columns: Least or
// more, or one, or none.
func Rows(text string, w, h int) int {
	for rows := h; rows >= Least; rows-- {
		if Width(text, rows) <= w {
			return rows
		}
	}
	if h > 0 && Width(text, 1) <= w {
		return 1
	}
	return 0
}

// plain is the part of a text that can be drawn.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("0123456789:-−+", r) {
			return r
		}
		return -1
	}, text)
}
