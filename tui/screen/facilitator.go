// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import "insignia/designer"

// What the facilitator's screens ask for.
type (
	// Ask asks a question and carries out Then after a yes.
	Ask struct {
		Question string
		Then     Action
	}
	// CreateWorkshop goes to a workshop that is not stored before it is kept
	// for the first time.
	CreateWorkshop struct{}
	// KeepWorkshop saves the preset over whatever of it was saved before.
	KeepWorkshop struct{ Workshop designer.Workshop }
	// RemoveWorkshop deletes a workshop; its badges stay.
	RemoveWorkshop struct {
		ID       string
		Revision int
		Name     string
	}
	// WriteWorkshop writes the workshop that is being run into a folder, as
	// workshop.json.
	WriteWorkshop struct{ Folder string }
	// BeginBadge begins a badge of that workshop for a team, "" for none.
	BeginBadge struct{ Team string }
	// TakeHome writes everything of the workshop into one folder.
	TakeHome struct{}
	// KeepDraft saves a badge that is being typed up, over whatever of it was
	// saved before.
	KeepDraft struct{ Draft designer.Draft }
	// GatherFrom brings what lies at paths into the store.
	GatherFrom struct{ Paths []string }
)

func (Ask) action()            {}
func (CreateWorkshop) action() {}
func (KeepWorkshop) action()   {}
func (RemoveWorkshop) action() {}
func (WriteWorkshop) action()  {}
func (BeginBadge) action()     {}
func (TakeHome) action()       {}
func (KeepDraft) action()      {}
func (GatherFrom) action()     {}

// Holder is a screen that saves when a field is left: Held is what has to be
// carried out before the program ends in the middle of one.
type Holder interface{ Held(env Env) []Action }

// Gathered is what became of one thing that was brought: a badge, a workshop,
// or a file that could not be read.
type Gathered struct {
	Name     string // or a workshop's title, or a path
	Team     string
	Workshop bool
	Fate     Fate
	Why      string // a sentence, of what could not be read
}

// Fate says how a thing that was brought stood to what was here. The ids are
// those of designer/gather, and one more.
type Fate string

// The fates.
const (
	FateNew     Fate = "new"     // it was not here
	FateUpdated Fate = "updated" // it took the place of an older one
	FateForked  Fate = "forked"  // both went their own way
	FateOlder   Fate = "older"   // the one here is newer, and stays
	FateRemoved Fate = "removed" // it was taken away here, and stays so
	FateSame    Fate = "same"    // it was here already
	FateUnread  Fate = "unread"  // it could not be read
)

// Fates returns them in the order in which a report tells them.
func Fates() []Fate {
	return []Fate{FateNew, FateUpdated, FateForked, FateOlder, FateRemoved, FateSame, FateUnread}
}
