// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/export"
	"insignia/internal/locale"
)

func TestCountsSayWhatIsOver(t *testing.T) {
	d := designer.Draft{Name: strings.Repeat("x", 73)}
	got := CountsFor(d, "obf", "name")
	if len(got) != 1 || !got[0].Over || got[0].Have != 73 || got[0].Limit != 60 || got[0].Field != "name" {
		t.Fatalf("%+v", got)
	}
	for lang, want := range map[string]string{"en": "Open Badge Factory: name 73 of 60", "es": "Open Badge Factory: nombre 73 de 60"} {
		if s := got[0].Says(locale.For(lang)); s != want {
			t.Errorf("%s: %q", lang, s)
		}
	}
	problems := Problems(d, "obf", "")
	i := slices.IndexFunc(problems, func(p designer.Problem) bool { return p.Code == "PACK-NAME" })
	if i < 0 || locale.For("en").Fill("problem.PACK-NAME", problems[i].Args) != "Open Badge Factory: name 73 of 60" || problems[i].Level != designer.Warn {
		t.Errorf("%+v", problems)
	}
}

// Characters are counted as a browser's maxlength counts them.
func TestCountsAreThoseOfABrowser(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "ñandú": 5, "日本": 2, "🚲🚲": 4, "👩‍🚀": 5, "e\u0301": 1} {
		var d designer.Draft
		if err := d.Set("name", s); err != nil {
			t.Fatal(err)
		}
		got := CountsFor(d, "oeb", "name")
		if want == 0 && len(got) == 0 {
			continue
		}
		if len(got) != 1 || got[0].Have != want {
			t.Errorf("%q: %+v, want %d", s, got, want)
		}
	}
}

// The counts of one field are those of all, without the others.
func TestCountsOfOneFieldAreThoseOfAll(t *testing.T) {
	for _, id := range designer.Platforms() {
		d := bike(t)
		d.Alignment = []designer.Alignment{{TargetName: "Repair", TargetURL: "https://skills.org/repair"}}
		all := Counts(d, id)
		if len(all) == 0 {
			t.Errorf("%s counts nothing", id)
		}
		for _, f := range designer.Fields() {
			var want []Count
			for _, c := range all {
				if c.Field == f.ID || strings.HasPrefix(c.Field, f.ID+".") {
					want = append(want, c)
				}
			}
			if got := CountsFor(d, id, f.ID); !reflect.DeepEqual(got, want) {
				t.Errorf("%s, %s: %+v, want %+v", id, f.ID, got, want)
			}
		}
	}
	if Counts(bike(t), "mozilla") != nil || Problems(bike(t), "mozilla", "") != nil {
		t.Error("a platform that is none counts")
	}
}

// What a check says of a badge is what its pack then says.
func TestACheckSaysWhatThePackSays(t *testing.T) {
	d := bike(t)
	d.Name = "List<String> " + strings.Repeat("long ", 60)
	d.Tags = []string{"a, b", strings.Repeat("🚲", 30)}
	d.Alignment = []designer.Alignment{{TargetName: "x {{ y", TargetURL: "https://skills.org/" + strings.Repeat("x", 400)}}
	d.Version = "2"
	for _, id := range designer.Platforms() {
		p, err := Of(d, id, flat{}, export.Options{}, "2028-01-01")
		if err != nil {
			t.Fatal(err)
		}
		var told []designer.Problem
		for _, x := range p.Problems {
			if strings.HasPrefix(x.Code, "PACK-") {
				told = append(told, x)
			}
		}
		if got := Problems(d, id, "2028-01-01"); !reflect.DeepEqual(got, told) {
			t.Errorf("%s:\n%+v\n%+v", id, got, told)
		}
	}
}

func TestATableTellsItsAge(t *testing.T) {
	p, _ := Lookup("obf")
	stale := func(today string) bool {
		return slices.ContainsFunc(Problems(bike(t), "obf", today), func(x designer.Problem) bool { return x.Code == "PACK-STALE" })
	}
	if stale("") || stale(p.Checked) || stale(p.Again) || !stale("2099-01-01") {
		t.Error("its age is told on the wrong days")
	}
}

func BenchmarkCountsForName(b *testing.B) {
	d := bike(b)
	for b.Loop() {
		CountsFor(d, "obf", "name")
	}
}

func BenchmarkCounts(b *testing.B) {
	d := bike(b)
	for b.Loop() {
		Counts(d, "oeb")
	}
}

// A step that is written alone counts as it does among the others.
func TestCountsOfOneStepAreThoseOfAll(t *testing.T) {
	d := bike(t)
	d.Criteria.Rule = 2
	for n := range d.Criteria.Steps {
		at := "criteria.steps." + strconv.Itoa(n+1)
		var want []Count
		for _, c := range Counts(d, "oeb") {
			if c.Field == at {
				want = append(want, c)
			}
		}
		if got := CountsFor(d, "oeb", at); len(want) != 1 || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", at, got, want)
		}
	}
	for _, at := range []string{"criteria.steps.0", "criteria.steps.9", "criteria.steps.x"} {
		if got := CountsFor(d, "oeb", at); got != nil {
			t.Errorf("%s: %+v", at, got)
		}
	}
}

func BenchmarkCountsForFiftySteps(b *testing.B) {
	d := bike(b)
	for len(d.Criteria.Steps) < 50 {
		d.Criteria.Steps = append(d.Criteria.Steps, d.Criteria.Steps[0])
	}
	for b.Loop() {
		CountsFor(d, "oeb", "criteria.steps.50")
	}
}
