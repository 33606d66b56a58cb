// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pages

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io"
)

// A meta page goes on after its header with the fields of Meta and an FNV-1a
// checksum over them.
const (
	metaMagic  = 0xED0CDAED
	metaFormat = 2
	metaSum    = 56 // bytes under the checksum
	metaLen    = headerLen + metaSum + 8

	// The page sizes that bbolt itself looks for.
	leastPage = 1 << 10
	mostPage  = 1 << 24
)

// NoFreelist stands for the page of the list of free pages in a file that
// was written without one.
const NoFreelist = ^uint64(0)

// Meta is what a meta page says about a file.
type Meta struct {
	PageSize int64  // bytes in a page, a power of two; 0 if the meta page is not valid
	Root     uint64 // page number of the bucket that holds the others
	Freelist uint64 // page number of the list of free pages, or NoFreelist
	End      uint64 // the first page number never used
	TxID     uint64 // the transaction that wrote it: the higher one counts
}

// Valid says whether the checksum of the meta page was right.
func (m Meta) Valid() bool { return m.PageSize != 0 }

// Fits returns a *Damaged error unless m is valid and all it speaks of lies
// in a file of size bytes. Whoever reads a file that others may be writing
// must ask for the size after the meta page: a file grows before its meta
// page says so.
func (m Meta) Fits(size int64) error {
	if !m.Valid() {
		return damage(0, errors.New("both meta pages are damaged"))
	}
	if pages := uint64(size / m.PageSize); m.End > pages {
		return damage(pages, fmt.Errorf("%d pages of %d are missing", m.End-pages, m.End))
	}
	if !m.has(m.Root) || m.Freelist != NoFreelist && !m.has(m.Freelist) {
		return damage(0, errors.New("the meta page points outside of the file"))
	}
	return nil
}

// Paired returns a *Damaged error unless both meta pages are valid, as bbolt
// leaves them. Where one is not, the other may tell a state that was left
// behind: a later transaction may have been acknowledged before its meta page
// was spoiled. (A meta page lies in one sector of a disk, so that a power loss
// hardly ever leaves half of one.)
func (f *File) Paired() error {
	for n, m := range f.metas {
		if !m.Valid() {
			return damage(uint64(n), errMeta)
		}
	}
	return nil
}

// has says whether the number can be that of a page of a tree.
func (m Meta) has(number uint64) bool { return number >= 2 && number < m.End }

// findMetas reads both meta pages. The second lies a page behind the first,
// and how long a page is only they know. One with the right checksum and a
// wrong page size would lead bbolt astray, so then neither counts.
func (f *File) findMetas() error {
	first, summed, err := f.readMeta(0)
	if err != nil {
		return err
	}
	from, to := int64(leastPage), int64(mostPage)
	if summed {
		if !first.possible() {
			return nil
		}
		from, to = first.PageSize, first.PageSize
	}
	for size := from; size <= to; size *= 2 {
		m, second, err := f.readMeta(size)
		if err != nil {
			return err
		}
		if second && m.PageSize != size {
			return nil
		}
		if second {
			f.metas[1] = m
			break
		}
	}
	if summed {
		f.metas[0] = first
	}
	return nil
}

// possible says whether bbolt can have chosen the page size.
func (m Meta) possible() bool {
	return m.PageSize >= leastPage && m.PageSize <= mostPage && m.PageSize&(m.PageSize-1) == 0
}

// readMeta returns the meta page at that place, whatever it says, if the
// checksum is right.
func (f *File) readMeta(at int64) (m Meta, summed bool, err error) {
	var b [metaLen]byte
	if at+metaLen > f.size {
		return Meta{}, false, nil
	}
	if n, err := f.r.ReadAt(b[:], at); n < len(b) {
		if err == io.EOF {
			err = nil
		}
		return Meta{}, false, err
	}
	v := b[headerLen:]
	sum := fnv.New64a()
	sum.Write(v[:metaSum])
	if native.Uint32(v) != metaMagic || native.Uint32(v[4:]) != metaFormat || native.Uint64(v[metaSum:]) != sum.Sum64() {
		return Meta{}, false, nil
	}
	return Meta{
		PageSize: int64(native.Uint32(v[8:])),
		Root:     native.Uint64(v[16:]),
		Freelist: native.Uint64(v[32:]),
		End:      native.Uint64(v[40:]),
		TxID:     native.Uint64(v[48:]),
	}, true, nil
}

// wasAStore tells a ruined file from one of another kind: the magic number
// may have outlived its page, and every page starts with its own number.
func (f *File) wasAStore() bool {
	var b [headerLen + 4]byte
	for size := int64(leastPage); size <= mostPage; size *= 2 {
		for number := range int64(4) {
			if n, _ := f.r.ReadAt(b[:], number*size); n < len(b) {
				continue
			}
			if number < 2 && native.Uint32(b[headerLen:]) == metaMagic || number >= 2 && native.Uint64(b[:]) == uint64(number) {
				return true
			}
		}
	}
	return false
}
