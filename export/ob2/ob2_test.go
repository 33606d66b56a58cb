// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package ob2

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/export"
	"insignia/export/check"
	"insignia/export/fair"
	"insignia/internal/frametest"
	"insignia/internal/locale"
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

func (flat) Alt() string { return "" }

func (flat) SVG() ([]byte, error) { return nil, errors.New("not asked for") }

func example(t testing.TB, name, lang string) designer.Draft {
	t.Helper()
	d, ok := sample.Load(name, lang)
	if !ok {
		t.Fatalf("no sample %s in %s", name, lang)
	}
	d.ID = id
	return d
}

func real(t testing.TB) designer.Draft {
	d := example(t, "bike-repair-buddy", "en")
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

func codes(ps []designer.Problem) string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Code+"/"+p.Level.String()+"/"+p.Field)
	}
	return strings.Join(out, " ")
}

// pictureless takes the long line out, which package render's tests look at.
func pictureless(b []byte) string {
	var out []string
	for line := range strings.Lines(string(b)) {
		if strings.Contains(line, `"data:image/png;base64,`) {
			line = line[:strings.Index(line, "base64,")+7] + "…\"\n"
		}
		out = append(out, line)
	}
	return strings.Join(out, "")
}

func TestSamplesAreWrittenAsPeopleWouldReadThem(t *testing.T) {
	for _, name := range sample.Names() {
		for _, lang := range []string{"en", "es"} {
			files, _ := write(t, example(t, name, lang), export.Options{})
			frametest.Golden(t, name+"."+lang, pictureless(files["badge.json"])+"\n"+string(files["issuer.json"]))
			for n, b := range files {
				for _, f := range check.Check(b).Findings {
					if f.Rule != "placeholder" { // their issuers lie below .example
						t.Errorf("%s %s: %s: %+v", name, lang, n, f)
					}
				}
			}
		}
	}
}

func TestAFinishedBadgeHasNoFindingsAndGoesThroughFinal(t *testing.T) {
	for _, o := range []export.Options{{Final: true}, {Final: true, BaseURL: "https://kettenwerk.org/badges/bike/"}} {
		files, problems := write(t, real(t), o)
		for n, b := range files {
			if strings.HasSuffix(n, ".json") {
				if r := check.Check(b); len(r.Findings) > 0 {
					t.Errorf("%s: %+v", n, r.Findings)
				}
			}
		}
		for _, p := range problems {
			if p.Level != designer.Hint {
				t.Errorf("%+v", p)
			}
		}
	}
}

func TestOfflineTheBadgeCarriesItsPictureAndAURN(t *testing.T) {
	files, problems := write(t, real(t), export.Options{})
	var b badge
	if err := json.Unmarshal(files["badge.json"], &b); err != nil {
		t.Fatal(err)
	}
	want, _ := flat{}.PNG(300)
	if got, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(b.Image, "data:image/png;base64,")); err != nil || !bytes.Equal(got, want) {
		t.Errorf("the picture is %.60s, %v", b.Image, err)
	}
	if b.ID != "urn:uuid:"+id || b.Issuer.ID != "https://kettenwerk.org/about/issuer.json" || len(files) != 2 {
		t.Errorf("ids %s and %s, %d files", b.ID, b.Issuer.ID, len(files))
	}
	if !strings.Contains(codes(problems), "ISSUER-HOST/hint/issuer.url") {
		t.Errorf("nothing says where issuer.json goes: %s", codes(problems))
	}
}

func TestWithABaseURLEverythingLiesBelowIt(t *testing.T) {
	files, problems := write(t, real(t), export.Options{BaseURL: "https://kettenwerk.org/badges/bike/"})
	var b badge
	if err := json.Unmarshal(files["badge.json"], &b); err != nil {
		t.Fatal(err)
	}
	const base = "https://kettenwerk.org/badges/bike/"
	if b.ID != base+"badge.json" || b.Image != base+"badge.png" || b.Issuer.ID != base+"issuer.json" {
		t.Errorf("%s, %s, %s", b.ID, b.Image, b.Issuer.ID)
	}
	want, _ := flat{}.PNG(300)
	if !bytes.Equal(files["badge.png"], want) || len(files) != 3 {
		t.Errorf("badge.png has %d bytes, %d files", len(files["badge.png"]), len(files))
	}
	if len(problems) > 0 {
		t.Errorf("%s", codes(problems))
	}
	if b.Criteria.ID != base+"criteria.html" {
		t.Errorf("the criteria lie at %q", b.Criteria.ID)
	}
	if _, problems = write(t, real(t), export.Options{BaseURL: "https://kettenwerk.example/b"}); codes(problems) != "BASE-PLACEHOLDER/warn/issuer.url" {
		t.Errorf("%s", codes(problems))
	}
}

