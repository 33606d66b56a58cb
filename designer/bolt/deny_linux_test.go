// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
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

func TestWithoutPermissionTheStoreIsUnavailable(t *testing.T) {
	// Every folder above must let the other user through.
	dir := t.TempDir()
	for d := dir; d != filepath.Clean(os.TempDir()) && d != "/"; d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	s := open(t, filepath.Join(dir, "there.db"))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"there.db", "new.db", filepath.Join("folder", "new.db")} {
		path := filepath.Join(dir, name)
		if err := os.Chmod(filepath.Join(dir, "there.db"), 0o444); err != nil {
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
