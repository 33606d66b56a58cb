// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import (
	"time"

	"insignia/designer"
	"insignia/internal/locale"
)

// Gone is something that was deleted and can be brought back.
type Gone struct {
	ID       string
	Workshop bool           // it is one; else a badge
	Name     string         // the badge's name or the workshop's title, "" for none
	Badge    designer.Draft // as it was; of a workshop none
	At       time.Time
	Days     int // that are left
}

// What the versions of a badge, and what was deleted, ask for.
type (
	// GoBack makes the answers of one of Env.Versions the present ones: an
	// edit like any other, which can be undone.
	GoBack struct{ Revision int }
	// NameVersion gives one of Env.Versions a name, "" for none.
	NameVersion struct {
		Revision int
		Name     string
	}
	// BringBack brings one of Env.Gone back.
	BringBack struct{ Gone Gone }
)

func (GoBack) action()      {}
func (NameVersion) action() {}
func (BringBack) action()   {}

// Moment is the day and the time of a save: today 14:02.
func Moment(t, now time.Time, w locale.Words) string {
	t = t.In(now.Location())
	if at := t.Format("15:04"); t.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return w.T("ui.today", "time", at)
	}
	return t.Format("2006-01-02 15:04")
}
