// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bring

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"insignia/designer"
	"insignia/render/photo"
)

func TestWhatIsNoFileOfThatSizeIsNotOpened(t *testing.T) {
	dir := t.TempDir()
	huge := filepath.Join(dir, "huge.png")
	f, err := os.Create(huge)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(photo.FileMost+1), f.Close()); err != nil {
		t.Fatal(err)
	}
	empty := filepath.Join(dir, "empty.png")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{huge: "photo-file", dir: "photo-unknown", empty: "photo-empty", os.DevNull: "photo-unknown"} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Picture(path)
		runtime.ReadMemStats(&after)
		var e *designer.Error
		if !errors.As(err, &e) || e.Code != want {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
		if n := after.TotalAlloc - before.TotalAlloc; n > 1<<20 {
			t.Errorf("%s: %d MB", path, n>>20)
		}
	}
	if _, err := Picture(filepath.Join(dir, "none.png")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}
