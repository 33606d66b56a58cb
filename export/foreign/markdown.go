// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// block is a part of a text: a heading, a paragraph or a list.
type block struct {
	heading bool
	lines   []string // of a heading or a paragraph, without marks
	items   []string // of a list
}

var (
	// mark begins an item: of Markdown, of word processors, or a number or a
	// letter as people type it.
	mark     = regexp.MustCompile(`^(\s*)(?:[-*+•‣▪◦·●○–—]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(\S.*)$`)
	heading  = regexp.MustCompile(`^#{1,6}\s+(.*?)\s*#*$`)
	ruler    = regexp.MustCompile(`^\s*(?:[-*_=~]\s*){3,}$`)
	checkbox = regexp.MustCompile(`^\[[ xX]\]\s+`)
	fence    = regexp.MustCompile("^\\s*(?:```|~~~)")
)

// blocks takes a text apart as people write it: mostly Markdown.
func blocks(text string) []block {
	p := parser{indent: -1}
	for line := range strings.Lines(text) {
		p.line(strings.TrimRight(strings.ReplaceAll(line, "\t", "    "), " \n"))
	}
	return p.out
}

type parser struct {
	out    []block
	indent int  // of the items of the list that is open, -1 for none
	blank  bool // the line before was empty
}

func (p *parser) line(line string) {
	line = strings.TrimPrefix(line, "> ")
	m := mark.FindStringSubmatch(line)
	last := len(p.out) - 1
	switch {
	case strings.TrimSpace(line) == "":
		p.blank = true
		return
	case fence.MatchString(line):
		return
	case ruler.MatchString(line):
		if last >= 0 && !p.blank && p.out[last].items == nil && len(p.out[last].lines) == 1 {
			p.out[last].heading = true // underlined
		}
		p.indent = -1
	case heading.MatchString(line):
		p.out = append(p.out, block{heading: true, lines: []string{heading.FindStringSubmatch(line)[1]}})
		p.indent = -1
	case m != nil:
		p.item(len(m[1]), checkbox.ReplaceAllString(m[2], ""))
	case p.indent >= 0 && (strings.HasPrefix(line, "  ") || !p.blank && continues(line)):
		p.join(strings.TrimSpace(line))
	case last >= 0 && p.indent < 0 && !p.blank && !p.out[last].heading && p.out[last].items == nil:
		p.out[last].lines = append(p.out[last].lines, strings.TrimSpace(line))
	default:
		p.indent = -1
		p.out = append(p.out, block{lines: []string{strings.TrimSpace(line)}})
	}
	p.blank = false
}

// continues reports whether a line goes on with the sentence before it.
func continues(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(r)
}

// item begins an item, or goes on with the one it is indented under.
func (p *parser) item(indent int, text string) {
	if p.indent < 0 {
		p.indent = indent
		p.out = append(p.out, block{})
	}
	b := &p.out[len(p.out)-1]
	if indent > p.indent+1 && len(b.items) > 0 {
		parent := &b.items[len(b.items)-1]
		joint := "; "
		if !strings.Contains(*parent, ": ") {
			joint = ": "
		}
		*parent = strings.TrimRight(*parent, ":;,") + joint + text
		return
	}
	p.indent = indent
	b.items = append(b.items, text)
}

func (p *parser) join(text string) {
	b := &p.out[len(p.out)-1]
	b.items[len(b.items)-1] += " " + text
}

// escapes is where the characters that a backslash escapes lie while marks are
// taken out: in a part of Unicode that means nothing.
const escapes = 0xE000

var (
	escaped   = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)
	hidden    = regexp.MustCompile(`[\x{E021}-\x{E07E}]`)
	pictured  = regexp.MustCompile(`!\[([^\]\n]*)\]\([^()\s]*(?:\s+"[^"]*")?\)`)
	linked    = regexp.MustCompile(`\[([^\[\]\n]+)\]\(<?([^()\s<>]+)>?(?:\s+"[^"]*")?\)`)
	autolink  = regexp.MustCompile(`<((?:https?://|mailto:)[^<>\s]+)>`)
	stressed  = regexp.MustCompile(`(\*\*|__|~~)(\S(?:[^*_~\n]*\S)?)(\*\*|__|~~)`)
	emphasis  = regexp.MustCompile(`(^|[^\p{L}\p{N}*_\\])([*_])(\S(?:[^*_\n]*[^\s*_])?)([*_])($|[^\p{L}\p{N}*_])`)
	codeSpan  = regexp.MustCompile("(`+)([^`\n]+)(`+)")
	lineBreak = regexp.MustCompile(`\\$`)
)

// unmarked is a line of Markdown as plain text, and whether it had any marks
// beyond escapes.
func unmarked(s string) (string, bool) {
	if hidden.MatchString(s) {
		return s, false
	}
	s = escaped.ReplaceAllStringFunc(s, func(m string) string { return string(rune(escapes) + rune(m[1])) })
	was := s
	s = pictured.ReplaceAllString(s, "$1")
	s = linked.ReplaceAllStringFunc(s, func(m string) string {
		sub := linked.FindStringSubmatch(m)
		if sub[1] == sub[2] {
			return sub[2]
		}
		return sub[1] + " (" + sub[2] + ")"
	})
	s = autolink.ReplaceAllString(s, "$1")
	s = codeSpan.ReplaceAllString(s, "$2")
	for range 3 { // marks inside of marks, and those that share a space
		s = stressed.ReplaceAllStringFunc(s, func(m string) string {
			sub := stressed.FindStringSubmatch(m)
			if sub[1] != sub[3] {
				return m
			}
			return sub[2]
		})
		s = emphasis.ReplaceAllStringFunc(s, func(m string) string {
			sub := emphasis.FindStringSubmatch(m)
			if sub[2] != sub[4] {
				return m
			}
			return sub[1] + sub[3] + sub[5]
		})
	}
	s = lineBreak.ReplaceAllString(s, "")
	marked := s != was
	s = html.UnescapeString(s)
	s = hidden.ReplaceAllStringFunc(s, func(m string) string {
		r, _ := utf8.DecodeRuneInString(m)
		return string(r - escapes)
	})
	return strings.Join(strings.Fields(s), " "), marked
}
