// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"strings"
	"unicode/utf8"

	"insignia/export/check"
)

// blunt writes the "<" that a platform would drop, with the text after it, as
// "‹", and the ">" that closes it as "›": they read the same and are no tag.
func blunt(s string, a Angles) string {
	if a == AnglesStay || !strings.ContainsRune(s, '<') {
		return s
	}
	var out strings.Builder
	open := 0
	for i, r := range s {
		switch {
		case r == '<' && tag(s[i:], a):
			out.WriteRune('‹')
			open++
		case r == '>' && open > 0:
			out.WriteRune('›')
			open--
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// tag reports whether the "<" that s begins with begins a tag.
func tag(s string, a Angles) bool {
	next, _ := utf8.DecodeRuneInString(s[1:])
	if a == AnglesOfPHP {
		return !strings.ContainsRune(" \t\n\v\f\r", next) // isspace of C
	}
	return check.HasMarkup(s[:min(len(s), 2)])
}

// apart puts a space between two opening braces: the template has its own.
func apart(s string) string {
	for strings.Contains(s, "{{") {
		s = strings.ReplaceAll(s, "{{", "{ {")
	}
	return s
}

// spaces makes plain spaces of those that do not break: browsers copy them so.
func spaces(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// takes reports whether a web address that Open Badges take is taken by
// Django's URLValidator too: at least two letters after the last dot, none of
// them a digit, and a port of more than one digit.
func takes(url string) bool {
	_, rest, _ := strings.Cut(url, "://")
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	if strings.HasPrefix(rest, "[") {
		return true
	}
	host, port, found := strings.Cut(rest, ":")
	if found && len(port) < 2 {
		return false
	}
	last := strings.ToLower(host[strings.LastIndexByte(strings.TrimSuffix(host, "."), '.')+1:])
	last = strings.TrimSuffix(last, ".")
	switch {
	case strings.HasPrefix(last, "xn--"):
		return true
	case strings.Trim(last, "0123456789") == "": // an address of IPv4
		return true
	}
	return len(last) >= 2 && strings.Trim(last, "abcdefghijklmnopqrstuvwxyz-") == ""
}
