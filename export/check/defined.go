// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"strings"

	"insignia/designer"
	"insignia/export/strict"
)

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
	open := s.open()
	types := append(names(n, "type"), names(n, "@type")...)
	types = types[:min(len(types), maxTypes)]
	if c.three {
		c.expands(n, types, cl, s, open)
	}
	if cl != nil {
		types = append(append(types, cl.name), within[cl.name]...)
	}
	for _, m := range n.Members {
		if c.three && m.Key == "@language" && m.Value.Kind != strict.String && m.Value.Kind != strict.Null {
			c.add(under(c.here(), m.Key), "language", "value", m.Value.Text)
			continue
		}
		if !open && !c.term(m.Key, types, cl, s) || s.literal(m.Key) {
			continue
		}
		c.trail.push(m.Key, 0)
		c.defined(m.Value, c.model.below(cl, m.Key), s.within(m.Key))
		c.trail.pop()
	}
}

// expands checks that the types and the id of an object are addresses, or
// terms that stand for some. The id of a known class is told with it.
func (c *checker) expands(n strict.Node, types []string, cl *class, s scope, open bool) {
	typ, _ := n.Get("type")
	for _, t := range types {
		if !open && !s.anywhere(t) && !absolute(t) && (t != "" || typ.Kind == strict.List) {
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
	case compact: // it may be an address of a scheme of its own, so that what it holds is part of the badge
		c.add(p, "prefix", "value", prefix)
		return true
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

// twins are what version 3 calls the members of version 2, of its own drafts
// and of issuers' interfaces.
var twins = map[string]string{
	"tags": "tag", "telephone": "phone", "issuer": "creator", "language": "inLanguage", "badge": "achievement", "alignments": "alignment",
	"issuedOn": "validFrom", "issuanceDate": "validFrom", "expires": "validUntil", "expirationDate": "validUntil",
	"recipient": "credentialSubject", "verification": "proof", "identity": "identityHash", "targetURL": "targetUrl",
}
