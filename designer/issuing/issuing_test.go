// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package issuing

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// every runs f on each combination of answers.
func every(f func(Answers)) (n int) {
	var next func(Answers, int)
	next = func(a Answers, at int) {
		if at == len(questions) {
			n++
			f(a)
			return
		}
		for _, o := range questions[at].Options {
			next(a.With(questions[at].ID, o), at+1)
		}
	}
	next(Answers{}, 0)
	return n
}

func TestEveryCombinationLeadsSomewhere(t *testing.T) {
	used := map[string]bool{}
	n := every(func(a Answers) {
		suit, miss := Find(a)
		if len(suit) == 0 {
			t.Errorf("%v leads nowhere", a)
		}
		if len(suit)+len(miss) != len(routes) {
			t.Errorf("%v: %d suit and %d do not, of %d", a, len(suit), len(miss), len(routes))
		}
		for _, r := range suit {
			used[r.ID] = true
			// A website is one's own; whatever else is suggested has a name.
			if ex := Examples(r, a); len(ex) == 0 && r.ID != Website {
				t.Errorf("%v: %s is suggested and nobody is named", a, r.ID)
			}
		}
		for _, m := range miss {
			if m.Question == "" || a[m.Question] == "" {
				t.Errorf("%v: %s is left out for no reason", a, m.Route.ID)
			}
		}
	})
	if n != 5*4*3*2*4 {
		t.Errorf("%d combinations", n)
	}
	if len(used) != len(routes) {
		t.Errorf("some routes are never suggested: %v", used)
	}
}

// Each question matters: some answer to it changes what is found.
func TestEveryQuestionMatters(t *testing.T) {
	for _, q := range questions {
		matters := false
		every(func(a Answers) {
			first := result(a.With(q.ID, q.Options[0]))
			for _, o := range q.Options[1:] {
				matters = matters || result(a.With(q.ID, o)) != first
			}
		})
		if !matters {
			t.Errorf("%s changes nothing", q.ID)
		}
	}
}

func result(a Answers) string {
	var b strings.Builder
	suit, _ := Find(a)
	for _, r := range suit {
		b.WriteString(r.ID + ":")
		for _, e := range Examples(r, a) {
			b.WriteString(e.Service.ID + " ")
		}
	}
	return b.String()
}

func TestWhatIsKnownToLackAFeatureIsNotNamedForIt(t *testing.T) {
	every(func(a Answers) {
		for _, r := range routes {
			for _, e := range Examples(r, a) {
				for _, f := range a.Wants() {
					switch known := e.Service.facts[f]; {
					case known == no:
						t.Errorf("%v: %s lacks %s", a, e.Service.Name, f)
					case (known == unknown) != slices.Contains(e.Ask, f):
						t.Errorf("%v: to be asked of %s is %v", a, e.Service.Name, e.Ask)
					}
				}
			}
		}
	})
}

func TestExamplesStandInTheOrderOfTheAlphabet(t *testing.T) {
	every(func(a Answers) {
		for _, r := range routes {
			var names []string
			for _, e := range Examples(r, a) {
				names = append(names, strings.ToLower(e.Service.Name))
			}
			if !slices.IsSorted(names) {
				t.Errorf("%v", names)
			}
		}
	})
}

func TestEveryFactHasADate(t *testing.T) {
	month := regexp.MustCompile(`^20[0-9]{2}-(0[1-9]|1[0-2])$`)
	ids := map[string]bool{}
	for _, s := range Services() {
		if !month.MatchString(s.AsOf) || s.AsOf > Latest() {
			t.Errorf("%s is as of %q", s.Name, s.AsOf)
		}
		if ids[s.ID] || s.ID == "" || s.Name == "" || len(s.routes) == 0 {
			t.Errorf("%q, %q is not told from the others, or leads nowhere", s.ID, s.Name)
		}
		ids[s.ID] = true
		for _, id := range s.routes {
			if !slices.ContainsFunc(routes, func(r Route) bool { return r.ID == id }) {
				t.Errorf("%s leads to %q", s.Name, id)
			}
		}
		if s.only != "" && !slices.Contains(questions[0].Options, s.only) {
			t.Errorf("%s is for %q alone", s.Name, s.only)
		}
	}
}

func TestAServiceForSomeIsNamedToThemAlone(t *testing.T) {
	named := map[string]bool{}
	every(func(a Answers) {
		for _, r := range routes {
			for _, e := range Examples(r, a) {
				if e.Service.ID == "edubadges" {
					named[a[Who]] = true
				}
			}
		}
	})
	if len(named) != 1 || !named["dutch"] {
		t.Errorf("edubadges is named to %v", named)
	}
}

func TestAnswersAreCompleteOnceEachQuestionHasAnOption(t *testing.T) {
	a := Answers(nil)
	for _, q := range Questions() {
		if a.Complete() {
			t.Errorf("%v is complete without %s", a, q.ID)
		}
		before := len(a)
		if b := a.With(q.ID, q.Options[0]); len(a) != before || len(b) != before+1 {
			t.Errorf("With changed the answers it was asked of")
		} else {
			a = b
		}
	}
	if !a.Complete() || a.With(Cost, "nonsense").Complete() {
		t.Errorf("%v is complete: %v", a, a.Complete())
	}
}
