// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"slices"
	"strconv"
	"strings"
)

// Input is the kind of thing a field takes.
type Input int

const (
	Line       Input = iota // one line of text
	Text                    // several lines
	Choice                  // one of Options
	Lines                   // a list of lines
	Steps                   // the list of steps
	Alignments              // the list of alignments
	Leads                   // the list of next badges
	Number                  // a whole number from Min to Max
	RuleOf                  // "all" or a number
	Effort                  // a duration, typed as "6 h"
	Date                    // YYYY-MM-DD
	Tag                     // a language, BCP 47
	URL                     // a line that should be an address
	Email                   // a line that should be a mail address
	Colours                 // a palette's name, or three #rrggbb
	IconName                // a name of the icon set
	Drawing                 // a Grid
	Photo                   // a picture of the people's own, a PNG in base64
)

// Multiline reports whether a value may have several lines.
func (i Input) Multiline() bool { return i == Text || i == Drawing }

// Field is one thing the exercise asks for. The table of fields is the one
// vocabulary: screens, commands, answers files, checks and sheets range
// over it.
type Field struct {
	ID       string
	Question Question
	Input    Input
	// Core fields are asked on the main path; the others wait behind "more".
	Core bool
	// Limit is the most characters (code points after NFC) of the value, or
	// of one item of a list. Warn is where it becomes long, 0 for nowhere.
	Limit, Warn int
	// Items is the most items of a list.
	Items int
	// Min and Max bound a Number.
	Min, Max int
	// Options are the ids of a Choice.
	Options []string
	// Private fields stay in the workshop: no issuer's file has them.
	Private bool

	at func(*Draft) any // pointer to the value
}

const maxSteps = 50

