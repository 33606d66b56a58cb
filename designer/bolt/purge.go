// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"context"
	"encoding/binary"
	"slices"
	"time"

	"insignia/designer"
)

// What was deleted goes for good once its time was up on three days on which
// the program was used: a clock that is wrong for a day costs nobody a badge.
const purgeDays = 3

// overdueKey is where the last of those days are kept.
var overdueKey = []byte("overdue")

// purge takes out what was deleted longer than designer.KeepGone ago.
func (s *Store) purge(ctx context.Context) error {
	now := s.drafts.time()
	before := now.Add(-designer.KeepGone)
	find := func(tx *txn) (due bool, err error) {
		for _, shelf := range []interface {
			due(*txn, time.Time) ([]string, error)
		}{drafts, issuers, workshops} {
			ids, err := shelf.due(tx, before)
			if err != nil || len(ids) > 0 {
				return true, err
			}
		}
		return false, nil
	}
	var days []time.Time
	var due, known bool
	err := s.hold.read(ctx, func(tx *txn) error {
		d, err := tx.drawer(metaBucket)
		if err != nil {
			return err
		}
		if days, err = readDays(d); err != nil {
			return err
		}
		known = len(days) > 0 && sameDay(days[len(days)-1], now)
		due, err = find(tx)
		return err
	})
	if err != nil || due && known && len(days) < purgeDays || !due && len(days) == 0 {
		return err
	}
	return s.hold.write(ctx, func(tx *txn) error {
		d, err := tx.drawer(metaBucket)
		if err != nil {
			return err
		}
		// Another program may have brought something back meanwhile.
		switch due, err := find(tx); {
		case err != nil:
			return err
		case !due:
			return d.remove(overdueKey)
		}
		if !known {
			days = append(days, now)
			days = days[max(0, len(days)-purgeDays):]
			if err := d.put(overdueKey, writeDays(days)); err != nil {
				return err
			}
		}
		if len(days) < purgeDays {
			return nil
		}
		before := slices.MinFunc(days, time.Time.Compare).Add(-designer.KeepGone)
		for _, shelf := range []interface {
			purge(*txn, time.Time) error
		}{drafts, issuers, workshops} {
			if err := shelf.purge(tx, before); err != nil {
				return err
			}
		}
		return nil
	})
}

func sameDay(a, b time.Time) bool { return a.Format(time.DateOnly) == b.Format(time.DateOnly) }

// readDays reads the days on which something was overdue, in milliseconds.
func readDays(d drawer) ([]time.Time, error) {
	b, err := d.get(overdueKey)
	var days []time.Time
	for ; len(b) >= 8; b = b[8:] {
		days = append(days, time.UnixMilli(int64(binary.BigEndian.Uint64(b))).UTC())
	}
	return days, err
}

func writeDays(days []time.Time) []byte {
	var b []byte
	for _, d := range days {
		b = binary.BigEndian.AppendUint64(b, uint64(d.UnixMilli()))
	}
	return b
}

// purge takes out what was deleted before that time, with all of it.
func (k kind[T, S]) purge(tx *txn, before time.Time) error {
	due, err := k.due(tx, before)
	if err != nil || len(due) == 0 {
		return err
	}
	d, err := k.drawers(tx)
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
}

// due are the ids of what was deleted before that time.
func (k kind[T, S]) due(tx *txn, before time.Time) ([]string, error) {
	d, err := k.drawers(tx)
	if err != nil || d.absent() {
		return nil, err
	}
	var ids []string
	err = d.gone.ForEach(func(key, v []byte) error {
		b, err := unseal(d.gone.name, key, v)
		if err != nil {
			return err
		}
		at, _, err := cutGone(b)
		if err == nil && at.Before(before) {
			ids = append(ids, string(key))
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
