// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package takehome

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"insignia/designer"
	"insignia/designer/lint"
	"insignia/designer/sample"
	"insignia/export"
	"insignia/export/answers"
	"insignia/export/check"
	"insignia/internal/locale"
	"insignia/render"
)

var aDay = time.Date(2026, 3, 14, 9, 30, 0, 0, time.UTC)

// id is the nth id of a test: always the same one.
func id(n int) string { return fmt.Sprintf("%08x-0000-4000-8000-000000000000", n) }

// badges are n badges made from the samples, in both languages, each another.
func badges(n int) []Badge {
	var out []Badge
	for i := range n {
		names := sample.Names()
		d, _ := sample.Load(names[i%len(names)], []string{"en", "es"}[i/len(names)%2])
		d.Meta = designer.Meta{ID: id(i), Revision: i + 1, Created: aDay, Updated: aDay.Add(time.Duration(i) * time.Hour)}
		d.Team = fmt.Sprintf("Table %d", 9-i%5)
		if i%2 == 0 {
			d.Next.Due = fmt.Sprintf("2026-04-%02d", 28-i)
		}
		out = append(out, Badge{d, render.Of(d), lint.Check(d)})
	}
	return out
}

var workshop = designer.Workshop{Meta: designer.Meta{ID: id(0xaaa), Revision: 1, Created: aDay, Updated: aDay},
	Title: "Badges for the library", Date: "2026-03-14", Place: "Bücherhalle", Language: "en", Teams: []string{"Table 9", "Table 5"}}

func files(t testing.TB, tag string, in Input) (map[string][]byte, []string, []Taken) {
	t.Helper()
	all, taken, err := Files(locale.For(tag), in)
	if err != nil {
		t.Fatal(err)
	}
	m := map[string][]byte{}
	var names []string
	for _, f := range all {
		if _, twice := m[f.Name]; twice {
			t.Errorf("%s is there twice", f.Name)
		}
		m[f.Name], names = f.Bytes, append(names, f.Name)
	}
	return m, names, taken
}

func TestAPileHasEverythingOfEveryBadge(t *testing.T) {
	in := Input{Workshops: []designer.Workshop{workshop}, Badges: badges(12)}
	got, _, taken := files(t, "en", in)
	for _, name := range []string{"what-next.html", "booklet.html", "overview.csv", "next-steps.ics", "workshop.json"} {
		if len(got[name]) == 0 {
			t.Errorf("%s is missing", name)
		}
	}
	if len(taken) != 12 {
		t.Fatalf("%d badges", len(taken))
	}
	for _, b := range taken {
		if b.Unmade != nil {
			t.Errorf("%s: %v", b.Folder, b.Unmade)
		}
		for _, name := range []string{"draft.json", "badge.json", "issuer.json", "badge-300.png", "badge-600.png", "badge.svg", "sheet.html"} {
			if len(got[b.Folder+"/"+name]) == 0 {
				t.Errorf("%s of %s is missing", name, b.Folder)
			}
		}
		r, err := answers.Read(got[b.Folder+"/draft.json"])
		if err != nil || r.Draft.ID != b.ID {
			t.Errorf("the draft of %s reads back as %s, %v", b.Folder, r.Draft.ID, err)
		}
		for name, kind := range map[string]string{"badge.json": check.BadgeClass, "issuer.json": check.Profile} {
			if r := check.Check(got[b.Folder+"/"+name]); r.Kind != kind || !r.OK() {
				t.Errorf("%s of %s: %+v", name, b.Folder, r)
			}
		}
	}
	if len(got) != 5+12*7 {
		t.Errorf("there are %d files", len(got))
	}
}

func TestTheSameDraftsGiveTheSameBytesInWhateverOrder(t *testing.T) {
	all := badges(6)
	pack := func(b []Badge) []byte {
		f, _, err := Files(locale.For("es"), Input{Workshops: []designer.Workshop{workshop}, Badges: b})
		if err != nil {
			t.Fatal(err)
		}
		z, err := export.Zip(f)
		if err != nil {
			t.Fatal(err)
		}
		return z
	}
	want := pack(all)
	for range 3 {
		mixed := slices.Clone(all)
		rand.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if !bytes.Equal(pack(mixed), want) {
			t.Fatal("the bytes differ")
		}
	}
}

