// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package export

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"insignia/designer"
	"insignia/internal/clean"
)

// Write puts files into dir, which is made if it is not there. Every file is
// written whole beside its place and only then moved there, so that a full
// disk or a killed program leaves no half of one; what a failed Write has
// made, it takes away again.
//
// A file that is there with the same bytes stays untouched. One with other
// bytes is an *designer.Error with the code exists and its path, before
// anything is written, unless force is set. A link is never followed: it
// counts as another file. A name that some system could not take is an
// *designer.Error with the code bad-name. Refusals of the operating system
// come as *fs.PathError with the whole path.
func Write(dir string, files []File, force bool) error {
	if err := checkNames(files); err != nil {
		return err
	}
	made, err := makeFolder(dir)
	if err != nil {
		return err
	}
	if err = write(dir, dir, files, force); err != nil {
		unmake(made)
	}
	return err
}

// write puts files into the folder dir, which errors call by the name shown.
func write(dir, shown string, files []File, force bool) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	w := writer{root: root, dir: shown, force: force}
	var due []File
	for _, f := range files {
		same, err := w.compare(f)
		if err != nil {
			return err
		}
		if !same {
			due = append(due, f)
		}
	}
	if err := w.all(due); err != nil {
		w.undo()
		return err
	}
	w.sync(".")
	for _, sub := range w.folders {
		w.sync(sub)
	}
	return nil
}

// writer is one Write under way, with what it has made so far.
type writer struct {
	root    *os.Root
	dir     string
	force   bool
	folders []string // below dir, outer before inner
	temps   []string
	placed  []string // files that were not there before
}

// compare reports whether the file is there already, byte for byte, and
// refuses where it would lie on top of something else.
func (w *writer) compare(f File) (same bool, err error) {
	for sub := path.Dir(f.Name); sub != "."; sub = path.Dir(sub) {
		if info, err := w.root.Lstat(sub); err == nil && !info.IsDir() {
			return false, w.taken(sub)
		}
	}
	info, err := w.root.Lstat(f.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, w.named(err, f.Name)
	case info.IsDir():
		return false, w.taken(f.Name)
	case info.Mode().IsRegular() && info.Size() == int64(len(f.Bytes)):
		same, err := holds(w.root, f)
		if err != nil || same {
			return same, w.named(err, f.Name)
		}
	}
	if !w.force {
		return false, w.taken(f.Name)
	}
	return false, nil
}

// holds reports whether the regular file of that name has exactly these bytes.
func holds(root *os.Root, f File) (bool, error) {
	in, err := root.Open(f.Name)
	if err != nil {
		return false, err
	}
	defer in.Close()
	there, err := io.ReadAll(io.LimitReader(in, int64(len(f.Bytes))+1))
	return bytes.Equal(there, f.Bytes), err
}

// all writes every file beside its place before it moves the first one.
func (w *writer) all(files []File) error {
	for _, f := range files {
		if err := w.folder(path.Dir(f.Name)); err != nil {
			return err
		}
		temp := path.Join(path.Dir(f.Name), ".insignia-"+strings.ToLower(rand.Text())+".part")
		w.temps = append(w.temps, temp)
		if err := w.fill(temp, f.Bytes); err != nil {
			return w.named(err, f.Name)
		}
	}
	temps := w.temps
	for i, f := range files {
		if err := w.place(temps[i], f.Name); err != nil {
			return err
		}
	}
	w.temps = nil
	return nil
}

func (w *writer) folder(sub string) error {
	if sub == "." {
		return nil
	}
	if err := w.folder(path.Dir(sub)); err != nil {
		return err
	}
	switch err := w.root.Mkdir(sub, 0o755); {
	case err == nil:
		w.folders = append(w.folders, sub)
	case !errors.Is(err, fs.ErrExist):
		return w.named(err, sub)
	}
	return nil
}

