// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"encoding/base64"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// example gives a value that f takes, as a person would type it.
func example(f Field) string {
	switch f.Input {
	case Choice:
		return f.Options[len(f.Options)-1]
	case Number:
		return strconv.Itoa(f.Max)
	case RuleOf:
		return "2"
	case Effort:
		return "1 h 30 min"
	case Date:
		return "2026-05-04"
	case Tag:
		return "zh-Hant-TW"
	case Colours:
		return "#102030,#405060,#708090"
	case IconName:
		return "map-pin"
	case URL:
		return "https://library.example"
	case Email:
		return "hello@library.example"
	case Text:
		return "Two lines,\nthe second one here."
	}
	if f.Input == Drawing {
		g := NewGrid(24)
		g.Set(3, 4, StarInk)
		return g.String()
	}
	if f.Input == Photo {
		return base64.StdEncoding.EncodeToString([]byte("\x89PNG\r\n\x1a\n and so on"))
	}
	words := []rune("Añadió «un banco»")
	return string(words[:min(len(words), f.Limit)])
}

func TestEveryFieldCanBeSetReadAndCleared(t *testing.T) {
	for _, f := range Fields() {
		var d Draft
		want := example(f)
		if !f.Empty(&d) || f.Value(&d) != "" {
			t.Errorf("%s is not empty in a new draft", f.ID)
		}
		if err := d.Set(f.ID, " "+want+" "); err != nil {
			t.Errorf("Set %s: %v", f.ID, err)
			continue
		}
		if got := f.Value(&d); got != want || f.Empty(&d) {
			t.Errorf("%s is %q, want %q", f.ID, got, want)
		}
		var again Draft
		if err := again.Set(f.ID, f.Value(&d)); err != nil || !reflect.DeepEqual(again, d) {
			t.Errorf("%s: its value typed again gives another draft (%v)", f.ID, err)
		}
		if err := d.Set(f.ID, "  "); err != nil || !reflect.DeepEqual(d, Draft{}) {
			t.Errorf("%s: an empty value leaves %+v (%v)", f.ID, d, err)
		}
		if err := again.Clear(f.ID); err != nil || !reflect.DeepEqual(again, Draft{}) {
			t.Errorf("%s: Clear leaves %+v (%v)", f.ID, again, err)
		}
	}
}

func TestEveryFieldHasAQuestionAndAPlaceOfItsOwn(t *testing.T) {
	var d Draft
	ids, places := map[string]bool{}, map[any]string{}
	for _, f := range Fields() {
		if ids[f.ID] {
			t.Errorf("%s stands twice in the table", f.ID)
		}
		ids[f.ID] = true
		if other := places[f.at(&d)]; other != "" {
			t.Errorf("%s and %s share a value", f.ID, other)
		}
		places[f.at(&d)] = f.ID
		if got, ok := FieldByID(f.ID); !ok || got.ID != f.ID {
			t.Errorf("FieldByID(%s) = %s, %v", f.ID, got.ID, ok)
		}
		if f.Warn > f.Limit {
			t.Errorf("%s warns beyond its limit", f.ID)
		}
		if f.IsList() == (subs[f.Input] == nil && f.Input != Lines) {
			t.Errorf("%s is not sure whether it is a list", f.ID)
		}
	}
	n := 0
	for _, q := range Questions() {
		n += len(FieldsOf(q))
	}
	if n != len(fields) {
		t.Errorf("the questions ask for %d of %d fields", n, len(fields))
	}
	if _, ok := FieldByID("nothing"); ok {
		t.Error("FieldByID finds nothing")
	}
	Fields()[0].ID = "changed"
	if fields[0].ID == "changed" {
		t.Error("Fields gives away the table")
	}
}

