// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package export

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"
	"time"
)

// packed is the time of every file in an archive: the first that the format
// can say. The clock would make other bytes of the same files.
var packed = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// IsZip reports whether a path names an archive rather than a folder.
func IsZip(name string) bool { return strings.EqualFold(path.Ext(name), ".zip") }

// Zip packs files into one archive, in their order: same files, same bytes.
// A name that some system could not take is an *designer.Error with the code
// bad-name.
func Zip(files []File) ([]byte, error) {
	if err := checkNames(files); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.Name, Modified: packed, Method: zip.Deflate}
		if path.Ext(f.Name) == ".png" {
			h.Method = zip.Store // deflated already
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.Bytes); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}
