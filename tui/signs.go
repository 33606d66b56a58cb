// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

// consoleSigns are ours in place of those that the Linux console's own font
// has not (drivers/tty/vt/cp437.uni of the kernel): it shows one and the same
// square for all of them. Each takes one cell, as the one that it replaces.
var consoleSigns = map[string]string{
	"┃": "║", "╭": "┌", "╮": "┐", "╰": "└", "╯": "┘",
	"✓": "√", "✗": "x", "●": "■", "◐": "▬", "★": "*",
	"›": ">", "‹": "<", "…": "~", "−": "-", "–": "-", "—": "-",
	"“": `"`, "”": `"`, "‘": "'", "’": "'", "€": "E",
}
