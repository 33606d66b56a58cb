// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package entry

import (
	"reflect"
	"testing"

	"insignia/designer"
	"insignia/internal/frametest"
	"insignia/tui/screen"
	"insignia/tui/stage"
)

// kept are the sheets that were given away, each as it was last.
func kept(m *stage.Model) []designer.Draft {
	var out []designer.Draft
	for _, a := range m.Took() {
		k, ok := a.(screen.KeepDraft)
		switch n := len(out); {
		case !ok:
		case n > 0 && out[n-1].ID == k.Draft.ID:
			out[n-1] = k.Draft
		default:
			out = append(out, k.Draft)
		}
	}
	return out
}

func line(d *frametest.Driver, text string) {
	d.Type(text)
	d.Press("enter")
}

func TestASheetIsTypedInTheOrderOfThePaper(t *testing.T) {
	d, m := open(t, hall(), "en", 80, 24)
	d.Press("down", "enter")
	line(d, "Bike repair buddy")
	d.Press("enter") // the team stands there
	d.Type("Young people")
	d.Press("alt+enter")
	line(d, "with a bike")
	line(d, "I can mend it")
	line(d, "Mends a tyre")
	line(d, "Sets brakes")
	d.Press("enter")
	line(d, "A bike that runs")
	line(d, "Bike repair trainer")
	d.Press("enter")
	all := kept(m)
	if len(all) != 1 {
		t.Fatalf("%d sheets were kept", len(all))
	}
	got := all[0]
	if !designer.ValidID(got.ID) {
		t.Errorf("its id is %q", got.ID)
	}
	got.Meta = designer.Meta{}
	want := designer.Draft{
		Workshop: workshopID, Language: "en", Team: "Tulip", Kind: designer.KindInterest, Name: "Bike repair buddy",
		Issuer: designer.Issuer{Name: "Town Library"}, Earner: designer.Earner{Who: "Young people\nwith a bike"},
		Why:      designer.Why{Earner: "I can mend it"},
		Criteria: designer.Criteria{Steps: []designer.Step{{Text: "Mends a tyre"}, {Text: "Sets brakes"}}, Evidence: "A bike that runs"},
		Next:     designer.Next{Leads: []designer.Lead{{Name: "Bike repair trainer"}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("kept\n%+v\nwant\n%+v", got, want)
	}
	if !d.Has("saved: Bike repair buddy") || !d.Has("sheet 2") {
		t.Errorf("and then:\n%s", d.Frame())
	}
}

func TestTheNextSheetIsOfTheNextTeam(t *testing.T) {
	d, m := open(t, hall(), "en", 80, 24)
	for _, name := range []string{"One", "Two", "Three"} {
		d.Press("enter")
		d.Type(name)
		d.Press("pgdown")
	}
	var teams []string
	for _, s := range kept(m) {
		teams = append(teams, s.Team)
	}
	if want := []string{"Tulip", "Lilac", ""}; !reflect.DeepEqual(teams, want) {
		t.Errorf("%q, want %q", teams, want)
	}
}

func TestTheIssuerIsAskedForOnlyWhereTheWorkshopHasNone(t *testing.T) {
	d, _ := open(t, hall(), "en", 80, 24)
	if d.Has("Organisation") {
		t.Error("the workshop's issuer is asked for again")
	}
	env := hall()
	env.Workshop.Issuer = designer.Issuer{}
	d, m := open(t, env, "en", 80, 24)
	d.Press("enter")
	line(d, "One")
	d.Press("enter", "enter")
	line(d, "Makers")
	d.Press("esc")
	if got := kept(m); len(got) != 1 || got[0].Issuer.Name != "Makers" {
		t.Errorf("%+v", got)
	}
}

func TestAnEmptySheetIsNotKept(t *testing.T) {
	d, m := open(t, hall(), "en", 80, 24)
	for range 12 {
		d.Press("enter")
	}
	d.Press("pgdown")
	if !d.Has("This sheet is empty") || d.Has("sheet 2") {
		t.Errorf("nobody says it:\n%s", d.Frame())
	}
	d.Press("esc")
	if got := kept(m); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestEscLeavesTheSheetSavedAsItIs(t *testing.T) {
	d, m := open(t, hall(), "en", 80, 24)
	d.Type("Half a na") // a letter in the choice begins the name
	if held := m.Screen.(screen.Holder).Held(m.Env); len(held) != 1 {
		t.Errorf("held is %+v", held)
	}
	d.Type("me")
	d.Press("esc")
	acts := m.Took()
	k, ok := acts[len(acts)-2].(screen.KeepDraft)
	if !ok || k.Draft.Name != "Half a name" || acts[len(acts)-1] != (screen.Return{}) {
		t.Errorf("%+v", acts)
	}
}

func TestASheetThatIsEmptiedAgainIsKeptSo(t *testing.T) {
	d, m := open(t, hall(), "en", 80, 24)
	d.Press("enter")
	d.Type("x")
	d.Press("tab", "shift+tab", "backspace", "tab")
	if got := kept(m); len(got) != 1 || got[0].Name != "" {
		t.Errorf("%+v", got)
	}
}

func TestShiftTabGoesBackAndAnotherLanguageKeepsThePlace(t *testing.T) {
	d, m := open(t, hall(), "en", 80, 24)
	d.Press("enter", "enter", "shift+tab")
	d.Type("Nam")
	d.Send(screen.Reload{})
	d.Type("e")
	d.Press("tab")
	if got := kept(m); len(got) != 1 || got[0].Name != "Name" {
		t.Errorf("%+v", got)
	}
}

func TestWithoutAWorkshopTheLanguageIsTheProgramsOwn(t *testing.T) {
	d, m := open(t, screen.Env{}, "es", 80, 24)
	d.Press("enter")
	d.Type("Una")
	d.Press("esc")
	if got := kept(m); len(got) != 1 || got[0].Language != "es" || got[0].Workshop != "" {
		t.Errorf("%+v", got)
	}
}
