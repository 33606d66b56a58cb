// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"errors"

	"go.etcd.io/bbolt"

	"insignia/designer"
)

// schema is the layout that this program writes and the newest that it
// reads. A change that an older program would trip over raises it.
//
//	1  drafts and issuers
//	2  workshops; lines tell the saves, and a draft's workshop and forkOf;
//	   the file has a name
//	3  lines tell the visit; versions have names; a census counts it all
const schema = 3

// The first schemas that have it.
const (
	savesSince  = 2
	visitSince  = 3
	namesSince  = 3
	countsSince = 3
)

const metaBucket = "meta"

var (
	schemaKey = []byte("schema")
	nameKey   = []byte("name")
)

// layOut gives a new file its buckets, its name, its census and its schema
// number, and an older one what it lacks of them.
func layOut(tx *bbolt.Tx) error {
	for _, n := range append(censused(), metaBucket) {
		if _, err := tx.CreateBucketIfNotExists([]byte(n)); err != nil {
			return err
		}
	}
	d, err := openDrawer(tx, metaBucket)
	if err != nil {
		return err
	}
	if was, err := d.get(nameKey); err != nil {
		return err
	} else if was == nil {
		var name [4]byte
		rand.Read(name[:]) // never fails since Go 1.24
		if err := d.put(nameKey, hex.AppendEncode(nil, name[:])); err != nil {
			return err
		}
	}
	c, err := recount(tx)
	if err != nil {
		return err
	}
	if err := d.put(censusKey, c.encode()); err != nil {
		return err
	}
	return d.put(schemaKey, binary.AppendUvarint(nil, schema))
}

// readSchema returns the file's schema number, and refuses a file of another
// program and one of a newer program.
func readSchema(tx *bbolt.Tx) (int, error) {
	if tx.Bucket([]byte(metaBucket)) == nil {
		return 0, errNotAStore
	}
	d, err := openDrawer(tx, metaBucket)
	if err != nil {
		return 0, err
	}
	v, err := d.get(schemaKey)
	if err != nil {
		return 0, err
	}
	n, used := binary.Uvarint(v)
	switch {
	case used <= 0 || n == 0:
		return 0, damaged(errors.New("no schema number"))
	case n > schema:
		return 0, designer.ErrNewer
	}
	return int(n), nil
}
