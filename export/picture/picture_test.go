// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package picture

import (
	"errors"
	"strconv"
	"testing"

	"insignia/designer"
	"insignia/export"
)

// drawn stands for a picture: its PNG names its side.
type drawn struct{ fail error }

func (p drawn) PNG(px int) ([]byte, error) { return []byte("png " + strconv.Itoa(px)), p.fail }
func (drawn) Alt() string                  { return "" }

func (p drawn) SVG() ([]byte, error) { return []byte("svg"), p.fail }

func TestEachFormatWritesItsFiles(t *testing.T) {
	for _, c := range []struct {
		format export.Format
		want   map[string]string
	}{
		{PNG, map[string]string{"badge-300.png": "png 300", "badge-512.png": "png 512", "badge-600.png": "png 600"}},
		{SVG, map[string]string{"badge.svg": "svg"}},
	} {
		files, problems, err := c.format.Files(designer.Draft{}, drawn{}, export.Options{Final: true})
		if err != nil || len(problems) > 0 || len(files) != len(c.want) {
			t.Fatalf("%s gives %v, %v, %v", c.format.ID, files, problems, err)
		}
		for _, f := range files {
			if string(f.Bytes) != c.want[f.Name] {
				t.Errorf("%s: %s holds %q", c.format.ID, f.Name, f.Bytes)
			}
		}
	}
}

func TestAPictureThatCannotBeDrawnGivesNoFiles(t *testing.T) {
	broken := errors.New("no ink")
	for _, f := range []export.Format{PNG, SVG} {
		files, _, err := f.Files(designer.Draft{}, drawn{fail: broken}, export.Options{})
		if !errors.Is(err, broken) || files != nil {
			t.Errorf("%s gives %v, %v", f.ID, files, err)
		}
	}
}

func TestSizesAreNotShared(t *testing.T) {
	Sizes()[0] = 1
	if Sizes()[0] != 300 {
		t.Error("a caller changed the sizes")
	}
}
