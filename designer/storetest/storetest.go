// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package storetest is the contract that every designer.Store passes, as
// tests. It knows what a caller may rely on and refuses to know how a store
// keeps things: how many old versions stay is the store's own matter, as long
// as the last one does.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"insignia/designer"
)

// Run checks the store that open returns, a new and empty one at each call.
// The test that got it closes it.
func Run(t *testing.T, open func(t *testing.T) designer.Store) {
	t.Run("drafts", func(t *testing.T) {
		shelves(t, drafts, func(t *testing.T) designer.Shelf[designer.Draft, designer.Summary] { return open(t).Drafts() })
	})
	t.Run("issuers", func(t *testing.T) {
		shelves(t, issuers, func(t *testing.T) designer.Shelf[designer.SavedIssuer, designer.IssuerSummary] {
			return open(t).Issuers()
		})
	})
	t.Run("workshops", func(t *testing.T) {
		shelves(t, workshops, func(t *testing.T) designer.Shelf[designer.Workshop, designer.WorkshopSummary] {
			return open(t).Workshops()
		})
	})
	t.Run("two stores count their saves apart", func(t *testing.T) { strangers(t, open(t), open(t)) })
	t.Run("a draft, an issuer and a workshop with one id do not meet", func(t *testing.T) { apart(t, open(t)) })
	t.Run("a note is kept until another takes its place", func(t *testing.T) { notes(t, open(t)) })
	t.Run("a closed store answers unavailable", func(t *testing.T) { closed(t, open(t)) })
}

// thing says how to make and read what a shelf keeps.
type thing[T, S any] struct {
	sample func(id string, n int) T // differs with n
	meta   func(*T) *designer.Meta
	line   func(T) S
	text   func(*T) *string // a text that may be long
	share  func(T)          // writes into whatever memory the value points to
}

var drafts = thing[designer.Draft, designer.Summary]{
	sample: func(id string, n int) designer.Draft {
		d := designer.New("es")
		if id != "" {
			d.ID = id
		}
		d.Kind, d.Team, d.Name = designer.KindSkill, "mesa 3", fmt.Sprintf("Cocina comunitaria %d", n)
		d.Tags = []string{"cocina", "日本語", "👩‍🍳"}
		d.Earner.Who = "Vecinos que quieren cocinar — «juntos» <b>&amp;</b>"
		d.Issuer.Name = "Asociación Ñandú"
		d.Criteria.Steps = []designer.Step{{Text: "Planea un menú"}, {Text: "Cocínalo", Optional: true, Note: "con foto"}}
		return d
	},
	meta:  func(d *designer.Draft) *designer.Meta { return &d.Meta },
	line:  designer.Summarize,
	text:  func(d *designer.Draft) *string { return &d.Description },
	share: func(d designer.Draft) { d.Tags[0], d.Criteria.Steps[0].Text = "changed", "changed" },
}

var issuers = thing[designer.SavedIssuer, designer.IssuerSummary]{
	sample: func(id string, n int) designer.SavedIssuer {
		if id == "" {
			id = designer.NewID()
		}
		return designer.SavedIssuer{
			Meta:   designer.Meta{ID: id},
			Issuer: designer.Issuer{Name: fmt.Sprintf("Bücherhalle %d", n), URL: "https://example.org/ü"},
			Base:   "https://example.org/badges/",
		}
	},
	meta:  func(i *designer.SavedIssuer) *designer.Meta { return &i.Meta },
	line:  designer.SummarizeIssuer,
	text:  func(i *designer.SavedIssuer) *string { return &i.Description },
	share: func(designer.SavedIssuer) {}, // holds no pointers but its saves
}

