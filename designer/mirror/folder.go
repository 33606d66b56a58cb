// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package mirror

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"insignia/designer"
)

const (
	// racy is how young a record may be when its file gets its time. Two saves
	// can have the same millisecond; a file that got the time of the first
	// would pass for the second.
	racy = 20 * time.Millisecond
	// stale is the age at which a file being written belongs to a program that
	// was killed.
	stale = time.Hour
	// maxBytes is more than any badge takes.
	maxBytes = 8 << 20
)

// folder is one of the folders of a mirror.
type folder struct {
	*syncing
	root    *os.Root
	dir     string
	changed bool
}

// openFolder opens the folder of that name, made where it is needed; nil
// where there is none.
func openFolder(s *syncing, name string, need bool) (*folder, error) {
	dir := filepath.Join(s.dir, name)
	if need {
		if err := s.root.Mkdir(name, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, named(err, dir)
		}
	}
	root, err := s.root.OpenRoot(name)
	if !need && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, named(err, dir)
	}
	return &folder{syncing: s, root: root, dir: dir}, nil
}

// close makes the new names themselves durable. Windows has no such call, and
// what is in the files is safe already.
func (f *folder) close() {
	if f.changed {
		if d, err := f.root.Open("."); err == nil {
			d.Sync()
			d.Close()
		}
	}
	f.root.Close()
}

// files returns the names that are ours, by the id they carry, and takes away
// what killed programs have left half written.
func (f *folder) files() (map[string][]string, error) {
	d, err := f.root.Open(".")
	if err != nil {
		return nil, named(err, f.dir)
	}
	defer d.Close()
	names, err := d.Readdirnames(-1)
	if err != nil {
		return nil, named(err, f.dir)
	}
	ours := make(map[string][]string, len(names))
	for _, name := range names {
		if id, ok := idOf(name); ok {
			ours[id] = append(ours[id], name)
		} else if strings.HasPrefix(name, partMark) && strings.HasSuffix(name, partEnd) {
			if info, err := f.root.Lstat(name); err == nil && info.Mode().IsRegular() && f.now().Sub(info.ModTime()) > stale {
				f.root.Remove(name)
			}
		}
	}
	return ours, nil
}

// dated reports whether the file has that time. What cannot tell milliseconds,
// as memory sticks cannot, never says so, and the file is read.
func (f *folder) dated(name string, t time.Time) bool {
	info, err := f.root.Lstat(name)
	return err == nil && info.Mode().IsRegular() && info.ModTime().Truncate(time.Millisecond).Equal(t.Truncate(time.Millisecond))
}

// date gives the file the time of its record, or an earlier one where it must
// be looked at again. Where that is refused the next Sync reads the file, which
// is slower and no less right.
func (f *folder) date(name string, t time.Time) {
	if f.now().Sub(t).Abs() < racy {
		t = t.Add(-time.Second)
	}
	if !f.dated(name, t) {
		f.root.Chtimes(name, t, t)
	}
}

// holds reports whether the file has exactly these bytes.
func (f *folder) holds(name string, data []byte) (bool, error) {
	b, err := read(f.root, f.dir, name)
	return bytes.Equal(b, data), ignoreGone(err)
}

// ignoreGone is err, unless it says that the file is not there any more:
// another program is bringing the folder up to date as well.
func ignoreGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// read returns what is in a regular file, up to a byte more than any of ours
// has. Anything else is refused before it is opened: a pipe would never end.
func read(root *os.Root, dir, name string) ([]byte, error) {
	p := filepath.Join(dir, name)
	info, err := root.Lstat(name)
	if err != nil {
		return nil, named(err, p)
	}
	switch m := info.Mode(); {
	case m.IsDir():
		return nil, &fs.PathError{Op: "read", Path: p, Err: syscall.EISDIR}
	case !m.IsRegular():
		return nil, &fs.PathError{Op: "read", Path: p, Err: fs.ErrExist}
	}
	in, err := root.Open(name)
	if err != nil {
		return nil, named(err, p)
	}
	defer in.Close()
	b, err := io.ReadAll(io.LimitReader(in, maxBytes+1))
	return b, named(err, p)
}

// put writes a file whole beside its place and moves it there.
func (f *folder) put(name string, data []byte) error {
	p := filepath.Join(f.dir, name)
	part := partMark + strings.ToLower(rand.Text()) + partEnd
	out, err := f.root.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return named(err, p)
	}
	f.at("made")
	_, err = out.Write(data)
	f.at("filled")
	if err = errors.Join(err, out.Sync(), out.Close()); err == nil {
		f.at("durable")
		err = f.root.Rename(part, name)
	}
	if err != nil {
		f.root.Remove(part)
		return named(err, p)
	}
	f.changed = true
	f.at("placed")
	return nil
}

// clear makes room at name for a newer file of the record m: what the program
// did not write, or what is newer, is moved aside.
func (f *folder) clear(name string, m designer.Meta) error {
	b, err := read(f.root, f.dir, name)
	if err != nil || passed(b, m) {
		return ignoreGone(err)
	}
	return f.aside(name)
}

// discard takes out a file that has no use any more.
func (f *folder) discard(name string, m designer.Meta) error {
	b, err := read(f.root, f.dir, name)
	switch {
	case err != nil:
		return ignoreGone(err)
	case !passed(b, m):
		return f.aside(name)
	}
	f.changed = true
	return ignoreGone(named(f.root.Remove(name), filepath.Join(f.dir, name)))
}

// retire takes out the file of a record that was deleted as it is in m.
func (f *folder) retire(name string, m designer.Meta) error {
	before := f.report.Aside
	err := f.discard(name, m)
	if err == nil && f.report.Aside == before {
		f.report.Removed++
	}
	return err
}

// aside gives a file a name that nothing here ever touches again.
func (f *folder) aside(name string) error {
	p := filepath.Join(f.dir, name)
	info, err := f.root.Lstat(name)
	if err != nil {
		return ignoreGone(named(err, p))
	}
	stem := strings.TrimSuffix(name, suffix) + ".aside-" + info.ModTime().UTC().Format("20060102-150405")
	to := stem + suffix
	for n := 2; ; n++ {
		if _, err := f.root.Lstat(to); err != nil {
			break
		}
		to = stem + "-" + strconv.Itoa(n) + suffix
	}
	if err := f.root.Rename(name, to); err != nil {
		return ignoreGone(named(err, p))
	}
	f.changed = true
	f.report.Aside++
	return nil
}

// named gives an error of the operating system the path that people know, not
// that of the file beside it.
func named(err error, p string) error {
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &pe):
		return &fs.PathError{Op: pe.Op, Path: p, Err: pe.Err}
	case errors.As(err, &le):
		return &fs.PathError{Op: le.Op, Path: p, Err: le.Err}
	}
	return &fs.PathError{Op: "write", Path: p, Err: err}
}
