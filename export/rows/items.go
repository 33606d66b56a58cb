// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
)

// items is one list of one badge, from all the columns that say something of
// it. A reader has one for each field, which it clears and fills again: a table
// of many items would cost more time in their memory than in their text.
type items struct {
	field  designer.Field
	whole  []entry // from cells with all of them
	exact  []entry // by number from 0, from headings by id
	worded []entry // by number from 0, from headings such as "Step 2"
	column string  // one that says something of it
	used   bool    // by the present row
}

func (l *items) clear(column string) {
	l.whole, l.column, l.used = l.whole[:0], column, true
	for _, by := range [][]entry{l.exact, l.worded} {
		for i := range by {
			by[i] = entry{members: by[i].members[:0]}
		}
	}
}

// entry is one item.
type entry struct {
	text     string
	exact    bool // the text is taken as it is
	optional bool
	column   string
	members  []member
}

func (e *entry) said() bool { return e.text != "" || len(e.members) > 0 }

// member is one member of an item: at is its path in a list that has no other
// item.
type member struct{ sub, at, value, column string }

// list takes a cell that belongs to a list.
func (b *badge) list(c *column, text string) {
	l := b.listOf(c)
	f := &l.field
	if c.to.kind == value {
		for _, s := range split(*f, text) {
			l.whole = append(l.whole, newEntry(f, s, c))
		}
		return
	}
	by := &l.worded
	if c.to.exact {
		by = &l.exact
	}
	for len(*by) < c.to.item {
		*by = append(*by, entry{})
	}
	e := &(*by)[c.to.item-1]
	if !c.to.main {
		if c.to.sub == "required" {
			text = truth(text)
		}
		e.members = append(e.members, member{c.to.sub, c.to.at, text, c.heading})
		return
	}
	if e.text != "" {
		b.refuse(b.row, c.heading, answeredTwice(f, c.to.item))
		return
	}
	members := e.members
	*e = newEntry(f, text, c)
	e.members = members
}

func answeredTwice(f *designer.Field, n int) error {
	return &designer.Error{Code: "twice", Args: designer.Args{"field": f.ID + "." + strconv.Itoa(n)}}
}

func (b *badge) listOf(c *column) *items {
	l := b.lists[c.to.field.ID]
	if l == nil {
		l = &items{field: c.to.field}
		b.lists[c.to.field.ID] = l
	}
	if !l.used {
		l.clear(c.heading)
	}
	return l
}

// newEntry is an item as somebody typed it.
func newEntry(f *designer.Field, text string, c *column) entry {
	e := entry{text: text, exact: c.to.exact && c.to.kind == item, column: c.heading}
	if f.Input == designer.Steps && !e.exact {
		e.text, e.optional = optional(text)
	}
	return e
}

// settle puts the items into the draft, in the order of their numbers behind
// those without.
func (l *items) settle(b *badge) {
	all := l.whole
	put := func(n int, e *entry) {
		for len(all) <= n {
			all = append(all, entry{})
		}
		was := &all[n]
		switch {
		case was.text != "" && e.text != "":
			b.refuse(b.row, e.column, answeredTwice(&l.field, n+1))
		case e.text == "":
			was.members = slices.Concat(was.members, e.members)
		case len(was.members) > 0:
			members := slices.Concat(was.members, e.members)
			*was = *e
			was.members = members
		default:
			*was = *e
		}
	}
	for n := range l.exact {
		if e := &l.exact[n]; e.said() {
			put(n, e)
		}
	}
	behind := 0
	if slices.ContainsFunc(l.worded, func(e entry) bool { return e.text != "" }) {
		behind = len(all)
	}
	for n := range l.worded {
		if e := &l.worded[n]; e.said() {
			put(behind+n, e)
		}
	}
	l.whole = all
	n := 0
	for i := range all {
		if !all[i].said() {
			continue
		}
		if n++; n > l.field.Items {
			b.refuse(b.row, l.column, &designer.Error{Code: "too-many", Args: designer.Args{"field": l.field.ID, "limit": strconv.Itoa(l.field.Items)}})
			return
		}
		l.add(b, &all[i], n)
	}
}

// standIn is the text of an item until its members are set: a list takes no
// empty item, yet an item may have its other members and no text.
const standIn = "-"

// add makes the item in a draft of its own, by the rules of Draft.Set and
// without copying the items before it each time.
func (l *items) add(b *badge, e *entry, n int) {
	f := &l.field
	try := func(column string, err error) bool {
		if err != nil {
			b.refuse(b.row, column, placed(err, f.ID+".1", f.ID+"."+strconv.Itoa(n)))
		}
		return err == nil
	}
	one := &b.one
	*one = designer.Draft{}
	text := e.text
	link := f.Input == designer.Leads && !e.exact && address(text)
	if text == "" || link {
		text = standIn
	}
	if !try(e.column, one.Append(f.ID, text)) {
		return
	}
	if link && !try(e.column, one.Set(f.ID+".1.url", e.text)) {
		return
	}
	if e.optional && !try(e.column, one.Set(f.ID+".1.required", "no")) {
		return
	}
	first, named := "", false
	if len(e.members) > 0 || link {
		first = designer.Members(f.Input)[0]
	}
	for _, m := range e.members {
		if !try(m.column, one.Set(m.at, m.value)) {
			return
		}
		named = named || m.sub == first
	}
	if text != e.text && !named && !try(e.column, one.Set(f.ID+".1."+first, "")) {
		return
	}
	switch f.Input {
	case designer.Steps:
		b.draft.Criteria.Steps = append(b.draft.Criteria.Steps, one.Criteria.Steps...)
	case designer.Leads:
		b.draft.Next.Leads = append(b.draft.Next.Leads, one.Next.Leads...)
	case designer.Alignments:
		b.draft.Alignment = append(b.draft.Alignment, one.Alignment...)
	default:
		try(e.column, b.draft.Append(f.ID, f.List(one)[0]))
	}
}

func address(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && !strings.ContainsAny(s, " \n")
}

// placed gives an error about the item made alone its number in the list.
func placed(err error, from, to string) error {
	e, ok := err.(*designer.Error)
	if !ok {
		return err
	}
	args := maps.Clone(e.Args)
	for k, v := range args {
		if rest, ok := strings.CutPrefix(v, from); ok && k == "field" {
			args[k] = to + rest
		}
	}
	return &designer.Error{Code: e.Code, Args: args, Err: e.Err}
}
