// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package pages reads a bbolt file without bbolt, whatever is in it.
//
// bbolt maps its file and trusts it: a damaged page makes it panic, run in
// circles, or touch memory that is not there, which ends the process. This
// package reads through an io.ReaderAt, believes no number it has not
// compared with the file's size, and looks at each page at most once. So it
// can say whether a file is whole before bbolt gets to see it (Check), and
// read what a damaged one still holds (Walk, Scan).
//
// It knows how bbolt lays out format 2: meta pages, trees, buckets in their
// own pages and inline, overflow, the list of free pages. It knows nothing of
// what is stored: keys and values are bytes, and whether a value is the one
// that was written only its owner's checksum can tell. It never writes.
package pages

import (
	"encoding/binary"
	"errors"
	"io"
)

// ErrNotAStore says that a file has nothing of a bbolt file.
var ErrNotAStore = errors.New("not a bbolt file")

// native is the byte order of the file: that of the machine that wrote it.
var native = binary.NativeEndian

// File is a bbolt file of a fixed size. It keeps nothing in memory but what
// the meta pages say, and serves any number of goroutines.
type File struct {
	r     io.ReaderAt
	size  int64
	metas [2]Meta
}

// Open looks at the meta pages of a file of size bytes. The errors are
// ErrNotAStore and those of r. A file that has lost both meta pages, or all
// of its content, opens: it is damaged, as Check says, and Scan reads it.
func Open(r io.ReaderAt, size int64) (*File, error) {
	f := &File{r: r, size: size}
	if err := f.findMetas(); err != nil {
		return nil, err
	}
	if !f.Meta().Valid() && size > 0 && !f.wasAStore() {
		return nil, ErrNotAStore
	}
	return f, nil
}

// Meta is the newest valid meta page, the one that bbolt goes by; not Valid
// if both are damaged.
func (f *File) Meta() Meta {
	a, b := f.metas[0], f.metas[1]
	if b.Valid() && (!a.Valid() || b.TxID > a.TxID) {
		return b
	}
	return a
}

// Metas are both meta pages. One that is not Valid is damage, or what a power
// loss leaves behind that hit while it was written; see Paired.
func (f *File) Metas() [2]Meta { return f.metas }
