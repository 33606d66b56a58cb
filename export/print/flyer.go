// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package print

import (
	"insignia/designer"
	"insignia/internal/locale"
)

// flyer is a badge for those who may want to earn it.
type flyer struct {
	Name    text
	Kind    string
	Picture *picture
	Gain    part // what they get of it
	More    []part
	HowAs   string
	Intro   string
	Steps   []item
	Facts   []part
	Contact flyerContact
}

type flyerContact struct {
	As    string
	Lines []text
}

// Flyer returns a page that makes people want to earn the badge: what they
// gain, how they earn it, whom to ask. What stays in the workshop, and notes
// for the assessor, are not on it.
func Flyer(w locale.Words, e Entry, o Options) ([]byte, error) {
	p, err := sizeOf(o.Paper)
	if err != nil {
		return nil, err
	}
	v := speak(w, e.Draft.Language, o)
	d := e.Draft
	pic, err := v.picture(e)
	if err != nil {
		return nil, err
	}
	f := flyer{Name: v.name(d), Picture: pic, HowAs: v.T("print.flyer.how"),
		Gain: part{v.T("print.flyer.gain"), v.said(d.Why.Earner)}, Contact: flyerContact{As: v.T("print.flyer.contact")}}
	if key := "ui.kind-badge." + d.Kind; v.Known(key) {
		f.Kind = v.T("option.kind." + d.Kind)
	}
	add := func(to *[]part, label, value string) {
		if value != "" {
			*to = append(*to, part{label, v.said(value)})
		}
	}
	add(&f.More, v.T("print.flyer.reward"), d.Why.Reward)
	add(&f.More, v.T("print.flyer.reach"), d.Why.Reach)
	steps := d.Clone().Criteria.Steps
	for i := range steps {
		steps[i].Note = ""
	}
	f.Steps = v.steps(steps)
	if n := int(d.Criteria.Rule); n > 0 && n < len(steps) {
		f.Intro = v.N("export.steps.some", n)
	}
	if len(steps) == 0 {
		f.Intro = v.T("export.placeholder.criteria")
	}
	add(&f.Facts, v.T("print.flyer.evidence"), d.Criteria.Evidence)
	add(&f.Facts, v.T("field.criteria.assessor.label"), d.Criteria.Assessor)
	if d.Criteria.Effort != "" {
		f.Facts = append(f.Facts, part{v.T("field.criteria.effort.label"), text{Value: designer.FormatEffort(d.Criteria.Effort)}})
	}
	f.Contact.Lines = []text{v.issuer(d.Issuer)}
	for _, s := range []string{d.Issuer.Email, d.Issuer.URL} {
		if s != "" {
			f.Contact.Lines = append(f.Contact.Lines, text{Value: s})
		}
	}
	return sheet{Kind: "flyer", Title: f.Name.Value}.make(v.Words, p, f)
}
