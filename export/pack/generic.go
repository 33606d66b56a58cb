// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import "insignia/designer"

// generic is any platform that has no table: its limits are what every form
// that is known takes, its pictures the two sizes that fit between them all
// but one, and its texts are plain.
var generic = Platform{
	ID: designer.PlatformGeneric, Name: "General",
	Source: []string{
		"mint-o-badges/badgr-ui e9298ec, moodle/moodle 5.x, concentricsky/badgr-server 2344c61",
		"support.openbadgefactory.com 80001152810, credlyissuer.zendesk.com 360027660152",
	},
	Checked: "2026-11-23", Again: "2027-11-23",
	// Open Badge Factory takes at most 300, Moodle at least 300, Credly at least 600.
	Picture: Picture{Side: 300, More: []int{600}, Bytes: 200_000, SVG: true},
	Angles:  AnglesOfPHP,
	Fields: []Field{
		{ID: "image", Part: Image, Required: true},
		{ID: "name", Part: Name, Limit: 60, Required: true},
		{ID: "description", Part: Description, Limit: 700, Required: true},
		{ID: "criteria", Part: Plain, Required: true},
		{ID: "criteria-url", Part: CriteriaURL, Limit: 254},
		{ID: "tags", Part: Tags, Limit: 50, Joined: true},
		{ID: "language", Part: Language, Choose: true},
		{ID: "caption", Part: Caption},
		{ID: "version", Part: Version},
		{ID: "expiry", Part: Validity, Choose: true},
		{ID: "issuer", Part: IssuerName, Limit: 255},
		{ID: "issuer-url", Part: IssuerURL, Limit: 254},
		{ID: "issuer-email", Part: IssuerEmail},
		{ID: "alignment", Part: Alignment, Rows: []Row{
			{ID: "target-name", Member: TargetName, Limit: 255},
			{ID: "target-url", Member: TargetURL, Limit: 255},
			{ID: "target-description", Member: TargetDescription},
			{ID: "target-framework", Member: TargetFramework, Limit: 255},
			{ID: "target-code", Member: TargetCode, Limit: 255},
		}},
	},
	Steps: 4,
}
