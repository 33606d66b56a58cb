// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package ob3

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"image/png"
	"reflect"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/export"
	"insignia/export/ob2"
	"insignia/internal/frametest"
)

const id = "5f0c1d2e-3b4a-4c5d-8e6f-708192a3b4c5"

// flat is a picture of one colour.
type flat struct{}

func (flat) PNG(px int) ([]byte, error) {
	m := image.NewPaletted(image.Rect(0, 0, px, px), color.Palette{color.NRGBA{16, 42, 67, 255}})
	var b bytes.Buffer
	err := png.Encode(&b, m)
	return b.Bytes(), err
}

func (flat) Alt() string { return "All of it is dark blue" }

func (flat) SVG() ([]byte, error) { return nil, errors.New("not asked for") }

func real(t testing.TB) designer.Draft {
	d, ok := sample.Load("bike-repair-buddy", "en")
	if !ok {
		t.Fatal("no sample")
	}
	d.ID = id
	d.Issuer.URL, d.Issuer.Email = "https://kettenwerk.org/about?x=1#top", "badges@kettenwerk.org"
	return d
}

func write(t testing.TB, d designer.Draft, o export.Options) (map[string][]byte, []designer.Problem) {
	t.Helper()
	files, problems, err := Format.Files(d, flat{}, o)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range files {
		out[f.Name] = f.Bytes
	}
	return out, problems
}

