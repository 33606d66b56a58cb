// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"insignia/export/strict"
)

// badgeOrLink is the badge inside an award, or the address of one.
func (c *checker) badgeOrLink(p string, n strict.Node) {
	switch n.Kind {
	case strict.Object:
		c.badge(p, n)
	case strict.String:
		if before := len(c.findings); strings.HasPrefix(n.Text, "urn:") {
			c.id(p, n)
		} else if c.web(p, n) && len(c.findings) == before {
			c.add(p, "badge-link")
		}
	default:
		c.add(p, "object", "wanted", BadgeClass)
	}
}

// awarded is the picture of an award, which lies on the web: the official
// validator takes no data URI here.
func (c *checker) awarded(p string, n strict.Node) {
	link := n
	if n.Kind == strict.Object {
		link, _ = n.Get("id")
	}
	if link.Kind == strict.String && isData(link.Text) {
		c.add(p, "image-data")
		return
	}
	if n.Kind == strict.Object { // an Image is fine here: servers that stop at one take badges, not awards
		p, n = under(p, "id"), link
	}
	if n.Kind != strict.String {
		c.add(p, "image")
		return
	}
	c.web(p, n)
}

var hash = regexp.MustCompile(`^(sha256|md5)\$[0-9a-fA-F]+$`)

// recipient checks that an identity is hashed where it says so, and only
// there.
func (c *checker) recipient(p string, n strict.Node) {
	identity, _ := n.Get("identity")
	hashed, ok := n.Get("hashed")
	if ok && hashed.Kind == strict.Bool && identity.Kind == strict.String && (hashed.Text == "true") != hash.MatchString(identity.Text) {
		c.add(under(p, "identity"), "recipient-hash", "value", identity.Text)
	}
}

// assertion checks what an award says in several places: a hosted one is
// true where it lies, so its id is on the web, and on the issuer's own site
// unless the issuer names another.
func (c *checker) assertion(p string, n strict.Node) {
	c.inOrder(p, n, "issuedOn", "expires")
	v, _ := n.Get("verification")
	kinds := names(v, "type")
	if !slices.Contains(kinds, "hosted") && !slices.Contains(kinds, "HostedBadge") {
		return
	}
	id, _ := n.Get("id")
	if strings.HasPrefix(id.Text, "urn:") {
		c.add(under(p, "id"), "hosted-id")
		return
	}
	badge, _ := n.Get("badge")
	issuer, _ := badge.Get("issuer")
	home := issuer
	if issuer.Kind == strict.Object {
		home, _ = issuer.Get("id")
	}
	at, err := url.Parse(id.Text)
	from, also := url.Parse(home.Text)
	if err != nil || also != nil || at.Host == "" || from.Host == "" {
		return
	}
	scope, _ := issuer.Get("verification")
	begins, hosts := names(scope, "startsWith"), names(scope, "allowedOrigins")
	if len(begins)+len(hosts) == 0 {
		hosts = []string{from.Host}
	}
	if !slices.Contains(hosts, at.Host) && !slices.ContainsFunc(begins, func(b string) bool { return strings.HasPrefix(id.Text, b) }) {
		c.add(under(p, "id"), "verification-scope", "value", at.Host, "wanted", shown(strings.Join(append(hosts, begins...), ", ")))
	}
}

// revoked reports whether n only says that something was taken back, which
// needs no more than its id (Open Badges 2.0, Assertion and Endorsement).
func revoked(n strict.Node) bool {
	v, _ := n.Get("revoked")
	return v.Kind == strict.Bool && v.Text == "true"
}
