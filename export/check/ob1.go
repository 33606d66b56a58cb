// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"slices"
	"strings"

	"insignia/export/strict"
)

// first is the context of version 1.1.
const first = "https://w3id.org/openbadges/v1"

// older finds out whether root is a document of version 1, which has a
// context and types from 1.1 on, and neither of them nor an id before: then
// only its members tell. It gives the kind and the version.
func older(root strict.Node) (kind, version string) {
	if context, ok := root.Get("@context"); ok {
		if !slices.Contains(texts(context), first) {
			return "", ""
		}
		for _, t := range names(root, "type") {
			switch t {
			case BadgeClass, Assertion:
				return t, "1.1"
			case "Issuer", "IssuerOrg", Profile:
				return Profile, "1.1"
			}
		}
		version = "1.1"
	} else if has(root, "type") || has(root, "id") {
		return "", ""
	}
	if version == "" {
		version = "1.0"
	}
	link := func(key string) bool {
		v, _ := root.Get(key)
		return v.Kind == strict.String && strings.HasPrefix(v.Text, "http")
	}
	badge, _ := root.Get("badge")
	switch {
	case has(root, "recipient") && badge.Kind == strict.Object && has(badge, "name"): // an award of 0.5 has its badge inside
		return Assertion, version
	case has(root, "recipient") && link("badge") && has(root, "verify"):
		return Assertion, version
	case has(root, "name") && has(root, "image") && has(root, "criteria") && link("issuer"):
		return BadgeClass, version
	case has(root, "name") && link("url") && !has(root, "criteria") && !has(root, "issuer") && !has(root, "badge"):
		return Profile, version
	}
	return "", ""
}

// was checks a document of version 1 for what its kind requires. Nobody needs
// it flawless: what it is good for is a draft.
func (c *checker) was(root strict.Node, kind, version string) {
	c.add("", "older", "version", version)
	switch kind {
	case BadgeClass:
		c.require("", root, "name", "description", "image", "criteria", "issuer")
	case Assertion:
		c.require("", root, "recipient", "badge")
	case Profile:
		c.require("", root, "name", "url")
	}
}
