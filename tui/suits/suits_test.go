// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package suits

import (
	"image"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"insignia/designer/issuing"
	"insignia/internal/frametest"
	"insignia/internal/locale"
	"insignia/tui/screen"
	"insignia/tui/stage"
)

func TestEverythingHasItsWords(t *testing.T) {
	for _, tag := range locale.Languages() {
		w := locale.For(tag)
		need := func(keys ...string) {
			for _, key := range keys {
				if !w.Known(key) {
					t.Errorf("%s: no words for %q", tag, key)
				}
			}
		}
		for _, q := range issuing.Questions() {
			need("suits.ask." + q.ID)
			for _, o := range q.Options {
				need("suits." + q.ID + "." + o)
				if q.ID == issuing.Who {
					need("suits.tip." + o)
				}
			}
		}
		for _, r := range issuing.Routes() {
			key := "suits.route." + r.ID
			need(key, key+".why", key+".need", key+".give")
			if n := strings.Count(w.T(key+".why"), ". ") + 1; n != 2 {
				t.Errorf("%s: why %s is told in %d sentences", tag, r.ID, n)
			}
		}
		for _, s := range issuing.Services() {
			need("suits.service." + s.ID)
		}
		for _, f := range []issuing.Feature{issuing.Free, issuing.List, issuing.API, issuing.Wallet, issuing.Europe} {
			need("suits.feature." + string(f))
		}
	}
}

func TestAQuestionIsAnsweredByNumberOrByArrowAndEnter(t *testing.T) {
	d := opened(t, "en", 80, 24)
	d.Press("2")
	if s := on(d); s.at != 1 || s.answers[issuing.Who] != "school" {
		t.Fatalf("2 led to question %d with %v", s.at, s.answers)
	}
	d.Press("down", "down", "enter")
	if s := on(d); s.at != 2 || s.answers[issuing.Have] != "moodle" {
		t.Fatalf("two down and enter led to question %d with %v", s.at, s.answers)
	}
	d.Press("9", "0", "x")
	if s := on(d); s.at != 2 {
		t.Errorf("a number without an option went on")
	}
	d.Press("up", "enter")
	if s := on(d); s.answers[issuing.Award] != "program" {
		t.Errorf("up from the first is %v", s.answers)
	}
}

func TestBackKeepsTheAnswersAndTheCursorOnThem(t *testing.T) {
	d := opened(t, "en", 80, 24)
	d.Press("left")
	if on(d).at != 0 {
		t.Errorf("back from the first question led to %d", on(d).at)
	}
	d.Press("4", "3", "left")
	if s := on(d); s.at != 1 || s.row != 2 {
		t.Errorf("back stands on question %d, option %d", s.at, s.row)
	}
	d.Press("backspace")
	if s := on(d); s.at != 0 || s.row != 3 {
		t.Errorf("back stands on question %d, option %d", s.at, s.row)
	}
	d.Press("enter", "enter", "1", "1", "1")
	if s := on(d); s.asking() || s.answers[issuing.Have] != "moodle" {
		t.Errorf("at %d with %v", s.at, s.answers)
	}
	d.Press("backspace")
	if s := on(d); s.at != 4 {
		t.Errorf("from the result backspace led to %d", s.at)
	}
}

func TestTheWaysAreTurnedOneByOneOrByNumber(t *testing.T) {
	d := opened(t, "en", 80, 24)
	d.Press("1", "4", "1", "2", "1")
	n := on(d).ways()
	if n != 4 {
		t.Fatalf("%d ways", n)
	}
	for i := range n + 2 {
		if want := min(i, n-1); on(d).way != want {
			t.Errorf("turned %d times: way %d, want %d", i, on(d).way, want)
		}
		d.Press("pgdown")
	}
	d.Press("left")
	if on(d).way != n-2 {
		t.Errorf("left led to %d", on(d).way)
	}
	d.Press("1")
	if on(d).way != 0 {
		t.Errorf("1 led to %d", on(d).way)
	}
	d.Press("9")
	if on(d).way != 0 {
		t.Errorf("9 led to %d", on(d).way)
	}
}

func TestAClickChooses(t *testing.T) {
	d := opened(t, "en", 120, 40)
	click := func(id string) {
		t.Helper()
		for _, l := range on(d).Layers(d.Model().(*stage.Model).Env) {
			if l.ID == id {
				d.Click(l.Area.Min.X, l.Area.Min.Y)
				return
			}
		}
		t.Fatalf("nothing is called %q", id)
	}
	click("option:2")
	if on(d).answers[issuing.Who] != "company" {
		t.Errorf("the third option is %v", on(d).answers)
	}
	d.Press("1", "1", "2", "1")
	click("way:1")
	if on(d).way != 1 {
		t.Errorf("the second way is %d", on(d).way)
	}
}

