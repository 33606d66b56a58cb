// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"slices"

	"insignia/export/bake"
	"insignia/export/strict"
)

// outside are members that badges, awards and issuers' servers have at their
// beginning, and that no answers file has.
var outside = []string{"@context", "@graph", "@type", "type", "image", "recipient", "assertion", "badges", "result", "data",
	"criteria_text", "criteria_url", "criteriaNarrative", "criteriaUrl", "content", "credentialSubject", "achievement", "vc", "payload"}

// Meant reports whether a file is meant as somebody else's badge rather than
// as an answers file, whatever is wrong with it: a picture, a signed token, a
// list, or an object with members that only badges have.
func Meant(data []byte) bool {
	if bake.IsPNG(data) || bake.IsSVG(data) || bake.IsToken(data) {
		return true
	}
	root, _, ok := strict.Parse(data)
	if !ok || root.Kind == strict.List {
		return ok
	}
	for _, m := range root.Members {
		if slices.Contains(outside, m.Key) {
			return true
		}
		// Here these are groups of answers.
		if (m.Key == "criteria" || m.Key == "issuer") && m.Value.Kind == strict.String {
			return true
		}
	}
	return false
}