func TestABaseNothingCanLieUnderIsRefused(t *testing.T) {
	for base, want := range map[string]string{"kettenwerk.org": "bad-base", "http://192.168.0.7/b": "private-base"} {
		_, _, err := Format.Files(real(t), flat{}, export.Options{BaseURL: base})
		var e *designer.Error
		if !errors.As(err, &e) || e.Code != want {
			t.Errorf("%q gives %v", base, err)
		}
	}
}

func TestThePageWithTheCriteriaAndTheVersionAreWritten(t *testing.T) {
	d := real(t)
	d.Version, d.Criteria.URL = "2027", "kettenwerk.org/bike"
	for _, base := range []string{"", "https://kettenwerk.org/b"} {
		files, _ := write(t, d, export.Options{BaseURL: base})
		var b badge
		if err := json.Unmarshal(files["badge.json"], &b); err != nil {
			t.Fatal(err)
		}
		if b.Version != "2027" || b.Criteria.ID != "https://kettenwerk.org/bike" || b.Criteria.Narrative == "" {
			t.Errorf("below %q: version %q, criteria %+v", base, b.Version, b.Criteria)
		}
	}
}

func TestWhatIsMissingBecomesAMarkedPlaceholder(t *testing.T) {
	for _, lang := range []string{"en", "es", "de"} {
		w := locale.For(lang)
		files, problems := write(t, designer.Draft{Meta: designer.Meta{ID: id}, Language: lang}, export.Options{})
		var b badge
		if err := json.Unmarshal(files["badge.json"], &b); err != nil {
			t.Fatal(err)
		}
		b.Image = ""
		want := badge{Context: context, Type: "BadgeClass", ID: "urn:uuid:" + id, Language: lang, Name: w.T("export.placeholder.name"),
			Description: w.T("export.placeholder.description"), Criteria: criteria{Type: "Criteria", Narrative: w.T("export.placeholder.criteria")},
			Issuer: profile{Type: "Profile", ID: "https://issuer.example/issuer.json", Name: w.T("export.placeholder.issuer"),
				URL: "https://issuer.example", Email: "issuer@issuer.example"}}
		if !reflect.DeepEqual(b, want) {
			t.Errorf("got  %+v\nwant %+v", b, want)
		}
		if got := codes(problems); got != "NAME-EMPTY/error/name ISSUER-NAME/error/issuer.name ISSUER-URL/error/issuer.url "+
			"ISSUER-EMAIL/error/issuer.email CRIT-EMPTY/error/criteria.steps DESC-EMPTY/error/description" {
			t.Errorf("%s", got)
		}
	}
}

func TestFinalNamesWhatIsMissingAndWritesNothing(t *testing.T) {
	for _, c := range []struct{ set, want string }{
		{"name=", "name"},
		{"name=TBD", "name"},
		{"issuer.url=https://kettenwerk.example", "issuer.url"},
		{"issuer.url=http://localhost/", "issuer.url"},
		{"issuer.url=TBD", "issuer.url"},
		{"issuer.url=https://192.168.1.5/", "issuer.url"},
		{"issuer.email=a@b", "issuer.email"},
		{"issuer.name=tbd", "issuer.name"},
		{"description=", "description"},
		{"criteria.steps=", "criteria.steps"},
		{"criteria.rule=9", "criteria.rule"},
		{"alignment=Repair", "alignment.1"},
	} {
		d := real(t)
		at, value, _ := strings.Cut(c.set, "=")
		if err := d.Set(at, value); err != nil {
			t.Fatal(err)
		}
		files, problems, err := Format.Files(d, flat{}, export.Options{Final: true})
		var e *designer.Error
		var u *export.Unfinished
		if !errors.As(err, &e) || e.Code != "not-final" || e.Args["fields"] != c.want || !errors.As(err, &u) || len(u.Problems) != 1 || files != nil || len(problems) == 0 {
			t.Errorf("%s gives %d files, %v, %+v", c.set, len(files), err, e)
		}
		if files, _, err := Format.Files(d, flat{}, export.Options{}); err != nil || len(files) != 2 {
			t.Errorf("%s as a draft gives %d files, %v", c.set, len(files), err)
		}
	}
}

