// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

// Time is what is done to the clock of the workshop.
type Time struct{ Do TimeOp }

func (Time) action() {}

// TimeOp is one thing done to the clock.
type TimeOp int

// The operations.
const (
	Begin  TimeOp = iota // start the agenda of the workshop that is being run
	Stop                 // end it; the clock is gone
	Toggle               // pause, or go on
	Plus                 // a minute more for the present slot
	Minus                // a minute less
	Ahead                // to the next slot
	Behind               // to the slot before
	Soft                 // overtime instead of going on by itself, or back
	Share                // shown on every screen, or to the facilitator alone
)
