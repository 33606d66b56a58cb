// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"go.etcd.io/bbolt"

	"insignia/designer"
)

// ensure creates the store when nothing is at its path, and otherwise looks
// whether it is one.
func (h *hold) ensure() error {
	_, err := os.Lstat(h.path)
	switch {
	case !errors.Is(err, fs.ErrNotExist):
	case h.known():
		if err := h.mendNow(errGone); err != nil {
			return err
		}
	default:
		if err := create(h.path); err != nil {
			return h.fail(designer.ErrUnavailable, "", err)
		}
	}
	f, err := h.openFile(h.path, os.O_RDWR, 0)
	if readOnly(err) {
		f, err = h.openFile(h.path, os.O_RDONLY, 0)
	}
	if errors.Is(err, designer.ErrDamaged) && !h.asItIs {
		if err := h.mendNow(err); err != nil {
			return err
		}
		f, err = h.openFile(h.path, os.O_RDWR, 0)
	}
	if err != nil {
		return err
	}
	h.file = nil
	h.know()
	return f.Close()
}

var errGone = errors.New("gone")

// mendNow mends before the store is used.
func (h *hold) mendNow(why error) error {
	late := time.NewTimer(h.wait)
	defer late.Stop()
	_, err := h.mend(context.Background(), why, late.C)
	return err
}

// create makes an empty store, whole or not at all: a power loss while bbolt
// lays out a new file can leave one that never opens, so
// it is laid out under another name first. Folders are private (0700), the
// file too (0600). When another program was quicker, its store stands.
func create(path string) error {
	dir := filepath.Dir(path)
	if err := makeDir(dir); err != nil {
		return err
	}
	f, err := os.CreateTemp(tempBeside(path))
	if err != nil {
		return err
	}
	temp := f.Name()
	defer os.Remove(temp)
	if err := f.Close(); err != nil {
		return err
	}
	db, err := bbolt.Open(temp, 0o600, nil)
	if err != nil {
		return err
	}
	if err := errors.Join(db.Update(layOut), db.Close()); err != nil {
		return err
	}
	// A link never replaces what is there, which a rename would. File
	// systems without links (most memory sticks) get the rename.
	if err := os.Link(temp, path); err != nil && !errors.Is(err, fs.ErrExist) {
		if _, err := os.Lstat(path); err == nil {
			return nil
		}
		if err := os.Rename(temp, path); err != nil {
			return err
		}
	}
	return syncDir(dir)
}

// tempBeside is the pattern of a file that is to take the place of the one at
// path.
func tempBeside(path string) (dir, pattern string) {
	return filepath.Dir(path), "." + filepath.Base(path) + ".*"
}

// makeDir is os.MkdirAll that survives a power loss.
func makeDir(dir string) error {
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	parent := filepath.Dir(dir)
	if err := makeDir(parent); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncDir(parent)
}

// syncDir makes the names in a folder durable. Windows has no such call, and
// some network file systems refuse it; the content itself is synced there.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return nil // a folder that may be written but not listed
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) {
		return err
	}
	return nil
}
