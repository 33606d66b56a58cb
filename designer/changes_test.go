// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"
)

// filled is a draft in which the fields that take says have their example.
func filled(t *testing.T, take func(Field) bool) Draft {
	t.Helper()
	d := New("")
	for _, f := range Fields() {
		if take(f) {
			if err := d.Set(f.ID, example(f)); err != nil {
				t.Fatal(err)
			}
		}
	}
	return d
}

func TestADraftDoesNotDifferFromItself(t *testing.T) {
	for _, d := range []Draft{{}, New("en"), filled(t, func(Field) bool { return true })} {
		later := d.Clone()
		later.Meta = Meta{ID: NewID(), Revision: 7, Created: time.Unix(1, 0), Updated: time.Unix(2, 0), Saves: Saves{"0a1b2c3d": 2}}
		if c := Changes(d, later); len(c) > 0 {
			t.Errorf("its id and times make it differ in %+v", c)
		}
	}
}

func TestAnAnswerShowsAsTheOneChange(t *testing.T) {
	full := filled(t, func(Field) bool { return true })
	for _, f := range Fields() {
		var empty Draft
		one := empty.Clone()
		if err := one.Set(f.ID, example(f)); err != nil {
			t.Fatal(err)
		}
		if got, want := Changes(empty, one), []Change{{f.ID, "", example(f)}}; !slices.Equal(got, want) {
			t.Errorf("%s answered: %+v", f.ID, got)
		}
		less := full.Clone()
		if err := less.Clear(f.ID); err != nil {
			t.Fatal(err)
		}
		if got, want := Changes(full, less), []Change{{f.ID, example(f), ""}}; !slices.Equal(got, want) {
			t.Errorf("%s cleared: %+v", f.ID, got)
		}
	}
}

func TestChangesReadBackwardsAreTheSameOnes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	coin := func(Field) bool { return r.IntN(2) == 0 }
	for range 200 {
		a, b := filled(t, coin), filled(t, coin)
		there, back := Changes(a, b), Changes(b, a)
		for i := range back {
			back[i].Before, back[i].After = back[i].After, back[i].Before
		}
		if !slices.Equal(there, back) {
			t.Fatalf("%+v\n%+v", there, back)
		}
		last := -1
		for _, c := range there {
			at := slices.IndexFunc(fields, func(f Field) bool { return f.ID == c.Field })
			if at <= last {
				t.Fatalf("%s stands out of order", c.Field)
			}
			last = at
		}
	}
}

func TestAMemberOfAnItemShowsByItsPath(t *testing.T) {
	d := Draft{Criteria: Criteria{Steps: []Step{{Text: "a"}, {Text: "b"}}}, Next: Next{Leads: []Lead{{Name: "x"}}},
		Alignment: []Alignment{{TargetName: "Digital", TargetURL: "https://skills.example"}}, Tags: []string{"one", "two"}}
	for at, want := range map[string]Change{
		"criteria.steps.2.evidence":     {Before: "", After: "photo"},
		"criteria.steps.1.note":         {Before: "", After: "photo"},
		"criteria.steps.1.required":     {Before: "true", After: "false"},
		"next.leads.1.url":              {Before: "", After: "https://x.example"},
		"alignment.1.targetDescription": {Before: "", After: "photo"},
	} {
		c := d.Clone()
		if err := c.Set(at, want.After); err != nil {
			t.Fatal(err)
		}
		want.Field = at
		if got := Changes(d, c); !slices.Equal(got, []Change{want}) {
			t.Errorf("%s: %+v", at, got)
		}
		if of := want.Of(); of+at[len(of):] != at || of == at {
			t.Errorf("%s is of %s", at, of)
		}
	}
	for at, want := range map[string]Change{
		"criteria.steps.2":       {"criteria.steps", "a\nb", "a\nc"},
		"criteria.steps.3":       {"criteria.steps", "a\nb", "a\nb\nc"},
		"tags.1":                 {"tags", "one\ntwo", "c\ntwo"},
		"alignment.1.targetName": {"alignment", "Digital https://skills.example", "c https://skills.example"},
	} {
		c := d.Clone()
		if err := c.Set(at, "c"); err != nil {
			t.Fatal(err)
		}
		if got := Changes(d, c); !slices.Equal(got, []Change{want}) || want.Of() != want.Field {
			t.Errorf("%s: %+v", at, got)
		}
	}
}

// Two lists that read the same when they are joined are not the same list.
func TestALineBreakInsideAnItemIsNoOtherItem(t *testing.T) {
	if got := Changes(Draft{Tags: []string{"a\nb"}}, Draft{Tags: []string{"a", "b"}}); len(got) != 1 || got[0].Field != "tags" {
		t.Errorf("%+v", got)
	}
}

func TestARestoredDraftIsANewVersionOfItself(t *testing.T) {
	then, now := filled(t, func(Field) bool { return true }), New("es")
	now.Meta = Meta{ID: then.ID, Revision: 9, Created: time.Unix(1, 0), Updated: time.Unix(2, 0), Saves: Saves{"0a1b2c3d": 9}}
	now.Name, now.Workshop, now.ForkOf = "Now", NewID(), NewID()
	kept, given := now.Clone(), then.Clone()
	got := now.Restored(then)
	if c := Changes(got, then); len(c) > 0 {
		t.Errorf("it differs from what was restored in %+v", c)
	}
	if !reflect.DeepEqual(got.Meta, now.Meta) || got.Workshop != now.Workshop || got.ForkOf != now.ForkOf {
		t.Errorf("it became %+v", got.Meta)
	}
	got.Tags[0], got.Saves["0a1b2c3d"] = "changed", 1
	got.Criteria.Steps[0].Text = "changed"
	if !reflect.DeepEqual(now, kept) || !reflect.DeepEqual(then, given) {
		t.Error("it shares memory with what it was made of")
	}
}
