// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"context"
	"time"
)

// Tender is a Store that looks after itself when nobody waits for it.
type Tender interface {
	// Tend does what is due of the store's upkeep: a checked copy of it, the
	// plain files beside it, records that were deleted more than KeepGone ago
	// taken out. It does nothing when nothing is due, and stops between two
	// things when ctx ends.
	Tend(ctx context.Context) error
	// Untended reports whether something was saved through this value since
	// the last Tend.
	Untended() bool
}

// Mender is a Store that makes itself again when it is damaged.
type Mender interface {
	// Mended tells, once each, of damage that was met and mended.
	Mended() []Mending
}

// Mending is the report on a store that was damaged or gone and was made
// again from what was left.
type Mending struct {
	At   time.Time `json:"at"`
	Path string    `json:"path"`
	// Why is what was found, for those who look into it; it is no sentence.
	Why string `json:"why"`
	// Aside is where the damaged file lies now, untouched; "" when there was
	// no file any more.
	Aside string `json:"aside,omitempty"`
	// Backup is the copy that was started from, "" for none.
	Backup string `json:"backup,omitempty"`
	// Found is every record that anything was known of, badges first.
	Found []Found `json:"found"`
}

// Found is what became of one record in a Mending.
type Found struct {
	Shelf string `json:"shelf"` // drafts, issuers or workshops
	ID    string `json:"id"`
	Name  string `json:"name"`
	// From is where its present version comes from.
	From Origin `json:"from"`
	// Revision is the one that came back, 0 for none; Had is the newest that
	// was known of. Less than Had is a loss.
	Revision int  `json:"revision"`
	Had      int  `json:"had"`
	Gone     bool `json:"gone,omitempty"` // it was deleted, and stays so
}

// Origin is where a record came back from.
type Origin string

// The origins.
const (
	FromFile   Origin = "file"   // the damaged file: it passed its checksum
	FromBackup Origin = "backup" // an earlier copy of the store
	FromMirror Origin = "mirror" // the plain file beside the store
	FromNone   Origin = "none"   // nothing of it could be read
)

// Lost are the records that did not come back as they were last saved.
func (m Mending) Lost() []Found {
	var out []Found
	for _, f := range m.Found {
		if f.Revision < f.Had {
			out = append(out, f)
		}
	}
	return out
}

// Back is how many records are there again, as they were last saved or not.
func (m Mending) Back() int {
	n := 0
	for _, f := range m.Found {
		if f.Revision > 0 && !f.Gone {
			n++
		}
	}
	return n
}

// Report is where the report lies beside the damaged file, "" when there was
// no file any more.
func (m Mending) Report() string {
	if m.Aside == "" {
		return ""
	}
	return m.Aside + ".report.json"
}
