// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package export

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"insignia/designer"
)

// Place puts files where dest says: into one archive if it ends in .zip, into
// a folder otherwise. What was not there before appears under its name when
// all of it is written, so that a stick pulled out in the middle never holds
// a part that passes for the whole.
//
// Over what is there it goes as Write does: not without force, and with it
// file by file; what is no file of these stays as it is. The errors are those
// of Write.
func Place(dest string, files []File, force bool) error {
	if IsZip(filepath.ToSlash(dest)) {
		b, err := Zip(files)
		if err != nil {
			return err
		}
		return Write(filepath.Dir(dest), []File{{Name: filepath.Base(dest), Bytes: b}}, force)
	}
	if _, err := os.Lstat(dest); !errors.Is(err, fs.ErrNotExist) {
		return Write(dest, files, force)
	}
	return appear(filepath.Clean(dest), files)
}

// appear writes a new folder under another name beside its place, and then
// gives it its own.
func appear(dest string, files []File) error {
	if err := checkNames(files); err != nil {
		return err
	}
	parent := filepath.Dir(dest)
	made, err := makeFolder(parent)
	if err != nil {
		return err
	}
	temp := filepath.Join(parent, ".insignia-"+strings.ToLower(rand.Text())+".part")
	if err = stage(temp, dest, files); err != nil {
		os.RemoveAll(temp)
		unmake(made)
		return err
	}
	if d, err := os.Open(parent); err == nil { // makes the new name durable, where the system can
		d.Sync()
		d.Close()
	}
	return nil
}

func stage(temp, dest string, files []File) error {
	named := writer{dir: dest}
	if err := os.Mkdir(temp, 0o755); err != nil {
		return named.named(err, ".")
	}
	if err := write(temp, dest, files, false); err != nil {
		return err
	}
	if os.Rename(temp, dest) == nil {
		return nil
	}
	if _, err := os.Lstat(dest); err == nil {
		return &designer.Error{Code: "exists", Args: designer.Args{"path": dest}}
	}
	// Some systems move no folder while another program, a virus scanner as
	// a rule, looks into it.
	if err := os.RemoveAll(temp); err != nil {
		return named.named(err, ".")
	}
	return Write(dest, files, false)
}
