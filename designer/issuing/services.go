// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package issuing

import "slices"

// Service is somebody who takes a design, or software that one runs oneself.
// What there is to know of it is "suits.service.<ID>".
type Service struct {
	ID   string
	Name string
	// AsOf is the month, YYYY-MM, of the page or source that the facts come
	// from; where that has no date, the month in which it was read.
	AsOf   string
	routes []string
	only   string // the one answer to Who that it is for, "" for all
	facts  map[Feature]fact
}

// fact is what is known of a feature: nothing, unless somebody has read it.
type fact int

const (
	unknown fact = iota
	yes
	no
)

// services are examples. Each fact has its source; what no source says stays
// unknown, so that people are told to ask. Leave out a service rather than
// guess. Software that one runs oneself costs nothing and is hosted where one
// hosts it.
var services = []Service{
	// API: docs.api.accredible.com.
	{ID: "accredible", Name: "Accredible", AsOf: "2026-11", routes: []string{Platform, Program}, facts: map[Feature]fact{API: yes}},
	// Form with a summary of 140 characters: badgelist.com/help.
	{ID: "badgelist", Name: "Badge List", AsOf: "2026-11", routes: []string{Platform}},
	// Form; badges are copied from its own library: its help pages.
	{ID: "badgecraft", Name: "Badgecraft", AsOf: "2026-11", routes: []string{Platform}},
	// API and picture of 600 pixels and more: credly.com/docs, credlyissuer.zendesk.com 360027660152.
	{ID: "credly", Name: "Credly", AsOf: "2026-11", routes: []string{Platform, Program}, facts: map[Feature]fact{API: yes}},
	// Template pasted as JSON, earners as CSV, run by oneself in containers, MIT:
	// github.com/digitalcredentials/dcc-admin-dashboard, README and GETTING_STARTED.
	{ID: "dcc", Name: "DCC Admin Dashboard", AsOf: "2026-11", routes: []string{Signed, Program},
		facts: map[Feature]fact{Free: yes, List: yes, API: yes, Wallet: yes, Europe: yes}},
	// Institutions connected to SURF; costs by sector: surf.nl/veelgestelde-vragen-0. Open Badges 2.0
	// with extensions, through a web interface and an API: github.com/edubadges/edubadges-server 9a89bd0.
	{ID: "edubadges", Name: "edubadges", AsOf: "2026-06", routes: []string{Platform, Program}, only: "dutch", facts: map[Feature]fact{API: yes}},
	// Badges in core, licence GPL, where one hosts it oneself: moodledev.io/docs/5.2/apis/subsystems/badges.
	{ID: "moodle", Name: "Moodle", AsOf: "2026-11", routes: []string{Moodle}, facts: map[Feature]fact{Free: yes, List: yes, Europe: yes, Wallet: no}},
	// Lists by CSV and API with Pro: support.openbadgefactory.com 80001174835 (2025-04), local_obf v2.0.0
	// (2025-12); plans: openbadgefactory.com/en/pricing.
	{ID: "obf", Name: "Open Badge Factory", AsOf: "2025-12", routes: []string{Platform, Program}, facts: map[Feature]fact{List: yes, API: yes}},
	// API of organisations: api-docs.open-badge.eu.
	{ID: "open-badge-eu", Name: "open-badge.eu", AsOf: "2026-11", routes: []string{Platform, Program}, facts: map[Feature]fact{API: yes}},
	// Wizard and API for verified issuers: mint-o-badges/badgr-server 63ae61d (2026-01); a server of
	// Open Badges 3.0, carried on by mycelia: their report for 2026 (2026-01).
	{ID: "oeb", Name: "Open Educational Badges", AsOf: "2026-01", routes: []string{Platform, Program, Signed}, facts: map[Feature]fact{API: yes, Wallet: yes}},
	// No new free issuers: guides.instructure.com 1571646; lists: community.canvaslms.com ta-p/528741;
	// servers in the EU: developerdocs.instructure.com/services/parchment-digital-badges.
	{ID: "parchment", Name: "Parchment Digital Badges", AsOf: "2026-11", routes: []string{Platform, Program},
		facts: map[Feature]fact{Free: no, List: yes, API: yes, Europe: yes}},
}

// Services returns all of them.
func Services() []Service { return slices.Clone(services) }

// Latest is the month of the newest fact.
func Latest() string {
	out := ""
	for _, s := range services {
		out = max(out, s.AsOf)
	}
	return out
}
