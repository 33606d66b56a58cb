// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pile

import (
	"encoding/binary"
	"io"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export/answers"
	"insignia/export/strict"
)

// kind is what a file may be.
type kind int

const (
	none     kind = iota
	document      // a draft or a workshop
	archive
	store
)

// made are files of a pile that are made from the draft beside them.
var made = map[string]bool{"badge.json": true, "issuer.json": true}

// kindOf tells from its name what a file may be. What systems and programs
// hide is none of ours: a Mac leaves a file "._draft.json" beside each.
func kindOf(name string) kind {
	name = strings.ToLower(name)
	switch {
	case strings.HasPrefix(name, "."), made[name]:
		return none
	case strings.HasSuffix(name, ".json"):
		return document
	case strings.HasSuffix(name, ".zip"):
		return archive
	case strings.HasSuffix(name, ".db"):
		return store
	}
	return none
}

// systems are folders that systems keep on every stick.
var systems = []string{"System Volume Information", "$RECYCLE.BIN", "lost+found", "__MACOSX", "node_modules"}

func foreign(name string) bool {
	return strings.HasPrefix(name, ".") || slices.ContainsFunc(systems, func(s string) bool { return strings.EqualFold(s, name) })
}

// isZip and isStore look at the first bytes, so that a file counts as what it
// is, whatever it is called.
func isZip(f io.ReaderAt) bool {
	var b [4]byte
	n, _ := f.ReadAt(b[:], 0)
	return n == 4 && (string(b[:]) == "PK\x03\x04" || string(b[:]) == "PK\x05\x06") // the second is an empty one
}

// isStore knows the beginning of the file that designer/bolt keeps: a page's
// header of 16 bytes, then the magic number.
func isStore(f io.ReaderAt) bool {
	var b [20]byte
	n, _ := f.ReadAt(b[:], 0)
	return n == len(b) && binary.NativeEndian.Uint32(b[16:]) == 0xED0CDAED
}

// file reads one file of a folder, or the one that was named.
func (r *reader) file(f *os.File, shown string, k kind, named bool) {
	switch k {
	case archive:
		info, err := f.Stat()
		if err != nil {
			r.unread(shown, err)
			return
		}
		r.archive(f, info.Size(), shown, named)
	case store:
		if isStore(f) {
			r.Stores = append(r.Stores, shown)
		}
	default:
		b, err := r.take(f, shown)
		if err != nil {
			r.unread(shown, err)
			return
		}
		r.document(b, shown, named)
	}
}

// take reads a file within the bounds. A nil without an error is one that may
// not be read any more, which has been told.
func (r *reader) take(in io.Reader, shown string) ([]byte, error) {
	if r.left.Total <= 0 {
		r.enough(shown, &designer.Error{Code: "pile-size", Args: designer.Args{"limit": strconv.Itoa(MaxTotal >> 20)}})
		return nil, nil
	}
	b, err := io.ReadAll(io.LimitReader(in, min(MaxFile, r.left.Total)+1))
	r.left.Total -= int64(len(b))
	switch {
	case err != nil:
		return nil, err
	case len(b) > MaxFile:
		return nil, &designer.Error{Code: "too-big", Args: designer.Args{"limit": strconv.Itoa(MaxFile >> 20)}}
	case r.left.Total < 0:
		r.enough(shown, &designer.Error{Code: "pile-size", Args: designer.Args{"limit": strconv.Itoa(MaxTotal >> 20)}})
		return nil, nil
	}
	return b, nil
}

// document reads a draft or a workshop, with or without an id. Other JSON in a
// folder is somebody else's; a file that was named, or has one of our names,
// must be ours.
func (r *reader) document(b []byte, shown string, named bool) {
	if b == nil {
		return
	}
	base := strings.ToLower(path.Base(strings.ReplaceAll(shown, `\`, "/")))
	named = named || base == "draft.json" || base == "workshop.json"
	switch {
	case answers.IsWorkshop(b):
		w, err := answers.ReadWorkshopFile(b)
		if err != nil {
			r.unread(shown, err)
			return
		}
		r.Workshops = append(r.Workshops, w.Workshop)
		r.Cleaned += w.Cleaned
	case named || ours(b):
		d, err := answers.Read(b)
		if err != nil {
			r.unread(shown, err)
			return
		}
		r.Drafts = append(r.Drafts, d.Draft)
		r.Cleaned += d.Cleaned
	}
}

// ours reports whether b is meant to be a draft file, sound or not.
func ours(b []byte) bool {
	root, _, ok := strict.Parse(b)
	if !ok {
		return false
	}
	id, has := root.Get("id")
	_, saved := root.Get("revision")
	return has && saved && id.Kind == strict.String && designer.ValidID(id.Text)
}
