// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pages_test

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"insignia/designer/bolt/pages"
)

const kib = 1 << 10

// crafted is a file of n pages of 1 KiB whose meta pages are right.
func crafted(n int, root uint64, page func(number int, b []byte)) []byte {
	v := &victim{b: make([]byte, n*kib), page: kib}
	for i := range 2 {
		m := v.at(i)[16:]
		native.PutUint32(m, 0xED0CDAED)
		native.PutUint32(m[4:], 2)
		native.PutUint32(m[8:], kib)
		native.PutUint64(m[16:], root)
		native.PutUint64(m[32:], pages.NoFreelist)
		native.PutUint64(m[40:], uint64(n))
		native.PutUint64(m[48:], uint64(i))
		v.resum(i)
	}
	for i := 2; i < n; i++ {
		native.PutUint64(v.at(i), uint64(i))
		page(i, v.at(i))
	}
	return v.b
}

// head writes what a page is, how many elements it has, and how many pages
// follow.
func head(b []byte, kind, count uint16, overflow uint32) {
	native.PutUint16(b[8:], kind)
	native.PutUint16(b[10:], count)
	native.PutUint32(b[12:], overflow)
}

// reading reads all there is and says how many bytes were read from the file
// and handed over.
func reading(t *testing.T, b []byte) (read, given int64, check error) {
	t.Helper()
	r := &counted{ReaderAt: bytes.NewReader(b)}
	f, err := pages.Open(r, int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	take := func(r pages.Record) error {
		given += int64(len(r.Key) + len(r.Value))
		return nil
	}
	check = f.Check()
	f.Walk(take)
	f.Scan(take)
	return r.bytes, given, check
}

func TestFilesMadeToKeepTheirReaderBusy(t *testing.T) {
	const n = 4000
	for _, c := range []struct {
		name string
		make func() []byte
		says string
	}{
		{"each page below the one before", func() []byte {
			return crafted(5*n, 2, func(number int, b []byte) {
				head(b, branch, 1, 0)
				native.PutUint32(b[16:], 16)
				native.PutUint32(b[20:], 1)
				native.PutUint64(b[24:], uint64(number+1))
				b[32] = 'k'
			})
		}, "deeper"},
		{"every page claims all that follow", func() []byte {
			return crafted(n, 2, func(number int, b []byte) {
				head(b, leaf, 2, uint32(n-number-1))
				for i := range uint32(2) {
					native.PutUint32(b[20+16*i:], 32-16*i)
					native.PutUint32(b[24+16*i:], 1)
					native.PutUint32(b[28+16*i:], uint32(n-number)*kib-49)
				}
			})
		}, "order"},
		{"every element holds the whole page", func() []byte {
			return crafted(n, 2, func(number int, b []byte) {
				head(b, leaf, 62, 0)
				if number == 2 {
					head(b, branch, 60, 0)
				}
				for i := range 62 {
					e := b[16+16*i:]
					if number == 2 {
						native.PutUint64(e[8:], uint64(i+3))
						e = e[:8]
					} else {
						native.PutUint32(e[12:], uint32(kib-1-16-16*i-16))
						e = e[4:]
					}
					native.PutUint32(e, 16)
					native.PutUint32(e[4:], 1)
				}
			})
		}, "begin"},
		{"every element is a bucket that holds the whole page", func() []byte {
			const pages, outer, inner = 400, 12_000, 6_000
			whole := crafted(pages, 2, func(int, []byte) {})
			elements := func(b []byte, n int, flag uint32) (body []byte) {
				for i := range n {
					e := b[16+16*i:]
					native.PutUint32(e, flag)
					native.PutUint32(e[4:], uint32(16*(n-i)))
					native.PutUint32(e[8:], 1)
					native.PutUint32(e[12:], uint32(len(b)-16-16*n-1))
				}
				return b[16+16*n+1:]
			}
			head(whole[2*kib:], leaf, outer, pages-3)
			body := elements(whole[2*kib:], outer, 1)
			clear(body[:32])
			head(body[16:], leaf, inner, 0)
			elements(body[16:], inner, 0)
			return whole
		}, "begin"},
		{"every page names every page", func() []byte {
			return crafted(n, 2, func(number int, b []byte) {
				head(b, branch, 60, 0)
				for i := range 60 {
					native.PutUint32(b[16+16*i:], uint32(16*(60-i)))
					native.PutUint32(b[20+16*i:], 1)
					native.PutUint64(b[24+16*i:], uint64((number*61+i*i*7)%n))
				}
			})
		}, "order"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := c.make()
			read, given, err := reading(t, b)
			if read > 1<<30 || given > 100*int64(len(b)) {
				t.Errorf("of %d bytes %d were read and %d handed over", len(b), read, given)
			}
			if d := (*pages.Damaged)(nil); !errors.As(err, &d) || !strings.Contains(err.Error(), c.says) || len(err.Error()) > 2000 {
				t.Errorf("%.2000v", err)
			}
		})
	}
}

