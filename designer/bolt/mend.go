// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"insignia/designer"
	"insignia/designer/bolt/pages"
	"insignia/designer/mirror"
)

// A damaged file is moved aside under this name and the time, and a report
// laid beside it.
const (
	asideSuffix = ".damaged-"
	asideForm   = "20060102T150405Z"
)

var globSpecial = strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`)

// escapeGlob is a path as a pattern that only it fits. Windows has no escapes
// in patterns, and no such signs in names but brackets.
func escapeGlob(path string) string {
	if filepath.Separator == '\\' {
		return path
	}
	return globSpecial.Replace(path)
}

// mend makes the store again from all that is left of it: the newest copy that
// is whole, every value of the damaged file that passes its checksum, and the
// plain files beside it. The damaged file is moved aside as it is. It reports
// false when there was nothing to mend: another program was quicker, or the
// damage was none.
//
// The caller has the turn, and the file is not open.
func (h *hold) mend(ctx context.Context, why error, late <-chan time.Time) (bool, error) {
	f, err := h.seize(ctx, late)
	if err != nil {
		return false, err
	}
	if f != nil {
		defer f.Close()
		defer unlock(f)
		switch err := audit(f); {
		case err == nil:
			return false, nil
		case !errors.Is(err, designer.ErrDamaged):
			return false, h.judge(err)
		}
	}
	report := designer.Mending{At: time.Now().UTC().Truncate(time.Second), Path: h.path, Why: fmt.Sprint(why), Found: []designer.Found{}}
	left, err := h.gather(f, &report)
	if err != nil {
		return false, err
	}
	temp, err := h.rebuild(left, &report)
	if temp != "" {
		defer os.Remove(temp)
	}
	if err != nil {
		return false, h.fail(designer.ErrDamaged, "", err)
	}
	if err := h.replace(f, temp, &report); err != nil {
		return false, h.fail(designer.ErrDamaged, "", err)
	}
	h.reports = append(h.reports, report)
	return true, nil
}

// seize opens the file at the path with bbolt's lock on it, so that nobody
// saves into what is about to be moved aside. nil is a file that is gone.
func (h *hold) seize(ctx context.Context, late <-chan time.Time) (*os.File, error) {
	for {
		fi, err := os.Stat(h.path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, nil
		case err != nil:
			return nil, h.fail(designer.ErrUnavailable, "", err)
		case !fi.Mode().IsRegular():
			return nil, h.fail(errNotAStore, "", nil)
		}
		f, err := os.OpenFile(h.path, os.O_RDWR, 0)
		if err != nil {
			return nil, h.fail(designer.ErrUnavailable, "", err)
		}
		got, err := lock(f)
		if err != nil {
			f.Close()
			return nil, h.fail(designer.ErrUnavailable, "", err)
		}
		if got {
			if h.still(f) {
				return f, nil
			}
			unlock(f)
		}
		f.Close()
		select {
		case <-time.After(tryEach):
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-late:
			return nil, h.fail(designer.ErrBusy, "", nil)
		}
	}
}

// still reports whether f is what the path names.
func (h *hold) still(f *os.File) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(h.path)
	return err == nil && os.SameFile(a, b)
}

// gather reads all sources. f is the damaged file, nil when it is gone: then
// the last one that was moved aside stands in for it, since a power loss may
// have come between that and the new one taking its place.
func (h *hold) gather(f *os.File, report *designer.Mending) (*hoard, error) {
	left := newHoard()
	if f == nil {
		if path := h.lastAside(); path != "" {
			old, err := os.Open(path)
			if err == nil {
				defer old.Close()
				f = old
			}
		}
	}
	if f != nil {
		p, err := readPages(f)
		switch {
		case errors.Is(err, pages.ErrNotAStore):
			return nil, h.fail(errNotAStore, "", nil)
		case err != nil:
			return nil, h.fail(designer.ErrUnavailable, "", err)
		}
		left.file(p, inTree)
		if fi, err := f.Stat(); err == nil {
			left.strays(f, fi.Size())
		}
		if left.schema[inTree] > schema {
			return nil, h.fail(designer.ErrNewer, "", nil)
		}
	}
	all, err := backups(h.path)
	if err != nil {
		all = nil // what else there is must do
	}
	for _, b := range all {
		if left.backup(b.path) {
			report.Backup = b.path
			break
		}
	}
	// Files of a folder that cannot be read bring nothing.
	if c, err := mirror.Read(h.path + mirrorSuffix); err == nil {
		left.mirror(c)
	}
	return left, nil
}

// backup takes what a copy holds, if all of it is as it was written.
func (h *hoard) backup(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	if audit(f) != nil {
		return false
	}
	p, err := readPages(f)
	if err != nil {
		return false
	}
	h.file(p, inBackup)
	return true
}

// rebuild makes the new file under another name and returns that.
func (h *hold) rebuild(left *hoard, report *designer.Mending) (string, error) {
	f, err := os.CreateTemp(tempBeside(h.path))
	if err != nil {
		return "", err
	}
	temp := f.Name()
	if err := f.Close(); err != nil {
		return temp, err
	}
	db, err := bbolt.Open(temp, 0o600, nil)
	if err != nil {
		return temp, err
	}
	err = db.Update(func(b *bbolt.Tx) error {
		// With a name of its own: saves that were lost here may be known
		// elsewhere, and must not be taken for those that follow now.
		if err := layOut(b); err != nil {
			return err
		}
		c, err := readCensus(b)
		if err != nil {
			return err
		}
		tx := &txn{Tx: b, schema: schema, census: c}
		for _, put := range []func(*txn, *hoard) ([]designer.Found, error){drafts.rebuild, workshops.rebuild, issuers.rebuild} {
			found, err := put(tx, left)
			if err != nil {
				return err
			}
			report.Found = append(report.Found, found...)
		}
		d, err := tx.drawer(metaBucket)
		if err != nil {
			return err
		}
		for key, p := range left.pieces[metaBucket] {
			if strings.HasPrefix(key, string(noteKey(""))) {
				if err := d.put([]byte(key), p.payload); err != nil {
					return err
				}
			}
		}
		return d.put(censusKey, tx.census.encode())
	})
	if err := errors.Join(err, db.Close()); err != nil {
		return temp, err
	}
	made, err := os.Open(temp)
	if err != nil {
		return temp, err
	}
	defer made.Close()
	return temp, audit(made)
}

// replace moves the damaged file aside and the new one into its place. Where
// links work there is no moment without a file at the path. Elsewhere, Windows
// among it, there is one: a program killed in it leaves the marker, the copies and
// the plain files, from which the next opening makes the store again, and the file
// moved aside.
func (h *hold) replace(f *os.File, temp string, report *designer.Mending) error {
	if f == nil {
		if err := os.Rename(temp, h.path); err != nil {
			return err
		}
		return syncDir(filepath.Dir(h.path))
	}
	aside := h.path + asideSuffix + report.At.Format(asideForm)
	for n := 0; ; n++ {
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			break
		}
		aside = h.path + asideSuffix + report.At.Add(time.Duration(n+1)*time.Second).Format(asideForm)
	}
	report.Aside = aside
	if os.Link(h.path, aside) != nil {
		if filepath.Separator == '\\' {
			f.Close() // an open file cannot be moved there
		}
		if err := os.Rename(h.path, aside); err != nil {
			return err
		}
	}
	if err := syncDir(filepath.Dir(h.path)); err != nil {
		return err
	}
	if err := os.Rename(temp, h.path); err != nil {
		return err
	}
	// The report tells those who look into it later; the store is there without.
	if b, err := json.MarshalIndent(report, "", "  "); err == nil {
		_ = os.WriteFile(report.Report(), append(b, '\n'), 0o600)
	}
	return syncDir(filepath.Dir(h.path))
}

// Mended implements designer.Mender.
func (s *Store) Mended() []designer.Mending {
	s.hold.turn <- struct{}{}
	defer func() { <-s.hold.turn }()
	out := s.hold.reports
	s.hold.reports = nil
	return out
}