func (w *writer) fill(temp string, b []byte) error {
	out, err := w.root.OpenFile(temp, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = out.Write(b)
	return errors.Join(err, out.Sync(), out.Close())
}

// place moves a finished file to its name. Without force it goes by way of a
// hard link, which fails where another program has put a file in the
// meantime; memory sticks have no links, there a last look must do.
func (w *writer) place(temp, name string) error {
	_, there := w.root.Lstat(name)
	fresh := errors.Is(there, fs.ErrNotExist)
	if !w.force {
		switch err := w.root.Link(temp, name); {
		case err == nil:
			w.placed = append(w.placed, name)
			return w.named(w.root.Remove(temp), name)
		case errors.Is(err, fs.ErrExist):
			return w.taken(name)
		}
		if there == nil {
			return w.taken(name)
		}
	}
	if err := w.root.Rename(temp, name); err != nil {
		return w.named(err, name)
	}
	if fresh {
		w.placed = append(w.placed, name)
	}
	return nil
}

// undo takes away what is there only because of this Write. What it cannot
// take away stays: the error to tell is the first one.
func (w *writer) undo() {
	for _, name := range append(w.temps, w.placed...) {
		w.root.Remove(name)
	}
	for i := len(w.folders) - 1; i >= 0; i-- {
		w.root.Remove(w.folders[i])
	}
}

// sync makes the new names themselves durable. Windows has no such call, and
// the files' own bytes are safe already.
func (w *writer) sync(sub string) {
	if d, err := w.root.Open(sub); err == nil {
		d.Sync()
		d.Close()
	}
}

func (w *writer) taken(name string) error {
	return &designer.Error{Code: "exists", Args: designer.Args{"path": filepath.Join(w.dir, filepath.FromSlash(name))}}
}

// named gives an error of the operating system the path that people know,
// not that of the file beside it.
func (w *writer) named(err error, name string) error {
	if err == nil {
		return nil
	}
	p := filepath.Join(w.dir, filepath.FromSlash(name))
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe):
		return &fs.PathError{Op: pe.Op, Path: p, Err: pe.Err}
	case errors.As(err, &le):
		return &fs.PathError{Op: le.Op, Path: p, Err: le.Err}
	}
	return &fs.PathError{Op: "write", Path: p, Err: err}
}

// makeFolder makes dir and what is missing above it, and returns what it made,
// outer before inner.
func makeFolder(dir string) (made []string, err error) {
	for d := filepath.Clean(dir); ; d = filepath.Dir(d) {
		if _, err := os.Stat(d); !errors.Is(err, fs.ErrNotExist) || d == filepath.Dir(d) {
			break
		}
		made = append([]string{d}, made...)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		unmake(made)
		return nil, err
	}
	return made, nil
}

// unmake removes folders that are empty, inner before outer.
func unmake(made []string) {
	for i := len(made) - 1; i >= 0; i-- {
		os.Remove(made[i])
	}
}

// checkNames refuses names that leave the folder, that Windows or a memory
// stick cannot take, or that are one name where capitals do not count.
func checkNames(files []File) error {
	folders := map[string]bool{}
	for _, f := range files {
		for sub := path.Dir(f.Name); sub != "." && sub != "/"; sub = path.Dir(sub) {
			folders[strings.ToLower(sub)] = true
		}
	}
	seen := map[string]bool{}
	for _, f := range files {
		low := strings.ToLower(f.Name)
		if !portable(f.Name) || seen[low] || folders[low] {
			return &designer.Error{Code: "bad-name", Args: designer.Args{"name": f.Name}}
		}
		seen[low] = true
	}
	return nil
}

func portable(name string) bool {
	if !fs.ValidPath(name) || name == "." {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if clean.Device(part) || strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") ||
			strings.ContainsFunc(part, func(r rune) bool { return r < ' ' || r == 0x7F || strings.ContainsRune(`<>:"\|?*`, r) }) {
			return false
		}
	}
	return true
}
