// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"insignia/designer"
	"insignia/export/strict"
)

// badge checks a BadgeClass, on its own (p is "") or inside an award.
func (c *checker) badge(p string, n strict.Node) {
	c.require(p, n, "id", "type", "name", "description", "image", "criteria", "issuer")
	c.kind(p, n, BadgeClass)
	for _, key := range awarded {
		if has(n, key) {
			c.add(under(p, key), "misplaced", "member", key)
		}
	}
	c.extensions(p, n)
	c.each(p, n, map[string]func(string, strict.Node){
		"id":          c.id,
		"name":        func(p string, v strict.Node) { c.text(p, v, 255) },
		"description": func(p string, v strict.Node) { c.text(p, v, 16384) },
		"image":       c.image,
		"criteria":    c.criteria,
		"issuer":      c.issuer,
		"alignment":   func(p string, v strict.Node) { c.many(p, v, "alignment", c.alignment) },
		"related": func(p string, v strict.Node) {
			c.many(p, v, "related", func(p string, v strict.Node) { c.require(p, v, "id") })
		},
		"tags":      c.tags,
		"@language": c.language,
		"version": func(p string, v strict.Node) {
			if v.Kind != strict.String && v.Kind != strict.Number {
				c.add(p, "version")
			}
		},
	})
}

// extensions checks that those of version 2 say what they are: without a
// context and their type readers keep nothing of them.
func (c *checker) extensions(p string, n strict.Node) {
	for _, m := range n.Members {
		if strings.HasPrefix(m.Key, "extensions:") && m.Value.Kind == strict.Object &&
			(!has(m.Value, "@context") || !slices.Contains(names(m.Value, "type"), "Extension")) {
			c.add(under(p, m.Key), "extension", "member", m.Key)
		}
	}
}

func (c *checker) criteria(p string, n strict.Node) {
	if n.Kind == strict.String && !strings.ContainsAny(n.Text, " \n") {
		c.web(p, n)
		return
	}
	if n.Kind != strict.Object {
		c.add(p, "criteria", "value", n.Text)
		return
	}
	narrative, told := n.Get("narrative")
	if told && narrative.Kind != strict.Null {
		c.markdown(under(p, "narrative"), narrative)
	}
	id, linked := n.Get("id")
	switch {
	case !told && !linked:
		c.add(p, "criteria-empty")
	case linked && !told:
		c.web(under(p, "id"), id)
	case linked:
		c.id(under(p, "id"), id)
	}
}

func (c *checker) alignment(p string, n strict.Node) {
	if !has(n, "targetName") && !has(n, "targetUrl") && (has(n, "name") || has(n, "url")) {
		c.add(p, "alignment-v1")
		return
	}
	c.require(p, n, "targetName", "targetUrl")
	c.each(p, n, map[string]func(string, strict.Node){
		"targetUrl":         func(p string, v strict.Node) { c.web(p, v) },
		"targetName":        func(p string, v strict.Node) { c.text(p, v, 0) },
		"targetDescription": func(p string, v strict.Node) { c.text(p, v, 0) },
		"targetFramework":   func(p string, v strict.Node) { c.text(p, v, 0) },
		"targetCode":        func(p string, v strict.Node) { c.text(p, v, 0) },
	})
}

func (c *checker) tags(p string, n strict.Node) {
	switch n.Kind {
	case strict.String:
		c.add(p, "tags-text")
	case strict.List:
		for i, tag := range n.Items {
			if tag.Kind != strict.String && tag.Kind != strict.Null {
				c.add(at(p, i), "tags")
			}
		}
	default:
		c.add(p, "tags")
	}
}

// language asks designer, which knows the shape and the case of a tag.
func (c *checker) language(p string, n strict.Node) {
	var d designer.Draft
	switch err := d.Set("language", n.Text); {
	case n.Kind != strict.String, err != nil:
		c.add(p, "language", "value", n.Text)
	case d.Language != n.Text && n.Text != "":
		c.add(p, "language-case", "value", n.Text, "wanted", d.Language)
	}
}

// kind checks the type of an object that should have one of these names.
func (c *checker) kind(p string, n strict.Node, want ...string) {
	v, ok := n.Get("type")
	switch right := slices.ContainsFunc(names(n, "type"), func(t string) bool { return slices.Contains(want, t) }); {
	case !ok:
	case !right:
		c.add(under(p, "type"), "type", "value", v.Text, "wanted", want[0])
	case len(v.Items) > 1:
		c.add(under(p, "type"), "type-several")
	case v.Kind == strict.List:
		c.add(under(p, "type"), "type-list")
	}
}

func (c *checker) require(p string, n strict.Node, keys ...string) {
	for _, key := range keys {
		if !has(n, key) {
			c.add(p, "required", "member", key)
		}
	}
}

// each calls the check of every member that has one, in the order of the
// document. Nulls and empty texts are the business of values.
func (c *checker) each(p string, n strict.Node, checks map[string]func(string, strict.Node)) {
	for _, m := range n.Members {
		blank := m.Value.Kind == strict.Null || m.Value.Kind == strict.String && strings.TrimSpace(m.Value.Text) == ""
		if f := checks[m.Key]; f != nil && !blank {
			f(under(p, m.Key), m.Value)
		}
	}
}

// many calls f for an object or each of a list of them.
func (c *checker) many(p string, n strict.Node, rule string, f func(string, strict.Node)) {
	items := []strict.Node{n}
	if n.Kind == strict.List {
		items = n.Items
	}
	for i, item := range items {
		q := p
		if n.Kind == strict.List {
			q = at(p, i)
		}
		switch item.Kind {
		case strict.Null:
		case strict.Object:
			f(q, item)
		default:
			c.add(q, rule)
		}
	}
}

// text checks a plain text of at most limit characters, 0 for any number.
func (c *checker) text(p string, n strict.Node, limit int) {
	switch {
	case n.Kind != strict.String:
		c.add(p, "text")
	case limit > 0 && utf8.RuneCountInString(n.Text) > limit:
		c.add(p, "text-long")
	case HasMarkup(n.Text):
		c.add(p, "text-angle")
	}
}
