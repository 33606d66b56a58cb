// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package export

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"insignia/designer"
)

// maxFolders is how many badges of one name may lie side by side.
const maxFolders = 999

// FreshFolder returns the path below parent that files should go to: slug, or
// slug-2, slug-3 … where that name is taken by something else. A folder that
// is empty, or that has every one of the files with the same bytes, is not
// something else: exporting a badge twice gives one folder. Nothing is made.
func FreshFolder(parent, slug string, files []File) (string, error) {
	if !portable(slug) || filepath.Base(slug) != slug {
		return "", &designer.Error{Code: "bad-name", Args: designer.Args{"name": slug}}
	}
	for n := 1; n <= maxFolders; n++ {
		dir := filepath.Join(parent, slug)
		if n > 1 {
			dir += "-" + strconv.Itoa(n)
		}
		free, err := usable(dir, files)
		if err != nil {
			return "", err
		}
		if free {
			return dir, nil
		}
	}
	return "", &designer.Error{Code: "exists", Args: designer.Args{"path": filepath.Join(parent, slug)}}
}

// Fresh makes the files of a badge and puts them into a folder of its own below
// parent, called slug, as FreshFolder finds it. It returns the folder.
func Fresh(parent, slug string, formats []Format, d designer.Draft, p Picture) (string, error) {
	files, _, err := All(formats, d, Once(p), Options{})
	if err != nil {
		return "", err
	}
	dir, err := FreshFolder(parent, slug, files)
	if err != nil {
		return "", err
	}
	return dir, Place(dir, files, false)
}

// usable reports whether nothing is at dir, or only what files would put there.
func usable(dir string, files []File) (bool, error) {
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return true, nil
	case err != nil:
		return false, err
	case !info.IsDir():
		return false, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false, nil // what cannot be read is somebody else's
	}
	if len(entries) == 0 {
		return true, nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return false, nil
	}
	defer root.Close()
	w := writer{root: root, dir: dir}
	for _, f := range files {
		if same, err := w.compare(f); err != nil || !same {
			return false, nil
		}
	}
	return true, nil
}
