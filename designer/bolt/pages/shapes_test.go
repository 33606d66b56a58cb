// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pages_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"insignia/designer/bolt/pages"
)

// shape is a way in which bbolt lays out a file.
type shape struct {
	name     string
	pageSize int
	options  func(*bbolt.Options)
	fill     func(*filler)
}

// filler changes a file, each commit a transaction of its own.
type filler struct {
	*rand.Rand
	t  testing.TB
	db *bbolt.DB
}

func (f *filler) commit(work func(*bbolt.Tx)) {
	f.t.Helper()
	if err := f.db.Update(func(tx *bbolt.Tx) error { work(tx); return nil }); err != nil {
		f.t.Fatal(err)
	}
}

func (f *filler) bucket(in interface {
	CreateBucketIfNotExists([]byte) (*bbolt.Bucket, error)
}, name string) *bbolt.Bucket {
	f.t.Helper()
	b, err := in.CreateBucketIfNotExists([]byte(name))
	if err != nil {
		f.t.Fatal(err)
	}
	return b
}

func (f *filler) put(b *bbolt.Bucket, key string, n int) {
	f.t.Helper()
	v := make([]byte, n)
	for i := range v {
		v[i] = byte(f.Uint32())
	}
	if err := b.Put([]byte(key), v); err != nil {
		f.t.Fatal(err)
	}
}

func (f *filler) delete(b *bbolt.Bucket, key string) {
	f.t.Helper()
	if err := b.Delete([]byte(key)); err != nil {
		f.t.Fatal(err)
	}
}

func name(n int) string { return fmt.Sprintf("key-%05d", n) }

// mixed is what a store looks like after some use.
func mixed(f *filler) {
	for round := range 12 {
		f.commit(func(tx *bbolt.Tx) {
			for _, n := range []string{"drafts", "issuers", "drafts.versions"} {
				b := f.bucket(tx, n)
				for range 20 {
					f.put(b, name(f.IntN(200)), f.IntN(6000)/(1+f.IntN(40)))
					f.delete(b, name(f.IntN(200)))
				}
			}
			in := f.bucket(f.bucket(tx, "outer"), "inner")
			f.put(f.bucket(in, "small"), name(round), 10)
			f.put(f.bucket(in, "empty"), name(0), 10)
			f.delete(f.bucket(in, "empty"), name(0))
			f.put(f.bucket(tx, "notes"), "settings", 40)
			f.put(in, name(round), 30000/(1+f.IntN(30)))
		})
	}
}

var shapes = []shape{
	{name: "nothing in it", fill: func(*filler) {}},
	{name: "empty buckets", fill: func(f *filler) {
		f.commit(func(tx *bbolt.Tx) {
			for n := range 5 {
				f.bucket(tx, name(n))
			}
		})
		f.commit(func(tx *bbolt.Tx) {
			f.put(f.bucket(tx, name(0)), "big", 30000)
			f.put(f.bucket(tx, name(1)), "small", 3)
		})
		f.commit(func(tx *bbolt.Tx) {
			f.delete(f.bucket(tx, name(0)), "big")
			f.delete(f.bucket(tx, name(1)), "small")
		})
	}},
	{name: "one inline bucket", fill: func(f *filler) {
		f.commit(func(tx *bbolt.Tx) {
			for n := range 5 {
				f.put(f.bucket(tx, "notes"), name(n), n)
			}
		})
	}},
	{name: "a deep tree", pageSize: 1 << 10, fill: func(f *filler) {
		f.commit(func(tx *bbolt.Tx) {
			for n := range 4000 {
				f.put(f.bucket(tx, "drafts"), string(bytes.Repeat([]byte(name(n)), 8)), 20)
			}
		})
	}},
	{name: "long keys", pageSize: 1 << 10, fill: func(f *filler) {
		f.commit(func(tx *bbolt.Tx) {
			for n := range 60 {
				f.put(f.bucket(tx, "drafts"), name(n)+string(bytes.Repeat([]byte("k"), f.IntN(5000))), 5)
			}
		})
	}},
	{name: "many buckets", fill: func(f *filler) {
		f.commit(func(tx *bbolt.Tx) {
			for n := range 300 {
				f.put(f.bucket(f.bucket(tx, name(n%70)), name(n)), "k", f.IntN(3000))
			}
		})
	}},
	{name: "buckets in buckets", fill: func(f *filler) {
		f.commit(func(tx *bbolt.Tx) {
			b := f.bucket(tx, "top")
			for n := range 120 {
				f.put(b, name(n), 50)
				b = f.bucket(b, "down")
			}
		})
	}},
	{name: "large values", fill: func(f *filler) {
		f.commit(func(tx *bbolt.Tx) {
			for n := range 40 {
				f.put(f.bucket(tx, "drafts"), name(n), f.IntN(200_000))
			}
		})
	}},
	{name: "long lists of free pages", pageSize: 1 << 10, fill: func(f *filler) {
		for range 3 {
			f.commit(func(tx *bbolt.Tx) {
				for n := range 3000 {
					f.put(f.bucket(tx, "drafts"), name(n), 300)
				}
			})
			f.commit(func(tx *bbolt.Tx) {
				for n := range 2900 {
					f.delete(f.bucket(tx, "drafts"), name(n))
				}
			})
		}
	}},
	{name: "random deletes", fill: func(f *filler) {
		for range 10 {
			f.commit(func(tx *bbolt.Tx) {
				b := f.bucket(tx, "drafts")
				for range 300 {
					f.put(b, name(f.IntN(2000)), f.IntN(900))
					f.delete(b, name(f.IntN(2000)))
				}
			})
		}
	}},
	{name: "a bucket deleted", fill: func(f *filler) {
		mixed(f)
		f.commit(func(tx *bbolt.Tx) {
			if err := tx.DeleteBucket([]byte("outer")); err != nil {
				f.t.Fatal(err)
			}
		})
	}},
	{name: "no list of free pages", fill: mixed, options: func(o *bbolt.Options) { o.NoFreelistSync = true }},
	{name: "another kind of list", fill: mixed, options: func(o *bbolt.Options) { o.FreelistType = bbolt.FreelistMapType }},
	{name: "pages of 1 KiB", pageSize: 1 << 10, fill: mixed},
	{name: "pages of 2 KiB", pageSize: 2 << 10, fill: mixed},
	{name: "pages of 4 KiB", pageSize: 4 << 10, fill: mixed},
	{name: "pages of 16 KiB", pageSize: 16 << 10, fill: mixed},
	{name: "pages of 64 KiB", pageSize: 64 << 10, fill: mixed},
}

