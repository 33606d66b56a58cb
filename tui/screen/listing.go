// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/cases"

	"insignia/designer"
	"insignia/internal/clean"
)

// fold makes upper and lower case, and the cases of every script, equal.
var fold = cases.Fold()

// Matching are the badges that a search finds: every word of it somewhere in
// the name, the issuer or the team, or at the start of the id. An empty search
// finds all.
func Matching(all []designer.Summary, query string) []designer.Summary {
	query, _ = clean.Line(query) // letters and accents may have come one by one
	words := strings.Fields(fold.String(query))
	if len(words) == 0 {
		return all
	}
	var out []designer.Summary
	for _, d := range all {
		hay := fold.String(d.Name + "\n" + d.Issuer + "\n" + d.Team)
		found := true
		for _, w := range words {
			id := len(w) >= 4 && strings.HasPrefix(d.ID, w)
			found = found && (id || strings.Contains(hay, w))
		}
		if found {
			out = append(out, d)
		}
	}
	return out
}

// Grouped puts the badges of a workshop together, the group of the newest
// badge first.
func Grouped(all []designer.Summary) []designer.Summary {
	place := map[string]int{}
	for _, d := range all {
		if _, ok := place[d.Workshop]; !ok {
			place[d.Workshop] = len(place)
		}
	}
	if len(place) < 2 {
		return all
	}
	return slices.SortedStableFunc(slices.Values(all), func(a, b designer.Summary) int {
		return cmp.Compare(place[a.Workshop], place[b.Workshop])
	})
}

// When is the time of a save today, the date of any other.
func When(t, now time.Time) string {
	t = t.In(now.Location())
	if t.Year() == now.Year() && t.YearDay() == now.YearDay() {
		return t.Format("15:04")
	}
	return t.Format(time.DateOnly)
}

// Seat is a badge of a workshop, or a team that has none: its badge has no ID
// then.
type Seat struct {
	Team  string
	Badge designer.Summary
}

// Seats are the workshop's teams in order with their badges, then the badges
// of nobody in the list.
func Seats(w designer.Workshop, all []designer.Summary) []Seat {
	var mine []designer.Summary
	for _, d := range all {
		if d.Workshop == w.ID {
			mine = append(mine, d)
		}
	}
	slices.SortStableFunc(mine, func(a, b designer.Summary) int {
		return cmp.Or(a.Created.Compare(b.Created), cmp.Compare(a.ID, b.ID))
	})
	var out []Seat
	for i, team := range w.Teams {
		if slices.Index(w.Teams, team) != i {
			continue // two of the same name sit together
		}
		had := len(out)
		for _, d := range mine {
			if d.Team == team {
				out = append(out, Seat{team, d})
			}
		}
		if len(out) == had {
			out = append(out, Seat{Team: team})
		}
	}
	for _, d := range mine {
		if !slices.Contains(w.Teams, d.Team) {
			out = append(out, Seat{d.Team, d})
		}
	}
	return out
}
