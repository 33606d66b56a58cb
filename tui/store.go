// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
)

// What the store answers. All of it is asked for by commands, never in Update.
type (
	tickMsg  struct{}
	savedMsg struct {
		id    string
		edit  int
		draft designer.Draft
		err   error
	}
	copiedMsg struct { // an edit that met a conflict was kept as a copy
		from  string
		was   string // the name of what was copied
		gone  bool   // there is nothing left that it is a copy of
		edit  int
		draft designer.Draft
		err   error
	}
	listedMsg struct {
		drafts  []designer.Summary
		issuers []designer.SavedIssuer
		events  []designer.WorkshopSummary
		now     time.Time
		err     error
		lost    error // of the rest: the badges are there all the same
	}
	workshopMsg struct {
		workshop designer.Workshop
		enter    bool // its room
		err      error
	}
	presentMsg struct {
		drafts []designer.Draft
		err    error
	}
	openedMsg struct {
		draft    designer.Draft
		workshop designer.Workshop // it was begun in; none has no ID
		err      error
		glance   bool // only its picture is wanted
	}
	removedMsg struct {
		id, name string
		err      error
	}
	backMsg struct {
		draft designer.Draft
		err   error
	}
	issuersMsg struct {
		issuers []designer.SavedIssuer
		err     error
	}
)

// put saves the draft over the revision it started from. Of the saves of one
// visit the last stays in the history.
func put(st designer.Store, d designer.Draft, edit int, visit string) tea.Cmd {
	return func() tea.Msg {
		kept, err := st.Drafts().Put(designer.Visiting(context.Background(), visit), d)
		return savedMsg{d.ID, edit, kept, err}
	}
}

// putCopy keeps the draft beside the one it was edited from, or in its place
// when that one is gone.
func putCopy(st designer.Store, d designer.Draft, edit int, gone bool) tea.Cmd {
	return func() tea.Msg {
		c := d.Duplicate()
		if d.Name == "" || gone || c.Set("name", c.Name+" (2)") != nil {
			c.Name = d.Name
		}
		kept, err := st.Drafts().Put(context.Background(), c)
		return copiedMsg{d.ID, d.Name, gone, edit, kept, err}
	}
}

// list reads the badges and the saved issuers, the newest first.
func list(st designer.Store, now func() time.Time) tea.Cmd {
	return func() tea.Msg {
		ctx := context.Background()
		drafts, err := st.Drafts().List(ctx, designer.Page{})
		if err != nil {
			return listedMsg{now: now(), err: err}
		}
		slices.SortFunc(drafts, func(a, b designer.Summary) int {
			return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(a.ID, b.ID))
		})
		issuers, lost := savedIssuers(ctx, st)
		events, err := workshopsOf(ctx, st)
		return listedMsg{drafts, issuers, events, now(), nil, cmp.Or(lost, err)}
	}
}

func savedIssuers(ctx context.Context, st designer.Store) ([]designer.SavedIssuer, error) {
	sums, err := st.Issuers().List(ctx, designer.Page{})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(sums, func(a, b designer.IssuerSummary) int {
		return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(a.ID, b.ID))
	})
	var out []designer.SavedIssuer
	var lost error // one that cannot be read does not cost the others
	for _, s := range sums {
		i, err := st.Issuers().Get(ctx, s.ID)
		switch {
		case errors.Is(err, designer.ErrNotFound): // forgotten in another window
		case err != nil:
			lost = err
		default:
			out = append(out, i)
		}
	}
	return out, lost
}

func open(st designer.Store, id string, glance bool) tea.Cmd {
	return func() tea.Msg {
		ctx := context.Background()
		d, err := st.Drafts().Get(ctx, id)
		var w designer.Workshop
		if err == nil && !glance && d.Workshop != "" {
			w, _ = st.Workshops().Get(ctx, d.Workshop) // the badge is there without it
		}
		return openedMsg{d, w, err, glance}
	}
}

// begin makes a new badge's id outside of Update.
func begin(d designer.Draft) tea.Cmd {
	return func() tea.Msg {
		if d.ID == "" {
			d.ID = designer.NewID()
		}
		return openedMsg{draft: d}
	}
}

// duplicate copies a stored badge under a new id.
func duplicate(st designer.Store, id, name string) tea.Cmd {
	return func() tea.Msg {
		ctx := context.Background()
		d, err := st.Drafts().Get(ctx, id)
		if err != nil {
			return openedMsg{err: err}
		}
		d = d.Duplicate()
		_ = d.Set("name", strings.ReplaceAll(name, "{name}", d.Name)) // a name with no room for the word stays as it is
		d, err = st.Drafts().Put(ctx, d)
		return openedMsg{draft: d, err: err}
	}
}

func remove(st designer.Store, id string, revision int, name string) tea.Cmd {
	return func() tea.Msg {
		return removedMsg{id, name, st.Drafts().Delete(context.Background(), id, revision)}
	}
}

func bringBack(st designer.Store, id string) tea.Cmd {
	return func() tea.Msg {
		d, err := st.Drafts().Undelete(context.Background(), id)
		return backMsg{d, err}
	}
}

// remember keeps an issuer for other badges: over the saved one of the same
// name, unless nothing changed.
func remember(st designer.Store, i designer.Issuer, known []designer.SavedIssuer) tea.Cmd {
	saved := designer.SavedIssuer{Issuer: i}
	for _, k := range known {
		if k.Issuer == i {
			return nil
		}
		if strings.EqualFold(k.Name, i.Name) {
			saved = k
			saved.Issuer = i
		}
	}
	return func() tea.Msg {
		ctx := context.Background()
		if saved.ID == "" {
			saved.ID = designer.NewID()
		}
		if _, err := st.Issuers().Put(ctx, saved); err != nil {
			return issuersMsg{err: err}
		}
		issuers, err := savedIssuers(ctx, st)
		return issuersMsg{issuers, err}
	}
}

func forget(st designer.Store, id string, revision int) tea.Cmd {
	return func() tea.Msg {
		ctx := context.Background()
		if err := st.Issuers().Delete(ctx, id, revision); err != nil {
			return issuersMsg{err: err}
		}
		issuers, err := savedIssuers(ctx, st)
		return issuersMsg{issuers, err}
	}
}
