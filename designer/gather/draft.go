// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package gather

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"insignia/designer"
)

// gathering is the shelf of drafts during one Into.
type gathering struct {
	shelf designer.Shelf[designer.Draft, designer.Summary]
	lines []designer.Summary              // what is here
	gone  []designer.Gone[designer.Draft] // what was taken away
	fresh bool                            // lines and gone are as the shelf is
}

// member is a version of a badge in this store.
type member struct {
	designer.Draft
	gone bool
}

// draft brings in one version, and returns it as it lies here.
func (g *gathering) draft(ctx context.Context, in designer.Draft) (designer.Draft, Fate, error) {
	in = known(in)
	if !g.fresh {
		if err := g.look(ctx); err != nil {
			return in, 0, err
		}
	}
	family, err := g.family(ctx, in)
	if err != nil {
		return in, 0, err
	}
	var older []member
	here := false
	for _, m := range family {
		here = here || !m.gone
		switch o := order(in, m.Draft); {
		case o == designer.Newer:
			older = append(older, m)
		case o == designer.Fork:
		case m.gone:
			return m.Draft, Removed, nil
		case o == designer.Same:
			return m.Draft, Same, nil
		default:
			return m.Draft, Older, nil
		}
	}
	g.fresh = false // whatever becomes of it, the shelf is another one
	switch {
	case len(older) > 0:
		return g.replace(ctx, in, older)
	case here:
		kept, err := g.beside(ctx, in, family)
		return kept, Forked, err
	}
	kept, err := g.beside(ctx, in, family)
	return kept, New, err
}

func (g *gathering) look(ctx context.Context) (err error) {
	if g.lines, err = g.shelf.List(ctx, designer.Page{}); err != nil {
		return err
	}
	g.gone, err = g.shelf.Gone(ctx)
	g.fresh = err == nil
	return err
}

// family are the versions of in's badge, those that are here first, and among
// them the one under in's own id and the one that was first.
func (g *gathering) family(ctx context.Context, in designer.Draft) ([]member, error) {
	root := rootOf(in)
	kin := func(id, forkOf string) bool { return id == in.ID || id == root || forkOf == root }
	rank := func(m member) int {
		switch m.ID {
		case in.ID:
			return 0
		case root:
			return 1
		}
		return 2
	}
	sorted := func(all []member) []member {
		slices.SortFunc(all, func(a, b member) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.ID, b.ID)) })
		return all
	}
	var here, gone []member
	for _, line := range g.lines {
		if !kin(line.ID, line.ForkOf) {
			continue
		}
		d, err := g.shelf.Get(ctx, line.ID)
		if err != nil {
			g.fresh = false
			return nil, err
		}
		here = append(here, member{known(d), false})
	}
	for _, was := range g.gone {
		d := was.Was
		if kin(d.ID, d.ForkOf) {
			gone = append(gone, member{known(d), true})
		}
	}
	return append(sorted(here), sorted(gone)...), nil
}

// replace puts in over the first of those that it descends from, and takes
// the others away.
func (g *gathering) replace(ctx context.Context, in designer.Draft, older []member) (designer.Draft, Fate, error) {
	was, fate := older[0], Updated
	if was.gone {
		if _, err := g.shelf.Undelete(ctx, was.ID); err != nil {
			return in, 0, err
		}
		fate = New
	}
	root := rootOf(in)
	in.ID, in.Revision, in.ForkOf = was.ID, was.Revision, root
	if was.ID == root {
		in.ForkOf = ""
	}
	kept, err := g.shelf.Put(ctx, in)
	if err != nil {
		return in, 0, err
	}
	for _, m := range older[1:] {
		if m.gone {
			continue
		}
		if err := g.shelf.Delete(ctx, m.ID, m.Revision); err != nil {
			return kept, 0, err
		}
	}
	return kept, fate, nil
}

// beside keeps in as a badge of its own: under its own id if that is free.
func (g *gathering) beside(ctx context.Context, in designer.Draft, family []member) (designer.Draft, error) {
	root := rootOf(in)
	for _, m := range family {
		if m.ID == in.ID {
			in.ID = forkID(root, in)
			break
		}
	}
	in.Revision, in.ForkOf = 0, root
	if in.ID == root {
		in.ForkOf = ""
	}
	return g.shelf.Put(ctx, in)
}

// order is how a stands to b. Equal saves with other answers happen when a
// store was copied, or when only revisions are known: neither descends from
// the other.
func order(a, b designer.Draft) designer.Order {
	o := a.Saves.Compare(b.Saves)
	if o == designer.Same && content(a) != content(b) {
		return designer.Fork
	}
	return o
}

// known is d with what order asks for.
func known(d designer.Draft) designer.Draft {
	d = d.Clone()
	if !designer.ValidID(d.ID) {
		d.ID = designer.IDOf([]byte("draft " + content(d)))
	}
	if len(d.Saves) == 0 {
		d.Revision = max(d.Revision, 1) // a file is a save
		d.Saves = d.Descent()
	}
	return d
}

// rootOf is the id of the badge that d is a version of.
func rootOf(d designer.Draft) string { return cmp.Or(d.ForkOf, d.ID) }

// forkID is the same in every store.
func forkID(root string, d designer.Draft) string {
	saves, err := json.Marshal(d.Saves)
	if err != nil {
		panic("gather: " + err.Error()) // numbers by name
	}
	return designer.IDOf([]byte("fork " + root + " " + string(saves) + " " + content(d)))
}

// content is what is in a draft, whichever version of the badge it is called.
func content(d designer.Draft) string {
	d.Meta, d.ForkOf = designer.Meta{}, ""
	b, err := json.Marshal(d)
	if err != nil {
		panic("gather: " + err.Error()) // strings and numbers
	}
	return string(b)
}
