// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package mirror

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"insignia/designer"
)

// Copy is what a folder held, in the order of ids.
type Copy struct {
	Drafts    []designer.Draft
	Issuers   []designer.SavedIssuer
	Workshops []designer.Workshop
	// Unread are the files that nothing was taken from.
	Unread []Unread
}

// Unread is a file that is there and was not read.
type Unread struct {
	Name string // below the folder, with slashes
	Err  error  // one of those below, or a refusal of the system
}

// maxFiles is how many files of one folder are looked at.
const maxFiles = 100_000

// Read returns what the folder dir holds. A file counts if it is as Sync wrote
// it, to the last byte, under a name with its id; anything else is listed and
// never guessed at. A folder that is not there held nothing. Links are not
// followed out of it, and nothing but files is opened.
func Read(dir string) (Copy, error) {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return Copy{}, nil
	}
	if err != nil {
		return Copy{}, err
	}
	defer root.Close()
	var c Copy
	c.Drafts, err = gather(&c, root, dir, badges)
	if err == nil {
		c.Workshops, err = gather(&c, root, dir, workshops)
	}
	if err == nil {
		c.Issuers, err = gather(&c, root, dir, issuers)
	}
	return c, err
}

// gather reads one of the folders.
func gather[T, S any](c *Copy, root *os.Root, dir string, k kind[T, S]) ([]T, error) {
	dir = filepath.Join(dir, k.folder)
	d, err := root.OpenRoot(k.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, named(err, dir)
	}
	defer d.Close()
	names, err := namesIn(d, dir)
	if err != nil {
		return nil, err
	}
	skip := func(name string, err error) {
		c.Unread = append(c.Unread, Unread{path.Join(k.folder, name), err})
	}
	if len(names) > maxFiles {
		names = names[:maxFiles]
		skip("", ErrMany)
	}
	type found struct {
		v    T
		name string
	}
	newest := map[string]found{}
	for _, name := range names {
		id, ok := idOf(name)
		if !ok {
			skip(name, ErrName)
			continue
		}
		v, err := k.readFile(d, dir, name, id)
		if err != nil {
			skip(name, err)
			continue
		}
		// Two of one id: a program was killed while it renamed.
		switch before, twice := newest[id]; {
		case twice && k.meta(&before.v).Revision >= k.meta(&v).Revision:
			skip(name, ErrOlder)
			continue
		case twice:
			skip(before.name, ErrOlder)
		}
		newest[id] = found{v, name}
	}
	var out []T
	for _, f := range newest {
		out = append(out, f.v)
	}
	slices.SortFunc(out, func(a, b T) int { return cmp.Compare(k.meta(&a).ID, k.meta(&b).ID) })
	return out, nil
}

func (k kind[T, S]) readFile(d *os.Root, dir, name, id string) (T, error) {
	b, err := read(d, dir, name)
	if err == nil && len(b) > maxBytes {
		err = ErrAltered
	}
	if err != nil {
		return *new(T), err
	}
	return k.decode(b, id)
}

// namesIn are the names in a folder, in order: at most one more than are
// looked at.
func namesIn(d *os.Root, dir string) ([]string, error) {
	f, err := d.Open(".")
	if err != nil {
		return nil, named(err, dir)
	}
	defer f.Close()
	names, err := f.Readdirnames(maxFiles + 1)
	if err != nil && err != io.EOF { // as of an empty folder
		return nil, named(err, dir)
	}
	slices.Sort(names)
	return names, nil
}
