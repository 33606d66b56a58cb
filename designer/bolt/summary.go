// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"encoding/binary"
	"errors"

	"insignia/designer"
)

// A line in a list is its head, its saves and then the other members of the
// summary one after the other: a number as a varint, a text as its length and its bytes.
// The id is the key and not written again. Lists are read more often than
// anything else, and JSON would take ten times as long.

func encodeSummary(b []byte, s designer.Summary) []byte {
	w := summaryWriter(b)
	w.text(s.Kind)
	w.text(s.Name)
	w.text(s.Language)
	w.text(s.Team)
	w.text(s.Workshop)
	w.text(s.ForkOf)
	w.text(s.Issuer)
	w.number(s.Answered)
	return w
}

func decodeSummary(id string, h head, rest string, schema int) (designer.Summary, error) {
	r := summaryReader{rest: rest}
	s := designer.Summary{
		ID: id, Revision: h.revision, Created: h.created, Updated: h.updated,
		Kind: r.text(), Name: r.text(), Language: r.text(), Team: r.text(),
	}
	if schema > 1 {
		s.Workshop, s.ForkOf = r.text(), r.text()
	}
	s.Issuer, s.Answered = r.text(), r.number()
	return s, r.end()
}

func encodeIssuer(b []byte, s designer.IssuerSummary) []byte {
	w := summaryWriter(b)
	w.text(s.Name)
	return w
}

func decodeIssuer(id string, h head, rest string, _ int) (designer.IssuerSummary, error) {
	r := summaryReader{rest: rest}
	s := designer.IssuerSummary{ID: id, Revision: h.revision, Updated: h.updated, Name: r.text()}
	return s, r.end()
}

func encodeWorkshop(b []byte, s designer.WorkshopSummary) []byte {
	w := summaryWriter(b)
	w.text(s.Title)
	w.text(s.Date)
	w.number(s.Minutes)
	return w
}

func decodeWorkshop(id string, h head, rest string, _ int) (designer.WorkshopSummary, error) {
	r := summaryReader{rest: rest}
	s := designer.WorkshopSummary{ID: id, Revision: h.revision, Updated: h.updated, Title: r.text(), Date: r.text(), Minutes: r.number()}
	return s, r.end()
}

type summaryWriter []byte

func (w *summaryWriter) number(n int) { *w = binary.AppendVarint(*w, int64(n)) }

func (w *summaryWriter) text(s string) {
	*w = binary.AppendUvarint(*w, uint64(len(s)))
	*w = append(*w, s...)
}

// summaryReader reads what summaryWriter wrote; the texts are parts of rest.
// After the first thing that does not fit it gives zero values, and end says
// so.
type summaryReader struct {
	rest string
	bad  bool
}

func (r *summaryReader) number() int {
	u := r.uvarint()
	return int(u>>1) ^ -int(u&1) // zigzag, as encoding/binary has it
}

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
