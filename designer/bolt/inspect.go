// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"errors"
	"os"

	"insignia/designer"
	"insignia/designer/bolt/pages"
)

// errNotAStore: the path names something that was never a store.
var errNotAStore = &designer.Error{Code: "not-a-store"}

// inspect looks at the file before bbolt maps it: a page that the file claims
// to have and has not would end the process when it is touched.
func inspect(f *os.File) error {
	fi, err := f.Stat()
	if err != nil {
		return err
	}
	p, err := pages.Open(f, fi.Size())
	if errors.Is(err, pages.ErrNotAStore) {
		return errNotAStore
	} else if err != nil {
		return err
	}
	// A file grows before its meta page says so.
	if fi, err = f.Stat(); err != nil {
		return err
	}
	err = p.Meta().Fits(fi.Size())
	if err == nil {
		err = p.Paired()
	}
	if err != nil {
		return damaged(err)
	}
	return nil
}

func damaged(cause error) error {
	return &designer.Error{Code: designer.ErrDamaged.Code, Err: cause}
}
