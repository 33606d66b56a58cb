// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"time"

	"go.etcd.io/bbolt"
)

// What stays of the versions before the present one: the newest all, of the
// older ones the last of each ten minutes.
const (
	keepAll = 20
	keepOne = 10 * time.Minute
)

// thin takes away what the version just put pushed out. Each save pushes one
// version over the edge of the newest, and that one makes the version before
// it needless when both fall into the same ten minutes: at most one is ever
// to be taken away, and only keys are read.
// A version with a name stays.
func (d drawers) thin(id string) error {
	c := d.versions.Cursor()
	k := newest(c, id)
	for range keepAll + 1 { // and the present one
		k = prev(c, k, id)
	}
	old := prev(c, k, id)
	if old == nil || !keyTime(old).Truncate(keepOne).Equal(keyTime(k).Truncate(keepOne)) {
		return nil
	}
	if d.names.Get(nameOf(id, keyRevision(old))) != nil {
		return nil
	}
	return d.versions.remove(old)
}

// newest moves to the last version of id and returns its key, nil if there is
// none.
func newest(c *bbolt.Cursor, id string) []byte {
	k, _ := c.Seek(append([]byte(id), 0xff))
	if k == nil {
		k, _ = c.Last()
	} else {
		k, _ = c.Prev()
	}
	return ofID(k, id)
}

// prev moves to the version before the one at k, nil if there is none.
func prev(c *bbolt.Cursor, k []byte, id string) []byte {
	if k == nil {
		return nil
	}
	k, _ = c.Prev()
	return ofID(k, id)
}

func ofID(k []byte, id string) []byte {
	if len(k) != keyLen || string(k[:idLen]) != id {
		return nil
	}
	return k
}
