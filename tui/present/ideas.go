// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package present

import (
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/internal/locale"
	"insignia/tui/screen"
)

// idea is one thing to say. It takes a page, or as many as it is long.
type idea struct {
	question designer.Question // the one it answers; Review for what answers none
	kind     kind
	heading  string
	note     string   // beside the heading
	items    []string // the text, in pieces that belong on a page each
	group    int      // ideas of a group are set alike
}

type kind int

const (
	text   kind = iota
	title       // name and picture
	nextUp      // name and picture of the badge that comes
)

// fewSteps is up to how many steps each has a page of its own. More would be
// clicked away faster than read.
const fewSteps = 5

// ideas are what is to be said of the badge whose turn it is: what nobody
// answered is no idea.
func ideas(env screen.Env, turn int) []idea {
	d, w := env.Shown[turn], env.Words
	out := []idea{{kind: title, question: designer.Start}}
	group := 0
	add := func(q designer.Question, heading string, items ...string) {
		items = tidy(items)
		if len(items) > 0 {
			group++
			out = append(out, idea{question: q, heading: w.T(heading), items: items, group: group})
		}
	}
	add(designer.AskEarner, "question.earner.title", d.Earner.Who)
	add(designer.AskWhy, "question.why.title", d.Why.Earner)
	add(designer.AskWhy, "field.why.viewer.label", d.Why.Viewer)
	out = append(out, steps(d, w)...)
	group += len(out)
	add(designer.AskCriteria, "field.criteria.evidence.label", d.Criteria.Evidence)
	var leads []string
	for _, l := range d.Next.Leads {
		leads = append(leads, l.Name)
	}
	add(designer.AskNext, "question.next.title", leads...)
	add(designer.AskNext, "field.next.doors.label", d.Next.Doors)
	add(designer.Review, "present.pitch", prose.Pitch(d, locale.For(d.Language)))
	if turn+1 < len(env.Shown) {
		out = append(out, idea{question: designer.Review, kind: nextUp, heading: w.T("present.next")})
	}
	return out
}

// steps are the criteria: a step an idea, or all of them as a list.
func steps(d designer.Draft, w locale.Words) []idea {
	var items []string
	for _, s := range d.Criteria.Steps {
		t := strings.TrimSpace(s.Text)
		if t != "" && s.Optional {
			t += " " + w.T("export.step.optional")
		}
		items = append(items, t)
	}
	items = tidy(items)
	heading := w.T("question.criteria.title")
	note := func(of string) string {
		if n := int(d.Criteria.Rule); n > 0 && n < len(items) {
			return w.N("present.some", n) + "  " + of
		}
		return of
	}
	var out []idea
	switch n := len(items); {
	case n > fewSteps:
		for i := range items {
			items[i] = strconv.Itoa(i+1) + ". " + items[i]
		}
		return []idea{{question: designer.AskCriteria, heading: heading, note: note(""), items: items, group: -1}}
	case n == 1:
		return []idea{{question: designer.AskCriteria, heading: heading, items: items, group: -1}}
	}
	for i, t := range items {
		of := strconv.Itoa(i+1) + " / " + strconv.Itoa(len(items))
		out = append(out, idea{question: designer.AskCriteria, heading: heading, note: note(of), items: []string{t}, group: -1})
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

// who is a badge in the queue: its team and its name.
func who(d designer.Draft, w locale.Words) string {
	name := strings.TrimSpace(d.Name)
	if name == "" {
		name = w.T("ui.unnamed")
	}
	if t := strings.TrimSpace(d.Team); t != "" {
		return t + " · " + name
	}
	return name
}
