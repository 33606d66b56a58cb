// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"slices"
	"strings"

	"insignia/export/strict"
)

// object checks n as one of class cl: what it lacks, then each member in the
// order of the document.
func (c *checker) object(p string, n strict.Node, cl *class) {
	for _, m := range cl.members {
		if m.required && !has(n, m.key) && !c.excused(p, n, m.key) {
			c.add(p, "required", "member", m.key)
		}
	}
	for _, m := range n.Members {
		spec, known := cl.member(m.Key)
		switch q := under(p, m.Key); {
		case known:
			c.member(q, m.Value, cl, spec)
		case cl.closed:
			c.add(q, "closed", "member", m.Key, "wanted", cl.name)
		}
	}
	if f := afterwards[cl.name]; f != nil {
		f(c, p, n)
	}
}

func (c *checker) member(p string, n strict.Node, cl *class, spec member) {
	switch {
	case spec.kind == "type":
		c.types(p, n, cl)
	case n.Kind != strict.List || spec.kind == "any":
		c.value(p, n, cl, spec)
	case !spec.many:
		c.add(p, "single")
	default:
		for i, item := range n.Items {
			if c.full() {
				return
			}
			c.value(at(p, i), item, cl, spec)
		}
	}
}

// value checks one value of a member. Nulls are the business of values.
func (c *checker) value(p string, n strict.Node, cl *class, spec member) {
	kind, link, linked := strings.Cut(spec.kind, "|")
	below := c.model[kind]
	switch {
	case n.Kind == strict.Null:
	case n.Kind == strict.String && strings.TrimSpace(n.Text) == "":
		rule := "blank"
		if spec.required || below != nil || kind == "uri" {
			rule = "empty"
		}
		if c.three { // in version 2 an empty text is a fault everywhere, and values tells it
			c.add(p, rule)
		}
	case n.Kind == strict.String && c.template && stands(n.Text):
	case below == nil:
		name, arg, _ := strings.Cut(kind, ":")
		kinds[name](c, p, n, arg)
	case n.Kind == strict.Object:
		c.holder = cl.name
		c.object(p, n, c.special(n, below))
	case linked && n.Kind == strict.String:
		kinds[link](c, p, n, "")
	default:
		c.add(p, noObject(spec.key, kind, n), "wanted", kind)
	}
}

// noObject is the rule that something breaks which should be an object: the
// usual cases are told in their own words.
func noObject(key, kind string, n strict.Node) string {
	switch {
	case n.Kind != strict.String:
	case key == "creator":
		return "creator-text"
	case kind == "Image":
		return "image-text"
	case kind == "Criteria":
		return "criteria-text"
	}
	return "object"
}

// special is the class of a proof that says it is a data integrity proof,
// whose members are known.
func (c *checker) special(n strict.Node, cl *class) *class {
	if cl.name == "Proof" && slices.Contains(names(n, "type"), "DataIntegrityProof") {
		return c.model["DataIntegrityProof"]
	}
	return cl
}

// types checks the type of an object of class cl.
func (c *checker) types(p string, n strict.Node, cl *class) {
	have := texts(n)
	if n.Kind == strict.Null || n.Kind == strict.String && strings.TrimSpace(n.Text) == "" {
		if c.three && n.Kind == strict.String {
			c.add(p, "empty")
		}
		return
	}
	for _, want := range wanted(cl.name) {
		switch {
		case !slices.ContainsFunc(have, func(t string) bool { return slices.Contains(want, t) }):
			c.add(p, "type", "value", strings.Join(have, ", "), "wanted", want[0])
		case cl.plain && n.Kind == strict.List:
			c.add(p, "type-plain", "wanted", want[0])
		}
	}
	if len(have) < len(n.Items) {
		c.add(p, "type", "wanted", cl.name)
	}
	if !c.three && n.Kind == strict.List {
		rule := "type-list"
		if len(n.Items) > 1 {
			rule = "type-several"
		}
		c.add(p, rule)
	}
}

// wanted are the names that the type of an object must have: one of each.
func wanted(class string) [][]string {
	switch class {
	case OpenBadgeCredential:
		return [][]string{{"VerifiableCredential"}, {OpenBadgeCredential, "AchievementCredential"}}
	case EndorsementCredential:
		return [][]string{{"VerifiableCredential"}, {EndorsementCredential}}
	}
	return [][]string{{class}}
}
