// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package prose composes sentences from the answers of a draft: the criteria
// narrative that every format carries, and a first description. It writes in
// the words it is handed and knows what of a draft may leave the workshop; it
// refuses to know files and formats.
package prose

import (
	"strings"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

// Narrative is the criteria narrative in the Markdown that every issuer
// shows: paragraphs and "-" lists, no HTML, no picture, no <link>. What
// people typed shows as they typed it. Answers that are private, notes for
// the assessor and the validity, which is the issuer's business, stay out.
// A draft without any answer to question 4 gives "".
func Narrative(d designer.Draft, w locale.Words) string {
	var out []string
	for _, p := range passages(d, w, markdown) {
		if p.Text != "" {
			out = append(out, p.Text)
			continue
		}
		out = append(out, "- "+strings.Join(p.Items, "\n- "))
	}
	return strings.Join(out, "\n\n")
}

// Passage is a paragraph of the narrative, or a list in it.
type Passage struct {
	Text  string   // "" for a list
	Items []string // of a list
}

// Passages are the narrative as plain text, for those who write no Markdown.
func Passages(d designer.Draft, w locale.Words) []Passage { return passages(d, w, plain) }

// voice is how answers are written into a narrative.
type voice struct {
	inline  func(string) string // text that something stands before
	whole   func(string) string // text that begins a line
	opening func(string) string // makes whole of inline
	address func(string) string
}

var (
	markdown = voice{inline, escape, opening, address}
	plain    = voice{oneLine, oneLine, func(s string) string { return s }, oneLine}
)

// oneLine is text as it was typed, on one line.
func oneLine(s string) string {
	s, _ = clean.Line(s)
	return strings.Join(strings.Fields(s), " ")
}

func passages(d designer.Draft, w locale.Words, v voice) []Passage {
	var out []Passage
	add := func(key, text string) {
		if text != "" {
			out = append(out, Passage{Text: w.T(key, "text", text)})
		}
	}
	if list := v.steps(d, w); len(list) > 0 {
		out = append(out, Passage{Text: intro(d, w)}, Passage{Items: list})
	}
	c := d.Criteria
	first, rest := v.paragraphs(c.Evidence)
	add("export.evidence", first)
	for _, text := range rest {
		out = append(out, Passage{Text: text})
	}
	add("export.assessor", v.inline(c.Assessor))
	if c.Method != "" && w.Known("export.method."+c.Method) {
		add("export.method", w.T("export.method."+c.Method))
	}
	add("export.effort", v.inline(effort(c.Effort, w)))
	add("export.level", v.level(c.Level, w))
	add("export.rubric", v.address(c.Rubric))
	return append(out, v.before(d.Next, w)...)
}

// intro introduces the steps and says how many of them are needed.
func intro(d designer.Draft, w locale.Words) string {
	if n := int(d.Criteria.Rule); n > 0 && n != filled(d.Criteria.Steps) {
		return w.N("export.steps.some", n)
	}
	return w.T("export.steps.all")
}

func filled(steps []designer.Step) int {
	n := 0
	for _, s := range steps {
		if strings.TrimSpace(s.Text) != "" {
			n++
		}
	}
	return n
}

// steps are the items of the list.
func (v voice) steps(d designer.Draft, w locale.Words) []string {
	var items []string
	for _, s := range d.Criteria.Steps {
		text := v.whole(s.Text)
		if text == "" {
			continue
		}
		if s.Optional {
			text += " " + w.T("export.step.optional")
		}
		if e := v.inline(s.Evidence); e != "" {
			text += " " + w.T("export.step.evidence", "text", e)
		}
		items = append(items, text)
	}
	return items
}

// paragraphs splits a text of several lines, which Markdown would join: the
// first, which follows a label, and the others.
func (v voice) paragraphs(text string) (first string, rest []string) {
	for line := range strings.Lines(text) {
		switch {
		case strings.TrimSpace(line) == "":
		case first == "":
			first = v.inline(line)
		default:
			rest = append(rest, v.whole(line))
		}
	}
	return first, rest
}

// level is "Helper (2 of 3)", or the part of it that is there.
func (v voice) level(l designer.CriteriaLevel, w locale.Words) string {
	name, rung := v.inline(l.Name), ""
	if l.Step > 0 && l.Of > 0 {
		rung = w.T("export.level.rung", "step", l.Step, "of", l.Of)
	}
	if name != "" && rung != "" {
		return name + " (" + rung + ")"
	}
	return name + rung
}

// before names the badges that come first.
func (v voice) before(n designer.Next, w locale.Words) []Passage {
	var names []string
	for _, r := range n.Requires {
		if r = v.inline(r); r != "" {
			names = append(names, r)
		}
	}
	switch {
	case len(names) == 0:
		return nil
	case len(names) == 1:
		return []Passage{{Text: w.T("export.before.one", "text", names[0])}}
	}
	for i := range names {
		names[i] = v.opening(names[i])
	}
	intro := w.T("export.before.all")
	if k := int(n.Rule); k > 0 && k != len(names) {
		intro = w.N("export.before.some", k)
	}
	return []Passage{{Text: intro}, {Items: names}}
}

// effort says an ISO 8601 duration in words: "1 hour 30 minutes".
func effort(iso string, w locale.Words) string {
	typed := designer.FormatEffort(iso)
	if typed == iso {
		return iso
	}
	var parts []string
	fields := strings.Fields(typed)
	for i := 0; i+1 < len(fields); i += 2 {
		n := 0
		for _, c := range fields[i] {
			n = 10*n + int(c-'0')
		}
		if n > 0 {
			parts = append(parts, w.N("export.unit."+fields[i+1], n))
		}
	}
	return strings.Join(parts, " ")
}