func TestWhatIsNoStoreIsRefused(t *testing.T) {
	for name, text := range map[string]string{
		"a word": "hello\n", "a long text": strings.Repeat("The quick brown fox. ", 9000), "zeros": strings.Repeat("\x00", 65536),
	} {
		if _, err := pages.Open(strings.NewReader(text), int64(len(text))); err != pages.ErrNotAStore {
			t.Errorf("%s: %v", name, err)
		}
	}
	f, err := pages.Open(strings.NewReader(""), 0)
	if err != nil {
		t.Fatal(err) // somebody emptied it: no store is ever empty
	}
	if d := (*pages.Damaged)(nil); !errors.As(f.Check(), &d) || !errors.As(f.Walk(nil), &d) || f.Scan(nil) != nil {
		t.Error("an empty file passes")
	}
}

// badSector is a file that cannot be read at one place.
type badSector struct {
	io.ReaderAt
	at int64
}

var errSector = errors.New("bad sector")

func (r badSector) ReadAt(b []byte, at int64) (int, error) {
	if at <= r.at && r.at < at+int64(len(b)) {
		n, _ := r.ReaderAt.ReadAt(b[:r.at-at], at)
		return n, errSector
	}
	return r.ReaderAt.ReadAt(b, at)
}

func TestAPageThatTheDiskCannotGiveBackCostsOnlyItself(t *testing.T) {
	const size = 4 << 10
	whole, want := shape{pageSize: size, fill: func(f *filler) {
		f.commit(func(tx *bbolt.Tx) {
			for n := range 400 {
				f.put(f.bucket(tx, "drafts"), name(n), 500)
			}
		})
	}}.build(t, 1)
	before, err := scan(openBytes(t, whole))
	if err != nil {
		t.Fatal(err)
	}
	hit := 0
	for at := int64(2*size + 700); at < int64(len(whole)); at += size {
		f, err := pages.Open(badSector{bytes.NewReader(whole), at}, int64(len(whole)))
		if err != nil {
			t.Fatal(err)
		}
		bad := uint64(at / size)
		lost := 0
		for r := range before {
			if r.page == bad {
				lost++
			}
		}
		got, err := scan(f)
		if len(got) != len(before)-lost || !errors.Is(err, errSector) {
			t.Errorf("page %d: scan reads %d of %d, %v", bad, len(got), len(before)-lost, err)
		}
		if kind := native.Uint16(whole[bad*size+8:]); kind != leaf || lost == 0 {
			continue
		}
		hit++
		walked, _, err := gather(t, f)
		if len(walked) != len(want)-lost || !errors.Is(err, errSector) {
			t.Errorf("page %d: walk reads %d of %d, %v", bad, len(walked), len(want)-lost, err)
		}
		if err := f.Check(); !errors.Is(err, errSector) {
			t.Errorf("page %d: check says %v", bad, err)
		}
	}
	if hit == 0 {
		t.Error("no leaf was hit: nothing was tested")
	}
}

