// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package answers

import (
	"maps"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export/strict"
)

// standIn is the text of an item until its members are set: a list takes no
// empty item, yet an item may have its other members and no text.
const standIn = "-"

// item reads the item at index i of the list: its text, or an object of its
// members where the list has such. i also counts items that were refused, so
// that errors name the place in the file.
func (r *reader) item(f designer.Field, i int, n strict.Node) {
	at := f.ID + "." + strconv.Itoa(i+1)
	rich := f.Input == designer.Steps || f.Input == designer.Leads || f.Input == designer.Alignments
	switch {
	case n.Kind == strict.Null:
	case n.Kind == strict.Object && rich:
		r.members(f, at, n)
	case n.Kind != strict.String && n.Kind != strict.Number && rich:
		r.refuse("want-item", designer.Args{"field": at})
	default:
		v, ok := r.scalar(at, f.Input, n)
		if !ok {
			return
		}
		if f.Input == designer.Alignments || !rich {
			r.add(placed(r.Draft.Append(f.ID, v), at))
			return
		}
		r.whole(f, func(d *designer.Draft, last string) { r.add(placed(d.Set(last+"."+text(f), v), at)) })
	}
}

// members reads an item written as an object.
func (r *reader) members(f designer.Field, at string, n strict.Node) {
	r.whole(f, func(d *designer.Draft, last string) {
		given := false
		seen := map[string]bool{}
		for _, m := range n.Members {
			key := r.key("", m.Key)
			if m.Value.Kind == strict.Null {
				continue
			}
			if seen[key] {
				r.refuse("twice", designer.Args{"field": at + "." + key})
			}
			seen[key] = true
			v, ok := r.member(at, key, m.Value)
			if !ok {
				continue
			}
			given = given || key == text(f)
			r.add(placed(d.Set(last+"."+key, v), at+"."+key))
		}
		if !given {
			r.add(d.Set(last+"."+text(f), ""))
		}
	})
}

// whole appends an item and lets set fill it, all or nothing of it: an item
// that has a mistake is left out, since its members would read as complete.
func (r *reader) whole(f designer.Field, set func(d *designer.Draft, last string)) {
	d := r.Draft.Clone()
	if err := d.Append(f.ID, standIn); err != nil { // too many
		r.add(err)
		return
	}
	before := len(r.errs)
	set(&d, f.ID+"."+strconv.Itoa(len(f.List(&d))))
	if len(r.errs) == before {
		r.Draft = d
	}
}

// member gives the value of an item's member as a person would have typed it.
func (r *reader) member(at, key string, n strict.Node) (string, bool) {
	switch {
	case key == "required" && n.Kind == strict.Bool:
		return n.Text, true
	case key == "required" && n.Kind != strict.String:
		r.refuse("want-truth", designer.Args{"field": at + "." + key})
		return "", false
	}
	return r.scalar(at+"."+key, designer.Line, n)
}

// text names the member that a plain string stands for.
func text(f designer.Field) string {
	switch f.Input {
	case designer.Steps:
		return "text"
	case designer.Leads:
		return "name"
	}
	return "targetName"
}

// placed gives an error of Draft.Set the place in the file, which counts the
// items that were refused.
func placed(err error, at string) error {
	e, ok := err.(*designer.Error)
	if !ok {
		return err
	}
	args := maps.Clone(e.Args)
	args["field"] = at
	if near := args["nearest"]; e.Code == "unknown-field" && near != "" {
		args["nearest"] = at[:strings.LastIndexByte(at, '.')] + near[strings.LastIndexByte(near, '.'):]
	}
	return &designer.Error{Code: e.Code, Args: args, Err: e.Err}
}
