// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"unicode"
	"unicode/utf8"
)

// Cut returns at most the first limit characters (code points) of s and
// reports whether anything was cut. A letter is not parted from its accents,
// nor an emoji from what is joined to it, as long as that leaves anything.
func Cut(s string, limit int) (string, bool) {
	at, n := len(s), 0
	for i := range s {
		if n == max(limit, 0) {
			at = i
			break
		}
		n++
	}
	if at == len(s) {
		return s, false
	}
	for i := at; i > 0; {
		if !within(s, i) {
			return s[:i], true
		}
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[:at], true
}

// within reports whether i parts what is seen as one character: a near and
// cheap reading of UAX 29 that needs no tables of its own.
func within(s string, i int) bool {
	prev, _ := utf8.DecodeLastRuneInString(s[:i])
	next, _ := utf8.DecodeRuneInString(s[i:])
	switch {
	case prev == zwj, next == zwj, next == zwnj, next >= 0x1F3FB && next <= 0x1F3FF, prev == '\r' && next == '\n':
		return true
	case unicode.Is(unicode.M, next):
		return prev != '\n'
	case flagHalf(prev) && flagHalf(next):
		return halvesBefore(s[:i])%2 == 1
	}
	return false
}

// flagHalf reports whether r is a regional indicator: two of them are a flag.
func flagHalf(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

func halvesBefore(s string) int {
	n := 0
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !flagHalf(r) {
			break
		}
		s = s[:len(s)-size]
		n++
	}
	return n
}
