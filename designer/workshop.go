// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"slices"
	"time"
)

// Workshop is an event in which badges are designed: made once by its
// facilitator, carried to the other laptops as a file. A badge begun in it
// knows its issuer, language and team and is not asked for them again.
type Workshop struct {
	Meta
	Title    string   `json:"title,omitempty"`
	Date     string   `json:"date,omitempty"` // YYYY-MM-DD
	Place    string   `json:"place,omitempty"`
	Language string   `json:"language,omitempty"` // BCP 47 tag of its badges
	Agenda   Agenda   `json:"agenda,omitzero"`
	Issuer   Issuer   `json:"issuer,omitzero"`
	Teams    []string `json:"teams,omitempty"`
	Colours  string   `json:"colours,omitempty"` // what look.colours of a new badge starts as
	// Skip are ids of core fields that the tables may leave open: somebody
	// fills them in later.
	Skip []string `json:"skip,omitempty"`
	// Private shows the clock on the facilitator's laptop alone.
	Private bool `json:"private,omitempty"`
}

// Limits of a workshop's texts in characters, and of its lists. A title, a
// place and a team stand on one line of a printed sheet.
const (
	MaxTitle = 120
	MaxPlace = 120
	MaxTeam  = 60 // as the field "team"
	MaxTeams = 50
)

// Minutes is how long it takes in all.
func (w Workshop) Minutes() int { return w.Agenda.Minutes() }

// Skips reports whether the tables may leave a field open.
func (w Workshop) Skips(field string) bool { return slices.Contains(w.Skip, field) }

// Begin returns a new badge of this workshop for a team, which may be "".
func (w Workshop) Begin(team string) Draft {
	d := New(w.Language)
	d.Workshop = w.ID
	d.Team = team
	d.Issuer = w.Issuer
	d.Look.Colours = w.Colours
	return d
}

// Clone returns a copy that shares nothing with w.
func (w Workshop) Clone() Workshop {
	w.Saves = w.Saves.Clone()
	w.Agenda = w.Agenda.Clone()
	w.Teams = slices.Clone(w.Teams)
	w.Skip = slices.Clone(w.Skip)
	return w
}

// WorkshopSummary is a workshop in a list.
type WorkshopSummary struct {
	ID       string    `json:"id"`
	Revision int       `json:"revision"`
	Updated  time.Time `json:"updated"`
	Title    string    `json:"title"`
	Date     string    `json:"date"`
	Minutes  int       `json:"minutes"`
}

// SummarizeWorkshop returns w's line in a list.
func SummarizeWorkshop(w Workshop) WorkshopSummary {
	return WorkshopSummary{ID: w.ID, Revision: w.Revision, Updated: w.Updated, Title: w.Title, Date: w.Date, Minutes: w.Minutes()}
}

// Key is the id that lists are ordered by.
func (s WorkshopSummary) Key() string { return s.ID }
