// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import "insignia/designer"

// oeb is Open Educational Badges (openbadges.education), which grew from
// Badgr's server. Criteria are a list there, each with a name and details.
var oeb = Platform{
	ID: designer.PlatformOEB, Name: "Open Educational Badges",
	Help: "https://openbadges.education/public/faq",
	Source: []string{
		"mint-o-badges/badgr-server 63ae61d: apps/issuer/serializers_v1.py, apps/mainsite/mixins.py",
		"mint-o-badges/badgr-ui e9298ec: badgeclass-edit-form.component.ts",
	},
	Checked: "2026-11-23", Again: "2027-11-23",
	English: true,
	// It keeps 600 pixels; its form takes 2 MB.
	Picture: Picture{Side: 600, Bytes: 250_000},
	Angles:  AnglesOfDjango,
	Fields: []Field{
		{ID: "category", Part: Kind, Required: true, Choose: true, Options: map[string]string{
			"none": "any", designer.KindSkill: "competency", designer.KindInterest: "participation",
			designer.KindMembership: "participation", designer.KindParticipation: "participation"}},
		{ID: "title", Part: Name, Limit: 60, Required: true},
		{ID: "hours", Part: Hours},
		{ID: "minutes", Part: Minutes},
		{ID: "description", Part: Description, Limit: 700, Required: true},
		{ID: "image", Part: Image, Required: true},
		{ID: "tags", Part: Tags, Limit: 50},
		{ID: "criteria", Part: Steps, Under: "award-criteria", Required: true, Rows: []Row{
			{ID: "criterion", Member: StepName, Limit: 50},
			{ID: "criterion-detail", Member: StepDetail, Limit: 300},
		}},
		{ID: "alignment", Part: Alignment, Under: "optional", Rows: []Row{
			{ID: "target-name", Member: TargetName},
			{ID: "target-url", Member: TargetURL, Limit: 2048},
			{ID: "target-description", Member: TargetDescription},
			{ID: "target-framework", Member: TargetFramework},
			{ID: "target-code", Member: TargetCode},
		}},
		{ID: "expiration", Part: Validity, Under: "optional", Choose: true},
	},
	Bodies: []Body{{"body-v1", []Key{
		{Name: "name", Field: "title"},
		{Name: "description", Field: "description"},
		{Name: "image", Field: "image"},
		// True is the default, and then asks for two extensions.
		{Name: "imageFrame", Is: false},
		{Name: "copy_permissions", Is: []string{"issuer"}},
		{Name: "criteria", Field: "criteria", Each: []Key{
			{Name: "name", Of: StepName},
			{Name: "description", Of: StepDetail, Always: true},
		}},
		{Name: "tags", Field: "tags"},
		{Name: "alignment", Field: "alignment", Each: snakeTargets},
	}}},
	Lacks: []string{"language", "criteria.url", "version", "look.alt"},
	Steps: 8,
}
