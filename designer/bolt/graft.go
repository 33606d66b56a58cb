// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"strings"

	"go.etcd.io/bbolt"

	"insignia/designer"
)

// BackUp writes a copy of the whole store to path, whole or not at all, and
// reads it again. What is at path already stays, and is the error
// fs.ErrExist.
func (s *Store) BackUp(ctx context.Context, path string) error {
	return s.hold.do(ctx, func(db *bbolt.DB) error {
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			return s.elsewhere(path, errors.Join(err, fs.ErrExist))
		}
		return s.elsewhere(path, copyTo(db, path, audit))
	})
}

// elsewhere is an error about another file than the store's.
func (s *Store) elsewhere(path string, err error) error {
	if err == nil || errors.Is(err, designer.ErrDamaged) {
		return err
	}
	return &designer.Error{Code: designer.ErrUnavailable.Code, Args: designer.Args{"path": path}, Err: err}
}

// Graft brings in every record of another store that this one knows nothing
// of, with its versions, their names, and the deletion of deleted ones; and
// each note that this one has none of. It returns the ids that were not here.
// What both have is for designer/gather.
//
// The other store is brought up to date, so it should be a copy.
func (s *Store) Graft(ctx context.Context, from *Store) ([]string, error) {
	type value struct {
		bucket string
		key, v []byte
	}
	var all []value
	// A save that changes nothing brings an older file up to date.
	if err := from.hold.write(ctx, func(*txn) error { return nil }); err != nil {
		return nil, err
	}
	err := from.hold.read(ctx, func(tx *txn) error {
		all = nil
		for _, name := range append(censused(), metaBucket) {
			d, err := tx.drawer(name)
			if err != nil {
				return err
			}
			err = d.ForEach(func(k, v []byte) error {
				payload, err := unseal(name, k, v)
				if err != nil {
					return err
				}
				if name != metaBucket || strings.HasPrefix(string(k), string(noteKey(""))) {
					all = append(all, value{name, bytes.Clone(k), bytes.Clone(payload)})
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var ids []string
	err = s.hold.write(ctx, func(tx *txn) error {
		ids = nil
		fresh := map[string]bool{}
		for _, k := range [][2]string{{drafts.lines(), drafts.gone()}, {workshops.lines(), workshops.gone()}, {issuers.lines(), issuers.gone()}} {
			var here [2]drawer
			for i, name := range k {
				var err error
				if here[i], err = tx.drawer(name); err != nil {
					return err
				}
			}
			for _, v := range all {
				if (v.bucket == k[0] || v.bucket == k[1]) && here[0].Get(v.key) == nil && here[1].Get(v.key) == nil {
					fresh[shelfOf(v.bucket)+string(v.key)] = true
					ids = append(ids, string(v.key))
				}
			}
		}
		for _, v := range all {
			d, err := tx.drawer(v.bucket)
			if err != nil {
				return err
			}
			switch {
			case v.bucket == metaBucket:
				if d.Get(v.key) != nil {
					continue
				}
			case len(v.key) < idLen || !fresh[shelfOf(v.bucket)+string(v.key[:idLen])]:
				continue
			}
			if err := d.put(v.key, v.v); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return ids, nil
}

// shelfOf is the name of the shelf that a bucket belongs to.
func shelfOf(bucket string) string {
	name, _, _ := strings.Cut(bucket, ".")
	return name
}
