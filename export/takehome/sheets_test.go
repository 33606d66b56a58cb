// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package takehome

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"insignia/designer"
	"insignia/export/rows"
	"insignia/internal/locale"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// two are badges with everything that a table or a calendar could stumble over.
func two() []shown {
	one := designer.Draft{Meta: designer.Meta{ID: id(1), Revision: 7, Updated: aDay}, Name: "Bike \"buddy\", first rank; =1+1", Kind: designer.KindSkill, Language: "en", Team: "=HYPERLINK(\"http://x\")"}
	one.Issuer = designer.Issuer{Name: "Kettenwerk", URL: "https://kettenwerk.example", Email: "@home"}
	one.Criteria = designer.Criteria{Steps: []designer.Step{{Text: "Fix a flat"}, {Text: "Show, don’t tell"}}, Evidence: "Photos:\n- before\n- after"}
	one.Next = designer.Next{Leads: []designer.Lead{{Name: "Coach"}, {URL: "https://x.example"}}, Action: "Ask the library whether it issues badges; bring the sheet, the picture and a pen", Owner: "Zoë, Ana", Due: "2026-04-01"}
	return []shown{{Badge: Badge{Draft: one, Problems: []designer.Problem{{Level: designer.Fault}, {Level: designer.Hint}}}, name: one.Name, folder: "bike-buddy"},
		{Badge: Badge{Draft: designer.Draft{Meta: designer.Meta{ID: id(2)}, Next: designer.Next{Due: "2026-12-31"}}}, name: "Badge without a name", folder: "badge"},
		{Badge: Badge{Draft: designer.Draft{Meta: designer.Meta{ID: id(3)}, Next: designer.Next{Due: "2026-02-30"}}}, name: "No such day", folder: "badge-2"}}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is now\n%s", name, got)
	}
}

func TestTheTableAndTheCalendarStayAsTheyAre(t *testing.T) {
	for _, tag := range locale.Languages() {
		golden(t, "overview."+tag+".csv", table(locale.For(tag), two()))
		golden(t, "next-steps."+tag+".ics", calendar(locale.For(tag), two()))
	}
}

// cells reads a table the way a program does that expects this separator.
func cells(t *testing.T, b []byte, comma rune) [][]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte(rows.BOM))))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, comma != ',', -1
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func FuzzTable(f *testing.F) {
	for _, s := range []string{"=1", "a\"b", "a\r\nb", "x;=1", "\";=1", "a\n=1", "\xff=1", "\ufeff=1", "'=1", ",=1", "\"\n=1"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		d := designer.Draft{Team: a, Name: b, Criteria: designer.Criteria{Evidence: a + b, Steps: []designer.Step{{Text: b}}}}
		out := table(locale.For("en"), []shown{{Badge: Badge{Draft: d}, name: b, folder: "x"}})
		found := cells(t, out, ',')
		if len(found) != 2 || len(found[0]) != 17 || len(found[1]) != 17 {
			t.Fatalf("%d rows", len(found))
		}
		for i, want := range []string{tidy(a), tidy(b)} {
			if got := found[1][i]; got != rows.Harmless(want) {
				t.Errorf("%q reads back as %q", want, got)
			}
			if strings.ReplaceAll(found[1][i], "'", "") != strings.ReplaceAll(want, "'", "") {
				t.Errorf("%q lost something: %q", want, found[1][i])
			}
		}
		for _, row := range found {
			for _, c := range row {
				if first := strings.TrimLeft(c, " \u00a0"); first != "" && strings.ContainsRune("=+-@\t\r", rune(first[0])) {
					t.Errorf("a cell is %q", c)
				}
			}
		}
	})
}

