// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package frametest

import (
	"fmt"
	"strings"
)

// marks stand for styles in a dump, in this order.
const marks = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

// Cells is the last frame with its colours, as text for a golden file: under
// each line that has styled cells a line of marks, and below the frame what
// each mark means. Marks are given in reading order; beyond the 62nd style all
// share "*", as a picture in many colours says nothing by its letters. Last
// comes where the terminal's cursor stands, if it shows.
func (d *Driver) Cells() string {
	d.t.Helper()
	buf := d.screen()
	key := map[Style]byte{{}: '.'}
	var b, legend strings.Builder
	for y := range d.h {
		var text, under strings.Builder
		m, ok := byte('.'), false
		for x := range d.w {
			if c := d.cell(buf, x, y); c.Text != "" { // the right half of a wide cell looks as its left
				text.WriteString(c.Text)
				if m, ok = key[c.Style]; !ok {
					m = '*'
					if n := len(key) - 1; n < len(marks) {
						m = marks[n]
						key[c.Style] = m
						fmt.Fprintf(&legend, "%c %s\n", m, c.Style)
					}
				}
			}
			under.WriteByte(m)
		}
		fmt.Fprintln(&b, strings.TrimRight("| "+text.String(), " "))
		if line := strings.TrimRight(under.String(), "."); line != "" {
			fmt.Fprintln(&b, "  "+line)
		}
	}
	if x, y, shown := d.Cursor(); shown {
		fmt.Fprintf(&legend, "cursor %d,%d\n", x, y)
	}
	return b.String() + "\n" + legend.String()
}
