// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix && !solaris && !aix && !android

package bolt

import (
	"errors"
	"os"
	"syscall"
)

// lock takes bbolt's lock on a file, without waiting.
func lock(f *os.File) (bool, error) {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// unlock takes bbolt's lock off a file. Closing it is not enough where a
// mapping of the file is left over: the mapping keeps the lock alive.
func unlock(f *os.File) { syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }
