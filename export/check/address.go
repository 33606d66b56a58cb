// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"regexp"
	"strings"

	"insignia/designer"
	"insignia/export/strict"
)

// uuid is the pattern of the official validator: versions 6 to 8 and
// capitals fail there.
var uuid = regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

// id is a web address, or a urn:uuid while the document lies nowhere.
func (c *checker) id(p string, n strict.Node) {
	low := strings.ToLower(n.Text)
	switch {
	case n.Kind == strict.String && strings.HasPrefix(low, "urn:uuid:"):
		if !uuid.MatchString(n.Text) {
			c.add(p, "uuid", "value", n.Text)
		}
	case n.Kind == strict.String && (strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://")):
		c.web(p, n)
	default:
		c.add(p, "id", "value", n.Text)
	}
}

// web checks an absolute http or https address and reports whether a
// stranger could open it.
func (c *checker) web(p string, n strict.Node) bool {
	switch f := designer.CheckURL(n.Text); {
	case n.Kind != strict.String:
		c.add(p, "url")
	case !ascii(n.Text):
		c.add(p, "url-ascii", "value", n.Text)
	case f == designer.FlawPlaceholder && strings.Contains(n.Text, "://"):
		c.add(p, "placeholder", "value", n.Text)
	case f != designer.FlawNone && f != designer.FlawInsecure:
		c.add(p, "url", "value", n.Text)
	default:
		return true
	}
	return false
}

// ascii reports whether s has only what an address may have unencoded.
func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r >= 0x7F })
}
