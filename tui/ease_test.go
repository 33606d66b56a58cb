// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"testing"

	"insignia/designer"
	"insignia/export"
	"insignia/export/ob2"
)

func TestLettersOnTheFirstListBeginTheName(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("down")
	d.Type("Kitchen Helper")
	m := d.Model().(*Model)
	if m.draft.Name != "Kitchen Helper" || m.draft.Kind != designer.KindInterest {
		t.Fatalf("name %q, kind %q", m.draft.Name, m.draft.Kind)
	}
}

func TestTheArrowsLeaveAListAtItsEnds(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("down", "down", "down", "down")
	d.Type("Kitchen")
	if got := d.Model().(*Model).draft.Name; got != "Kitchen" {
		t.Fatalf("name %q\n%s", got, d.Frame())
	}
}

func TestUndoAfterDeletingAStepBringsAllOfItBack(t *testing.T) {
	d, m := on(t, designer.AskCriteria, 80, 24)
	d.Type("First step done")
	d.Press("enter")
	d.Type("Second step done")
	d.Press("ctrl+d")
	if !d.Has("ctrl+Z brings it back") {
		t.Fatalf("not told\n%s", d.Frame())
	}
	d.Press("ctrl+z")
	if got := m.draft.Criteria.Steps; len(got) != 2 || got[1].Text != "Second step done" {
		t.Fatalf("steps %v", got)
	}
}

func TestASearchWithoutAFindLeavesThePictureAsItWas(t *testing.T) {
	d, m := on(t, designer.AskLook, 80, 24)
	d.Press("down", "down", "down", "down", "down", "down")
	d.Type("soup")
	if m.draft.Look.Icon != "cooking" {
		t.Fatalf("soup gives %q", m.draft.Look.Icon)
	}
	d.Press("down", "up")
	for _, word := range []string{"football", "whistle", "zzzz"} {
		d.Type(word)
		if m.draft.Look.Icon != "cooking" || !d.Has("No picture for") {
			t.Errorf("%s: %q\n%s", word, m.draft.Look.Icon, d.Frame())
		}
		d.Press("ctrl+u")
	}
	d.Type("boo")
	d.Press("esc")
	if m.draft.Look.Icon != "cooking" || m.place != atBadge {
		t.Fatalf("esc did not end the search: %q", m.draft.Look.Icon)
	}
}

func TestADescriptionCanFollowChangedAnswers(t *testing.T) {
	d, m := on(t, designer.AskCriteria, 80, 24)
	d.Type("Repaired a tyre")
	at(d, designer.Review)
	d.Press("enter")
	at(d, designer.AskCriteria)
	d.Press("up", "ctrl+d")
	d.Type("Adjusted two brakes")
	at(d, designer.Review)
	d.Press("r")
	if m.draft.Description != "Awarded for this: Adjusted two brakes." {
		t.Fatalf("description %q\n%s", m.draft.Description, d.Frame())
	}
	d.Press("ctrl+z")
	if m.draft.Description != "Awarded for this: Repaired a tyre." {
		t.Fatalf("after undo %q", m.draft.Description)
	}
}

func TestAnUnfinishedExportSaysThatItIsADraft(t *testing.T) {
	o := options(t, newStore(t))
	o.Formats = onlyOB2
	d := begun(t, o, 100, 30)
	at(d, designer.Review)
	d.Press("enter", "enter")
	if !d.Has("exported as a draft") || !d.Has("What is missing stands in the files") {
		t.Fatalf("not told\n%s", d.Frame())
	}
}

func TestAFindingStandsUnderItsField(t *testing.T) {
	d, _ := on(t, designer.AskIssuer, 40, 24)
	d.Type("Library")
	d.Press("enter")
	d.Type("biblioteca")
	if d.Has("! ") {
		t.Fatalf("told off while typing\n%s", d.Frame())
	}
	d.Press("enter")
	if !d.Has("! ") && !d.Has("✗") {
		t.Fatalf("not told\n%s", d.Frame())
	}
}

// onlyOB2 exports every badge as Open Badges 2.0 alone.
func onlyOB2(designer.Draft) []export.Format { return []export.Format{ob2.Format} }
