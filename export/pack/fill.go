// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export/fair"
)

// Block is what stands in one control of a form.
type Block struct {
	Field  string // id of the field in the table
	Row    string // id of the member of its item, "" for a field without
	Item   int    // which item, from 1; 0 for a field that has one value
	Text   string
	Have   int // characters before it was made to fit
	Limit  int // 0 for any number
	Choose bool
	Open   bool // holds the place of an answer that is missing
}

// Length is how many characters its text has, as limits count them.
func (b Block) Length() int { return length(b.Text) }

// filled is a table with a badge in it.
type filled struct {
	Platform
	values   map[string]value // made to fit, by id of the field
	blocks   []Block
	problems []designer.Problem
	missing  []string // fields of the badge that a placeholder stands for
}

// fill makes the parts of a badge fit the fields of a table.
func fill(p Platform, r *reader, found []designer.Problem) filled {
	f := filled{Platform: p, values: map[string]value{}}
	for _, x := range found {
		if x.Level == designer.Fault || x.Code == "ISSUER-PLACEHOLDER" {
			f.missing = append(f.missing, x.Field)
		}
	}
	for _, x := range p.Inside {
		f.take(x, r.of(x.Part))
	}
	f.blocks = nil // of what no control is for
	for _, x := range p.Fields {
		f.take(x, r.of(x.Part))
	}
	for _, id := range p.Lacks {
		if known, ok := designer.FieldByID(id); ok && !known.Empty(r.d) {
			f.tell("PACK-LEFT", designer.Hint, id, nil)
		}
	}
	return f
}

// take makes a value fit a field and lists its blocks.
func (f *filled) take(x Field, v value) {
	switch {
	case x.Part == Image || x.Part == Template: // a file
		f.blocks = append(f.blocks, Block{Field: x.ID})
	case len(x.Rows) > 0:
		f.values[x.ID] = f.rows(x, v)
	case v.list != nil:
		f.values[x.ID] = f.list(x, v)
	case v.text != "":
		f.values[x.ID] = f.single(x, v)
	}
}

// single fits a text.
func (f *filled) single(x Field, v value) value {
	id := parts[x.Part].field
	if link(x.Part) && !f.linked(id, v.text, x.Limit) {
		return value{}
	}
	b := Block{Field: x.ID, Limit: x.Limit, Choose: x.Choose, Open: slices.Contains(f.missing, id)}
	b.Text, b.Have = f.fit(x.Part, id, 0, v.text, x.Limit)
	if x.Min > 0 && b.Length() < x.Min {
		f.tell("PACK-SHORT", designer.Warn, id, designer.Args{"have": strconv.Itoa(b.Length()), "min": strconv.Itoa(x.Min)})
	}
	f.blocks = append(f.blocks, b)
	v.text = b.Text
	return v
}

// list fits a list of texts; what becomes the same stands once.
func (f *filled) list(x Field, v value) value {
	id := parts[x.Part].field
	var out []string
	for i, s := range v.list {
		t, have := f.fit(x.Part, id, i+1, s, x.Limit)
		if x.Joined && strings.ContainsAny(t, ",") {
			t = strings.ReplaceAll(t, ",", ";")
			f.tell("PACK-COMMA", designer.Hint, id, designer.Args{"item": strconv.Itoa(i + 1)})
		}
		if slices.Contains(out, t) {
			continue
		}
		out = append(out, t)
		if !x.Joined {
			f.blocks = append(f.blocks, Block{Field: x.ID, Item: len(out), Text: t, Have: have, Limit: x.Limit})
		}
	}
	if x.Joined {
		all := strings.Join(out, ", ")
		f.blocks = append(f.blocks, Block{Field: x.ID, Text: all, Have: length(all)})
	}
	v.list = out
	return v
}

