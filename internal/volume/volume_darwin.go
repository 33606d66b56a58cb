// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package volume

import "syscall"

// local is MNT_LOCAL of sys/mount.h.
const local = 0x1000

func remote(path string) bool {
	var s syscall.Statfs_t
	return syscall.Statfs(path, &s) == nil && s.Flags&local == 0
}
