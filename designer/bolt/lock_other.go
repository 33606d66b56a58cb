// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build !unix || solaris || aix || android

package bolt

import "os"

// lock has nothing to do: a file that another program has open cannot be
// moved aside there.
func lock(*os.File) (bool, error) { return true, nil }

// unlock has nothing to do where the lock ends when the file is closed.
func unlock(*os.File) {}
