// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"strings"
	"testing"

	"insignia/designer"
	"insignia/internal/locale"
)

// mending is a store that tells of what it mended.
type mending struct {
	designer.Store
	told []designer.Mending
}

func (s *mending) Mended() []designer.Mending {
	out := s.told
	s.told = nil
	return out
}

func TestARepairIsToldOnceBeforeTheList(t *testing.T) {
	for _, lang := range locale.Languages() {
		for _, width := range []int{80, 40} {
			w := newWorld(t, lang)
			w.store = &mending{w.store, []designer.Mending{{Path: "b.db", Aside: "b.db.damaged-20260504T110000Z", Found: []designer.Found{
				{Shelf: "drafts", Name: "Soup", From: designer.FromBackup, Revision: 2, Had: 6},
				{Shelf: "drafts", From: designer.FromNone, Had: 1},
			}}}}
			got, err := through(t, w, lang, width, "\nq\n")
			if err != errQuit {
				t.Errorf("it ended with %v", err)
			}
			harmless(t, got, width)
			if width == 40 {
				golden(t, "mended_"+lang, got)
			} else if n := strings.Count(got, locale.For(lang).T("mended.damaged")); n != 1 {
				t.Errorf("told %d times", n)
			}
		}
	}
}
