// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"insignia/designer"
	"insignia/designer/bolt/pages"
)

// Copies of the store lie in a folder beside it, named by their time.
const (
	backupsSuffix = ".backups"
	backupForm    = "2006-01-02T15-04-05Z"
	backupEvery   = 10 * time.Minute
	// Ten are kept: the newest ones, and of those before them the last of
	// each day. Fewer when they take more room than this.
	keepNewest = 5
	keepDays   = 5
	keepBytes  = 256 << 20
)

// backup is one copy, whole and checked when it was made.
type backup struct {
	path string
	at   time.Time
	size int64
}

// backups are the copies of the store at path, the newest first.
func backups(path string) ([]backup, error) {
	dir := path + backupsSuffix
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var out []backup
	for _, e := range entries {
		at, err := time.Parse(backupForm, strings.TrimSuffix(e.Name(), ".db"))
		if err != nil || !e.Type().IsRegular() {
			continue // not one of ours
		}
		fi, err := e.Info()
		if err != nil {
			continue // taken away by another program
		}
		out = append(out, backup{filepath.Join(dir, e.Name()), at, fi.Size()})
	}
	slices.SortFunc(out, func(a, b backup) int { return b.at.Compare(a.at) })
	return out, err
}

// backup makes a copy unless the newest one is young or nothing has changed
// since it was made.
func (s *Store) backup(ctx context.Context) error {
	all, err := backups(s.hold.path)
	if err != nil {
		return s.hold.fail(designer.ErrUnavailable, "", err)
	}
	now := s.drafts.time()
	if len(all) > 0 {
		if age := now.Sub(all[0].at); age >= 0 && age < backupEvery || unchanged(s.hold.path, all[0].path) {
			return nil
		}
	}
	path := filepath.Join(s.hold.path+backupsSuffix, now.Format(backupForm)+".db")
	err = s.hold.do(ctx, func(db *bbolt.DB) error { return copyTo(db, path, audit) })
	if err != nil {
		return err
	}
	return prune(s.hold.path)
}

// unchanged reports whether two files stand at the same transaction. One that
// was compacted counts its transactions anew, but has other pages.
func unchanged(a, b string) bool {
	at, ok := standsAt(a)
	bt, same := standsAt(b)
	return ok && same && at == bt
}

func standsAt(path string) (pages.Meta, bool) {
	f, err := os.Open(path)
	if err != nil {
		return pages.Meta{}, false
	}
	defer f.Close()
	p, err := readPages(f)
	if err != nil || !p.Meta().Valid() {
		return pages.Meta{}, false
	}
	return p.Meta(), true
}

// copyTo writes the store to path, whole or not at all: under another name
// first, made durable and read again with check.
func copyTo(db *bbolt.DB, path string, check func(*os.File) error) error {
	dir := filepath.Dir(path)
	if err := makeDir(dir); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".copy-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	err = db.View(func(tx *bbolt.Tx) error {
		_, err := tx.WriteTo(f)
		return err
	})
	if err = errors.Join(err, f.Sync()); err != nil {
		return err
	}
	if err := check(f); err != nil {
		return fmt.Errorf("copy: %w", err)
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	return syncDir(dir)
}

// prune takes away the copies that are not kept.
func prune(path string) error {
	all, err := backups(path)
	if err != nil {
		return err
	}
	kept, room := 0, int64(keepBytes)
	days := map[string]bool{}
	for i, b := range all {
		day := b.at.Format(time.DateOnly)
		keep := i == 0 || room >= b.size && (i < keepNewest || !days[day] && kept < keepNewest+keepDays)
		days[day] = true
		if keep {
			kept++
			room -= b.size
			continue
		}
		if err := os.Remove(b.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
