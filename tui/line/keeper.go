// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"errors"
	"fmt"

	"insignia/designer"
)

// keeper holds the badge as it is answered, saves it with each answer, and
// remembers how it was before.
type keeper struct {
	rooms   *rooms
	d       designer.Draft
	run     string // names this opening of the badge among all
	visits  int    // of fields, so far
	noted   bool   // the draft before this visit's first change is in past
	past    []moment
	future  []moment
	dirty   bool  // an answer is not in the store
	trouble error // why
}

// moment is the draft as it was before a visit of a field changed it.
type moment struct {
	draft designer.Draft
	field string
}

// undoSteps is how many visits can be undone.
const undoSteps = 500

func keep(r *rooms, d designer.Draft) keeper {
	return keeper{rooms: r, d: d, run: designer.NewID()}
}

// settle ends a visit: what is answered next is a version of its own.
func (k *keeper) settle() {
	k.visits++
	k.noted = false
}

// change answers a field and saves. What a field refuses is returned, and the
// badge stays as it was.
func (k *keeper) change(ctx context.Context, field string, answer func(*designer.Draft) error) error {
	c := k.d.Clone()
	if err := answer(&c); err != nil {
		return err
	}
	if len(designer.Changes(k.d, c)) > 0 {
		if !k.noted {
			k.noted = true
			k.past = append(k.past, moment{k.d, field})
			k.past = k.past[max(0, len(k.past)-undoSteps):]
			k.future = nil
		}
		k.d, k.dirty = c, true
	}
	k.save(ctx)
	return nil
}

// undo goes back before the last visit that changed something, redo forward
// again; they return the field that it was in, "" for none.
func (k *keeper) undo(ctx context.Context) string { return k.swap(ctx, &k.past, &k.future) }
func (k *keeper) redo(ctx context.Context) string { return k.swap(ctx, &k.future, &k.past) }

func (k *keeper) swap(ctx context.Context, from, to *[]moment) string {
	n := len(*from)
	if n == 0 {
		return ""
	}
	m := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, moment{k.d, m.field})
	k.settle()
	k.d, k.dirty = k.d.Restored(m.draft), true
	k.save(ctx)
	return m.field
}

// save puts into the store what is not in it. The end of the conversation does
// not keep it from that. What went wrong is said once, and tried again with
// the next answer.
func (k *keeper) save(ctx context.Context) {
	if !k.dirty {
		return
	}
	ctx = context.WithoutCancel(ctx)
	visit := fmt.Sprintf("%s.%d", k.run, k.visits)
	kept, err := k.rooms.store.Drafts().Put(designer.Visiting(ctx, visit), k.d.Clone())
	if errors.Is(err, designer.ErrConflict) || errors.Is(err, designer.ErrNotFound) {
		kept, err = k.beside(ctx, errors.Is(err, designer.ErrNotFound))
	}
	w, t := k.rooms.talk.Words(), k.rooms.talk
	if err != nil {
		if k.trouble == nil {
			t.Say(w.T("ui.unsaved", "why", w.Error(err)))
			if hint := w.Hint(err); hint != "" {
				t.Say(hint)
			}
		} else {
			t.Say(w.T("line.unsaved"))
		}
		k.trouble = err
		return
	}
	if k.trouble != nil {
		t.Say(w.T("line.saved.again"))
	}
	k.d.Meta = kept.Meta
	k.dirty, k.trouble = false, nil
}

// beside keeps the badge beside the one it was edited from, which another
// program changed, or in its place when that one is gone.
func (k *keeper) beside(ctx context.Context, gone bool) (designer.Draft, error) {
	c := k.d.Duplicate()
	if c.Name != "" && !gone {
		_ = c.Set("name", c.Name+" (2)") // a name with no room for the number stays as it is
	}
	kept, err := k.rooms.store.Drafts().Put(ctx, c)
	if err != nil {
		return kept, err
	}
	k.d, k.past, k.future = c, nil, nil
	said := "ui.conflict"
	if gone {
		said = "ui.gone"
	}
	k.rooms.talk.Say(k.rooms.talk.Words().T(said))
	return kept, nil
}
