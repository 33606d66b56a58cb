// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package mirror keeps a store's badges, workshops and issuers as plain files
// in a folder, one each, that people can read and "insignia import" takes back.
//
//	badges/bike-repair-buddy.1f3a6c1e-53a8-4d0e-9d1b-7f6a2c3b4d5e.json
//	workshops/…
//	issuers/…
//
// The store is the authority, never the folder: files follow it, and are read
// only to make a damaged store again. A file ends with a checksum of the rest
// of it, so that one that was edited, or that a disk has spoiled, is told from
// one that the program wrote.
//
// Whatever the store did not write is not the folder's to lose. A file that
// somebody edited, or that is newer than the store, is moved aside before
// another takes its place: name.id.aside-TIME.json. Files with other names stay
// as they are, and so does the file of a badge that the store knows nothing of:
// only what was deleted there is taken out here.
//
// The package knows files and folders, and refuses to know how a store keeps
// things, when there is time for a mirror, and words.
package mirror

import (
	"context"
	"errors"
	"os"
	"slices"
	"time"

	"insignia/designer"
)

// Report is what Sync did, in files.
type Report struct {
	Written int // new or changed
	Removed int // of what was deleted
	Kept    int // as they were
	Aside   int // moved out of the way, for not being as the store wrote them
}

// maxErrors is how many files may fail before the rest is not tried: a full
// disk takes none of them.
const maxErrors = 20

// Sync makes the folder dir say what the store says, and makes the folder
// where there is none. Each file is written whole beside its place and then
// moved there, so that a killed program leaves no half of one. Where nothing
// has changed no file is opened: a file has the time of the record it is of.
//
// It stops between two files when ctx ends. A file that cannot be written does
// not keep the others from it; those errors are joined, *fs.PathError with the
// whole path, and after twenty of them ErrRest. What the store refuses to read is its own error, and the file of
// that record stays as it is.
//
// Several programs may do this at once: the worst is a file a save behind,
// until the next time.
func Sync(ctx context.Context, store designer.Store, dir string) (Report, error) {
	return sync(ctx, store, dir, outside{now: time.Now, at: func(string) {}})
}

// outside is what a Sync has from elsewhere: the time, and somebody to tell at
// each step of writing a file.
type outside struct {
	now func() time.Time
	at  func(step string)
}

func sync(ctx context.Context, store designer.Store, dir string, o outside) (Report, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Report{}, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Report{}, err
	}
	defer root.Close()
	s := syncing{outside: o, ctx: ctx, root: root, dir: dir}
	err = follow(&s, badges, store.Drafts())
	if err == nil {
		err = follow(&s, workshops, store.Workshops())
	}
	if err == nil {
		err = follow(&s, issuers, store.Issuers())
	}
	return s.report, errors.Join(append(s.failed, err)...)
}

// syncing is one Sync under way.
type syncing struct {
	outside
	ctx    context.Context
	root   *os.Root
	dir    string
	report Report
	failed []error
}

// fail notes what one file met, and says whether to go on.
func (s *syncing) fail(err error) error {
	if err == nil {
		return nil
	}
	if s.failed = append(s.failed, err); len(s.failed) >= maxErrors {
		return ErrRest
	}
	return nil
}

// follow brings the files of one shelf up to date.
func follow[T, S any](s *syncing, k kind[T, S], shelf designer.Shelf[T, S]) error {
	list, err := shelf.List(s.ctx, designer.Page{})
	if err != nil {
		return err
	}
	f, err := openFolder(s, k.folder, len(list) > 0)
	if f == nil {
		return err
	}
	defer f.close()
	here, err := f.files()
	if err != nil {
		return err
	}
	for _, line := range list {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		id, updated := k.key(line)
		names := here[id]
		delete(here, id)
		if len(names) == 1 && f.dated(names[0], updated) {
			s.report.Kept++
			continue
		}
		v, err := shelf.Get(s.ctx, id)
		switch {
		case errors.Is(err, designer.ErrNotFound): // deleted just now
			continue
		case errors.Is(err, designer.ErrDamaged):
			err = s.fail(err)
		case err == nil:
			err = s.fail(k.bring(f, v, names))
		}
		if err != nil {
			return err
		}
	}
	if len(here) == 0 {
		return nil
	}
	gone, err := shelf.Gone(s.ctx)
	if err != nil {
		return err
	}
	for _, g := range gone {
		m := *k.meta(&g.Was)
		for _, name := range here[m.ID] {
			if err := s.ctx.Err(); err != nil {
				return err
			}
			if err := s.fail(f.retire(name, m)); err != nil {
				return err
			}
		}
	}
	return nil
}

// bring makes v's file say what v says. Names are the files that carry its
// id: more than one where a program was killed while it renamed.
func (k kind[T, S]) bring(f *folder, v T, names []string) error {
	m := *k.meta(&v)
	data, err := k.encode(v)
	if err != nil {
		return err
	}
	name := fileName(k.title(v), k.unnamed, m.ID)
	same := false
	if slices.Contains(names, name) {
		if same, err = f.holds(name, data); err != nil {
			return err
		}
		if !same {
			if err := f.clear(name, m); err != nil {
				return err
			}
		}
	}
	if same {
		f.report.Kept++
	} else if err := f.put(name, data); err != nil {
		return err
	} else {
		f.report.Written++
	}
	f.date(name, m.Updated)
	for _, other := range names {
		if other == name {
			continue
		}
		// The other is no second badge: the file has got another name.
		if err := f.discard(other, m); err != nil {
			return err
		}
	}
	return nil
}
