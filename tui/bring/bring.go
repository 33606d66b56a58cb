// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package bring reads a picture that somebody names: typed, pasted, or dropped
// onto the terminal. It knows how terminals write a file's name; what is in the
// file render/photo judges.
package bring

import (
	"bytes"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"insignia/designer"
	"insignia/render/photo"
)

// Picture reads a picture from a file whose name was typed, pasted, or
// dropped onto the terminal.
func Picture(path string) (*photo.Photo, error) {
	path = dropped(path)
	// Before it is opened: a pipe would wait for somebody to write to it.
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, &designer.Error{Code: "photo-unknown"}
	case info.Size() > photo.FileMost:
		return nil, photo.ErrFile()
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	// It may grow while it is read.
	b := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	if _, err := b.ReadFrom(io.LimitReader(f, photo.FileMost+1)); err != nil {
		return nil, err
	}
	return photo.Read(b.Bytes())
}

// dropped is the name of a file as terminals type it when it is dropped on them:
// in quotes, with backslashes before spaces, or as an address.
func dropped(s string) string {
	s = strings.TrimSpace(s)
	if u, err := url.Parse(s); err == nil && u.Scheme == "file" {
		return filepath.FromSlash(u.Path)
	}
	for _, q := range []string{"'", `"`} {
		if len(s) > 1 && strings.HasPrefix(s, q) && strings.HasSuffix(s, q) {
			return s[1 : len(s)-1]
		}
	}
	if filepath.Separator == '/' {
		if _, err := os.Stat(s); err != nil {
			s = strings.ReplaceAll(s, `\ `, " ")
		}
	}
	if rest, ok := strings.CutPrefix(s, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return s
}
