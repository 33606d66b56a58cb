// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"cmp"
	"slices"
)

// Turns returns the ids of all in the order in which they present: as the
// workshop names its teams, the others after them by team, and of one team the
// one that was begun first.
func (w Workshop) Turns(all []Summary) []string {
	seat := map[string]int{}
	for i, t := range w.Teams {
		seat[t] = i + 1
	}
	at := func(s Summary) int { return cmp.Or(seat[s.Team], len(w.Teams)+1) }
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Summary) int {
		return cmp.Or(cmp.Compare(at(a), at(b)), cmp.Compare(a.Team, b.Team), a.Created.Compare(b.Created), cmp.Compare(a.ID, b.ID))
	})
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = s.ID
	}
	return out
}