// fields is the vocabulary, in the order of the exercise. Limits: 255 is the
// column of the Badgr server, 2,048 the longest address that travels, 254
// the longest mail address (RFC 5321), 60 and 160 what a form and a tile show.
var fields = []Field{
	{ID: "kind", Question: Start, Core: true, Input: Choice,
		Options: []string{KindSkill, KindInterest, KindMembership, KindParticipation},
		at:      func(d *Draft) any { return &d.Kind }},
	{ID: "name", Question: Start, Core: true, Input: Line, Limit: 255, Warn: 60,
		at: func(d *Draft) any { return &d.Name }},
	{ID: "language", Question: Start, Input: Tag, Limit: 35,
		at: func(d *Draft) any { return &d.Language }},
	{ID: "team", Question: Start, Input: Line, Limit: 60, Private: true,
		at: func(d *Draft) any { return &d.Team }},

	{ID: "earner.who", Question: AskEarner, Core: true, Input: Text, Limit: 1000,
		at: func(d *Draft) any { return &d.Earner.Who }},
	{ID: "earner.context", Question: AskEarner, Input: Text, Limit: 1000,
		at: func(d *Draft) any { return &d.Earner.Context }},
	{ID: "earner.start", Question: AskEarner, Input: Text, Limit: 1000,
		at: func(d *Draft) any { return &d.Earner.Start }},
	{ID: "earner.barrier", Question: AskEarner, Input: Text, Limit: 1000,
		at: func(d *Draft) any { return &d.Earner.Barrier }},
	{ID: "earner.count", Question: AskEarner, Input: Line, Limit: 60, Private: true,
		at: func(d *Draft) any { return &d.Earner.Count }},

	{ID: "issuer.name", Question: AskIssuer, Core: true, Input: Line, Limit: 255,
		at: func(d *Draft) any { return &d.Issuer.Name }},
	{ID: "issuer.url", Question: AskIssuer, Core: true, Input: URL, Limit: 2048,
		at: func(d *Draft) any { return &d.Issuer.URL }},
	{ID: "issuer.email", Question: AskIssuer, Core: true, Input: Email, Limit: 254,
		at: func(d *Draft) any { return &d.Issuer.Email }},
	{ID: "issuer.platform", Question: AskIssuer, Input: Choice, Options: platforms,
		at: func(d *Draft) any { return &d.Issuer.Platform }},
	{ID: "issuer.description", Question: AskIssuer, Input: Text, Limit: 1000, Warn: 300,
		at: func(d *Draft) any { return &d.Issuer.Description }},
	{ID: "issuer.partners", Question: AskIssuer, Input: Line, Limit: 255,
		at: func(d *Draft) any { return &d.Issuer.Partners }},
	{ID: "issuer.role", Question: AskIssuer, Input: Line, Limit: 255,
		at: func(d *Draft) any { return &d.Issuer.Role }},
	{ID: "issuer.lifetime", Question: AskIssuer, Input: Text, Limit: 1000,
		at: func(d *Draft) any { return &d.Issuer.Lifetime }},

	{ID: "why.earner", Question: AskWhy, Core: true, Input: Text, Limit: 1000,
		at: func(d *Draft) any { return &d.Why.Earner }},
	{ID: "why.viewer", Question: AskWhy, Input: Text, Limit: 1000,
		at: func(d *Draft) any { return &d.Why.Viewer }},
	{ID: "why.issuer", Question: AskWhy, Input: Text, Limit: 1000,
		at: func(d *Draft) any { return &d.Why.Issuer }},
	{ID: "why.reward", Question: AskWhy, Input: Text, Limit: 1000,
		at: func(d *Draft) any { return &d.Why.Reward }},
	{ID: "why.reach", Question: AskWhy, Input: Text, Limit: 1000,
		at: func(d *Draft) any { return &d.Why.Reach }},

	{ID: "criteria.steps", Question: AskCriteria, Core: true, Input: Steps, Limit: 1000, Warn: 200, Items: maxSteps,
		at: func(d *Draft) any { return &d.Criteria.Steps }},
	{ID: "criteria.evidence", Question: AskCriteria, Core: true, Input: Text, Limit: 1000,
		at: func(d *Draft) any { return &d.Criteria.Evidence }},
	{ID: "criteria.assessor", Question: AskCriteria, Input: Line, Limit: 255,
		at: func(d *Draft) any { return &d.Criteria.Assessor }},
	{ID: "criteria.method", Question: AskCriteria, Input: Choice,
		Options: []string{"observation", "artefact", "quiz", "self", "peer", "other"},
		at:      func(d *Draft) any { return &d.Criteria.Method }},
	{ID: "criteria.rule", Question: AskCriteria, Input: RuleOf,
		at: func(d *Draft) any { return &d.Criteria.Rule }},
	{ID: "criteria.effort", Question: AskCriteria, Input: Effort, Limit: 60,
		at: func(d *Draft) any { return &d.Criteria.Effort }},
	{ID: "criteria.level.name", Question: AskCriteria, Input: Line, Limit: 60,
		at: func(d *Draft) any { return &d.Criteria.Level.Name }},
	{ID: "criteria.level.step", Question: AskCriteria, Input: Number, Max: 20,
		at: func(d *Draft) any { return &d.Criteria.Level.Step }},
	{ID: "criteria.level.of", Question: AskCriteria, Input: Number, Max: 20,
		at: func(d *Draft) any { return &d.Criteria.Level.Of }},
	{ID: "criteria.rubric", Question: AskCriteria, Input: URL, Limit: 2048,
		at: func(d *Draft) any { return &d.Criteria.Rubric }},
	{ID: "criteria.url", Question: AskCriteria, Input: URL, Limit: 2048,
		at: func(d *Draft) any { return &d.Criteria.URL }},
	{ID: "criteria.validity", Question: AskCriteria, Input: Line, Limit: 60,
		at: func(d *Draft) any { return &d.Criteria.Validity }},
	{ID: "version", Question: AskCriteria, Input: Line, Limit: 60,
		at: func(d *Draft) any { return &d.Version }},
	{ID: "tags", Question: AskCriteria, Input: Lines, Limit: 50, Items: 20,
		at: func(d *Draft) any { return &d.Tags }},
	{ID: "alignment", Question: AskCriteria, Input: Alignments, Limit: 1000, Items: 20,
		at: func(d *Draft) any { return &d.Alignment }},

	{ID: "look.shape", Question: AskLook, Core: true, Input: Choice, Options: shapes,
		at: func(d *Draft) any { return &d.Look.Shape }},
	{ID: "look.rim", Question: AskLook, Core: true, Input: Choice, Options: rims,
		at: func(d *Draft) any { return &d.Look.Rim }},
	{ID: "look.field", Question: AskLook, Core: true, Input: Choice, Options: fills,
		at: func(d *Draft) any { return &d.Look.Field }},
	{ID: "look.pattern", Question: AskLook, Input: Choice, Options: patterns,
		at: func(d *Draft) any { return &d.Look.Pattern }},
	{ID: "look.colours", Question: AskLook, Core: true, Input: Colours, Limit: 60,
		at: func(d *Draft) any { return &d.Look.Colours }},
	{ID: "look.centre", Question: AskLook, Input: Choice, Options: centres,
		at: func(d *Draft) any { return &d.Look.Centre }},
	{ID: "look.icon", Question: AskLook, Core: true, Input: IconName, Limit: 60,
		at: func(d *Draft) any { return &d.Look.Icon }},
	{ID: "look.icon2", Question: AskLook, Input: IconName, Limit: 60,
		at: func(d *Draft) any { return &d.Look.Icon2 }},
	{ID: "look.letters", Question: AskLook, Input: Line, Limit: LettersMost,
		at: func(d *Draft) any { return &d.Look.Letters }},
	{ID: "look.pixels", Question: AskLook, Input: Drawing, Limit: GridMost*(GridMost+1) - 1,
		at: func(d *Draft) any { return &d.Look.Pixels }},
	{ID: "look.edges", Question: AskLook, Input: Choice, Options: edges,
		at: func(d *Draft) any { return &d.Look.Edges }},
	{ID: "look.picture", Question: AskLook, Input: Photo, Limit: PictureMost,
		at: func(d *Draft) any { return &d.Look.Picture }},
	{ID: "look.text", Question: AskLook, Input: Line, Limit: 24, Warn: 12,
		at: func(d *Draft) any { return &d.Look.Text }},
	{ID: "look.lower", Question: AskLook, Input: Line, Limit: 24, Warn: 12,
		at: func(d *Draft) any { return &d.Look.Lower }},
	{ID: "look.ribbon", Question: AskLook, Input: Line, Limit: 24, Warn: 12,
		at: func(d *Draft) any { return &d.Look.Ribbon }},
	{ID: "look.stars", Question: AskLook, Input: Number, Max: 3,
		at: func(d *Draft) any { return &d.Look.Stars }},
	{ID: "look.mark", Question: AskLook, Input: Choice, Options: marks,
		at: func(d *Draft) any { return &d.Look.Mark }},
	{ID: "look.metaphor", Question: AskLook, Input: Line, Limit: 255,
		at: func(d *Draft) any { return &d.Look.Metaphor }},
	{ID: "look.alt", Question: AskLook, Input: Line, Limit: 250, Warn: 125,
		at: func(d *Draft) any { return &d.Look.Alt }},
	{ID: "look.author", Question: AskLook, Input: Line, Limit: 255,
		at: func(d *Draft) any { return &d.Look.Author }},
	{ID: "look.licence", Question: AskLook, Input: Line, Limit: 255,
		at: func(d *Draft) any { return &d.Look.Licence }},

	{ID: "next.leads", Question: AskNext, Core: true, Input: Leads, Limit: 255, Items: 20,
		at: func(d *Draft) any { return &d.Next.Leads }},
	{ID: "next.shape", Question: AskNext, Input: Choice,
		Options: []string{"stepping-stones", "collection", "constellation"},
		at:      func(d *Draft) any { return &d.Next.Shape }},
	{ID: "next.requires", Question: AskNext, Input: Lines, Limit: 255, Items: 20,
		at: func(d *Draft) any { return &d.Next.Requires }},
	{ID: "next.rule", Question: AskNext, Input: RuleOf,
		at: func(d *Draft) any { return &d.Next.Rule }},
	{ID: "next.display", Question: AskNext, Input: Lines, Limit: 255, Items: 20,
		at: func(d *Draft) any { return &d.Next.Display }},
	{ID: "next.doors", Question: AskNext, Input: Text, Limit: 1000,
		at: func(d *Draft) any { return &d.Next.Doors }},
	{ID: "next.action", Question: AskNext, Input: Line, Limit: 255, Private: true,
		at: func(d *Draft) any { return &d.Next.Action }},
	{ID: "next.owner", Question: AskNext, Input: Line, Limit: 255, Private: true,
		at: func(d *Draft) any { return &d.Next.Owner }},
	{ID: "next.due", Question: AskNext, Input: Date, Limit: 10, Private: true,
		at: func(d *Draft) any { return &d.Next.Due }},

	{ID: "description", Question: Review, Core: true, Input: Text, Limit: 4000, Warn: 160,
		at: func(d *Draft) any { return &d.Description }},
}

