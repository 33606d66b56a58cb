// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import "insignia/designer"

const undoSteps = 500

// history is what ctrl+Z and ctrl+Y walk through: the drafts before each
// edit of the open badge since it was opened.
type history struct {
	past, future []moment
	field        string // of the edit that later keys still join, "" for none
	visited      string // the field that is being visited, "" for none
	visits       int    // so far
}

// moment is the draft as it was before an edit of a field.
type moment struct {
	draft designer.Draft
	field string
}

// record notes the draft as it was before an edit.
func (h *history) record(before designer.Draft, field string, ends bool) {
	if field != h.visited {
		h.visited = field
		h.visits++
	}
	if field != h.field {
		h.past = append(h.past, moment{before.Clone(), field})
		if len(h.past) > undoSteps {
			h.past = h.past[1:]
		}
	}
	h.future = nil
	h.field = field
	if ends {
		h.field = ""
	}
}

// settle ends the present step: a field was left.
func (h *history) settle() { h.field, h.visited = "", "" }

// undo gives the draft before the last step, and the field it was in.
func (h *history) undo(now designer.Draft) (moment, bool) {
	return swap(&h.past, &h.future, now, h)
}

// redo gives the draft after the step that was undone last.
func (h *history) redo(now designer.Draft) (moment, bool) {
	return swap(&h.future, &h.past, now, h)
}

func swap(from, to *[]moment, now designer.Draft, h *history) (moment, bool) {
	n := len(*from)
	if n == 0 {
		return moment{}, false
	}
	m := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, moment{now.Clone(), m.field})
	h.field, h.visited = "", ""
	h.visits++
	m.draft = m.draft.Clone()
	m.draft.Meta = now.Meta // the revision is the store's, not the answer's
	return m, true
}
