// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package export

import (
	"bytes"
	"errors"
	"io/fs"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
)

// A limit on the size of files refuses bytes in the middle of one, as a full
// disk does. It is far above the log that the testing package itself writes.
func TestAFullDiskLeavesNothingBehindAndNamesTheFile(t *testing.T) {
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		t.Skip("no limits here: ", err)
	}
	parent := t.TempDir()
	dir := filepath.Join(parent, "d")
	files := []File{{"small.txt", []byte("fits")}, {"big.png", bytes.Repeat([]byte("x"), 2<<20)}}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1 << 20, Max: old.Max}); err != nil {
		t.Skip("limits cannot be set: ", err)
	}
	err := Write(dir, files, false)
	if e := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old); e != nil {
		t.Fatal(e)
	}
	var pe *fs.PathError
	if !errors.As(err, &pe) || pe.Path != filepath.Join(dir, "big.png") || !errors.Is(err, syscall.EFBIG) {
		t.Errorf("got %v", err)
	}
	same(t, tree(t, parent), map[string]string{})
}