// A limit counts characters, never bytes, and a value beyond it changes
// nothing.
func TestLimitsCountCharacters(t *testing.T) {
	for _, f := range Fields() {
		if f.Limit == 0 || f.Input == Tag || f.Input == Colours || f.Input == IconName || f.Input == Date || f.Input == Effort || f.Input == Drawing || f.Input == Photo {
			continue
		}
		var d Draft
		full := strings.Repeat("ñ", f.Limit)
		if err := d.Set(f.ID, full); err != nil {
			t.Errorf("%s refuses %d characters: %v", f.ID, f.Limit, err)
		}
		before := d.Clone()
		err := d.Set(f.ID, full+"o")
		wantCode(t, f.ID, err, "too-long")
		var e *Error
		if errors.As(err, &e) && (e.Args["limit"] != strconv.Itoa(f.Limit) || e.Args["length"] != strconv.Itoa(f.Limit+1)) {
			t.Errorf("%s: the error says %v", f.ID, e.Args)
		}
		if !reflect.DeepEqual(d, before) {
			t.Errorf("%s: a value that does not fit changed the draft", f.ID)
		}
	}
}

func wantCode(t *testing.T, what string, err error, code string) {
	t.Helper()
	if !errors.Is(err, &Error{Code: code}) {
		t.Errorf("%s: %v, want %s", what, err, code)
	}
}

func TestSetRefusesWhatAFieldCannotHold(t *testing.T) {
	for _, c := range []struct{ at, value, code, arg, want string }{
		{"earner.hwo", "x", "unknown-field", "nearest", "earner.who"},
		{"hwo", "x", "unknown-field", "nearest", "earner.who"},
		{"", "x", "unknown-field", "field", ""},
		{"earner.who.1", "x", "unknown-field", "field", "earner.who.1"},
		{"criteria.steps.0", "x", "unknown-field", "field", "criteria.steps.0"},
		{"criteria.steps.-1", "x", "unknown-field", "field", "criteria.steps.-1"},
		{"criteria.steps.+1", "x", "unknown-field", "field", "criteria.steps.+1"},
		{"criteria.steps.01", "x", "unknown-field", "field", "criteria.steps.01"},
		{"criteria.steps.one", "x", "unknown-field", "field", "criteria.steps.one"},
		{"criteria.steps.1.text.x", "x", "unknown-field", "field", "criteria.steps.1.text.x"},
		{"criteria.steps.1.evidnce", "x", "unknown-field", "nearest", "criteria.steps.1.evidence"},
		{"tags.1.name", "x", "unknown-field", "field", "tags.1.name"},
		{"criteria.steps.51", "x", "too-many", "limit", "50"},
		{"criteria.steps.2", "x", "no-item", "length", "0"},
		{"criteria.steps.1.evidence", "x", "no-item", "item", "1"},
		{"kind", "skil", "bad-choice", "nearest", "skill"},
		{"look.stars", "4", "bad-number", "max", "3"},
		{"look.stars", "-1", "bad-number", "min", "0"},
		{"look.stars", "two", "bad-number", "value", "two"},
		{"criteria.rule", "51", "bad-rule", "value", "51"},
		{"criteria.rule", "0", "bad-rule", "value", "0"},
		{"next.rule", "some", "bad-rule", "value", "some"},
		{"criteria.effort", "a while", "bad-effort", "value", "a while"},
		{"next.due", "4 May 2026", "bad-date", "value", "4 May 2026"},
		{"next.due", "2026-02-30", "bad-date", "value", "2026-02-30"},
		{"language", "english language", "bad-language", "value", "english language"},
		{"look.colours", "#12,#34,#56", "bad-colours", "value", "#12,#34,#56"},
		{"look.colours", "../x", "bad-colours", "field", "look.colours"},
		{"look.icon", "map pin", "bad-icon", "value", "map pin"},
	} {
		var d Draft
		err := d.Set(c.at, c.value)
		wantCode(t, c.at+"="+c.value, err, c.code)
		var e *Error
		if errors.As(err, &e) && e.Args[c.arg] != c.want {
			t.Errorf("%s=%s: %s is %q, want %q", c.at, c.value, c.arg, e.Args[c.arg], c.want)
		}
		if !reflect.DeepEqual(d, Draft{}) {
			t.Errorf("%s=%s changed the draft", c.at, c.value)
		}
	}
}

