// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"
)

func encode(t *testing.T, d Draft) string {
	t.Helper()
	b, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// roundTrip decodes what d is kept as and keeps it again.
func roundTrip(t *testing.T, d Draft) {
	t.Helper()
	first := encode(t, d)
	var again Draft
	if err := json.Unmarshal([]byte(first), &again); err != nil {
		t.Fatalf("%s: %v", first, err)
	}
	if second := encode(t, again); second != first {
		t.Fatalf("kept once\n%s\nkept twice\n%s", first, second)
	}
}

// full answers every field.
func full(t *testing.T) Draft {
	t.Helper()
	d := New("en")
	for _, f := range Fields() {
		if err := d.Set(f.ID, example(f)); err != nil {
			t.Fatal(err)
		}
	}
	d.Criteria.Steps = append(d.Criteria.Steps, Step{Text: "a < b", Optional: true, Evidence: "c", Note: "d"})
	d.Next.Leads = append(d.Next.Leads, Lead{Name: "Mentor", ID: NewID(), URL: "https://a.example"})
	d.Revision, d.Created, d.Updated = 3, time.Unix(1, 0).UTC(), time.Unix(2, 5).UTC()
	return d
}

func TestADraftSurvivesBeingKept(t *testing.T) {
	want := full(t)
	var got Draft
	if err := json.Unmarshal([]byte(encode(t, want)), &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("kept\n%+v\ngot\n%+v", want, got)
	}
	roundTrip(t, Draft{})
}

func TestAnUnansweredFieldTakesNoPlaceInJSON(t *testing.T) {
	const want = `{"id":"","revision":0,"created":"0001-01-01T00:00:00Z","updated":"0001-01-01T00:00:00Z"}`
	if got := encode(t, Draft{}); got != want {
		t.Errorf("an empty draft is %s", got)
	}
}

func TestStepsAndLeadsMayBePlainStrings(t *testing.T) {
	for in, want := range map[string]Step{
		`"a"`:                                    {Text: "a"},
		`{"text":"a"}`:                           {Text: "a"},
		`{"text":"a","required":true}`:           {Text: "a"},
		`{"text":"a","required":false}`:          {Text: "a", Optional: true},
		`{"text":"a","evidence":"b","note":"c"}`: {Text: "a", Evidence: "b", Note: "c"},
		`"<script> & \"quotes\""`:                {Text: `<script> & "quotes"`},
	} {
		var s Step
		if err := json.Unmarshal([]byte(in), &s); err != nil || s != want {
			t.Errorf("%s gives %+v, %v", in, s, err)
		}
	}
	for in, want := range map[string]Lead{
		`"a"`:                             {Name: "a"},
		`{"name":"a","id":"b","url":"c"}`: {Name: "a", ID: "b", URL: "c"},
		`{"id":"b"}`:                      {ID: "b"},
	} {
		var l Lead
		if err := json.Unmarshal([]byte(in), &l); err != nil || l != want {
			t.Errorf("%s gives %+v, %v", in, l, err)
		}
	}
	for _, in := range []string{`1`, `[]`, `{"text":1}`, `{"text":"a","required":"no"}`} {
		if err := json.Unmarshal([]byte(in), new(Step)); err == nil {
			t.Errorf("a step takes %s", in)
		}
	}
	for _, in := range []string{`1`, `[]`, `{"name":1}`} {
		if err := json.Unmarshal([]byte(in), new(Lead)); err == nil {
			t.Errorf("a lead takes %s", in)
		}
	}
	if b, err := marshal([]Step{{Text: "a"}, {Text: "b", Optional: true}}); err != nil || string(b) != `["a",{"text":"b","required":false}]` {
		t.Errorf("steps are written %s, %v", b, err)
	}
	if b, err := marshal([]Lead{{Name: "a"}, {ID: "b"}}); err != nil || string(b) != `["a",{"id":"b"}]` {
		t.Errorf("leads are written %s, %v", b, err)
	}
}

func TestARuleIsAllOrANumber(t *testing.T) {
	for in, want := range map[string]Rule{`"all"`: 0, `"ALL"`: 0, `""`: 0, `3`: 3, `"3"`: 3, `50`: 50} {
		var r Rule
		if err := json.Unmarshal([]byte(in), &r); err != nil || r != want {
			t.Errorf("%s gives %v, %v", in, r, err)
		}
	}
	for _, in := range []string{`0`, `51`, `-1`, `1.5`, `"some"`, `true`, `[]`, `{}`, `99999999999999999999`} {
		wantCode(t, in, json.Unmarshal([]byte(in), new(Rule)), "bad-rule")
	}
	for r, want := range map[Rule]string{0: `"all"`, -1: `"all"`, 2: `2`} {
		if b, err := json.Marshal(r); err != nil || string(b) != want {
			t.Errorf("rule %d is written %s, %v", r, b, err)
		}
	}
	if Rule(0).String() != "all" || Rule(4).String() != "4" {
		t.Error("a rule is not said as it is typed")
	}
}

func TestACloneSharesNothing(t *testing.T) {
	d := full(t)
	want := encode(t, d)
	c := d.Clone()
	if encode(t, c) != want {
		t.Error("a clone is not the same")
	}
	c.Tags[0], c.Criteria.Steps[0].Text, c.Alignment[0].TargetName = "x", "x", "x"
	c.Next.Leads[0].Name, c.Next.Requires[0], c.Next.Display[0] = "x", "x", "x"
	if encode(t, d) != want {
		t.Error("changing a clone changed the draft")
	}
}

func TestADuplicateIsNewAndHasTheSameAnswers(t *testing.T) {
	d := full(t)
	c := d.Duplicate()
	if c.ID == d.ID || !ValidID(c.ID) || c.Revision != 0 || !c.Created.IsZero() || !c.Updated.IsZero() {
		t.Errorf("a duplicate has %+v", c.Meta)
	}
	c.Meta = d.Meta
	if encode(t, c) != encode(t, d) {
		t.Error("a duplicate has other answers")
	}
}

func TestIDsAreRandomUUIDs(t *testing.T) {
	seen := map[string]bool{}
	for range 1000 {
		id := NewID()
		if !ValidID(id) || seen[id] {
			t.Fatalf("%q", id)
		}
		seen[id] = true
	}
	good := "0123abcd-4567-4899-abcd-0123456789ab"
	if !ValidID(good) {
		t.Errorf("%s is refused", good)
	}
	for _, id := range []string{"", good[1:], good + "0", strings.ToUpper(good), "g" + good[1:], "{" + good[1:35] + "}",
		"0123abcd-4567-1899-abcd-0123456789ab", "0123abcd-4567-7899-abcd-0123456789ab", "0123abcd-4567-4899-cbcd-0123456789ab",
		"0123abcd04567-4899-abcd-0123456789ab", "0123abc--4567-4899-abcd-0123456789ab"} {
		if ValidID(id) {
			t.Errorf("%s passes", id)
		}
	}
}

// Bytes from a disk or a file decode to a draft that keeps, or to an error.
func FuzzDraftJSON(f *testing.F) {
	f.Add([]byte(`{"id":"","revision":0,"created":"0001-01-01T00:00:00Z","updated":"0001-01-01T00:00:00Z"}`))
	f.Add([]byte(`{"criteria":{"steps":["a",{"text":"b","required":false}],"rule":2},"next":{"leads":["x",{"id":"y"}],"rule":"all"}}`))
	f.Add([]byte(`{"tags":[],"criteria":{"steps":[null],"rule":null},"look":{"stars":-1}}`))
	f.Add([]byte(`{"created":"2026-05-04T10:00:00+02:00","name":"\ud800"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var d Draft
		if json.Unmarshal(b, &d) != nil {
			return
		}
		if d.Criteria.Rule > maxSteps || d.Next.Rule > maxSteps {
			t.Fatalf("rules %d and %d", d.Criteria.Rule, d.Next.Rule)
		}
		for _, f := range Fields() {
			f.Value(&d)
			f.Empty(&d)
		}
		var kept Draft // an empty list is kept as none
		if err := json.Unmarshal([]byte(encode(t, d)), &kept); err != nil {
			t.Fatal(err)
		}
		roundTrip(t, kept)
	})
}

// Two badges of one address are none: a copy gives it up, the first keeps it.
func TestACopyHasNoAddressOfTheBadgeItCameFrom(t *testing.T) {
	d := New("en")
	d.Foreign = []Member{{Standard: "ob2", Path: "id", Value: `"https://a.org/1"`}, {Standard: "ob2", Path: "issuer.id", Value: `"https://a.org/i"`}}
	c := d.Duplicate()
	if len(c.Foreign) != 1 || c.Foreign[0].Path != "issuer.id" || len(d.Foreign) != 2 || d.Foreign[0].Path != "id" {
		t.Errorf("%+v of %+v", c.Foreign, d.Foreign)
	}
}
