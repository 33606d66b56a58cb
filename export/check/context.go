// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"slices"
	"strings"

	"insignia/export/strict"
)

// The contexts by their only spellings that work: http, a slash at the end or
// another version all make readers lose every term.
const (
	contextURL = "https://w3id.org/openbadges/v2"

	credentials      = "https://www.w3.org/ns/credentials/v2"
	olderCredentials = "https://www.w3.org/2018/credentials/v1"
	ob3Context       = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
)

// isOB3 reports whether s is a context of version 3, by the pattern of its
// schemas: …/context(-3\.\d\.\d)*\.json
func isOB3(s string) bool {
	s, ok := strings.CutPrefix(s, "https://purl.imsglobal.org/spec/ob/v3p0/context")
	s, also := strings.CutSuffix(s, ".json")
	for ok && also && s != "" {
		if len(s) < 6 || s[:3] != "-3." || s[3] < '0' || s[3] > '9' || s[4] != '.' || s[5] < '0' || s[5] > '9' {
			return false
		}
		s = s[6:]
	}
	return ok && also
}

// badgeContext checks the context of a version 2 document.
func (c *checker) badgeContext(root strict.Node) {
	n, ok := root.Get("@context")
	switch {
	case !ok:
		c.add("", "required", "member", "@context")
	case n.Kind == strict.String && n.Text == contextURL:
	case n.Kind == strict.List && slices.Contains(texts(n), contextURL):
		c.add("@context", "context-list")
		for i, item := range n.Items {
			if language, _ := item.Get("@language"); language.Kind == strict.String {
				c.add(at("@context", i), "context-language")
			}
		}
	default:
		c.add("@context", "context", "value", n.Text, "wanted", contextURL)
	}
}

// mixed reports whether contexts contradict each other: the first ones of
// version 3 define anew what credentials of version 2 protect.
func mixed(addresses []string) bool {
	protected := false
	for _, s := range addresses {
		if protected && isOB3(s) && !strings.HasSuffix(s, "-3.0.2.json") && known()[s] != nil && s != ob3Context {
			return true
		}
		protected = protected || s == credentials
	}
	return false
}

// credentialContext checks the contexts of a credential: the schemas want two
// in this order, and others after them.
func (c *checker) credentialContext(p string, n strict.Node) {
	context, ok := n.Get("@context")
	q := under(p, "@context")
	switch items := context.Items; {
	case !ok: // told as missing
	case mixed(texts(context)):
		c.add(q, "context-mix", "wanted", ob3Context)
	case len(items) >= 2 && items[0].Text == credentials && isOB3(items[1].Text):
	case c.template && slices.ContainsFunc(items, func(i strict.Node) bool { return isOB3(i.Text) }): // whoever fills it in says which
	case slices.Contains(texts(context), olderCredentials):
		c.add(q, "context-older", "value", olderCredentials)
	default:
		c.add(q, "context", "value", context.Text, "wanted", credentials+", "+ob3Context)
	}
}

// partContext checks the context of an Achievement or a Profile that stands
// alone, which no schema does. One of version 3 is enough: that gives the
// terms.
func (c *checker) partContext(n strict.Node) {
	context, ok := n.Get("@context")
	switch {
	case !ok:
		c.add("", "required", "member", "@context")
	case mixed(texts(context)):
		c.add("@context", "context-mix", "wanted", ob3Context)
	case !slices.ContainsFunc(texts(context), isOB3):
		c.add("@context", "context", "value", context.Text, "wanted", credentials+", "+ob3Context)
	}
}

// vocabulary is the scope at the root. A document whose context is missing or
// wrong is read as if it were right: that is told, and not again with every
// key.
func (c *checker) vocabulary(root strict.Node) scope {
	n, _ := root.Get("@context")
	if !slices.ContainsFunc(c.findings, func(f Finding) bool {
		return f.Rule == "context" && f.Path == "@context" || f.Rule == "required" && f.Path == "" && f.Args["member"] == "@context"
	}) {
		return scope(nil).with(n, c.unknown)
	}
	s := scope{known()[contextURL]}
	if c.three {
		s = scope{known()[credentials], known()[ob3Context]}
	}
	return s.with(strict.Node{Kind: strict.List, Items: slices.DeleteFunc(slices.Clone(n.Items), func(i strict.Node) bool {
		return i.Kind != strict.Object
	})}, c.unknown)
}

// unknown tells of a context that the tables do not have, once: whether the
// keys below it are defined, nobody can say offline.
func (c *checker) unknown(address string) {
	if !absolute(address) {
		c.add(under(c.here(), "@context"), "uri", "value", address)
		return
	}
	if slices.ContainsFunc(c.findings, func(f Finding) bool { return f.Rule == "context-unknown" }) {
		return
	}
	c.add(under(c.here(), "@context"), "context-unknown", "value", address)
}
