// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package screen is what every screen of the program agrees on: what it is
// given, what it may ask for, and what it draws. Screens import this package
// and never each other; package tui alone knows them all.
package screen

import (
	"image"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"insignia/designer"
	"insignia/designer/clock"
	"insignia/internal/locale"
	"insignia/render/photo"
	"insignia/render/proof"
	"insignia/tui/theme"
)

// Screen is one place of the program. It is pure: it reads no clock, disk or
// store, starts no goroutine, and says by actions what it wants done. Actions
// are carried out in order before the next message, so that keys typed fast
// never land in the wrong field.
type Screen interface {
	// Update takes a key, a paste, a Click or a Reload.
	Update(msg tea.Msg, env Env) (Screen, []Action)
	// Layers draws the screen inside env.Area.
	Layers(env Env) []Layer
	// Keys are the screen's own keys, the most useful first: the footer and
	// the help come from here.
	Keys(env Env) []key.Binding
	// Typing reports whether a letter would be text just now.
	Typing() bool
}

// Escaper is a screen with something of its own that Esc ends first: a search.
type Escaper interface {
	Escape(env Env) (actions []Action, done bool)
}

// Keeper is a screen in which something may stand that cannot be kept.
type Keeper interface {
	// Unkept is the sentence about it, "" if all is kept.
	Unkept() string
}

// Whole is a screen that takes the terminal for itself: no header and no
// picture beside, Env.Area reaches to the footer.
type Whole interface{ Whole() bool }

// Timed is a screen that shows time going by: while Running it is drawn again
// each second.
type Timed interface{ Running() bool }

// Pointed is a screen that wants clicks even while letters are text.
type Pointed interface{ Pointed() bool }

// Env is all a screen may know.
type Env struct {
	Area    image.Rectangle // where to draw
	Wide    bool            // the picture stands beside
	Theme   theme.Theme
	Words   locale.Words
	Widths  ansi.Method // how the terminal counts cells
	Draft   designer.Draft
	Issuers []designer.SavedIssuer // newest first
	Drafts  []designer.Summary     // newest first
	Listed  bool                   // Drafts has been read from the store
	Now     time.Time              // of the last message, for "today"
	// Picture draws the present badge into an area, PictureOf any badge.
	Picture   func(area image.Rectangle) Layer
	PictureOf func(d designer.Draft, area image.Rectangle) Layer
	// Pixels draws any picture with cols by rows cells.
	Pixels func(img *image.RGBA, cols, rows int) string
	// Written is how a function key is named: by itself, or by its letter.
	Written func(key string) string
	// Exported is the folder of the last export of this badge, "" for none.
	Exported string
	// Findings are the present draft's problems, the worst first.
	Findings []designer.Problem
	// Workshop is the one that is being run; its ID is "" for none.
	Workshop  designer.Workshop
	Workshops []designer.WorkshopSummary // newest first
	// Shown are the badges to present, in the order of their turns.
	Shown []designer.Draft
	// Uptime counts evenly from some moment before the program began, through
	// a closed lid and a changed clock. Screens measure with it.
	Uptime time.Duration
	// Clock is the time of the workshop that is being run; it has not begun
	// while nobody started it.
	Clock clock.Run
	// Settings are those in force.
	Settings Settings
	// Versions are those of the badge that Versions is about, the present one
	// first; Gone is what was deleted, the last that went first.
	Versions []designer.Version
	Gone     []Gone
	// Brought is the picture that was read last from a file, nil for none.
	Brought *photo.Photo
	// Measured is what was found of the look MeasuredOf; see Measure.
	Measured   proof.Report
	MeasuredOf designer.Look
	// Sticks are folders of memory sticks that are plugged in.
	Sticks []string
	// Gathered is what the last gathering brought: nil before it, empty when
	// nothing was there.
	Gathered []Gathered
}

// Layer is a piece of the frame: text inside Area and cut to it, each line
// with its own styles. ID names it to the mouse.
type Layer struct {
	ID   string
	Area image.Rectangle
	Text string
}

// Click is the left button on a layer of the screen.
type Click struct {
	ID string
	At image.Point // inside the layer
}

// Drag is the button held, over the layer on which it went down; At is beside
// the layer where the mouse is. Release is when it goes up again.
type (
	Drag struct {
		ID string
		At image.Point
	}
	Release struct{}
)

// Dragged is a screen that wants to know where the mouse goes while its button
// is down.
type Dragged interface{ Dragged() bool }

// Reload tells a screen that the draft changed under it: undo, redo, another
// language. Field is where to look, "" for nowhere.
type Reload struct{ Field string }
