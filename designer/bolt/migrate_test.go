// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"insignia/designer"
)

// oldDraft writes a line of a draft as schema 1 had it.
func oldDraft(b []byte, s designer.Summary) []byte {
	w := summaryWriter(b)
	for _, t := range []string{s.Kind, s.Name, s.Language, s.Team, s.Issuer} {
		w.text(t)
	}
	w.number(s.Answered)
	return w
}

// oldIssuer writes a line of an issuer as schema 1 had it.
func oldIssuer(b []byte, s designer.IssuerSummary) []byte {
	w := summaryWriter(b)
	w.text(s.Name)
	return w
}

// old is what an older program kept.
type old struct {
	path    string
	kept    []designer.Draft // the present versions, in the order of ids
	history []designer.Draft // of the first, newest first
	gone    designer.Draft
	goneAt  time.Time
	issuer  designer.SavedIssuer
}

// oldStore makes a file of schema 1.
func oldStore(t *testing.T) old {
	t.Helper()
	o := old{path: filepath.Join(t.TempDir(), "badges.db")}
	at := time.Date(2026, 1, 2, 3, 4, 5, 6e6, time.UTC)
	db, err := bbolt.Open(o.path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		drawers := map[string]drawer{}
		for _, name := range []string{"drafts", "drafts.gone", "drafts.versions", "issuers", "issuers.gone", "issuers.versions", "meta"} {
			b, err := tx.CreateBucket([]byte(name))
			if err != nil {
				return err
			}
			drawers[name] = drawer{Bucket: b, name: name}
		}
		put := func(name string, key, payload []byte) {
			if err := drawers[name].put(key, payload); err != nil {
				t.Fatal(err)
			}
		}
		version := func(shelf, id string, h head, v any) {
			body, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			put(shelf+".versions", h.key(id), body)
		}
		draft := func(id, name string, revision int) (designer.Draft, head) {
			d := designer.Draft{Meta: designer.Meta{ID: id, Revision: revision, Created: at, Updated: at.Add(time.Duration(revision) * time.Minute)},
				Kind: designer.KindSkill, Name: name, Language: "es", Team: "mesa 3", Issuer: designer.Issuer{Name: "Ñandú"}}
			h := head{revision, d.Created, d.Updated}
			version("drafts", id, h, d)
			return d, h
		}
		for n, id := range []string{"00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"} {
			var d designer.Draft
			var h head
			for revision := range 3 - n {
				if d, h = draft(id, "Cook", revision+1); n == 0 && revision < 2 {
					o.history = append([]designer.Draft{d}, o.history...)
				}
			}
			o.kept = append(o.kept, d)
			put("drafts", []byte(id), oldDraft(h.append(nil), designer.Summarize(d)))
		}
		var h head
		o.goneAt = at
		o.gone, h = draft("00000000-0000-4000-8000-000000000009", "Reader", 4)
		put("drafts.gone", []byte(o.gone.ID), oldDraft(h.append(binary.BigEndian.AppendUint64(nil, uint64(at.UnixMilli()))), designer.Summarize(o.gone)))
		o.issuer = designer.SavedIssuer{Meta: designer.Meta{ID: "00000000-0000-4000-8000-000000000005", Revision: 1, Created: at, Updated: at},
			Issuer: designer.Issuer{Name: "Ñandú"}, Base: "https://example.org"}
		h = head{1, at, at}
		version("issuers", o.issuer.ID, h, o.issuer)
		put("issuers", []byte(o.issuer.ID), oldIssuer(h.append(nil), designer.SummarizeIssuer(o.issuer)))
		put("meta", schemaKey, binary.AppendUvarint(nil, 1))
		return nil
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	for _, m := range []*designer.Meta{&o.kept[0].Meta, &o.kept[1].Meta, &o.history[0].Meta, &o.history[1].Meta, &o.gone.Meta, &o.issuer.Meta} {
		m.Saves = m.Descent()
	}
	return o
}

func equal[T any](t *testing.T, what string, want T) func(T, error) {
	return func(got T, err error) {
		t.Helper()
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n got %+v, %v\nwant %+v", what, got, err, want)
		}
	}
}

