// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"strings"
	"testing"

	"insignia/designer"
	"insignia/internal/locale"
)

// place is the field, or the item, that a heading means.
func place(to target) string {
	switch {
	case to.kind == nothing:
		return ""
	case to.kind == value:
		return to.field.ID
	}
	s := to.field.ID + "." + strings.TrimLeft(letter(to.item-1), " ")
	if to.sub != "" {
		s += "." + to.sub
	}
	return s
}

func TestHeadingsMeanWhatPeopleMean(t *testing.T) {
	for heading, want := range map[string]string{
		"criteria.steps":                       "criteria.steps",
		" Criteria.Steps ":                     "criteria.steps",
		"CRITERIA.STEPS.2.EVIDENCE":            "criteria.steps.B.evidence",
		"criteria.steps.2":                     "criteria.steps.B",
		"alignment.1.targetUrl":                "alignment.A.targetUrl",
		"alignment.1.targeturl":                "alignment.A.targetUrl",
		"tags.3":                               "tags.C",
		"criteria.steps.51":                    "",
		"criteria.steps.0":                     "",
		"name.1":                               "",
		"tags.1.text":                          "",
		"Name":                                 "name",
		"badge name":                           "name",
		"NOMBRE":                               "name",
		"Title":                                "name",
		"Earner":                               "earner.who",
		"1 Earner":                             "earner.who",
		"1. Earner:":                           "earner.who",
		"Earner 1":                             "earner.who",
		"Q1":                                   "earner.who",
		"Question 1":                           "earner.who",
		"question 4: what must they do":        "criteria.steps",
		"Pregunta 3":                           "why.earner",
		"P4":                                   "criteria.steps",
		"4 Criteria – What must they do?":      "criteria.steps",
		"What must they do?":                   "criteria.steps",
		"¿Que hay que hacer?":                  "criteria.steps",
		"Que hay que hacer":                    "criteria.steps",
		"Criteria (one a line)":                "criteria.steps",
		"Who is it for?":                       "earner.who",
		"Who issues it?":                       "issuer.name",
		"Issuer":                               "issuer.name",
		"2 Emisor":                             "issuer.name",
		"Organization":                         "issuer.name",
		"Why":                                  "why.earner",
		"Porque":                               "why.earner",
		"Look":                                 "look.metaphor",
		"5. Look (draw it!)":                   "look.metaphor",
		"Next":                                 "next.leads",
		"6 Where next?":                        "next.leads",
		"Evidence":                             "criteria.evidence",
		"4 Evidence":                           "criteria.evidence",
		"Evidence 2":                           "criteria.steps.B.evidence",
		"Step 2":                               "criteria.steps.B",
		"2. Step":                              "criteria.steps.B",
		"Step 2 (required)":                    "criteria.steps.B.required",
		"Criteria 1":                           "criteria.steps.A",
		"Paso 3":                               "criteria.steps.C",
		"Next badge 2":                         "next.leads.B",
		"E-mail":                               "issuer.email",
		"email":                                "issuer.email",
		"Colors":                               "look.colours",
		"License":                              "look.licence",
		"Kind":                                 "kind",
		"Level":                                "criteria.level.name",
		"Tags":                                 "tags",
		"By when":                              "next.due",
		"I earned this, so now I can ...":      "why.earner",
		"'Name":                                "name",
		"Notes":                                "",
		"Step":                                 "criteria.steps",
		"7 Wishes":                             "",
		"Q7":                                   "",
		"":                                     "",
		"1":                                    "",
		strings.Repeat("Who is it for? ", 200): "",
		"earner_who":                           "earner.who",
		"Look alt":                             "look.alt",
		"Name\u0301\u0301":                     "name",
		"\u202eName":                           "name",
		"Question 4. Criteria: what must they do?": "criteria.steps",
	} {
		if got := place(lookup(heading)); got != want {
			t.Errorf("%q means %q, want %q", heading, got, want)
		}
	}
}

// Whatever the program calls a field or a question, in any language, is a
// heading; two fields that are called alike mean the first.
func TestEveryWordOfOursIsAHeading(t *testing.T) {
	for _, tag := range locale.Languages() {
		w := locale.For(tag)
		labels := map[string]string{}
		for _, f := range designer.Fields() {
			if got := place(lookup(f.ID)); got != f.ID {
				t.Errorf("%q means %q", f.ID, got)
			}
			label := w.T("field." + f.ID + ".label")
			want, twin := labels[label]
			if !twin {
				labels[label], want = f.ID, f.ID
			}
			if got := place(lookup(label)); got != want {
				t.Errorf("%s: %q means %q, want %q", tag, label, got, want)
			}
			if to := lookup(w.T("field." + f.ID + ".prompt")); to.kind != value {
				t.Errorf("%s: the prompt of %s means %q", tag, f.ID, place(to))
			}
			for _, also := range list(w, "rows.also."+f.ID) {
				if to := lookup(also); to.kind != value || to.field.Question != f.Question && f.ID != "next.owner" {
					t.Errorf("%s: %q, said of %s, means %q", tag, also, f.ID, place(to))
				}
			}
		}
		for q, id := range cores {
			for _, ending := range []string{".short", ".title"} {
				s := w.T("question." + q.String() + ending)
				for _, heading := range []string{s, string(rune('0'+q)) + " " + s, strings.ToUpper(s), string(rune('0'+q)) + ") " + s} {
					if got := place(lookup(heading)); got != id {
						t.Errorf("%s: %q means %q, want %q", tag, heading, got, id)
					}
				}
			}
		}
	}
}

func TestSlipsOfThePenAreGuessed(t *testing.T) {
	for heading, want := range map[string]string{
		"Criterai":        "Criteria",
		"Earnr":           "Earner",
		"Name of badgee":  "Name of the badge",
		"criteria.stepps": "criteria.steps",
		"Evidance":        "Evidence",
		"Notes to self":   "",
		"":                "",
		"xyz":             "",
	} {
		if got := nearest(heading); got != want {
			t.Errorf("%q is guessed to be %q, want %q", heading, got, want)
		}
	}
}
