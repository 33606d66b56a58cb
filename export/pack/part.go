// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"cmp"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export/fair"
	"insignia/export/prose"
	"insignia/internal/locale"
)

// Part is what a field takes of a badge.
type Part int

// The parts. Markdown and Plain are the criteria in one text, Steps the same
// one by one.
const (
	Image Part = iota
	Name
	Description
	Markdown
	Plain
	Steps
	CriteriaURL
	Tags
	Alignment
	Language  // two or three letters
	Installed // as a language pack of Moodle is called
	Version
	Caption
	IssuerName
	IssuerURL
	IssuerEmail
	Hours
	Minutes
	Validity
	Kind
	AchievementID   // of Open Badges 3.0
	AchievementType // the same
	Template        // the first of the platform's bodies
)

// parts say of which field of a badge a part is, and which problem tells that
// it was too long.
var parts = map[Part]struct{ field, long string }{
	Image:       {"look.shape", ""},
	Name:        {"name", "PACK-NAME"},
	Description: {"description", "PACK-DESCRIPTION"},
	Markdown:    {"criteria.steps", "PACK-CRITERIA"},
	Plain:       {"criteria.steps", "PACK-CRITERIA"},
	Steps:       {"criteria.steps", "PACK-STEP"},
	CriteriaURL: {"criteria.url", ""},
	Tags:        {"tags", "PACK-TAG"},
	Alignment:   {"alignment", "PACK-ALIGN"},
	Language:    {"language", ""},
	Installed:   {"language", ""},
	Version:     {"version", "PACK-TEXT"},
	Caption:     {"look.alt", "PACK-TEXT"},
	IssuerName:  {"issuer.name", "PACK-ISSUER"},
	IssuerURL:   {"issuer.url", ""},
	IssuerEmail: {"issuer.email", ""},
	Hours:       {"criteria.effort", ""},
	Minutes:     {"criteria.effort", ""},
	Validity:    {"criteria.validity", ""},
	Kind:        {"kind", ""},
}

// value is a part of a badge, before it is made to fit: a text, a list, or the
// members of several items.
type value struct {
	text string
	list []string
	rows [][]string
	from []string // of each of the rows: the answer it was made from
}

// reader reads the parts of a badge.
type reader struct {
	d    *designer.Draft
	base string
	w    locale.Words // of the badge
	alt  string       // what the picture shows
	made *fair.Copy
}

func read(d *designer.Draft, base string) *reader {
	return &reader{d: d, base: base, w: locale.For(d.Language), alt: d.Look.Alt}
}

// fair is the fair copy, made when something in it is wanted: an answer that
// is there is counted after every key without it.
func (r *reader) fair() *fair.Copy {
	if r.made == nil {
		c := fair.Of(*r.d, r.base)
		r.made = &c
	}
	return r.made
}

// of reads a part.
func (r *reader) of(p Part) value {
	switch p {
	case Tags:
		return value{list: r.fair().Tags}
	case Alignment:
		var v value
		for _, a := range r.fair().Alignment {
			v.rows = append(v.rows, []string{a.Name, a.URL, a.Description, a.Framework, a.Code})
		}
		return v
	case Steps:
		return r.steps()
	}
	return value{text: r.text(p)}
}

func (r *reader) text(p Part) string {
	switch p {
	case Name:
		if s := fair.Line(r.d.Name); s != "" {
			return s
		}
		return r.fair().Name
	case Description:
		if s := fair.Text(r.d.Description); s != "" {
			return s
		}
		return r.fair().Description
	case Markdown:
		return r.fair().Narrative
	case Plain:
		return r.plain()
	case CriteriaURL:
		return r.fair().CriteriaURL
	case Language:
		base, _, _ := strings.Cut(r.language(), "-")
		return strings.ToLower(base)
	case Installed:
		return strings.ToLower(strings.ReplaceAll(r.language(), "-", "_"))
	case Version:
		return fair.Line(r.d.Version)
	case Caption:
		return fair.Line(r.alt)
	case IssuerName:
		return r.fair().Issuer.Name
	case IssuerURL:
		return r.fair().Issuer.URL
	case IssuerEmail:
		return r.fair().Issuer.Email
	case Hours, Minutes:
		return r.effort(p)
	case Validity:
		return fair.Line(r.d.Criteria.Validity)
	case Kind:
		return cmp.Or(r.d.Kind, "none")
	case AchievementID:
		return r.fair().AchievementID()
	case AchievementType:
		return achievementType(r.d.Kind)
	}
	return ""
}

// language is that of the badge, or that of the placeholders in it.
func (r *reader) language() string {
	if r.fair().Language != "" {
		return r.fair().Language
	}
	return r.w.Tag()
}

// effort is whole hours, or the minutes beyond them.
func (r *reader) effort(p Part) string {
	n, ok := designer.EffortMinutes(r.d.Criteria.Effort)
	if !ok || n == 0 {
		return ""
	}
	if p == Hours {
		return strconv.Itoa(n / 60)
	}
	return strconv.Itoa(n % 60)
}

// achievementType is the term of Open Badges 3.0 for a kind of badge. It has
// none for interest and for participation: Badge fits any.
func achievementType(kind string) string {
	switch kind {
	case designer.KindSkill:
		return "Competency"
	case designer.KindMembership:
		return "Membership"
	}
	return "Badge"
}

// plain is the criteria as plain text: a paragraph and then its list.
func (r *reader) plain() string {
	var out strings.Builder
	for i, p := range prose.Passages(*r.d, r.w) {
		switch {
		case i == 0:
		case p.Text == "":
			out.WriteString("\n")
		default:
			out.WriteString("\n\n")
		}
		if p.Text != "" {
			out.WriteString(p.Text)
		} else {
			out.WriteString("- " + strings.Join(p.Items, "\n- "))
		}
	}
	if out.Len() == 0 {
		return r.w.T("export.placeholder.criteria")
	}
	return out.String()
}

// steps are the criteria one by one, each what is to be done and its details:
// which of the steps are needed if not all, the steps with their proof, and
// what else there is to say.
func (r *reader) steps() value {
	var v value
	add := func(from, name, detail string) {
		v.rows = append(v.rows, []string{name, detail})
		v.from = append(v.from, from)
	}
	d := *r.d
	var texts []designer.Step
	for _, s := range d.Criteria.Steps {
		if fair.Line(s.Text) != "" {
			texts = append(texts, s)
		}
	}
	if n := int(d.Criteria.Rule); n > 0 && n < len(texts) {
		add("criteria.rule", r.w.N("export.steps.some", n), "")
	}
	for i, s := range d.Criteria.Steps {
		text, proof := fair.Line(s.Text), fair.Line(s.Evidence)
		if text == "" {
			continue
		}
		if s.Optional {
			text += " " + r.w.T("export.step.optional")
		}
		if proof != "" {
			proof = r.w.T("export.evidence", "text", proof)
		}
		add("criteria.steps."+strconv.Itoa(i+1), text, proof)
	}
	d.Criteria.Steps = nil
	for _, p := range prose.Passages(d, r.w) {
		if p.Text == "" && len(v.rows) > 0 { // the list of what was said before
			v.rows[len(v.rows)-1][StepDetail] = "- " + strings.Join(p.Items, "\n- ")
			continue
		}
		name, detail, _ := strings.Cut(p.Text, ": ")
		add("criteria.steps", name, detail)
	}
	if len(v.rows) == 0 {
		add("criteria.steps", r.w.T("export.placeholder.criteria"), "")
	}
	return v
}