func TestADescriptionIsDraftedUntilThereIsOne(t *testing.T) {
	d := real(t)
	d.Description = ""
	files, problems := write(t, d, export.Options{})
	var b badge
	if err := json.Unmarshal(files["badge.json"], &b); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(b.Description, d.Why.Viewer) || !strings.Contains(codes(problems), "DESC-EMPTY/error/description") {
		t.Errorf("%q, %s", b.Description, codes(problems))
	}
}

func TestOnlyWholeAlignmentsAndSingleTagsAreWritten(t *testing.T) {
	d := real(t)
	d.Tags = []string{"repair", " repair", "", "coaching"}
	d.Alignment = []designer.Alignment{
		{TargetName: "No address"},
		{TargetName: "Fine", TargetURL: "https://esco.ec.europa.eu/é", TargetCode: "S5"},
		{TargetURL: "https://esco.ec.europa.eu"},
		{TargetName: "Not the web", TargetURL: "ftp://esco.ec.europa.eu"},
		{TargetName: "Bare", TargetURL: "esco.ec.europa.eu/x"},
	}
	files, problems := write(t, d, export.Options{})
	var b badge
	if err := json.Unmarshal(files["badge.json"], &b); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(b.Tags, []string{"repair", "coaching"}) {
		t.Errorf("tags %q", b.Tags)
	}
	want := []alignment{
		{Type: "AlignmentObject", TargetName: "Fine", TargetURL: "https://esco.ec.europa.eu/%C3%A9", TargetCode: "S5"},
		{Type: "AlignmentObject", TargetName: "Bare", TargetURL: "https://esco.ec.europa.eu/x"},
	}
	if !reflect.DeepEqual(b.Alignment, want) {
		t.Errorf("alignment %+v", b.Alignment)
	}
	for _, n := range []string{"1", "3", "4"} {
		if !strings.Contains(codes(problems), "ALIGN-INCOMPLETE/error/alignment."+n) {
			t.Errorf("alignment %s is left out in silence: %s", n, codes(problems))
		}
	}
}

func TestTextStaysAsTypedAndIsTold(t *testing.T) {
	d := real(t)
	d.Name = "List<String> & \"co\""
	d.Issuer.Description = "Since </2011>"
	files, problems := write(t, d, export.Options{})
	if !bytes.Contains(files["badge.json"], []byte(`"name": "List<String> & \"co\""`)) {
		t.Errorf("%.400s", files["badge.json"])
	}
	if got := codes(problems); !strings.Contains(got, "TEXT-ANGLE/warn/name") || !strings.Contains(got, "TEXT-ANGLE/warn/issuer.description") {
		t.Errorf("%s", got)
	}
	// Review shows the same but for where issuer.json goes, which only matters once there is one.
	problems = slices.DeleteFunc(problems, func(p designer.Problem) bool { return p.Code == "ISSUER-HOST" })
	if got := codes(fair.Problems(d)); got != codes(problems) {
		t.Errorf("review shows %s, export %s", got, codes(problems))
	}
}

func TestWhatIsPrivateIsInNoFile(t *testing.T) {
	d := real(t)
	var secret []string
	for _, f := range designer.Fields() {
		if f.Private || f.ID == "criteria.validity" || f.Question == designer.AskEarner {
			value := "secret-" + f.ID
			if f.Input == designer.Date {
				value = "2031-05-04"
			}
			if err := d.Set(f.ID, value); err != nil {
				t.Fatal(err)
			}
			secret = append(secret, value)
		}
	}
	d.Criteria.Steps[0].Note = "secret-note"
	for _, o := range []export.Options{{}, {BaseURL: "https://kettenwerk.org/b"}} {
		files, _ := write(t, d, o)
		for name, b := range files {
			for _, s := range append(secret, "secret-note") {
				if bytes.Contains(b, []byte(s)) {
					t.Errorf("%s has %s", name, s)
				}
			}
		}
	}
}

