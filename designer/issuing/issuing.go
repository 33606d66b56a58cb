// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package issuing knows the ways in which a finished design becomes a badge
// that people are awarded, what each of them needs, and a few services that
// take it. From five short answers it finds the ways that suit. It ranks and
// advertises nothing: services stand in the order of the alphabet, with what
// their own pages or source said of them, and when.
//
// It speaks in ids and names; the sentences are words.
package issuing

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Question is asked with its options; the words of both are "suits.ask.<ID>"
// and "suits.<ID>.<option>".
type Question struct {
	ID      string
	Options []string
}

// The questions by their ids.
const (
	Who   = "who"
	Have  = "have"
	Award = "award"
	Cost  = "cost"
	Must  = "must"
)

var questions = []Question{
	{Who, []string{"club", "school", "company", "dutch", "college"}},
	{Have, []string{"nothing", "website", "moodle", "both"}},
	{Award, []string{"hand", "list", "program"}},
	{Cost, []string{"free", "any"}},
	{Must, []string{"none", "wallet", "europe", "all"}},
}

// Questions returns the questions in the order in which they are asked.
func Questions() []Question { return slices.Clone(questions) }

// Answers are options by the ids of their questions.
type Answers map[string]string

// With returns a with one answer more; a stays as it is.
func (a Answers) With(question, option string) Answers {
	out := maps.Clone(a)
	if out == nil {
		out = Answers{}
	}
	out[question] = option
	return out
}

// Complete reports whether each question has one of its options.
func (a Answers) Complete() bool {
	for _, q := range questions {
		if !slices.Contains(q.Options, a[q.ID]) {
			return false
		}
	}
	return true
}

// Feature is something a service may or may not give.
type Feature string

// The features. Their words are "suits.feature.<feature>".
const (
	Free   Feature = "free"   // issuing costs nothing
	List   Feature = "list"   // a class list can be uploaded (CSV)
	API    Feature = "api"    // another program can award badges
	Wallet Feature = "wallet" // Open Badges 3.0
	Europe Feature = "europe" // hosted in the European Union
)

// Wants are the features that answers ask for.
func (a Answers) Wants() []Feature {
	var out []Feature
	add := func(is bool, f Feature) {
		if is {
			out = append(out, f)
		}
	}
	add(a[Cost] == "free", Free)
	add(a[Award] == "list", List)
	add(a[Award] == "program", API)
	add(a[Must] == "wallet" || a[Must] == "all", Wallet)
	add(a[Must] == "europe" || a[Must] == "all", Europe)
	return out
}

// Route is a kind of way from a design to an award. Its words are
// "suits.route.<ID>" with .why, .need and .give.
type Route struct {
	ID string
	// fits are the options that suit it, by question; a question that is not
	// there does not matter.
	fits map[string][]string
}

// The routes by their ids, in the order of how little they ask for.
const (
	Moodle   = "moodle"
	Website  = "website"
	Platform = "platform"
	Program  = "program"
	Signed   = "wallet"
)

var routes = []Route{
	// Moodle awards to people in a course, who are its class list. Its
	// documentation of badges knows Open Badges 2.0 and 2.1 (5.2, 2026).
	{Moodle, map[string][]string{Have: {"moodle", "both"}, Award: {"hand", "list"}, Must: {"none", "europe"}}},
	// One file for each award on the issuer's own website: hosted
	// verification (Open Badges 2.0). Open Badges 3.0 wants signing.
	{Website, map[string][]string{Have: {"website", "both"}, Award: {"hand", "program"}, Must: {"none", "europe"}}},
	{Platform, map[string][]string{Award: {"hand", "list"}}},
	{Program, map[string][]string{Award: {"program"}}},
	{Signed, map[string][]string{Must: {"wallet", "all"}}},
}

// Routes returns the routes in order.
func Routes() []Route { return slices.Clone(routes) }

// against is the first question whose answer speaks against r, "" for none.
func (r Route) against(a Answers) string {
	for _, q := range questions {
		if fits, ok := r.fits[q.ID]; ok && !slices.Contains(fits, a[q.ID]) {
			return q.ID
		}
	}
	return ""
}

// Miss is a route that does not suit, and the question whose answer says so.
type Miss struct {
	Route    Route
	Question string
}

// Find returns the routes that suit complete answers, at least one, and those
// that do not.
func Find(a Answers) (suit []Route, miss []Miss) {
	for _, r := range routes {
		if q := r.against(a); q != "" {
			miss = append(miss, Miss{r, q})
		} else {
			suit = append(suit, r)
		}
	}
	return suit, miss
}

// Example is a service that may do for a route, and what is asked for but not
// known of it.
type Example struct {
	Service Service
	Ask     []Feature
}

// Examples returns the services that r leads to and that are not known to
// lack what is asked for, by their names. A route that needs no service has
// none.
func Examples(r Route, a Answers) []Example {
	var out []Example
	for _, s := range services {
		if !slices.Contains(s.routes, r.ID) || s.only != "" && s.only != a[Who] {
			continue
		}
		e, lacks := Example{Service: s}, false
		for _, f := range a.Wants() {
			switch s.facts[f] {
			case no:
				lacks = true
			case unknown:
				e.Ask = append(e.Ask, f)
			}
		}
		if !lacks {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b Example) int {
		return cmp.Compare(strings.ToLower(a.Service.Name), strings.ToLower(b.Service.Name))
	})
	return out
}
