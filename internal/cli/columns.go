// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"insignia/internal/clean"
)

// widest is how many cells of a table one column takes at most.
const widest = 40

// columns sets rows below each other, two spaces between the columns. What
// is too wide is cut.
func columns(rows [][]string) string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			cell, _ = clean.Line(cell)
			row[i] = ansi.Truncate(cell, widest, "…")
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], ansi.StringWidth(row[i]))
		}
	}
	var out []string
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell + strings.Repeat(" ", widths[i]-ansi.StringWidth(cell)+2))
		}
		out = append(out, strings.TrimRight(line.String(), " "))
	}
	return strings.Join(out, "\n")
}

// under sets text below or beside a label: what follows the first line is
// indented. With a width, lines are broken between words.
func under(indent, text string, width int) string {
	if width > len(indent)+10 {
		text = ansi.Wordwrap(text, width-len(indent), "")
	}
	return indent + strings.ReplaceAll(text, "\n", "\n"+indent)
}
