// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package print

import (
	"slices"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/internal/locale"
)

// The canvas asks for each of the six questions and for every core field that
// can be written by hand, in the order in which it is typed up.
func TestTheCanvasHasEveryQuestion(t *testing.T) {
	for _, lang := range locale.Languages() {
		w := locale.For(lang)
		b, err := Canvas(locale.For("en"), designer.Workshop{Language: lang}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		p := parse(t, b)
		at := 0
		next := func(s string) {
			i := strings.Index(p.text[at:], s)
			if i < 0 {
				t.Errorf("%s: %q is missing, or not in its place", lang, s)
				return
			}
			at += i
		}
		next(w.T("field.name.label"))
		next(w.T("field.team.label"))
		for _, k := range []string{designer.KindSkill, designer.KindInterest, designer.KindMembership, designer.KindParticipation} {
			next(w.T("option.kind." + k))
		}
		for _, q := range designer.Questions() {
			if !q.Numbered() {
				continue
			}
			next(w.T("question." + q.String() + ".title"))
			next(w.T("question." + q.String() + ".lead"))
			for _, f := range designer.FieldsOf(q) {
				asked := slices.ContainsFunc(rooms[q], func(r room) bool { return r.field == f.ID })
				if f.Core && q != designer.AskLook && !asked {
					t.Errorf("%s has no room on the canvas", f.ID)
				}
			}
			for _, r := range rooms[q] {
				if _, ok := designer.FieldByID(r.field); !ok {
					t.Errorf("there is no field %s", r.field)
				}
				next(w.T("field." + r.field + ".label"))
			}
		}
		if p.attr("html", "lang")[0] != lang {
			t.Errorf("%s: lang %v", lang, p.attr("html", "lang"))
		}
	}
}

// What fits a line stands on it; what does not is left to the pen, not cut.
func TestTheCanvasKnowsItsWorkshop(t *testing.T) {
	b, err := Canvas(locale.For("en"), event("es"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := parse(t, b)
	for _, s := range []string{"Insignias <abiertas> & más", "4 de mayo de 2026", "Biblioteca “de la Ribera”", "Mesa Abierta", "hola@mesa.example"} {
		if !strings.Contains(p.text, s) {
			t.Errorf("%q is missing", s)
		}
	}
	if strings.Contains(p.text, "https://mesa.example") {
		t.Error("an address that is longer than its line")
	}
}

// The flyer goes to strangers.
func TestTheFlyerKeepsWhatStaysInTheWorkshop(t *testing.T) {
	d := longest(t, "en", oneWord)
	secret := map[string]bool{}
	for _, f := range designer.Fields() {
		if f.Private && f.Input == designer.Line {
			if err := d.Set(f.ID, "secret "+f.ID); err != nil {
				t.Fatal(err)
			}
			secret["secret "+f.ID] = true
		}
	}
	d.Criteria.Steps[3].Note = "secret note"
	secret["secret note"] = true
	if len(secret) < 4 {
		t.Fatalf("only %d secrets", len(secret))
	}
	p := print1(t, "flyer", "en", Entry{Draft: d}, Options{})
	for s := range secret {
		if strings.Contains(p.text, s) {
			t.Errorf("%q gets out", s)
		}
	}
	for _, s := range []string{d.Name, d.Why.Earner, d.Why.Reward, d.Why.Reach, d.Criteria.Steps[49].Text, d.Criteria.Steps[49].Evidence,
		d.Criteria.Evidence, d.Issuer.Name, d.Issuer.URL, d.Issuer.Email} {
		if !strings.Contains(p.text, s) {
			t.Errorf("%.40q is missing", s)
		}
	}
}

func TestCardsGrowInsteadOfBeingCut(t *testing.T) {
	entry := func(name, description string, steps ...string) Entry {
		d := designer.Draft{Name: name, Description: description}
		for _, s := range steps {
			d.Criteria.Steps = append(d.Criteria.Steps, designer.Step{Text: s})
		}
		return Entry{Draft: d}
	}
	small, large, huge := entry("small", "x", "a", "b", "c", "d"), entry("large", words(900)), entry("huge", words(4000), words(1000))
	b, err := Cards(locale.For("en"), []Entry{huge, small, large, small, small, small, small, huge}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := parse(t, b)
	var stacks []string
	for _, c := range p.attr("div", "class") {
		if s, ok := strings.CutPrefix(c, "sheet "); ok {
			stacks = append(stacks, s)
		}
	}
	if want := []string{"four", "four", "two", "one", "one"}; !slices.Equal(stacks, want) {
		t.Errorf("pages %v, want %v", stacks, want)
	}
	if p.count("article") != 8 {
		t.Errorf("%d cards of 8", p.count("article"))
	}
	for _, s := range []string{words(900), words(4000), words(1000), "and one more step"} {
		if !strings.Contains(p.text, s) {
			t.Errorf("%.60q is not there whole", s)
		}
	}
}

func TestACardDraftsItsSentence(t *testing.T) {
	d, _ := sample.Load("bike-repair-buddy", "es")
	d.Description = ""
	p := print1(t, "cards", "en", Entry{Draft: d}, Options{})
	if !strings.Contains(p.text, d.Why.Viewer) || !strings.Contains(p.text, "Primeros pasos") {
		t.Error(p.text)
	}
	if got := p.attr("article", "lang"); !slices.Equal(got, []string{"es"}) {
		t.Errorf("lang %v", got)
	}
}

func TestTheBookletListsItsBadgesAndWhatIsOpen(t *testing.T) {
	var entries []Entry
	for _, lang := range locale.Languages() {
		for _, name := range sample.Names() {
			d, _ := sample.Load(name, lang)
			d.Team = "team of " + name
			entries = append(entries, Entry{d, drawn{alt: d.Look.Alt}, []designer.Problem{{Code: "CRIT-SHORT", Level: designer.Warn, Args: designer.Args{"step": "7"}}}})
		}
	}
	b, err := Booklet(locale.For("en"), event("es"), entries, Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := parse(t, b)
	ids, links := p.attr("article", "id"), p.attr("a", "href")
	if len(ids) != len(entries) || len(links) != len(entries) {
		t.Fatalf("%d badges, %d in the list", len(ids), len(links))
	}
	for i := range ids {
		if links[i] != "#"+ids[i] {
			t.Errorf("%s leads to %s", ids[i], links[i])
		}
	}
	for _, e := range entries {
		w := locale.For(e.Draft.Language)
		for _, s := range []string{e.Draft.Name, e.Draft.Team, w.Fill("problem.CRIT-SHORT", e.Problems[0].Args), w.T("problem.CRIT-SHORT.fix"), w.T("level.warn")} {
			if !strings.Contains(p.text, s) {
				t.Errorf("%q is missing", s)
			}
		}
	}
	for _, s := range []string{"4 de mayo de 2026", "8 insignias"} {
		if !strings.Contains(p.text, s) {
			t.Errorf("%q is missing", s)
		}
	}
	if b, err = Booklet(locale.For("en"), designer.Workshop{}, nil, Options{}); err != nil || !strings.Contains(parse(t, b).text, "Our badges") {
		t.Errorf("a booklet of nothing: %v", err)
	}
}

func TestAnUnknownDateStaysAsTyped(t *testing.T) {
	v := speak(locale.For("en"), "", Options{})
	for in, want := range map[string]string{"2026-12-01": "1 December 2026", "soon": "soon", "2026-13-01": "2026-13-01", "": ""} {
		if got := v.date(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
