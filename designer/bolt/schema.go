// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"encoding/binary"
	"errors"

	"go.etcd.io/bbolt"

	"insignia/designer"
)

// schema is the layout that this program writes and the newest that it
// reads. A change that an older program would trip over raises it.
const schema = 1

const metaBucket = "meta"

var schemaKey = []byte("schema")

// layOut gives a new file its buckets and its schema number.
func layOut(tx *bbolt.Tx) error {
	for _, names := range [][]string{drafts.buckets(), issuers.buckets(), workshops.buckets(), {metaBucket}} {
		for _, n := range names {
			if _, err := tx.CreateBucketIfNotExists([]byte(n)); err != nil {
				return err
			}
		}
	}
	d, err := openDrawer(tx, metaBucket)
	if err != nil {
		return err
	}
	return d.put(schemaKey, binary.AppendUvarint(nil, schema))
}

// checkSchema refuses a file of another program and one of a newer program.
func checkSchema(tx *bbolt.Tx) error {
	if tx.Bucket([]byte(metaBucket)) == nil {
		return errNotAStore
	}
	d, err := openDrawer(tx, metaBucket)
	if err != nil {
		return err
	}
	v, err := d.get(schemaKey)
	if err != nil {
		return err
	}
	n, used := binary.Uvarint(v)
	switch {
	case used <= 0:
		return damaged(errors.New("no schema number"))
	case n > schema:
		return designer.ErrNewer
	}
	return nil
}