func TestAFlippedBitBeforeTheRecordsOfAPageCostsNoneButTheLast(t *testing.T) {
	whole, want := shape{pageSize: kib, fill: func(f *filler) {
		f.commit(func(tx *bbolt.Tx) {
			f.bucket(tx, "other")
			for n := range 60 {
				f.put(f.bucket(tx, "drafts"), name(n), 20+f.IntN(500)*f.IntN(8))
			}
		})
	}}.build(t, 1)
	flips, long, lost := 0, 0, 0
	for n := 2; n < len(whole)/kib; n++ {
		p := whole[n*kib:][:kib]
		count := int(native.Uint16(p[10:]))
		if native.Uint64(p) != uint64(n) || native.Uint16(p[8:]) != leaf || native.Uint32(p[16:]) != 0 {
			continue
		}
		long += int(native.Uint32(p[12:]))
		for bit := range 8 * (16 + 16*count) {
			p[bit/8] ^= 1 << (bit % 8)
			got := map[string]string{}
			openBytes(t, whole).Scan(func(r pages.Record) error {
				if v, ok := want[record{"drafts", string(r.Key)}]; ok && v == string(r.Value) {
					got[string(r.Key)] = v
				}
				return nil
			})
			p[bit/8] ^= 1 << (bit % 8)
			flips++
			last := 8 * (16 + 16*(count-1) + 8) // from here on: how long its key and value are
			if bit >= last && len(got) == len(want)-1 {
				lost++
			} else if len(got) != len(want) {
				t.Errorf("bit %d of byte %d of page %d costs %d records", bit%8, bit/8, n, len(want)-len(got))
			}
		}
	}
	if flips < 1000 || long == 0 {
		t.Error("nothing was tested")
	}
	// Nothing tells where the last value ended if it seems to go on in the
	// zeros at the end of the page.
	if lost > flips/20 {
		t.Errorf("%d of %d flips cost the last record of a page", lost, flips)
	}
	t.Logf("%d of %d flips cost the last record of a page", lost, flips)
}

func TestOneBrokenMetaPageIsNoDamage(t *testing.T) {
	whole, _ := shape{fill: mixed, pageSize: kib}.build(t, 1)
	m := openBytes(t, whole).Metas()
	for n := range 2 {
		b := bytes.Clone(whole)
		clear(b[n*kib:][:kib])
		f := openBytes(t, b)
		if f.Metas()[n].Valid() || f.Meta() != m[1-n] {
			t.Errorf("page %d gone: %+v", n, f.Metas())
		}
		if err := f.Check(); err != nil {
			t.Errorf("page %d gone: %v", n, err)
		}
	}
}

func FuzzFile(f *testing.F) {
	small := shape{pageSize: kib, fill: func(f *filler) {
		f.commit(func(tx *bbolt.Tx) {
			f.put(f.bucket(tx, "notes"), "settings", 5)
			for n := range 30 {
				f.put(f.bucket(tx, "drafts"), name(n), 90)
			}
		})
		f.commit(func(tx *bbolt.Tx) { f.put(f.bucket(tx, "drafts"), name(7), 2000) })
	}}
	whole, _ := small.build(f, 1)
	f.Add(whole)
	f.Add(whole[:5*kib])
	f.Add(crafted(6, 2, func(number int, b []byte) { head(b, branch, 3, 1) }))
	f.Add([]byte("hello"))
	for seed := range uint64(20) {
		v := &victim{rand.New(rand.NewPCG(seed, 1)), bytes.Clone(whole), kib, nil}
		damages[v.IntN(len(damages))].do(v)
		f.Add(v.b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 64*kib {
			return
		}
		b = bytes.Clone(b)
		if len(b) >= 2*kib { // the checksum would stop nearly every change
			v := &victim{b: b, page: kib}
			v.resum(0)
			v.resum(1)
		}
		r := &counted{ReaderAt: bytes.NewReader(b)}
		file, err := pages.Open(r, int64(len(b)))
		if err != nil {
			return
		}
		walked := 0
		faults := file.Check()
		err = file.Walk(func(pages.Record) error { walked++; return nil })
		if faults == nil && err != nil {
			t.Errorf("walk finds %v, check nothing", err)
		}
		scanned := 0
		file.Scan(func(pages.Record) error { scanned++; return nil })
		if faults == nil && scanned < walked {
			t.Errorf("scan finds %d records, walk %d", scanned, walked)
		}
		if r.calls > 2000 {
			t.Errorf("%d bytes were read in %d calls", len(b), r.calls)
		}
	})
}

// BenchmarkCheck looks through files written in one piece and bit by bit.
func BenchmarkCheck(b *testing.B) {
	for _, s := range []shape{
		{name: "1MB", fill: func(f *filler) {
			f.commit(func(tx *bbolt.Tx) {
				for n := range 300 {
					f.put(f.bucket(tx, "drafts"), name(n), 2000)
				}
			})
		}},
		{name: "scattered", fill: func(f *filler) {
			for range 500 {
				f.commit(func(tx *bbolt.Tx) {
					for range 50 {
						f.put(f.bucket(tx, "drafts"), name(f.IntN(10000)), 2000)
					}
				})
			}
		}},
	} {
		b.Run(s.name, func(b *testing.B) {
			whole, _ := s.build(b, 1)
			b.SetBytes(int64(len(whole)))
			b.ReportAllocs()
			for b.Loop() {
				if err := openBytes(b, whole).Check(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
