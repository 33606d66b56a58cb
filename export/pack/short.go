// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"insignia/internal/clean"
)

// more stands where a text was shortened.
const more = " …"

// length counts as a browser does for maxlength: characters beyond the Basic
// Multilingual Plane, as most emoji, count twice.
func length(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// short is s in at most limit characters: up to the end of a sentence or a
// line if that is not much less, else of a word, else of what is seen as one
// character, and a sign that there is more.
func short(s string, limit int) string {
	if limit <= 0 || length(s) <= limit {
		return s
	}
	s = within(s, limit-length(more))
	at := end(s)
	if at < len(s)/2 {
		at = strings.LastIndexFunc(s, unicode.IsSpace)
	}
	if at >= len(s)/2 {
		s = s[:at]
	}
	return strings.TrimRight(s, " \n,;:–—-") + more
}

// within is the beginning of s that has at most so many characters; no letter
// is parted from its accents.
func within(s string, limit int) string {
	runes, units := 0, 0
	for _, r := range s {
		if units++; r > 0xFFFF {
			units++
		}
		if units > limit {
			break
		}
		runes++
	}
	s, _ = clean.Cut(s, runes)
	return s
}

// end is where the last whole sentence or line of s ends, 0 for nowhere.
func end(s string) int {
	at := 0
	for i, r := range s {
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		switch {
		case r == '\n', strings.ContainsRune("。！？", r):
			at = i + utf8.RuneLen(r)
		case strings.ContainsRune(".!?…", r) && (next == ' ' || next == '\n'):
			at = i + utf8.RuneLen(r)
		}
	}
	return at
}

// shortList is short for Markdown, and for text with "-" lists: only whole
// items and paragraphs stay, as long as there are any.
func shortList(s string, limit int) string {
	if limit <= 0 || length(s) <= limit {
		return s
	}
	lines := strings.Split(s, "\n")
	for n := len(lines) - 1; n > 0; n-- {
		if t := strings.TrimSpace(strings.Join(lines[:n], "\n")); t != "" && length(t)+2+length("…") <= limit {
			return t + "\n\n…"
		}
	}
	return short(s, limit)
}
