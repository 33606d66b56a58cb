// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package prose

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"insignia/designer"
	"insignia/export/check"
	"insignia/internal/clean"
)

var (
	entity      = regexp.MustCompile(`^&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)
	listNumber  = regexp.MustCompile(`^[0-9]{1,9}[.)]( |$)`)
	listMark    = regexp.MustCompile(`^[-+*]( |$)`)
	ruled       = regexp.MustCompile(`^(?:- ?)+$`)
	bracketEnds = regexp.MustCompile(`\][(\[:]`)
)

// escape writes a line of plain text as a whole line of Markdown so that it
// shows as it was typed: under CommonMark, under its GitHub dialect, and under
// issuers that strip tags first. Only what would turn into something else is
// touched, since some issuers show Markdown as it stands.
func escape(line string) string { return opening(inline(line)) }

// inline is escape for text that something stands before.
func inline(line string) string {
	line, _ = clean.Line(line) // first: what is hidden between two characters would keep them from being seen as a tag
	line = strings.Join(strings.Fields(line), " ")
	linked := bracketEnds.MatchString(line)
	var out strings.Builder
	for i, r := range line {
		prev, _ := utf8.DecodeLastRuneInString(line[:i])
		rest := line[i+utf8.RuneLen(r):]
		next, _ := utf8.DecodeRuneInString(rest)
		switch r {
		case '<':
			if check.HasMarkup(line[i:min(len(line), i+2)]) {
				out.WriteString("&lt;")
				continue
			}
		case '&':
			if entity.MatchString(line[i:]) {
				out.WriteString("&amp;")
				continue
			}
		default:
			if special(r, prev, next, i == 0, rest == "", linked) {
				out.WriteByte('\\')
			}
		}
		out.WriteRune(r)
	}
	return out.String()
}

// address is a web address as Markdown shows and links it: the characters
// that could be emphasis or a bracket are encoded, which is the same address.
func address(url string) string {
	if f := designer.CheckURL(url); f == designer.FlawMalformed || f == designer.FlawEmpty {
		return inline(url)
	}
	var out strings.Builder
	for i, r := range url {
		prev, _ := utf8.DecodeLastRuneInString(url[:i])
		next, _ := utf8.DecodeRuneInString(url[i+utf8.RuneLen(r):])
		switch {
		case strings.ContainsRune("*~[]", r), r == '_' && !(word(prev) && word(next)):
			fmt.Fprintf(&out, "%%%02X", r)
		case r == '&' && entity.MatchString(url[i:]):
			out.WriteString("&amp;")
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// special reports whether r would be read as markup inside a line.
func special(r, prev, next rune, first, last, linked bool) bool {
	switch r {
	case '`':
		return true
	case '\\': // before punctuation it hides, at the end it breaks the line
		return last || next < utf8.RuneSelf && (unicode.IsPunct(next) || unicode.IsSymbol(next))
	case '*':
		return !first && prev != ' ' || !last && next != ' '
	case '_': // inside a word it is a letter
		return (first || !word(prev) || last || !word(next)) && (!first && prev != ' ' || !last && next != ' ')
	case '~':
		return !first && prev != ' ' || next == '~'
	case '[': // a link, a reference, a task's box, a picture
		return linked || first || prev == '!'
	}
	return false
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// opening escapes what only counts at the beginning of a line: headings,
// quotations, list marks and rules.
func opening(line string) string {
	switch {
	case line == "":
	case line[0] == '#', line[0] == '>', listMark.MatchString(line), ruled.MatchString(line):
		return `\` + line
	case listNumber.MatchString(line):
		i := strings.IndexAny(line, ".)")
		return line[:i] + `\` + line[i:]
	}
	return line
}
