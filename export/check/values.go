// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"insignia/designer"
	"insignia/export/strict"
	"insignia/internal/clean"
)

var tagBegins = regexp.MustCompile(`<[A-Za-z/!?]`)

// HasMarkup reports whether s has a "<" that a reader of HTML takes for the
// beginning of a tag: the Badgr family, Moodle and others then drop text up
// to the next ">" from names, descriptions and criteria.
func HasMarkup(s string) bool { return tagBegins.MatchString(s) }

// values looks at every value below n for what no member may be.
func (c *checker) values(p string, n strict.Node) {
	switch n.Kind {
	case strict.Null:
		c.add(p, "null")
	case strict.String:
		if strings.TrimSpace(n.Text) == "" {
			c.add(p, "empty")
		} else if !strings.HasPrefix(n.Text, "data:") && veiled(n.Text) {
			c.add(p, "text-hidden")
		}
	case strict.List:
		if len(n.Items) == 0 {
			c.add(p, "empty-list")
		}
		for i, item := range n.Items {
			c.values(at(p, i), item)
		}
	case strict.Object:
		if len(n.Members) == 0 && p != "criteria" { // which has a rule of its own
			c.add(p, "empty-list")
		}
		for _, m := range n.Members {
			c.values(under(p, m.Key), m.Value)
		}
	}
}

// veiled reports whether s has characters that nobody sees. Control
// characters are told by the reader of the text, with their place.
func veiled(s string) bool {
	_, removed := clean.Text(s)
	for _, r := range s {
		if r < ' ' || r >= 0x7F && r < 0xA0 {
			return false
		}
	}
	return removed > 0
}

// terms looks for keys that the context does not map. Below a context of its
// own an object may say what it likes.
func (c *checker) terms(p string, n strict.Node) {
	for i, item := range n.Items {
		c.terms(at(p, i), item)
	}
	if p != "" && has(n, "@context") {
		return
	}
	for _, m := range n.Members {
		prefix, _, compact := strings.Cut(m.Key, ":")
		if !terms[m.Key] && (!compact || !prefixes[prefix]) {
			c.add(under(p, m.Key), "unmapped", "member", m.Key, "nearest", designer.NearestOf(m.Key, slices.Sorted(maps.Keys(terms))))
			continue
		}
		c.terms(under(p, m.Key), m.Value)
	}
}
