// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"insignia/export"
)

// docs/ISSUERS.md says of each platform what its table says.
func TestTheDocumentHasEveryPlatform(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "docs", "ISSUERS.md"))
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(string(b), "\n")
	for _, p := range platforms {
		i := slices.IndexFunc(rows, func(s string) bool { return strings.HasPrefix(s, "| `"+p.ID+"` |") })
		if i < 0 {
			t.Errorf("no row for %s", p.ID)
			continue
		}
		files, _ := written(t, bike(t), p.ID, export.Options{})
		want := []string{p.Checked, p.Again}
		for name := range files {
			if name != CopyFile && name != TextFile && name != HowFile {
				want = append(want, "`"+name+"`")
			}
		}
		for _, s := range want {
			if !strings.Contains(rows[i], s) {
				t.Errorf("%s: its row lacks %s", p.ID, s)
			}
		}
	}
}
