// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package clean makes text from outside safe to keep, to show and to send on:
// keys, pastes, files, the environment and the operating system's own words
// all pass it, once, at the border. It knows characters; it refuses to know
// what a text is for, how long it may be, or where it came from.
package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxMarks is the most combining marks one letter may carry: Tibetan and
// Burmese need six, a tower of five hundred covers the lines above it.
const maxMarks = 8

// Text returns s as it may be kept, and the number of characters removed, so
// that the program can mention them once. The result is valid UTF-8 in NFC
// whose only control character is \n. Line ends of any kind become \n, a tab
// a space, a run of bytes that are not UTF-8 one U+FFFD. Escape sequences go
// as a whole with what they carry, and so do the characters that hide or
// reorder others. Text(Text(s)) is Text(s).
func Text(s string) (string, int) {
	if plain(s) {
		return s, 0
	}
	s, removed := valid(s)
	s, n := unescape(lineEnds.Replace(s))
	removed += n
	// Taking a joiner out may bring a letter and its accent together, and
	// composing them may lay bare another one: hence until nothing changes.
	for {
		t, n := visible(s)
		removed += n
		t = norm.NFC.String(t)
		if t == s {
			return s, removed
		}
		s = t
	}
}

// Line is Text on one line: each end of a line becomes one space.
func Line(s string) (string, int) {
	s, n := Text(s)
	return strings.ReplaceAll(s, "\n", " "), n
}

// lineEnds makes one kind of line end out of seven. Word processors paste
// \v and U+2028 where shift+Enter was pressed.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ")

// plain reports whether s needs nothing, as most of it does: it is ASCII, or
// has the letters and signs of western and middle Europe, each a whole one.
// From U+0300 on there are marks that compose.
func plain(s string) bool {
	for _, r := range s {
		if r != '\n' && r < ' ' || r > '~' && (r < 0xA0 || r == 0xAD || r >= 0x300) {
			return false
		}
	}
	return true
}

// valid replaces each run of bytes that are not UTF-8 and counts the bytes.
func valid(s string) (string, int) {
	if utf8.ValidString(s) {
		return s, 0
	}
	n := 0
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				n++
			}
		}
	}
	return strings.ToValidUTF8(s, "\uFFFD"), n
}

// visible drops the characters that nobody sees, the joiners where nothing
// is joined, and the marks beyond maxMarks.
func visible(s string) (string, int) {
	var out strings.Builder
	out.Grow(len(s))
	removed, marks := 0, 0
	prev := '\n'
	for i, r := range s {
		keep := !hidden(r)
		switch {
		case !keep:
		case r == zwj || r == zwnj:
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			keep = joins(r, prev, next)
		case r == vs15 || r == vs16:
			keep = styled(prev)
		}
		if keep && unicode.Is(unicode.M, r) {
			marks++
			keep = marks <= maxMarks
		} else if keep && r != zwj && r != zwnj {
			marks = 0
		}
		if !keep {
			removed++
			continue
		}
		out.WriteRune(r)
		prev = r
	}
	return out.String(), removed
}