// agrees fails unless s has what the older program kept.
func (o old) agrees(t *testing.T, s *Store) {
	t.Helper()
	var lines []designer.Summary
	for _, d := range o.kept {
		lines = append(lines, designer.Summarize(d))
		equal(t, "get", d)(s.Drafts().Get(ctx, d.ID))
	}
	equal(t, "list", lines)(s.Drafts().List(ctx, designer.Page{}))
	equal(t, "a page", lines[1:])(s.Drafts().List(ctx, designer.Page{After: lines[0].ID, Limit: 1}))
	equal(t, "history", o.history)(s.Drafts().History(ctx, o.kept[0].ID))
	equal(t, "gone", []designer.Gone[designer.Draft]{{Was: o.gone, At: o.goneAt}})(s.Drafts().Gone(ctx))
	equal(t, "issuers", []designer.IssuerSummary{designer.SummarizeIssuer(o.issuer)})(s.Issuers().List(ctx, designer.Page{}))
	equal(t, "the issuer", o.issuer)(s.Issuers().Get(ctx, o.issuer.ID))
}

func TestReadingAnOlderFileDoesNotTouchIt(t *testing.T) {
	o := oldStore(t)
	before, err := os.ReadFile(o.path)
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, o.path)
	o.agrees(t, s)
	equal(t, "workshops", []designer.WorkshopSummary{})(s.Workshops().List(ctx, designer.Page{}))
	equal(t, "gone workshops", []designer.Gone[designer.Workshop]{})(s.Workshops().Gone(ctx))
	id := designer.NewID()
	_, err = s.Workshops().Get(ctx, id)
	spoken(t, "get of a workshop", err, designer.ErrNotFound, o.path)
	_, err = s.Workshops().History(ctx, id)
	spoken(t, "history of a workshop", err, designer.ErrNotFound, o.path)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(o.path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was changed by reading, %v", err)
	}
}

func TestTheFirstChangeBringsAnOlderFileUpToDate(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(t *testing.T, s *Store)
	}{
		{"a new draft, taken away again", func(t *testing.T, s *Store) {
			d, err := s.Drafts().Put(ctx, designer.New("en"))
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Drafts().Delete(ctx, d.ID, d.Revision); err != nil {
				t.Fatal(err)
			}
		}},
		{"a workshop", func(t *testing.T, s *Store) {
			w, err := s.Workshops().Put(ctx, designer.Workshop{Meta: designer.Meta{ID: designer.NewID()}, Title: "Taller"})
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "the workshop", w)(s.Workshops().Get(ctx, w.ID))
			equal(t, "workshops", []designer.WorkshopSummary{designer.SummarizeWorkshop(w)})(s.Workshops().List(ctx, designer.Page{}))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := oldStore(t)
			s := open(t, o.path)
			c.change(t, s)
			if gone, err := s.Drafts().Gone(ctx); err != nil || len(gone) > 2 {
				t.Errorf("gone: %v, %v", gone, err)
			} else if len(gone) == 2 {
				if _, err := s.Drafts().Undelete(ctx, other(gone, o.gone.ID).ID); err != nil {
					t.Fatal(err)
				}
				o.kept = append(o.kept, other(gone, o.gone.ID))
			}
			// In the same run, and by a program that opens the file afterwards.
			checks := func(s *Store) {
				equal(t, "gone", []designer.Gone[designer.Draft]{{Was: o.gone, At: o.goneAt}})(s.Drafts().Gone(ctx))
				equal(t, "history", o.history)(s.Drafts().History(ctx, o.kept[0].ID))
				for _, d := range o.kept {
					equal(t, "get", d)(s.Drafts().Get(ctx, d.ID))
				}
			}
			checks(s)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = open(t, o.path)
			checks(s)
			equal(t, "undelete", o.gone)(s.Drafts().Undelete(ctx, o.gone.ID))

			d := o.kept[0]
			d.Workshop, d.ForkOf = designer.NewID(), o.gone.ID
			kept, err := s.Drafts().Put(ctx, d)
			if err != nil || kept.Revision != d.Revision+1 || kept.Saves.Compare(d.Saves) != designer.Newer {
				t.Fatalf("saved as %+v, %v", kept.Meta, err)
			}
			list, err := s.Drafts().List(ctx, designer.Page{Prefix: d.ID})
			if err != nil || len(list) != 1 || !reflect.DeepEqual(list[0], designer.Summarize(kept)) {
				t.Errorf("listed as %+v, %v", list, err)
			}
			i, err := s.Issuers().Put(ctx, o.issuer)
			if err != nil || i.Revision != 2 {
				t.Errorf("%+v, %v", i, err)
			}
			if got := schemaOf(t, s); got != schema {
				t.Errorf("schema %d", got)
			}
		})
	}
}

