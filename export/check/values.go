// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"regexp"
	"strings"

	"insignia/export/strict"
	"insignia/internal/clean"
)

var tagBegins = regexp.MustCompile(`<[A-Za-z/!?]`)

// HasMarkup reports whether s has a "<" that a reader of HTML takes for the
// beginning of a tag: the Badgr family, Moodle and others then drop text up
// to the next ">" from names, descriptions and criteria.
func HasMarkup(s string) bool { return tagBegins.MatchString(s) }

// values looks at every value from n down for what no member may be. Empty
// texts of version 3 are told with the class they are in.
func (c *checker) values(n strict.Node) {
	if c.full() {
		return
	}
	switch n.Kind {
	case strict.Null:
		c.add(c.here(), "null")
	case strict.String:
		switch blank := strings.TrimSpace(n.Text) == ""; {
		case blank && !c.three:
			c.add(c.here(), "empty")
		case !blank && !strings.HasPrefix(n.Text, "data:") && veiled(n.Text):
			c.add(c.here(), "text-hidden")
		}
	case strict.List:
		if len(n.Items) == 0 {
			c.add(c.here(), "empty-list")
		}
		for i, item := range n.Items {
			c.trail.push("", i)
			c.values(item)
			c.trail.pop()
		}
	case strict.Object:
		if len(n.Members) == 0 && !c.trail.at("criteria") { // which has a rule of its own
			c.add(c.here(), "empty-list")
		}
		c.folded(n)
		for _, m := range n.Members {
			c.trail.push(m.Key, 0)
			c.values(m.Value)
			c.trail.pop()
		}
	}
}

// maxFolded is beyond what any object of a badge has: there the keys are
// strange enough already.
const maxFolded = 1_000

// folded finds keys that differ by capitals alone: readers that do not look
// at capitals take either one, without a word.
func (c *checker) folded(n strict.Node) {
	if len(n.Members) < 2 || len(n.Members) > maxFolded || c.full() {
		return
	}
	seen := make(map[string]string, len(n.Members))
	for _, m := range n.Members {
		low := strings.ToLower(m.Key)
		if first, ok := seen[low]; ok && first != m.Key {
			c.add(under(c.here(), m.Key), "json-case", "value", m.Key, "member", first)
		}
		seen[low] = m.Key
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
