// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build !unix || solaris || aix || android

package bolt

import "os"

// unlock has nothing to do where the lock ends when the file is closed.
func unlock(*os.File) {}
