// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/internal/locale"
)

// Count is how much of what a platform takes an answer needs.
type Count struct {
	Platform string // its name
	Field    string // id of a field of the badge, or a place in one: criteria.steps.2
	Item     int    // of a list without such places, from 1; 0 for none
	Have     int    // characters, as the platform counts them
	Limit    int
	Over     bool

	code string
}

// Says is the count in words: "Open Badge Factory: name 73 of 60".
func (c Count) Says(w locale.Words) string {
	return w.Fill("problem."+c.code, designer.Args{"platform": c.Platform, "item": strconv.Itoa(c.Item),
		"have": strconv.Itoa(c.Have), "limit": strconv.Itoa(c.Limit)})
}

// Counts are the counts of every answer that the platform limits, in the order
// of its form; an empty answer counts nothing. A platform that is not known has
// none.
func Counts(d designer.Draft, id string) []Count { return CountsFor(d, id, "") }

// CountsFor are the counts of one field of the badge by its id, of one step by
// its place (criteria.steps.2), or for "" of all. Other answers are not looked
// at, so that this can follow every key.
func CountsFor(d designer.Draft, id, field string) []Count {
	p, ok := Lookup(id)
	if !ok {
		return nil
	}
	if field != "" {
		d = only(d, field)
	}
	r := read(&d, "")
	var out []Count
	for _, x := range p.Fields {
		about := parts[x.Part]
		if about.long == "" || field != "" && about.field != field && !strings.HasPrefix(field, about.field+".") {
			continue
		}
		if known, _ := designer.FieldByID(about.field); known.Empty(&d) {
			continue
		}
		f := filled{Platform: p, values: map[string]value{}}
		f.take(x, r.of(x.Part))
		for _, b := range f.blocks {
			if b.Limit == 0 || x.Part == Steps && b.Row == x.Rows[StepName].ID {
				continue // the whole name of a step is in its details
			}
			c := Count{Platform: p.Name, Field: about.field, Item: b.Item, Have: b.Have, Limit: b.Limit, Over: b.Have > b.Limit, code: about.long}
			if v := f.values[x.ID]; v.from != nil {
				c.Field, c.Item = v.from[b.Item-1], 0
			}
			if field == "" || c.Field == field || strings.HasPrefix(c.Field, field+".") {
				out = append(out, c)
			}
		}
	}
	return out
}

// only is a badge with one answer, and what that answer is written in.
func only(d designer.Draft, field string) designer.Draft {
	out := designer.Draft{Meta: d.Meta, Language: d.Language}
	switch root, _, _ := strings.Cut(field, "."); root {
	case "name":
		out.Name = d.Name
	case "description":
		out.Description = d.Description
	case "criteria":
		out.Criteria, out.Next = d.Criteria, d.Next
		if n, err := strconv.Atoi(strings.TrimPrefix(field, "criteria.steps.")); err == nil && n > 0 && n <= len(d.Criteria.Steps) {
			out.Criteria, out.Next = designer.Criteria{Steps: make([]designer.Step, n)}, designer.Next{}
			out.Criteria.Steps[n-1] = d.Criteria.Steps[n-1]
		}
	case "tags":
		out.Tags = d.Tags
	case "alignment":
		out.Alignment = d.Alignment
	case "issuer":
		out.Issuer = d.Issuer
	case "version":
		out.Version = d.Version
	case "look":
		out.Look.Alt = d.Look.Alt
	}
	return out
}

// Problems are what the platform would not take as it is, what it has no place
// for, and whether its table is older than it should be on that day, YYYY-MM-DD
// ("" is no day). By question, in each the gravest first. A platform that is
// not known has none.
func Problems(d designer.Draft, id, today string) []designer.Problem {
	p, ok := Lookup(id)
	if !ok {
		return nil
	}
	f := fill(p, read(&d, ""), nil)
	f.age(today)
	return f.arranged()
}

// age tells whether the table is older than it should be.
func (f *filled) age(today string) {
	if f.Stale(today) {
		f.tell("PACK-STALE", designer.Hint, "issuer.platform", designer.Args{"checked": f.Checked})
	}
}
