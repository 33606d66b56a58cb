// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pages

import (
	"bytes"
	"cmp"
	"slices"
)

// deepest is far below what trees reach: each step down is a page of at
// least two keys, or a bucket in a bucket.
const deepest = 10_000

// Record is a key with its value. Key and Value lie in a buffer that is used
// again: they are good until the function that was handed them returns.
type Record struct {
	// Bucket is the way to the bucket that holds the key. Scan knows only the
	// last name, and only that of an inline bucket; otherwise it is nil.
	Bucket     []string
	Key, Value []byte
	Page       uint64 // where it was found
}

// tree goes through all pages that can be reached from the root, each once.
// With a yield it keeps to the order of the keys and hands over what it
// reads; without one it keeps to the order of the file as best it can.
type tree struct {
	faults
	meta    Meta
	w       window
	reached set
	yield   func(Record) error
	stop    error // what yield said
}

// tree needs a valid meta page.
func (f *File) tree(yield func(Record) error) *tree {
	t := &tree{meta: f.Meta(), yield: yield}
	t.meta.End = min(t.meta.End, uint64(f.size/t.meta.PageSize))
	t.w = window{r: f.r, size: int64(t.meta.End) * t.meta.PageSize}
	t.reached = newSet(t.meta.End)
	for n := range min(t.meta.End, 2) {
		t.reached.put(n)
	}
	return t
}

// kid is a page below a branch and the keys that its own keys must lie
// between, at or above the first and below the second; nil is no limit.
type kid struct {
	number  uint64
	low, up []byte
}

// place is where in the trees a page hangs.
type place struct {
	bucket []string
	depth  int
	root   bool // the first page of its bucket
	inline bool // in the value of another page
	top    bool // of the bucket that holds the others
}

// visit goes through the page of next[0] and all below it. The others are
// those that will be visited after it.
func (t *tree) visit(next []kid, at place) {
	k := next[0]
	if !t.meta.has(k.number) {
		t.add(k.number, errElsewhere)
		return
	}
	if at.depth > deepest {
		t.add(k.number, errDeep)
		return
	}
	if t.reached.has(k.number) {
		t.add(k.number, errTwice)
		return
	}
	t.reached.put(k.number)
	p, err := t.read(next)
	if err != nil {
		t.add(k.number, err)
		return
	}
	if p.kind() == branchKind {
		t.branch(p, at, k.low, k.up)
	} else {
		t.leaf(p, at, k.low, k.up)
	}
}

// read returns the page of next[0] with all that belongs to it, and has the
// others read along that follow it closely.
func (t *tree) read(next []kid) (page, error) {
	size, number := t.meta.PageSize, next[0].number
	at, soon := int64(number)*size, int64(0)
	if !t.w.has(at, size) {
		last := number
		for _, k := range next[1:] {
			if k.number <= last || k.number >= t.meta.End || int64(k.number-last-1)*size > farApart || int64(k.number-number)*size >= windowLen {
				break
			}
			last = k.number
		}
		soon = int64(last-number+1) * size
	}
	b, err := t.w.bytes(at, size, soon)
	if err != nil {
		return page{}, err
	}
	p := page{number, b}
	if err := p.header(); err != nil {
		return page{}, err
	}
	more, err := t.claim(number, p.overflow())
	if err != nil {
		t.add(number, err)
	}
	if more > 0 {
		if p.b, err = t.w.bytes(at, int64(more+1)*size, 0); err != nil {
			return page{}, err
		}
	}
	return p, nil
}

// claim marks the pages that follow a page as its own, and returns how many
// of them were still free to be.
func (t *tree) claim(number, overflow uint64) (uint64, error) {
	if overflow >= t.meta.End-number {
		return 0, errElsewhere
	}
	for n := range overflow {
		if t.reached.has(number + 1 + n) {
			return n, errTwice
		}
		t.reached.put(number + 1 + n)
	}
	return overflow, nil
}

