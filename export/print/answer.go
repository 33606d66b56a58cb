// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package print

import (
	"insignia/designer"
)

// answer is one field on the filled sheet.
type answer struct {
	ID    string
	Label string
	Open  string // words for a core field without an answer
	Texts []text // one is a text, several are a list
	Items []item // things with parts: steps, next badges, alignments
	// Counted items have numbers.
	Counted bool
	// Short answers stand two in a row.
	Short bool
}

// maxShort is how wide an answer may be that shares its row, in letters: a
// quarter of a line.
const maxShort = 20

// item is one thing of a list, with what belongs to it.
type item struct {
	Text  text
	Aside string // in small letters behind it
	Parts []part
}

// part is a member of an item, behind its label.
type part struct {
	Label string
	Text  text
}

// answers are the answered fields of a question and, as open, its core fields
// that wait. The look is never open: what nobody chose is chosen.
func (v voice) answers(d *designer.Draft, q designer.Question, without ...string) []answer {
	var out []answer
	for _, f := range designer.FieldsOf(q) {
		if has(without, f.ID) {
			continue
		}
		a := answer{ID: f.ID, Label: v.T("field." + f.ID + ".label")}
		switch {
		case !f.Empty(d):
			v.fill(&a, d, f)
			a.Short = len(a.Texts) == 1 && columns(a.Texts[0].Value) <= maxShort
		case f.Core && q != designer.AskLook:
			a.Open = v.T("print.open")
		default:
			continue
		}
		out = append(out, a)
	}
	return out
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// fill takes a field's answer in, as people read it.
func (v voice) fill(a *answer, d *designer.Draft, f designer.Field) {
	value := f.Value(d)
	own := func(s string) { a.Texts = []text{{Value: s}} }
	switch f.Input {
	case designer.Choice:
		if key := "option." + f.ID + "." + value; v.Known(key) {
			own(v.T(key))
			return
		}
	case designer.Colours:
		if key := "colour." + value; v.Known(key) {
			own(v.T(key))
			return
		}
	case designer.IconName:
		a.Texts = []text{v.figure(value)}
		return
	case designer.Date:
		own(v.date(value))
		return
	case designer.Number, designer.RuleOf, designer.Effort, designer.Tag, designer.URL, designer.Email:
		own(value)
		return
	case designer.Steps:
		a.Counted = true
		a.Items = v.steps(d.Criteria.Steps)
		return
	case designer.Leads:
		for _, l := range d.Next.Leads {
			a.Items = append(a.Items, v.item(l.Name, v.part("url", l.URL)))
		}
		return
	case designer.Alignments:
		for _, t := range d.Alignment {
			a.Items = append(a.Items, v.item(t.TargetName, v.part("targetUrl", t.TargetURL), v.part("targetDescription", t.TargetDescription),
				v.part("targetFramework", t.TargetFramework), v.part("targetCode", t.TargetCode)))
		}
		return
	case designer.Lines:
		for _, s := range f.List(d) {
			a.Texts = append(a.Texts, v.said(s))
		}
		return
	}
	a.Texts = []text{v.said(value)}
}

func (v voice) steps(steps []designer.Step) []item {
	var out []item
	for _, s := range steps {
		i := v.item(s.Text, v.part("evidence", s.Evidence), v.part("note", s.Note))
		if s.Optional {
			i.Aside = v.T("print.optional")
		}
		out = append(out, i)
	}
	return out
}

func (v voice) item(s string, parts ...part) item {
	i := item{Text: v.said(s)}
	for _, p := range parts {
		if p.Text.Value != "" {
			i.Parts = append(i.Parts, p)
		}
	}
	return i
}

func (v voice) part(id, value string) part {
	return part{v.T("part." + id), v.said(value)}
}
