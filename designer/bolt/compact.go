// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"

	"go.etcd.io/bbolt"
)

// A file never shrinks by itself. It is made anew when more than half of it,
// and at least this much, is free.
const compactFrom = 16 << 20

// compact makes the file anew without its free pages, if that is worth it.
func (s *Store) compact(ctx context.Context) error {
	h := s.hold
	if runtime.GOOS == "windows" || !wasteful(h.path) {
		return nil // there, no file takes the place of an open one
	}
	return h.do(ctx, func(db *bbolt.DB) error {
		if h.onlyRead || h.schema < schema {
			return nil
		}
		f, err := os.CreateTemp(tempBeside(h.path))
		if err != nil {
			return err
		}
		temp := f.Name()
		defer os.Remove(temp)
		if err := f.Close(); err != nil {
			return err
		}
		dst, err := bbolt.Open(temp, 0o600, &bbolt.Options{NoSync: true})
		if err != nil {
			return err
		}
		if err := errors.Join(bbolt.Compact(dst, db, 1<<20), dst.Sync(), dst.Close()); err != nil {
			return err
		}
		made, err := os.Open(temp)
		if err != nil {
			return err
		}
		defer made.Close()
		// The values carry their seals along, and the census says that all are
		// there; what does not come to that is not put into the place of what does.
		if err := audit(made); err != nil {
			return err
		}
		// While the lock on the old file is held; whoever waits for it sees
		// that the path names another one then.
		if err := os.Rename(temp, h.path); err != nil {
			return err
		}
		h.letGo()
		return syncDir(filepath.Dir(h.path))
	})
}

// wasteful reports whether most of a file is free.
func wasteful(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	fi, err := f.Stat()
	if err != nil || fi.Size() < compactFrom {
		return false
	}
	p, err := readPages(f)
	if err != nil {
		return false
	}
	m := p.Meta()
	free := int64(p.Free()) * m.PageSize
	return free >= compactFrom && free > int64(m.End)*m.PageSize/2
}
