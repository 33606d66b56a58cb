// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package locale_test

import (
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/lint"
	"insignia/internal/locale"
)

// family gives the keys that follow from the tables of package designer:
// whatever begins like one of them and is none, nothing asks for.
func family(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	add := func(base string, endings ...string) {
		for _, e := range endings {
			out[base+e] = true
		}
	}
	for _, q := range designer.Questions() {
		add("question."+q.String(), ".title", ".short", ".lead", ".watch")
		if q.Numbered() {
			add("question."+q.String(), ".weak", ".weak.why")
		}
		if q != designer.Review {
			add("question."+q.String(), ".good.1", ".good.2", ".good.3")
		}
	}
	for _, f := range designer.Fields() {
		add("field."+f.ID, ".label", ".prompt", ".hint")
		if !f.Core {
			add("field."+f.ID, ".more")
		}
		for _, o := range f.Options {
			add("option."+f.ID+"."+o, "")
			if f.ID == "kind" {
				add("option."+f.ID+"."+o, ".hint")
			}
		}
	}
	for _, code := range lint.Codes() {
		add("problem."+code, "", ".why", ".fix")
	}
	for _, l := range []designer.Level{designer.Hint, designer.Warn, designer.Fault} {
		add("level."+l.String(), "")
	}
	return out
}

func TestEveryQuestionFieldOptionAndProblemHasItsWords(t *testing.T) {
	want := family(t)
	for _, tag := range locale.Languages() {
		words := table(t, tag)
		for key := range want {
			if _, ok := words[key]; !ok {
				t.Errorf("%s: %q is missing", tag, key)
			}
		}
		for key := range words {
			root, _, _ := strings.Cut(key, ".")
			switch root {
			case "question", "field", "option", "level":
				if !want[key] {
					t.Errorf("%s: %q belongs to no question, field or option", tag, key)
				}
			}
		}
	}
}

// A problem that is told has a remedy as well, whichever package finds it.
func TestEveryProblemHasAReasonAndARemedy(t *testing.T) {
	words := table(t, locale.Fallback)
	for key := range words {
		code, ok := strings.CutPrefix(key, "problem.")
		if !ok {
			continue
		}
		code, _, _ = strings.Cut(code, ".")
		for _, ending := range []string{"", ".why", ".fix"} {
			if _, ok := words["problem."+code+ending]; !ok {
				t.Errorf("%q is missing", "problem."+code+ending)
			}
		}
	}
}

// What a rule tells is all that its words need.
func TestProblemsFillTheirPlaceholders(t *testing.T) {
	long := strings.Repeat("ñ", 400)
	drafts := []designer.Draft{{}, {
		Language: "xx", Name: long, Description: long, Tags: []string{"a b c d"}, Earner: designer.Earner{Who: "x"},
		Issuer:    designer.Issuer{Name: "TBD", URL: "https://a.example", Email: "a@b.test", Description: long},
		Why:       designer.Why{Earner: "x"},
		Criteria:  designer.Criteria{Steps: []designer.Step{{Text: "x"}, {Text: long, Evidence: "x"}}, Rule: 9, Effort: "PT1M", Rubric: "x y", URL: "x y", Evidence: "tbd", Level: designer.CriteriaLevel{Step: 3, Of: 2}},
		Alignment: []designer.Alignment{{}}, Look: designer.Look{Alt: long, Text: "X"},
		Next: designer.Next{Leads: []designer.Lead{{Name: "x", URL: "x y"}}, Requires: []string{"x"}, Rule: 3, Action: "x"},
	}, {Criteria: designer.Criteria{Steps: []designer.Step{{Text: "x"}}}, Tags: []string{"a"}, Name: "abc", Description: "abc", Look: designer.Look{Alt: "abc"}, Issuer: designer.Issuer{URL: "http://a.org"}},
		{Issuer: designer.Issuer{URL: "a.org"}, Description: "x", Look: designer.Look{Alt: "An image of a bicycle"}}}
	told := map[string]bool{}
	for _, d := range drafts {
		for _, p := range lint.Check(d) {
			told[p.Code] = true
			for _, tag := range locale.Languages() {
				w := locale.For(tag)
				for _, ending := range []string{"", ".why", ".fix"} {
					if s := w.Fill("problem."+p.Code+ending, p.Args); strings.ContainsAny(s, "{}[]") {
						t.Errorf("%s: %s%s says %q", tag, p.Code, ending, s)
					}
				}
			}
		}
	}
	for _, code := range lint.Codes() {
		if !told[code] {
			t.Errorf("no draft here has %s", code)
		}
	}
}
