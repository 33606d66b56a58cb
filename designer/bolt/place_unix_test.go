// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix

package bolt

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"insignia/designer"
)

func TestAStoreIsPrivate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	path := filepath.Join(dir, "badges.db")
	open(t, path)
	for _, c := range []struct {
		path string
		want fs.FileMode
	}{{path, 0o600}, {dir, 0o700 | fs.ModeDir}, {filepath.Dir(dir), 0o700 | fs.ModeDir}} {
		if fi, err := os.Stat(c.path); err != nil || fi.Mode() != c.want {
			t.Errorf("%s: %v, %v", c.path, fi.Mode(), err)
		}
	}
	if names, err := os.ReadDir(dir); err != nil || len(names) != 2 || names[1].Name() != "badges.db"+knownSuffix {
		t.Errorf("beside the store lies %v, %v", names, err)
	}
}

func TestAPipeIsRefusedWithoutWaiting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "badges.db")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(path)
	spoken(t, "open", err, errNotAStore, path)
}

func TestAPlaceThatCannotBeUsedIsUnavailable(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{
		"below a file":           filepath.Join(dir, "file", "badges.db"),
		"a link that leads away": filepath.Join(dir, "link"),
	} {
		_, err := Open(path)
		spoken(t, name, err, designer.ErrUnavailable, path)
	}
}