func TestTheSameDraftGivesTheSameBytes(t *testing.T) {
	a, _ := write(t, real(t), export.Options{})
	b, _ := write(t, real(t), export.Options{})
	if !reflect.DeepEqual(a, b) {
		t.Error("two exports differ")
	}
}

func TestADraftWithoutAnIDIsRefusedOffline(t *testing.T) {
	d := real(t)
	d.ID = ""
	var e *designer.Error
	if _, _, err := Format.Files(d, flat{}, export.Options{}); !errors.As(err, &e) || e.Code != "bad-id" {
		t.Errorf("got %v", err)
	}
	if _, _, err := Format.Files(d, flat{}, export.Options{BaseURL: "https://kettenwerk.org/b"}); err != nil {
		t.Errorf("online the address is the id: %v", err)
	}
}

type broken struct{ flat }

func (broken) PNG(int) ([]byte, error) { return nil, errors.New("out of paint") }

type tall struct{ flat }

func (tall) PNG(int) ([]byte, error) { return []byte("no picture"), nil }

func TestABadPictureNeverGetsOut(t *testing.T) {
	if files, _, err := Format.Files(real(t), broken{}, export.Options{}); err == nil || files != nil {
		t.Error("a picture that fails")
	}
	if files, _, err := Format.Files(real(t), nil, export.Options{}); err == nil || files != nil {
		t.Error("no picture")
	}
	if files, _, err := Format.Files(real(t), tall{}, export.Options{}); err == nil || files != nil || !strings.Contains(err.Error(), "image-bytes") {
		t.Errorf("a picture that is none: %v", err)
	}
}

// Whatever people type, the files keep the rules: Format.Files answers with
// an error when check finds a fault.
func FuzzEveryDraftGivesAValidBadge(f *testing.F) {
	for i := range uint64(20) {
		f.Add(i, "Bike é <b> & ![x](y) https://é.example/ü a@b.org urn:x \u202e 🚲 {text} -")
	}
	f.Add(uint64(0), "\xf1 \x00 \x1b[31m <\x00A") // a draft that has passed no border
	f.Fuzz(func(t *testing.T, seed uint64, text string) {
		r := rand.New(rand.NewPCG(seed, 2))
		some := func() string {
			words := strings.Split(text, " ")
			i := r.IntN(len(words))
			return strings.Join(words[i:min(len(words), i+1+r.IntN(4))], " ")
		}
		d := designer.Draft{Meta: designer.Meta{ID: id}}
		for _, fd := range designer.Fields() {
			if r.IntN(4) == 0 {
				continue
			}
			if !fd.IsList() {
				_ = d.Set(fd.ID, some()) // what is refused stays empty
				continue
			}
			for n := range r.IntN(4) {
				if d.Append(fd.ID, some()) == nil && fd.Input == designer.Alignments {
					_ = d.Set(fd.ID+"."+strconv.Itoa(n+1)+".targetUrl", "https://"+some())
				}
			}
		}
		for _, o := range []export.Options{{}, {BaseURL: "https://kettenwerk.org/b"}} {
			files, problems, err := Format.Files(d, flat{}, o)
			if err != nil {
				t.Fatalf("%v\n%+v", err, d)
			}
			for _, file := range files {
				if !strings.HasSuffix(file.Name, ".json") {
					continue
				}
				for _, x := range check.Check(file.Bytes).Findings {
					if x.Rule != "placeholder" && x.Rule != "text-angle" {
						t.Errorf("%s: %+v\n%s", file.Name, x, pictureless(file.Bytes))
					}
				}
			}
			for _, p := range problems {
				if w := locale.For("en"); !w.Known("problem."+p.Code) || strings.ContainsAny(w.Fill("problem."+p.Code, p.Args), "{}") && !strings.ContainsAny(text, "{}") {
					t.Errorf("%+v has no words", p)
				}
			}
		}
		if _, _, err := Format.Files(d, flat{}, export.Options{Final: true}); err != nil && !errors.Is(err, &designer.Error{Code: "not-final"}) {
			t.Fatal(err)
		}
	})
}

func BenchmarkFiles(b *testing.B) {
	d := real(b)
	for b.Loop() {
		if _, _, err := Format.Files(d, flat{}, export.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
