// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"context"
)

// noteKey is where a note lies in the meta bucket, away from the store's own.
func noteKey(name string) []byte { return []byte("note:" + name) }

// Note implements designer.Store.
func (s *Store) Note(ctx context.Context, name string) ([]byte, error) {
	var note []byte
	err := s.hold.read(ctx, func(tx *txn) error {
		d, err := tx.drawer(metaBucket)
		if err != nil {
			return err
		}
		b, err := d.get(noteKey(name))
		note = bytes.Clone(b)
		return err
	})
	return note, err
}

// SetNote implements designer.Store.
func (s *Store) SetNote(ctx context.Context, name string, note []byte) error {
	return s.hold.write(ctx, func(tx *txn) error {
		d, err := tx.drawer(metaBucket)
		switch {
		case err != nil:
			return err
		case note == nil:
			return d.Delete(noteKey(name))
		}
		return d.put(noteKey(name), note)
	})
}
