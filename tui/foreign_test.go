// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"testing"

	"insignia/designer"
)

// What a badge from outside had and no field takes is named in the review.
func TestTheReviewNamesWhatIsKeptWithoutAField(t *testing.T) {
	d, m := on(t, designer.Start, 120, 40)
	at(d, designer.Review)
	if d.Has("issuer.telephone") {
		t.Fatal("named before there is anything")
	}
	m.draft.Foreign = []designer.Member{{Standard: "ob2", Path: "issuer.telephone", Value: `"+4930123456"`}}
	at(d, designer.AskNext)
	at(d, designer.Review)
	d.Press("tab", "tab", "end")
	if !d.Has("issuer.telephone") {
		t.Fatalf("not named\n%s", d.Frame())
	}
}
