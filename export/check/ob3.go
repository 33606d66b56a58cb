// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"slices"
	"strings"

	"insignia/designer"
	"insignia/export/strict"
)

// afterwards are the checks of a class that look at several of its members.
var afterwards map[string]func(c *checker, p string, n strict.Node)

func init() { // some of them check objects again
	afterwards = map[string]func(*checker, string, strict.Node){
		OpenBadgeCredential:   (*checker).credential,
		EndorsementCredential: (*checker).credential,
		"AchievementSubject":  (*checker).subject,
		"Criteria":            (*checker).reached,
		"ResultDescription":   (*checker).levels,
		Assertion:             (*checker).assertion,
		Endorsement:           func(c *checker, p string, n strict.Node) { c.inOrder(p, n, "issuedOn", "expires") },
		"Recipient":           (*checker).recipient,
	}
}

// credential checks the context and the dates of a credential. One that
// nobody signed yet is a hint: it says what an issuer has to do.
func (c *checker) credential(p string, n strict.Node) {
	c.credentialContext(p, n)
	c.inOrder(p, n, "validFrom", "validUntil")
	if p == "" && !c.signed && !c.template && !has(n, "proof") {
		c.add(p, "unsigned")
	}
}

// subject checks that somebody was awarded: the official validator wants an
// id or an identifier.
func (c *checker) subject(p string, n strict.Node) {
	if !c.template && !has(n, "id") && !has(n, "identifier") {
		c.add(p, "recipient-missing")
	}
}

// reached checks that criteria say something.
func (c *checker) reached(p string, n strict.Node) {
	if !has(n, "id") && !has(n, "narrative") {
		c.add(p, "criteria-empty")
	}
}

// levels checks that the level which is required is one of the levels.
func (c *checker) levels(p string, n strict.Node) {
	wanted, ok := n.Get("requiredLevel")
	if !ok || wanted.Kind != strict.String {
		return
	}
	all, _ := n.Get("rubricCriterionLevel")
	for _, level := range append(all.Items, all) {
		if id, _ := level.Get("id"); id.Text == wanted.Text {
			return
		}
	}
	c.add(under(p, "requiredLevel"), "level-unknown", "value", wanted.Text)
}

// picture checks the address of a picture, or the picture itself. Only for
// the pictures of people and issuers version 3 names the formats.
func (c *checker) picture(p string, n strict.Node) {
	switch {
	case n.Kind == strict.String && isData(n.Text):
		c.data(p, n.Text, c.holder == "Achievement" || c.holder == OpenBadgeCredential)
	default:
		c.uri(p, n)
	}
}

// template reports whether a credential is one to be filled in: it has
// placeholders in braces, as the tools of the Digital Credentials Consortium
// fill them, or says of what every award has anew that it is still to come.
func template(n strict.Node) bool {
	if has(n, "proof") {
		return false
	}
	subject, _ := n.Get("credentialSubject")
	for _, at := range []struct {
		of  strict.Node
		key string
	}{{n, "id"}, {n, "validFrom"}, {subject, "id"}, {subject, "name"}} {
		if v, _ := at.of.Get(at.key); v.Kind == strict.String && designer.ToCome(v.Text) {
			return true
		}
	}
	return braces(n)
}

func braces(n strict.Node) bool {
	return n.Kind == strict.String && hasBraces(n.Text) || slices.ContainsFunc(n.Items, braces) ||
		slices.ContainsFunc(n.Members, func(m strict.Member) bool { return braces(m.Value) })
}

func hasBraces(s string) bool {
	_, after, ok := strings.Cut(s, "{{")
	return ok && strings.Contains(after, "}}")
}

// stands reports whether s only stands for what a template is filled with.
func stands(s string) bool { return hasBraces(s) || designer.ToCome(s) }

// excused reports whether n need not have a member that its class requires.
func (c *checker) excused(p string, n strict.Node, key string) bool {
	switch {
	case c.template:
		return p == "" && (key == "id" || key == "validFrom" || key == "issuer") || p == "issuer" && key == "id"
	case !c.three && revoked(n):
		return key != "id" && key != "type"
	}
	return false
}
