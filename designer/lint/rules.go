// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package lint

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"insignia/designer"
)

// Thresholds. Where no source is named the figure is our own guess, to be
// tuned on drafts of real workshops; lengths are characters.
const (
	nameShort = 4   // below, a name says nothing
	nameWide  = 40  // two lines on a tile of a badge collection
	nameLong  = 60  // what the form of Open Educational Badges takes
	whoShort  = 20  // below, nobody in particular is meant
	orgLong   = 300 // one sentence about an organisation
	descShort = 40  // below, a reader learns nothing beyond the name
	descLong  = 160 // what tiles and search results show of a description
	stepsFew  = 2   // fewest criteria in the quality rules of Badge Nation
	stepsMany = 7   // beyond, it is several badges
	stepShort = 20
	stepLong  = 200
	tagsFew   = 3        // fewest skills in the same quality rules
	tagWords  = 3        // longest keyword in the same
	workShort = 10       // minutes
	workLong  = 200 * 60 // minutes: five weeks of full days
	altLong   = 125      // where screen readers pause or cut
)

// rules are the structural ones. Rules that need the words of a language
// (verbs nobody can see, "everyone", evidence nouns) get a file a language
// beside this one and are skipped, saying so, where that file is missing.
var rules = []rule{
	{"KIND-EMPTY", empty("kind", designer.Hint)},
	// Open Badges requires a name, a description and criteria of a badge,
	// and a name, a web and a mail address of its issuer.
	{"NAME-EMPTY", empty("name", designer.Fault)},
	{"NAME-LEN", func(d *designer.Draft, say tell) {
		switch n := length(d.Name); {
		case n == 0 || designer.ToCome(d.Name):
		case n < nameShort, n > nameLong:
			say(designer.Warn, "name", "length", strconv.Itoa(n))
		case n > nameWide:
			say(designer.Hint, "name", "length", strconv.Itoa(n))
		}
	}},

	{"EARNER-EMPTY", empty("earner.who", designer.Hint)},
	{"EARNER-SHORT", func(d *designer.Draft, say tell) {
		if n := length(d.Earner.Who); n > 0 && n < whoShort && !designer.ToCome(d.Earner.Who) {
			say(designer.Hint, "earner.who")
		}
	}},

	{"ISSUER-NAME", empty("issuer.name", designer.Fault)},
	{"ISSUER-URL", func(d *designer.Draft, say tell) {
		if f := designer.CheckURL(d.Issuer.URL); f == designer.FlawEmpty || f == designer.FlawMalformed {
			say(designer.Fault, "issuer.url", "value", d.Issuer.URL)
		}
	}},
	{"ISSUER-EMAIL", func(d *designer.Draft, say tell) {
		if f := designer.CheckEmail(d.Issuer.Email); f == designer.FlawEmpty || f == designer.FlawMalformed {
			say(designer.Fault, "issuer.email", "value", d.Issuer.Email)
		}
	}},
	// A draft may have one; what is meant for good may not.
	{"ISSUER-PLACEHOLDER", func(d *designer.Draft, say tell) {
		if designer.ToCome(d.Issuer.Name) {
			say(designer.Warn, "issuer.name", "value", d.Issuer.Name)
		}
		if designer.CheckURL(d.Issuer.URL) == designer.FlawPlaceholder {
			say(designer.Warn, "issuer.url", "value", d.Issuer.URL)
		}
		if designer.CheckEmail(d.Issuer.Email) == designer.FlawPlaceholder {
			say(designer.Warn, "issuer.email", "value", d.Issuer.Email)
		}
	}},
	{"ISSUER-BARE", func(d *designer.Draft, say tell) {
		if designer.CheckURL(d.Issuer.URL) == designer.FlawBare {
			say(designer.Hint, "issuer.url", "value", d.Issuer.URL)
		}
	}},
	{"ISSUER-HTTP", func(d *designer.Draft, say tell) {
		if designer.CheckURL(d.Issuer.URL) == designer.FlawInsecure {
			say(designer.Hint, "issuer.url", "value", d.Issuer.URL)
		}
	}},
	{"ISSUER-DESC", func(d *designer.Draft, say tell) {
		if n := length(d.Issuer.Description); n > orgLong {
			say(designer.Hint, "issuer.description", "length", strconv.Itoa(n))
		}
	}},

	{"WHY-EMPTY", empty("why.earner", designer.Hint)},
	// The earner, the reader and the issuer each have to gain something.
	{"WHY-ONE-SIDE", func(d *designer.Draft, say tell) {
		var silent []string
		for _, v := range []struct{ field, text string }{
			{"why.earner", d.Why.Earner}, {"why.viewer", d.Why.Viewer}, {"why.issuer", d.Why.Issuer},
		} {
			if v.text == "" {
				silent = append(silent, v.field)
			}
		}
		if len(silent) == 2 {
			say(designer.Hint, silent[0])
		}
	}},

	{"CRIT-EMPTY", func(d *designer.Draft, say tell) {
		if steps(d) == 0 {
			say(designer.Fault, "criteria.steps")
		}
	}},
	{"CRIT-RULE", func(d *designer.Draft, say tell) {
		if n := steps(d); n > 0 && int(d.Criteria.Rule) > n {
			say(designer.Fault, "criteria.rule", "rule", d.Criteria.Rule.String(), "steps", strconv.Itoa(n))
		}
	}},
	{"CRIT-COUNT", func(d *designer.Draft, say tell) {
		if n := steps(d); n > 0 && n < stepsFew || n > stepsMany {
			say(designer.Warn, "criteria.steps", "steps", strconv.Itoa(n))
		}
	}},
	{"CRIT-SHORT", func(d *designer.Draft, say tell) {
		for i, s := range d.Criteria.Steps {
			if length(s.Text) < stepShort && steps(d) > 0 {
				say(designer.Warn, item("criteria.steps", i), "step", strconv.Itoa(i+1))
			}
		}
	}},
	{"CRIT-LONG", func(d *designer.Draft, say tell) {
		for i, s := range d.Criteria.Steps {
			if n := length(s.Text); n > stepLong {
				say(designer.Warn, item("criteria.steps", i), "step", strconv.Itoa(i+1), "length", strconv.Itoa(n))
			}
		}
	}},
	{"EVID-EMPTY", func(d *designer.Draft, say tell) {
		if d.Criteria.Evidence == "" && !slices.ContainsFunc(d.Criteria.Steps, proven) {
			say(designer.Warn, "criteria.evidence")
		}
	}},
	// Evidence for the whole badge covers its steps, until one step names
	// its own: then a reader wonders about the others.
	{"EVID-PER-STEP", func(d *designer.Draft, say tell) {
		if !slices.ContainsFunc(d.Criteria.Steps, proven) {
			return
		}
		for i, s := range d.Criteria.Steps {
			if !s.Optional && s.Text != "" && !proven(s) {
				say(designer.Hint, item("criteria.steps", i), "step", strconv.Itoa(i+1))
			}
		}
	}},
	{"ASSESSOR-EMPTY", empty("criteria.assessor", designer.Warn)},
	{"EFFORT-EMPTY", empty("criteria.effort", designer.Hint)},
	{"EFFORT-RANGE", func(d *designer.Draft, say tell) {
		if n, ok := designer.EffortMinutes(d.Criteria.Effort); ok && (n < workShort || n > workLong) {
			say(designer.Hint, "criteria.effort", "effort", designer.FormatEffort(d.Criteria.Effort))
		}
	}},
	{"LEVEL-RANGE", func(d *designer.Draft, say tell) {
		if l := d.Criteria.Level; l.Of > 0 && (l.Step == 0 || l.Step > l.Of) {
			say(designer.Warn, "criteria.level.step", "step", strconv.Itoa(l.Step), "of", strconv.Itoa(l.Of))
		}
	}},
	{"LANGUAGE-UNKNOWN", func(d *designer.Draft, say tell) {
		if !designer.KnownLanguage(d.Language) {
			say(designer.Warn, "language", "value", d.Language)
		}
	}},
	{"CRIT-URL", func(d *designer.Draft, say tell) {
		if unusable(d.Criteria.URL) {
			say(designer.Warn, "criteria.url", "value", d.Criteria.URL)
		}
	}},
	{"RUBRIC-URL", func(d *designer.Draft, say tell) {
		if unusable(d.Criteria.Rubric) {
			say(designer.Warn, "criteria.rubric", "value", d.Criteria.Rubric)
		}
	}},
	{"TAGS-NONE", empty("tags", designer.Hint)},
	{"TAGS-FEW", func(d *designer.Draft, say tell) {
		if n := len(d.Tags); n > 0 && n < tagsFew {
			say(designer.Hint, "tags", "tags", strconv.Itoa(n))
		}
	}},
	{"TAG-LONG", func(d *designer.Draft, say tell) {
		for i, t := range d.Tags {
			if len(strings.Fields(t)) > tagWords {
				say(designer.Warn, item("tags", i), "value", t)
			}
		}
	}},
	// Open Badges requires the name and the address of an alignment's target.
	{"ALIGN-INCOMPLETE", func(d *designer.Draft, say tell) {
		for i, a := range d.Alignment {
			if a.TargetName == "" || a.TargetURL == "" || unusable(a.TargetURL) {
				say(designer.Fault, item("alignment", i), "item", strconv.Itoa(i+1))
			}
		}
	}},

	{"ALT-LONG", func(d *designer.Draft, say tell) {
		if n := length(d.Look.Alt); n > altLong {
			say(designer.Warn, "look.alt", "length", strconv.Itoa(n))
		}
	}},
	{"ALT-IS-NAME", func(d *designer.Draft, say tell) {
		if d.Look.Alt != "" && same(d.Look.Alt, d.Name) {
			say(designer.Warn, "look.alt")
		}
	}},
	{"ALT-GENERIC", func(d *designer.Draft, say tell) {
		if begin, ok := generic(d.Look.Alt); ok {
			say(designer.Warn, "look.alt", "text", begin)
		}
	}},
	{"ALT-TEXT", func(d *designer.Draft, say tell) {
		if shown, ok := unsaid(d.Look); ok {
			say(designer.Warn, "look.alt", "text", shown)
		}
	}},

	{"NEXT-EMPTY", empty("next.leads", designer.Hint)},
	{"NEXT-N", func(d *designer.Draft, say tell) {
		if n := len(d.Next.Requires); int(d.Next.Rule) > n {
			say(designer.Fault, "next.rule", "rule", d.Next.Rule.String(), "badges", strconv.Itoa(n))
		}
	}},
	{"NEXT-CYCLE", func(d *designer.Draft, say tell) {
		for i, r := range d.Next.Requires {
			if r != "" && same(r, d.Name) || slices.ContainsFunc(d.Next.Leads, func(l designer.Lead) bool { return same(l.Name, r) }) {
				say(designer.Fault, item("next.requires", i), "value", r)
			}
		}
	}},
	{"NEXT-URL", func(d *designer.Draft, say tell) {
		for i, l := range d.Next.Leads {
			if unusable(l.URL) {
				say(designer.Warn, item("next.leads", i)+".url", "value", l.URL)
			}
		}
	}},
	{"NEXT-DISPLAY", empty("next.display", designer.Hint)},
	{"NEXT-ACTION", func(d *designer.Draft, say tell) {
		if d.Next.Action == "" {
			return
		}
		for _, v := range []struct{ field, text string }{{"next.owner", d.Next.Owner}, {"next.due", d.Next.Due}} {
			if v.text == "" {
				say(designer.Hint, v.field)
				return
			}
		}
	}},

	{"DESC-EMPTY", empty("description", designer.Fault)},
	{"DESC-IS-NAME", func(d *designer.Draft, say tell) {
		if d.Description != "" && same(d.Description, d.Name) {
			say(designer.Warn, "description")
		}
	}},
	{"DESC-SHORT", func(d *designer.Draft, say tell) {
		n := length(d.Description)
		if n > 0 && n < descShort && !same(d.Description, d.Name) && !designer.ToCome(d.Description) {
			say(designer.Warn, "description", "length", strconv.Itoa(n))
		}
	}},
	{"DESC-LONG", func(d *designer.Draft, say tell) {
		if n := length(d.Description); n > descLong {
			say(designer.Hint, "description", "length", strconv.Itoa(n))
		}
	}},

	{"ANSWER-TBD", func(d *designer.Draft, say tell) {
		for _, f := range designer.Fields() {
			if f.Input != designer.Line && f.Input != designer.Text || f.ID == "issuer.name" || f.Private {
				continue
			}
			if v := f.Value(d); designer.ToCome(v) {
				say(designer.Warn, f.ID, "value", v)
			}
		}
	}},
}

// empty tells of a field without an answer.
func empty(id string, level designer.Level) func(*designer.Draft, tell) {
	f, ok := designer.FieldByID(id)
	if !ok {
		panic("lint: no field " + id)
	}
	return func(d *designer.Draft, say tell) {
		if strings.TrimSpace(f.Value(d)) == "" {
			say(level, id)
		}
	}
}

// steps counts the ones that say something.
func steps(d *designer.Draft) int {
	n := 0
	for _, s := range d.Criteria.Steps {
		if s.Text != "" {
			n++
		}
	}
	return n
}

func proven(s designer.Step) bool { return s.Evidence != "" }

// unusable reports whether an optional address is there and cannot be opened.
func unusable(url string) bool {
	return url != "" && designer.CheckURL(url) == designer.FlawMalformed
}

// length counts characters.
func length(s string) int { return utf8.RuneCountInString(s) }

// same compares what people read, not how it is typed.
func same(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
