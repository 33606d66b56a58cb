// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package volume

import "syscall"

// The magic numbers of file systems on other machines: linux/magic.h and, for
// the last three, their own sources.
var magics = map[uint32]string{
	0x6969:     "nfs",
	0x517b:     "smb",
	0xff534d42: "cifs",
	0xfe534d42: "smb2",
	0x5346414f: "afs",
	0x73757245: "coda",
	0x564c:     "ncp",
	0x01021997: "9p",
	0x00c36400: "ceph",
	0x0bd00bd0: "lustre",
	0x47504653: "gpfs",
}

func remote(path string) bool {
	var s syscall.Statfs_t
	if syscall.Statfs(path, &s) != nil {
		return false
	}
	return magics[uint32(s.Type)] != ""
}
