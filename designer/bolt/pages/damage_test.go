// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pages_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"insignia/designer/bolt/pages"
)

var native = binary.NativeEndian

// victim is a file to be damaged.
type victim struct {
	*rand.Rand
	b    []byte
	page int
	kind map[uint16][]int // the pages of each kind
}

func (v *victim) any() int        { return v.IntN(len(v.b) / v.page) }
func (v *victim) at(n int) []byte { return v.b[n*v.page:][:v.page] }

// of is a page of that kind, or any.
func (v *victim) of(kind uint16) int {
	if p := v.kind[kind]; len(p) > 0 {
		return p[v.IntN(len(p))]
	}
	return v.any()
}

// number is a page number that may or may not be there.
func (v *victim) number() uint64 {
	if v.IntN(8) == 0 {
		return v.Uint64() >> v.IntN(64)
	}
	return uint64(v.any())
}

// element is the place of an element's header in a page.
func (v *victim) element(page int) []byte {
	p := v.at(page)
	n := int(native.Uint16(p[10:]))
	return p[16+16*min(v.IntN(max(n, 1)), len(p)/16-2):][:16]
}

// resum makes a meta page valid again.
func (v *victim) resum(page int) {
	m := v.at(page)[16:]
	h := fnv.New64a()
	h.Write(m[:56])
	native.PutUint64(m[56:], h.Sum64())
}

const (
	branch, leaf, metaKind, list = 1, 2, 4, 16
)

var damages = []struct {
	name string
	do   func(v *victim)
}{
	{"a bit", func(v *victim) { v.b[v.IntN(len(v.b))] ^= 1 << v.IntN(8) }},
	{"a bit of a header", func(v *victim) { v.at(v.any())[v.IntN(16)] ^= 1 << v.IntN(8) }},
	{"a bit of a leaf's element", func(v *victim) { v.element(v.of(leaf))[v.IntN(16)] ^= 1 << v.IntN(8) }},
	{"a bit of a branch's element", func(v *victim) { v.element(v.of(branch))[v.IntN(16)] ^= 1 << v.IntN(8) }},
	{"a bit of a branch", func(v *victim) { v.at(v.of(branch))[v.IntN(v.page)] ^= 1 << v.IntN(8) }},
	{"a page zeroed", func(v *victim) { clear(v.at(v.any())) }},
	{"a sector zeroed", func(v *victim) { clear(v.at(v.any())[512*v.IntN(v.page/512):][:512]) }},
	{"a page scrambled", func(v *victim) {
		for p := v.at(v.any()); len(p) > 0; p = p[1:] {
			p[0] = byte(v.Uint32())
		}
	}},
	{"the end missing", func(v *victim) { v.b = v.b[:v.IntN(len(v.b))] }},
	{"pages exchanged", func(v *victim) {
		a, b := v.at(v.any()), v.at(v.any())
		c := bytes.Clone(a)
		copy(a, b)
		copy(b, c)
	}},
	{"a page twice", func(v *victim) { copy(v.at(v.any()), v.at(v.any())) }},
	{"a page twice under its own numbers", func(v *victim) {
		to := v.any()
		copy(v.at(to), v.at(v.any()))
		native.PutUint64(v.at(to), uint64(to))
	}},
	{"another child", func(v *victim) { native.PutUint64(v.element(v.of(branch))[8:], v.number()) }},
	{"a circle", func(v *victim) {
		p := v.of(branch)
		native.PutUint64(v.element(p)[8:], uint64(p))
	}},
	{"another count", func(v *victim) { native.PutUint16(v.at(v.of(leaf))[10:], uint16(v.Uint32()>>v.IntN(32))) }},
	{"no count", func(v *victim) { native.PutUint16(v.at(v.of(leaf))[10:], 0) }},
	{"another overflow", func(v *victim) { native.PutUint32(v.at(v.of(leaf))[12:], v.Uint32()>>v.IntN(32)) }},
	{"another list of free pages", func(v *victim) {
		p := v.at(v.of(list))
		n := int(native.Uint16(p[10:]))
		native.PutUint64(p[16+8*min(v.IntN(max(n, 1)), len(p)/8-3):], v.number())
	}},
	{"another length of the list", func(v *victim) { native.PutUint16(v.at(v.of(list))[10:], uint16(v.Uint32()>>v.IntN(32))) }},
	{"another root", func(v *victim) {
		native.PutUint64(v.at(0)[32:], v.number())
		native.PutUint64(v.at(1)[32:], v.number())
		v.resum(0)
		v.resum(1)
	}},
	{"another end", func(v *victim) {
		native.PutUint64(v.at(0)[56:], v.number())
		native.PutUint64(v.at(1)[56:], v.number())
		v.resum(0)
		v.resum(1)
	}},
	{"another meta page", func(v *victim) {
		for i := range 2 {
			v.at(i)[16+v.IntN(64)] ^= 1 << v.IntN(8)
			if v.IntN(2) == 0 {
				v.resum(i)
			}
		}
	}},
	{"no meta pages", func(v *victim) { clear(v.b[:2*v.page]) }},
}

var victims = []shape{
	{name: "4 KiB", fill: mixed, pageSize: 4 << 10},
	{name: "1 KiB", fill: mixed, pageSize: 1 << 10},
	{name: "no list", fill: mixed, pageSize: 2 << 10, options: func(o *bbolt.Options) { o.NoFreelistSync = true }},
	{name: "deep", pageSize: 1 << 10, fill: func(f *filler) {
		for range 4 {
			f.commit(func(tx *bbolt.Tx) {
				for range 200 {
					f.put(f.bucket(tx, "drafts"), string(bytes.Repeat([]byte(name(f.IntN(900))), 9)), f.IntN(90))
				}
			})
		}
	}},
}

