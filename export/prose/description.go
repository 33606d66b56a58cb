// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

// maxDescription is the most characters of a drafted description: half of
// what the tightest form takes (700, Open Educational Badges), so that people
// may add to it.
const maxDescription = 400

// Description drafts a description: what the badge tells its reader, then
// what its holder did. Plain text on one line, at most 400 characters, for
// people to confirm or change. It is "" only when nothing is answered yet,
// the language apart. Who the badge is for is never in it: that may be a
// person.
func Description(d designer.Draft, w locale.Words) string {
	out := sentence(d.Why.Viewer)
	var done []string
	for _, s := range d.Criteria.Steps {
		if t := bare(s.Text); t != "" {
			done = append(done, t)
		}
	}
	for n := fitting(done); n > 0; n-- {
		list := strings.Join(done[:n], "; ")
		if n < len(done) {
			list += " …"
		}
		more := join(out, sentence(w.T("export.description.steps", "text", list)))
		if utf8.RuneCountInString(more) <= maxDescription {
			return more
		}
	}
	for _, t := range []string{out, strings.Join(done, "; "), d.Why.Earner, d.Criteria.Evidence, d.Why.Reward, d.Why.Issuer} {
		if t = sentence(t); t != "" {
			return shorten(t)
		}
	}
	return fallback(d, w)
}

// fitting is how many of the texts could fit at all: to try all of fifty long
// ones would take longer than everything else in a badge's files.
func fitting(texts []string) int {
	runes := 0
	for n, t := range texts {
		if runes += utf8.RuneCountInString(t); runes > maxDescription {
			return n
		}
	}
	return len(texts)
}

// fallback says what little there is to say.
func fallback(d designer.Draft, w locale.Words) string {
	if d.Kind != "" && w.Known("export.description."+d.Kind) {
		return w.T("export.description." + d.Kind)
	}
	for _, f := range designer.Fields() {
		if f.ID != "language" && !f.Empty(&d) {
			return w.T("export.description.any")
		}
	}
	return ""
}

// sentence is s on one line with a full stop.
func sentence(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if last, _ := utf8.DecodeLastRuneInString(s); s != "" && (unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune(`)"”»’%`, last)) {
		s += "."
	}
	return s
}

// bare is s on one line without its full stop.
func bare(s string) string { return strings.TrimRight(strings.Join(strings.Fields(s), " "), ".; ") }

func join(a, b string) string { return strings.TrimSpace(a + " " + b) }

// shorten cuts at a word.
func shorten(s string) string {
	cut, was := clean.Cut(s, maxDescription-2)
	if !was {
		return s
	}
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.") + " …"
}
