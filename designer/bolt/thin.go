// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"time"

	"go.etcd.io/bbolt"
)

// What stays of the past of a record: the newest versions all, older ones
// the last of each ten minutes.
const (
	keepAll = 20
	keepOne = 10 * time.Minute
)

// thin takes away what the version just put into the past pushed out. Each
// save pushes one version over the edge of the newest, and that one makes the
// version before it needless when both fall into the same ten minutes: at
// most one is ever to be taken away, and only keys are read.
func thin(past *bbolt.Bucket, id string) error {
	c := past.Cursor()
	k := lastOf(c, id)
	for range keepAll {
		if k == nil {
			return nil
		}
		k = prevOf(c, id)
	}
	if k == nil {
		return nil
	}
	slot := pastTime(k).Truncate(keepOne)
	if k = prevOf(c, id); k == nil || !pastTime(k).Truncate(keepOne).Equal(slot) {
		return nil
	}
	return past.Delete(bytes.Clone(k))
}

// lastOf moves to the newest version in the past of id, nil if there is none.
func lastOf(c *bbolt.Cursor, id string) []byte {
	beyond := append([]byte(id), 0xff)
	if k, _ := c.Seek(beyond); k == nil {
		k, _ = c.Last()
		return ofID(k, id)
	}
	return prevOf(c, id)
}

// prevOf moves to the version before, nil if there is none.
func prevOf(c *bbolt.Cursor, id string) []byte {
	k, _ := c.Prev()
	return ofID(k, id)
}

func ofID(k []byte, id string) []byte {
	if len(k) != pastLen || string(k[:idLen]) != id {
		return nil
	}
	return k
}
