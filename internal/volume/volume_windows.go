// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package volume

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

func remote(path string) bool {
	name := filepath.VolumeName(path)
	if strings.HasPrefix(name, `\\`) {
		return true // a share by its own name
	}
	p, err := windows.UTF16PtrFromString(name + `\`)
	return err == nil && windows.GetDriveType(p) == windows.DRIVE_REMOTE
}