func TestBadgesLieInTheOrderOfTeamsAndNoFolderIsAnothers(t *testing.T) {
	var in Input
	in.Workshops = []designer.Workshop{workshop}
	for i, c := range [][2]string{{"Bike", "Table 1"}, {"Árbol", "Table 5"}, {"bike", "Table 5"}, {"", "Table 9"}, {"CON", ""}, {"Bike-2", ""}, {"Bike", ""}, {"Bike 2", "Table 1"}} {
		d := designer.Draft{Meta: designer.Meta{ID: id(i)}, Name: c[0], Team: c[1]}
		in.Badges = append(in.Badges, Badge{Draft: d, Picture: render.Of(d)})
	}
	_, names, taken := files(t, "en", in)
	var got []string
	for _, b := range taken {
		got = append(got, b.Team+"/"+b.Folder)
	}
	want := []string{"Table 9/badge", "Table 5/arbol", "Table 5/bike", "/bike-2", "/bike-2-2", "/con-badge", "Table 1/bike-3", "Table 1/bike-2-3"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	seen := map[string]bool{}
	for _, n := range names {
		if low := strings.ToLower(n); seen[low] {
			t.Errorf("%s is there twice", n)
		} else {
			seen[low] = true
		}
	}
}

type broken struct{ export.Picture }

func (broken) PNG(int) ([]byte, error) { return nil, &designer.Error{Code: "bad-size"} }
func (broken) Alt() string             { return "" }
func (broken) SVG() ([]byte, error)    { return nil, &designer.Error{Code: "bad-size"} }

type noPNG struct{ export.Picture }

func (noPNG) PNG(int) ([]byte, error) { return nil, errors.New("no room") }

func TestABadgeThatCannotBeMadeIsTakenWithItsAnswersAndThePageSaysWhy(t *testing.T) {
	all := badges(4)
	all[0].Picture = broken{}
	all[1].Picture = noPNG{all[1].Picture}
	all[2].Draft.ID = "no-id"
	got, _, taken := files(t, "en", Input{Badges: all})
	bad := 0
	for _, b := range taken {
		for _, name := range []string{"draft.json", "sheet.html"} {
			if len(got[b.Folder+"/"+name]) == 0 {
				t.Errorf("%s of %s is missing", name, b.Folder)
			}
		}
		_, made := got[b.Folder+"/badge.json"]
		if made == (b.Unmade != nil) {
			t.Errorf("%s: %v, badge.json is there: %v", b.Folder, b.Unmade, made)
		}
		if b.Unmade != nil {
			bad++
		}
	}
	if bad != 3 {
		t.Errorf("%d badges could not be made", bad)
	}
	w := locale.For("en")
	page := string(got["what-next.html"])
	if n := strings.Count(page, w.T("takehome.next.unmade")); n != 3 {
		t.Errorf("the page says it %d times", n)
	}
	if !strings.Contains(page, "no room") {
		t.Error("the page does not say why")
	}
}

func TestAnEmptyDraftAndAnEmptyPileAreTakenToo(t *testing.T) {
	d := designer.Draft{Meta: designer.Meta{ID: id(1)}}
	got, _, taken := files(t, "es", Input{Badges: []Badge{{d, render.Of(d), lint.Check(d)}}})
	if taken[0].Unmade != nil || taken[0].Open == 0 || got["badge/badge.json"] == nil || got["next-steps.ics"] != nil || got["workshop.json"] != nil {
		t.Errorf("%+v", taken)
	}
	got, _, taken = files(t, "es", Input{})
	if len(taken) != 0 || len(got["what-next.html"]) == 0 || len(got["overview.csv"]) == 0 {
		t.Errorf("%d badges, %d files", len(taken), len(got))
	}
}

func TestAPileSpeaksTheLanguageOfItsWorkshop(t *testing.T) {
	ws := workshop
	for _, c := range []struct{ program, of, want string }{{"en", "es", "es"}, {"es", "en-GB", "en"}, {"es", "", "es"}, {"es", "qu", "es"}} {
		ws.Language = c.of
		got, _, _ := files(t, c.program, Input{Workshops: []designer.Workshop{ws}, Badges: badges(1)})
		if !bytes.Contains(got["what-next.html"], []byte(`<html lang="`+c.want+`">`)) {
			t.Errorf("%+v: the page is in another language", c)
		}
	}
}

func TestSeveralWorkshopsAreCarriedAlong(t *testing.T) {
	one, two, three := workshop, workshop, workshop
	two.Title, two.ID, three.Title, three.ID = "Zwei", id(2), "ZWEI", id(3)
	got, _, _ := files(t, "en", Input{Workshops: []designer.Workshop{one, two, three}, Badges: badges(1)})
	for _, name := range []string{"workshop-badges-for-the-library.json", "workshop-zwei.json", "workshop-zwei-2.json"} {
		if got[name] == nil {
			t.Errorf("%s is missing", name)
		}
	}
	if bytes.Contains(got["what-next.html"], []byte(one.Title)) {
		t.Error("one of several names the pile")
	}
}

func TestThePageRunsNothingAndFetchesNothing(t *testing.T) {
	in := Input{Workshops: []designer.Workshop{workshop}, Badges: badges(4)}
	evil := `</style><script>alert(1)</script><img src="https://evil.example/x.png" onerror=alert(1)>`
	d := &in.Badges[1].Draft
	d.Name, d.Team, d.Next.Action, d.Next.Owner, d.Issuer.URL = evil, evil, evil, `javascript:alert(1)`, evil
	in.Badges[1].Problems = lint.Check(*d)
	in.Workshops[0].Title = evil
	got, _, _ := files(t, "en", in)
	page := string(got["what-next.html"])
	for _, bad := range []string{"<script", "<img src=\"http", "onerror=alert(1)>", "url(", "@import", "<link", "</style><"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
	if strings.Count(page, "<img ") != 4 || strings.Count(page, `src="data:image/svg&#43;xml;base64,`) != 4 {
		t.Error("not every picture lies in the page")
	}
}

func TestTheNextStepsStandByTheirDate(t *testing.T) {
	var in Input
	for i, due := range []string{"", "2026-05-01", "2026-04-01", "soon"} {
		d := designer.Draft{Meta: designer.Meta{ID: id(i)}, Name: fmt.Sprint("Badge ", i)}
		d.Next.Due, d.Next.Owner, d.Next.Action = due, "Ana", "Ask the library"
		in.Badges = append(in.Badges, Badge{Draft: d, Picture: render.Of(d)})
	}
	got, _, _ := files(t, "en", in)
	page := string(got["what-next.html"])
	table := page[strings.Index(page, "<tbody>"):strings.Index(page, "</tbody>")]
	at := -1
	for _, s := range []string{"Badge 2", "1 April 2026", "Badge 1", "1 May 2026", "Badge 3", "soon", "Badge 0"} {
		i := strings.Index(table, s)
		if i <= at {
			t.Errorf("%q stands at %d, after %d", s, i, at)
		}
		at = i
	}
}

func TestEveryOpenPointIsOnThePageWithItsRemedy(t *testing.T) {
	all := badges(2)
	all[0].Draft.Criteria = designer.Criteria{}
	all[0].Problems = lint.Check(all[0].Draft)
	for _, tag := range locale.Languages() {
		w := locale.For(tag)
		got, _, taken := files(t, tag, Input{Badges: all})
		page := string(got["what-next.html"])
		for _, p := range all[0].Problems {
			x := inWords(w, p)
			for _, s := range []string{x.What, x.Fix} {
				if !strings.Contains(page, htmlText(s)) {
					t.Errorf("%s: %q is not on the page", tag, s)
				}
			}
		}
		if strings.ContainsAny(page, "[]{}") && strings.Contains(page[strings.Index(page, "<body>"):], "[") {
			t.Errorf("%s: a sentence without words", tag)
		}
		if taken[0].Open+taken[1].Open == 0 {
			t.Error("nothing counts as open")
		}
	}
}

func htmlText(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "+", "&#43;").Replace(s)
}

// A pile's names are read by people and by systems with few letters.
func TestNamesAreSafeEverywhere(t *testing.T) {
	in := Input{Workshops: []designer.Workshop{workshop}}
	for i, name := range []string{"../../etc", `a\b:c*?"<>|`, "nul", "日本語", strings.Repeat("x", 400), " . ", "aux.txt"} {
		d := designer.Draft{Meta: designer.Meta{ID: id(i)}, Name: name}
		in.Badges = append(in.Badges, Badge{Draft: d, Picture: render.Of(d)})
	}
	_, names, _ := files(t, "en", in)
	for _, n := range names {
		if strings.Trim(strings.ToLower(n), "abcdefghijklmnopqrstuvwxyz0123456789-./") != "" || path.Clean(n) != n || len(n) > 80 {
			t.Errorf("%q", n)
		}
	}
}

func BenchmarkTwelveBadges(b *testing.B) {
	in := Input{Workshops: []designer.Workshop{workshop}, Badges: badges(12)}
	dir := b.TempDir()
	for i := 0; b.Loop(); i++ {
		for j := range in.Badges {
			in.Badges[j].Picture = render.Of(in.Badges[j].Draft)
		}
		files, _, err := Files(locale.For("en"), in)
		if err == nil {
			err = export.Place(path.Join(dir, fmt.Sprint(i)), files, false)
		}
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for _, f := range files {
			n += len(f.Bytes)
		}
		b.ReportMetric(float64(n), "bytes")
	}
}
