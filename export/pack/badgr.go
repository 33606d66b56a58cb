// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import "insignia/designer"

// badgr is Badgr's family: Canvas Badges and Canvas Credentials, now Parchment
// Digital Badges, and whoever runs badgr-server.
var badgr = Platform{
	ID: designer.PlatformBadgr, Name: "Badgr",
	Help: "https://guides.instructure.com/m/111837/l/1571644-creating-badges-as-an-issuer-in-badgr",
	Source: []string{
		"concentricsky/badgr-server 2344c61: apps/issuer/serializers_v1.py, serializers_v2.py, models.py, apps/mainsite/serializers.py",
		"guides.instructure.com 1571644",
	},
	Checked: "2026-11-23", Again: "2027-11-23",
	English: true,
	// It keeps 400 pixels; its own limit for bytes is none.
	Picture: Picture{Side: 400, Bytes: 250_000},
	Angles:  AnglesOfDjango,
	Fields: []Field{
		{ID: "image", Part: Image, Required: true},
		// The serializer of version 2 lets 1,024 pass, the column takes 255.
		{ID: "name", Part: Name, Limit: 255, Required: true},
		{ID: "description", Part: Description, Limit: 16384, Required: true},
		{ID: "criteria", Part: Markdown, Required: true},
		{ID: "criteria-url", Part: CriteriaURL, Limit: 254},
		{ID: "alignment", Part: Alignment, Under: "optional", Rows: []Row{
			{ID: "target-name", Member: TargetName},
			{ID: "target-url", Member: TargetURL, Limit: 2048},
			{ID: "target-description", Member: TargetDescription},
			{ID: "target-framework", Member: TargetFramework},
			{ID: "target-code", Member: TargetCode},
		}},
		{ID: "tags", Part: Tags, Under: "optional", Limit: 254},
		{ID: "expiration", Part: Validity, Under: "optional", Choose: true},
	},
	Bodies: []Body{
		{"body-v2", []Key{
			{Name: "name", Field: "name"},
			{Name: "description", Field: "description"},
			{Name: "image", Field: "image"},
			{Name: "criteriaNarrative", Field: "criteria"},
			{Name: "criteriaUrl", Field: "criteria-url"},
			{Name: "alignments", Field: "alignment", Each: []Key{
				{Name: "targetName", Of: TargetName},
				{Name: "targetUrl", Of: TargetURL},
				{Name: "targetDescription", Of: TargetDescription},
				{Name: "targetFramework", Of: TargetFramework},
				{Name: "targetCode", Of: TargetCode},
			}},
			{Name: "tags", Field: "tags"},
		}},
		{"body-v1", []Key{
			{Name: "name", Field: "name"},
			{Name: "description", Field: "description"},
			{Name: "image", Field: "image"},
			{Name: "criteria_text", Field: "criteria"},
			{Name: "criteria_url", Field: "criteria-url"},
			{Name: "alignment", Field: "alignment", Each: snakeTargets},
			{Name: "tags", Field: "tags"},
		}},
	},
	Lacks: []string{"language", "version", "look.alt"},
	Steps: 6,
}

// snakeTargets are the members of an alignment in version 1 of Badgr's API and
// in what was made of it.
var snakeTargets = []Key{
	{Name: "target_name", Of: TargetName},
	{Name: "target_url", Of: TargetURL},
	{Name: "target_description", Of: TargetDescription},
	{Name: "target_framework", Of: TargetFramework},
	{Name: "target_code", Of: TargetCode},
}
