// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"regexp"

	"insignia/designer"
	"insignia/export/strict"
	"insignia/internal/locale"
)

// level reads the level that an Achievement stands for, where its results say
// one: a single ladder, and the rung that the earner has to be on.
func (r *reader) level(t *thing) {
	v, ok := t.take("resultDescription")
	if !ok {
		return
	}
	if l, fits := levelOf(v.Node); fits {
		r.Draft.Criteria.Level = l
	}
	if !r.own {
		r.keep(v.path, v.Node)
	}
}

// maxRungs is the most rungs of a ladder, as the table of fields says.
const maxRungs = 20

func levelOf(n strict.Node) (designer.CriteriaLevel, bool) {
	results := list(n)
	if len(results) != 1 {
		return designer.CriteriaLevel{}, false
	}
	d := newThing("", results[0])
	kind, _ := d.peek("resultType")
	need, _ := d.peek("requiredLevel")
	ladder, _ := d.peek("rubricCriterionLevel")
	rungs := list(ladder.Node)
	if kind.Text != "RubricCriterionLevel" || need.Text == "" || len(rungs) > maxRungs {
		return designer.CriteriaLevel{}, false
	}
	for i, rung := range rungs {
		t := newThing("", rung)
		id, _ := t.peek("id")
		name, _ := t.peek("name")
		if id.Text != need.Text || name.Kind != strict.String {
			continue
		}
		var d designer.Draft
		if !counts(name.Text) && d.Set("criteria.level.name", letters(cleaned(name.Text))) != nil {
			return designer.CriteriaLevel{}, false
		}
		l := d.Criteria.Level
		if len(rungs) > 1 {
			l.Step, l.Of = i+1, len(rungs)
		}
		return l, l != designer.CriteriaLevel{}
	}
	return designer.CriteriaLevel{}, false
}

// counts reports whether a name of a rung is only its number, in the words of
// package ob3.
func counts(name string) bool {
	for _, tag := range locale.Languages() {
		if regexp.MustCompile(`^` + (words{locale.For(tag)}).rung() + `$`).MatchString(name) {
			return true
		}
	}
	return false
}