var workshops = thing[designer.Workshop, designer.WorkshopSummary]{
	sample: func(id string, n int) designer.Workshop {
		if id == "" {
			id = designer.NewID()
		}
		return designer.Workshop{
			Meta: designer.Meta{ID: id}, Title: fmt.Sprintf("Taller de insignias %d", n), Date: "2026-11-23", Place: "Biblioteca — «sala 2»",
			Language: "es", Agenda: designer.Agenda{Name: "sprint-20", Slots: []designer.Slot{{ID: "1", Minutes: 10 + n, Least: 2}, {ID: "break", Title: "Café ☕", Minutes: 5}}},
			Issuer: designer.Issuer{Name: "Asociación Ñandú"}, Teams: []string{"mesa 1", "テーブル 2"}, Colours: "sea",
			Skip: []string{"issuer.email"}, Private: true,
		}
	},
	meta: func(w *designer.Workshop) *designer.Meta { return &w.Meta },
	line: designer.SummarizeWorkshop,
	text: func(w *designer.Workshop) *string { return &w.Issuer.Description },
	share: func(w designer.Workshop) {
		w.Teams[0], w.Skip[0], w.Agenda.Slots[0].ID = "changed", "changed", "changed"
	},
}

// rules are the contract of one shelf.
type rules[T, S any] struct {
	thing[T, S]
	designer.Shelf[T, S]
	ctx context.Context
}

func shelves[T, S any](t *testing.T, k thing[T, S], open func(t *testing.T) designer.Shelf[T, S]) {
	for _, c := range []struct {
		name string
		test func(rules[T, S], *testing.T)
	}{
		{"an empty shelf has nothing", rules[T, S].empty},
		{"a first save makes revision 1", rules[T, S].create},
		{"a save goes over the revision it started from", rules[T, S].save},
		{"a stale save is a conflict and writes nothing", rules[T, S].stale},
		{"an id that is no id is refused", rules[T, S].badID},
		{"deleting takes off the shelf, undeleting brings back", rules[T, S].delete},
		{"deleting what is not there or has changed is refused", rules[T, S].deleteRefused},
		{"a list is in order of ids, in pages, by prefix", rules[T, S].list},
		{"what was deleted can be looked at", rules[T, S].gone},
		{"a save is counted, and newer than what it was made from", rules[T, S].counted},
		{"saves made elsewhere are taken over as they are", rules[T, S].takenOver},
		{"saves that are older or went another way are a conflict", rules[T, S].otherWay},
		{"a line in a list says what the record says", rules[T, S].lines},
		{"history has the versions before, newest first", rules[T, S].history},
		{"of the saves of one visit the last stays", rules[T, S].visits},
		{"a version with a name stays", rules[T, S].checkpoints},
		{"what is returned shares no memory", rules[T, S].memory},
		{"long texts and any letters come back as they were", rules[T, S].texts},
		{"bytes that are not text are refused", rules[T, S].noText},
		{"of writers on one revision one wins", rules[T, S].race},
		{"writers on many records lose nothing", rules[T, S].crowd},
		{"a cancelled call does nothing", rules[T, S].cancelled},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(rules[T, S]{k, open(t), t.Context()}, t) })
	}
}

func (r rules[T, S]) put(t *testing.T, v T) T {
	t.Helper()
	kept, err := r.Put(r.ctx, v)
	if err != nil {
		t.Fatalf("put: %v", err)
	}
	return kept
}

func (r rules[T, S]) id(v T) string { return r.meta(&v).ID }

// edit is v with another content and the revision it has.
func (r rules[T, S]) edit(v T, n int) T {
	next := r.sample(r.id(v), n)
	*r.meta(&next) = *r.meta(&v)
	return next
}

// same fails unless the two are equal in everything.
func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

func is(t *testing.T, what string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: got error %v, want %v", what, err, want)
	}
}

func (r rules[T, S]) get(t *testing.T, id string) T {
	t.Helper()
	v, err := r.Get(r.ctx, id)
	if err != nil {
		t.Fatalf("get: %v", err)
	}
	return v
}

func (r rules[T, S]) all(t *testing.T, p designer.Page) []S {
	t.Helper()
	out, err := r.List(r.ctx, p)
	if err != nil {
		t.Fatalf("list: %v", err)
	}
	return out
}

