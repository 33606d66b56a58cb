// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/internal/frametest"
	"insignia/tui/screen"
	"insignia/tui/stage"
)

func TestTheListOpensCreatesAndAsksBeforeItDeletes(t *testing.T) {
	d, m := openList(t, library(), "en", 80, 24)
	first, second := m.Env.Workshops[0], m.Env.Workshops[1]
	for _, c := range []struct {
		keys []string
		want screen.Action
	}{
		{[]string{"enter"}, screen.Visit{Room: screen.Workshop, ID: first.ID}},
		{[]string{"down", "enter"}, screen.Visit{Room: screen.Workshop, ID: second.ID}},
		{[]string{"n"}, screen.CreateWorkshop{}},
		{[]string{"g"}, screen.Visit{Room: screen.Gather}},
		{[]string{"esc"}, screen.Return{}},
		{[]string{"home", "end", "up", "x"}, screen.Ask{
			Question: m.Env.Words.T("workshop.remove", "name", "Repair café: what our volunteers can show, and …"),
			Then:     screen.RemoveWorkshop{ID: second.ID, Revision: second.Revision, Name: second.Title},
		}},
	} {
		d.Press(c.keys...)
		if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{c.want}) {
			t.Errorf("%v asks for %+v, want %+v", c.keys, got, c.want)
		}
	}
}

func TestTheListKeepsItsPlaceWhenTheWorkshopGoes(t *testing.T) {
	d, m := openList(t, library(), "en", 80, 24)
	d.Press("down")
	m.Env.Workshops = slices.Delete(slices.Clone(m.Env.Workshops), 1, 2)
	d.Press("enter")
	if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{screen.Visit{Room: screen.Workshop, ID: m.Env.Workshops[1].ID}}) {
		t.Errorf("%+v", got)
	}
	m.Env.Workshops = nil
	d.Press("x", "up", "enter")
	if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{screen.CreateWorkshop{}}) {
		t.Errorf("an empty list: %+v", got)
	}
}

func TestALetterOfTheDayDoesItsDeed(t *testing.T) {
	visit := func(r screen.Room) screen.Action { return screen.Visit{Room: r, ID: libraryID} }
	for letter, want := range map[string]screen.Action{
		"s": visit(screen.Suits), "i": visit(screen.Intro), "t": visit(screen.ClockFace), "e": visit(screen.Entry),
		"p": visit(screen.Present), "g": visit(screen.Gather), "h": screen.TakeHome{}, "esc": screen.Return{},
	} {
		d, m := open(t, library(), "en", 80, 24)
		d.Press(letter)
		if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{want}) {
			t.Errorf("%s asks for %+v, want %+v", letter, got, want)
		}
	}
}

// What is next follows from the preset and the badges alone.
func TestTheDaySuggestsWhatIsNext(t *testing.T) {
	all := func(answered int, teams ...string) []designer.Summary {
		var out []designer.Summary
		for _, team := range teams {
			out = append(out, designer.Summary{ID: designer.NewID(), Workshop: libraryID, Team: team, Answered: answered})
		}
		return out
	}
	for _, c := range []struct {
		what   string
		title  string
		badges []designer.Summary
		want   string
	}{
		{"nothing is filled in", "", nil, "preset"},
		{"nobody has begun", "Library", nil, "intro"},
		{"a team has no badge", "Library", all(6, "Rose"), "begin"},
		{"all are at work", "Library", all(3, "Rose", "Tulip"), "clock"},
		{"all have answered", "Library", all(6, "Rose", "Tulip"), "present"},
		{"a badge of another workshop counts for nothing", "Library", []designer.Summary{{ID: "x", Answered: 6}}, "intro"},
	} {
		w := designer.Workshop{Meta: designer.Meta{ID: libraryID, Revision: 1}, Title: c.title, Teams: []string{"Rose", "Tulip"}}
		if got := deeds[next(w, screen.Env{Drafts: c.badges})].id; got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

func TestAfterADeedTheCursorIsOnTheNextOne(t *testing.T) {
	env := library()
	env.Drafts = nil
	d, m := open(t, env, "en", 80, 24)
	d.Press("enter", "enter")
	visit := func(r screen.Room) screen.Action { return screen.Visit{Room: r, ID: libraryID} }
	if got, want := m.Took(), []screen.Action{visit(screen.Intro), visit(screen.ClockFace)}; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	d.Press("enter", "enter")
	if got, want := m.Took(), []screen.Action{screen.BeginBadge{Team: "Rose"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestABadgeBeginsForTheTeamOfOneKey(t *testing.T) {
	for _, c := range []struct {
		keys []string
		typd string
		want string
	}{
		{[]string{"b", "enter"}, "", "Tulip"}, // the first without a badge
		{[]string{"b", "1"}, "", "Rose"},
		{[]string{"b", "down", "down", "enter"}, "", "Lilac"},
		{[]string{"b", "0"}, "Guests", "Guests"},
		{[]string{"b", "0"}, "", ""},
	} {
		d, m := open(t, library(), "en", 80, 24)
		d.Press(c.keys...)
		if c.keys[len(c.keys)-1] == "0" {
			d.Type(c.typd)
			d.Press("enter")
		}
		if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{screen.BeginBadge{Team: c.want}}) {
			t.Errorf("%v %q: %+v", c.keys, c.typd, got)
		}
	}
	env := library()
	env.Workshop.Teams = nil
	d, m := open(t, env, "en", 80, 24)
	d.Press("b")
	if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{screen.BeginBadge{}}) {
		t.Errorf("without teams: %+v", got)
	}
}

func TestTheFileGoesToTheOnlyStickOrIsAskedFor(t *testing.T) {
	env := library()
	env.Sticks = env.Sticks[:1]
	d, m := open(t, env, "en", 80, 24)
	d.Press("f")
	if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{screen.WriteWorkshop{Folder: env.Sticks[0]}}) {
		t.Errorf("one stick: %+v", got)
	}
	d, m = open(t, library(), "en", 80, 24)
	d.Press("f", "2")
	if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{screen.WriteWorkshop{Folder: "/media/ana/RED"}}) {
		t.Errorf("two sticks: %+v", got)
	}
	d.Press("f", "0", "enter") // nowhere is no place
	d.Type("/home/ana/x")
	d.Press("enter")
	if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{screen.WriteWorkshop{Folder: "/home/ana/x"}}) {
		t.Errorf("typed: %+v", got)
	}
}

