// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"context"
	"encoding/binary"

	"insignia/designer"
)

// nameOf is the key of a version's name.
func nameOf(id string, revision int) []byte {
	return binary.BigEndian.AppendUint64([]byte(id), uint64(revision))
}

// Checkpoint implements designer.Shelf.
func (s *shelf[T, S]) Checkpoint(ctx context.Context, id string, revision int, name string) error {
	return s.hold.write(ctx, func(tx *txn) error {
		d, err := s.drawers(tx)
		if err != nil {
			return err
		}
		if _, _, err := d.present(id); err != nil {
			return err
		}
		c := d.versions.Cursor()
		if k, _ := c.Seek(nameOf(id, revision)); ofID(k, id) == nil || keyRevision(k) != revision {
			return fail(designer.ErrNotFound, id)
		}
		if name == "" {
			return d.names.remove(nameOf(id, revision))
		}
		return d.names.put(nameOf(id, revision), []byte(name))
	})
}

// Checkpoints implements designer.Shelf.
func (s *shelf[T, S]) Checkpoints(ctx context.Context, id string) (map[int]string, error) {
	names := map[int]string{}
	err := s.hold.read(ctx, func(tx *txn) error {
		d, err := s.drawers(tx)
		if err != nil {
			return err
		}
		if _, _, err := d.present(id); err != nil {
			return err
		}
		if d.names.Bucket == nil {
			return nil
		}
		c := d.names.Cursor()
		for k, v := c.Seek([]byte(id)); begins(k, id) && len(k) == idLen+8; k, v = c.Next() {
			b, err := unseal(d.names.name, k, v)
			if err != nil {
				return err
			}
			names[int(binary.BigEndian.Uint64(k[idLen:]))] = string(b)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return names, nil
}