// A program that takes a semicolon or a tab for the separator finds other
// cells, none of which it obeys.
func TestNoCellIsAFormulaWhateverTheSeparator(t *testing.T) {
	d := designer.Draft{Team: `x";=1+1;"`, Name: "a;=2", Criteria: designer.Criteria{Evidence: "q\"\n=3\n;+4\t@5"}}
	out := table(locale.For("en"), []shown{{Badge: Badge{Draft: d}, name: "x", folder: "x"}})
	for _, piece := range strings.FieldsFunc(strings.TrimPrefix(string(out), rows.BOM), func(r rune) bool { return r == ';' || r == '\t' || r == '\n' || r == '\r' }) {
		if c := strings.TrimLeft(piece, ` "`); c != "" && strings.ContainsRune("=+-@", rune(c[0])) {
			t.Errorf("a cell is %q", piece)
		}
	}
}

// unfold puts the lines of a calendar together again.
func unfold(t *testing.T, b []byte) []string {
	t.Helper()
	if !bytes.HasSuffix(b, []byte("\r\n")) {
		t.Error("the last line has no end")
	}
	var out []string
	for line := range strings.SplitSeq(strings.TrimSuffix(string(b), "\r\n"), "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
		if strings.ContainsAny(line, "\r\n") {
			t.Errorf("half a line end in %q", line)
		}
		if rest, ok := strings.CutPrefix(line, " "); ok && len(out) > 0 {
			out[len(out)-1] += rest
			continue
		}
		out = append(out, line)
	}
	return out
}

func unescape(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n", `\N`, "\n").Replace(s)
}

func FuzzCalendar(f *testing.F) {
	for _, s := range []string{"Ask, then; do\\it", strings.Repeat("ñ", 99), strings.Repeat("👩‍🚀", 40), "a\nb\r\nc", "END:VEVENT\nBEGIN:VALARM", " x", "\\n", "x\x00y"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, action, owner string) {
		d := designer.Draft{Meta: designer.Meta{ID: id(1), Updated: aDay}, Name: "B", Next: designer.Next{Action: action, Owner: owner, Due: "2026-04-01"}}
		b := calendar(locale.For("en"), []shown{{Badge: Badge{Draft: d}, name: "B"}})
		if utf8.ValidString(action) && utf8.ValidString(owner) {
			for line := range bytes.SplitSeq(b, []byte("\r\n")) {
				if !utf8.Valid(line) {
					t.Errorf("a character is split: %q", line)
				}
			}
		}
		lines := unfold(t, b)
		var names []string
		for _, l := range lines {
			name, value, _ := strings.Cut(l, ":")
			names = append(names, name)
			if name == "SUMMARY" && action != "" {
				if got, want := unescape(value), tidy(action)+" (B)"; got != want {
					t.Errorf("%q reads back as %q", want, got)
				}
			}
		}
		want := []string{"BEGIN", "VERSION", "PRODID", "BEGIN", "UID", "DTSTAMP", "SEQUENCE", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION", "TRANSP", "END", "END"}
		if owner == "" {
			want = slices.Delete(want, 10, 11)
		}
		if !slices.Equal(names, want) {
			t.Errorf("the calendar is %q", lines)
		}
	})
}

func TestACalendarWithoutDaysIsNone(t *testing.T) {
	if b := calendar(locale.For("en"), two()[2:]); b != nil {
		t.Errorf("%s", b)
	}
}

// What an overview has of a badge, Read gives back; the apostrophes that keep
// a spreadsheet from obeying are gone.
func TestTheTableReadsBack(t *testing.T) {
	for _, tag := range locale.Languages() {
		want := two()[0].Draft
		got, err := rows.Read(table(locale.For(tag), two()))
		if err != nil || len(got.Problems) > 1 || len(got.Drafts) != 2 {
			t.Fatalf("%s: %+v, %v", tag, got, err)
		}
		// The last row's day does not exist, and is told.
		if len(got.Problems) != 1 || got.Problems[0].Row != 4 {
			t.Errorf("%s: problems %v", tag, got.Problems)
		}
		if got.Language != tag || len(got.Notes(locale.For(tag))) != 0 {
			t.Errorf("%s: language %q, notes %v", tag, got.Language, got.Notes(locale.For(tag)))
		}
		want.Meta = designer.Meta{}
		if d := got.Drafts[0].Draft; !reflect.DeepEqual(d, want) {
			t.Errorf("%s: read %+v\nwant %+v", tag, d, want)
		}
	}
}