func TestTheTeamsStandInTheirOrderWithTheirBadges(t *testing.T) {
	env := library()
	var got []string
	for _, s := range screen.Seats(env.Workshop, env.Drafts) {
		got = append(got, s.Team+"/"+s.Badge.Name)
	}
	want := []string{"Rose/Bike repair buddy", "Tulip/", "Sunflower/Story hour host", "Lilac/", "/Map reader"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	d, m := open(t, env, "en", 80, 24)
	d.Press("tab", "enter", "down", "enter", "end", "enter")
	acts := m.Took()
	wantActs := []screen.Action{
		screen.Open{ID: "6f1c2d1e-0000-4000-8000-000000000101"}, screen.BeginBadge{Team: "Tulip"},
		screen.Open{ID: "6f1c2d1e-0000-4000-8000-000000000103"},
	}
	if !reflect.DeepEqual(acts, wantActs) {
		t.Errorf("%+v, want %+v", acts, wantActs)
	}
}

// saved are the presets that were given away to be kept.
func saved(m *stage.Model) []designer.Workshop {
	var out []designer.Workshop
	for _, a := range m.Took() {
		if k, ok := a.(screen.KeepWorkshop); ok {
			out = append(out, k.Workshop)
		}
	}
	return out
}

func TestANewWorkshopIsFilledInFromTopToBottom(t *testing.T) {
	d, m := open(t, blank(), "en", 80, 24)
	d.Type("Town library")
	d.Press("enter")
	d.Type("2026-05-09")
	d.Press("enter")
	d.Type("Reading room")
	d.Press("enter", "down", "enter") // Español
	d.Press("down", "enter")          // 45-30
	d.Press("right", "enter")         // 80 minutes
	d.Type("Library")
	d.Press("enter")
	d.Type("https://library.example.org")
	d.Press("enter")
	d.Type("desk@library.example.org")
	d.Press("enter")
	d.Type("Rose")
	d.Press("enter")
	d.Type("Tulip")
	d.Press("enter", "enter")         // an empty line goes on
	d.Press("right", "enter")         // colours
	d.Press("down", "space", "enter") // the name may be skipped
	d.Press("down", "enter")          // the clock is private
	all := saved(m)
	if len(all) == 0 {
		t.Fatal("nothing was kept")
	}
	agenda, _ := designer.ReadyAgenda("45-30")
	agenda, err := agenda.Scaled(80)
	if err != nil {
		t.Fatal(err)
	}
	want := designer.Workshop{
		Meta: designer.Meta{ID: libraryID}, Title: "Town library", Date: "2026-05-09", Place: "Reading room", Language: "es",
		Agenda: agenda, Issuer: designer.Issuer{Name: "Library", URL: "https://library.example.org", Email: "desk@library.example.org"},
		Teams: []string{"Rose", "Tulip"}, Colours: palettes()[1], Skip: []string{"name"}, Private: true,
	}
	if got := all[len(all)-1]; !reflect.DeepEqual(got, want) {
		t.Errorf("kept\n%+v\nwant\n%+v", got, want)
	}
	if !d.Has("Introduction") {
		t.Errorf("after the last field the day shows:\n%s", d.Frame())
	}
}

func TestAFieldIsSavedWhenItIsLeftAndOnlyThen(t *testing.T) {
	d, m := open(t, library(), "en", 80, 24)
	d.Press("c")
	d.Type("!")
	if got := m.Took(); len(got) != 0 {
		t.Errorf("in the middle of a field: %+v", got)
	}
	if held := m.Screen.(screen.Holder).Held(m.Env); len(held) != 1 {
		t.Errorf("held is %+v", held)
	}
	d.Type("?")
	d.Press("tab")
	if got := saved(m); len(got) != 1 || got[0].Title != "Badges for the town library!?" {
		t.Errorf("after it: %+v", got)
	}
	d.Press("tab", "tab", "shift+tab", "esc")
	if got := saved(m); len(got) != 0 {
		t.Errorf("nothing changed, and yet %+v", got)
	}
}

// Another laptop's file may have come in while the day was left.
func TestTheDayShowsTheWorkshopThatIsNow(t *testing.T) {
	d, m := open(t, library(), "en", 80, 24)
	m.Env.Workshop.Title = "Renamed"
	d.Send(screen.Reload{})
	if !d.Has("Renamed") {
		t.Errorf("the day shows:\n%s", d.Frame())
	}
	d.Press("c")
	m.Env.Workshop.Title = "Late"
	d.Send(screen.Reload{})
	d.Type("!")
	if got := m.Screen.(*Screen).w.Title; got != "Renamed!" {
		t.Errorf("under the hands of its facilitator it became %q", got)
	}
}

func TestAnUntouchedNewWorkshopIsNotKept(t *testing.T) {
	d, m := open(t, blank(), "en", 80, 24)
	d.Press("tab", "tab", "esc")
	if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{screen.Return{}}) {
		t.Errorf("%+v", got)
	}
	d, m = open(t, blank(), "en", 80, 24)
	d.Type("T")
	d.Press("esc")
	if got := saved(m); len(got) != 1 || got[0].Title != "T" {
		t.Errorf("%+v", got)
	}
	if !d.Has("Introduction") {
		t.Errorf("esc goes to the day:\n%s", d.Frame())
	}
}

