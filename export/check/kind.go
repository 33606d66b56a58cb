// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"slices"
	"strings"

	"insignia/export/strict"
)

// The kinds of document that are known. AchievementCredential is another name
// of OpenBadgeCredential and told as that.
const (
	BadgeClass            = "BadgeClass"
	Profile               = "Profile"
	Assertion             = "Assertion"
	Endorsement           = "Endorsement"
	CryptographicKey      = "CryptographicKey"
	RevocationList        = "RevocationList"
	Achievement           = "Achievement"
	OpenBadgeCredential   = "OpenBadgeCredential"
	EndorsementCredential = "EndorsementCredential"
	// CredentialTemplate is an OpenBadgeCredential that an issuer fills in for
	// each award.
	CredentialTemplate = "CredentialTemplate"
)

// kindOf is what root says it is, "" where it says nothing or something else.
func kindOf(root strict.Node) (kind string, three bool) {
	types := names(root, "type")
	says := func(names ...string) bool {
		return slices.ContainsFunc(types, func(t string) bool { return slices.Contains(names, t) })
	}
	for _, k := range []string{EndorsementCredential, OpenBadgeCredential, "AchievementCredential", Achievement} {
		if says(k) {
			return strings.Replace(k, "AchievementCredential", OpenBadgeCredential, 1), true
		}
	}
	for _, k := range []string{BadgeClass, Assertion, Endorsement, CryptographicKey, RevocationList} {
		if says(k) {
			return k, false
		}
	}
	switch {
	case says(Profile, "Issuer"):
		return Profile, !says("Issuer") && later(root)
	case len(types) > 0:
		return "", false
	case later(root) && has(root, "credentialSubject"):
		return OpenBadgeCredential, true
	case later(root) && has(root, "criteria"):
		return Achievement, true
	case has(root, "criteria") || has(root, "issuer") && !has(root, "revokedAssertions"):
		return BadgeClass, false
	case has(root, "email") || has(root, "url"):
		return Profile, false
	}
	return "", false
}

// later reports whether root has a context of version 3.
func later(root strict.Node) bool {
	n, _ := root.Get("@context")
	return slices.ContainsFunc(texts(n), func(s string) bool { return isOB3(s) || s == credentials || s == olderCredentials })
}

// document finds out what the object is and checks it as such.
func (c *checker) document(root strict.Node) (kind, standard string) {
	if kind, standard = older(root); kind != "" {
		c.was(root, kind, standard)
		return kind, standard
	}
	kind, c.three = kindOf(root)
	if kind == "" {
		if !has(root, "@context") {
			c.add("", "required", "member", "@context")
		}
		if types := names(root, "type"); len(types) > 0 {
			c.add("type", "kind", "value", strings.Join(types, ", "))
		} else {
			c.add("", "required", "member", "type")
		}
		return "", ""
	}
	if c.three {
		return c.version3(root, kind), "3.0"
	}
	c.version2(root, kind)
	return kind, "2.0"
}

func (c *checker) version2(root strict.Node, kind string) {
	c.model = ob2Model()
	c.badgeContext(root)
	switch kind {
	case BadgeClass:
		c.badge("", root)
	case Profile:
		c.profile("", root)
	default:
		c.object("", root, c.model[kind])
	}
	c.values(root)
	c.defined(root, c.model[kind], c.vocabulary(root))
}

func (c *checker) version3(root strict.Node, kind string) string {
	c.model = ob3Model()
	shown := kind
	if kind == OpenBadgeCredential && template(root) {
		c.template = true
		shown = CredentialTemplate
	}
	if kind == Achievement || kind == Profile {
		c.partContext(root)
	}
	c.object("", root, c.model[kind])
	c.values(root)
	c.defined(root, c.model[kind], c.vocabulary(root))
	return shown
}

// names are the strings of a member that is a string or a list of them.
func names(n strict.Node, key string) []string {
	v, _ := n.Get(key)
	return texts(v)
}

// texts are the strings of n, which is a string or a list of them.
func texts(n strict.Node) []string {
	if n.Kind == strict.String {
		return []string{n.Text}
	}
	var out []string
	for _, i := range n.Items {
		if i.Kind == strict.String {
			out = append(out, i.Text)
		}
	}
	return out
}

func has(n strict.Node, key string) bool { _, ok := n.Get(key); return ok }
