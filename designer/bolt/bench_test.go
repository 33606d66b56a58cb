// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"insignia/designer"
)

const neighbours = 30 // a workshop's worth of drafts around the one that is saved

// sized is a draft whose JSON is about n bytes long.
func sized(n int) designer.Draft {
	d := designer.New("en")
	d.Name, d.Kind, d.Issuer.Name = "Community cook", designer.KindSkill, "Neighbourhood house"
	d.Description = strings.Repeat("Plan a menu for twelve. ", n/24)
	return d
}

// bare is a bbolt file that is kept open and checks nothing, with one value
// of the same size a draft.
type bare struct {
	*bbolt.DB
	key, value []byte
}

func openBare(b *testing.B, size int) bare {
	b.Helper()
	db, err := bbolt.Open(filepath.Join(b.TempDir(), "bare.db"), 0o600, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	var last bare
	for range neighbours {
		d := sized(size)
		v, err := json.Marshal(d)
		if err != nil {
			b.Fatal(err)
		}
		last = bare{db, []byte(d.ID), v}
		last.put(b)
	}
	return last
}

func (p bare) put(b *testing.B) {
	err := p.Update(func(tx *bbolt.Tx) error {
		bucket, err := tx.CreateBucketIfNotExists([]byte("drafts"))
		if err != nil {
			return err
		}
		return bucket.Put(p.key, p.value)
	})
	if err != nil {
		b.Fatal(err)
	}
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

var sizes = []int{2 << 10, 20 << 10}

// BenchmarkBarePut is the floor: what a disk and bbolt take for one durable
// put.
func BenchmarkBarePut(b *testing.B) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("%dKiB", size>>10), func(b *testing.B) {
			p := openBare(b, size)
			for b.Loop() {
				p.put(b)
			}
		})
	}
}

// BenchmarkSave saves a draft over and over, which thins its history each
// time, and in turns with it makes a bare put. The promise is x-bare < 2:
// both are medians of this run, so that a busy disk hits both.
func BenchmarkSave(b *testing.B) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("%dKiB", size>>10), func(b *testing.B) {
			p := openBare(b, size)
			s := open(b, filepath.Join(b.TempDir(), "badges.db"))
			var d designer.Draft
			var err error
			for n := range 2 * neighbours {
				if n < neighbours {
					d = sized(size)
				}
				if d, err = s.Drafts().Put(ctx, d); err != nil {
					b.Fatal(err)
				}
			}
			var saves, puts []time.Duration
			for b.Loop() {
				t0 := time.Now()
				p.put(b)
				t1 := time.Now()
				if d, err = s.Drafts().Put(ctx, d); err != nil {
					b.Fatal(err)
				}
				puts, saves = append(puts, t1.Sub(t0)), append(saves, time.Since(t1))
			}
			save, put := median(saves), median(puts)
			b.ReportMetric(float64(save.Nanoseconds()), "save-p50-ns")
			b.ReportMetric(float64(saves[len(saves)*99/100].Nanoseconds()), "save-p99-ns")
			b.ReportMetric(float64(put.Nanoseconds()), "bare-p50-ns")
			b.ReportMetric(float64(save)/float64(put), "x-bare")
			b.ReportMetric(0, "ns/op") // of both together: says nothing
		})
	}
}

// BenchmarkSaveNowAndThen is a save that has to open the file first, as when
// somebody types.
func BenchmarkSaveNowAndThen(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "badges.db"))
	d, err := s.Drafts().Put(ctx, sized(2<<10))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		b.StopTimer()
		s.hold.tired()
		b.StartTimer()
		if d, err = s.Drafts().Put(ctx, d); err != nil {
			b.Fatal(err)
		}
	}
}

// tenThousand is a store with that many drafts of 2 KiB.
func tenThousand(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "badges.db")
	s := open(b, path)
	now := s.drafts.time()
	err := s.hold.write(ctx, func(tx *txn) error {
		d, err := s.drafts.drawers(tx)
		if err != nil {
			return err
		}
		for range 10_000 {
			v := sized(2 << 10)
			v.Revision, v.Created, v.Updated = 1, now, now
			body, err := json.Marshal(v)
			if err != nil {
				return err
			}
			if err := s.drafts.place(d, v.ID, head{1, now, now}, "", v, body); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkList10k lists them all; below 10 ms is the aim.
func BenchmarkList10k(b *testing.B) {
	s := open(b, tenThousand(b))
	b.ReportAllocs()
	for b.Loop() {
		if list, err := s.Drafts().List(ctx, designer.Page{}); err != nil || len(list) != 10_000 {
			b.Fatal(len(list), err)
		}
	}
}

// BenchmarkOpen10k is what the first screen waits for: open a full store and
// list a page.
func BenchmarkOpen10k(b *testing.B) {
	path := tenThousand(b)
	for b.Loop() {
		s, err := Open(path)
		if err != nil {
			b.Fatal(err)
		}
		if list, err := s.Drafts().List(ctx, designer.Page{Limit: 50}); err != nil || len(list) != 50 {
			b.Fatal(len(list), err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCreate is the very first start: a store where there was none.
func BenchmarkCreate(b *testing.B) {
	dir := b.TempDir()
	for n := 0; b.Loop(); n++ {
		s, err := Open(filepath.Join(dir, fmt.Sprint(n), "badges.db"))
		if err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}
