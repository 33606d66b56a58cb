// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bake

import (
	"bytes"
	"encoding/base64"

	"insignia/designer"
	"insignia/export/strict"
)

// IsToken reports whether b is a JSON Web Signature in its compact form (RFC
// 7515, 7.1), which a JWT is too, whatever space is around it: three parts, the
// last of which may be empty. The five of an encrypted one (RFC 7516) and what
// an SD-JWT adds after a tilde count as well. The first part is an object, so
// it begins with "{" and a quotation mark or space: ey, ew.
func IsToken(b []byte) bool {
	b = bytes.TrimSpace(b)
	if !bytes.HasPrefix(b, []byte("ey")) && !bytes.HasPrefix(b, []byte("ew")) {
		return false
	}
	dots, tilde := 0, false
	for _, c := range b {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '_', c == '=':
		case c == '.' && !tilde:
			dots++
		case c == '~' && dots > 1:
			tilde = true
		case c != '.':
			return false
		}
	}
	return dots == 2 || dots == 4
}

// Payload gives what a compact token carries. Its signature is not checked:
// that would take a key that nobody here has. Errors are bake-large,
// bake-encrypted and bake-token.
func Payload(b []byte) ([]byte, error) {
	b, _, _ = bytes.Cut(bytes.TrimSpace(b), []byte("~"))
	if len(b) > MaxText*4/3 {
		return nil, large()
	}
	parts := bytes.Split(b, []byte("."))
	if len(parts) == 5 {
		return nil, &designer.Error{Code: "bake-encrypted"}
	}
	var read [2][]byte
	for i := range read {
		if len(parts) != 3 {
			return nil, &designer.Error{Code: "bake-token"}
		}
		plain := bytes.TrimRight(parts[i], "=")
		read[i] = make([]byte, base64.RawURLEncoding.DecodedLen(len(plain)))
		n, err := base64.RawURLEncoding.Decode(read[i], plain)
		if err != nil {
			return nil, &designer.Error{Code: "bake-token", Err: err}
		}
		read[i] = read[i][:n]
	}
	if header, _, ok := strict.Parse(read[0]); !ok || header.Kind != strict.Object {
		return nil, &designer.Error{Code: "bake-token"}
	}
	return read[1], nil
}