// Fields returns the vocabulary in the order of the exercise.
func Fields() []Field { return slices.Clone(fields) }

// FieldsOf returns q's fields in order.
func FieldsOf(q Question) []Field {
	var out []Field
	for _, f := range fields {
		if f.Question == q {
			out = append(out, f)
		}
	}
	return out
}

// places are the fields' indexes by id: a table of badges asks for one with
// every cell.
var places = func() map[string]int {
	m := make(map[string]int, len(fields))
	for i, f := range fields {
		m[f.ID] = i
	}
	return m
}()

// FieldByID returns the field with that id.
func FieldByID(id string) (Field, bool) {
	i, ok := places[id]
	if !ok {
		return Field{}, false
	}
	return fields[i], true
}

// Empty reports whether the field has no answer in d.
func (f Field) Empty(d *Draft) bool {
	switch p := f.at(d).(type) {
	case *string:
		return *p == ""
	case *int:
		return *p == 0
	case *Rule:
		return *p == 0
	case *[]string:
		return len(*p) == 0
	case *[]Step:
		return len(*p) == 0
	case *[]Alignment:
		return len(*p) == 0
	case *[]Lead:
		return len(*p) == 0
	}
	panic("designer: field " + f.ID + " has a type that Empty does not know")
}

// Told is how a value that nobody reads is told in words: the key of the words,
// and what they are about. It reports false for a value that is read as it is.
func (f Field) Told(value string) (key string, about Args, ok bool) {
	switch {
	case value == "":
	case f.Input == Drawing:
		return "value.drawing", Args{"n": strconv.Itoa(strings.Count(value, "\n") + 1)}, true
	case f.Input == Photo:
		return "value.picture", Args{"n": strconv.Itoa(len(value)*3/4/1000 + 1)}, true
	}
	return "", nil, false
}

// IsList reports whether the field takes several items.
func (f Field) IsList() bool { return f.Items > 0 }

// PartLimit is the most characters of a member of one of the field's items:
// an address is not held to the length of a name.
func (f Field) PartLimit(sub string) int {
	if f.Input == Leads && sub == "url" {
		return maxURL
	}
	return f.Limit
}