// rows fits the members of several items. An item whose address is not taken
// is left out.
func (f *filled) rows(x Field, v value) value {
	id := parts[x.Part].field
	var out [][]string
	for i, row := range v.rows {
		if x.Part == Alignment && !f.linked(id+"."+strconv.Itoa(i+1), row[TargetURL], limitOf(x, TargetURL)) {
			continue
		}
		at, item := id, i+1
		if v.from != nil {
			at, item = v.from[i], 0
		}
		kept := slices.Clone(row)
		if x.Part == Steps && length(row[StepName]) > limitOf(x, StepName) {
			kept[StepDetail] = strings.TrimSpace(row[StepName] + "\n" + row[StepDetail])
			kept[StepName] = short(row[StepName], limitOf(x, StepName))
			f.tell("PACK-SPLIT", designer.Hint, at, nil)
		}
		for _, m := range x.Rows {
			if kept[m.Member] == "" {
				continue
			}
			b := Block{Field: x.ID, Row: m.ID, Item: len(out) + 1, Limit: m.Limit, Open: slices.Contains(f.missing, at)}
			b.Text, b.Have = f.fit(x.Part, at, item, kept[m.Member], m.Limit)
			kept[m.Member] = b.Text
			f.blocks = append(f.blocks, b)
		}
		out = append(out, kept)
	}
	v.rows = out
	return v
}

func limitOf(x Field, member int) int {
	for _, r := range x.Rows {
		if r.Member == member {
			return r.Limit
		}
	}
	return 0
}

// fit is a text as the platform keeps it, within the limit, and how long it
// was. Whatever changes is told of the answer at.
func (f *filled) fit(p Part, at string, item int, s string, limit int) (string, int) {
	s = spaces(s)
	args := designer.Args{}
	if item > 0 {
		args["item"] = strconv.Itoa(item)
	}
	if p != Markdown && p != Template { // Markdown has its own way to write a "<"
		if t := blunt(s, f.Angles); t != s {
			s = t
			f.tell("PACK-ANGLE", designer.Hint, at, args)
		}
	}
	if f.Braces && p != Template {
		if t := apart(s); t != s {
			s = t
			f.tell("PACK-BRACES", designer.Hint, at, args)
		}
	}
	have := length(s)
	if limit == 0 || have <= limit {
		return s, have
	}
	args["have"], args["limit"] = strconv.Itoa(have), strconv.Itoa(limit)
	f.tell(parts[p].long, designer.Warn, at, args)
	if p == Markdown || p == Plain {
		return shortList(s, limit), have
	}
	return short(s, limit), have
}

// link reports whether a part is a web address.
func link(p Part) bool { return p == CriteriaURL || p == IssuerURL }

// linked reports whether the platform takes an address, and tells if not: an
// address cannot be shortened.
func (f *filled) linked(at, url string, limit int) bool {
	if takes(url) && (limit == 0 || length(url) <= limit) {
		return true
	}
	f.tell("PACK-URL", designer.Warn, at, designer.Args{"value": url})
	return false
}

// tell adds a problem, once.
func (f *filled) tell(code string, level designer.Level, at string, args designer.Args) {
	if args == nil {
		args = designer.Args{}
	}
	args["platform"] = f.Name
	p := designer.Problem{Code: code, Level: level, Question: questionOf(at), Field: at, Args: args}
	same := func(x designer.Problem) bool {
		return x.Code == code && x.Field == at && x.Args["item"] == args["item"]
	}
	if !slices.ContainsFunc(f.problems, same) {
		f.problems = append(f.problems, p)
	}
}

// questionOf is the question of a field, or of a place in one.
func questionOf(at string) designer.Question {
	for id := at; id != ""; {
		if f, ok := designer.FieldByID(id); ok {
			return f.Question
		}
		i := strings.LastIndexByte(id, '.')
		id = id[:max(i, 0)]
	}
	return designer.Review
}

// arranged are the problems by question, in each the gravest first.
func (f *filled) arranged() []designer.Problem { return fair.Arrange(slices.Clone(f.problems)) }
