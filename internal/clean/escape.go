// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"unicode/utf8"
)

const (
	esc = 0x1B
	bel = 0x07
)

// unescape drops terminal control sequences (ECMA-48) with what they carry,
// so that a pasted "ESC[31mred" leaves "red" and not "[31mred". What only
// begins like a sequence loses its introducer: the rest may be somebody's text.
func unescape(s string) (string, int) {
	if !strings.ContainsFunc(s, func(r rune) bool { return r == esc || r >= 0x80 && r < 0xA0 }) {
		return s, 0
	}
	var out strings.Builder
	removed := 0
	for i := 0; i < len(s); {
		if n := sequence(s[i:]); n > 0 {
			removed += utf8.RuneCountInString(s[i : i+n])
			i += n
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		out.WriteString(s[i : i+size])
		i += size
	}
	return out.String(), removed
}

// sequence returns the length in bytes of the control sequence that s begins
// with, 0 for none.
func sequence(s string) int {
	kind, at := introducer(s)
	switch kind {
	case 0:
		return 0
	case '[':
		return at + csi(s[at:])
	case ']', 'P', 'X', '^', '_':
		return at + carried(s[at:], kind == ']')
	case ' ': // intermediates as in "ESC ( B"
		for at < len(s) && s[at] >= 0x20 && s[at] <= 0x2F {
			at++
		}
		if at < len(s) && s[at] >= 0x30 && s[at] <= 0x7E {
			at++
		}
	}
	return at
}

// introducer names the sequence s begins with by the letter after ESC, in
// seven or in eight bits, and returns where its parameters start. A space
// stands for all sequences with intermediates, a dot for those of two characters.
func introducer(s string) (kind byte, at int) {
	if s[0] == esc {
		if len(s) == 1 {
			return '.', 1
		}
		switch c := s[1]; {
		case strings.IndexByte("[]PX^_", c) >= 0:
			return c, 2
		case c >= 0x20 && c <= 0x2F:
			return ' ', 1
		case c >= 0x30 && c <= 0x7E:
			return '.', 2
		}
		return '.', 1
	}
	if s[0] == 0xC2 && len(s) > 1 && s[1] >= 0x80 && s[1] < 0xA0 {
		if c := s[1] - 0x40; strings.IndexByte("[]PX^_", c) >= 0 {
			return c, 2
		}
		return '.', 2
	}
	return 0, 0
}

// csi returns the length of the parameters, intermediates and final letter.
func csi(s string) int {
	i := 0
	for i < len(s) && s[i] >= 0x30 && s[i] <= 0x3F {
		i++
	}
	for i < len(s) && s[i] >= 0x20 && s[i] <= 0x2F {
		i++
	}
	if i < len(s) && s[i] >= 0x40 && s[i] <= 0x7E {
		return i + 1
	}
	return i
}

// carried returns the length of a string sequence up to and with its end. One
// that does not end on its line, or before another sequence begins, is none:
// then only the introducer goes. Stopping there keeps the work linear.
func carried(s string, bell bool) int {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\n':
			return 0
		case s[i] == bel && bell:
			return i + 1
		case s[i] == esc:
			if i+1 < len(s) && s[i+1] == '\\' {
				return i + 2
			}
			return 0
		case s[i] == 0xC2 && i+1 < len(s) && s[i+1] >= 0x80 && s[i+1] < 0xA0:
			if s[i+1] == 0x9C {
				return i + 2
			}
			return 0
		}
	}
	return 0
}
