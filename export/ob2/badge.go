// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package ob2

import (
	"cmp"
	"slices"
	"strings"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

const context = "https://w3id.org/openbadges/v2"

// badge is a BadgeClass in the order people read it; the picture comes last,
// since it is one very long line. There is no version: a draft's revision
// counts saves, which say nothing to a reader.
type badge struct {
	Context     string      `json:"@context"`
	Type        string      `json:"type"`
	ID          string      `json:"id"`
	Language    string      `json:"@language,omitempty"`
	Name        string      `json:"name"`
	Description string      `json:"description"`
	Criteria    criteria    `json:"criteria"`
	Issuer      profile     `json:"issuer"`
	Tags        []string    `json:"tags,omitempty"`
	Alignment   []alignment `json:"alignment,omitempty"`
	Image       string      `json:"image"`
}

type criteria struct {
	Type      string `json:"type"`
	Narrative string `json:"narrative"`
}

type profile struct {
	Context     string `json:"@context,omitempty"`
	Type        string `json:"type"`
	ID          string `json:"id"`
	Name        string `json:"name"`
	URL         string `json:"url"`
	Email       string `json:"email"`
	Description string `json:"description,omitempty"`
}

type alignment struct {
	Type              string `json:"type"`
	TargetName        string `json:"targetName"`
	TargetURL         string `json:"targetUrl"`
	TargetDescription string `json:"targetDescription,omitempty"`
	TargetFramework   string `json:"targetFramework,omitempty"`
	TargetCode        string `json:"targetCode,omitempty"`
}

// compose makes the BadgeClass, all but its picture.
func compose(d designer.Draft, base string) badge {
	w := locale.For(d.Language)
	b := badge{
		Context:     context,
		Type:        "BadgeClass",
		ID:          "urn:uuid:" + d.ID,
		Language:    language(d.Language),
		Name:        cmp.Or(line(d.Name), w.T("export.placeholder.name")),
		Description: cmp.Or(description(d, w), w.T("export.placeholder.description")),
		Criteria:    criteria{Type: "Criteria", Narrative: cmp.Or(narrative(d, w), w.T("export.placeholder.criteria"))},
		Issuer:      issuer(d.Issuer, base, w),
		Tags:        tags(d.Tags),
	}
	b.Alignment, _ = alignments(d.Alignment)
	if base != "" {
		b.ID = base + "/" + badgeFile
	}
	return b
}

func issuer(i designer.Issuer, base string, w locale.Words) profile {
	p := profile{
		Type:        "Profile",
		Name:        cmp.Or(line(i.Name), w.T("export.placeholder.issuer")),
		URL:         placeholderURL,
		Email:       placeholderEmail,
		Description: text(i.Description),
	}
	if u, ok := webURL(i.URL); ok {
		p.URL = u
	}
	if m, ok := email(i.Email); ok {
		p.Email = m
	}
	p.ID = profileURL(p.URL)
	if base != "" {
		p.ID = base + "/" + issuerFile
	}
	return p
}

// description is the one in the draft, or the one that would be drafted.
func description(d designer.Draft, w locale.Words) string {
	return cmp.Or(text(d.Description), line(prose.Description(d, w)))
}

func narrative(d designer.Draft, w locale.Words) string { return text(prose.Narrative(d, w)) }

// tags leaves out what is empty and what stands twice.
func tags(in []string) []string {
	var out []string
	for _, t := range in {
		if t = line(t); t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// alignments returns those that may be written, and the indices of the
// others: the standard requires a name and a web address.
func alignments(in []designer.Alignment) (out []alignment, left []int) {
	for i, a := range in {
		u, ok := webURL(a.TargetURL)
		if name := line(a.TargetName); ok && name != "" {
			out = append(out, alignment{Type: "AlignmentObject", TargetName: name, TargetURL: u, TargetDescription: text(a.TargetDescription),
				TargetFramework: line(a.TargetFramework), TargetCode: line(a.TargetCode)})
			continue
		}
		left = append(left, i)
	}
	return out, left
}

// language is the tag in its usual case, "" for what is none.
func language(tag string) string {
	var d designer.Draft
	if d.Set("language", tag) != nil {
		return ""
	}
	return d.Language
}

// line and text are what may be written of an answer. Answers are clean since
// the border; a draft made by other code may not be.
func line(s string) string {
	s, _ = clean.Line(s)
	return strings.TrimSpace(s)
}

func text(s string) string {
	s, _ = clean.Text(s)
	return strings.TrimSpace(s)
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
