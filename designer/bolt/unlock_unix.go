// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix && !solaris && !aix && !android

package bolt

import (
	"os"
	"syscall"
)

// unlock takes bbolt's lock off a file. Closing it is not enough where a
// mapping of the file is left over: the mapping keeps the lock alive.
func unlock(f *os.File) { syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }
