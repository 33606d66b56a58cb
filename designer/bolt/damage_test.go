// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"insignia/designer"
	"insignia/internal/locale"
)

// filled is a closed store with one draft of three revisions and one deleted.
func filled(t *testing.T) (path string, kept, gone designer.Draft) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "badges.db")
	s := open(t, path)
	var err error
	kept, gone = designer.New("en"), designer.New("en")
	kept.Name, gone.Name = "Community cook", "Street reader"
	for range 3 {
		if kept, err = s.Drafts().Put(ctx, kept); err != nil {
			t.Fatal(err)
		}
	}
	if gone, err = s.Drafts().Put(ctx, gone); err != nil {
		t.Fatal(err)
	}
	if err := s.Drafts().Delete(ctx, gone.ID, 1); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path, kept, gone
}

// tamper changes the file behind the store's back.
func tamper(t *testing.T, path string, change func(*bbolt.Tx) error) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(change), db.Close()); err != nil {
		t.Fatal(err)
	}
}

// spoken fails unless err is of that kind, names the file, and has words.
func spoken(t *testing.T, what string, err, kind error, path string) {
	t.Helper()
	var e *designer.Error
	if !errors.Is(err, kind) || !errors.As(err, &e) || e.Args["path"] != path {
		t.Errorf("%s: got %v, want %v about %s", what, err, kind, path)
		return
	}
	for _, tag := range locale.Languages() {
		w := locale.For(tag)
		if key, _ := e.Sentence(); !w.Known(key) || strings.ContainsAny(w.Error(err)+w.Hint(err), "{}") {
			t.Errorf("%s: in %s it says %q, %q", what, tag, w.Error(err), w.Hint(err))
		}
	}
}

func versionKey(d designer.Draft) []byte {
	return head{d.Revision, d.Created, d.Updated}.key(d.ID)
}

func TestAFlippedBitIsNeverShown(t *testing.T) {
	path, kept, gone := filled(t)
	h, err := open(t, path, AsItIs()).Drafts().History(ctx, kept.ID)
	if err != nil {
		t.Fatal(err)
	}
	older := h[0]
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	calls := func(s *Store) map[string]error {
		d := s.Drafts()
		out := map[string]error{}
		_, out["get"] = d.Get(ctx, kept.ID)
		_, out["list"] = d.List(ctx, designer.Page{})
		_, out["history"] = d.History(ctx, kept.ID)
		out["delete"] = d.Delete(ctx, kept.ID, kept.Revision+1) // a conflict, if it can be read
		_, out["undelete"] = d.Undelete(ctx, gone.ID)
		_, out["put"] = d.Put(ctx, kept)
		return out
	}
	for _, c := range []struct {
		bucket string
		key    []byte
		hurt   []string
	}{
		{drafts.lines(), []byte(kept.ID), []string{"delete", "get", "history", "list", "put"}},
		{drafts.versions(), versionKey(kept), []string{"get"}},
		{drafts.versions(), versionKey(older), []string{"history"}},
		{drafts.versions(), versionKey(gone), []string{"undelete"}},
		{drafts.gone(), []byte(gone.ID), []string{"undelete"}},
	} {
		for _, at := range []int{0, 1, sealLen - 1, sealLen, sealLen + 7, -1} {
			t.Run(fmt.Sprintf("%s %x byte %d", c.bucket, c.key[idLen:], at), func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "badges.db")
				if err := os.WriteFile(path, whole, 0o600); err != nil {
					t.Fatal(err)
				}
				tamper(t, path, func(tx *bbolt.Tx) error {
					b := tx.Bucket([]byte(c.bucket))
					v := bytes.Clone(b.Get(c.key))
					v[(at+len(v))%len(v)] ^= 0x10
					return b.Put(c.key, v)
				})
				var got []string
				for call, err := range calls(open(t, path, AsItIs())) {
					if errors.Is(err, designer.ErrDamaged) {
						got = append(got, call)
						spoken(t, call, err, designer.ErrDamaged, path)
					}
				}
				slices.Sort(got)
				if !slices.Equal(got, c.hurt) {
					t.Errorf("damaged: %v, want %v", got, c.hurt)
				}
			})
		}
	}
}

func TestAValueInAnotherPlaceIsDamaged(t *testing.T) {
	path, kept, gone := filled(t)
	tamper(t, path, func(tx *bbolt.Tx) error {
		lines, versions := tx.Bucket([]byte(drafts.lines())), tx.Bucket([]byte(drafts.versions()))
		return errors.Join(
			lines.Put([]byte(gone.ID), lines.Get([]byte(kept.ID))),
			versions.Put(versionKey(kept), versions.Get(versionKey(gone))))
	})
	s := open(t, path, AsItIs())
	for _, id := range []string{kept.ID, gone.ID} {
		_, err := s.Drafts().Get(ctx, id)
		spoken(t, "get", err, designer.ErrDamaged, path)
	}
}