func TestSetTakesWhatPeopleMean(t *testing.T) {
	for _, c := range []struct{ at, typed, want string }{
		{"kind", "Skill", "skill"},
		{"name", " Bike\n Repair\t Buddy ", "Bike Repair Buddy"},
		{"earner.who", "one\n\ntwo", "one\n\ntwo"},
		{"language", "ZH-hant-tw", "zh-Hant-TW"},
		{"language", "en-x-us", "en-x-us"}, // RFC 5646 2.1.1: after a singleton all is lower case
		{"language", "sl-rozaj-1994", "sl-rozaj-1994"},
		{"look.colours", "#ABCDEF, #123456, #000000", "#abcdef,#123456,#000000"},
		{"look.colours", "Harbour", "harbour"},
		{"look.icon", "Bicycle", "bicycle"},
		{"criteria.rule", "ALL", ""},
		{"criteria.effort", "6 Stunden", "6 h"},
		{"look.stars", "0", ""},
	} {
		var d Draft
		if err := d.Set(c.at, c.typed); err != nil {
			t.Errorf("%s=%q: %v", c.at, c.typed, err)
		}
		f, _ := FieldByID(c.at)
		if got := f.Value(&d); got != c.want {
			t.Errorf("%s=%q gives %q, want %q", c.at, c.typed, got, c.want)
		}
	}
}

func TestListsGrowChangeAndShrink(t *testing.T) {
	var d Draft
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	want := func(steps ...Step) {
		t.Helper()
		if !reflect.DeepEqual(d.Criteria.Steps, steps) {
			t.Fatalf("steps are %+v, want %+v", d.Criteria.Steps, steps)
		}
	}
	do(d.Append("criteria.steps", "first"))
	do(d.Append("criteria.steps", "second\nline"))
	do(d.Append("criteria.steps", "  "))
	want(Step{Text: "first"}, Step{Text: "second line"})
	do(d.Set("criteria.steps.3", "third"))
	do(d.Set("criteria.steps.2.evidence", "photo"))
	do(d.Set("criteria.steps.2.required", "no"))
	do(d.Set("criteria.steps.2.note", "look twice"))
	do(d.Set("criteria.steps.2", "the second"))
	want(Step{Text: "first"}, Step{Text: "the second", Optional: true, Evidence: "photo", Note: "look twice"}, Step{Text: "third"})
	for _, c := range []struct {
		typed    string
		optional bool
	}{{"yes", false}, {"false", true}, {"sí", false}, {"NEIN", true}, {"", false}, {"0", true}} {
		do(d.Set("criteria.steps.2.required", c.typed))
		if d.Criteria.Steps[1].Optional != c.optional {
			t.Errorf("required=%q makes it optional %v", c.typed, !c.optional)
		}
	}
	wantCode(t, "required=perhaps", d.Set("criteria.steps.2.required", "perhaps"), "bad-truth")
	do(d.Clear("criteria.steps.2.evidence"))
	do(d.Set("criteria.steps.1", ""))
	want(Step{Text: "the second", Optional: true, Note: "look twice"}, Step{Text: "third"})
	do(d.Clear("criteria.steps.2"))
	wantCode(t, "clearing what is not there", d.Clear("criteria.steps.2"), "no-item")
	do(d.Set("criteria.steps", "only"))
	want(Step{Text: "only"})
	wantCode(t, "a step too long", d.Set("criteria.steps", strings.Repeat("x", 1001)), "too-long")
	want(Step{Text: "only"}) // the list was not lost
	do(d.Clear("criteria.steps.1"))
	if !reflect.DeepEqual(d, Draft{}) {
		t.Errorf("an emptied list leaves %+v", d)
	}
	wantCode(t, "appending to a line", d.Append("name", "x"), "not-a-list")
	wantCode(t, "appending to an item", d.Append("tags.1", "x"), "not-a-list")
	wantCode(t, "appending to nothing", d.Append("nothing", "x"), "unknown-field")
}