// build lays out a file and says what bbolt reads of it.
func (s shape) build(t testing.TB, seed uint64) (whole []byte, want map[record]string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	o := &bbolt.Options{PageSize: s.pageSize, NoSync: true, NoGrowSync: true}
	if s.options != nil {
		s.options(o)
	}
	db, err := bbolt.Open(path, 0o600, o)
	if err != nil {
		t.Fatal(err)
	}
	s.fill(&filler{rand.New(rand.NewPCG(seed, 1)), t, db})
	want = read(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if whole, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	return whole, want
}

// read is every key below its buckets, and its value, as bbolt sees them.
func read(t testing.TB, db *bbolt.DB) map[record]string {
	t.Helper()
	out := map[record]string{}
	var down func(way []string, b *bbolt.Bucket) error
	down = func(way []string, b *bbolt.Bucket) error {
		return b.ForEach(func(k, v []byte) error {
			if v == nil {
				if in := b.Bucket(k); in != nil {
					return down(append(slices.Clip(way), string(k)), in)
				}
			}
			out[full(way, k)] = string(v)
			return nil
		})
	}
	err := db.View(func(tx *bbolt.Tx) error {
		return tx.ForEach(func(k []byte, b *bbolt.Bucket) error { return down([]string{string(k)}, b) })
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// record names a key by its way there.
type record struct{ bucket, key string }

func full(way []string, key []byte) record { return record{strings.Join(way, "/"), string(key)} }

func openBytes(t testing.TB, b []byte) *pages.File {
	t.Helper()
	f, err := pages.Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// gather is what Walk yields, in a map and in order.
func gather(t testing.TB, f *pages.File) (got map[record]string, order []record, err error) {
	t.Helper()
	got = map[record]string{}
	err = f.Walk(func(r pages.Record) error {
		k := full(r.Bucket, r.Key)
		got[k] = string(r.Value)
		order = append(order, k)
		return nil
	})
	return got, order, err
}

func each(t *testing.T, do func(t *testing.T, s shape, whole []byte, want map[record]string)) {
	for _, s := range shapes {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			whole, want := s.build(t, 7)
			do(t, s, whole, want)
		})
	}
}

func TestAWholeFileIsWhole(t *testing.T) {
	each(t, func(t *testing.T, s shape, whole []byte, _ map[record]string) {
		f := openBytes(t, whole)
		if err := f.Check(); err != nil {
			t.Error(err)
		}
		if got := f.Meta().PageSize; s.pageSize != 0 && got != int64(s.pageSize) {
			t.Errorf("a page has %d bytes, want %d", got, s.pageSize)
		}
		if m := f.Metas(); !m[0].Valid() || !m[1].Valid() || m[0].TxID == m[1].TxID {
			t.Errorf("meta pages: %+v", m)
		}
	})
}

func TestWalkReadsWhatBboltReads(t *testing.T) {
	each(t, func(t *testing.T, _ shape, whole []byte, want map[record]string) {
		got, order, err := gather(t, openBytes(t, whole))
		if err != nil || !maps.Equal(got, want) || len(order) != len(want) {
			t.Errorf("%d records in %d, want %d: %v", len(got), len(order), len(want), err)
		}
	})
}

func TestWalkKeepsToTheOrderOfTheKeys(t *testing.T) {
	whole, _ := shape{fill: func(f *filler) {
		for range 500 {
			f.commit(func(tx *bbolt.Tx) { f.put(f.bucket(tx, "drafts"), name(f.IntN(1000)), 300) })
		}
	}}.build(t, 1)
	_, order, err := gather(t, openBytes(t, whole))
	if err != nil || len(order) < 100 || !slices.IsSortedFunc(order, func(a, b record) int { return strings.Compare(a.key, b.key) }) {
		t.Errorf("%d keys: %v", len(order), err)
	}
}

// Without its meta pages a file still yields all that it holds.
func TestScanReadsWhatBboltReads(t *testing.T) {
	each(t, func(t *testing.T, s shape, whole []byte, want map[record]string) {
		page := int(openBytes(t, whole).Meta().PageSize)
		for _, ruined := range []bool{false, true} {
			b := bytes.Clone(whole)
			if ruined {
				clear(b[16:80])
				clear(b[page+16 : page+80])
			}
			f := openBytes(t, b)
			if f.Meta().Valid() == ruined {
				t.Fatal("the meta pages are not as they should be")
			}
			got := map[string]bool{}
			if err := f.Scan(func(r pages.Record) error {
				got[string(r.Key)+"="+string(r.Value)] = true
				return nil
			}); err != nil {
				t.Error(err)
			}
			for k, v := range want {
				if !got[k.key+"="+v] {
					t.Errorf("ruined %v: %.60q is missing", ruined, k.key)
				}
			}
		}
	})
}

func TestScanFindsWhatWasDeleted(t *testing.T) {
	whole, want := shape{fill: func(f *filler) {
		f.commit(func(tx *bbolt.Tx) { f.put(f.bucket(tx, "drafts"), "gone", 3000) })
		f.commit(func(tx *bbolt.Tx) { f.delete(f.bucket(tx, "drafts"), "gone") })
	}}.build(t, 1)
	found := 0
	if err := openBytes(t, whole).Scan(func(r pages.Record) error {
		if string(r.Key) == "gone" && len(r.Value) == 3000 && r.Bucket == nil {
			found++
		}
		return nil
	}); err != nil || found == 0 || len(want) != 0 {
		t.Errorf("found %d times: %v", found, err)
	}
}

func TestScanKnowsTheNameOfAnInlineBucket(t *testing.T) {
	whole, _ := shape{fill: func(f *filler) {
		f.commit(func(tx *bbolt.Tx) { f.put(f.bucket(tx, "notes"), "settings", 30) })
	}}.build(t, 1)
	found := 0
	if err := openBytes(t, whole).Scan(func(r pages.Record) error {
		if string(r.Key) == "settings" && slices.Equal(r.Bucket, []string{"notes"}) {
			found++
		}
		return nil
	}); err != nil || found != 1 {
		t.Errorf("found %d times: %v", found, err)
	}
}

func TestAnErrorOfTheReaderOfRecordsEndsTheReading(t *testing.T) {
	whole, want := shape{fill: mixed}.build(t, 1)
	f := openBytes(t, whole)
	enough := errors.New("enough")
	for what, read := range map[string]func(func(pages.Record) error) error{"walk": f.Walk, "scan": f.Scan} {
		n := 0
		err := read(func(pages.Record) error {
			if n++; n == len(want)/2 {
				return enough
			}
			return nil
		})
		if err != enough || n != len(want)/2 {
			t.Errorf("%s: %v after %d", what, err, n)
		}
	}
}

func TestAListOfMoreFreePagesThanItsHeaderCanCount(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 70 MB")
	}
	whole, want := shape{pageSize: 1 << 10, fill: func(f *filler) {
		f.commit(func(tx *bbolt.Tx) {
			b := f.bucket(tx, "drafts")
			big := make([]byte, 70<<20)
			if err := b.Put([]byte("big"), big); err != nil {
				f.t.Fatal(err)
			}
		})
		f.commit(func(tx *bbolt.Tx) { f.delete(f.bucket(tx, "drafts"), "big") })
		f.commit(func(tx *bbolt.Tx) { f.put(f.bucket(tx, "drafts"), "small", 500) })
	}}.build(t, 1)
	f := openBytes(t, whole)
	if err := f.Check(); err != nil {
		t.Error(err)
	}
	at := int64(f.Meta().Freelist) * f.Meta().PageSize
	if whole[at+10] != 0xff || whole[at+11] != 0xff {
		t.Error("the list is short: nothing was tested")
	}
	if got, _, err := gather(t, f); err != nil || !maps.Equal(got, want) {
		t.Errorf("%d records: %v", len(got), err)
	}
}
