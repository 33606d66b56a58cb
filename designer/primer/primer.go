// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package primer is the introduction to open badges that comes before the
// exercise: which pages it has, in which order, what each points at and how
// long it takes to talk about. It speaks in ids; the sentences are words, so
// that a language is a file, and how a page is drawn is for whoever shows it.
package primer

import (
	"slices"

	"insignia/designer"
)

// Page is one thought.
//
// Its words are "intro.<ID>.title", in which {name} is the sample's, the
// paragraphs "intro.<ID>.text.1" and on,
// and for whoever leads the room "intro.<ID>.say" and "intro.<ID>.ask".
type Page struct {
	ID         string
	Paragraphs int
	// Groups are what the page's figure points at, in reading order. Their
	// words are "intro.part.<part>", below it "intro.part.<part>.about", and
	// where it is somebody, "intro.part.<part>.does".
	Groups  []Group
	Minutes int // to show it, tell it and hear the room
}

// Group is some parts of a figure under a title of their own; ID is "" where
// there is one group and no title. Its words are "intro.group.<ID>".
type Group struct {
	ID    string
	Parts []string
}

// Parts returns the parts of all groups.
func (p Page) Parts() []string {
	var out []string
	for _, g := range p.Groups {
		out = append(out, g.Parts...)
	}
	return out
}

// The pages by their ids.
const (
	What     = "what"
	Inside   = "inside"
	Travel   = "travel"
	Pathways = "pathways"
	Worth    = "worth"
	Example  = "example"
	More     = "more"
)

var pages = []Page{
	{ID: What, Paragraphs: 2, Minutes: 3, Groups: one("front", "meaning", "voice")},
	// A BadgeClass has name, description, image, criteria and issuer; the
	// Assertion adds recipient, issuedOn and evidence (Open Badges 2.0).
	{ID: Inside, Paragraphs: 1, Minutes: 3, Groups: []Group{
		{"design", []string{"picture", "name", "description", "criteria", "issuer"}},
		{"award", []string{"holder", "date", "evidence"}},
	}},
	// Hosted and signed verification of Open Badges 2.0; 3.0 is signed.
	{ID: Travel, Paragraphs: 2, Minutes: 3, Groups: one("giver", "earner", "reader")},
	{ID: Pathways, Paragraphs: 1, Minutes: 3, Groups: one("stones", "collection", "constellation")},
	{ID: Worth, Paragraphs: 0, Minutes: 4, Groups: one("wanted", "trusted", "clear", "shown", "opens")},
	{ID: Example, Paragraphs: 0, Minutes: 5, Groups: one("by", "why", "how", "next")},
	{ID: More, Paragraphs: 1, Minutes: 1, Groups: one("standard", "two", "three", "here")},
}

func one(parts ...string) []Group { return []Group{{Parts: parts}} }

// Pages returns the pages in order.
func Pages() []Page { return slices.Clone(pages) }

// Minutes is how long all of it takes.
func Minutes() int {
	n := 0
	for _, p := range pages {
		n += p.Minutes
	}
	return n
}

// Addresses of the page More, to be typed later: the standard and its two
// forms in use, at 1EdTech, who keeps it. Read 2026-11.
var addresses = map[string]string{
	"standard": "1edtech.org/standards/open-badges",
	"two":      "imsglobal.org/spec/ob/v2p0",
	"three":    "imsglobal.org/spec/ob/v3p0",
}

// Address is what to type to learn more about a part of the page More, "" for
// what this program has itself.
func Address(part string) string { return addresses[part] }

// Sample names the bundled badge whose picture is shown and that is the good
// example.
const Sample = "bike-repair-buddy"

// Answer is what d answers in a part of the page Example, and the question
// that it answers: the weak twin of the answer is among that question's words.
func Answer(d designer.Draft, part string) (string, designer.Question) {
	switch part {
	case "by":
		return d.Issuer.Name, designer.AskIssuer
	case "why":
		return d.Why.Earner, designer.AskWhy
	case "how":
		if len(d.Criteria.Steps) > 0 {
			return d.Criteria.Steps[0].Text, designer.AskCriteria
		}
		return "", designer.AskCriteria
	}
	if len(d.Next.Leads) > 0 {
		return d.Next.Leads[0].Name, designer.AskNext
	}
	return "", designer.AskNext
}
