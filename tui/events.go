// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"cmp"
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
)

// workshopsOf reads the workshops, the newest first.
func workshopsOf(ctx context.Context, st designer.Store) ([]designer.WorkshopSummary, error) {
	all, err := st.Workshops().List(ctx, designer.Page{})
	slices.SortFunc(all, func(a, b designer.WorkshopSummary) int {
		return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(a.ID, b.ID))
	})
	return all, err
}

// openWorkshop reads a workshop, to go into its room or only to know it.
func openWorkshop(st designer.Store, id string, enter bool) tea.Cmd {
	return func() tea.Msg {
		w, err := st.Workshops().Get(context.Background(), id)
		return workshopMsg{w, enter, err}
	}
}

// toPresent reads the badges to present in the order of their ids' list. One
// that was deleted meanwhile is left out.
func toPresent(st designer.Store, ids []string) tea.Cmd {
	return func() tea.Msg {
		var out []designer.Draft
		for _, id := range ids {
			d, err := st.Drafts().Get(context.Background(), id)
			switch {
			case errors.Is(err, designer.ErrNotFound):
			case err != nil:
				return presentMsg{err: err}
			default:
				out = append(out, d)
			}
		}
		return presentMsg{drafts: out}
	}
}

// turns are the badges of a workshop in the order in which they present.
func (m *Model) turns() []string {
	var mine []designer.Summary
	for _, d := range m.drafts {
		if d.Workshop == m.workshop.ID {
			mine = append(mine, d)
		}
	}
	return m.workshop.Turns(mine)
}
