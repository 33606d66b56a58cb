// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package fair makes the fair copy of a draft: what may be written of it
// anywhere outside, before a format gives it the standard's names. Text is
// clean, addresses are whole and in ASCII, what has no answer is a marked
// placeholder, and everything has the address that it will lie at. It knows
// what a reader outside can use, and says what had to be left out or stands
// for something else; it refuses to know formats, pictures and files.
package fair

import (
	"cmp"
	"slices"
	"strings"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

// Copy is a draft as files may carry it. Every text is trimmed and without
// hidden characters; none but those that say so is empty.
type Copy struct {
	ID          string // of the draft
	Kind        string // one of designer's kinds, or ""
	Language    string // BCP 47 in its usual case, or ""
	Version     string // or ""
	Name        string
	Description string
	Narrative   string   // criteria in Markdown: paragraphs and "-" lists
	CriteriaURL string   // page that has the criteria, or ""
	Tags        []string // each once
	Alignment   []Alignment
	Level       designer.CriteriaLevel
	Issuer      Issuer

	base string
}

// Issuer is who stands behind the badge.
type Issuer struct {
	Name, URL, Email string
	Description      string // or ""
}

// Alignment points at an entry of a framework; all but the first two may be "".
type Alignment struct {
	Name, URL                    string
	Description, Framework, Code string
}

// Of makes the fair copy of a draft whose files will lie below base, as Base
// returns it; "" while they lie nowhere.
func Of(d designer.Draft, base string) Copy {
	w := locale.For(d.Language)
	c := Copy{
		ID:          d.ID,
		Kind:        d.Kind,
		Language:    language(d.Language),
		Version:     Line(d.Version),
		Name:        cmp.Or(Line(d.Name), w.T("export.placeholder.name")),
		Description: cmp.Or(description(d, w), w.T("export.placeholder.description")),
		Narrative:   cmp.Or(Text(prose.Narrative(d, w)), w.T("export.placeholder.criteria")),
		Tags:        tags(d.Tags),
		Level:       d.Criteria.Level,
		Issuer:      issuer(d.Issuer, w),
		base:        base,
	}
	c.Level.Name = Line(c.Level.Name)
	c.Alignment, _ = alignments(d.Alignment)
	if u, ok := webURL(d.Criteria.URL); ok {
		c.CriteriaURL = u
	} else if base != "" {
		c.CriteriaURL = base + "/" + CriteriaFile
	}
	return c
}

func issuer(i designer.Issuer, w locale.Words) Issuer {
	out := Issuer{
		Name:        cmp.Or(Line(i.Name), w.T("export.placeholder.issuer")),
		URL:         placeholderURL,
		Email:       placeholderEmail,
		Description: Text(i.Description),
	}
	if u, ok := webURL(i.URL); ok {
		out.URL = u
	}
	if m, ok := email(i.Email); ok {
		out.Email = m
	}
	return out
}

// description is the one in the draft, or the one that would be drafted.
func description(d designer.Draft, w locale.Words) string {
	if own := Text(d.Description); own != "" {
		return own // drafting one takes longer than all the rest
	}
	return Line(prose.Description(d, w))
}

// tags leaves out what is empty and what stands twice.
func tags(in []string) []string {
	var out []string
	for _, t := range in {
		if t = Line(t); t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// alignments returns those that may be written, and the indices of the
// others: the standard requires a name and a web address.
func alignments(in []designer.Alignment) (out []Alignment, left []int) {
	for i, a := range in {
		u, ok := webURL(a.TargetURL)
		if name := Line(a.TargetName); ok && name != "" {
			out = append(out, Alignment{Name: name, URL: u, Description: Text(a.TargetDescription),
				Framework: Line(a.TargetFramework), Code: Line(a.TargetCode)})
			continue
		}
		left = append(left, i)
	}
	return out, left
}

// language is the tag in its usual case, "" for what is none: files without one
// are valid, and those with a wrong one are not.
func language(tag string) string {
	var d designer.Draft
	if d.Set("language", tag) != nil || !designer.KnownLanguage(tag) {
		return ""
	}
	return d.Language
}

// Line is what may be written of an answer on one line. Answers are clean
// since the border; a draft made by other code may not be.
func Line(s string) string {
	s, _ = clean.Line(s)
	return strings.TrimSpace(s)
}

// Text is Line for an answer that may have several.
func Text(s string) string {
	s, _ = clean.Text(s)
	return strings.TrimSpace(s)
}
