// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"context"
	"errors"

	"insignia/designer"
	"insignia/designer/mirror"
)

// mirrorSuffix is of the folder with the plain files.
const mirrorSuffix = ".mirror"

// Tend implements designer.Tender. The plain files follow before anything is
// taken out for good, so that the file of a deleted record goes too.
func (s *Store) Tend(ctx context.Context) error {
	s.hold.saved.Store(false)
	_, mirrored := mirror.Sync(ctx, s, s.hold.path+mirrorSuffix)
	return errors.Join(s.backup(ctx), mirrored, s.purge(ctx), s.compact(ctx))
}

// Untended implements designer.Tender.
func (s *Store) Untended() bool { return s.hold.saved.Load() }

var _ designer.Tender = (*Store)(nil)