func TestAWrongDateIsSaidAndNotKept(t *testing.T) {
	d, m := open(t, library(), "en", 80, 24)
	d.Press("c", "tab", "backspace")
	if m.Screen.(screen.Keeper).Unkept() == "" {
		t.Error("half a date is kept")
	}
	d.Press("tab")
	var said string
	for _, a := range m.Took() {
		switch a := a.(type) {
		case screen.Say:
			said = a.Text
		case screen.KeepWorkshop:
			t.Errorf("kept %q", a.Workshop.Date)
		}
	}
	if !strings.Contains(said, "2026-05-0") {
		t.Errorf("said %q", said)
	}
}

// seek goes to a row of the open preset.
func seek(t *testing.T, d *frametest.Driver, m *stage.Model, id string) {
	t.Helper()
	f := m.Screen.(*Screen).form
	for range 2 * len(f.rows) {
		if f.rows[f.at].id == id {
			return
		}
		d.Press("tab")
	}
	t.Fatalf("no row %q", id)
}

func TestAnAgendaOfTheirOwnIsChangedPartByPart(t *testing.T) {
	d, m := open(t, library(), "en", 80, 24)
	d.Press("c")
	seek(t, d, m, "agenda")
	d.Press("end")
	seek(t, d, m, "slots")
	d.Press("right", "right")       // Earner 4
	d.Press("down", "ctrl+d")       // no Issuer
	d.Press("alt+down")             // Why after Criteria
	d.Press("up")                   // Criteria
	d.Type("Talk")                  // a name of its own
	d.Press("enter")                // to Why
	d.Press("down", "down", "down") // the row that adds
	d.Press("right", "enter")       // Welcome
	d.Press("alt+up")               // nothing to move in the last row
	d.Press("enter")
	all := saved(m)
	got := all[len(all)-1].Agenda
	want := designer.Agenda{Slots: []designer.Slot{
		{ID: "earner", Minutes: 4}, {ID: "criteria", Title: "Talk", Minutes: 6}, {ID: "why", Minutes: 3},
		{ID: "look", Minutes: 5}, {ID: "next", Minutes: 2}, {ID: "welcome", Minutes: 5},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("\n%+v, want\n%+v", got, want)
	}
}

func TestPassingOverReadyAgendasDoesNotCostTheOwnOne(t *testing.T) {
	env := library()
	env.Workshop.Agenda = designer.Agenda{Slots: []designer.Slot{{ID: "why", Minutes: 7}}}
	d, m := open(t, env, "en", 80, 24)
	d.Press("c")
	seek(t, d, m, "agenda")
	d.Press("home", "end", "enter")
	if got := m.Screen.(*Screen).w.Agenda; !reflect.DeepEqual(got, env.Workshop.Agenda) {
		t.Errorf("%+v", got)
	}
}

func TestMinutesScaleTheAgendaAndNeverDrift(t *testing.T) {
	d, m := open(t, library(), "en", 80, 24)
	d.Press("c")
	seek(t, d, m, "minutes")
	before := m.Env.Workshop.Agenda
	w := func() designer.Agenda { return m.Screen.(*Screen).w.Agenda }
	for range 30 {
		d.Press("right", "+", "-", "left")
	}
	for range 7 {
		d.Press("left")
	}
	if !d.Has("minutes") || w().Minutes() < 9 {
		t.Errorf("%d minutes", w().Minutes())
	}
	d.Type("20")
	if got := w(); !reflect.DeepEqual(got, before) {
		t.Errorf("back at twenty: %+v, want %+v", got, before)
	}
	d.Press("tab", "shift+tab")
	d.Type("90")
	if w().Minutes() != 90 || w().Name != "sprint-20" {
		t.Errorf("typed: %+v", w())
	}
}

func TestTeamsAreAListThatCanBePasted(t *testing.T) {
	d, m := open(t, library(), "en", 80, 24)
	d.Press("c")
	seek(t, d, m, "teams")
	d.Paste("- Ash\n- Birch\n\n• Cedar")
	teams := func() []string { return m.Screen.(*Screen).w.Teams }
	if got, want := teams(), []string{"Rose", "Tulip", "Sunflower", "Lilac", "Ash", "Birch", "Cedar"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	d.Press("up", "ctrl+d", "alt+up")
	if got, want := teams(), []string{"Rose", "Tulip", "Sunflower", "Lilac", "Cedar", "Ash"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	d.Paste(strings.Repeat("x", 100) + "\n" + strings.Repeat("Team\n", 80))
	if got := teams(); len(got) != designer.MaxTeams || len(got[5]) > designer.MaxTeam {
		t.Errorf("%d teams, the sixth %q", len(got), got[5])
	}
	if !d.Has(m.Env.Words.T("ui.items-full", "limit", designer.MaxTeams)) {
		t.Errorf("nobody says that the list is full:\n%s", d.Frame())
	}
}

func TestASavedIssuerIsTakenByOneKey(t *testing.T) {
	env := library()
	env.Workshop.Issuer = designer.Issuer{}
	for keys, want := range map[string]string{"2": "Makers of the valley", "enter": "Town Library"} {
		d, m := open(t, env, "en", 80, 24)
		d.Press("c")
		seek(t, d, m, "saved")
		d.Press(keys)
		if got := saved(m); len(got) == 0 || got[len(got)-1].Issuer.Name != want {
			t.Errorf("%s: %+v", keys, got)
		}
	}
	d, m := open(t, env, "en", 80, 24)
	d.Press("c")
	seek(t, d, m, "saved")
	d.Press("down", "down", "enter")
	if got := m.Screen.(*Screen).w.Issuer; got != (designer.Issuer{}) {
		t.Errorf("typing one takes %+v", got)
	}
}

func TestAnotherLanguageKeepsWhatIsTyped(t *testing.T) {
	d, m := open(t, library(), "en", 80, 24)
	d.Press("c")
	d.Type(" 2")
	d.Send(screen.Reload{})
	d.Type("6")
	if got := m.Screen.(*Screen).w.Title; got != "Badges for the town library 26" {
		t.Errorf("%q", got)
	}
	d.Press("tab")
	d.Press("backspace")
	d.Send(screen.Reload{})
	if m.Screen.(screen.Keeper).Unkept() == "" {
		t.Error("half a date is gone")
	}
}

func TestAClickGoesToARow(t *testing.T) {
	d, m := open(t, library(), "en", 80, 24)
	lines := strings.Split(d.Frame(), "\n")
	y := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "Take everything home") })
	d.Click(10, y)
	if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{screen.TakeHome{}}) {
		t.Errorf("%+v", got)
	}
	d.Press("c")
	lines = strings.Split(d.Frame(), "\n")
	y = slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "Place") })
	d.Click(10, y)
	d.Type("!")
	if got := m.Screen.(*Screen).w.Place; got != "Reading room!" {
		t.Errorf("%q", got)
	}
}
