// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"encoding/base64"
	"slices"
	"strconv"
	"strings"

	"insignia/export/strict"
)

// compact reports whether s has the shape of a compact JWS (RFC 7515, 7.1):
// three parts of base64url, of which the payload may lie elsewhere.
func compact(s string) bool {
	head, rest, _ := strings.Cut(s, ".")
	_, sum, _ := strings.Cut(rest, ".")
	return head != "" && sum != "" && strings.Count(s, ".") == 2 && !strings.ContainsFunc(s, func(r rune) bool {
		return !wordly(r) && r != '-' && r != '.'
	})
}

// unsign gives the payload of a signed document and checks its header. The
// signature itself needs a key that lies on the web.
func (c *checker) unsign(data []byte) ([]byte, bool) {
	if len(data) > strict.MaxBytes {
		return nil, false
	}
	s := strings.TrimSpace(string(data[:min(len(data), 2)]))
	if s != "ey" { // which is how every header begins: {"
		return nil, false
	}
	if s = strings.TrimSpace(string(data)); !compact(s) {
		return nil, false
	}
	parts := strings.Split(s, ".")
	head, err := base64.RawURLEncoding.DecodeString(parts[0])
	if err != nil {
		return nil, false
	}
	header, _, ok := strict.Parse(head)
	if !ok || header.Kind != strict.Object {
		return nil, false
	}
	payload, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		return nil, false
	}
	c.jwsHeader(header)
	return payload, true
}

// jwsHeader checks the header of a signature (Open Badges 3.0, 8.2.4.1): an
// algorithm with a key pair, and no private key given away.
func (c *checker) jwsHeader(n strict.Node) {
	alg, _ := n.Get("alg")
	if alg.Text == "" || strings.EqualFold(alg.Text, "none") || strings.HasPrefix(alg.Text, "HS") {
		c.add("alg", "jws-header", "value", alg.Text, "wanted", "RS256")
	}
	if typ, ok := n.Get("typ"); ok && !slices.Contains([]string{"JWT", "vc+jwt", "JWS"}, typ.Text) {
		c.add("typ", "jws-header", "value", typ.Text, "wanted", "JWT")
	}
	if jwk, _ := n.Get("jwk"); has(jwk, "d") {
		c.add("jwk.d", "jws-private")
	}
}

// registered are the claims of a signed credential, and what each repeats.
var registered = []struct{ claim, member string }{
	{"iss", "issuer"}, {"sub", "credentialSubject"}, {"jti", "id"}, {"nbf", "validFrom"}, {"exp", "validUntil"}, {"iat", ""},
}

// claims checks that the claims of a signed credential say what the
// credential says, and gives the credential without them. Drafts put it into
// a claim of its own, vc.
func (c *checker) claims(root strict.Node) strict.Node {
	if !c.signed || !has(root, "iss") && !has(root, "vc") {
		return root
	}
	body := root
	if vc, ok := root.Get("vc"); ok && vc.Kind == strict.Object {
		body = vc
	}
	c.three = true
	for _, r := range registered {
		claim, ok := root.Get(r.claim)
		said, also := body.Get(r.member)
		if said.Kind == strict.Object {
			said, also = said.Get("id")
		}
		if ok && also && claim.Text != said.Text && !c.sameMoment(claim, said) {
			c.add(r.claim, "jws-claims", "value", claim.Text, "member", r.member)
		}
	}
	body.Members = slices.DeleteFunc(slices.Clone(body.Members), func(m strict.Member) bool {
		return slices.ContainsFunc(registered, func(r struct{ claim, member string }) bool { return r.claim == m.Key })
	})
	return body
}

// sameMoment compares seconds since 1970 with a date.
func (c *checker) sameMoment(claim, said strict.Node) bool {
	t, ok := c.moment(said.Text)
	return ok && claim.Kind == strict.Number && claim.Text == strconv.FormatInt(t.Unix(), 10)
}
