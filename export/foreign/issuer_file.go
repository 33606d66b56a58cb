// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import "insignia/export/strict"

// Issuer is the issuer inside a badge that Restore gave back, as a document of
// its own: that of a BadgeClass, or the creator of an Achievement. Both say the
// same, since the file at the issuer's address counts more than what lies in
// the badge. Where the badge came with nothing but that address, it is the
// issuer in made, the document before Restore.
func Issuer(doc, made []byte) []byte {
	for _, b := range [][]byte{doc, made} {
		root, _, _ := strict.Parse(b)
		p, ok := root.Get("issuer")
		if !ok {
			p, _ = root.Get("creator")
		}
		if p.Kind != strict.Object {
			continue
		}
		if context, ok := root.Get("@context"); ok {
			p.Members = append([]strict.Member{{Key: "@context", Value: context}}, p.Members...)
		}
		return strict.Encode(p)
	}
	return nil
}
