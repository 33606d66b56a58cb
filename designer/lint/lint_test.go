// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package lint_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/lint"
)

// good is a draft in which no rule finds anything.
func good() designer.Draft {
	return designer.Draft{
		Kind: designer.KindSkill, Name: "Bike Repair Buddy", Tags: []string{"bicycle repair", "coaching", "safety"},
		Description: "Earners can make a bicycle roadworthy on their own and explain each step.",
		Earner:      designer.Earner{Who: "Newcomers at the repair evening"},
		Issuer:      designer.Issuer{Name: "Kettenwerk", URL: "https://kettenwerk.org", Email: "badges@kettenwerk.org"},
		Why:         designer.Why{Earner: "Use the workshop alone", Viewer: "Someone who keeps a fleet rolling"},
		Criteria: designer.Criteria{
			Steps:    []designer.Step{{Text: "Repaired three different punctures"}, {Text: "Coached one visitor through a repair"}},
			Evidence: "Photo of each bike", Assessor: "A mentor", Effort: "PT6H"},
		Next: designer.Next{Leads: []designer.Lead{{Name: "Workshop Mentor"}}, Display: []string{"Wall board"}},
	}
}

func TestAGoodDraftHasNoProblems(t *testing.T) {
	if got := lint.Check(good()); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// x is a text of n characters, each of two bytes.
func x(n int) string { return strings.Repeat("ñ", n) }

var cases = []struct {
	code   string
	change func(*designer.Draft)
	level  designer.Level
	field  string
	args   designer.Args
}{
	{"KIND-EMPTY", func(d *designer.Draft) { d.Kind = "" }, designer.Hint, "kind", nil},
	{"NAME-EMPTY", func(d *designer.Draft) { d.Name = "" }, designer.Fault, "name", nil},
	{"NAME-LEN", func(d *designer.Draft) { d.Name = x(3) }, designer.Warn, "name", designer.Args{"length": "3"}},
	{"NAME-LEN", func(d *designer.Draft) { d.Name = x(41) }, designer.Hint, "name", designer.Args{"length": "41"}},
	{"NAME-LEN", func(d *designer.Draft) { d.Name = x(61) }, designer.Warn, "name", designer.Args{"length": "61"}},
	{"EARNER-EMPTY", func(d *designer.Draft) { d.Earner.Who = "" }, designer.Hint, "earner.who", nil},
	{"EARNER-SHORT", func(d *designer.Draft) { d.Earner.Who = x(19) }, designer.Hint, "earner.who", nil},
	{"ISSUER-NAME", func(d *designer.Draft) { d.Issuer.Name = "" }, designer.Fault, "issuer.name", nil},
	{"ISSUER-URL", func(d *designer.Draft) { d.Issuer.URL = "" }, designer.Fault, "issuer.url", designer.Args{"value": ""}},
	{"ISSUER-URL", func(d *designer.Draft) { d.Issuer.URL = "ftp://a.org" }, designer.Fault, "issuer.url", designer.Args{"value": "ftp://a.org"}},
	{"ISSUER-EMAIL", func(d *designer.Draft) { d.Issuer.Email = "" }, designer.Fault, "issuer.email", designer.Args{"value": ""}},
	{"ISSUER-EMAIL", func(d *designer.Draft) { d.Issuer.Email = "a@b" }, designer.Fault, "issuer.email", designer.Args{"value": "a@b"}},
	{"ISSUER-PLACEHOLDER", func(d *designer.Draft) { d.Issuer.Name = "TBD" }, designer.Warn, "issuer.name", designer.Args{"value": "TBD"}},
	{"ISSUER-PLACEHOLDER", func(d *designer.Draft) { d.Issuer.URL = "https://a.example" }, designer.Warn, "issuer.url", designer.Args{"value": "https://a.example"}},
	{"ISSUER-PLACEHOLDER", func(d *designer.Draft) { d.Issuer.URL = "http://192.168.1.4" }, designer.Warn, "issuer.url", designer.Args{"value": "http://192.168.1.4"}},
	{"ISSUER-PLACEHOLDER", func(d *designer.Draft) { d.Issuer.Email = "a@b.test" }, designer.Warn, "issuer.email", designer.Args{"value": "a@b.test"}},
	{"ISSUER-BARE", func(d *designer.Draft) { d.Issuer.URL = "www.kettenwerk.org" }, designer.Hint, "issuer.url", designer.Args{"value": "www.kettenwerk.org"}},
	{"ISSUER-HTTP", func(d *designer.Draft) { d.Issuer.URL = "http://kettenwerk.org" }, designer.Hint, "issuer.url", designer.Args{"value": "http://kettenwerk.org"}},
	{"ISSUER-DESC", func(d *designer.Draft) { d.Issuer.Description = x(301) }, designer.Hint, "issuer.description", designer.Args{"length": "301"}},
	{"WHY-EMPTY", func(d *designer.Draft) { d.Why.Earner, d.Why.Issuer = "", "helpers" }, designer.Hint, "why.earner", nil},
	{"WHY-ONE-SIDE", func(d *designer.Draft) { d.Why.Viewer = "" }, designer.Hint, "why.viewer", nil},
	{"CRIT-EMPTY", func(d *designer.Draft) { d.Criteria.Steps = nil }, designer.Fault, "criteria.steps", nil},
	{"CRIT-EMPTY", func(d *designer.Draft) { d.Criteria.Steps = []designer.Step{{}} }, designer.Fault, "criteria.steps", nil},
	{"CRIT-RULE", func(d *designer.Draft) { d.Criteria.Rule = 3 }, designer.Fault, "criteria.rule", designer.Args{"rule": "3", "steps": "2"}},
	{"CRIT-COUNT", func(d *designer.Draft) { d.Criteria.Steps = d.Criteria.Steps[:1] }, designer.Warn, "criteria.steps", designer.Args{"steps": "1"}},
	{"CRIT-COUNT", func(d *designer.Draft) { d.Criteria.Steps = slices.Repeat(d.Criteria.Steps, 4) }, designer.Warn, "criteria.steps", designer.Args{"steps": "8"}},
	{"CRIT-SHORT", func(d *designer.Draft) { d.Criteria.Steps[1].Text = x(19) }, designer.Warn, "criteria.steps.2", designer.Args{"step": "2"}},
	{"CRIT-LONG", func(d *designer.Draft) { d.Criteria.Steps[0].Text = x(201) }, designer.Warn, "criteria.steps.1", designer.Args{"step": "1", "length": "201"}},
	{"EVID-EMPTY", func(d *designer.Draft) { d.Criteria.Evidence = "" }, designer.Warn, "criteria.evidence", nil},
	{"EVID-PER-STEP", func(d *designer.Draft) { d.Criteria.Steps[0].Evidence = "photo" }, designer.Hint, "criteria.steps.2", designer.Args{"step": "2"}},
	{"ASSESSOR-EMPTY", func(d *designer.Draft) { d.Criteria.Assessor = "" }, designer.Warn, "criteria.assessor", nil},
	{"EFFORT-EMPTY", func(d *designer.Draft) { d.Criteria.Effort = "" }, designer.Hint, "criteria.effort", nil},
	{"EFFORT-RANGE", func(d *designer.Draft) { d.Criteria.Effort = "PT9M" }, designer.Hint, "criteria.effort", designer.Args{"effort": "9 min"}},
	{"EFFORT-RANGE", func(d *designer.Draft) { d.Criteria.Effort = "P26D" }, designer.Hint, "criteria.effort", designer.Args{"effort": "26 d"}},
	{"LEVEL-RANGE", func(d *designer.Draft) { d.Criteria.Level.Step, d.Criteria.Level.Of = 4, 3 }, designer.Warn, "criteria.level.step", designer.Args{"step": "4", "of": "3"}},
	{"LEVEL-RANGE", func(d *designer.Draft) { d.Criteria.Level.Of = 3 }, designer.Warn, "criteria.level.step", designer.Args{"step": "0", "of": "3"}},
	{"LANGUAGE-UNKNOWN", func(d *designer.Draft) { d.Language = "xx-ES" }, designer.Warn, "language", designer.Args{"value": "xx-ES"}},
	{"CRIT-URL", func(d *designer.Draft) { d.Criteria.URL = "see the wall" }, designer.Warn, "criteria.url", designer.Args{"value": "see the wall"}},
	{"RUBRIC-URL", func(d *designer.Draft) { d.Criteria.Rubric = "see the wall" }, designer.Warn, "criteria.rubric", designer.Args{"value": "see the wall"}},
	{"TAGS-NONE", func(d *designer.Draft) { d.Tags = nil }, designer.Hint, "tags", nil},
	{"TAGS-FEW", func(d *designer.Draft) { d.Tags = d.Tags[:2] }, designer.Hint, "tags", designer.Args{"tags": "2"}},
	{"TAG-LONG", func(d *designer.Draft) { d.Tags[2] = "how to mend a bike" }, designer.Warn, "tags.3", designer.Args{"value": "how to mend a bike"}},
	{"ALIGN-INCOMPLETE", func(d *designer.Draft) { d.Alignment = []designer.Alignment{{TargetName: "Digital"}} }, designer.Fault, "alignment.1", designer.Args{"item": "1"}},
	{"ALIGN-INCOMPLETE", func(d *designer.Draft) {
		d.Alignment = []designer.Alignment{{TargetName: "A", TargetURL: "https://a.org"}, {TargetURL: "https://a.org"}}
	}, designer.Fault, "alignment.2", designer.Args{"item": "2"}},
	{"ALIGN-INCOMPLETE", func(d *designer.Draft) { d.Alignment = []designer.Alignment{{TargetName: "A", TargetURL: "a b"}} }, designer.Fault, "alignment.1", designer.Args{"item": "1"}},
	{"ALT-LONG", func(d *designer.Draft) { d.Look.Alt = x(126) }, designer.Warn, "look.alt", designer.Args{"length": "126"}},
	{"ALT-TEXT", func(d *designer.Draft) { d.Look.Alt, d.Look.Text = "A bicycle on blue", "REPAIR" }, designer.Warn, "look.alt", designer.Args{"text": "REPAIR"}},
	{"ALT-TEXT", func(d *designer.Draft) {
		d.Look.Alt, d.Look.Centre, d.Look.Letters = "A wrench on blue", "letters", "A1"
	}, designer.Warn, "look.alt", designer.Args{"text": "A1"}},
	{"ALT-GENERIC", func(d *designer.Draft) { d.Look.Alt = "An image of a bicycle" }, designer.Warn, "look.alt", designer.Args{"text": "An image of"}},
	{"ALT-GENERIC", func(d *designer.Draft) { d.Look.Alt = "Imagen de una bicicleta" }, designer.Warn, "look.alt", designer.Args{"text": "Imagen de"}},
	{"ALT-GENERIC", func(d *designer.Draft) { d.Look.Alt = "Our badge." }, designer.Warn, "look.alt", designer.Args{"text": "Our badge."}},
	{"ALT-GENERIC", func(d *designer.Draft) { d.Look.Alt = "Badge image" }, designer.Warn, "look.alt", designer.Args{"text": "Badge image"}},
	{"ALT-IS-NAME", func(d *designer.Draft) { d.Look.Alt = "bike repair  BUDDY" }, designer.Warn, "look.alt", nil},
	{"NEXT-EMPTY", func(d *designer.Draft) { d.Next.Leads = nil }, designer.Hint, "next.leads", nil},
	{"NEXT-N", func(d *designer.Draft) { d.Next.Rule, d.Next.Requires = 2, []string{"Tool Safety"} }, designer.Fault, "next.rule", designer.Args{"rule": "2", "badges": "1"}},
	{"NEXT-CYCLE", func(d *designer.Draft) { d.Next.Requires = []string{"Tool Safety", "bike repair buddy"} }, designer.Fault, "next.requires.2", designer.Args{"value": "bike repair buddy"}},
	{"NEXT-CYCLE", func(d *designer.Draft) { d.Next.Requires = []string{"workshop mentor"} }, designer.Fault, "next.requires.1", designer.Args{"value": "workshop mentor"}},
	{"NEXT-URL", func(d *designer.Draft) { d.Next.Leads[0].URL = "soon to come" }, designer.Warn, "next.leads.1.url", designer.Args{"value": "soon to come"}},
	{"NEXT-DISPLAY", func(d *designer.Draft) { d.Next.Display = nil }, designer.Hint, "next.display", nil},
	{"NEXT-ACTION", func(d *designer.Draft) { d.Next.Action = "Ask the hub" }, designer.Hint, "next.owner", nil},
	{"NEXT-ACTION", func(d *designer.Draft) { d.Next.Action, d.Next.Owner = "Ask the hub", "Ana" }, designer.Hint, "next.due", nil},
	{"DESC-EMPTY", func(d *designer.Draft) { d.Description = "" }, designer.Fault, "description", nil},
	{"DESC-IS-NAME", func(d *designer.Draft) { d.Description = "Bike repair buddy" }, designer.Warn, "description", nil},
	{"DESC-SHORT", func(d *designer.Draft) { d.Description = x(39) }, designer.Warn, "description", designer.Args{"length": "39"}},
	{"DESC-LONG", func(d *designer.Draft) { d.Description = x(161) }, designer.Hint, "description", designer.Args{"length": "161"}},
	{"ANSWER-TBD", func(d *designer.Draft) { d.Criteria.Evidence = "TBD" }, designer.Warn, "criteria.evidence", designer.Args{"value": "TBD"}},
	{"ANSWER-TBD", func(d *designer.Draft) { d.Name = "tbd" }, designer.Warn, "name", designer.Args{"value": "tbd"}},
}

// Each change breaks one rule and no other.
func TestEachRuleFindsItsOwnFaultAndNothingElse(t *testing.T) {
	for _, c := range cases {
		d := good()
		c.change(&d)
		got := lint.Check(d)
		if len(got) == 0 {
			t.Errorf("%s at %s: nothing found", c.code, c.field)
			continue
		}
		f := fieldOf(t, c.field)
		want := designer.Problem{Code: c.code, Level: c.level, Question: f.Question, Field: c.field, Args: c.args}
		if !reflect.DeepEqual(got[0], want) || len(got) > 1 {
			t.Errorf("found %+v\nwant only %+v", got, want)
		}
	}
}

func fieldOf(t *testing.T, at string) designer.Field {
	for {
		if f, ok := designer.FieldByID(at); ok {
			return f
		}
		i := strings.LastIndexByte(at, '.')
		if i < 0 {
			t.Fatalf("no field %s", at)
		}
		at = at[:i]
	}
}

// At its threshold an answer is still fine.
func TestThresholdsThemselvesAreFine(t *testing.T) {
	for name, change := range map[string]func(*designer.Draft){
		"name of 4":          func(d *designer.Draft) { d.Name = x(4) },
		"name of 40":         func(d *designer.Draft) { d.Name = x(40) },
		"earner of 20":       func(d *designer.Draft) { d.Earner.Who = x(20) },
		"issuer of 300":      func(d *designer.Draft) { d.Issuer.Description = x(300) },
		"description of 40":  func(d *designer.Draft) { d.Description = x(40) },
		"description of 160": func(d *designer.Draft) { d.Description = x(160) },
		"step of 20":         func(d *designer.Draft) { d.Criteria.Steps[0].Text = x(20) },
		"step of 200":        func(d *designer.Draft) { d.Criteria.Steps[0].Text = x(200) },
		"seven steps":        func(d *designer.Draft) { d.Criteria.Steps = slices.Repeat(d.Criteria.Steps, 4)[:7] },
		"all of two":         func(d *designer.Draft) { d.Criteria.Rule = 2 },
		"ten minutes":        func(d *designer.Draft) { d.Criteria.Effort = "PT10M" },
		"200 hours":          func(d *designer.Draft) { d.Criteria.Effort = "P5W" },
		"level 3 of 3":       func(d *designer.Draft) { d.Criteria.Level = designer.CriteriaLevel{Step: 3, Of: 3} },
		"level without top":  func(d *designer.Draft) { d.Criteria.Level.Step = 3 },
		"tag of three words": func(d *designer.Draft) { d.Tags[0] = "mend a bike" },
		"alt with a drawing": func(d *designer.Draft) { d.Look.Alt = "A drawing of a bicycle on blue" },
		"alt about a logo":   func(d *designer.Draft) { d.Look.Alt = "The logo of the bicycle kitchen: a fork on a wheel" },
		"alt about an icon":  func(d *designer.Draft) { d.Look.Alt = "Icon painting: a saint on gold" },
		"alt with letters": func(d *designer.Draft) {
			d.Look.Alt, d.Look.Centre, d.Look.Letters = "White letters “A1” on a blue circle", "letters", "A1"
		},
		"alt of what is not shown": func(d *designer.Draft) {
			d.Look.Alt, d.Look.Centre, d.Look.Text = "A cat asleep", "whole", "REPAIR"
		},
		"alt of 125": func(d *designer.Draft) { d.Look.Alt = x(125) },
		"steps prove it": func(d *designer.Draft) {
			d.Criteria.Evidence = ""
			d.Criteria.Steps[0].Evidence = "a"
			d.Criteria.Steps[1].Evidence = "b"
		},
		"an optional step": func(d *designer.Draft) { d.Criteria.Steps[0].Evidence = "a"; d.Criteria.Steps[1].Optional = true },
		"one before":       func(d *designer.Draft) { d.Next.Rule, d.Next.Requires = 1, []string{"Tool Safety"} },
		"action complete":  func(d *designer.Draft) { d.Next.Action, d.Next.Owner, d.Next.Due = "a", "b", "2026-05-04" },
		"private note":     func(d *designer.Draft) { d.Team = "?" },
	} {
		d := good()
		change(&d)
		if got := lint.Check(d); len(got) != 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestEveryCodeHasACase(t *testing.T) {
	var tried []string
	for _, c := range cases {
		tried = append(tried, c.code)
	}
	slices.Sort(tried)
	if tried = slices.Compact(tried); !slices.Equal(tried, lint.Codes()) {
		t.Errorf("cases for %v\nrules %v", tried, lint.Codes())
	}
}

func TestAnEmptyDraftIsToldWhatIsMissing(t *testing.T) {
	var faults []string
	for _, p := range lint.Check(designer.Draft{}) {
		if p.Level == designer.Fault {
			faults = append(faults, p.Code)
		}
	}
	want := []string{"NAME-EMPTY", "ISSUER-NAME", "ISSUER-URL", "ISSUER-EMAIL", "CRIT-EMPTY", "DESC-EMPTY"}
	if !slices.Equal(faults, want) {
		t.Errorf("faults %v, want %v", faults, want)
	}
}

func TestProblemsAreOrderedByQuestionThenGravity(t *testing.T) {
	for _, d := range []designer.Draft{{}, {Name: x(70), Tags: []string{"a b c d"}, Next: designer.Next{Rule: 3}, Criteria: designer.Criteria{Steps: []designer.Step{{Text: "x"}}}}} {
		got := lint.Check(d)
		for i := 1; i < len(got); i++ {
			a, b := got[i-1], got[i]
			if a.Question > b.Question || a.Question == b.Question && a.Level < b.Level {
				t.Errorf("%s (%s) stands before %s (%s)", a.Code, a.Level, b.Code, b.Level)
			}
		}
		if !reflect.DeepEqual(got, lint.Check(d)) {
			t.Error("two checks differ")
		}
	}
}

// Whatever a draft holds, checking it ends, changes nothing and points at
// fields that are there.
func FuzzCheck(f *testing.F) {
	for _, d := range []designer.Draft{{}, good()} {
		b, err := json.Marshal(d)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(`{"criteria":{"steps":[{"evidence":"x"}],"rule":9,"level":{"step":-1,"of":2},"effort":"PT"},"alignment":[{}],"next":{"leads":[{}],"requires":[""]}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var d designer.Draft
		if json.Unmarshal(b, &d) != nil {
			return
		}
		before := d.Clone()
		for _, p := range lint.Check(d) {
			if !slices.Contains(lint.Codes(), p.Code) {
				t.Fatalf("no rule %s", p.Code)
			}
			if f := fieldOf(t, p.Field); f.Question != p.Question {
				t.Fatalf("%s says %s of %s", p.Code, p.Question, p.Field)
			}
		}
		if !reflect.DeepEqual(before, d) {
			t.Fatal("checking changed the draft")
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	d := good()
	for b.Loop() {
		lint.Check(d)
	}
}
