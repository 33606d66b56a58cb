// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"insignia/designer"
)

// model is a shelf as simple as can be: maps.
type model struct {
	now  map[string]designer.Draft
	gone map[string]designer.Gone[designer.Draft]
	name func(id string) string // that the store counts under
}

func (m model) put(d designer.Draft, at time.Time) (designer.Draft, error) {
	before, there := m.now[d.ID]
	_, deleted := m.gone[d.ID]
	switch {
	case there && before.Revision != d.Revision, !there && deleted && d.Revision == 0:
		return designer.Draft{}, designer.ErrConflict
	case !there && d.Revision != 0:
		return designer.Draft{}, designer.ErrNotFound
	case there && d.Saves.Compare(before.Saves) != designer.Same && d.Saves.Compare(before.Saves) != designer.Newer:
		return designer.Draft{}, designer.ErrConflict
	case there:
		d.Created = before.Created
	default:
		d.Created = at
	}
	if d.Saves.Compare(before.Saves) == designer.Same {
		d.Saves = before.Saves.Count(m.name(d.ID))
	}
	d.Revision, d.Updated = d.Revision+1, at
	m.now[d.ID] = d
	return d, nil
}

func (m model) delete(id string, revision int, at time.Time) error {
	d, there := m.now[id]
	switch {
	case !there:
		return designer.ErrNotFound
	case d.Revision != revision:
		return designer.ErrConflict
	}
	m.gone[id] = designer.Gone[designer.Draft]{Was: d, At: at}
	delete(m.now, id)
	return nil
}

func (m model) undelete(id string) (designer.Draft, error) {
	g, there := m.gone[id]
	if !there {
		return g.Was, designer.ErrNotFound
	}
	m.now[id] = g.Was
	delete(m.gone, id)
	return g.Was, nil
}

// ordered gives what make makes of each draft, in the order of ids.
func ordered[V, T any](all map[string]V, make func(V) T) []T {
	out := []T{}
	for _, id := range slices.Sorted(maps.Keys(all)) {
		out = append(out, make(all[id]))
	}
	return out
}

func TestAnyOrderOfCallsDoesWhatAMapWouldDo(t *testing.T) {
	for seed := range uint64(12) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, 99))
			at := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
			clock := Clock(func() time.Time { return at })
			path := filepath.Join(t.TempDir(), "badges.db")
			s := open(t, path, clock)
			m := model{map[string]designer.Draft{}, map[string]designer.Gone[designer.Draft]{}, func(id string) string { return counted(t, s, id) }}
			ids := make([]string, 5)
			for i := range ids {
				ids[i] = designer.NewID()
			}
			for step := range 150 {
				at = at.Add(within(random, 5*time.Minute).Truncate(time.Millisecond))
				id := ids[random.IntN(len(ids))]
				revision := m.now[id].Revision
				if random.IntN(6) == 0 {
					revision += random.IntN(5) - 2
				}
				var what string
				var got, want any
				var gotErr, wantErr error
				switch op := random.IntN(13); {
				case op < 6:
					d := designer.Draft{Meta: designer.Meta{ID: id, Revision: revision, Saves: m.now[id].Saves}, Name: fmt.Sprint("badge ", step)}
					switch random.IntN(10) {
					case 0:
						d.Saves = d.Saves.Count("elsewhere")
					case 1:
						d.Saves = designer.Saves{"elsewhere": 1 + random.IntN(3)}
					}
					d.Issuer.Name = essay(random.IntN(9))
					what = fmt.Sprint("put over ", revision)
					got, gotErr = s.Drafts().Put(ctx, d)
					want, wantErr = m.put(d, at)
				case op < 8:
					what = fmt.Sprint("delete ", revision)
					gotErr, wantErr = s.Drafts().Delete(ctx, id, revision), m.delete(id, revision, at)
				case op < 10:
					what = "undelete"
					got, gotErr = s.Drafts().Undelete(ctx, id)
					want, wantErr = m.undelete(id)
				case op < 11:
					what = "close and open"
					if gotErr = s.Close(); gotErr == nil {
						s = open(t, path, clock)
					}
				case op < 12:
					what = "gone"
					got, gotErr = s.Drafts().Gone(ctx)
					want = ordered(m.gone, func(g designer.Gone[designer.Draft]) designer.Gone[designer.Draft] { return g })
				default:
					what = "list"
					got, gotErr = s.Drafts().List(ctx, designer.Page{})
					want = ordered(m.now, designer.Summarize)
				}
				if (wantErr == nil) != (gotErr == nil) || !errors.Is(gotErr, wantErr) {
					t.Fatalf("step %d: %s: error %v, want %v", step, what, gotErr, wantErr)
				}
				if gotErr == nil && !reflect.DeepEqual(got, want) {
					t.Fatalf("step %d: %s:\n got %+v\nwant %+v", step, what, got, want)
				}
			}
			linesAgree(t, s, m)
		})
	}
}

// counted is the name that the store counts saves of id under.
func counted(t *testing.T, s *Store, id string) (name string) {
	t.Helper()
	err := s.hold.read(ctx, func(tx *txn) (err error) {
		name, err = s.hold.name(tx, id)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// linesAgree fails unless every line in a list says what its record says, and
// every record has a line.
func linesAgree(t *testing.T, s *Store, m model) {
	t.Helper()
	list, err := s.Drafts().List(ctx, designer.Page{})
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != len(m.now) {
		t.Errorf("%d lines for %d records", len(list), len(m.now))
	}
	for _, line := range list {
		d, err := s.Drafts().Get(ctx, line.ID)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(d, m.now[line.ID]) || !reflect.DeepEqual(line, designer.Summarize(d)) {
			t.Errorf("line %+v\nrecord %+v\nmodel %+v", line, d, m.now[line.ID])
		}
	}
}
