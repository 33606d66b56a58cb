// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"time"

	"insignia/designer"
	"insignia/export"
	"insignia/tui/line/talk"
	"insignia/tui/screen"
)

// rooms are the places of line mode besides the exercise, and all they need.
type rooms struct {
	talk        *talk.Talk
	store       designer.Store
	facilitator Facilitator
	now         func() time.Time     // for "today"
	uptime      func() time.Duration // counts evenly through a closed lid and a changed clock
	boot        string               // names the run of the machine that uptime counts in, "" for unknown
	// exercise asks the questions of a badge until it is left. What it returns
	// is the conversation's end.
	exercise func(context.Context, designer.Draft) error
	speak    func(tag string) // goes on in another language

	folder   func() string // where exports go
	formats  func(designer.Draft) []export.Format
	checks   func(designer.Draft) []designer.Problem
	welcomed bool  // it was said how one is helped
	lost     error // why what was answered is not in the store, where that was accepted
}

// Facilitator is what line mode is given to do with a workshop beyond its
// store, as the full screen is. Each says what went wrong as an error that has
// a sentence.
type Facilitator struct {
	// TakeHome writes everything of a workshop, or of the whole store for one
	// without an ID, into one new folder, and says where.
	TakeHome func(context.Context, designer.Workshop) (path string, err error)
	// Gather brings what lies at paths into the store.
	Gather func(ctx context.Context, paths []string) ([]screen.Gathered, error)
	// Piles are folders where something to gather lies, Sticks those where
	// something may be written.
	Piles, Sticks func(context.Context) []string
	// Write writes the workshop's own file into a folder, and says where.
	Write func(w designer.Workshop, folder string) (path string, err error)
}
