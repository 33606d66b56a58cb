// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package volume

import (
	"os"
	"strings"
	"testing"
)

// Whatever is mounted here is judged by its kind.
func TestEveryMountIsJudgedByItsKind(t *testing.T) {
	b, err := os.ReadFile("/proc/mounts")
	if err != nil {
		t.Skip("no list of what is mounted: ", err)
	}
	far := map[string]bool{"nfs": true, "nfs4": true, "cifs": true, "smb3": true, "smbfs": true, "afs": true, "coda": true,
		"ncpfs": true, "9p": true, "ceph": true, "lustre": true, "gpfs": true}
	seen := map[string]bool{}
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		if len(f) < 3 || strings.Contains(f[1], `\`) || seen[f[1]] {
			continue
		}
		if fi, err := os.Stat(f[1]); err != nil || !fi.IsDir() {
			continue
		}
		seen[f[1]] = true
		kind := f[2]
		for other := range strings.Lines(string(b)) { // the last mount at a place is the one seen
			if o := strings.Fields(other); len(o) > 2 && o[1] == f[1] {
				kind = o[2]
			}
		}
		if got := Remote(f[1]); got != far[kind] {
			t.Errorf("%s is %s: %v", f[1], kind, got)
		}
	}
}
