// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"encoding/binary"
	"errors"
	"time"
)

// Lengths of keys and of what stands before a line.
const (
	idLen   = 36
	keyLen  = idLen + 16
	headLen = 24
	goneLen = 8 // the time before the line of a gone one
)

var errCut = errors.New("line cut short")

// head is what the store must know of a version without reading its JSON.
// Before a line in a list it is written as eight bytes each, high byte first,
// times in milliseconds since 1970.
type head struct {
	revision         int
	created, updated time.Time
}

func (h head) append(b []byte) []byte {
	b = binary.BigEndian.AppendUint64(b, uint64(h.revision))
	b = binary.BigEndian.AppendUint64(b, uint64(h.created.UnixMilli()))
	return binary.BigEndian.AppendUint64(b, uint64(h.updated.UnixMilli()))
}

// parseHead reads what append wrote, and returns what comes after it.
func parseHead(b []byte) (head, []byte, error) {
	if len(b) < headLen {
		return head{}, nil, errCut
	}
	h := head{
		revision: int(binary.BigEndian.Uint64(b)),
		created:  milli(binary.BigEndian.Uint64(b[8:])),
		updated:  milli(binary.BigEndian.Uint64(b[16:])),
	}
	if h.revision < 1 {
		return head{}, nil, errors.New("line has no revision")
	}
	return h, b[headLen:], nil
}

// key is where the version lies: its id, its revision, and the time it was
// saved, which decides how long it stays.
func (h head) key(id string) []byte {
	k := make([]byte, 0, keyLen)
	k = append(k, id...)
	k = binary.BigEndian.AppendUint64(k, uint64(h.revision))
	return binary.BigEndian.AppendUint64(k, uint64(h.updated.UnixMilli()))
}

// keyRevision and keyTime are parts of a key.
// appendGone writes the time at which a thing was taken off the shelf.
func appendGone(b []byte, at time.Time) []byte {
	return binary.BigEndian.AppendUint64(b, uint64(at.UnixMilli()))
}

// cutGone parts that time from the line of the thing.
func cutGone(b []byte) (at time.Time, line []byte, err error) {
	if len(b) < goneLen {
		return at, nil, errCut
	}
	return milli(binary.BigEndian.Uint64(b)), b[goneLen:], nil
}

func keyRevision(k []byte) int { return int(binary.BigEndian.Uint64(k[idLen:])) }

func keyTime(k []byte) time.Time { return milli(binary.BigEndian.Uint64(k[idLen+8:])) }

func milli(n uint64) time.Time { return time.UnixMilli(int64(n)).UTC() }
