// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package gather

import (
	"context"
	"encoding/json"
	"errors"

	"insignia/designer"
)

// workshop brings in one workshop and returns the id it has here.
func workshop(ctx context.Context, shelf designer.Shelf[designer.Workshop, designer.WorkshopSummary], in designer.Workshop) (string, Fate, error) {
	in = in.Clone()
	if !designer.ValidID(in.ID) {
		in.ID = designer.IDOf([]byte("workshop " + preset(in)))
	}
	if len(in.Saves) == 0 {
		in.Revision = max(in.Revision, 1) // a file is a save
		in.Saves = in.Descent()
	}
	was, err := shelf.Get(ctx, in.ID)
	gone := false
	if errors.Is(err, designer.ErrNotFound) {
		all, err := shelf.Gone(ctx)
		if err != nil {
			return in.ID, 0, err
		}
		for _, w := range all {
			if w.Was.ID == in.ID {
				was, gone = w.Was, true
			}
		}
		if !gone {
			in.Revision = 0
			_, err = shelf.Put(ctx, in)
			return in.ID, New, err
		}
	} else if err != nil {
		return in.ID, 0, err
	}
	o := in.Saves.Compare(was.Saves)
	if o == designer.Same && preset(in) != preset(was) {
		o = designer.Fork
	}
	fate := map[designer.Order]Fate{designer.Same: Same, designer.Older: Older, designer.Fork: Forked, designer.Newer: Updated}[o]
	switch {
	case fate != Updated && gone:
		return in.ID, Removed, nil
	case fate != Updated:
		return in.ID, fate, nil
	case gone:
		if was, err = shelf.Undelete(ctx, in.ID); err != nil {
			return in.ID, 0, err
		}
		fate = New
	}
	in.Revision = was.Revision
	_, err = shelf.Put(ctx, in)
	return in.ID, fate, err
}

// preset is what is in a workshop.
func preset(w designer.Workshop) string {
	w.Meta = designer.Meta{}
	b, err := json.Marshal(w)
	if err != nil {
		panic("gather: " + err.Error()) // strings and numbers
	}
	return string(b)
}
