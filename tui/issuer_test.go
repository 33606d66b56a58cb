// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"testing"

	"insignia/designer"
)

// An issuer typed once is picked with one key for the next badge, and
// forgotten only after a yes.
func TestASavedIssuerIsPickedAndForgotten(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	d.Press("pgdown")
	for _, s := range []string{"Riverside Library", "https://library.example", "hello@library.example"} {
		d.Type(s)
		d.Press("enter")
	}
	d.Press("esc", "n", "enter")
	d.Type("Second badge")
	d.Press("enter", "pgdown")
	if !d.Has("1 Riverside Library") {
		t.Fatalf("not offered\n%s", d.Frame())
	}
	d.Press("enter")
	got := d.Model().(*Model)
	if got.question != designer.AskWhy || got.draft.Issuer.Email != "hello@library.example" {
		t.Fatalf("one key did not pick it: %+v\n%s", got.draft.Issuer, d.Frame())
	}
	saved := func() int {
		list, err := st.Issuers().List(context.Background(), designer.Page{})
		if err != nil {
			t.Fatal(err)
		}
		return len(list)
	}
	if saved() != 1 {
		t.Fatalf("%d issuers saved, not one", saved())
	}
	d.Press("pgup", "up", "up", "up", "ctrl+d")
	if !d.Has("Forget “Riverside Library”?") {
		t.Fatalf("not asked\n%s", d.Frame())
	}
	d.Press("enter")
	if saved() != 1 || d.Has("Forget “") {
		t.Fatal("forgotten without a yes")
	}
	d.Press("ctrl+d", "left", "enter")
	if saved() != 0 || d.Has("1 Riverside Library") {
		t.Fatalf("not forgotten\n%s", d.Frame())
	}
}
