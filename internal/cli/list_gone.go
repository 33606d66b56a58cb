// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"cmp"
	"context"
	"slices"
	"time"

	"insignia/designer"
)

// goneSummary is a deleted badge in a list.
type goneSummary struct {
	designer.Summary
	Deleted time.Time `json:"deleted"`
	// Until is the time up to which it is kept at least.
	Until time.Time `json:"until"`
	days  int
}

// listGone prints the deleted badges that are wanted, the latest first.
func (a *app) listGone(ctx context.Context, asJSON bool, wanted func(designer.Summary) bool) error {
	all, err := a.store.Drafts().Gone(ctx)
	if err != nil {
		return err
	}
	var whole []string
	found := []goneSummary{}
	for _, g := range all {
		whole = append(whole, g.Was.ID)
		if s := designer.Summarize(g.Was); wanted(s) {
			found = append(found, goneSummary{s, g.At, g.Until(), g.Days(a.Now())})
		}
	}
	slices.SortStableFunc(found, func(x, y goneSummary) int { return y.Deleted.Compare(x.Deleted) })
	w := a.words()
	switch {
	case asJSON:
		a.printJSON(found)
		return nil
	case len(found) == 0:
		a.note(w.T("cli.list.none-deleted"))
		return nil
	}
	ids := abbreviate(whole)
	rows := [][]string{{w.T("cli.list.id"), w.T("cli.list.name"), w.T("cli.list.issuer"), w.T("cli.list.deleted"), w.T("cli.list.kept")}}
	for _, s := range found {
		rows = append(rows, []string{ids[s.ID], cmp.Or(s.Name, w.T("ui.unnamed")), s.Issuer, saved(s.Deleted), w.N("cli.list.days", s.days)})
	}
	a.print(columns(rows))
	return nil
}
