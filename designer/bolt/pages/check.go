// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pages

import "math/bits"

// Check reads every page that the newest meta page says is in use and returns
// nil if bbolt can rely on the file, else a *Damaged error: each page is what
// it should be and used once, elements lie behind each other in their pages,
// keys are in order on and between pages, buckets have whole headers, and
// the list of free pages names exactly the pages that are not used. It finds
// all that bbolt's own Tx.Check finds and some more.
//
// It compares no value with what was written: a flipped bit in a key may and
// one in a value will pass. Nobody may write to the file meanwhile.
func (f *File) Check() error {
	m := f.Meta()
	if err := m.Fits(f.size); err != nil {
		return err
	}
	t := f.tree(nil)
	free := t.freelist()
	t.visit([]kid{{number: m.Root}}, place{root: true, top: true})
	if free == nil {
		return t.err()
	}
	eachBit(len(free), m.End, func(i int) uint64 { return free[i] & t.reached[i] }, func(n uint64) { t.add(n, errFree) })
	eachBit(len(free), m.End, func(i int) uint64 { return ^(free[i] | t.reached[i]) }, func(n uint64) { t.add(n, errLost) })
	return t.err()
}

// freelist reads the list of free pages: nil if there is none, or none that
// can be read.
func (t *tree) freelist() set {
	number := t.meta.Freelist
	if number == NoFreelist {
		return nil
	}
	t.reached.put(number)
	size := t.meta.PageSize
	b, err := t.w.bytes(int64(number)*size, size, 0)
	if err != nil {
		t.add(number, err)
		return nil
	}
	p := page{number, b}
	if p.id() != number || p.kind() != freelistKind {
		t.add(number, errNoList)
		return nil
	}
	more, err := t.claim(number, p.overflow())
	if err != nil {
		t.add(number, err)
		return nil
	}
	if p.b, err = t.w.bytes(int64(number)*size, int64(more+1)*size, 0); err != nil {
		t.add(number, err)
		return nil
	}
	ids := p.b[headerLen:]
	count := uint64(p.count())
	if count == 0xFFFF { // or more: then the first of them is the count
		count, ids = native.Uint64(ids), ids[8:]
	}
	if count > uint64(len(ids)/8) {
		t.add(number, errShort)
		return nil
	}
	free := newSet(t.meta.End)
	last := uint64(1)
	for i := range count {
		n := native.Uint64(ids[8*i:])
		if n <= last || n >= t.meta.End {
			t.add(number, errList)
			return nil
		}
		free.put(n)
		last = n
	}
	return free
}

// Free is how many pages the list of free pages names, 0 if there is no list
// or it cannot be read.
func (f *File) Free() int {
	if f.Meta().Fits(f.size) != nil {
		return 0
	}
	n := 0
	for _, w := range f.tree(nil).freelist() {
		n += bits.OnesCount64(w)
	}
	return n
}
