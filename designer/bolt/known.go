// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"os"
	"path/filepath"
)

// knownSuffix is of the marker beside a store, which remembers that there was
// one: without it an empty store would be made where one has vanished.
const knownSuffix = ".known"

// know leaves the marker. A store works without it.
func (h *hold) know() {
	if _, err := os.Lstat(h.path + knownSuffix); err == nil {
		return
	}
	if f, err := os.OpenFile(h.path+knownSuffix, os.O_CREATE|os.O_EXCL, 0o600); err == nil {
		f.Close()
	}
}

// known reports whether there was a store at the path.
func (h *hold) known() bool {
	for _, suffix := range []string{knownSuffix, backupsSuffix, mirrorSuffix} {
		if _, err := os.Lstat(h.path + suffix); err == nil {
			return true
		}
	}
	return h.lastAside() != ""
}

// lastAside is the newest file that was moved aside here, "" for none.
func (h *hold) lastAside() string {
	found, err := filepath.Glob(escapeGlob(h.path) + asideSuffix + "*Z")
	if err != nil || len(found) == 0 {
		return ""
	}
	return found[len(found)-1] // in the order of their times
}
