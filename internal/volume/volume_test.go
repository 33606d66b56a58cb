// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package volume

import (
	"path/filepath"
	"testing"
)

func TestTheDiskOfTestsIsNotFarAway(t *testing.T) {
	dir := t.TempDir()
	for _, path := range []string{dir, filepath.Join(dir, "not", "there", "yet.db")} {
		if Remote(path) {
			t.Errorf("%s", path)
		}
	}
}
