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

// turns are the badges of a workshop in the order of the teams, the way they
// present.
func (m *Model) turns(workshop string) []string {
	var mine []designer.Summary
	for _, d := range m.drafts {
		if d.Workshop == workshop {
			mine = append(mine, d)
		}
	}
	seat := map[string]int{}
	for i, t := range m.workshop.Teams {
		seat[t] = i + 1
	}
	slices.SortStableFunc(mine, func(a, b designer.Summary) int {
		last := len(seat) + 1
		at := func(d designer.Summary) int {
			if n := seat[d.Team]; n > 0 {
				return n
			}
			return last
		}
		return cmp.Or(cmp.Compare(at(a), at(b)), cmp.Compare(a.Team, b.Team), a.Created.Compare(b.Created))
	})
	out := make([]string, len(mine))
	for i, d := range mine {
		out[i] = d.ID
	}
	return out
}
