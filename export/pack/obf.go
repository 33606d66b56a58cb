// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import "insignia/designer"

// obf is Open Badge Factory. It publishes what it takes of a picture, and of
// its texts no limits: theirs here are those of the tightest form that is
// known (Open Educational Badges), with which a badge fits every platform.
var obf = Platform{
	ID: designer.PlatformOBF, Name: "Open Badge Factory",
	Help: "https://support.openbadgefactory.com/en/support/solutions/articles/80001152810-creating-a-new-badge",
	Source: []string{
		"support.openbadgefactory.com 80001152810",
		"openbadgefactory/moodle-local_obf 9b34530: classes/client.php, classes/badge.php",
	},
	Checked: "2026-11-23", Again: "2027-11-23",
	English: true,
	// 100 to 300 pixels, 200 recommended, under 250 kB.
	Picture: Picture{Side: 200, Bytes: 249_999},
	Angles:  AnglesOfDjango,
	Fields: []Field{
		{ID: "image", Part: Image, Required: true},
		{ID: "language", Part: Language, Required: true, Choose: true},
		{ID: "name", Part: Name, Limit: 60, Required: true},
		{ID: "description", Part: Description, Limit: 700, Required: true},
		{ID: "criteria", Part: Markdown, Required: true},
		{ID: "tags", Part: Tags, Limit: 50},
		{ID: "expiry", Part: Validity, Under: "issuing", Choose: true},
	},
	Bodies: []Body{{"body-v2", []Key{
		{Name: "image", Field: "image"},
		{Name: "primary_language", Field: "language"},
		{Name: "content", List: true, In: []Key{
			{Name: "language", Field: "language"},
			{Name: "name", Field: "name"},
			{Name: "description", Field: "description"},
			{Name: "criteria", Field: "criteria"},
			{Name: "tag", Field: "tags", Always: true},
		}},
		{Name: "category", Is: []string{}},
		{Name: "expires", Is: 0},
		{Name: "draft", Is: true},
	}}},
	Lacks: []string{"criteria.url", "alignment", "version", "look.alt"},
	Steps: 6,
}
