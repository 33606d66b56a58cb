// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"context"
	"errors"
	"time"

	"insignia/designer"
	"insignia/designer/mirror"
)

// mirrorSuffix is of the folder with the plain files.
const mirrorSuffix = ".mirror"

// Tend implements designer.Tender. The plain files follow before anything is
// taken out for good, so that the file of a deleted record goes too.
func (s *Store) Tend(ctx context.Context) error {
	s.hold.saved.Store(false)
	_, mirrored := mirror.Sync(ctx, s, s.hold.path+mirrorSuffix)
	return errors.Join(s.backup(ctx), mirrored, s.purge(ctx))
}

// Untended implements designer.Tender.
func (s *Store) Untended() bool { return s.hold.saved.Load() }

var _ designer.Tender = (*Store)(nil)

// purge takes out what was deleted long ago.
func (s *Store) purge(ctx context.Context) error {
	before := s.drafts.time().Add(-designer.KeepGone)
	return errors.Join(s.drafts.purge(ctx, before), s.issuers.purge(ctx, before), s.workshops.purge(ctx, before))
}

func (s *shelf[T, S]) purge(ctx context.Context, before time.Time) error {
	var due []string
	err := s.hold.read(ctx, func(tx *txn) (err error) {
		due, err = s.due(tx, before)
		return err
	})
	if err != nil || len(due) == 0 {
		return err
	}
	return s.hold.write(ctx, func(tx *txn) error {
		// Another program may have brought one back meanwhile.
		due, err := s.due(tx, before)
		if err != nil {
			return err
		}
		d, err := s.drawers(tx)
		if err != nil {
			return err
		}
		for _, id := range due {
			for _, in := range []drawer{d.versions, d.names, d.gone} {
				if err := in.removeAll([]byte(id)); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// due are the ids of what was deleted before that time.
func (s *shelf[T, S]) due(tx *txn, before time.Time) ([]string, error) {
	d, err := s.drawers(tx)
	if err != nil || d.absent() {
		return nil, err
	}
	var ids []string
	err = d.gone.ForEach(func(k, v []byte) error {
		b, err := unseal(d.gone.name, k, v)
		if err != nil {
			return err
		}
		at, _, err := cutGone(b)
		if err == nil && at.Before(before) {
			ids = append(ids, string(k))
		}
		return err
	})
	return ids, err
}

// removeAll takes out every value whose key begins so.
func (d drawer) removeAll(prefix []byte) error {
	var keys [][]byte // a bucket may not change under its cursor
	c := d.Cursor()
	for k, _ := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, _ = c.Next() {
		keys = append(keys, bytes.Clone(k))
	}
	for _, k := range keys {
		if err := d.remove(k); err != nil {
			return err
		}
	}
	return nil
}
