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
	"insignia/internal/locale"
)

// Narrative is the criteria narrative in the Markdown that every issuer
// shows: paragraphs and "-" lists, no HTML, no picture, no <link>. What
// people typed shows as they typed it. Answers that are private, notes for
// the assessor and the validity, which is the issuer's business, stay out.
// A draft without any answer to question 4 gives "".
func Narrative(d designer.Draft, w locale.Words) string {
	var parts []string
	add := func(key, text string) {
		if text != "" {
			parts = append(parts, w.T(key, "text", text))
		}
	}
	if list := steps(d, w); list != "" {
		parts = append(parts, intro(d, w), list)
	}
	c := d.Criteria
	first, rest := paragraphs(c.Evidence)
	add("export.evidence", first)
	parts = append(parts, rest...)
	add("export.assessor", inline(c.Assessor))
	if c.Method != "" && w.Known("export.method."+c.Method) {
		add("export.method", w.T("export.method."+c.Method))
	}
	add("export.effort", inline(effort(c.Effort, w)))
	add("export.level", level(c.Level, w))
	add("export.rubric", address(c.Rubric))
	return strings.Join(append(parts, before(d.Next, w)...), "\n\n")
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

// steps is the list, an item a line.
func steps(d designer.Draft, w locale.Words) string {
	var items []string
	for _, s := range d.Criteria.Steps {
		text := escape(s.Text)
		if text == "" {
			continue
		}
		if s.Optional {
			text += " " + w.T("export.step.optional")
		}
		if e := inline(s.Evidence); e != "" {
			text += " " + w.T("export.step.evidence", "text", e)
		}
		items = append(items, "- "+text)
	}
	return strings.Join(items, "\n")
}

// paragraphs splits a text of several lines, which Markdown would join: the
// first, which follows a label, and the others.
func paragraphs(text string) (first string, rest []string) {
	for line := range strings.Lines(text) {
		switch {
		case strings.TrimSpace(line) == "":
		case first == "":
			first = inline(line)
		default:
			rest = append(rest, escape(line))
		}
	}
	return first, rest
}

// level is "Helper (2 of 3)", or the part of it that is there.
func level(l designer.CriteriaLevel, w locale.Words) string {
	name, rung := inline(l.Name), ""
	if l.Step > 0 && l.Of > 0 {
		rung = w.T("export.level.rung", "step", l.Step, "of", l.Of)
	}
	if name != "" && rung != "" {
		return name + " (" + rung + ")"
	}
	return name + rung
}

// before names the badges that come first.
func before(n designer.Next, w locale.Words) []string {
	var names []string
	for _, r := range n.Requires {
		if r = inline(r); r != "" {
			names = append(names, r)
		}
	}
	switch {
	case len(names) == 0:
		return nil
	case len(names) == 1:
		return []string{w.T("export.before.one", "text", names[0])}
	}
	for i := range names {
		names[i] = opening(names[i])
	}
	intro := w.T("export.before.all")
	if k := int(n.Rule); k > 0 && k != len(names) {
		intro = w.N("export.before.some", k)
	}
	return []string{intro, "- " + strings.Join(names, "\n- ")}
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
