// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestAWorkshopTakesWhatPeopleType(t *testing.T) {
	var w Workshop
	for _, kv := range [][2]string{
		{"title", "  Badges for\nthe library "}, {"date", "2026-11-23"}, {"place", "Room 2"}, {"language", "es-mx"},
		{"agenda", "sprint-20"}, {"minutes", "40"}, {"issuer.name", "Library"}, {"issuer.url", "https://library.example"},
		{"teams", "Table 1\n Table 2 "}, {"colours", "Sea"}, {"skip", "issuer.email\nnext.leads\nissuer.email"}, {"private", "yes"},
	} {
		if err := w.Set(kv[0], kv[1]); err != nil {
			t.Fatalf("%s: %v", kv[0], err)
		}
	}
	if err := w.Append("teams", "Table 3"); err != nil {
		t.Fatal(err)
	}
	if err := w.Append("skip", "next.leads"); err != nil {
		t.Fatal(err)
	}
	sprint, _ := ReadyAgenda("sprint-20")
	for i := range sprint.Slots {
		sprint.Slots[i].Minutes *= 2
	}
	want := Workshop{Title: "Badges for the library", Date: "2026-11-23", Place: "Room 2", Language: "es-MX", Agenda: sprint,
		Issuer: Issuer{Name: "Library", URL: "https://library.example"}, Teams: []string{"Table 1", "Table 2", "Table 3"},
		Colours: "sea", Skip: []string{"issuer.email", "next.leads"}, Private: true}
	if !reflect.DeepEqual(w, want) {
		t.Errorf("got  %+v\nwant %+v", w, want)
	}
	for _, key := range WorkshopKeys() {
		if key != KeyMinutes {
			if err := w.Set(key, ""); err != nil {
				t.Errorf("clearing %s: %v", key, err)
			}
		}
	}
	if !reflect.DeepEqual(w, Workshop{}) {
		t.Errorf("cleared, it is %+v", w)
	}
}

func TestAWorkshopRefusesWhatDoesNotFit(t *testing.T) {
	long := strings.Repeat("é", 121)
	for _, c := range []struct{ key, value, code, field string }{
		{"title", long, "too-long", "title"}, {"place", long, "too-long", "place"}, {"teams", "a\n" + long, "too-long", "teams.2"},
		{"teams", strings.Repeat("a\n", 51), "too-many", "teams"}, {"date", "tomorrow", "bad-date", "date"}, {"date", "2026-02-30", "bad-date", "date"},
		{"language", "?", "bad-language", "language"}, {"colours", "#12", "bad-colours", "colours"}, {"agenda", "sprint", "unknown-agenda", ""},
		{"minutes", "", "want-number", "minutes"}, {"minutes", "8", "bad-minutes", ""}, {"minutes", "1e3", "want-number", "minutes"},
		{"issuer.name", strings.Repeat("x", 256), "too-long", "issuer.name"}, {"skip", "team", "not-core", ""}, {"skip", "nmae", "not-core", ""},
		{"private", "perhaps", "bad-truth", "private"}, {"tittle", "x", "unknown-field", "tittle"}, {"why.earner", "x", "unknown-field", "why.earner"},
	} {
		w := Workshop{Title: "As it was", Teams: []string{"one"}}
		w.Agenda, _ = ReadyAgenda("sprint-20")
		before := w.Clone()
		err := w.Set(c.key, c.value)
		var e *Error
		if !errors.As(err, &e) || e.Code != c.code || e.Args["field"] != c.field {
			t.Errorf("%s=%.20s: %v", c.key, c.value, err)
		}
		if !reflect.DeepEqual(w, before) {
			t.Errorf("%s=%.20s changed it", c.key, c.value)
		}
	}
	var w Workshop
	for _, c := range []struct{ key, code string }{{"title", "not-a-list"}, {"team", "unknown-field"}} {
		if err := w.Append(c.key, "x"); !errors.Is(err, &Error{Code: c.code}) {
			t.Errorf("append to %s: %v", c.key, err)
		}
	}
	if err := w.Set("minutes", "20"); !errors.Is(err, &Error{Code: "no-agenda"}) {
		t.Errorf("minutes without an agenda: %v", err)
	}
}

func TestABadgeBegunInAWorkshopKnowsWhatItKnows(t *testing.T) {
	w := Workshop{Meta: Meta{ID: NewID()}, Language: "es", Issuer: Issuer{Name: "Library"}, Colours: "sea", Skip: []string{"issuer.url"}}
	d := w.Begin("Table 1")
	if d.Workshop != w.ID || d.Team != "Table 1" || d.Issuer != w.Issuer || d.Language != "es" || d.Look.Colours != "sea" || !ValidID(d.ID) || d.Revision != 0 {
		t.Errorf("%+v", d)
	}
	if !w.Skips("issuer.url") || w.Skips("issuer.name") {
		t.Error("what may be left open is not told")
	}
	c := Workshop{Meta: Meta{Saves: Saves{"a": 1}}, Teams: []string{"a"}, Skip: []string{"name"}, Agenda: Agenda{Slots: []Slot{{ID: "1"}}}}
	other := c.Clone()
	other.Saves["a"], other.Teams[0], other.Skip[0], other.Agenda.Slots[0].ID = 2, "b", "kind", "2"
	if c.Saves["a"] != 1 || !slices.Equal(c.Teams, []string{"a"}) || !slices.Equal(c.Skip, []string{"name"}) || c.Agenda.Slots[0].ID != "1" {
		t.Error("a clone shares memory")
	}
}
