// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package talk

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// set lays text out in lines of at most width cells: the first behind the
// mark, the others set in as far, unless that leaves no room.
func set(mark, text string, width int) []string {
	in := cells(mark)
	if in > width/2 {
		mark, text, in = "", strings.TrimSpace(mark)+" "+text, 0
	}
	var out []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		for _, line := range wrap(paragraph, width-in) {
			out = append(out, strings.TrimRight(mark+line, " "))
			mark = strings.Repeat(" ", in)
		}
	}
	return out
}

// wrap breaks a line at its spaces, and a word that is longer than a line
// within itself.
func wrap(line string, width int) []string {
	var out []string
	row, used := "", 0
	for i, word := range strings.Split(line, " ") {
		n := cells(word)
		if i > 0 && used+1+n <= width {
			row, used = row+" "+word, used+1+n
			continue
		}
		if i > 0 {
			out, row, used = append(out, row), "", 0
		}
		for n > width {
			head := cut(word, width)
			out, word = append(out, head), word[len(head):]
			n = cells(word)
		}
		row, used = word, n
	}
	return append(out, row)
}

// cut is the beginning of a word that fills a line: whole letters with their
// accents, and at least one.
func cut(word string, width int) string {
	at, used := 0, 0
	for at < len(word) {
		letter, _ := ansi.FirstGraphemeCluster(word[at:], ansi.GraphemeWidth)
		n := cells(letter)
		if at > 0 && used+n > width {
			break
		}
		at, used = at+len(letter), used+n
	}
	return word[:at]
}

// cells is how wide a text is. Terminals count by letters or by code points:
// the wider of both is reckoned with.
func cells(s string) int {
	return max(ansi.GraphemeWidth.StringWidth(s), ansi.WcWidth.StringWidth(s))
}
