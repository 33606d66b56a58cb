// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"slices"
	"strings"

	"insignia/export/strict"
)

// shape is what an object is.
type shape int

const (
	unknown    shape = iota
	badge            // BadgeClass, Achievement, or what a server calls a badge
	award            // Assertion of 2.0 and before
	credential       // award of 3.0
	profile          // issuer
	wrapper          // something with badges in it
	stranger         // of Open Badges, and none of these
)

// types are the classes of the standards and of servers, folded.
var types = map[string]shape{
	"badgeclass": badge, "badge": badge, "achievement": badge, "badgetemplate": badge,
	"assertion": award, "backpackassertion": award, "badgeinstance": award,
	"openbadgecredential": credential, "achievementcredential": credential, "verifiablecredential": credential,
	"clrcredential": credential, "verifiablepresentation": wrapper, "envelopedverifiablecredential": wrapper,
	"profile": profile, "issuer": profile, "organization": profile,
	"endorsement": stranger, "endorsementcredential": stranger, "revocationlist": stranger, "cryptographickey": stranger,
	"alignment": stranger, "alignmentobject": stranger, "evidence": stranger, "criteria": stranger, "image": stranger,
}

// texts are the strings of a value that is one or a list of them.
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

// classes are the types of an object, folded.
func classes(t *thing) []string {
	var out []string
	for _, key := range []string{"type", "entityType"} {
		if v, ok := t.peek(key); ok {
			for _, s := range texts(v.Node) {
				out = append(out, fold(s))
			}
		}
	}
	return out
}

// shapeOf tells what an object is by its types, and where it has none that
// anybody knows by its members.
func shapeOf(t *thing) shape {
	has := func(names ...string) bool { _, ok := t.peek(names...); return ok }
	of := unknown
	for _, c := range classes(t) {
		if s := types[c]; s != unknown && (of == unknown || of == stranger || s == credential) {
			of = s
		}
	}
	if of == credential && !has("credentialSubject") && has("vc") {
		return wrapper
	}
	if of != unknown {
		return of
	}
	criteria := has("criteria", "criteriaUrl", "criteriaText", "criteriaNarrative", "criteriaHtml", "assignmentCriteria")
	called := has("name", "courseName") || criteria && has("title")
	switch {
	case has("$schema") && has("properties"):
		return unknown // it says what documents look like
	case has("credentialSubject"):
		return credential
	case has("badge", "badgeclass") && has("recipient", "issuedOn", "verify", "verification", "uid"):
		return award
	case called && (criteria || has("issuer", "creator", "tags", "achievementType", "globalActivityUrl")):
		return badge
	case called && has("url", "email", "origin", "contact", "telephone", "publicKey"):
		return profile
	case called && has("description", "image", "courseDescription"):
		return badge
	case languages(t) != nil:
		return badge
	}
	if inside(t) != nil {
		return wrapper
	}
	return unknown
}

// languages are the entries of a badge that Open Badge Factory keeps in
// several languages.
func languages(t *thing) []strict.Node {
	v, ok := t.peek("content")
	if !ok || v.Kind != strict.List || len(v.Items) == 0 {
		return nil
	}
	for _, i := range v.Items {
		if _, ok := newThing("", i).peek("name"); !ok {
			return nil
		}
	}
	return v.Items
}

// wrappers are the members in which servers, backpacks and tokens put badges.
var wrappers = []string{"@graph", "result", "results", "data", "badge", "badges", "badgeclass", "badgeclasses", "badgeTemplate",
	"badgeTemplates", "badgeInfo", "achievement", "achievements", "assertion", "assertions", "verifiableCredential", "credential",
	"credentials", "vc", "json", "body", "group", "groups", "items", "records", "obCredential"}

// inside are the values in which badges may lie, nil for none.
func inside(t *thing) []strict.Node {
	var out []strict.Node
	for _, name := range wrappers {
		if v, ok := t.peek(name); ok && (v.Kind == strict.Object || v.Kind == strict.List || v.Kind == strict.String && looksLike(v.Text)) {
			out = append(out, v.Node)
		}
	}
	return out
}

// looksLike reports whether a text may be a document itself.
func looksLike(s string) bool {
	return strings.HasPrefix(s, "{") || strings.HasPrefix(s, "ey") || strings.HasPrefix(s, "data:application/")
}

// third reports whether a badge is written in the terms of 3.0, as far as its
// types, contexts and members tell.
func third(t *thing, contexts []string) bool {
	if c := classes(t); slices.Contains(c, "achievement") || slices.Contains(c, "badgeclass") {
		return slices.Contains(c, "achievement")
	}
	if slices.ContainsFunc(contexts, func(c string) bool { return strings.Contains(c, "ob/v3p0") || strings.Contains(c, "/credentials/v") }) {
		return true
	}
	_, ok := t.peek("achievementType", "resultDescription", "creator", "inLanguage")
	return ok
}
