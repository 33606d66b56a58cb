// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/frametest"
)

// on is the program with a named badge and the cursor in a question.
func on(t *testing.T, q designer.Question, w, h int) (*frametest.Driver, *Model) {
	t.Helper()
	d := begun(t, options(t, newStore(t)), w, h)
	at(d, q)
	return d, d.Model().(*Model)
}

func TestTheDraftedDescriptionIsSeenBeforeItIsConfirmed(t *testing.T) {
	d, m := on(t, designer.AskCriteria, 80, 24)
	d.Type("Repaired three punctures")
	at(d, designer.Review)
	if !d.Has("Awarded for this: Repaired three") || m.draft.Description != "" {
		t.Fatalf("not drafted\n%s", d.Frame())
	}
	d.Type(" More.")
	if !strings.HasSuffix(m.draft.Description, "Repaired three punctures. More.") {
		t.Fatalf("typing did not go on in the draft: %q", m.draft.Description)
	}
}

func TestLimitsCountCharactersWhateverTheirWidth(t *testing.T) {
	for _, letter := range []string{"x", "界", "ไ", "हि", "é"} {
		d, m := on(t, designer.AskEarner, 80, 24)
		d.Paste(strings.Repeat(letter, 3000))
		if got := len([]rune(m.draft.Earner.Who)); got < 999 || got > 1000 {
			t.Errorf("%s: %d characters kept", letter, got)
		}
	}
}

func TestAPasteOnWhatTakesNoTextHarmsNothing(t *testing.T) {
	d, m := on(t, designer.AskEarner, 80, 24)
	d.Press("down") // "+ more"
	d.Paste("anything")
	at(d, designer.AskCriteria)
	d.Type("First")
	d.Press("f4", "tab", "tab") // needed: yes or no
	d.Paste("oops")
	d.Press("enter")
	d.Type("Second")
	if got := m.draft.Criteria.Steps; len(got) != 2 || got[1].Text != "Second" {
		t.Fatalf("steps %v", got)
	}
}

func TestAProofWithoutAStepIsKept(t *testing.T) {
	d, m := on(t, designer.AskCriteria, 80, 24)
	d.Type(" ")
	d.Press("f4")
	d.Type("photo")
	if got := m.draft.Criteria.Steps; len(got) != 1 || got[0].Evidence != "photo" {
		t.Fatalf("steps %v", got)
	}
}

func TestAListKeepsItsCursorThroughUndoAndLanguage(t *testing.T) {
	d, m := on(t, designer.AskCriteria, 80, 24)
	d.Type("First")
	d.Press("enter")
	d.Type("Second thing")
	d.Press("ctrl+z")
	d.Type(" word")
	d.Press("f9")
	d.Type("s")
	if got := m.draft.Criteria.Steps; len(got) != 2 || got[1].Text != "Second words" {
		t.Fatalf("steps %v", got)
	}
}

func TestWhatCannotBeKeptIsSaid(t *testing.T) {
	for _, leave := range []string{"pgdown", "pgup", "esc", "tab", "enter"} {
		d, _ := on(t, designer.AskNext, 80, 24)
		d.Press("f3")
		for range 7 { // to the date, the last field
			d.Press("tab")
		}
		d.Type("24 Dec")
		d.Press(leave)
		if !d.Has("24 Dec") {
			t.Errorf("%s: dropped without a word\n%s", leave, d.Frame())
		}
	}
}

func TestEndOnAChoiceStoresWhatItShows(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("end", "enter")
	if got := d.Model().(*Model).draft.Kind; got != designer.KindParticipation {
		t.Fatalf("kind %q", got)
	}
}

func TestALongAddressSurvivesAnEdit(t *testing.T) {
	d, m := on(t, designer.AskNext, 80, 24)
	d.Type("Mentor")
	d.Press("f4")
	d.Paste("https://example.org/" + strings.Repeat("x", 400))
	d.Press("backspace")
	if got := m.draft.Next.Leads[0].URL; len(got) != 419 {
		t.Fatalf("%d characters left", len(got))
	}
}

func TestABadgeDeletedInAnotherWindowIsKept(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	d.Fire()
	there := stored(t, st)
	if err := st.Drafts().Delete(context.Background(), there.ID, there.Revision); err != nil {
		t.Fatal(err)
	}
	d.Type("Newcomers")
	d.Press("tab")
	if got := stored(t, st); got.Earner.Who != "Newcomers" || got.Name != "Bike Repair Buddy" {
		t.Fatalf("kept %q, %q", got.Name, got.Earner.Who)
	}
	if !d.Has("Another window deleted this badge.") {
		t.Fatal(d.Frame())
	}
}

func TestLookingAtAnOldBadgeChangesNoSavedIssuer(t *testing.T) {
	st := newStore(t)
	d := begun(t, options(t, st), 80, 24)
	at(d, designer.AskIssuer)
	d.Type("House of Tea")
	d.Press("enter")
	d.Type("https://old.example")
	d.Press("esc")
	list, err := savedIssuers(context.Background(), st)
	if err != nil || len(list) != 1 {
		t.Fatalf("%v, %v", list, err)
	}
	list[0].URL = "https://new.example"
	if _, err := st.Issuers().Put(context.Background(), list[0]); err != nil {
		t.Fatal(err)
	}
	d.Press("enter", "pgdown", "pgdown", "esc")
	list, _ = savedIssuers(context.Background(), st)
	if len(list) != 1 || list[0].URL != "https://new.example" {
		t.Fatalf("saved issuers %+v", list)
	}
}

func TestEveryStepIsInTheHeaderAtTheSmallestSize(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for w := 40; w < 64; w++ {
			d := opened(t, "map-curious", lang, w, 12)
			at(d, designer.AskEarner)
			d.Type("x")
			d.Press("tab")
			m := d.Model().(*Model)
			n := 0
			for _, l := range m.layers() {
				if strings.HasPrefix(l.ID, "step:") {
					n++
				}
			}
			if n != 7 {
				t.Errorf("%s, %d columns: %d steps\n%s", lang, w, n, strings.SplitN(d.Frame(), "\n", 2)[0])
			}
		}
	}
}

func TestJoinersBetweenLettersAreKept(t *testing.T) {
	d, m := on(t, designer.AskEarner, 80, 24)
	for _, r := range "می\u200cخواهم" {
		d.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	if got := m.draft.Earner.Who; got != "می\u200cخواهم" {
		t.Fatalf("kept %q", got)
	}
}
