// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParsePathReadsFieldsItemsAndMembers(t *testing.T) {
	for s, want := range map[string]path{
		"name":                      {field: Field{ID: "name"}},
		"criteria.level.step":       {field: Field{ID: "criteria.level.step"}},
		"criteria.steps":            {field: Field{ID: "criteria.steps"}},
		"criteria.steps.50":         {field: Field{ID: "criteria.steps"}, item: 50},
		"criteria.steps.2.required": {field: Field{ID: "criteria.steps"}, item: 2, sub: "required"},
		"alignment.3.targetUrl":     {field: Field{ID: "alignment"}, item: 3, sub: "targetUrl"},
		"next.leads.1.url":          {field: Field{ID: "next.leads"}, item: 1, sub: "url"},
		"tags.20":                   {field: Field{ID: "tags"}, item: 20},
	} {
		got, err := parsePath(s)
		if err != nil || got.field.ID != want.field.ID || got.item != want.item || got.sub != want.sub {
			t.Errorf("parsePath(%q) = %s %d %q, %v", s, got.field.ID, got.item, got.sub, err)
		}
	}
}

func TestNearestGuessesWhatWasMeant(t *testing.T) {
	for s, want := range map[string]string{
		"naem": "name", "who": "earner.who", "Earner.Who": "earner.who", "evidence": "criteria.evidence", "steps": "criteria.steps",
		"criteria.step": "criteria.steps", "color": "look.colours", "issuer.mail": "issuer.email", "tag": "tags",
	} {
		if got := Nearest(s); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", s, got, want)
		}
	}
	if got := NearestOf("skil", []string{"interest", "skill"}); got != "skill" {
		t.Errorf("NearestOf gives %q", got)
	}
	if got := NearestOf("skil", nil); got != "" {
		t.Errorf("NearestOf of nothing gives %q", got)
	}
}

// A path of a million dots once took minutes to refuse.
func TestAHostilePathIsRefusedAtOnce(t *testing.T) {
	for _, s := range []string{strings.Repeat(".", 1<<20), strings.Repeat("tags.1.", 1<<18), strings.Repeat("x", 1<<20)} {
		_, err := parsePath(s)
		wantCode(t, "a path of "+strconv.Itoa(len(s)), err, "unknown-field")
	}
}

// Every path is read in one way only, or refused with a known code.
func FuzzParsePath(f *testing.F) {
	for _, s := range []string{"", ".", "name", "criteria.steps.2.evidence", "criteria.steps.0", "criteria.steps.+1", "tags.1.x",
		"alignment.20.targetUrl", "next.leads.99999999999999999999", "criteria..steps", "név.1", "criteria.steps.01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := parsePath(s)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || !slices.Contains([]string{"unknown-field", "too-many"}, e.Code) {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		want := p.field.ID
		if p.item > 0 {
			want += "." + strconv.Itoa(p.item)
		}
		if p.sub != "" {
			want += "." + p.sub
		}
		if want != s || p.item > p.field.Items || p.item == 0 && p.sub != "" {
			t.Fatalf("%q is read as %q", s, want)
		}
	})
}

// Whatever is set, a draft stays one that can be kept, and an error changes
// nothing.
func FuzzSet(f *testing.F) {
	f.Add("criteria.steps.1", "Repaired three punctures", "criteria.steps.1.required", "no")
	f.Add("alignment", "Name https://a.example", "alignment.1.targetUrl", "")
	f.Add("look.stars", "3", "look.stars", "x")
	f.Add("criteria.effort", "1 h 30", "criteria.effort", "PT0M")
	f.Add("next.leads.1", "Mentor", "next.leads.1.name", "")
	f.Add("language", "zh-hant-tw", "kind", "SKILL")
	f.Fuzz(func(t *testing.T, at1, v1, at2, v2 string) {
		if !utf8.ValidString(v1) || !utf8.ValidString(v2) {
			return // cleaned at every border
		}
		var d Draft
		for _, s := range [][2]string{{at1, v1}, {at2, v2}} {
			before := encode(t, d)
			var e *Error
			if err := d.Set(s[0], s[1]); err != nil {
				if !errors.As(err, &e) {
					t.Fatalf("Set(%q, %q) = %v, which has no words", s[0], s[1], err)
				}
				if encode(t, d) != before {
					t.Fatalf("Set(%q, %q) failed and changed the draft", s[0], s[1])
				}
			}
		}
		for _, f := range Fields() {
			v := f.Value(&d)
			if (v == "") != f.Empty(&d) && !f.IsList() {
				t.Fatalf("%s is %q and empty is %v", f.ID, v, f.Empty(&d))
			}
		}
		d.Answered()
		roundTrip(t, d)
	})
}
