// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import "insignia/designer"

// moodle is Moodle itself, from 4.x on. Nothing but a restored course brings a
// badge in, so there is no body; the form is three pages.
var moodle = Platform{
	ID: designer.PlatformMoodle, Name: "Moodle",
	Help: "https://docs.moodle.org/en/Using_badges",
	Source: []string{
		"moodle/moodle 5.x: public/badges/classes/form/badge.php, public/lang/en/badges.php",
		"moodle/moodle 4.x: badges/alignment_form.php",
	},
	Checked: "2026-11-23", Again: "2027-11-23",
	// A square of at least 300 pixels, at most 256 KiB, no SVG; it keeps 512.
	Picture: Picture{Side: 512, Bytes: 262_144},
	Angles:  AnglesOfPHP,
	Fields: []Field{
		{ID: "name", Part: Name, Limit: 255, Required: true}, // 1,333 since 4.5
		{ID: "version", Part: Version},
		{ID: "language", Part: Installed, Choose: true},
		{ID: "description", Part: Description, Required: true},
		{ID: "image", Part: Image, Required: true},
		{ID: "caption", Part: Caption},
		{ID: "tags", Part: Tags, Limit: 50, Joined: true},
		{ID: "issuer", Part: IssuerName, Under: "issuer-details", Limit: 255, Required: true},
		{ID: "contact", Part: IssuerEmail, Under: "issuer-details"},
		{ID: "expiry", Part: Validity, Under: "badge-expiry", Choose: true},
		{ID: "criteria", Part: Plain, Under: "criteria-page"},
		{ID: "alignment", Part: Alignment, Under: "alignment-page", Rows: []Row{
			{ID: "target-name", Member: TargetName, Limit: 255},
			{ID: "target-url", Member: TargetURL, Limit: 255},
			{ID: "target-framework", Member: TargetFramework, Limit: 255},
			{ID: "target-code", Member: TargetCode, Limit: 255},
			{ID: "target-description", Member: TargetDescription},
		}},
	},
	Lacks: []string{"criteria.url"},
	Steps: 7,
}
