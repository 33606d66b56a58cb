// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"image"

	"insignia/designer"
)

// layout is where everything stands on a w by h screen. It is a pure function
// of the size, so that what is drawn and what the mouse hits cannot differ.
type layout struct {
	tooSmall bool
	head     image.Rectangle // the program's name and what is saved
	steps    image.Rectangle // the six questions; the same line as head where it is tight
	body     image.Rectangle // the screen
	side     image.Rectangle // the picture; empty where there is no room
	foot     image.Rectangle // keys, or a sentence
}

const (
	minWidth, minHeight = 40, 12
	sideFrom            = 64 // columns from which the picture stands beside the question
	roomyFrom           = 18 // rows from which there is air under the header
)

// layout is where everything stands now.
func (m *Model) layout() layout { return m.layoutIn(m.w, m.h) }

func (m *Model) layoutIn(w, h int) layout {
	l := layoutFor(w, h)
	if m.place == atBadge && m.question == designer.AskLook {
		l.large()
	}
	if m.place != atRoom || l.tooSmall {
		return l
	}
	// A room has no questions above it and no picture beside it.
	l.side = image.Rectangle{}
	l.body = image.Rect(0, l.steps.Min.Y+1, w, h-1)
	if m.whole() {
		l.body.Min.Y = 0
	}
	return l
}

// partsWide is how many columns the list of a picture's parts needs.
const partsWide = 44

// large gives the picture all that the list of its parts leaves.
func (l *layout) large() {
	if l.side.Empty() {
		return
	}
	most := 2*(l.side.Dy()-2-sideLines) + 4 // a square of two columns a row
	if side := min(l.foot.Dx()-partsWide-1, most); side > l.side.Dx() {
		l.side.Min.X = l.side.Max.X - side
		l.body.Max.X = l.side.Min.X - 1
	}
}

// sideLines are the lines under the picture.
const sideLines = 4

func layoutFor(w, h int) layout {
	if w < minWidth || h < minHeight {
		return layout{tooSmall: true}
	}
	l := layout{head: image.Rect(0, 0, w, 1), foot: image.Rect(0, h-1, w, h)}
	top := 2
	if h < roomyFrom {
		l.steps = l.head
	} else {
		l.steps = image.Rect(0, 1, w, 2)
		top = 3
	}
	l.body = image.Rect(0, top, w, h-1)
	if w < sideFrom {
		return l
	}
	// The box holds a square of two columns a row, a border and four lines.
	side := min(w*2/5, 2*(h-1-top-2-4)+4)
	side = max(side, 22)
	l.side = image.Rect(w-side-1, top, w-1, h-1)
	l.body.Max.X = l.side.Min.X - 1
	return l
}
