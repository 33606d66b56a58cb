// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package sample_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/lint"
	"insignia/designer/sample"
)

var languages = []string{"en", "es"}

// each runs f on every sample in every language.
func each(t *testing.T, f func(*testing.T, designer.Draft)) {
	for _, name := range sample.Names() {
		for _, lang := range languages {
			t.Run(name+"."+lang, func(t *testing.T) {
				d, ok := sample.Load(name, lang)
				if !ok {
					t.Fatal("does not load")
				}
				if d.Language != lang {
					t.Fatalf("is in %q", d.Language)
				}
				f(t, d)
			})
		}
	}
}

func TestEverySampleAnswersEveryCoreField(t *testing.T) {
	each(t, func(t *testing.T, d designer.Draft) {
		for _, f := range designer.Fields() {
			if f.Core && f.Empty(&d) {
				t.Errorf("%s is empty", f.ID)
			}
		}
		if d.Answered() != 6 || d.Progress(designer.Review) != designer.Settled {
			t.Errorf("%d of 6 answered", d.Answered())
		}
	})
}

func TestEverySampleIsCleanButForItsReservedDomain(t *testing.T) {
	each(t, func(t *testing.T, d designer.Draft) {
		placeholders := 0
		for _, p := range lint.Check(d) {
			switch {
			case p.Code == "ISSUER-PLACEHOLDER":
				placeholders++
			case p.Level > designer.Hint:
				t.Errorf("%s %s at %s", p.Level, p.Code, p.Field)
			}
		}
		if placeholders != 2 {
			t.Errorf("%d placeholders, want the web and the mail address", placeholders)
		}
	})
}

// A sample is what a person could have typed: Set and Append give the same
// draft, so every limit and every shape of value holds.
func TestEverySampleCouldHaveBeenTyped(t *testing.T) {
	each(t, func(t *testing.T, d designer.Draft) {
		var typed designer.Draft
		for _, f := range designer.Fields() {
			if !f.IsList() {
				if err := typed.Set(f.ID, f.Value(&d)); err != nil {
					t.Error(err)
				}
				continue
			}
			for _, item := range f.List(&d) {
				if err := typed.Append(f.ID, item); err != nil {
					t.Error(err)
				}
			}
		}
		for i, s := range d.Criteria.Steps {
			at := "criteria.steps." + string(rune('1'+i))
			for sub, v := range map[string]string{"evidence": s.Evidence, "note": s.Note} {
				if err := typed.Set(at+"."+sub, v); err != nil {
					t.Error(err)
				}
			}
		}
		for i, l := range d.Next.Leads {
			if err := typed.Set("next.leads."+string(rune('1'+i))+".url", l.URL); err != nil {
				t.Error(err)
			}
		}
		if !reflect.DeepEqual(typed, d) {
			t.Errorf("typed, the sample would be\n%+v\nnot\n%+v", typed, d)
		}
	})
}

func TestEverySampleHasOnlyKnownMembers(t *testing.T) {
	found, err := filepath.Glob("badges/*.json")
	if err != nil || len(found) != len(sample.Names())*len(languages) {
		t.Fatalf("%d files, %v", len(found), err)
	}
	for _, path := range found {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		dec := json.NewDecoder(bytes.NewReader(b))
		dec.DisallowUnknownFields()
		if err := dec.Decode(new(designer.Draft)); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestSamplesCoverEachKindOnce(t *testing.T) {
	f, _ := designer.FieldByID("kind")
	var kinds []string
	for _, name := range sample.Names() {
		d, _ := sample.Load(name, "en")
		kinds = append(kinds, d.Kind)
	}
	if !slices.Equal(kinds, f.Options) {
		t.Errorf("kinds %v, want %v", kinds, f.Options)
	}
}

// The languages of a sample tell the same badge: whoever changes an answer in
// one is reminded of the other.
func TestLanguagesOfASampleHaveTheSameShape(t *testing.T) {
	for _, name := range sample.Names() {
		en, _ := sample.Load(name, "en")
		es, _ := sample.Load(name, "es")
		for _, f := range designer.Fields() {
			if f.Empty(&en) != f.Empty(&es) || len(f.List(&en)) != len(f.List(&es)) {
				t.Errorf("%s: %s differs", name, f.ID)
			}
			switch f.Input {
			case designer.Choice, designer.Colours, designer.IconName, designer.Drawing, designer.Photo, designer.Number, designer.Effort, designer.Date, designer.URL, designer.Email:
				if f.Value(&en) != f.Value(&es) {
					t.Errorf("%s: %s is %q and %q", name, f.ID, f.Value(&en), f.Value(&es))
				}
			}
		}
	}
}

func TestLoadTakesTheNearestLanguage(t *testing.T) {
	for lang, want := range map[string]string{"es": "es", "es-MX": "es", "es_ES": "es", "ES": "es", "en-GB": "en", "de": "en", "": "en", "../x": "en"} {
		if d, ok := sample.Load("map-curious", lang); !ok || d.Language != want {
			t.Errorf("Load in %q gives %q, %v", lang, d.Language, ok)
		}
	}
	for _, name := range []string{"", "nothing", "../sample", strings.ToUpper("map-curious")} {
		if _, ok := sample.Load(name, "en"); ok {
			t.Errorf("Load(%q) finds something", name)
		}
	}
}

func TestLoadGivesADraftOfItsOwnWithoutAnID(t *testing.T) {
	a, _ := sample.Load("map-curious", "en")
	if a.ID != "" || a.Revision != 0 {
		t.Errorf("id %q, revision %d", a.ID, a.Revision)
	}
	a.Tags[0] = "changed"
	if b, _ := sample.Load("map-curious", "en"); b.Tags[0] == "changed" {
		t.Error("two loads share their tags")
	}
	sample.Names()[0] = "changed"
	if sample.Names()[0] == "changed" {
		t.Error("Names gives away its own list")
	}
}
