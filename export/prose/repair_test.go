// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package prose

import (
	"slices"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/internal/locale"
)

// damaged is a report with everything in it.
var damaged = designer.Mending{Path: "/home/ana/b.db", Aside: "/home/ana/b.db.damaged-20260509T103000Z", Backup: "/home/ana/b.db.backups/x.db",
	Found: []designer.Found{
		{Shelf: "drafts", Name: "Bike", From: designer.FromFile, Revision: 3, Had: 3},
		{Shelf: "drafts", Name: "Soup", From: designer.FromBackup, Revision: 2, Had: 3},
		{Shelf: "drafts", Name: "Map\x1b[2J", From: designer.FromMirror, Revision: 2, Had: 6},
		{Shelf: "drafts", From: designer.FromNone, Had: 1},
		{Shelf: "drafts", Name: "Deleted", From: designer.FromBackup, Revision: 1, Had: 2, Gone: true},
		{Shelf: "workshops", Name: "Evening", From: designer.FromFile, Revision: 1, Had: 2},
		{Shelf: "issuers", Name: "Library", From: designer.FromNone, Had: 2},
	}}

func TestTheReportTellsWhatCameBackAndWhatDidNot(t *testing.T) {
	got := RepairOf(damaged, locale.For("en"))
	want := Repair{
		What:  "The file with your badges was damaged. It has been made again.",
		Back:  []string{"3 badges are there.", "1 workshop is there.", "1 of them comes from an earlier copy.", "1 of them comes from its plain file."},
		Lost:  "5 things are not as they were last saved:",
		Where: []string{"The damaged file lies untouched at " + damaged.Aside, "A report on it: " + damaged.Aside + ".report.json"},
		Items: []string{"“Soup”: the last save is missing", "“Map”: the last 4 saves are missing", "“Untitled badge”: nothing of it could be read",
			"Workshop: Evening: the last save is missing", "Issuer: Library: nothing of it could be read"},
	}
	if got.What != want.What || got.Lost != want.Lost || !slices.Equal(got.Back, want.Back) || !slices.Equal(got.Items, want.Items) || !slices.Equal(got.Where, want.Where) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
}

func TestNothingLostIsSaidAsPlainly(t *testing.T) {
	m := designer.Mending{Path: "b.db", Found: damaged.Found[:1]}
	got := RepairOf(m, locale.For("en"))
	if !strings.Contains(got.What, "gone") || !slices.Contains(got.Back, "All of it is as it was last saved.") || got.Lost != "" || len(got.Items)+len(got.Where) > 0 {
		t.Errorf("%+v", got)
	}
	m.Found = nil
	if got := RepairOf(m, locale.For("en")); !slices.Equal(got.Back, []string{"0 badges are there."}) || got.Lost != "" {
		t.Errorf("%+v", got)
	}
}

func TestTheBriefReportNamesAFew(t *testing.T) {
	got := RepairOf(damaged, locale.For("en")).Brief(locale.For("en"))
	if want := []string{"The file with your badges was damaged. It has been made again. 3 badges are there. " +
		"Not as last saved: “Soup”, “Map”, “Untitled badge” and 2 more.", "The damaged file lies untouched at " + damaged.Aside}; !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	got = RepairOf(designer.Mending{Found: damaged.Found[:1]}, locale.For("es")).Brief(locale.For("es"))
	if len(got) != 1 || !strings.HasSuffix(got[0], "Hay 1 insignia. Todo está como se guardó por última vez.") {
		t.Errorf("%q", got)
	}
}
