// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"encoding/binary"
	"errors"
	"time"

	"insignia/designer"
)

// A summary is written as its members one after the other: a number as a
// varint, a time as its milliseconds since 1970, a text as its length and its
// bytes. The id is the key and not written again. Lists are read far more
// often than anything else, and JSON would take ten times as long.

func encodeSummary(s designer.Summary) []byte {
	var w summaryWriter
	w.number(int64(s.Revision))
	w.time(s.Created)
	w.time(s.Updated)
	w.text(s.Kind)
	w.text(s.Name)
	w.text(s.Language)
	w.text(s.Team)
	w.text(s.Issuer)
	w.number(int64(s.Answered))
	return w
}

func decodeSummary(id string, payload []byte) (designer.Summary, error) {
	r := summaryReader{rest: string(payload)}
	s := designer.Summary{
		ID: id, Revision: int(r.number()), Created: r.time(), Updated: r.time(),
		Kind: r.text(), Name: r.text(), Language: r.text(), Team: r.text(), Issuer: r.text(),
		Answered: int(r.number()),
	}
	return s, r.end()
}

func encodeIssuer(s designer.IssuerSummary) []byte {
	var w summaryWriter
	w.number(int64(s.Revision))
	w.time(s.Updated)
	w.text(s.Name)
	return w
}

func decodeIssuer(id string, payload []byte) (designer.IssuerSummary, error) {
	r := summaryReader{rest: string(payload)}
	s := designer.IssuerSummary{ID: id, Revision: int(r.number()), Updated: r.time(), Name: r.text()}
	return s, r.end()
}

type summaryWriter []byte

func (w *summaryWriter) number(n int64)   { *w = binary.AppendVarint(*w, n) }
func (w *summaryWriter) time(t time.Time) { w.number(t.UnixMilli()) }
func (w *summaryWriter) text(s string) {
	*w = binary.AppendUvarint(*w, uint64(len(s)))
	*w = append(*w, s...)
}

// summaryReader reads what summaryWriter wrote. The texts are parts of one
// string, one allocation for a whole line. After the first thing that does
// not fit it gives zero values and end says so.
type summaryReader struct {
	rest string
	bad  bool
}

func (r *summaryReader) number() int64 {
	u := r.uvarint()
	return int64(u>>1) ^ -int64(u&1) // zigzag, as encoding/binary has it
}

func (r *summaryReader) time() time.Time { return time.UnixMilli(r.number()).UTC() }

func (r *summaryReader) text() string {
	n := r.uvarint()
	if n > uint64(len(r.rest)) {
		r.bad = true
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *summaryReader) uvarint() uint64 {
	var u uint64
	for i := range min(len(r.rest), binary.MaxVarintLen64) {
		b := r.rest[i]
		u |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			r.rest = r.rest[i+1:]
			return u
		}
	}
	r.bad, r.rest = true, ""
	return 0
}

func (r *summaryReader) end() error {
	if r.bad || r.rest != "" {
		return errors.New("summary does not fit")
	}
	return nil
}
