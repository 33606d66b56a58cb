// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import "insignia/designer"

// Action is something a screen asks the program to do.
type Action interface{ action() }

type (
	// Edit makes Draft the present one. Edits of the same field in a row are
	// one step of undo, until one of them has Break set. One with Apart is a
	// step of its own.
	Edit struct {
		Draft designer.Draft
		Field string
		Break bool
		Apart bool
	}
	// Leave says that a field was left: what is unsaved is saved now.
	Leave struct{}
	// Forward and Back go to the next and the previous question.
	Forward struct{}
	Back    struct{}
	// GoTo goes to a question.
	GoTo struct{ Question designer.Question }
	// List goes to the list of badges.
	List struct{}
	// Create starts a badge; Open, Copy and Remove act on a stored one.
	Create struct{}
	Open   struct{ ID string }
	Copy   struct{ ID string }
	Remove struct {
		ID       string
		Revision int
		Name     string
	}
	// Glance loads a badge so that its picture can be shown.
	Glance struct{ ID string }
	// Forget takes a saved issuer off the shelf, after a question.
	Forget struct {
		ID       string
		Revision int
		Name     string
	}
	// Say shows a sentence until the next key.
	Say struct{ Text string }
	// Export writes the files; OpenFolder shows where they lie.
	Export     struct{}
	OpenFolder struct{}
	// Show opens the picture, large.
	Show struct{}
	// Measure measures the present badge's picture while keys go on: a Reload
	// comes once Env.Measured is of it.
	Measure struct{}
	// ReadPicture reads a picture from a file: Env.Brought.
	ReadPicture struct{ Path string }
	// Visit goes to another room; ID is what it is about, where that is not
	// plain. Return goes back to where one came from.
	Visit struct {
		Room Room
		ID   string
	}
	Return struct{}
	// Quit leaves the program once everything is saved.
	Quit struct{}
)

func (Edit) action()        {}
func (Leave) action()       {}
func (Forward) action()     {}
func (Back) action()        {}
func (GoTo) action()        {}
func (List) action()        {}
func (Create) action()      {}
func (Open) action()        {}
func (Copy) action()        {}
func (Remove) action()      {}
func (Glance) action()      {}
func (Forget) action()      {}
func (Say) action()         {}
func (Export) action()      {}
func (OpenFolder) action()  {}
func (Show) action()        {}
func (Measure) action()     {}
func (ReadPicture) action() {}
func (Visit) action()       {}
func (Return) action()      {}
func (Quit) action()        {}

// Room is a place of the program besides the list and the open badge.
type Room string

// The rooms.
const (
	Intro     Room = "intro"     // what a badge is
	Suits     Room = "suits"     // which issuer suits us
	Present   Room = "present"   // full screen, one idea a page
	Workshops Room = "workshops" // the workshops of this store
	Workshop  Room = "workshop"  // one of them: its preset, and what can be done with it
	ClockFace Room = "clock"     // big digits
	Entry     Room = "entry"     // typing up paper
	Gather    Room = "gather"    // bringing piles together
	Options   Room = "settings"  // language, colours, picture, keys
	Versions  Room = "history"   // the versions of a badge
	Bin       Room = "bin"       // what was deleted
	Draw      Room = "draw"      // the drawing of the open badge
	Photo     Room = "photo"     // a picture from a file
	Surprise  Room = "surprise"  // four looks to choose from
	Proof     Room = "proof"     // the picture small, on other grounds, for other eyes
)