func TestWhatIsMissingIsDamaged(t *testing.T) {
	for _, c := range []struct {
		name, bucket string
		key          func(designer.Draft) []byte
	}{
		{"a line", drafts.lines(), func(d designer.Draft) []byte { return []byte(d.ID) }},
		{"a version", drafts.versions(), versionKey},
	} {
		t.Run(c.name, func(t *testing.T) {
			path, kept, _ := filled(t)
			tamper(t, path, func(tx *bbolt.Tx) error { return tx.Bucket([]byte(c.bucket)).Delete(c.key(kept)) })
			_, err := open(t, path, AsItIs()).Drafts().Get(ctx, kept.ID)
			spoken(t, "get", err, designer.ErrDamaged, path)
		})
	}
}

// A whole seal around content that does not fit is a fault of a program, and
// not shown either.
func TestAWholeSealAroundTheWrongContentIsDamaged(t *testing.T) {
	whole := func(d designer.Draft) string {
		b, _ := json.Marshal(d)
		return string(b)
	}
	path, kept, gone := filled(t)
	older := kept
	older.Revision--
	for name, body := range map[string]string{"no JSON": "{", "another draft": whole(gone), "another revision": whole(older)} {
		tamper(t, path, func(tx *bbolt.Tx) error {
			d, err := openDrawer(tx, drafts.versions())
			if err != nil {
				return err
			}
			return d.put(versionKey(kept), []byte(body))
		})
		_, err := open(t, path, AsItIs()).Drafts().Get(ctx, kept.ID)
		spoken(t, name, err, designer.ErrDamaged, path)
	}
	for name, line := range map[string][]byte{
		"cut short": []byte("short"), "no revision": make([]byte, headLen+6), "only a head": make([]byte, headLen),
	} {
		tamper(t, path, func(tx *bbolt.Tx) error {
			d, err := openDrawer(tx, drafts.lines())
			if err != nil {
				return err
			}
			return d.put([]byte(kept.ID), line)
		})
		s := open(t, path, AsItIs())
		_, err := s.Drafts().List(ctx, designer.Page{})
		spoken(t, name, err, designer.ErrDamaged, path)
		_, err = s.Drafts().Put(ctx, kept)
		spoken(t, name, err, designer.ErrDamaged, path)
	}
}

func TestWhatANewerProgramWroteIsLeftAlone(t *testing.T) {
	t.Run("a record", func(t *testing.T) {
		path, kept, _ := filled(t)
		tamper(t, path, func(tx *bbolt.Tx) error {
			return tx.Bucket([]byte(drafts.lines())).Put([]byte(kept.ID), seal(drafts.lines(), []byte(kept.ID), form+1, []byte("?")))
		})
		s := open(t, path)
		_, err := s.Drafts().Get(ctx, kept.ID)
		spoken(t, "get", err, designer.ErrNewer, path)
		_, err = s.Drafts().Put(ctx, kept)
		spoken(t, "put", err, designer.ErrNewer, path)
	})
	t.Run("the whole store", func(t *testing.T) {
		path, kept, _ := filled(t)
		tamper(t, path, func(tx *bbolt.Tx) error {
			return drawer{Bucket: tx.Bucket([]byte(metaBucket)), name: metaBucket}.put(schemaKey, binary.AppendUvarint(nil, schema+1))
		})
		s := open(t, path)
		_, err := s.Drafts().List(ctx, designer.Page{})
		spoken(t, "list", err, designer.ErrNewer, path)
		_, err = s.Drafts().Put(ctx, kept)
		spoken(t, "put", err, designer.ErrNewer, path)
	})
}

