// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"insignia/designer"
	"insignia/internal/locale"
)

// compose makes steps of a text: of its lists where it has any, else of its
// paragraphs. What else it says stands under evidence afterwards, so that
// people see it; the sentence that only leads to a list goes. It reports
// whether there were marks that a plain text has not.
func (r *reader) compose(bs []block) (marked bool) {
	plain := func(s string) string {
		s, was := unmarked(s)
		marked = marked || was
		return s
	}
	for i := range bs {
		for j, l := range bs[i].lines {
			bs[i].lines[j] = plain(l)
		}
		for j, l := range bs[i].items {
			bs[i].items[j] = plain(l)
		}
	}
	listed := slices.ContainsFunc(bs, func(b block) bool { return b.items != nil })
	titled := titles(bs, listed)
	title, around := "", []string(nil)
	for i, b := range bs {
		text := strings.Join(b.lines, " ")
		switch {
		case b.heading && titled:
			title = strings.TrimRight(text, ":. ")
		case b.heading, text == "" && b.items == nil, b.items == nil && r.label(text):
		case b.items != nil:
			if len(b.items) > 1 && strings.HasSuffix(b.items[0], ":") && leads(b.items[0]) { // Moodle marks it like the others
				b.items = b.items[1:]
			}
			r.steps(title, b.items)
			title = ""
		case listed && (leads(text) || i+1 < len(bs) && bs[i+1].items != nil && titular(text)):
		case listed:
			around = append(around, text)
		default:
			intro, steps := apart(b.lines)
			if intro != "" && !leads(intro) {
				around = append(around, intro)
			}
			r.steps(title, steps)
			title = ""
		}
	}
	if len(around) > 0 {
		r.evidence(around)
	}
	if len(r.Draft.Criteria.Steps) == 0 && len(around) == 0 { // it is all headings
		for _, b := range bs {
			if b.heading {
				r.steps("", b.lines)
			}
		}
	}
	return marked
}

// titles reports whether a text has several parts with a title each: then the
// titles say something that the steps do not.
func titles(bs []block, listed bool) bool {
	n := 0
	for i, b := range bs {
		if b.heading && i+1 < len(bs) && !bs[i+1].heading && (!listed || bs[i+1].items != nil) {
			n++
		}
	}
	return n > 1
}

// leads reports whether a paragraph only leads to a list.
func leads(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return (last == ':' || last == '…') && len(strings.Fields(s)) <= 25 && !strings.ContainsAny(strings.TrimRight(s, ".…: "), ".!?;")
}

// titular reports whether a paragraph before a list is only its title.
func titular(s string) bool { return len(strings.Fields(s)) <= 3 && !strings.HasSuffix(s, ".") }

func (r *reader) steps(title string, items []string) {
	w := words{locale.For(r.Draft.Language)}
	for _, item := range items {
		s := w.step(strings.TrimRight(strings.TrimSpace(item), ";, "))
		if title != "" {
			s.Text = title + ": " + s.Text
		}
		if len(s.Evidence) > maxPart { // a sentence, not what is handed in
			s = designer.Step{Text: item}
		}
		if !r.step(s) {
			return
		}
	}
}

// label reads a paragraph that begins as our own do, in any language.
func (r *reader) label(s string) bool {
	for _, tag := range locale.Languages() {
		d := r.Draft // whose lists a label leaves alone
		if (words{locale.For(tag)}).labelled(s, &d) && fits(d) {
			r.Draft = d
			return true
		}
	}
	return false
}

// fits reports whether all answers are within their limits.
func fits(d designer.Draft) bool {
	for _, f := range designer.Fields() {
		long := func(s string) bool { return f.Limit > 0 && utf8.RuneCountInString(s) > f.Limit }
		n, _ := strconv.Atoi(f.Value(&d))
		switch {
		case f.Input == designer.Alignments: // which have been held to their limits
		case f.IsList() && (len(f.List(&d)) > f.Items || slices.ContainsFunc(f.List(&d), long)),
			!f.IsList() && long(f.Value(&d)),
			f.Input == designer.Number && n > f.Max,
			f.Input == designer.Steps && slices.ContainsFunc(d.Criteria.Steps, func(s designer.Step) bool { return long(s.Evidence) }):
			return false
		}
	}
	return true
}

// evidence puts what stands around a list where people see it.
func (r *reader) evidence(paragraphs []string) {
	r.tell("IMPORT-PROSE", designer.Hint, "criteria.evidence")
	if e := r.Draft.Criteria.Evidence; e != "" {
		paragraphs = append([]string{e}, paragraphs...)
	}
	r.set("criteria.evidence", strings.Join(paragraphs, "\n"))
}

// counter is a number before an item inside of a sentence: 1. or (1).
var counter = regexp.MustCompile(`(?:^|[\s:;,])\(?(\d{1,2})[.)]\s+`)

// apart takes a paragraph apart into the steps that it may have: lines that
// each begin anew, numbers in the text, or what stands between semicolons after
// a colon. Otherwise it is one.
func apart(lines []string) (intro string, steps []string) {
	if len(lines) > 1 && !slices.ContainsFunc(lines, wrapped) {
		if leads(lines[0]) && strings.HasSuffix(lines[0], ":") {
			return lines[0], lines[1:]
		}
		return "", lines
	}
	text := strings.Join(lines, " ")
	if intro, steps = numbered(text); len(steps) > 1 {
		return intro, steps
	}
	if before, after, ok := strings.Cut(text, ": "); ok && strings.Count(after, ";") > 1 {
		steps = nil
		for _, s := range strings.Split(after, ";") {
			if s = strings.TrimSpace(s); s != "" {
				steps = append(steps, s)
			}
		}
		return before + ":", steps
	}
	return "", []string{text}
}

// wrapped reports whether a line goes on with the one before it.
func wrapped(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(r) || utf8.RuneCountInString(line) > 300
}

// numbered splits at numbers that count from one.
func numbered(text string) (intro string, steps []string) {
	from, next := 0, 1
	for _, m := range counter.FindAllStringSubmatchIndex(text, -1) {
		if n, _ := strconv.Atoi(text[m[2]:m[3]]); n != next {
			continue
		}
		if next == 1 {
			intro = strings.TrimSpace(text[:m[0]+1])
			if m[0] == 0 {
				intro = ""
			}
		} else {
			steps = append(steps, strings.TrimSpace(text[from:m[0]+1]))
		}
		from = m[1]
		next++
	}
	return intro, append(steps, strings.TrimSpace(text[from:]))
}
