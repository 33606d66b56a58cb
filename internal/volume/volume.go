// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package volume tells what kind of disk a path lies on. It knows the names
// that systems give to file systems, and refuses to know what follows from
// them.
package volume

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Remote reports whether path, or the nearest folder above it that exists, lies
// on another machine's disk. Where the system does not say it is false.
func Remote(path string) bool {
	path, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	for {
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			return remote(path)
		}
		up := filepath.Dir(path)
		if up == path {
			return false
		}
		path = up
	}
}
