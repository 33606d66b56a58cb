// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pages

import (
	"fmt"
	"io"
)

// The trees of one transaction lie mostly in one piece, so pages that are
// needed soon and lie close are read at once. A gap as long as farApart costs
// more to read than another call.
const (
	windowLen = 256 << 10
	farApart  = 16 << 10
)

// window is the piece of the file that was read last.
type window struct {
	r    io.ReaderAt
	size int64 // of the file
	at   int64
	b    []byte
	room []byte
}

// bytes returns n bytes from at, which must lie in the file, and reads up to
// soon bytes if it has to read. They are there until the next call.
func (w *window) bytes(at, n, soon int64) ([]byte, error) {
	if at < w.at || at+n > w.at+int64(len(w.b)) {
		soon = max(n, min(soon, windowLen, w.size-at))
		if int64(cap(w.room)) < soon {
			if int64(int(soon)) != soon {
				return nil, fmt.Errorf("%d bytes are more than this machine can hold", soon)
			}
			w.room = make([]byte, max(soon, min(windowLen, w.size)))
		}
		got, err := w.r.ReadAt(w.room[:soon], at)
		w.at, w.b = at, w.room[:got]
		if int64(got) < n {
			if err == nil || err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return nil, err
		}
	}
	return w.b[at-w.at:][:n:n], nil
}

func (w *window) has(at, n int64) bool { return at >= w.at && at+n <= w.at+int64(len(w.b)) }
