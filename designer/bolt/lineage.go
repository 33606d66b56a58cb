// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"maps"
	"os"
	"slices"

	"insignia/designer"
)

// name is what the saves of one record in this file are counted under. Two
// facts must hold for a count to tell descent: under one name the saves follow
// each other in a line, and nobody else counts under it. So it is made from
//   - the file's own name,
//   - the machine and the path: a copy of the file on another stick or laptop
//     goes its own way,
//   - the record: two versions of a badge kept beside each other go their own
//     ways within one file.
func (h *hold) name(tx *txn, id string) (string, error) {
	d, err := tx.drawer(metaBucket)
	if err != nil {
		return "", err
	}
	own, err := d.get(nameKey)
	if err == nil && own == nil {
		err = damaged(errors.New("nameless"))
	}
	if err != nil {
		return "", err
	}
	host, _ := os.Hostname() // a machine without a name is told by the path
	sum := sha256.New()
	for _, part := range []string{string(own), host, h.path, id} {
		sum.Write(binary.AppendUvarint(nil, uint64(len(part))))
		sum.Write([]byte(part))
	}
	return hex.EncodeToString(sum.Sum(nil)[:4]), nil
}

// appendSaves writes saves behind a head: how many bytes they take, and then
// each name and its count, in the order of names. A list steps over them.
func appendSaves(b []byte, s designer.Saves) []byte {
	var w summaryWriter
	for _, name := range slices.Sorted(maps.Keys(s)) {
		w.text(name)
		w.number(s[name])
	}
	return append(binary.AppendUvarint(b, uint64(len(w))), w...)
}

// appendVisit writes the visit of the save behind the saves.
func appendVisit(b []byte, visit string) []byte {
	w := summaryWriter(b)
	w.text(visit)
	return w
}

// cutVisit reads the visit at the beginning of b.
func cutVisit(b []byte) (visit string, rest []byte, err error) {
	v, rest, err := splitSaves(b)
	return string(v), rest, err
}

// splitSaves parts saves, as they are written, from what follows them.
func splitSaves(b []byte) (saves, rest []byte, err error) {
	n, used := binary.Uvarint(b)
	if used <= 0 || n > uint64(len(b)-used) {
		return nil, nil, errCut
	}
	return b[used : used+int(n)], b[used+int(n):], nil
}

// cutSaves reads the saves at the beginning of b.
func cutSaves(b []byte) (designer.Saves, []byte, error) {
	saves, rest, err := splitSaves(b)
	if err != nil {
		return nil, nil, err
	}
	s := designer.Saves{}
	r := summaryReader{rest: string(saves)}
	for r.rest != "" {
		name := r.text()
		s[name] = r.number()
	}
	return s, rest, r.end()
}
