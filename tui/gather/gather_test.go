// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package gather

import (
	"reflect"
	"strings"
	"testing"

	"insignia/internal/locale"
	"insignia/tui/screen"
)

func TestWhatIsTickedAndTypedIsGathered(t *testing.T) {
	blue, red := desk().Sticks[0], desk().Sticks[1]
	for _, c := range []struct {
		what  string
		keys  []string
		typed string
		want  []string
	}{
		{"the one with the cursor", nil, "", []string{blue}},
		{"the other one", []string{"down"}, "", []string{red}},
		{"a ticked one, wherever the cursor is", []string{"space", "down"}, "", []string{blue}},
		{"both", []string{"down", "space", "up", "space"}, "", []string{blue, red}},
		{"not what is ticked twice", []string{"space", "space", "down", "space"}, "", []string{red}},
		{"a place that is typed", []string{"down", "down"}, " /home/ana ", []string{"/home/ana"}},
		{"a place beside a tick", []string{"space", "down", "down"}, "/x", []string{blue, "/x"}},
	} {
		d, m := open(t, desk(), "en", 80, 24)
		d.Press(c.keys...)
		d.Type(c.typed)
		d.Press("enter")
		if got, want := m.Took(), []screen.Action{screen.GatherFrom{Paths: c.want}}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", c.what, got, want)
		}
	}
}

func TestWithNoPlaceNothingIsGathered(t *testing.T) {
	d, m := open(t, desk(), "en", 80, 24)
	d.Press("down", "down", "enter")
	for _, a := range m.Took() {
		if _, ok := a.(screen.GatherFrom); ok {
			t.Errorf("%+v", a)
		}
	}
	if !d.Has(m.Env.Words.T("gather.where")) {
		t.Errorf("nobody says what is missing:\n%s", d.Frame())
	}
}

func TestASticksComingAndGoingDisturbsNobodyWhoTypes(t *testing.T) {
	d, m := open(t, desk(), "en", 80, 24)
	d.Press("space", "down", "down")
	m.Env.Sticks = nil
	d.Type("/")
	m.Env.Sticks = []string{"/media/new", "/media/two", "/media/three"}
	d.Send(screen.Reload{})
	d.Type("x")
	d.Press("up", "enter")
	got := m.Took()
	if want := (screen.GatherFrom{Paths: []string{"/x"}}); len(got) != 1 || !reflect.DeepEqual(got[0], want) {
		t.Errorf("%+v", got)
	}
}

func TestTheFirstStickIsOfferedOnceItIsThere(t *testing.T) {
	env := desk()
	sticks := env.Sticks
	env.Sticks = nil
	d, m := open(t, env, "en", 80, 24)
	m.Env.Sticks = sticks
	d.Send(screen.Reload{})
	d.Press("enter")
	if got, want := m.Took(), []screen.Action{screen.GatherFrom{Paths: sticks[:1]}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestThePastedPlaceIsOneLine(t *testing.T) {
	d, m := open(t, desk(), "en", 80, 24)
	d.Paste("/media/ana/\nBLUE")
	d.Press("enter")
	if got, want := m.Took(), []screen.Action{screen.GatherFrom{Paths: []string{"/media/ana/ BLUE"}}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestTheReportTellsEveryFateInEveryLanguage(t *testing.T) {
	for _, lang := range locale.Languages() {
		d, m := open(t, desk(), lang, 120, 70)
		d.Press("enter")
		for _, f := range screen.Fates() {
			for _, workshop := range []bool{false, true} {
				m.Env.Gathered = []screen.Gathered{{Name: "Map reader", Fate: f, Workshop: workshop}, {Fate: f, Workshop: workshop}}
				d.Resize(120, 70)
				if frame := d.Frame(); strings.ContainsAny(frame, "[{") {
					t.Errorf("%s %s:\n%s", lang, f, frame)
				}
			}
		}
	}
}

// A gathering that failed leaves the places; a second one starts clean.
func TestTheReportShowsOnceThereIsOne(t *testing.T) {
	d, m := open(t, desk(), "en", 80, 24)
	d.Press("enter")
	if !d.Has("BLUE") {
		t.Errorf("a report of nothing:\n%s", d.Frame())
	}
	m.Env.Gathered = brought
	d.Resize(80, 24)
	if !d.Has("Bike repair buddy") {
		t.Errorf("no report:\n%s", d.Frame())
	}
	d.Press("enter")
	if !d.Has("BLUE") || d.Has("[x]") {
		t.Errorf("no places:\n%s", d.Frame())
	}
	m.Took()
	d.Press("esc")
	if got := m.Took(); !reflect.DeepEqual(got, []screen.Action{screen.Return{}}) {
		t.Errorf("%+v", got)
	}
}
