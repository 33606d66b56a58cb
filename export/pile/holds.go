// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pile

import (
	"archive/zip"
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// What Holds looks at, at most: it is asked about every stick while somebody
// waits, so it believes names.
const (
	peekEntries = 400
	peekDepth   = 2
)

// Holds reports whether there seems to be something to Read in a folder, by a
// look at a few hundred names in it and two folders deep. The files named in
// except, such as the store that is open, do not count.
func Holds(dir string, except ...string) bool {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return false
	}
	defer root.Close()
	p := &peek{root: root, reader: reader{left: Limits{Entries: peekEntries}}}
	for _, name := range except {
		if info, err := os.Stat(name); err == nil {
			p.except = append(p.except, info)
		}
	}
	return p.folder(".", 0)
}

type peek struct {
	reader
	root   *os.Root
	except []os.FileInfo
}

func (p *peek) folder(dir string, depth int) bool {
	entries, _ := p.list(p.root, "", dir)
	var below []string
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		switch {
		case e.IsDir():
			if depth < peekDepth && !foreign(e.Name()) {
				below = append(below, name)
			}
		case e.Type().IsRegular() && p.file(name):
			return true
		}
	}
	for _, name := range below {
		if p.folder(name, depth+1) {
			return true
		}
	}
	return false
}

func (p *peek) file(name string) bool {
	k := kindOf(filepath.Base(name))
	if k == document {
		return telling(filepath.Base(name))
	}
	if k == none {
		return false
	}
	f, err := p.root.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return false
	}
	for _, e := range p.except {
		if os.SameFile(e, info) {
			return false
		}
	}
	if k == store {
		return isStore(f)
	}
	z, err := zip.NewReader(&meter{f: f, left: maxDirectory}, info.Size())
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return false
	}
	for _, e := range z.File {
		if telling(path.Base(strings.ReplaceAll(e.Name, `\`, "/"))) {
			return true
		}
	}
	return false
}

// telling reports whether a file of that name is one of a pile.
func telling(name string) bool {
	name = strings.ToLower(name)
	return name == "draft.json" || strings.HasPrefix(name, "workshop") && strings.HasSuffix(name, ".json")
}
