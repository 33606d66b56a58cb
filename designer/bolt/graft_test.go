// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"insignia/designer"
)

func TestABackupIsGraftedOntoAStoreOfOthers(t *testing.T) {
	dir := t.TempDir()
	a := open(t, filepath.Join(dir, "a.db"))
	d, err := a.Drafts().Put(ctx, designer.New("en"))
	for _, name := range []string{"First", "Second"} {
		if d.Name = name; err == nil {
			d, err = a.Drafts().Put(ctx, d)
		}
	}
	if err == nil {
		err = a.Drafts().Checkpoint(ctx, d.ID, 2, "before the review")
	}
	gone, err2 := a.Drafts().Put(ctx, designer.New("en"))
	if err := errors.Join(err, err2, a.Drafts().Delete(ctx, gone.ID, gone.Revision), a.SetNote(ctx, "settings", []byte("{}"))); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(dir, "backups", "a.db")
	if err := a.BackUp(ctx, copied); err != nil {
		t.Fatal(err)
	}
	if err := a.BackUp(ctx, copied); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file that is there: %v", err)
	}

	b := open(t, filepath.Join(dir, "b.db"))
	own, err := b.Drafts().Put(ctx, designer.New("es"))
	if err == nil {
		err = b.SetNote(ctx, "settings", []byte(`{"still":true}`))
	}
	if err != nil {
		t.Fatal(err)
	}
	for n := range 2 {
		ids, err := b.Graft(ctx, open(t, copied, AsItIs()))
		slices.Sort(ids)
		want := []string{d.ID, gone.ID}
		slices.Sort(want)
		if n > 0 {
			want = nil
		}
		if err != nil || !slices.Equal(ids, want) {
			t.Fatalf("grafted %v, want %v, %v", ids, want, err)
		}
	}
	got, err := b.Drafts().Get(ctx, d.ID)
	if err != nil || got.Name != "Second" || got.Revision != 3 {
		t.Errorf("%+v, %v", got, err)
	}
	if h, err := b.Drafts().History(ctx, d.ID); err != nil || len(h) != 2 || h[0].Name != "First" {
		t.Errorf("history %+v, %v", h, err)
	}
	if names, err := b.Drafts().Checkpoints(ctx, d.ID); err != nil || names[2] != "before the review" {
		t.Errorf("names %v, %v", names, err)
	}
	if g, err := b.Drafts().Gone(ctx); err != nil || len(g) != 1 || g[0].Was.ID != gone.ID {
		t.Errorf("gone %v, %v", g, err)
	}
	if list, err := b.Drafts().List(ctx, designer.Page{}); err != nil || len(list) != 2 {
		t.Errorf("%d badges, %v", len(list), err)
	}
	if n, err := b.Note(ctx, "settings"); err != nil || string(n) != `{"still":true}` {
		t.Errorf("its own settings became %s, %v", n, err)
	}
	if _, err := b.Drafts().Get(ctx, own.ID); err != nil {
		t.Error(err)
	}
	got.Name = "Third"
	if _, err := b.Drafts().Put(ctx, got); err != nil {
		t.Error(err)
	}
	f, err := os.Open(filepath.Join(dir, "b.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := audit(f); err != nil {
		t.Error(err)
	}
}

func TestAnOldStoreIsGraftedWithItsHistory(t *testing.T) {
	o := oldStore(t)
	s := open(t, filepath.Join(t.TempDir(), "badges.db"))
	ids, err := s.Graft(ctx, open(t, o.path, AsItIs()))
	if err != nil || len(ids) == 0 {
		t.Fatalf("%v, %v", ids, err)
	}
	o.agrees(t, s)
}

func TestABackupThatCannotBeWrittenLeavesNothing(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "badges.db"))
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "file", "backup.db")
	spoken(t, "a file for a folder", s.BackUp(ctx, path), designer.ErrUnavailable, path)
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
