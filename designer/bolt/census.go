// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"go.etcd.io/bbolt"
)

// A census says how many values each bucket holds and what all their digests
// come to. It is written in the transaction that changes a value, so that a
// page that is lost whole, with every value on it intact, cannot hide a badge:
// what is there then does not come to what was counted.
type census map[string]*tally

// tally is one bucket's part. The sum is the exclusive or of the values'
// digests: it does not ask for their order, and a value leaves it the way it
// came.
type tally struct {
	count uint64
	sum   [digestLen]byte
}

// censusKey is where the census lies in the meta bucket, which it leaves out:
// its few values are asked for by name.
var censusKey = []byte("census")

func (t *tally) add(v []byte) {
	t.count++
	t.xor(v)
}

func (t *tally) drop(v []byte) {
	t.count--
	t.xor(v)
}

// xor takes the digest of a sealed value in or out.
func (t *tally) xor(v []byte) {
	if len(v) < sealLen {
		return // damaged; the count tells
	}
	for i := range t.sum {
		t.sum[i] ^= v[1+i]
	}
}

func (c census) encode() []byte {
	var b []byte
	for _, name := range slices.Sorted(maps.Keys(c)) {
		b = append(binary.AppendUvarint(b, uint64(len(name))), name...)
		b = binary.AppendUvarint(b, c[name].count)
		b = append(b, c[name].sum[:]...)
	}
	return b
}

func parseCensus(b []byte) (census, error) {
	c := census{}
	for len(b) > 0 {
		n, used := binary.Uvarint(b)
		if used <= 0 || n > uint64(len(b)-used) {
			return nil, damaged(errCut)
		}
		name := string(b[used : used+int(n)])
		b = b[used+int(n):]
		count, used := binary.Uvarint(b)
		if used <= 0 || len(b)-used < digestLen {
			return nil, damaged(errCut)
		}
		c[name] = &tally{count, [digestLen]byte(b[used:])}
		b = b[used+digestLen:]
	}
	return c, nil
}

// readCensus is the census of a file.
func readCensus(tx *bbolt.Tx) (census, error) {
	d, err := openDrawer(tx, metaBucket)
	if err != nil {
		return nil, err
	}
	b, err := d.get(censusKey)
	if err == nil && b == nil {
		err = damaged(errors.New("no census"))
	}
	if err != nil {
		return nil, err
	}
	return parseCensus(b)
}

// recount makes the census of a file that has none.
func recount(tx *bbolt.Tx) (census, error) {
	c := census{}
	for _, name := range censused() {
		d, err := openDrawer(tx, name)
		if err != nil {
			return nil, err
		}
		t := &tally{}
		err = d.ForEach(func(_, v []byte) error {
			t.add(v)
			return nil
		})
		if err != nil {
			return nil, err
		}
		c[name] = t
	}
	return c, nil
}

// check counts the drawer and fails when it does not come to its census.
func (d drawer) check() error {
	var t tally
	err := d.ForEach(func(_, v []byte) error {
		t.add(v)
		return nil
	})
	if err != nil {
		return err
	}
	return d.whole(t)
}

// censused are the names of the buckets in the census.
func censused() []string {
	return slices.Concat(drafts.buckets(), issuers.buckets(), workshops.buckets())
}
