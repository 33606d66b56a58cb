// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package bolt keeps drafts, saved issuers and workshops in one bbolt file on one
// machine. It is the only package that knows bbolt.
//
// bbolt by itself promises that a committed transaction survives a kill and a
// power loss. It checks nothing but its own two meta pages, so this package
// adds what an honest store needs: every value carries a checksum over its
// key and its content and is refused when it does not fit; the file is looked
// at before bbolt maps it; a panic on a damaged page becomes an error; the
// file is open only while somebody works with it, so that two programs can
// share it.
//
// The package refuses to know what is in a draft: it keeps JSON, and a line
// for lists that designer makes. What it cannot read it never overwrites or
// hides: a damaged file is moved aside as it is, and a store made again from the
// newest good copy, what of the file still fits its checksums, and the plain
// files beside it; designer.Mending says what came back.
package bolt

import (
	"path/filepath"
	"time"

	"insignia/designer"
)

// Store is a designer.Store in one file.
type Store struct {
	hold      *hold
	drafts    shelf[designer.Draft, designer.Summary]
	issuers   shelf[designer.SavedIssuer, designer.IssuerSummary]
	workshops shelf[designer.Workshop, designer.WorkshopSummary]
}

var _ designer.Store = (*Store)(nil)

// Option changes how a store behaves.
type Option func(*Store)

// Clock replaces the clock that writes Created and Updated.
func Clock(now func() time.Time) Option {
	return func(s *Store) { s.drafts.clock, s.issuers.clock, s.workshops.clock = now, now, now }
}

// Timeout is how long a call waits while another program holds the file
// before it answers designer.ErrBusy. Without this option it is two seconds.
func Timeout(d time.Duration) Option {
	return func(s *Store) { s.hold.wait = d }
}

// AsItIs keeps a damaged store from being mended: it is somebody else's. What
// cannot be read is designer.ErrDamaged then.
func AsItIs() Option {
	return func(s *Store) { s.hold.asItIs = true }
}

// Open returns the store in the file at path, which it creates with its
// folder when nothing is there. It looks at an existing file but takes no
// lock, so it never waits: what needs the content (a newer schema, another
// program holding the file) is said by the first call that needs it.
//
// A store that is damaged, or was there and is gone, is made again from what is
// left: see Mended. That waits for other programs to let go of it.
//
// The errors are designer.ErrUnavailable for a place that cannot be written,
// designer.ErrDamaged for a store that could not be made again, and one with
// the code not-a-store for anything else. Each has the argument path. What is
// there then is not touched.
func Open(path string, opts ...Option) (*Store, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		full = path
	}
	h := newHold(full)
	s := &Store{
		hold:      h,
		drafts:    shelf[designer.Draft, designer.Summary]{kind: drafts, hold: h, clock: time.Now},
		issuers:   shelf[designer.SavedIssuer, designer.IssuerSummary]{kind: issuers, hold: h, clock: time.Now},
		workshops: shelf[designer.Workshop, designer.WorkshopSummary]{kind: workshops, hold: h, clock: time.Now},
	}
	for _, o := range opts {
		o(s)
	}
	if err := h.ensure(); err != nil {
		return nil, err
	}
	return s, nil
}

// Drafts is the shelf of drafts.
func (s *Store) Drafts() designer.Shelf[designer.Draft, designer.Summary] { return &s.drafts }

// Issuers is the shelf of saved issuers.
func (s *Store) Issuers() designer.Shelf[designer.SavedIssuer, designer.IssuerSummary] {
	return &s.issuers
}

// Workshops is the shelf of workshops.
func (s *Store) Workshops() designer.Shelf[designer.Workshop, designer.WorkshopSummary] {
	return &s.workshops
}

// Close waits for the call at work, if any, and lets go of the file. Every
// later call is designer.ErrUnavailable.
func (s *Store) Close() error { return s.hold.end() }
