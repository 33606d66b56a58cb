// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"insignia/designer"
	"insignia/internal/locale"
)

var (
	bullet   = late(`^[-–—•*·▪▫◦‣∙●○✓✔☐☑□■→>]\s+`)
	numbered = late(`^\(?(\d{1,2})(?:[.)]|\s*[:–-]\s|\.\))\s*`)
	inline   = late(`(?:^|[\s;,])\(?(\d{1,2})[.)]\s`)
)

// manyTimes as many items as a list takes are looked at, so that lines that go
// on with an item and empty ones find room.
const manyTimes = 20

// split takes a cell with a whole list apart: its lines, or, on one line,
// what is numbered, or stands between bullets or semicolons; of keywords also
// what stands between commas, which no keyword has.
func split(f designer.Field, text string) []string {
	most := manyTimes * f.Items // the items beyond are one, and too many
	lines := trimmed(strings.SplitN(text, "\n", most), "")
	if len(lines) > 1 {
		return byLine(lines)
	}
	line := lines[0]
	if parts := byNumber(line); len(parts) > 1 {
		return parts
	}
	for _, sep := range []string{"•", ";"} {
		if strings.Contains(line, sep) {
			return unmarked(trimmed(strings.SplitN(line, sep, most), ""))
		}
	}
	if f.ID == "tags" {
		return unmarked(trimmed(strings.SplitN(line, ",", most), ""))
	}
	return unmarked([]string{line})
}

func trimmed(parts []string, cut string) []string {
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(strings.Trim(p, cut)); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// mark is the length of the bullet or number that a line begins with, and the
// number; 0 for a bullet. Without one the length is 0.
func mark(line string) (length, number int) {
	if m := bullet().FindString(line); m != "" {
		return len(m), 0
	}
	if m := numbered().FindStringSubmatch(line); m != nil && len(m[0]) < len(line) {
		n, _ := strconv.Atoi(m[1])
		return len(m[0]), n
	}
	return 0, 0
}

// byLine gives an item a line. Where the first line is marked, those without a
// mark go on with the item before them, as a spreadsheet's own line breaks do.
func byLine(lines []string) []string {
	first, number := mark(lines[0])
	if first == 0 || number > 1 {
		return unmarked(trimmed(lines, ";"))
	}
	var out []string
	for _, line := range lines {
		switch n, k := mark(line); {
		case n > 0 && (number == 0) == (k == 0) && (k == 0 || k == len(out)+1):
			out = append(out, strings.TrimRight(line[n:], " ;"))
		case len(out) == 0:
			out = append(out, line)
		default:
			out[len(out)-1] += " " + line
		}
	}
	return out
}

// unmarked takes bullets off, and a number where it is the item's own.
func unmarked(items []string) []string {
	for i, s := range items {
		if n, k := mark(s); n > 0 && (k == 0 || k == i+1 && len(items) > 1) {
			items[i] = s[n:]
		}
	}
	return items
}

// byNumber takes "1. a 2. b" apart, where the numbers count from one.
func byNumber(line string) []string {
	var begins, ends []int
	for _, m := range inline().FindAllStringSubmatchIndex(line, 99) {
		if line[m[2]:m[3]] == strconv.Itoa(len(begins)+1) && (len(begins) > 0 || m[0] == 0) {
			begins, ends = append(begins, m[0]), append(ends, m[1])
		}
	}
	begins = append(begins, len(line))
	var out []string
	for i, e := range ends {
		out = append(out, strings.Trim(line[e:begins[i+1]], " ;,("))
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

// mayBe are the words for optional, longest first.
var mayBe = sync.OnceValue(func() *regexp.Regexp {
	var words []string
	for _, tag := range locale.Languages() {
		for _, s := range list(locale.For(tag), "rows.optional") {
			words = append(words, regexp.QuoteMeta(s))
		}
	}
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	w := "(?:" + strings.Join(words, "|") + ")"
	return regexp.MustCompile(`(?is)^(?:[(\[]` + w + `[)\]]|` + w + `\s*[:–-])\s*(.+)$|^(.+?)\s*(?:[(\[]` + w + `[)\]]|[,;–]\s*` + w + `)[.;]?$`)
})

// optional takes the mark of a step that may be left out off its text.
func optional(text string) (string, bool) {
	m := mayBe().FindStringSubmatch(text)
	if m == nil {
		return text, false
	}
	return m[1] + m[2], true
}
