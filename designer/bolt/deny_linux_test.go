// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"insignia/designer"
)

const nobody = 65534

// unprivileged runs f as somebody who may not write everywhere: root ignores
// the modes of files, so the thread takes another user's rights and ends.
func unprivileged(t *testing.T, f func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		if os.Getuid() == 0 {
			runtime.LockOSThread() // never unlocked: the thread ends with the goroutine
			if err := syscall.Setfsuid(nobody); err != nil {
				t.Errorf("setfsuid: %v", err)
				return
			}
		}
		f()
	}()
	<-done
}

// passable is a folder that the other user can reach.
func passable(t *testing.T) string {
	dir := t.TempDir()
	for d := dir; d != filepath.Clean(os.TempDir()) && d != "/"; d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAStoreThatCannotBeWrittenCanBeRead(t *testing.T) {
	dir := passable(t)
	path := filepath.Join(dir, "badges.db")
	s := open(t, path)
	kept, err := s.Drafts().Put(ctx, designer.New("en"))
	if err := errors.Join(err, s.Close(), os.Chmod(path, 0o444), os.Chmod(dir, 0o555)); err != nil {
		t.Fatal(err)
	}
	unprivileged(t, func() {
		s, err := Open(path)
		if err != nil {
			t.Error(err)
			return
		}
		defer s.Close()
		if got, err := s.Drafts().Get(ctx, kept.ID); err != nil || got.ID != kept.ID {
			t.Errorf("%+v, %v", got, err)
		}
		if list, err := s.Drafts().List(ctx, designer.Page{}); err != nil || len(list) != 1 {
			t.Errorf("%v, %v", list, err)
		}
		_, err = s.Drafts().Put(ctx, kept)
		spoken(t, "put", err, designer.ErrReadOnly, path)
		_, err = s.Drafts().Put(ctx, designer.New("en"))
		spoken(t, "put another", err, designer.ErrReadOnly, path)
		spoken(t, "delete", s.Drafts().Delete(ctx, kept.ID, kept.Revision), designer.ErrReadOnly, path)
	})
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if names, err := os.ReadDir(dir); err != nil || len(names) != 2 {
		t.Errorf("left behind: %v, %v", names, err)
	}
}

func TestWithoutPermissionTheStoreIsUnavailable(t *testing.T) {
	dir := passable(t)
	s := open(t, filepath.Join(dir, "there.db"))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"there.db", "new.db", filepath.Join("folder", "new.db")} {
		path := filepath.Join(dir, name)
		if err := os.Chmod(filepath.Join(dir, "there.db"), 0); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(dir, 0o555); err != nil {
			t.Fatal(err)
		}
		unprivileged(t, func() {
			_, err := Open(path)
			spoken(t, name, err, designer.ErrUnavailable, path)
		})
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if names, err := os.ReadDir(dir); err != nil || len(names) != 2 {
		t.Errorf("left behind: %v, %v", names, err)
	}
}
