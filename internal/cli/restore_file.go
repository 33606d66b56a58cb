// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"insignia/designer"
	"insignia/designer/bolt"
	"insignia/designer/gather"
)

// isFile reports whether what was named is a file rather than a badge: an id
// has neither a dot nor a folder.
func isFile(name string) bool {
	return strings.ContainsRune(name, '.') || filepath.Base(name) != name
}

// restoreFile brings in what a backup has: what is not here with all its
// versions, and what is both here and there as gathering does.
func (a *app) restoreFile(ctx context.Context, path string) error {
	if _, err := a.badges(); err != nil {
		return err
	}
	if a.own(path) {
		return refuse("gather-self")
	}
	dir, err := os.MkdirTemp("", "insignia-restore-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	temp := filepath.Join(dir, storeName)
	if err := duplicate(path, temp); err != nil {
		return pulled(err, path)
	}
	ids, err := a.graft(ctx, temp)
	if err != nil {
		return renamed(err, temp, path)
	}
	p, unread := a.copied(ctx, temp)
	for _, u := range unread {
		return renamed(u.Err, temp, path)
	}
	g := gathered{}
	if g.Report, err = gather.Into(ctx, a.store, p); err != nil {
		return err
	}
	for _, all := range [][]gather.Entry{g.Badges, g.Workshops} {
		for i := range all {
			if slices.Contains(ids, all[i].ID) {
				all[i].Fate = gather.New
			}
		}
	}
	for _, line := range g.lines(a.words()) {
		a.print(line)
	}
	return nil
}

// graft brings in the records of a copied store that are not here.
func (a *app) graft(ctx context.Context, path string) ([]string, error) {
	from, err := bolt.Open(path, bolt.Clock(a.Now), bolt.AsItIs())
	if err != nil {
		return nil, err
	}
	defer from.Close()
	// A damaged record is told before anything is brought in: gathering
	// brings what can be read of it.
	ids, err := a.store.(*bolt.Store).Graft(ctx, from)
	if errors.Is(err, designer.ErrDamaged) {
		return nil, refuse("damaged-backup", "path", path)
	}
	return ids, err
}
