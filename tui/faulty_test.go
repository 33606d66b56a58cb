// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"

	"insignia/designer"
)

// faulty is a store whose drafts cannot be saved while refuse is set.
type faulty struct {
	designer.Store
	refuse error
	puts   int
}

func (f *faulty) Drafts() designer.Shelf[designer.Draft, designer.Summary] {
	return faultyShelf{f.Store.Drafts(), f}
}

type faultyShelf struct {
	designer.Shelf[designer.Draft, designer.Summary]
	f *faulty
}

func (s faultyShelf) Put(ctx context.Context, d designer.Draft) (designer.Draft, error) {
	s.f.puts++
	if s.f.refuse != nil {
		return designer.Draft{}, s.f.refuse
	}
	return s.Shelf.Put(ctx, d)
}
