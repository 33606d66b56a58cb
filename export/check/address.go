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
	low := strings.ToLower(n.Text[:min(len(n.Text), len("urn:uuid:"))])
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

// uri is an address of any scheme, as version 3 allows it for all ids.
func (c *checker) uri(p string, n strict.Node) {
	scheme, _, _ := strings.Cut(n.Text[:min(len(n.Text), 6)], ":")
	switch low := strings.ToLower(scheme); {
	case n.Kind != strict.String, !absolute(n.Text):
		c.add(p, "uri", "value", n.Text)
	case low == "http" || low == "https":
		c.web(p, n)
	case !ascii(n.Text):
		c.add(p, "url-ascii", "value", n.Text)
	}
}

// absolute reports whether s is an address and no word or path.
func absolute(s string) bool {
	scheme, rest, found := strings.Cut(s, ":")
	return found && rest != "" && schemish(scheme) && !strings.ContainsAny(rest, " \t\r\n")
}

// schemish reports whether s can be a scheme (RFC 3986, 3.1).
func schemish(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || !(r >= '0' && r <= '9' || r == '+' || r == '-' || r == '.')) {
			return false
		}
	}
	return s != ""
}

func (c *checker) email(p string, n strict.Node) {
	switch f := designer.CheckEmail(n.Text); {
	case n.Kind != strict.String, f == designer.FlawMalformed, !ascii(n.Text):
		c.add(p, "email", "value", n.Text)
	case f == designer.FlawPlaceholder:
		c.add(p, "placeholder", "value", n.Text)
	}
}

// ascii reports whether s has only what an address may have unencoded.
func ascii(s string) bool {
	for i := range len(s) { // a picture is one long address
		if s[i] <= ' ' || s[i] >= 0x7F {
			return false
		}
	}
	return true
}