func (t *tree) branch(p page, at place, low, up []byte) {
	p = p.clone() // what is below is read into the same buffer
	n := p.count()
	if n > p.room() {
		t.add(p.number, errShort)
		return
	}
	if n == 0 {
		t.add(p.number, errEmpty)
		return
	}
	kids := make([]kid, n)
	for i, end := 0, headerLen+n*elementLen; i < n; i++ {
		e, err := p.branch(i)
		kids[i] = kid{number: e.child, low: e.key}
		if err != nil {
			t.add(p.number, err)
			continue
		}
		if e.from != end {
			t.add(p.number, errLayout)
		}
		end = e.end
		if i == 0 {
			t.between(p.number, low, e.key, up)
		} else {
			t.after(p.number, kids[i-1].low, e.key, up)
			kids[i-1].up = e.key
		}
	}
	kids[n-1].up = up
	if t.yield == nil {
		slices.SortFunc(kids, func(a, b kid) int { return cmp.Compare(a.number, b.number) })
	}
	at.depth++
	at.root = false
	for i := range kids {
		if t.stop == nil {
			t.visit(kids[i:], at)
		}
	}
}

// between tells whether the first key of a page is what the page above says.
func (t *tree) between(number uint64, low, key, up []byte) {
	if low != nil && bytes.Compare(key, low) < 0 || up != nil && bytes.Compare(key, up) >= 0 {
		t.add(number, errBounds)
	}
}

// after tells the same of a key with another one before it.
func (t *tree) after(number uint64, before, key, up []byte) {
	if before != nil && bytes.Compare(key, before) <= 0 {
		t.add(number, errOrder)
	}
	if up != nil && bytes.Compare(key, up) >= 0 {
		t.add(number, errBounds)
	}
}

func (t *tree) leaf(p page, at place, low, up []byte) {
	n := p.count()
	if n > p.room() {
		t.add(p.number, errShort)
		return
	}
	if n == 0 {
		// Only the root of an empty bucket is empty, and the rest of it is
		// zeros: a count that is lost must not hide what it counted.
		if !at.root || slices.ContainsFunc(p.b[headerLen:], func(c byte) bool { return c != 0 }) {
			t.add(p.number, errEmpty)
		}
		return
	}
	if !at.inline && p.holdsBuckets(n) {
		p = p.clone() // what is below is read into the same buffer
	}
	var before []byte
	end, left := headerLen+n*elementLen, patience(p)
	for i := 0; i < n && t.stop == nil; i++ {
		e, err := p.leaf(i)
		if err != nil {
			t.add(p.number, err)
			continue
		}
		if e.from != end {
			t.add(p.number, errLayout)
		}
		end = e.end
		if i == 0 {
			t.between(p.number, low, e.key, up)
		} else {
			t.after(p.number, before, e.key, up)
		}
		before = e.key
		if e.flags&^bucketFlag != 0 {
			t.add(p.number, errFlags)
		}
		if left -= e.end - e.from; left < 0 {
			break
		}
		if e.flags&bucketFlag != 0 {
			t.bucket(p, at, e)
			continue
		}
		if at.top {
			t.add(p.number, errTop)
		}
		if t.yield != nil {
			t.stop = t.yield(Record{at.bucket, e.key, e.value, p.number})
		}
	}
	if at.inline && end != len(p.b) {
		t.add(p.number, errLayout)
	}
}

// patience is how many bytes of elements are looked at in one page: those of
// a page made to keep its readers busy all hold all of it.
func patience(p page) int { return 6 * len(p.b) }

// bucket goes through the bucket that is the value of e.
func (t *tree) bucket(p page, at place, e element) {
	if t.yield != nil {
		at.bucket = append(slices.Clip(at.bucket), string(e.key))
	}
	at.depth++
	at.root, at.top = true, false
	switch {
	case at.inline || len(e.value) < bucketLen: // no inline bucket holds another
		t.add(p.number, errBucket)
	case native.Uint64(e.value) == 0:
		in, err := p.inline(e.value)
		if err != nil {
			t.add(p.number, err)
			return
		}
		at.inline = true
		t.leaf(in, at, nil, nil)
	case len(e.value) > bucketLen:
		t.add(p.number, errBucket)
	default:
		t.visit([]kid{{number: native.Uint64(e.value)}}, at)
	}
}
