// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package pile reads what laptops bring: what package takehome wrote, as a
// folder or an archive, several of those on one stick, or a single draft or
// workshop file. It only reads, and only files it knows; what a stick holds
// besides is none of its business. It refuses to know what becomes of the
// drafts, and how a store is opened: it names the store files it comes across.
//
// A pile comes from a stranger's stick. Sizes, numbers and depths are bounded,
// links are not followed, the names in an archive are shown and never used as
// paths, and one bad file does not cost the others.
package pile

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"insignia/designer"
)

// The bounds of one Read. A pile of fifty badges has 400 entries and, without
// its pictures, which are not read, a few megabytes.
const (
	MaxFile    = 8 << 20   // bytes of one file, unpacked
	MaxEntries = 10_000    // names in folders and archives
	MaxTotal   = 512 << 20 // bytes read in all
	MaxDepth   = 4         // folders below the one that was named
)

// Pile is what lay at one path.
type Pile struct {
	// Name is the last part of the path.
	Name      string
	Drafts    []designer.Draft
	Workshops []designer.Workshop
	// Stores are paths of store files, which whoever knows stores opens.
	Stores []string
	// Unread is what should have been readable and was not.
	Unread []Unread
	// Cleaned counts the characters nobody sees that were taken out.
	Cleaned int
}

// Unread is a file that could not be read.
type Unread struct {
	// Name is its path as people know it, below the pile's for a file inside.
	Name string
	Err  error
}

// Read reads the pile at path. What is wrong inside of it is told in Unread;
// the error is about the path as a whole: *fs.PathError, or an *designer.Error
// with the code not-a-pile for a file that is none of ours. An empty Pile
// without an error means that there is nothing of ours in a folder.
func Read(path string) (Pile, error) {
	return ReadWithin(path, Limits{MaxEntries, MaxTotal})
}

// Limits are the bounds of one Read.
type Limits struct {
	Entries int
	Total   int64
}

// ReadWithin is Read with other bounds than the usual ones.
func ReadWithin(path string, l Limits) (Pile, error) {
	r := &reader{left: l}
	r.Name = filepath.Base(path)
	if abs, err := filepath.Abs(path); err == nil {
		r.Name = filepath.Base(abs)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return Pile{}, err
	case info.IsDir():
		err = r.root(path)
	case !info.Mode().IsRegular(): // a pipe would be waited for
		err = &designer.Error{Code: "not-a-pile", Args: designer.Args{"path": path}}
	default:
		err = r.single(path)
	}
	if err != nil {
		return Pile{}, err
	}
	return r.Pile, nil
}

// reader is one Read under way.
type reader struct {
	Pile
	left Limits
	full bool // more was there than may be read; it has been told
}

func (r *reader) unread(name string, err error) {
	if err != nil {
		r.Unread = append(r.Unread, Unread{name, err})
	}
}

// count takes one entry off what may be looked at.
func (r *reader) count(where string) bool {
	if r.left.Entries <= 0 {
		r.enough(where, &designer.Error{Code: "pile-entries", Args: designer.Args{"path": where}})
		return false
	}
	r.left.Entries--
	return true
}

func (r *reader) enough(where string, err error) {
	if !r.full {
		r.full = true
		r.unread(where, err)
	}
}

// root reads a folder and what lies below it, never outside of it.
func (r *reader) root(path string) error {
	root, err := os.OpenRoot(path)
	if err != nil {
		return err
	}
	defer root.Close()
	return r.folder(root, path, ".", 0)
}

// folder reads one folder. Only that of the path itself can fail.
func (r *reader) folder(root *os.Root, path, dir string, depth int) error {
	entries, err := r.list(root, path, dir)
	if err != nil {
		if depth == 0 {
			return err
		}
		r.unread(filepath.Join(path, dir), err)
		return nil
	}
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		shown := filepath.Join(path, name)
		switch kind := kindOf(e.Name()); {
		case e.IsDir() && depth < MaxDepth && !foreign(e.Name()):
			r.folder(root, path, name, depth+1)
		case !e.Type().IsRegular() || kind == none:
		default:
			f, err := root.Open(name)
			if err != nil {
				r.unread(shown, err)
				continue
			}
			r.file(f, shown, kind, false)
			f.Close()
		}
	}
	return nil
}

// list gives the entries of a folder in the order of names, as many as may
// still be looked at.
func (r *reader) list(root *os.Root, path, dir string) ([]fs.DirEntry, error) {
	f, err := root.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []fs.DirEntry
	for {
		some, err := f.ReadDir(256)
		for _, e := range some {
			if !r.count(filepath.Join(path, dir)) {
				err = io.EOF
				break
			}
			out = append(out, e)
		}
		if err != nil {
			slices.SortFunc(out, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return out, err
		}
	}
}

// single reads a file that was named: it must be something of ours.
func (r *reader) single(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	kind := document
	switch {
	case isZip(f):
		kind = archive
	case isStore(f):
		kind = store
	}
	r.file(f, path, kind, true)
	return nil
}
