// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	"insignia/designer"
)

// errNotAStore: the path names something that was never a store.
var errNotAStore = &designer.Error{Code: "not-a-store"}

// The form of bbolt's file, format 2: numbers in the byte order of the
// machine, pages of one size, the first two of them meta pages. A page starts
// with its own number; a meta page goes on with the fields of meta and an
// FNV-1a checksum over them. The newer valid meta page counts.
const (
	metaMagic  = 0xED0CDAED
	metaFormat = 2
	metaAt     = 16 // after the page's header
	metaSum    = 56 // bytes under the checksum
	metaLen    = metaAt + metaSum + 8
	noFreelist = ^uint64(0)
	leastPage  = 1 << 10 // the page sizes that bbolt itself looks for
	mostPage   = 1 << 24
)

type meta struct {
	page           int64  // bytes in a page
	root, freelist uint64 // page numbers
	end            uint64 // the first page number never used
	txid           uint64
}

// inspect looks at the file before bbolt maps it: a page that the file claims
// to have and has not would end the process when it is touched.
func inspect(f *os.File) error {
	m, err := newestMeta(f)
	if err != nil {
		return err
	}
	// The size is read after the meta page: a file grows before its meta
	// page says so.
	fi, err := f.Stat()
	if err != nil {
		return err
	}
	if pages := uint64(fi.Size() / m.page); m.end > pages {
		return damaged(fmt.Errorf("%d pages of %d are missing", m.end-pages, m.end))
	}
	if m.root < 2 || m.root >= m.end || m.freelist != noFreelist && (m.freelist < 2 || m.freelist >= m.end) {
		return damaged(errors.New("the meta page points outside of the file"))
	}
	return nil
}

func damaged(cause error) error {
	return &designer.Error{Code: designer.ErrDamaged.Code, Err: cause}
}

func newestMeta(f *os.File) (meta, error) {
	first, err := readMeta(f, 0)
	if err != nil {
		return meta{}, err
	}
	best := first
	for size := int64(leastPage); size <= mostPage; size *= 2 {
		if first.page != 0 && first.page != size {
			continue
		}
		m, err := readMeta(f, size)
		if err != nil {
			return meta{}, err
		}
		if m.page == size && (best.page == 0 || m.txid > best.txid) {
			best = m
		}
	}
	if best.page != 0 {
		return best, nil
	}
	if wasAStore(f) {
		return meta{}, damaged(errors.New("both meta pages are damaged"))
	}
	return meta{}, errNotAStore
}

// readMeta returns the meta page at that place, a zero meta if there is none
// that holds together.
func readMeta(f *os.File, at int64) (meta, error) {
	var b [metaLen]byte
	if _, err := f.ReadAt(b[:], at); err == io.EOF {
		return meta{}, nil
	} else if err != nil {
		return meta{}, err
	}
	n := binary.NativeEndian
	v := b[metaAt:]
	sum := fnv.New64a()
	sum.Write(v[:metaSum])
	page := int64(n.Uint32(v[8:]))
	if n.Uint32(v) != metaMagic || n.Uint32(v[4:]) != metaFormat || n.Uint64(v[metaSum:]) != sum.Sum64() ||
		page < leastPage || page > mostPage || page&(page-1) != 0 {
		return meta{}, nil
	}
	return meta{page: page, root: n.Uint64(v[16:]), freelist: n.Uint64(v[32:]), end: n.Uint64(v[40:]), txid: n.Uint64(v[48:])}, nil
}

// wasAStore tells a ruined store from a file of another kind: an empty file
// has lost everything (this package never leaves one behind), the magic
// number may have outlived its page, and every page of a store starts with
// its own number.
func wasAStore(f *os.File) bool {
	fi, err := f.Stat()
	if err != nil || fi.Size() == 0 {
		return err == nil
	}
	n := binary.NativeEndian
	var b [metaAt + 4]byte
	for size := int64(leastPage); size <= mostPage; size *= 2 {
		for page := range int64(4) {
			if k, _ := f.ReadAt(b[:], page*size); k < len(b) {
				continue
			}
			if page < 2 && n.Uint32(b[metaAt:]) == metaMagic || page >= 2 && n.Uint64(b[:]) == uint64(page) {
				return true
			}
		}
	}
	return false
}
