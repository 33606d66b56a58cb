// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pile

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strings"

	"insignia/designer"
	"insignia/internal/clean"
)

// maxDirectory is how much of an archive may be read before its first file:
// its table of contents, of which 10,000 names take about a megabyte. A
// longer one fills the memory with names.
const maxDirectory = 4 << 20

var errDirectory = errors.New("pile: a table of contents without end")

// archive reads the files of a zip. Names in it are shown and compared, and
// never used as paths; a zip in a zip is not opened.
func (r *reader) archive(f io.ReaderAt, size int64, shown string, named bool) {
	bad := func(err error) { r.unread(shown, &designer.Error{Code: "bad-zip", Err: err}) }
	if !isZip(f) {
		bad(zip.ErrFormat)
		return
	}
	m := &meter{f: f, left: maxDirectory}
	z, err := zip.NewReader(m, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		bad(err)
		return
	}
	m.left = -1
	found := false
	for _, e := range z.File {
		if !r.count(shown) {
			return
		}
		// Some programs on Windows write their own separators.
		name := strings.ReplaceAll(e.Name, `\`, "/")
		if strings.HasSuffix(name, "/") || !e.Mode().IsRegular() || hidden(name) {
			continue
		}
		inside := shown + ": " + tidy(name)
		switch kindOf(path.Base(name)) {
		case document:
			found = true
			b, err := r.unpack(e, inside)
			if err != nil {
				r.unread(inside, err)
				continue
			}
			r.document(b, inside, false)
		case archive, store:
			found = true
			r.unread(inside, &designer.Error{Code: "packed-twice"})
		}
	}
	if named && !found {
		r.unread(shown, &designer.Error{Code: "not-a-pile", Args: designer.Args{"path": shown}})
	}
}

func hidden(name string) bool {
	for part := range strings.SplitSeq(path.Dir(name), "/") {
		if part != "." && part != ".." && foreign(part) {
			return true
		}
	}
	return false
}

// unpack reads one file of an archive, which may be larger than it says.
func (r *reader) unpack(e *zip.File, shown string) ([]byte, error) {
	in, err := e.Open()
	if err != nil {
		return nil, &designer.Error{Code: "bad-zip", Err: err}
	}
	defer in.Close()
	b, err := r.take(in, shown)
	var known *designer.Error
	if err != nil && !errors.As(err, &known) {
		err = &designer.Error{Code: "bad-zip", Err: err}
	}
	return b, err
}

// meter refuses to read more than is left; below zero it does not count.
type meter struct {
	f    io.ReaderAt
	left int
}

func (m *meter) ReadAt(b []byte, at int64) (int, error) {
	if m.left >= 0 {
		if m.left -= len(b); m.left < 0 {
			m.left = 0
			return 0, errDirectory
		}
	}
	return m.f.ReadAt(b, at)
}

// maxShown is how much of a name in an archive is shown.
const maxShown = 200

func tidy(name string) string {
	name, _ = clean.Line(name)
	cut, was := clean.Cut(name, maxShown)
	if was {
		cut += "…"
	}
	return cut
}