func TestAFileThatIsNoStoreIsRefusedAndLeftAlone(t *testing.T) {
	whole := func(t *testing.T, path string) []byte {
		from, _, _ := filled(t)
		b, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	put := func(change func([]byte) []byte) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, change(whole(t, path)), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	text := func(s string) func(t *testing.T, path string) {
		return put(func([]byte) []byte { return []byte(s) })
	}
	page := os.Getpagesize()
	for _, c := range []struct {
		name string
		make func(t *testing.T, path string)
		want error
	}{
		{"nothing in it", text(""), designer.ErrDamaged},
		{"a folder", func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, errNotAStore},
		{"a short text", text("hello\n"), errNotAStore},
		{"a long text", text(strings.Repeat("The quick brown fox. ", 9000)), errNotAStore},
		{"JSON", text(`{"id": "x", "name": "Community cook"}`), errNotAStore},
		{"zeros", text(strings.Repeat("\x00", 65536)), errNotAStore},
		{"both meta pages zeroed", put(func(b []byte) []byte { clear(b[:2*page]); return b }), designer.ErrDamaged},
		{"both meta pages flipped", put(func(b []byte) []byte { b[40] ^= 1; b[page+40] ^= 1; return b }), designer.ErrDamaged},
		{"cut after the meta pages", put(func(b []byte) []byte { return b[:2*page] }), designer.ErrDamaged},
		{"cut in the first meta page", put(func(b []byte) []byte { return b[:50] }), designer.ErrDamaged},
		{"cut in the middle", put(func(b []byte) []byte { return b[:len(b)/3] }), designer.ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "badges.db")
			c.make(t, path)
			before, _ := os.ReadFile(path)
			_, err := Open(path, AsItIs())
			spoken(t, "open", err, c.want, path)
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
	t.Run("another program's bbolt file", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "badges.db")
		tamper(t, path, func(tx *bbolt.Tx) error {
			_, err := tx.CreateBucket([]byte("widgets"))
			return err
		})
		_, err := open(t, path, AsItIs()).Drafts().List(ctx, designer.Page{})
		spoken(t, "list", err, errNotAStore, path)
	})
	t.Run("a bucket is missing", func(t *testing.T) {
		path, _, _ := filled(t)
		tamper(t, path, func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte(drafts.lines())) })
		_, err := open(t, path, AsItIs()).Drafts().List(ctx, designer.Page{})
		spoken(t, "list", err, designer.ErrDamaged, path)
	})
	t.Run("the schema number is missing", func(t *testing.T) {
		path, _, _ := filled(t)
		tamper(t, path, func(tx *bbolt.Tx) error { return tx.Bucket([]byte(metaBucket)).Delete(schemaKey) })
		_, err := open(t, path, AsItIs()).Drafts().List(ctx, designer.Page{})
		spoken(t, "list", err, designer.ErrDamaged, path)
	})
	t.Run("the file is gone", func(t *testing.T) {
		path, _, _ := filled(t)
		s := open(t, path, AsItIs())
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		_, err := s.Drafts().List(ctx, designer.Page{})
		spoken(t, "list", err, designer.ErrUnavailable, path)
		if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
			t.Error("an empty store was put in its place")
		}
	})
}

const scrambles = 60

// Whatever is overwritten in the pages, what comes back is what was written
// or an error: never something else, never the end of the program.
func TestAScrambledPageNeverChangesWhatIsRead(t *testing.T) {
	from := filepath.Join(t.TempDir(), "badges.db")
	s := open(t, from)
	want := map[string]designer.Draft{}
	for n := range 40 {
		d := designer.New("en")
		d.Description = essay(n % 7)
		d, err := s.Drafts().Put(ctx, d)
		if err != nil {
			t.Fatal(err)
		}
		want[d.ID] = d
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	page := os.Getpagesize()
	failed := 0
	for seed := range uint64(scrambles) {
		random := rand.New(rand.NewPCG(seed, 5))
		b := bytes.Clone(whole)
		at := (2 + random.IntN(len(b)/page-2)) * page
		for i := range page {
			b[at+i] = byte(random.Uint32()) * byte(seed%2) // zeroed or scrambled
		}
		path := filepath.Join(t.TempDir(), "badges.db")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(path, AsItIs())
		if err != nil {
			spoken(t, "open", err, designer.ErrDamaged, path)
			continue
		}
		for id, d := range want {
			switch got, err := s.Drafts().Get(ctx, id); {
			case err != nil:
				failed++
				spoken(t, "get", err, designer.ErrDamaged, path)
			case got.Revision != d.Revision || got.Description != d.Description:
				t.Errorf("seed %d: another draft came back", seed)
			}
		}
		d := designer.New("en")
		if kept, err := s.Drafts().Put(ctx, d); err != nil {
			spoken(t, "put", err, designer.ErrDamaged, path)
		} else if got, err := s.Drafts().Get(ctx, d.ID); err != nil {
			spoken(t, "get of what was put", err, designer.ErrDamaged, path)
		} else if got.Revision != kept.Revision {
			t.Errorf("seed %d: revision %d came back as %d", seed, kept.Revision, got.Revision)
		}
		if err := s.Close(); err != nil {
			t.Errorf("seed %d: close: %v", seed, err)
		}
	}
	if failed == 0 {
		t.Error("no damage was met: nothing was tested")
	}
}