// Clearing the text of a step that is not there once added an empty step.
func TestClearingAMemberNeverMakesAnItem(t *testing.T) {
	for _, at := range []string{"criteria.steps.1.text", "criteria.steps.1.evidence", "next.leads.1.name", "alignment.1.targetName"} {
		var d Draft
		wantCode(t, "Set "+at, d.Set(at, ""), "no-item")
		wantCode(t, "Clear "+at, d.Clear(at), "no-item")
		if !reflect.DeepEqual(d, Draft{}) {
			t.Errorf("clearing %s made %+v", at, d)
		}
	}
}

// An item is what it says: with its last member it goes.
func TestAnItemWithNothingLeftLeavesItsList(t *testing.T) {
	d := Draft{
		Criteria:  Criteria{Steps: []Step{{Text: "a", Evidence: "b"}, {Text: "c"}}},
		Alignment: []Alignment{{TargetName: "a"}},
		Next:      Next{Leads: []Lead{{Name: "a"}}},
	}
	for _, at := range []string{"criteria.steps.1.text", "criteria.steps.2.text", "alignment.1.targetName", "next.leads.1.name"} {
		if err := d.Clear(at); err != nil {
			t.Error(err)
		}
	}
	if want := (Draft{Criteria: Criteria{Steps: []Step{{Evidence: "b"}}}}); !reflect.DeepEqual(d, want) {
		t.Errorf("left is %+v", d)
	}
}

func TestAListTakesOnlySoManyItems(t *testing.T) {
	for _, f := range Fields() {
		if !f.IsList() {
			continue
		}
		var d Draft
		for i := range f.Items {
			if err := d.Append(f.ID, "item "+strconv.Itoa(i)); err != nil {
				t.Fatal(err)
			}
		}
		wantCode(t, f.ID, d.Append(f.ID, "one more"), "too-many")
		if n := len(f.List(&d)); n != f.Items {
			t.Errorf("%s has %d items", f.ID, n)
		}
	}
}

func TestLeadsAndAlignmentsHaveMembers(t *testing.T) {
	var d Draft
	long := "https://library.example/" + strings.Repeat("x", 500)
	for at, v := range map[string]string{"next.leads.1": "Mentor", "alignment.1": "Digital https://skills.example/3.1 content"} {
		if err := d.Set(at, v); err != nil {
			t.Fatal(err)
		}
	}
	for at, v := range map[string]string{"next.leads.1.url": long, "next.leads.1.id": "abc", "alignment.1.targetCode": "3.1",
		"alignment.1.targetFramework": "DigComp", "alignment.1.targetDescription": "Making things"} {
		if err := d.Set(at, v); err != nil {
			t.Error(err)
		}
	}
	if want := (Lead{Name: "Mentor", ID: "abc", URL: long}); d.Next.Leads[0] != want {
		t.Errorf("lead %+v", d.Next.Leads[0])
	}
	if want := (Alignment{"Digital content", "https://skills.example/3.1", "Making things", "DigComp", "3.1"}); d.Alignment[0] != want {
		t.Errorf("alignment %+v", d.Alignment[0])
	}
	wantCode(t, "an address too long", d.Set("next.leads.1.url", long+strings.Repeat("x", 2048)), "too-long")
	if err := d.Set("alignment.1", "Other"); err != nil || d.Alignment[0] != (Alignment{TargetName: "Other"}) {
		t.Errorf("replaced, the alignment is %+v (%v)", d.Alignment[0], err)
	}
}

// Whoever holds a copy of a draft does not see it change.
func TestSettingNeverReachesACopy(t *testing.T) {
	for _, f := range Fields() {
		if !f.IsList() {
			continue
		}
		var d Draft
		if err := d.Append(f.ID, "first"); err != nil {
			t.Fatal(err)
		}
		before := d // shares the list
		copied := d.Clone()
		for _, step := range []func() error{
			func() error { return d.Set(f.ID+".1", "changed") },
			func() error { return d.Append(f.ID, "second") },
			func() error { return d.Clear(f.ID + ".1") },
		} {
			if err := step(); err != nil {
				t.Fatal(err)
			}
			if got := f.Value(&before); got != "first" {
				t.Errorf("%s: an assigned copy now says %q", f.ID, got)
			}
			if got := f.Value(&copied); got != "first" {
				t.Errorf("%s: a clone now says %q", f.ID, got)
			}
		}
	}
}
