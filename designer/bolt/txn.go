// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import "go.etcd.io/bbolt"

// txn is a transaction, and what it must know of the file.
type txn struct {
	*bbolt.Tx
	schema int
	// census is what the file counts: nil in a file older than that.
	census census
}

// drawer is the named bucket; what is put into it is counted.
func (t *txn) drawer(name string) (drawer, error) {
	d, err := openDrawer(t.Tx, name)
	d.tally = t.census[name]
	return d, err
}
