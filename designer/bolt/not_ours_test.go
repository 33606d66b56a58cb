// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"insignia/designer"
)

// pipeAt makes a named pipe, nil where there is no such thing.
var pipeAt func(t *testing.T, path string)

// What lies in the store's place and is not ours, or a newer program's, is
// refused by everything that can be done with a store, mending among it, with
// backups that would be there to take its place; and stays as it is.
func TestWhatIsNotOursIsNeitherUsedNorMended(t *testing.T) {
	type state struct {
		name string
		put  func(t *testing.T, path string)
		want error
	}
	states := []state{
		{"a folder", func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, errNotAStore},
		{"a text", func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(strings.Repeat("My thesis. ", 9000)), 0o600); err != nil {
				t.Fatal(err)
			}
		}, errNotAStore},
		{"another program's bbolt file", func(t *testing.T, path string) {
			tamper(t, path, func(tx *bbolt.Tx) error {
				_, err := tx.CreateBucket([]byte("widgets"))
				return err
			})
		}, errNotAStore},
		{"a newer store", func(t *testing.T, path string) {
			if err := open(t, path).SetNote(ctx, "x", []byte("1")); err != nil {
				t.Fatal(err)
			}
			tamper(t, path, func(tx *bbolt.Tx) error {
				return drawer{Bucket: tx.Bucket([]byte(metaBucket)), name: metaBucket}.put(schemaKey, binary.AppendUvarint(nil, schema+1))
			})
		}, designer.ErrNewer},
	}
	if pipe := pipeAt; pipe != nil {
		states = append(states, state{"a pipe", pipe, errNotAStore})
	}
	for _, c := range states {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "badges.db")
			// There was a store once, with a copy of it.
			old := open(t, path)
			d, err := old.Drafts().Put(ctx, designer.New("en"))
			if err == nil {
				err = old.Tend(ctx)
			}
			if err == nil {
				err = old.Close()
			}
			if err == nil {
				err = os.Rename(path, path+".elsewhere")
			}
			if err != nil {
				t.Fatal(err)
			}
			// The marker remembers it; what comes in its place is another's.
			if err := os.RemoveAll(path + knownSuffix); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(path+".backups", path+".kept"); err != nil {
				t.Fatal(err)
			}
			c.put(t, path)
			if err := os.Rename(path+".kept", path+".backups"); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile(pathOrNothing(path, c.name))
			check := func(what string, err error) {
				t.Helper()
				if !errors.Is(err, c.want) {
					t.Errorf("%s: got %v, want %v", what, err, c.want)
				}
			}
			s, err := Open(path)
			if err != nil {
				check("open", err)
			} else {
				defer s.Close()
				_, err = s.Drafts().List(ctx, designer.Page{})
				check("list", err)
				_, err = s.Drafts().Get(ctx, d.ID)
				check("read", err)
				_, err = s.Drafts().Put(ctx, designer.New("en"))
				check("write", err)
				check("delete", s.Drafts().Delete(ctx, d.ID, 1))
				_, err = s.Drafts().History(ctx, d.ID)
				check("history", err)
				_, err = s.Note(ctx, "x")
				check("note", err)
				check("note, written", s.SetNote(ctx, "x", nil))
				check("tend", s.Tend(context.Background()))
				check("back up", s.BackUp(ctx, filepath.Join(t.TempDir(), "b.db")))
				if m := s.Mended(); len(m) != 0 {
					t.Errorf("it was mended: %+v", m)
				}
			}
			after, _ := os.ReadFile(pathOrNothing(path, c.name))
			if string(before) != string(after) {
				t.Error("what lay there is changed")
			}
			if aside, _ := filepath.Glob(path + asideSuffix + "*"); len(aside) > 0 {
				t.Errorf("what lay there was moved to %v", aside)
			}
		})
	}
}

// pathOrNothing keeps the test from reading a pipe for ever.
func pathOrNothing(path, name string) string {
	if name == "a pipe" || name == "a folder" {
		return os.DevNull
	}
	return path
}
