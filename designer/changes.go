// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"slices"
	"strconv"
	"strings"
)

// Change is one answer that differs between two versions of a draft.
type Change struct {
	// Field is the id of a field. Where the lines of a list are the same and
	// only something of an item differs, it is the path to that:
	// criteria.steps.2.evidence.
	Field string `json:"field"`
	// Before and After are the values as a person would type them, "" for
	// none; the items of a list stand on lines of their own.
	Before string `json:"before"`
	After  string `json:"after"`
}

// Of is the id of the field that the change belongs to.
func (c Change) Of() string {
	if p, err := parsePath(c.Field); err == nil {
		return p.field.ID
	}
	return c.Field
}

// Changes returns the answers that differ, in the order of the exercise.
// What is no answer, as the id, the times and the workshop, is not compared.
func Changes(before, after Draft) []Change {
	var out []Change
	for _, f := range fields {
		was, is := f.Value(&before), f.Value(&after)
		switch {
		case was != is, f.IsList() && !slices.Equal(f.List(&before), f.List(&after)):
			out = append(out, Change{f.ID, was, is})
		case f.IsList():
			out = append(out, f.inside(&before, &after)...)
		}
	}
	return out
}

// inside are the members that differ between two lists with the same lines.
func (f Field) inside(before, after *Draft) []Change {
	var out []Change
	was, is := f.members(before), f.members(after)
	for i := range was {
		for j, sub := range subs[f.Input] {
			if was[i][j] != is[i][j] {
				out = append(out, Change{strings.Join([]string{f.ID, strconv.Itoa(i + 1), sub}, "."), was[i][j], is[i][j]})
			}
		}
	}
	return out
}

// members gives the items of a list, each member as a person would type it,
// in the order of subs.
func (f Field) members(d *Draft) [][]string {
	var out [][]string
	switch v := f.at(d).(type) {
	case *[]Step:
		for _, s := range *v {
			out = append(out, []string{s.Text, strconv.FormatBool(!s.Optional), s.Evidence, s.Note})
		}
	case *[]Lead:
		for _, l := range *v {
			out = append(out, []string{l.Name, l.ID, l.URL})
		}
	case *[]Alignment:
		for _, a := range *v {
			out = append(out, []string{a.TargetName, a.TargetURL, a.TargetDescription, a.TargetFramework, a.TargetCode})
		}
	}
	return out
}

// Restored returns d with the answers of from. It stays the badge that it is:
// its id, its saves, its workshop and what it is a version of. Put makes it a
// new version, so that nothing in between is lost.
func (d Draft) Restored(from Draft) Draft {
	r := from.Clone()
	r.Meta, r.Workshop, r.ForkOf = d.Meta, d.Workshop, d.ForkOf
	r.Saves = d.Saves.Clone()
	return r
}
