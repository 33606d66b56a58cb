// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pages

import (
	"bytes"
	"fmt"
)

// A page starts with its own number (8 bytes), what it is (2), how many
// elements it has (2) and how many pages follow that belong to it (4).
// Elements of 16 bytes come next, and then the keys and values that they
// point to: the place is counted from the element, keys and values lie
// behind each other in the elements' order and without a gap.
const (
	headerLen  = 16
	elementLen = 16
	bucketLen  = 16 // a bucket's value: page number (0: inline, the page follows) and sequence

	branchKind   = 0x01
	leafKind     = 0x02
	metaKind     = 0x04
	freelistKind = 0x10

	bucketFlag = 0x01 // of a leaf's element: the value is a bucket
)

// page is a page with what follows it, or that of an inline bucket, which
// has the number of the page around it.
type page struct {
	number uint64
	b      []byte // at least headerLen
}

func (p page) id() uint64       { return native.Uint64(p.b) }
func (p page) kind() uint16     { return native.Uint16(p.b[8:]) }
func (p page) count() int       { return int(native.Uint16(p.b[10:])) }
func (p page) overflow() uint64 { return uint64(native.Uint32(p.b[12:])) }

// room is how many elements the page has room for.
func (p page) room() int { return (len(p.b) - headerLen) / elementLen }

func (p page) clone() page { return page{p.number, bytes.Clone(p.b)} }

// header says what is wrong with the start of a page of a tree.
func (p page) header() error {
	if p.id() != p.number {
		return fmt.Errorf("says that it is page %d", p.id())
	}
	if k := p.kind(); k != branchKind && k != leafKind {
		return fmt.Errorf("is no page of a tree, but of kind %#x", k)
	}
	return nil
}

// element is one of a leaf (flags, key, value) or of a branch (key, child).
// The zero element is one that does not lie in its page.
type element struct {
	from, end  int // where key and value lie in the page
	flags      uint32
	key, value []byte
	child      uint64
}

// leaf is element i, if key and value lie in the page. i must be less than
// room.
func (p page) leaf(i int) (element, error) {
	from, key, value := p.place(i)
	return p.cut(p.flags(i), from, key, value)
}

func (p page) flags(i int) uint32 { return native.Uint32(p.b[headerLen+i*elementLen:]) }

// place is where a leaf's element i says that its key begins, and how long
// key and value are.
func (p page) place(i int) (from, key, value int64) {
	at := headerLen + i*elementLen
	e := p.b[at : at+elementLen]
	return int64(at) + int64(native.Uint32(e[4:])), int64(native.Uint32(e[8:])), int64(native.Uint32(e[12:]))
}

// cut is the element of a leaf with key and value there.
func (p page) cut(flags uint32, from, key, value int64) (element, error) {
	mid, end := from+key, from+key+value
	switch {
	case from < headerLen || mid < from || end < mid || end > int64(len(p.b)):
		return element{}, errOutside
	case mid == from:
		return element{}, errKey
	}
	return element{int(from), int(end), flags, p.b[from:mid:mid], p.b[mid:end:end], 0}, nil
}

// holdsBuckets says whether one of the first n elements is a bucket.
func (p page) holdsBuckets(n int) bool {
	for i := range n {
		if p.flags(i)&bucketFlag != 0 {
			return true
		}
	}
	return false
}

// branch is element i, if its key lies in the page. i must be less than room.
func (p page) branch(i int) (element, error) {
	at := headerLen + i*elementLen
	e := p.b[at : at+elementLen]
	pos, key, child := native.Uint32(e), native.Uint32(e[4:]), native.Uint64(e[8:])
	from := uint64(at) + uint64(pos)
	end := from + uint64(key)
	switch {
	case pos < elementLen || end > uint64(len(p.b)):
		return element{child: child}, errOutside
	case key == 0:
		return element{child: child}, errKey
	}
	return element{int(from), int(end), 0, p.b[from:end:end], nil, child}, nil
}

// inline is the page in the value of an inline bucket.
func (p page) inline(value []byte) (page, error) {
	if len(value) < bucketLen+headerLen {
		return page{}, errBucket
	}
	in := page{p.number, value[bucketLen:]}
	if in.id() != 0 || in.kind() != leafKind || in.overflow() != 0 {
		return page{}, errInline
	}
	return in, nil
}
