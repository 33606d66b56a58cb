// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// BOM tells Excel that a table is UTF-8: without it accents come out wrong.
const BOM = "\uFEFF"

// obeyed are the characters that begin a formula.
const obeyed = "=+-@＝＋－＠"

// Harmless keeps a spreadsheet from taking a text for a formula (OWASP, CSV
// Injection): where it could begin with = + - @ or their full-width forms, a
// tab or a carriage return, white space before them or not, an apostrophe
// comes first. A text may begin in the middle of a cell too: a program that
// expects another separator, as Excel does in Spanish, ends cells there, so
// that what follows a semicolon, a tab or the end of a line is treated alike.
// Read takes the apostrophes off again, which is why a text that has one of
// its own there gets another.
func Harmless(s string) string { return pieces(s, guard) }

// bare takes off what Harmless put on. Tabs and carriage returns never stand
// in what the program writes, so that only formulas count.
func bare(s string) string {
	if !strings.Contains(s, "'") {
		return s
	}
	return pieces(s, unguard)
}

// pieces changes each piece of a text that a program may take for a cell.
func pieces(s string, change func(string) string) string {
	i := strings.IndexAny(s, ";\t\n\r")
	if i < 0 {
		return change(s)
	}
	var out strings.Builder
	for ; i >= 0; i = strings.IndexAny(s, ";\t\n\r") {
		out.WriteString(change(s[:i+1]))
		s = s[i+1:]
	}
	out.WriteString(change(s))
	return out.String()
}

// guard puts an apostrophe before a piece of text that would be obeyed.
func guard(s string) string {
	if r := meant(s); r == '\t' || r == '\r' || strings.ContainsRune(obeyed, r) {
		return "'" + s
	}
	return s
}

func unguard(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && strings.ContainsRune(obeyed, meant(rest)) {
		return rest
	}
	return s
}

// meant is the first character that is not skipped: white space, what nobody
// sees, and apostrophes.
func meant(s string) rune {
	s = strings.TrimLeftFunc(s, func(r rune) bool {
		return r == '\'' || r != '\t' && r != '\r' && r != '\n' && (unicode.IsSpace(r) || !unicode.IsPrint(r))
	})
	if s == "" {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// dashes are what people put into a cell that has no answer.
var dashes = []string{"-", "–", "—"}