// counted is a file that counts how often it is read.
type counted struct {
	io.ReaderAt
	calls, bytes int64
}

func (c *counted) ReadAt(b []byte, at int64) (int, error) {
	c.calls++
	c.bytes += int64(len(b))
	return c.ReaderAt.ReadAt(b, at)
}

type found struct {
	page       uint64
	key, value string
}

func scan(f *pages.File) (out map[found]bool, err error) {
	out = map[found]bool{}
	err = f.Scan(func(r pages.Record) error {
		out[found{r.Page, string(r.Key), string(r.Value)}] = true
		return nil
	})
	return out, err
}

const perDamage = 25 // times the kinds of damage, times the files: 2,300

// Whatever happens to a file: reading it comes to an end, what is read of
// whole pages is what was there, all of it, and a file is called whole only
// if bbolt gets through it and reads the same.
func TestADamagedFile(t *testing.T) {
	for _, s := range victims {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			check := startChecks(t)
			whole, _ := s.build(t, 3)
			before, err := scan(openBytes(t, whole))
			if err != nil {
				t.Fatal(err)
			}
			kind := map[uint16][]int{}
			for n := 2; n < len(whole)/s.pageSize; n++ {
				if p := whole[n*s.pageSize:]; native.Uint64(p) == uint64(n) {
					kind[native.Uint16(p[8:])] = append(kind[native.Uint16(p[8:])], n)
				}
			}
			for i, d := range damages {
				missed := 0
				for seed := range uint64(perDamage) {
					v := &victim{rand.New(rand.NewPCG(seed, uint64(i))), bytes.Clone(whole), s.pageSize, kind}
					d.do(v)
					if seed%5 == 0 && len(v.b) == len(whole) {
						damages[v.IntN(len(damages))].do(v)
					}
					if !suffers(t, fmt.Sprintf("%s, seed %d", d.name, seed), whole, v.b, s.pageSize, before, check) {
						missed++
					}
				}
				t.Logf("%s: %d of %d hit what is not in use", d.name, missed, perDamage)
				if i > 0 && missed == perDamage {
					t.Errorf("%s was never found", d.name)
				}
			}
		})
	}
}

// suffers reads the damaged file b and says whether the damage was found.
func suffers(t *testing.T, what string, whole, b []byte, page int, before map[found]bool, check *checks) bool {
	t.Helper()
	r := &counted{ReaderAt: bytes.NewReader(b)}
	f, err := pages.Open(r, int64(len(b)))
	if err != nil {
		if err != pages.ErrNotAStore || len(b) > 4*page {
			t.Errorf("%s: open: %v", what, err)
		}
		return true
	}
	n := int64(len(b)/page) + 1
	within := func(part string, calls, times int64) {
		if r.calls > calls*n+100 || r.bytes > times*int64(len(b)+1<<20) {
			t.Errorf("%s: %s reads %d times, %d bytes of %d pages, %d bytes", what, part, r.calls, r.bytes, n, len(b))
		}
		r.calls, r.bytes = 0, 0
	}
	faults := f.Check()
	within("check", 2, 8)
	same := func(n uint64, more int) bool {
		from, to := int(n)*page, (int(n)+1+more)*page
		return to <= len(b) && bytes.Equal(b[from:to], whole[from:to])
	}
	overflow := func(n uint64) int { return int(native.Uint32(whole[int(n)*page+12:])) }
	walked := map[record]string{}
	if err := f.Walk(func(r pages.Record) error {
		if same(r.Page, overflow(r.Page)) && !before[found{r.Page, string(r.Key), string(r.Value)}] {
			t.Errorf("%s: walk reads something else on page %d", what, r.Page)
		}
		walked[full(r.Bucket, r.Key)] = string(r.Value)
		return nil
	}); err != nil && faults == nil {
		t.Errorf("%s: walk finds %v", what, err)
	}
	within("walk", 2, 8)
	got, _ := scan(f)
	within("scan", 14, 16)
	if size := f.Meta().PageSize; size == 0 || size == int64(page) {
		for r := range before {
			if !got[r] && same(r.page, overflow(r.page)) {
				t.Errorf("%s: scan misses %q on page %d", what, r.key, r.page)
			}
		}
		for r := range got {
			if !before[r] && same(r.page, overflow(r.page)) {
				t.Errorf("%s: scan reads something else on page %d", what, r.page)
			}
		}
	}

	if faults != nil {
		return true
	}
	// bbolt's check panics at the header of a broken meta page, which nothing
	// else reads and the next transaction mends.
	for n := range 2 {
		native.PutUint64(b[n*page:], uint64(n))
		native.PutUint16(b[n*page+8:], metaKind)
	}
	path := filepath.Join(t.TempDir(), "a.db")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if says := check.file(path); says != "whole" {
		t.Errorf("%s: nothing found, but bbolt: %s", what, says)
		return false
	}
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true})
	if err != nil {
		t.Errorf("%s: nothing found, but bbolt: %v", what, err)
		return false
	}
	defer db.Close()
	if !maps.Equal(read(t, db), walked) {
		t.Errorf("%s: nothing found, but bbolt reads something else: %+v, %d, %d", what, f.Metas(), len(walked), len(read(t, db)))
	}
	return false
}
