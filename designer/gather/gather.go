// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package gather brings the badges of several laptops into one store. It knows
// which of two versions descends from the other and what becomes of both; it
// refuses to know where a pile comes from, and trusts nobody's clock.
//
// The versions of a badge that a store shows are a set in which none descends
// from another. A version that comes in changes the set in one way only,
// whatever the order of arrival:
//
//   - it is in the set, or one in the set descends from it: nothing happens;
//   - it descends from one in the set: it takes that one's place, whose
//     versions stay in its history. If it descends from several, the others are
//     taken away, as a person would, and can be brought back;
//   - neither: it is kept beside them, as another version of the badge.
//
// A badge that was taken away here counts as if it were in the set, and stays
// away until something newer comes in.
package gather

import (
	"context"
	"errors"

	"insignia/designer"
)

// Pile is what one laptop brings.
type Pile struct {
	Name      string // of the folder or file, for the report
	Drafts    []designer.Draft
	Workshops []designer.Workshop
}

// Fate is what became of a badge or a workshop of a pile.
type Fate int

const (
	New     Fate = iota // it was not here
	Updated             // it is newer than what was here
	Same                // it is here already
	Older               // what is here is newer
	Forked              // it went another way than what is here
	Removed             // it was taken away here, and stays so
)

// String gives the fate's id: new, updated, same, older, forked or removed.
func (f Fate) String() string {
	return [...]string{"new", "updated", "same", "older", "forked", "removed"}[f]
}

// MarshalText gives the fate's id.
func (f Fate) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// Entry is one badge or workshop of a report.
type Entry struct {
	Pile string `json:"pile"`
	// ID is what it has here; a version kept beside another one has an id of
	// its own and names the other in ForkOf.
	ID     string `json:"id"`
	ForkOf string `json:"forkOf,omitempty"`
	Name   string `json:"name"` // or a workshop's title
	Team   string `json:"team,omitempty"`
	Fate   Fate   `json:"fate"`
}

// Report is what became of a pile, in its order.
type Report struct {
	Badges    []Entry `json:"badges"`
	Workshops []Entry `json:"workshops"`
}

// Count is how many badges met that fate.
func (r Report) Count(f Fate) int {
	n := 0
	for _, e := range r.Badges {
		if e.Fate == f {
			n++
		}
	}
	return n
}

// Add puts what another report says behind what r says.
func (r *Report) Add(other Report) {
	r.Badges = append(r.Badges, other.Badges...)
	r.Workshops = append(r.Workshops, other.Workshops...)
}

// Into brings a pile into the store. Bringing in the same pile twice changes
// nothing more, and piles in any order end in the same badges. An error is
// the store's: what came in before it stays, and is in the report.
//
// A draft without saves counts by its revision. One without an id gets one
// that follows from its answers. A workshop that went another way than the
// one here is not kept: its facilitator decides.
func Into(ctx context.Context, store designer.Store, pile Pile) (Report, error) {
	var r Report
	// Workshops first: a badge without its workshop would stand outside of
	// it if the rest does not come.
	for _, w := range pile.Workshops {
		e := Entry{Pile: pile.Name, Name: w.Title}
		err := again(func() (err error) {
			e.ID, e.Fate, err = workshop(ctx, store.Workshops(), w)
			return err
		})
		if err != nil {
			return r, err
		}
		r.Workshops = append(r.Workshops, e)
	}
	g := gathering{shelf: store.Drafts()}
	for _, d := range pile.Drafts {
		e := Entry{Pile: pile.Name, Name: d.Name, Team: d.Team}
		err := again(func() error {
			kept, fate, err := g.draft(ctx, d)
			e.ID, e.ForkOf, e.Fate = kept.ID, kept.ForkOf, fate
			return err
		})
		if err != nil {
			return r, err
		}
		r.Badges = append(r.Badges, e)
	}
	return r, nil
}

// tries is how often a record is looked at again because somebody saved here
// in between.
const tries = 4

func again(take func() error) error {
	for try := 1; ; try++ {
		err := take()
		if err == nil || try == tries || !errors.Is(err, designer.ErrConflict) && !errors.Is(err, designer.ErrNotFound) {
			return err
		}
	}
}
