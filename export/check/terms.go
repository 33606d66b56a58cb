// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	_ "embed" // the table
	"maps"
	"slices"
	"strings"
	"sync"

	"insignia/export/strict"
)

//go:embed terms.txt
var termTable string

type set map[string]bool

// terms is what one JSON-LD context defines, by name only.
type terms struct {
	anywhere set
	inType   map[string]set // in objects of that type, not below them
	below    map[string]set // in the value of that member and below
	literal  set            // members whose value is JSON of any form
	open     bool           // whatever is said is defined, or nobody knows
}

func newTerms() *terms {
	return &terms{anywhere: set{}, inType: map[string]set{}, below: map[string]set{}, literal: set{}}
}

func (t *terms) define(where, name string) {
	into := t.anywhere
	if member, ok := strings.CutPrefix(where, "."); ok {
		into = grow(t.below, member)
	} else if where != "*" {
		into = grow(t.inType, where)
	}
	bare := strings.TrimSuffix(name, "!")
	if into[bare] = true; bare != name {
		t.literal[bare] = true
	}
}

func grow(m map[string]set, key string) set {
	if m[key] == nil {
		m[key] = set{}
	}
	return m[key]
}

func (t *terms) take(other *terms) {
	maps.Copy(t.anywhere, other.anywhere)
	maps.Copy(t.literal, other.literal)
	for key, names := range other.inType {
		maps.Copy(grow(t.inType, key), names)
	}
	for key, names := range other.below {
		maps.Copy(grow(t.below, key), names)
	}
}

// known are the contexts of the table by their addresses.
var known = sync.OnceValue(func() map[string]*terms {
	out := map[string]*terms{}
	for _, paragraph := range paragraphs(termTable) {
		t := newTerms()
		for _, line := range paragraph {
			where, names, _ := strings.Cut(line, " ")
			switch {
			case where == "?":
				t.open = true
			case where == "+":
				t.take(out[names])
			case strings.Contains(where, "://"):
				out[where] = t
			default:
				for name := range strings.FieldsSeq(names) {
					t.define(where, name)
				}
			}
		}
	}
	return out
})

// scope is the contexts that hold at one place of a document.
type scope []*terms

func (s scope) open() bool { return slices.ContainsFunc(s, func(t *terms) bool { return t.open }) }

func (s scope) anywhere(name string) bool {
	return slices.ContainsFunc(s, func(t *terms) bool { return t.anywhere[name] })
}

// defines reports whether name is a term in an object of these types.
func (s scope) defines(name string, types []string) bool {
	return slices.ContainsFunc(s, func(t *terms) bool {
		return t.anywhere[name] || slices.ContainsFunc(types, func(typ string) bool { return t.inType[typ][name] })
	})
}

// literal reports whether the value of a member is JSON of any form.
func (s scope) literal(name string) bool {
	return slices.ContainsFunc(s, func(t *terms) bool { return t.literal[name] })
}

// within is the scope of a member's value.
func (s scope) within(member string) scope {
	for _, t := range s {
		if names := t.below[member]; names != nil {
			s = append(slices.Clip(s), &terms{anywhere: names, literal: t.literal})
		}
	}
	return s
}

// maxContexts and maxTypes are far beyond what any badge has: a document may
// not make each of its keys cost more.
const (
	maxContexts = 32
	maxTypes    = 16
)

// with is the scope below a context of its own. Contexts that nobody here
// knows are told.
func (s scope) with(n strict.Node, unknown func(address string)) scope {
	out := slices.Clone(s)
	items := []strict.Node{n}
	if n.Kind == strict.List {
		items = n.Items
	}
	for _, i := range items {
		if len(out) > maxContexts {
			return scope{{open: true}}
		}
		switch i.Kind {
		case strict.Null:
			out = nil
		case strict.Object:
			out = append(out, inline(i))
		case strict.String:
			t, ok := known()[i.Text]
			if !ok {
				unknown(i.Text)
				t = &terms{open: true}
			}
			if !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// inline reads a context that stands in the document.
func inline(n strict.Node) *terms {
	t := newTerms()
	for _, m := range n.Members {
		if m.Key == "@vocab" {
			t.open = m.Value.Kind == strict.String
		}
		if m.Key == "" || strings.HasPrefix(m.Key, "@") || m.Value.Kind == strict.Null {
			continue
		}
		t.define("*", m.Key)
		if typ, _ := m.Value.Get("@type"); typ.Text == "@json" {
			t.literal[m.Key] = true
		}
		inner, _ := m.Value.Get("@context")
		for _, below := range inner.Members {
			t.define(m.Key, below.Key)
			t.define("."+m.Key, below.Key)
		}
		t.open = t.open || inner.Kind == strict.String || inner.Kind == strict.List
	}
	return t
}

// names are the terms for members, which begin small.
func (s scope) names() []string {
	var out []string
	for _, t := range s {
		for name := range t.anywhere {
			if name[:1] == strings.ToLower(name[:1]) {
				out = append(out, name)
			}
		}
	}
	slices.Sort(out)
	return out
}
