// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	"insignia/designer"
	"insignia/internal/frametest"
)

// evening puts a workshop with two teams into a store.
func evening(t *testing.T, st designer.Store) designer.Workshop {
	t.Helper()
	w := newWorkshop("en")
	w.Title, w.Teams = "Library evening", []string{"Red", "Blue"}
	w.Issuer = designer.Issuer{Name: "Riverside Library", URL: "https://library.example", Email: "hello@library.example"}
	w, err := st.Workshops().Put(context.Background(), w)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// A laptop that was given a workshop begins there; a badge of it knows its
// issuer, language and team, and is not asked for them.
func TestABadgeOfAWorkshopIsAskedOnlyWhatIsOpen(t *testing.T) {
	st := newStore(t)
	w := evening(t, st)
	d := frametest.New(t, New(options(t, st)), 100, 30)
	if !d.Has("Library evening") || !d.Has("Begin a badge") {
		t.Fatalf("not in the workshop\n%s", d.Frame())
	}
	d.Press("b", "2", "enter")
	d.Type("Shelf Finder")
	if d.Has("Which table") || d.Has("Which language") {
		t.Errorf("asked again\n%s", d.Frame())
	}
	d.Press("enter")
	d.Type("Readers")
	d.Press("enter")
	m := d.Model().(*Model)
	if m.question != designer.AskWhy {
		t.Errorf("question 2 is asked again\n%s", d.Frame())
	}
	if got := m.draft; got.Issuer != w.Issuer || got.Team != "Blue" || got.Workshop != w.ID {
		t.Errorf("began as %+v", got)
	}
	d.Press("pgup")
	if m.question != designer.AskIssuer {
		t.Error("nobody can look at question 2 any more")
	}
	d.Press("esc")
	if !d.Has("Begin a badge") || !d.Has("Shelf Finder") {
		t.Fatalf("Esc does not lead back to the workshop\n%s", d.Frame())
	}
	d.Press("esc")
	if !d.Has("Library evening") || !d.Has("Shelf Finder · Blue") {
		t.Errorf("the list does not group by workshop\n%s", d.Frame())
	}
}

// What the tables may leave open they are not told off for.
func TestWhatTheTablesMaySkipIsNoFinding(t *testing.T) {
	st := newStore(t)
	w := evening(t, st)
	open := func() bool {
		d := frametest.New(t, New(options(t, st)), 100, 30)
		d.Press("b", "1", "enter")
		d.Type("Shelf Finder")
		d.Press("enter")
		for range 6 {
			d.Press("pgdown")
		}
		return strings.Contains(d.Frame(), "handed in or seen")
	}
	if !open() {
		t.Fatal("without a word of the workshop the evidence is a finding")
	}
	st = newStore(t)
	w.Meta, w.Skip = designer.Meta{ID: w.ID}, []string{"criteria.evidence"}
	if _, err := st.Workshops().Put(context.Background(), w); err != nil {
		t.Fatal(err)
	}
	if open() {
		t.Error("told off for what may be skipped")
	}
}

// The clock of a workshop goes on in a program that takes the place of one
// that was killed.
func TestTheClockOutlivesTheProgram(t *testing.T) {
	st := newStore(t)
	evening(t, st)
	up := time.Hour
	begin := func() *frametest.Driver {
		o := options(t, st)
		o.Uptime, o.Boot = func() time.Duration { return up }, "this one"
		return frametest.New(t, New(o), 100, 30)
	}
	d := begin()
	d.Press("t", "space")
	up += 30 * time.Second
	d.Press("esc")
	if !d.Has("1 Earner: 1:30") {
		t.Fatalf("no clock in the header\n%s", d.Frame())
	}
	up += 20 * time.Second
	if d = begin(); !d.Has("1 Earner: 1:10") {
		t.Fatalf("the clock is gone\n%s", d.Frame())
	}
	// One for the facilitator alone is not on the pages of a badge.
	d.Press("t", "s", "esc", "b", "1")
	if d.Has("1 Earner: 1:") {
		t.Errorf("a private clock is shown\n%s", d.Frame())
	}
}

// "7 h over six weeks" is not a length of time, and neither was "7 h" meant.
func TestTheBeginningOfARefusedAnswerIsNotKept(t *testing.T) {
	d := opened(t, "map-curious", "en", 80, 40)
	at(d, designer.AskCriteria)
	m := d.Model().(*Model)
	m.screen = m.find(designer.AskCriteria, "criteria.effort")
	was := m.draft.Criteria.Effort
	d.Press("ctrl+u")
	d.Type("7 h over six weeks")
	d.Press("tab")
	if got := m.draft.Criteria.Effort; got != was {
		t.Errorf("kept %q, it was %q\n%s", got, was, d.Frame())
	}
}

func TestTheReviewSaysWhyUnderF2(t *testing.T) {
	d := opened(t, "map-curious", "en", 100, 40)
	at(d, designer.Review)
	m := d.Model().(*Model)
	if len(m.findings) == 0 {
		t.Fatal("the sample has no findings: choose another one")
	}
	d.Press("down", "down", "f2")
	why := m.words.T("problem." + m.findings[0].Code + ".why")
	if !d.Has(why[:20]) {
		t.Errorf("no %q on\n%s", why, d.Frame())
	}
}

// A sentence that is longer than the line takes the lines it needs.
func TestALongSentenceInTheFooterIsWhole(t *testing.T) {
	d := start(t, 40, 12)
	d.Press("ctrl+c")
	said := strings.Join(strings.Fields(d.Frame()), " ")
	if !strings.Contains(said, d.Model().(*Model).words.T("ui.leave.saved")) {
		t.Errorf("cut:\n%s", d.Frame())
	}
}
