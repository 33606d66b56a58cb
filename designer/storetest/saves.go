// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package storetest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"testing"

	"insignia/designer"
)

func (r rules[T, S]) saves(v T) designer.Saves { return r.meta(&v).Saves }

// foreign is v as another store would hand it on.
func (r rules[T, S]) foreign(v T, s designer.Saves) T {
	r.meta(&v).Saves = s
	return v
}

func (r rules[T, S]) deleted(t *testing.T) []T {
	t.Helper()
	all, err := r.Gone(r.ctx)
	if err != nil {
		t.Fatalf("gone: %v", err)
	}
	var out []T
	for _, g := range all {
		if g.At.IsZero() {
			t.Errorf("%s was deleted at no time", r.id(g.Was))
		}
		out = append(out, g.Was)
	}
	return out
}

func (r rules[T, S]) gone(t *testing.T) {
	want := []T{}
	for n := range 5 {
		id := ordered('a', (n*3+1)%5) // not in order
		v := r.put(t, r.edit(r.put(t, r.sample(id, n)), n+10))
		if n == 2 {
			continue
		}
		if err := r.Delete(r.ctx, id, 2); err != nil {
			t.Fatal(err)
		}
		want = append(want, v)
	}
	slices.SortFunc(want, func(a, b T) int { return cmp.Compare(r.id(a), r.id(b)) })
	same(t, "gone", r.deleted(t), want)
	if _, err := r.Undelete(r.ctx, r.id(want[0])); err != nil {
		t.Fatal(err)
	}
	same(t, "after one was brought back", r.deleted(t), want[1:])
}

func (r rules[T, S]) counted(t *testing.T) {
	v := r.put(t, r.sample("", 1))
	name := slices.Collect(maps.Keys(r.saves(v)))
	if len(name) != 1 || r.saves(v)[name[0]] != 1 {
		t.Fatalf("the first save is %v", r.saves(v))
	}
	for n := 2; n < 6; n++ {
		before := r.saves(v).Clone()
		v = r.put(t, r.edit(v, n))
		same(t, fmt.Sprint("save ", n), r.saves(v), before.Count(name[0]))
		same(t, "read back", r.saves(r.get(t, r.id(v))), r.saves(v))
	}
	if err := r.Delete(r.ctx, r.id(v), 5); err != nil {
		t.Fatal(err)
	}
	back, err := r.Undelete(r.ctx, r.id(v))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "undeleted", r.saves(back), r.saves(v))
	v = r.put(t, r.edit(back, 6))
	same(t, "and saved", r.saves(v), r.saves(back).Count(name[0]))
}

func (r rules[T, S]) takenOver(t *testing.T) {
	elsewhere := designer.Saves{"elsewhere": 3, "and there": 1}
	v := r.put(t, r.foreign(r.sample("", 1), elsewhere))
	same(t, "a new record", r.saves(v), elsewhere)
	if n := r.meta(&v).Revision; n != 1 {
		t.Errorf("revision %d", n)
	}
	newer := elsewhere.Count("elsewhere")
	v = r.put(t, r.foreign(r.edit(v, 2), newer))
	same(t, "a newer one", r.saves(v), newer)
	if n := r.meta(&v).Revision; n != 2 {
		t.Errorf("revision %d", n)
	}
	v = r.put(t, r.edit(v, 3))
	if len(r.saves(v)) != 3 || r.saves(v).Compare(newer) != designer.Newer {
		t.Errorf("saved here, it is %v", r.saves(v))
	}
	h, err := r.History(r.ctx, r.id(v))
	if err != nil || len(h) != 2 {
		t.Fatalf("history %v, %v", h, err)
	}
	same(t, "the version before", r.saves(h[0]), newer)
	same(t, "and before that", r.saves(h[1]), elsewhere)
	same(t, "list", r.all(t, designer.Page{}), []S{r.line(v)})
}

func (r rules[T, S]) otherWay(t *testing.T) {
	elsewhere := designer.Saves{"elsewhere": 3}
	v := r.put(t, r.foreign(r.sample("", 1), elsewhere))
	v = r.put(t, r.edit(v, 2))
	for _, s := range []designer.Saves{nil, {}, elsewhere, {"elsewhere": 4}, {"nobody": 1}} {
		_, err := r.Put(r.ctx, r.foreign(r.edit(v, 3), s))
		is(t, fmt.Sprintf("put of %v over %v", s, r.saves(v)), err, designer.ErrConflict)
	}
	same(t, "read back", r.get(t, r.id(v)), v)
}

func strangers(t *testing.T, here, there designer.Store) {
	d, err := here.Drafts().Put(t.Context(), drafts.sample("", 1))
	if err != nil {
		t.Fatal(err)
	}
	moved := d.Clone()
	moved.Revision = 0
	moved, err = there.Drafts().Put(t.Context(), moved)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "carried over", moved.Saves, d.Saves)
	if moved, err = there.Drafts().Put(t.Context(), moved); err != nil {
		t.Fatal(err)
	}
	if d, err = here.Drafts().Put(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	if o := d.Saves.Compare(moved.Saves); o != designer.Fork {
		t.Errorf("saved in both, %v and %v: %v", d.Saves, moved.Saves, o)
	}
}
