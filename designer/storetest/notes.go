// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package storetest

import (
	"context"
	"testing"

	"insignia/designer"
)

func notes(t *testing.T, s designer.Store) {
	ctx := context.Background()
	read := func(name, want string) {
		t.Helper()
		got, err := s.Note(ctx, name)
		if err != nil || string(got) != want {
			t.Errorf("note %q is %q, %v; want %q", name, got, err, want)
		}
	}
	set := func(name string, note []byte) {
		t.Helper()
		if err := s.SetNote(ctx, name, note); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := s.Note(ctx, "clock"); got != nil || err != nil {
		t.Errorf("a note that was never set: %q, %v", got, err)
	}
	set("clock", []byte("four minutes"))
	set("theme", []byte("dark"))
	read("clock", "four minutes")
	set("clock", []byte("three"))
	read("clock", "three")
	read("theme", "dark")
	set("clock", nil)
	set("never", nil)
	read("clock", "")
	read("theme", "dark")
}
