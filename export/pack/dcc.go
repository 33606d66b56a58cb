// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import "insignia/designer"

// dcc is the admin dashboard of the Digital Credentials Consortium. It takes a
// template of a credential of Open Badges 3.0, whose places in two braces it
// fills from a list of earners.
var dcc = Platform{
	ID: designer.PlatformDCC, Name: "Digital Credentials Consortium",
	Help: "https://github.com/digitalcredentials/dcc-admin-dashboard/blob/main/docs/GETTING_STARTED.md",
	Source: []string{
		"digitalcredentials/dcc-admin-dashboard 0187bbc: docs/GETTING_STARTED.md",
		"skybridgeskills/dcc-admin-dashboard 0e99d1c: src/collections/CredentialTemplates.ts, src/endpoints/getCredential.ts",
	},
	Checked: "2026-11-23", Again: "2027-11-23",
	English: true,
	Picture: Picture{Side: 300, Bytes: 100_000},
	Braces:  true,
	Fields: []Field{
		{ID: "title", Part: Name, Limit: 100, Min: 3, Required: true},
		{ID: "description", Part: Description, Limit: 1000},
		{ID: "template", Part: Template, Required: true},
	},
	Inside: []Field{
		{ID: "image", Part: Image},
		{ID: "achievement-id", Part: AchievementID},
		{ID: "achievement-type", Part: AchievementType},
		{ID: "achievement-name", Part: Name},
		{ID: "achievement-description", Part: Description},
		{ID: "criteria", Part: Markdown},
		{ID: "criteria-url", Part: CriteriaURL},
		{ID: "caption", Part: Caption},
		{ID: "issuer", Part: IssuerName},
		{ID: "issuer-url", Part: IssuerURL},
		{ID: "tags", Part: Tags},
		{ID: "alignment", Part: Alignment, Rows: []Row{
			{Member: TargetName}, {Member: TargetURL}, {Member: TargetDescription}, {Member: TargetFramework}, {Member: TargetCode},
		}},
	},
	Bodies: []Body{{"template", []Key{
		{Name: "@context", Is: []string{
			"https://www.w3.org/2018/credentials/v1",
			"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
		}},
		{Name: "type", Is: []string{"VerifiableCredential", "OpenBadgeCredential"}},
		{Name: "name", Field: "achievement-name"},
		{Name: "issuer", In: []Key{
			{Name: "type", Is: "Profile"},
			{Name: "name", Field: "issuer"},
			{Name: "url", Field: "issuer-url"},
		}},
		{Name: "credentialSubject", In: []Key{
			{Name: "type", Is: []string{"AchievementSubject"}},
			{Name: "name", Is: "{{ earnerName }}"},
			{Name: "achievement", In: []Key{
				{Name: "id", Field: "achievement-id"},
				{Name: "type", Is: []string{"Achievement"}},
				{Name: "name", Field: "achievement-name"},
				{Name: "description", Field: "achievement-description"},
				{Name: "criteria", In: []Key{
					{Name: "type", Is: "Criteria"},
					{Name: "id", Field: "criteria-url"},
					{Name: "narrative", Field: "criteria"},
				}},
				{Name: "achievementType", Field: "achievement-type"},
				{Name: "image", In: []Key{
					{Name: "id", Field: "image"},
					{Name: "type", Is: "Image"},
					{Name: "caption", Field: "caption"},
				}},
				{Name: "alignment", Field: "alignment", Each: []Key{
					{Name: "type", Is: []string{"Alignment"}},
					{Name: "targetName", Of: TargetName},
					{Name: "targetUrl", Of: TargetURL},
					{Name: "targetDescription", Of: TargetDescription},
					{Name: "targetFramework", Of: TargetFramework},
					{Name: "targetCode", Of: TargetCode},
				}},
				{Name: "tag", Field: "tags"},
			}},
		}},
	}}},
	Lacks: []string{"language", "version", "criteria.validity"},
	Steps: 6,
}
