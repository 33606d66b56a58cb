// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package prose

import (
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/internal/locale"
)

// Point is one thing to say when a badge is presented: a page of its own.
type Point struct {
	Question designer.Question // that it answers; Review for the pitch
	Heading  string            // in words
	Note     string            // beside the heading, "" for none
	Items    []string          // an answer as it was typed, or the items of a list
	Steps    bool              // it is a step of the criteria, or all of them
}

// fewSteps is up to how many steps are a point each. More would be passed by
// faster than read, and are a list.
const fewSteps = 5

// Points are what there is to say of a badge after its name, in the order of
// the questions, the pitch last. What nobody answered is no point, and what is
// private is none either.
func Points(d designer.Draft, w locale.Words) []Point {
	var out []Point
	add := func(q designer.Question, heading string, items ...string) {
		if items = tidy(items); len(items) > 0 {
			out = append(out, Point{Question: q, Heading: w.T(heading), Items: items})
		}
	}
	add(designer.AskEarner, "question.earner.title", d.Earner.Who)
	add(designer.AskWhy, "question.why.title", d.Why.Earner)
	add(designer.AskWhy, "field.why.viewer.label", d.Why.Viewer)
	out = append(out, stepPoints(d, w)...)
	add(designer.AskCriteria, "field.criteria.evidence.label", d.Criteria.Evidence)
	var leads []string
	for _, l := range d.Next.Leads {
		leads = append(leads, l.Name)
	}
	add(designer.AskNext, "question.next.title", leads...)
	add(designer.AskNext, "field.next.doors.label", d.Next.Doors)
	add(designer.Review, "present.pitch", Pitch(d, locale.For(d.Language)))
	return out
}

// stepPoints are the criteria: a step a point, or all of them as a list.
func stepPoints(d designer.Draft, w locale.Words) []Point {
	var items []string
	for _, s := range d.Criteria.Steps {
		t := strings.TrimSpace(s.Text)
		if t != "" && s.Optional {
			t += " " + w.T("export.step.optional")
		}
		items = append(items, t)
	}
	items = tidy(items)
	n, rule := len(items), ""
	if r := int(d.Criteria.Rule); r > 0 && r < n {
		rule = w.N("present.some", r)
	}
	p := Point{Question: designer.AskCriteria, Heading: w.T("question.criteria.title"), Note: rule, Items: items, Steps: true}
	switch {
	case n == 0:
		return nil
	case n == 1:
		return []Point{p}
	case n > fewSteps:
		for i := range items {
			items[i] = strconv.Itoa(i+1) + ". " + items[i]
		}
		return []Point{p}
	}
	var out []Point
	for i, t := range items {
		p.Items = []string{t}
		p.Note = strings.TrimSpace(rule + "  " + strconv.Itoa(i+1) + "/" + strconv.Itoa(n))
		out = append(out, p)
	}
	return out
}

// tidy leaves out what is blank.
func tidy(items []string) []string {
	out := slices.Clone(items)
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}
