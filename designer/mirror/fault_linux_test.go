// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package mirror

import (
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"syscall"
	"testing"
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

func TestAFolderThatCannotBeWrittenSaysWhich(t *testing.T) {
	s, dir := store(), t.TempDir()
	d := s.drafts.put(badge("Bike"))
	must(t, s, dir, Report{Written: 1})
	before := tree(t, dir)
	folder := filepath.Join(dir, "badges")
	file := filepath.Join(folder, "bike."+d.ID+".json")
	mode := func(path string, m fs.FileMode) {
		if err := os.Chmod(path, m); err != nil {
			t.Fatal(err)
		}
	}
	for up := dir; up != filepath.Clean(os.TempDir()) && up != "/"; up = filepath.Dir(up) {
		mode(up, 0o755)
	}
	mode(file, 0o444)
	mode(folder, 0o555)
	defer mode(folder, 0o700)
	d.Description = "Changed"
	s.drafts.put(d)
	unprivileged(t, func() {
		_, err := Sync(t.Context(), s, dir)
		wantPath(t, err, file)
		if !errors.Is(err, fs.ErrPermission) {
			t.Error(err)
		}
		_, err = Sync(t.Context(), s, filepath.Join(folder, "new"))
		wantPath(t, err, filepath.Join(folder, "new"))
	})
	if !reflect.DeepEqual(tree(t, dir), before) {
		t.Errorf("there are %v", files(t, dir))
	}
}

func TestAFullDiskLeavesWhatWasThere(t *testing.T) {
	s, dir := store(), t.TempDir()
	d := s.drafts.put(badge("Bike"))
	must(t, s, dir, Report{Written: 1})
	before := tree(t, dir)
	signal.Ignore(syscall.SIGXFSZ) // a write beyond the limit is an error, like a full disk
	defer signal.Reset(syscall.SIGXFSZ)
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	full := limit
	full.Cur = 4 << 10
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &full); err != nil {
		t.Fatal(err)
	}
	d.Description = strings.Repeat("Plan a menu for twelve. ", 1000)
	s.drafts.put(d)
	_, err := Sync(t.Context(), s, dir)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	wantPath(t, err, filepath.Join(dir, "badges", "bike."+d.ID+".json"))
	if !errors.Is(err, syscall.EFBIG) || !reflect.DeepEqual(tree(t, dir), before) {
		t.Errorf("%v, and there are %v", err, files(t, dir))
	}
	must(t, s, dir, Report{Written: 1})
}

func TestAPipeIsNotWaitedFor(t *testing.T) {
	s, dir := store(), t.TempDir()
	d := s.drafts.put(badge("Bike"))
	path := filepath.Join(dir, "badges", "bike."+d.ID+".json")
	if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Sync(t.Context(), s, dir)
	wantPath(t, err, path)
	if c, err := Read(dir); err != nil || len(c.Unread) != 1 {
		t.Errorf("%+v, %v", c, err)
	}
	if info, err := os.Lstat(path); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		t.Errorf("%v, %v", info, err)
	}
}