func (r rules[T, S]) empty(t *testing.T) {
	id := designer.NewID()
	if n := len(r.all(t, designer.Page{})); n != 0 {
		t.Errorf("list has %d lines", n)
	}
	_, err := r.Get(r.ctx, id)
	is(t, "get", err, designer.ErrNotFound)
	_, err = r.History(r.ctx, id)
	is(t, "history", err, designer.ErrNotFound)
	_, err = r.Undelete(r.ctx, id)
	is(t, "undelete", err, designer.ErrNotFound)
	if n := len(r.deleted(t)); n != 0 {
		t.Errorf("%d are gone", n)
	}
	for _, bad := range []string{"", "x", id + "0", id[:8]} {
		_, err = r.Get(r.ctx, bad)
		is(t, fmt.Sprintf("get %q", bad), err, designer.ErrNotFound)
	}
}

func (r rules[T, S]) create(t *testing.T) {
	v := r.sample("", 1)
	before := time.Now().Add(-time.Second)
	kept := r.put(t, v)
	m := *r.meta(&kept)
	if m.Revision != 1 || m.ID != r.id(v) {
		t.Errorf("kept as %+v", m)
	}
	if m.Created != m.Updated || m.Created.Before(before) || m.Created.After(time.Now()) || m.Created.Location() != time.UTC {
		t.Errorf("times %v and %v", m.Created, m.Updated)
	}
	same(t, "kept", kept, r.edit(kept, 1))
	same(t, "read back", r.get(t, m.ID), kept)
	if h, err := r.History(r.ctx, m.ID); err != nil || len(h) != 0 {
		t.Errorf("history of a new record: %v, %v", h, err)
	}
}

func (r rules[T, S]) save(t *testing.T) {
	v := r.put(t, r.sample("", 1))
	first := *r.meta(&v)
	for n := 2; n < 6; n++ {
		// Only the revision counts: the times are the store's.
		next := r.edit(v, n)
		r.meta(&next).Created, r.meta(&next).Updated = time.Time{}, time.Time{}
		v = r.put(t, next)
		m := *r.meta(&v)
		if m.Revision != n || !m.Created.Equal(first.Created) || m.Updated.Before(first.Updated) {
			t.Errorf("save %d kept as %+v", n, m)
		}
		same(t, "read back", r.get(t, m.ID), r.edit(v, n))
	}
	if n := len(r.all(t, designer.Page{})); n != 1 {
		t.Errorf("list has %d lines", n)
	}
}

func (r rules[T, S]) stale(t *testing.T) {
	first := r.put(t, r.sample("", 1))
	second := r.put(t, r.edit(first, 2))
	for _, revision := range []int{-1, 0, 1, 3, 1 << 40} {
		v := r.edit(first, 3)
		r.meta(&v).Revision = revision
		_, err := r.Put(r.ctx, v)
		is(t, fmt.Sprintf("put over revision %d of 2", revision), err, designer.ErrConflict)
	}
	same(t, "read back", r.get(t, r.id(first)), second)
	same(t, "list", r.all(t, designer.Page{}), []S{r.line(second)})

	for _, revision := range []int{-1, 1, 7} {
		unknown := r.sample("", 1)
		r.meta(&unknown).Revision = revision
		_, err := r.Put(r.ctx, unknown)
		is(t, fmt.Sprintf("put of an unknown id over revision %d", revision), err, designer.ErrNotFound)
	}
}

func (r rules[T, S]) badID(t *testing.T) {
	for _, id := range []string{"", "x", "../../etc/passwd", "00000000-0000-1000-8000-000000000000", "AAAAAAAA-0000-4000-8000-000000000000"} {
		v := r.sample("", 1)
		r.meta(&v).ID = id
		if _, err := r.Put(r.ctx, v); err == nil {
			t.Errorf("put under %q succeeded", id)
		}
	}
	if n := len(r.all(t, designer.Page{})); n != 0 {
		t.Errorf("list has %d lines", n)
	}
}

