// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"encoding/binary"
	"errors"
	"time"
)

// Lengths of keys: a record lies under its id, a version of the past under
// its pastKey.
const (
	idLen   = 36
	pastLen = idLen + 16
	headLen = 24
)

// record is one version of one thing: what the store must know without
// reading JSON, then the JSON. As bytes: revision, created and updated as
// eight bytes each, high byte first, times in milliseconds since 1970.
type record struct {
	revision         int
	created, updated time.Time
	body             []byte
}

func (r record) bytes() []byte {
	b := make([]byte, 0, headLen+len(r.body))
	b = binary.BigEndian.AppendUint64(b, uint64(r.revision))
	b = binary.BigEndian.AppendUint64(b, uint64(r.created.UnixMilli()))
	b = binary.BigEndian.AppendUint64(b, uint64(r.updated.UnixMilli()))
	return append(b, r.body...)
}

// parseRecord reads what bytes wrote. The body shares b's memory.
func parseRecord(b []byte) (record, error) {
	if len(b) < headLen {
		return record{}, errors.New("record cut short")
	}
	r := record{
		revision: int(binary.BigEndian.Uint64(b)),
		created:  milli(binary.BigEndian.Uint64(b[8:])),
		updated:  milli(binary.BigEndian.Uint64(b[16:])),
		body:     b[headLen:],
	}
	if r.revision < 1 {
		return record{}, errors.New("record has no revision")
	}
	return r, nil
}

// pastKey is where a version is kept once a newer one has come: the id, the
// revision, and the time it was saved, which decides whether it stays.
func pastKey(id string, r record) []byte {
	k := make([]byte, 0, pastLen)
	k = append(k, id...)
	k = binary.BigEndian.AppendUint64(k, uint64(r.revision))
	return binary.BigEndian.AppendUint64(k, uint64(r.updated.UnixMilli()))
}

// pastTime is the time in a pastKey.
func pastTime(key []byte) time.Time {
	return milli(binary.BigEndian.Uint64(key[idLen+8:]))
}

func milli(n uint64) time.Time { return time.UnixMilli(int64(n)).UTC() }
