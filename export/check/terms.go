// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	_ "embed" // the table
	"maps"
	"slices"
	"strings"
	"sync"

	"insignia/designer"
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

// keywords are those of JSON-LD that may be keys in a document.
var keywords = set{"@context": true, "@id": true, "@type": true, "@value": true, "@language": true, "@direction": true, "@graph": true,
	"@list": true, "@set": true, "@reverse": true, "@included": true, "@index": true, "@nest": true}

// schemes are what full addresses among the keys begin with.
var schemes = set{"http": true, "https": true, "urn": true, "did": true, "tag": true, "mailto": true}

// defined looks for keys and types that no context defines, from n down. cl
// is the class that n should be of, which counts where it has no type: that
// is told elsewhere, and once is enough.
func (c *checker) defined(n strict.Node, cl *class, s scope) {
	for i, item := range n.Items {
		c.trail.push("", i)
		c.defined(item, cl, s)
		c.trail.pop()
	}
	if n.Kind != strict.Object || c.full() {
		return
	}
	if own, ok := n.Get("@context"); ok && len(c.trail) > 0 {
		s = s.with(own, c.unknown)
	}
	if s.open() {
		return
	}
	types := append(names(n, "type"), names(n, "@type")...)
	types = types[:min(len(types), maxTypes)]
	if c.three {
		c.expands(n, types, cl, s)
	}
	if cl != nil {
		types = append(append(types, cl.name), within[cl.name]...)
	}
	for _, m := range n.Members {
		if c.three && m.Key == "@language" && m.Value.Kind != strict.String && m.Value.Kind != strict.Null {
			c.add(under(c.here(), m.Key), "language", "value", m.Value.Text)
			continue
		}
		if !c.term(m.Key, types, cl, s) || s.literal(m.Key) {
			continue
		}
		c.trail.push(m.Key, 0)
		c.defined(m.Value, c.model.below(cl, m.Key), s.within(m.Key))
		c.trail.pop()
	}
}

// expands checks that the types and the id of an object are addresses, or
// terms that stand for some. The id of a known class is told with it.
func (c *checker) expands(n strict.Node, types []string, cl *class, s scope) {
	typ, _ := n.Get("type")
	for _, t := range types {
		if !s.anywhere(t) && !absolute(t) && (t != "" || typ.Kind == strict.List) {
			c.add(under(c.here(), "type"), "type-undefined", "value", t)
		}
	}
	id, ok := n.Get("id")
	if _, told := cl.member("id"); ok && !told && id.Kind != strict.Null && !(c.template && stands(id.Text)) {
		c.uri(under(c.here(), "id"), id)
	}
}

// within are the types whose terms hold in a class besides its own.
var within = map[string][]string{
	OpenBadgeCredential:   {"VerifiableCredential"},
	EndorsementCredential: {"VerifiableCredential"},
}

// term checks one key, and reports whether its value is part of the badge.
func (c *checker) term(key string, types []string, cl *class, s scope) bool {
	if key == "@language" && c.three && cl != nil {
		c.add(under(c.here(), key), "unmapped", "member", key, "nearest", "inLanguage")
		return false
	}
	if keywords[key] || s.defines(key, types) {
		return true
	}
	if c.full() {
		return false
	}
	p := under(c.here(), key)
	prefix, _, compact := strings.Cut(key, ":")
	wanted := twins[key]
	if _, ok := cl.member(wanted); !ok {
		wanted = ""
	}
	switch {
	case compact && (s.anywhere(prefix) || schemes[prefix]):
		return true
	case compact:
		c.add(p, "prefix", "value", prefix)
	case !c.three:
		c.add(p, "unmapped", "member", key, "nearest", designer.NearestOf(key, s.names()))
	case wanted != "":
		c.add(p, "renamed", "member", key, "wanted", wanted)
	case cl != nil:
		c.add(p, "undefined", "member", key, "nearest", designer.NearestOf(key, cl.keys()))
	default:
		c.add(p, "undefined", "member", key, "nearest", designer.NearestOf(key, s.names()))
	}
	return false
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

// twins are what version 3 calls the members of version 2, of its own drafts
// and of issuers' interfaces.
var twins = map[string]string{
	"tags": "tag", "telephone": "phone", "issuer": "creator", "language": "inLanguage", "badge": "achievement", "alignments": "alignment",
	"issuedOn": "validFrom", "issuanceDate": "validFrom", "expires": "validUntil", "expirationDate": "validUntil",
	"recipient": "credentialSubject", "verification": "proof", "identity": "identityHash", "targetURL": "targetUrl",
}
