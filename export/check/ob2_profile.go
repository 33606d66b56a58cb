// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"regexp"
	"strings"

	"insignia/export/strict"
)

// profileClass stands for the Profile of version 2 where a member of it is
// checked by the tables.
var profileClass = &class{name: Profile}

// issuer is a Profile inside the badge, or the address of one.
func (c *checker) issuer(p string, n strict.Node) {
	switch n.Kind {
	case strict.String:
		if c.web(p, n) {
			c.add(p, "issuer-link")
		}
	case strict.Object:
		c.profile(p, n)
	default:
		c.add(p, "issuer")
	}
}

// profile checks a Profile, on its own (p is "") or inside a badge.
func (c *checker) profile(p string, n strict.Node) {
	c.require(p, n, "type", "name", "url", "email")
	c.kind(p, n, Profile, "Issuer")
	switch _, ok := n.Get("id"); {
	case !ok && p == "":
		c.require(p, n, "id")
	case !ok:
		c.add(p, "issuer-id")
	}
	c.each(p, n, map[string]func(string, strict.Node){
		"id": func(p string, v strict.Node) {
			if v.Kind == strict.String && strings.HasPrefix(v.Text, "urn:") || strings.HasPrefix(v.Text, "did:") {
				c.add(p, "issuer-web", "value", v.Text)
				return
			}
			c.web(p, v)
		},
		"name":        func(p string, v strict.Node) { c.text(p, v, 255) },
		"description": func(p string, v strict.Node) { c.text(p, v, 16384) },
		"url":         func(p string, v strict.Node) { c.web(p, v) },
		"email":       c.email,
		"telephone": func(p string, v strict.Node) {
			if v.Kind != strict.String || !phone.MatchString(v.Text) {
				c.add(p, "telephone", "value", v.Text)
			}
		},
		"image":          c.image,
		"revocationList": func(p string, v strict.Node) { c.web(p, v) },
		"publicKey": func(p string, v strict.Node) {
			c.member(p, v, profileClass, member{key: "publicKey", kind: "Key|uri", many: true})
		},
	})
}

var phone = regexp.MustCompile(`^\+[1-9][0-9]{1,14}$`)