func TestEscGoesBackWhereOneCameFrom(t *testing.T) {
	for _, keys := range [][]string{{"esc"}, {"1", "1", "esc"}, {"1", "1", "1", "1", "1", "esc"}} {
		d := opened(t, "en", 80, 24)
		d.Press(keys...)
		if acts := d.Model().(*stage.Model).Took(); len(acts) != 1 || acts[0] != (screen.Return{}) {
			t.Errorf("%v asked for %v", keys, acts)
		}
	}
}

// At any size and after any answers all options are in sight, and every line
// of a way can be reached and is as wide as its place.
func TestNothingIsCutAtAnySize(t *testing.T) {
	for _, tag := range locale.Languages() {
		env := opened(t, tag, 80, 24).Model().(*stage.Model).Env
		for _, w := range []int{40, 47, 60, 73, 80, 100, 120, 240} {
			for _, h := range []int{10, 16, 20, 36, 66} {
				env.Area = image.Rect(0, 1, w, 1+h)
				s := New()
				for at := range s.asks {
					s.goTo(at)
					fits(t, env, s.Layers(env), len(s.asks[at].Options))
				}
				every(s, 0, func(s *Screen) {
					for s.way = range s.ways() {
						reach(t, env, s)
					}
				})
			}
		}
	}
}

// every runs f after each combination of the questions that change what is
// found; the first answer to the others will do.
func every(s *Screen, at int, f func(*Screen)) {
	if at == len(s.asks) {
		s.goTo(at)
		f(s)
		return
	}
	q := s.asks[at]
	for i, o := range q.Options {
		if i > 0 && (q.ID == issuing.Who || q.ID == issuing.Cost) {
			break
		}
		s.answers = s.answers.With(q.ID, o)
		every(s, at+1, f)
	}
}

func fits(t *testing.T, env screen.Env, layers []screen.Layer, options int) {
	t.Helper()
	seen := 0
	for _, l := range layers {
		if !l.Area.In(env.Area) {
			t.Errorf("%v: %s stands at %v", env.Area, l.ID, l.Area)
		}
		if strings.HasPrefix(l.ID, "option:") {
			seen++
		}
		lines := strings.Split(l.Text, "\n")
		if len(lines) > l.Area.Dy() {
			t.Errorf("%v: %s has %d lines in %v", env.Area, l.ID, len(lines), l.Area)
		}
		for _, line := range lines {
			if n := ansi.StringWidth(line); n > l.Area.Dx() {
				t.Errorf("%s %v: %s is %d wide in %v: %q", env.Words.Tag(), env.Area, l.ID, n, l.Area, ansi.Strip(line))
			}
			if strings.Contains(line, "[suits") {
				t.Errorf("%q has no words", line)
			}
		}
	}
	if seen != options {
		t.Errorf("%s %v: %d of %d options are in sight", env.Words.Tag(), env.Area, seen, options)
	}
}

func reach(t *testing.T, env screen.Env, s *Screen) {
	t.Helper()
	s.top = 0
	fits(t, env, s.Layers(env), 0)
	p := s.result(env)
	if s.top = len(p.body); s.first(env)+p.room.Dy() < len(p.body) {
		t.Errorf("%v: the last lines are out of reach", env.Area)
	}
	if p.room.Dy() < 4 {
		t.Errorf("%s %v: %d rows are left for a way", env.Words.Tag(), env.Area, p.room.Dy())
	}
}

func TestAFilenameStaysInOnePiece(t *testing.T) {
	env := opened(t, "en", 80, 24).Model().(*stage.Model).Env
	for w := 20; w < 60; w++ {
		for _, l := range wrap(env, env.Words.T("suits.route.platform.give"), w) {
			if strings.HasSuffix(l, "-") || strings.Contains(l, whole) {
				t.Errorf("at %d: %q", w, l)
			}
		}
	}
}

func TestTheScreenIsAValue(t *testing.T) {
	d := opened(t, "en", 80, 24)
	d.Press("1")
	env := d.Model().(*stage.Model).Env
	before := *on(d)
	for i := range 9 {
		k, _ := frametest.Key(strconv.Itoa(i + 1))
		on(d).Update(k, env)
	}
	if s := on(d); s.at != before.at || len(s.answers) != 1 {
		t.Errorf("the screen that was asked has changed: %+v", *s)
	}
}