func (r rules[T, S]) delete(t *testing.T) {
	v := r.put(t, r.sample("", 1))
	v = r.put(t, r.edit(v, 2))
	id := r.id(v)
	if err := r.Delete(r.ctx, id, 2); err != nil {
		t.Fatal(err)
	}
	_, err := r.Get(r.ctx, id)
	is(t, "get", err, designer.ErrNotFound)
	_, err = r.History(r.ctx, id)
	is(t, "history", err, designer.ErrNotFound)
	is(t, "delete again", r.Delete(r.ctx, id, 2), designer.ErrNotFound)
	_, err = r.Put(r.ctx, r.edit(v, 3))
	is(t, "save of what was deleted", err, designer.ErrNotFound)
	_, err = r.Put(r.ctx, r.sample(id, 3))
	is(t, "a new record under the id of a deleted one", err, designer.ErrConflict)
	if n := len(r.all(t, designer.Page{})); n != 0 {
		t.Errorf("list has %d lines", n)
	}

	back, err := r.Undelete(r.ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "undeleted", back, v)
	same(t, "read back", r.get(t, id), v)
	same(t, "list", r.all(t, designer.Page{}), []S{r.line(v)})
	if h, err := r.History(r.ctx, id); err != nil || len(h) != 1 {
		t.Errorf("history after undelete: %v, %v", h, err)
	}
	_, err = r.Undelete(r.ctx, id)
	is(t, "undelete of what is there", err, designer.ErrNotFound)

	// And again, to see that the first time left nothing behind.
	v = r.put(t, r.edit(v, 3))
	if err := r.Delete(r.ctx, id, 3); err != nil {
		t.Fatal(err)
	}
	if back, err = r.Undelete(r.ctx, id); err != nil {
		t.Fatal(err)
	}
	same(t, "undeleted again", back, v)
}

func (r rules[T, S]) deleteRefused(t *testing.T) {
	v := r.put(t, r.sample("", 1))
	v = r.put(t, r.edit(v, 2))
	for _, revision := range []int{0, 1, 3} {
		is(t, fmt.Sprintf("delete revision %d of 2", revision), r.Delete(r.ctx, r.id(v), revision), designer.ErrConflict)
	}
	is(t, "delete an unknown id", r.Delete(r.ctx, designer.NewID(), 1), designer.ErrNotFound)
	same(t, "read back", r.get(t, r.id(v)), v)
}

func (r rules[T, S]) memory(t *testing.T) {
	given := r.sample("", 1)
	kept := r.put(t, given)
	want := r.edit(kept, 1)
	r.share(given)
	same(t, "kept, after the caller wrote into what was put", kept, want)
	r.share(kept)
	same(t, "read back, after the caller wrote into what was returned", r.get(t, r.id(kept)), want)
	r.share(r.get(t, r.id(kept)))
	same(t, "read back", r.get(t, r.id(kept)), want)

	given = r.get(t, r.id(kept))
	given = r.foreign(given, r.saves(given).Count("elsewhere"))
	kept = r.put(t, given)
	saves := r.saves(kept).Clone()
	r.saves(given)["elsewhere"] = 99
	same(t, "saves, after the caller wrote into what was put", r.saves(kept), saves)
	r.saves(kept)["elsewhere"] = 98
	same(t, "saves, after the caller wrote into what was returned", r.saves(r.get(t, r.id(kept))), saves)
}

func apart(t *testing.T, s designer.Store) {
	id := designer.NewID()
	d, err := s.Drafts().Put(t.Context(), drafts.sample(id, 1))
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Issuers().Get(t.Context(), id)
	is(t, "get of an issuer", err, designer.ErrNotFound)
	if _, err := s.Issuers().Put(t.Context(), issuers.sample(id, 1)); err != nil {
		t.Fatal(err)
	}
	if err := s.Issuers().Delete(t.Context(), id, 1); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Workshops().Put(t.Context(), workshops.sample(id, 1)); err != nil {
		t.Fatal(err)
	}
	if err := s.Workshops().Delete(t.Context(), id, 1); err != nil {
		t.Fatal(err)
	}
	got, err := s.Drafts().Get(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the draft", got, d)
}

func closed(t *testing.T, s designer.Store) {
	d, err := s.Drafts().Put(t.Context(), drafts.sample("", 1))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	}
	_, err = s.Drafts().Get(t.Context(), d.ID)
	is(t, "get", err, designer.ErrUnavailable)
	_, err = s.Drafts().Put(t.Context(), d)
	is(t, "put", err, designer.ErrUnavailable)
}