func read(t testing.TB, doc []byte) achievement {
	t.Helper()
	var a achievement
	if err := json.Unmarshal(doc, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// pictureless takes the long line out, which package render's tests look at.
func pictureless(b []byte) string {
	var out []string
	for line := range strings.Lines(string(b)) {
		if strings.Contains(line, `"data:image/png;base64,`) {
			line = line[:strings.Index(line, "base64,")+7] + "…\",\n"
		}
		out = append(out, line)
	}
	return strings.Join(out, "")
}

func TestSamplesAreWrittenAsPeopleWouldReadThem(t *testing.T) {
	for _, name := range sample.Names() {
		for _, lang := range []string{"en", "es"} {
			d, _ := sample.Load(name, lang)
			d.ID = id
			files, _ := write(t, d, export.Options{Twins: true})
			frametest.Golden(t, name+"."+lang, pictureless(files["achievement.json"])+"\n"+pictureless(files["credential.json"])+"\n"+string(files["profile.json"]))
		}
	}
}

func TestEachKindHasItsAchievementType(t *testing.T) {
	for kind, want := range map[string]string{"": "Badge", designer.KindSkill: "Competency", designer.KindInterest: "Badge",
		designer.KindMembership: "Membership", designer.KindParticipation: "Badge"} {
		d := real(t)
		d.Kind = kind
		files, _ := write(t, d, export.Options{})
		if got := read(t, files["achievement.json"]).Kind; got != want {
			t.Errorf("%q is written as %q, want %q", kind, got, want)
		}
	}
}

func TestOfflineThePictureLiesInsideAndTheTwinHasAnIDOfItsOwn(t *testing.T) {
	files, _ := write(t, real(t), export.Options{Twins: true})
	a := read(t, files["achievement.json"])
	want, _ := flat{}.PNG(300)
	if got, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(a.Image.ID, "data:image/png;base64,")); err != nil || !bytes.Equal(got, want) {
		t.Errorf("the picture is %.60s, %v", a.Image.ID, err)
	}
	if a.Image.Caption != "All of it is dark blue" || a.Creator.ID != "https://kettenwerk.org/about/profile.json" || len(files) != 3 {
		t.Errorf("%+v, %+v, %d files", a.Image.Caption, a.Creator, len(files))
	}
	if !strings.HasPrefix(a.ID, "urn:uuid:") || a.ID == "urn:uuid:"+id || a.Related[0].ID != "urn:uuid:"+id {
		t.Errorf("%s is the twin of %+v", a.ID, a.Related)
	}
}

func TestTwinsNameEachOther(t *testing.T) {
	for _, base := range []string{"", "https://kettenwerk.org/badges/bike/"} {
		files, _, err := export.All([]export.Format{ob2.Format, Format}, real(t), flat{}, export.Options{BaseURL: base})
		if err != nil {
			t.Fatal(err)
		}
		named := map[string][]byte{}
		for _, f := range files {
			if named[f.Name] != nil {
				t.Errorf("%s stands twice", f.Name)
			}
			named[f.Name] = f.Bytes
		}
		var two struct {
			ID      string
			Related struct{ ID string }
		}
		if err := json.Unmarshal(named["badge.json"], &two); err != nil {
			t.Fatal(err)
		}
		three := read(t, named["achievement.json"])
		if two.ID == "" || two.ID == three.ID || two.Related.ID != three.ID || three.Related[0].ID != two.ID {
			t.Errorf("below %q: %+v and %s, %+v", base, two, three.ID, three.Related)
		}
	}
	files, _ := write(t, real(t), export.Options{})
	if a := read(t, files["achievement.json"]); a.Related != nil {
		t.Errorf("alone it is related to %+v", a.Related)
	}
}

func TestWithABaseURLEverythingLiesBelowIt(t *testing.T) {
	d := real(t)
	d.Criteria.Level = designer.CriteriaLevel{Name: "Helper", Step: 2, Of: 3}
	files, problems := write(t, d, export.Options{BaseURL: "https://kettenwerk.org/badges/bike/", Final: true})
	a := read(t, files["achievement.json"])
	const base = "https://kettenwerk.org/badges/bike/"
	if a.ID != base+"achievement.json" || a.Image.ID != base+"badge.png" || a.Creator.ID != base+"profile.json" || a.Criteria.ID != base+"criteria.html" {
		t.Errorf("%s, %s, %s, %s", a.ID, a.Image.ID, a.Creator.ID, a.Criteria.ID)
	}
	if r := a.Results; len(r) != 1 || r[0].ID != base+"achievement.json#level" || r[0].Required != base+"achievement.json#level-2" {
		t.Errorf("%+v", r)
	}
	if want, _ := (flat{}).PNG(300); !bytes.Equal(files["badge.png"], want) || len(files) != 4 {
		t.Errorf("badge.png has %d bytes, %d files", len(files["badge.png"]), len(files))
	}
	for _, p := range problems {
		if p.Level != designer.Hint {
			t.Errorf("%+v", p)
		}
	}
}

func TestALevelIsARungOfItsLadder(t *testing.T) {
	for _, c := range []struct {
		level    designer.CriteriaLevel
		names    []string
		numbers  []string
		required int
	}{
		{designer.CriteriaLevel{Name: "Helper", Step: 2, Of: 3}, []string{"1 of 3", "Helper", "3 of 3"}, []string{"1", "2", "3"}, 1},
		{designer.CriteriaLevel{Step: 1, Of: 1}, []string{"1 of 1"}, []string{"1"}, 0},
		{designer.CriteriaLevel{Name: "Helper"}, []string{"Helper"}, []string{""}, 0},
		{designer.CriteriaLevel{Name: "Helper", Step: 4, Of: 3}, []string{"Helper"}, []string{""}, 0},
	} {
		d := real(t)
		d.Criteria.Level = c.level
		files, _ := write(t, d, export.Options{})
		r := read(t, files["achievement.json"]).Results
		if len(r) != 1 || len(r[0].Levels) != len(c.names) || r[0].Required != r[0].Levels[c.required].ID {
			t.Errorf("%+v gives %+v", c.level, r)
			continue
		}
		for i, l := range r[0].Levels {
			if l.Name != c.names[i] || l.Level != c.numbers[i] {
				t.Errorf("%+v: rung %d is %+v", c.level, i, l)
			}
		}
	}
	for _, none := range []designer.CriteriaLevel{{}, {Step: 2}, {Of: 3}} {
		d := real(t)
		d.Criteria.Level = none
		files, _ := write(t, d, export.Options{})
		if r := read(t, files["achievement.json"]).Results; r != nil {
			t.Errorf("%+v gives %+v", none, r)
		}
	}
}

func TestALanguageIsWrittenAsFarAsTheStandardGoes(t *testing.T) {
	for tag, want := range map[string]struct{ written, told string }{
		"":            {"", ""},
		"en":          {"en", ""},
		"pt-BR":       {"pt-BR", ""},
		"zh-Hant-TW":  {"zh-Hant-TW", ""},
		"es-419":      {"es-419", ""},
		"de-CH-1996":  {"de-CH", "LANGUAGE-SHORT"},
		"ca-valencia": {"ca", "LANGUAGE-SHORT"},
		"en-x-club":   {"en", "LANGUAGE-SHORT"},
		"qaaqa":       {"", "LANGUAGE-NONE"},
	} {
		d := real(t)
		d.Language = tag
		files, problems := write(t, d, export.Options{})
		told := ""
		for _, p := range problems {
			if strings.HasPrefix(p.Code, "LANGUAGE-") {
				told = p.Code
			}
		}
		if got := read(t, files["achievement.json"]).Language; got != want.written || told != want.told {
			t.Errorf("%q is written as %q and told as %q, want %+v", tag, got, told, want)
		}
	}
}

func TestFinalNamesWhatIsMissingAndWritesNothing(t *testing.T) {
	d := real(t)
	d.Name = ""
	files, problems, err := Format.Files(d, flat{}, export.Options{Final: true})
	var e *designer.Error
	if !errors.As(err, &e) || e.Code != "not-final" || e.Args["fields"] != "name" || files != nil || len(problems) == 0 {
		t.Errorf("%d files, %v", len(files), err)
	}
	if files, _, err := Format.Files(d, flat{}, export.Options{}); err != nil || len(files) != 3 {
		t.Errorf("as a draft it gives %d files, %v", len(files), err)
	}
}

func TestTheSameDraftGivesTheSameBytes(t *testing.T) {
	a, _ := write(t, real(t), export.Options{})
	b, _ := write(t, real(t), export.Options{})
	if !reflect.DeepEqual(a, b) {
		t.Error("two exports differ")
	}
}
