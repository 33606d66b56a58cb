// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"insignia/designer"
	"insignia/designer/bolt"
	"insignia/internal/volume"
)

// The file that keeps the badges, and the one beside the program that makes
// a memory stick its home.
const (
	storeName    = "insignia.db"
	portableName = "insignia.portable"
)

// badges opens the store, once.
func (a *app) badges() (designer.Store, error) {
	if a.store != nil {
		return a.store, nil
	}
	path, err := a.storePath()
	if err != nil {
		return nil, unable(err)
	}
	_, none := os.Lstat(path)
	s, err := bolt.Open(path, bolt.Clock(a.Now))
	if err != nil {
		return nil, unable(err)
	}
	// The locks that keep two programs apart and the order of writes that
	// outlives a power loss are not to be had everywhere. It is said when the
	// store begins there, and by the program; not by each command.
	if a.far = volume.Remote(path); a.far && none != nil {
		a.note(a.words().T("cli.far-store", "path", path))
	}
	a.store = s
	a.recall()
	return s, nil
}

// storePath is where the badges are kept: --store, INSIGNIA_STORE, beside
// the program where insignia.portable lies, or else the user's data folder
// as the XDG Base Directory Specification, Apple and Microsoft name it.
func (a *app) storePath() (string, error) {
	for _, path := range []string{a.place, a.env("INSIGNIA_STORE")} {
		switch {
		case path == "":
		case strings.Contains(path, "://"):
			return "", refuse("store-address", "value", path)
		default:
			return path, nil
		}
	}
	if a.Program != "" {
		beside := filepath.Dir(a.Program)
		if _, err := os.Lstat(filepath.Join(beside, portableName)); err == nil {
			return filepath.Join(beside, storeName), nil
		}
	}
	dir, err := a.dataFolder()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, storeName), nil
}

func (a *app) dataFolder() (string, error) {
	home := a.env("HOME")
	switch a.OS {
	case "windows":
		if dir := a.env("LocalAppData"); dir != "" {
			return filepath.Join(dir, "Insignia"), nil
		}
	case "darwin":
		if home != "" {
			return filepath.Join(home, "Library", "Application Support", "Insignia"), nil
		}
	default:
		// The specification says to ignore a relative path.
		if dir := a.env("XDG_DATA_HOME"); filepath.IsAbs(dir) {
			return filepath.Join(dir, "insignia"), nil
		}
		if home != "" {
			return filepath.Join(home, ".local", "share", "insignia"), nil
		}
	}
	return "", refuse("no-home")
}

// folder is where files go that nobody named a place for: the current
// folder, or the home folder where that one cannot be written.
func (a *app) folder() string {
	here, err := os.Getwd()
	if err == nil {
		if err = writable(here); err == nil {
			return here
		}
	}
	for _, name := range []string{"HOME", "USERPROFILE"} {
		if home := a.env(name); home != "" && writable(home) == nil {
			return home
		}
	}
	return os.TempDir()
}

// writable makes a file and takes it away again: no other question is
// answered the same way by every system.
func writable(dir string) error {
	f, err := os.CreateTemp(dir, ".insignia-*")
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}
