// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"insignia/designer"
	"insignia/designer/bolt"
)

// busyShelf is a shelf on which somebody else saves between each of the first
// Gets and the Put that follows.
type busyShelf struct {
	designer.Shelf[designer.Draft, designer.Summary]
	rivals int
}

func (c *busyShelf) Get(ctx context.Context, id string) (designer.Draft, error) {
	d, err := c.Shelf.Get(ctx, id)
	if err == nil && c.rivals > 0 {
		c.rivals--
		r := d.Clone()
		r.Team += "x"
		_, err = c.Shelf.Put(ctx, r)
	}
	return d, err
}

func TestASaveInBetweenIsKeptBesideTheChange(t *testing.T) {
	for _, c := range []struct {
		rivals int
		want   error
		team   string
		name   string
	}{{0, nil, "", "Bike"}, {1, nil, "x", "Bike"}, {2, designer.ErrConflict, "xx", ""}} {
		s, err := bolt.Open(filepath.Join(t.TempDir(), "s.db"))
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		d, err := s.Drafts().Put(t.Context(), designer.New("en"))
		if err != nil {
			t.Fatal(err)
		}
		shelf := &busyShelf{s.Drafts(), c.rivals}
		if _, err := change(t.Context(), shelf, d.ID, assignments{{"name", false, "Bike"}}); !errors.Is(err, c.want) {
			t.Errorf("%d rivals: %v, want %v", c.rivals, err, c.want)
		}
		got, err := s.Drafts().Get(t.Context(), d.ID)
		if err != nil || got.Team != c.team || got.Name != c.name {
			t.Errorf("%d rivals: team %q, name %q, %v", c.rivals, got.Team, got.Name, err)
		}
	}
}