func other(all []designer.Gone[designer.Draft], id string) designer.Draft {
	if all[0].Was.ID != id {
		return all[0].Was
	}
	return all[1].Was
}

func schemaOf(t *testing.T, s *Store) (n int) {
	t.Helper()
	err := s.hold.read(ctx, func(tx *txn) (err error) {
		n, err = readSchema(tx.Tx)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAChangeThatFailsLeavesAnOlderFileAsItWas(t *testing.T) {
	o := oldStore(t)
	s := open(t, o.path)
	stale := o.kept[0]
	stale.Revision--
	_, err := s.Drafts().Put(ctx, stale)
	spoken(t, "put", err, designer.ErrConflict, o.path)
	if n := schemaOf(t, s); n != 1 {
		t.Errorf("schema %d", n)
	}
	o.agrees(t, s)
}

// One record that the disk has ruined must not keep the others from being
// saved, nor become readable by being written anew.
func TestADamagedRecordStaysDamagedAndAlone(t *testing.T) {
	o := oldStore(t)
	tamper(t, o.path, func(tx *bbolt.Tx) error {
		b := tx.Bucket([]byte("drafts"))
		v := bytes.Clone(b.Get([]byte(o.kept[1].ID)))
		v[len(v)-1] ^= 1
		return b.Put([]byte(o.kept[1].ID), v)
	})
	s := open(t, o.path, AsItIs())
	if _, err := s.Drafts().Put(ctx, o.kept[0]); err != nil {
		t.Fatal(err)
	}
	_, err := s.Drafts().Get(ctx, o.kept[1].ID)
	spoken(t, "get", err, designer.ErrDamaged, o.path)
	_, err = s.Drafts().Put(ctx, o.kept[1])
	spoken(t, "put", err, designer.ErrDamaged, o.path)
}

func TestCopiesOfAFileCountTheirSavesApart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "badges.db")
	s := open(t, path)
	d, err := s.Drafts().Put(ctx, designer.New("en"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var saved []designer.Draft
	for _, name := range []string{"one.db", "two.db"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			t.Fatal(err)
		}
		d, err := open(t, path).Drafts().Put(ctx, d)
		if err != nil {
			t.Fatal(err)
		}
		saved = append(saved, d)
	}
	if o := saved[0].Saves.Compare(saved[1].Saves); o != designer.Fork {
		t.Errorf("%v and %v: %v", saved[0].Saves, saved[1].Saves, o)
	}
}

func TestTwoVersionsSideBySideCountTheirSavesApart(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "badges.db"))
	base := designer.New("en")
	base.Saves = designer.Saves{"elsewhere": 3}
	twin := base.Duplicate()
	twin.Saves = base.Saves.Clone()
	var saved []designer.Draft
	for _, d := range []designer.Draft{base, twin} {
		for range 2 {
			var err error
			if d, err = s.Drafts().Put(ctx, d); err != nil {
				t.Fatal(err)
			}
		}
		saved = append(saved, d)
	}
	if o := saved[0].Saves.Compare(saved[1].Saves); o != designer.Fork {
		t.Errorf("%v and %v: %v", saved[0].Saves, saved[1].Saves, o)
	}
}
