// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package storetest

import (
	"errors"
	"testing"

	"insignia/designer"
)

// visits: of the saves of one visit the last stays, and no other goes.
func (r rules[T, S]) visits(t *testing.T) {
	v := r.put(t, r.sample("", 0))
	var want []T // newest first
	for n, visit := range []string{"a", "a", "a", "b", "b", "a", "", "", "c"} {
		before := v
		next, err := r.Put(designer.Visiting(r.ctx, visit), r.edit(v, n+1))
		if err != nil {
			t.Fatal(err)
		}
		v = next
		if n == 0 || n == 3 || n == 5 || n >= 6 {
			want = append([]T{before}, want...)
		}
	}
	got, err := r.History(r.ctx, r.id(v))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "history", got, want)
	same(t, "the present one", r.get(t, r.id(v)), v)
}

// checkpoints: a version with a name stays whatever is saved after it.
func (r rules[T, S]) checkpoints(t *testing.T) {
	v := r.put(t, r.sample("", 0))
	id := r.id(v)
	named := v
	for _, c := range []struct {
		id       string
		revision int
		want     error
	}{{id, 1, nil}, {id, 2, designer.ErrNotFound}, {id, 0, designer.ErrNotFound}, {designer.NewID(), 1, designer.ErrNotFound}} {
		if err := r.Checkpoint(r.ctx, c.id, c.revision, "before the review"); !errors.Is(err, c.want) || (err == nil) != (c.want == nil) {
			t.Errorf("naming revision %d: %v, want %v", c.revision, err, c.want)
		}
	}
	for n := range 60 {
		next, err := r.Put(designer.Visiting(r.ctx, "one visit"), r.edit(v, n+1))
		if err != nil {
			t.Fatal(err)
		}
		v = next
	}
	names, err := r.Checkpoints(r.ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "names", names, map[int]string{1: "before the review"})
	past, err := r.History(r.ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "history", past, []T{named})
	if err := r.Checkpoint(r.ctx, id, 1, ""); err != nil {
		t.Fatal(err)
	}
	names, err = r.Checkpoints(r.ctx, id)
	if err != nil || len(names) > 0 {
		t.Errorf("after the name was taken away: %v, %v", names, err)
	}
	if _, err := r.Checkpoints(r.ctx, designer.NewID()); !errors.Is(err, designer.ErrNotFound) {
		t.Errorf("names of nothing: %v", err)
	}
}
