// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/export"
	"insignia/internal/locale"
)

const testID = "5f0c1d2e-3b4a-4c5d-8e6f-708192a3b4c5"

// flat is a picture of one colour, drawn once for each size.
type flat struct{}

var drawnFlat sync.Map

func (flat) PNG(px int) ([]byte, error) {
	if b, ok := drawnFlat.Load(px); ok {
		return b.([]byte), nil
	}
	m := image.NewPaletted(image.Rect(0, 0, px, px), color.Palette{color.NRGBA{16, 42, 67, 255}})
	var b bytes.Buffer
	err := png.Encode(&b, m)
	drawnFlat.Store(px, b.Bytes())
	return b.Bytes(), err
}

func (flat) SVG() ([]byte, error) {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>`), nil
}

func (flat) Alt() string { return "All of it is dark blue" }

func load(t testing.TB, name, lang string) designer.Draft {
	t.Helper()
	d, ok := sample.Load(name, lang)
	if !ok {
		t.Fatal("no sample")
	}
	d.ID = testID
	d.Issuer.URL, d.Issuer.Email = "https://kettenwerk.org/about", "badges@kettenwerk.org"
	return d
}

func bike(t testing.TB) designer.Draft { return load(t, "bike-repair-buddy", "en") }

// written are the files of a pack by their names in its folder.
func written(t testing.TB, d designer.Draft, id string, o export.Options) (map[string][]byte, []designer.Problem) {
	t.Helper()
	files, problems, err := Format(id, locale.For("en"), "2026-12-01").Files(d, flat{}, o)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range files {
		name, ok := strings.CutPrefix(f.Name, id+"/")
		if !ok || out[name] != nil {
			t.Errorf("%s: there is a file %s", id, f.Name)
		}
		out[name] = f.Bytes
	}
	return out, problems
}

// Whatever offers a platform has a table for it.
func TestEveryPlatformIsAWholeTable(t *testing.T) {
	var ids []string
	for _, p := range platforms {
		ids = append(ids, p.ID)
		for name, day := range map[string]string{"checked": p.Checked, "again": p.Again} {
			if _, err := time.Parse(time.DateOnly, day); err != nil {
				t.Errorf("%s: %s is %q", p.ID, name, day)
			}
		}
		if p.Checked >= p.Again || len(p.Source) == 0 || p.Name == "" || p.Steps == 0 || p.Picture.Side == 0 || p.Picture.Bytes == 0 {
			t.Errorf("%s: %+v", p.ID, p)
		}
		if p.Help != "" && designer.CheckURL(p.Help) != designer.FlawNone {
			t.Errorf("%s: its help is at %s", p.ID, p.Help)
		}
		known := map[string]bool{}
		for _, f := range slices.Concat(p.Fields, p.Inside) {
			known[f.ID] = true
			if rows := f.Part == Alignment || f.Part == Steps; rows != (len(f.Rows) > 0) {
				t.Errorf("%s: %s has %d rows", p.ID, f.ID, len(f.Rows))
			}
			if f.Limit > 0 && !link(f.Part) && parts[f.Part].long == "" {
				t.Errorf("%s: nothing tells that %s is too long", p.ID, f.ID)
			}
		}
		for _, id := range p.Lacks {
			if _, ok := designer.FieldByID(id); !ok {
				t.Errorf("%s lacks %s, which is no field", p.ID, id)
			}
		}
		for _, b := range p.Bodies {
			holds(t, p.ID, b.Keys, known)
		}
	}
	if !slices.Equal(ids, designer.Platforms()) {
		t.Errorf("the tables are %v, the platforms %v", ids, designer.Platforms())
	}
	if _, ok := Lookup("mozilla"); ok {
		t.Error("there is a table for what is none")
	}
}

func holds(t *testing.T, id string, keys []Key, known map[string]bool) {
	for _, k := range keys {
		if k.Field != "" && !known[k.Field] {
			t.Errorf("%s: no field %s for %s", id, k.Field, k.Name)
		}
		holds(t, id, k.In, known)
	}
}

func TestEveryFieldHasItsWords(t *testing.T) {
	for _, lang := range locale.Languages() {
		w := locale.For(lang)
		need := func(key string) {
			if !w.Known(key) {
				t.Errorf("%s: no words for %s", lang, key)
			}
		}
		for _, p := range platforms {
			for _, f := range p.Fields {
				need("pack." + p.ID + "." + f.ID)
				if f.Under != "" {
					need("pack." + p.ID + "." + f.Under)
				}
				for _, r := range f.Rows {
					need("pack." + p.ID + "." + r.ID)
				}
				for _, o := range f.Options {
					need("pack." + p.ID + "." + f.ID + "." + o)
				}
			}
			for n := 1; n <= p.Steps; n++ {
				need("pack." + p.ID + ".how." + strconv.Itoa(n))
			}
			if w.Known("pack." + p.ID + ".how." + strconv.Itoa(p.Steps+1)) {
				t.Errorf("%s: %s has more than %d steps", lang, p.ID, p.Steps)
			}
		}
	}
}

func TestAnUnknownPlatformIsRefusedWithTheNearest(t *testing.T) {
	_, err := Of(bike(t), "oebf", flat{}, export.Options{}, "")
	var e *designer.Error
	if !errors.As(err, &e) || e.Code != "unknown-platform" || e.Args["value"] != "oebf" || e.Args["nearest"] == "" {
		t.Errorf("%v", err)
	}
}

func TestAPackIsTheSameEachTime(t *testing.T) {
	for _, id := range designer.Platforms() {
		one, _ := written(t, bike(t), id, export.Options{})
		two, _ := written(t, bike(t), id, export.Options{})
		for name, b := range one {
			if !bytes.Equal(b, two[name]) {
				t.Errorf("%s: %s differs", id, name)
			}
		}
		for _, name := range []string{CopyFile, TextFile, HowFile} {
			if len(one[name]) == 0 {
				t.Errorf("%s has no %s", id, name)
			}
		}
	}
}

// heavy is a picture that no size makes light, fitter one that can be asked to be.
type heavy struct{ flat }

func (heavy) PNG(px int) ([]byte, error) { return make([]byte, 300_000), nil }

type fitter struct{ heavy }

func (fitter) PNGWithin(px, most int) ([]byte, error) { return make([]byte, most), nil }

func TestAHeavyPictureIsMadeLighterOrRefused(t *testing.T) {
	_, err := Of(bike(t), "obf", heavy{}, export.Options{}, "")
	var e *designer.Error
	if !errors.As(err, &e) || e.Code != "picture-bytes" {
		t.Errorf("%v", err)
	}
	for _, p := range []export.Picture{fitter{}, export.Once(fitter{})} {
		out, err := Of(bike(t), "obf", p, export.Options{}, "")
		if err != nil || out.Files[0].Name != "badge-200.png" || len(out.Files[0].Bytes) != 249_999 {
			t.Errorf("%v", err)
		}
	}
}

func TestFinalPacksRefuseWhatIsMissing(t *testing.T) {
	d := bike(t)
	for _, id := range designer.Platforms() {
		d.Name = ""
		_, found, err := Format(id, locale.For("en"), "").Files(d, flat{}, export.Options{Final: true})
		var e *designer.Error
		if !errors.As(err, &e) || e.Code != "not-final" || len(found) == 0 {
			t.Errorf("%s: %v", id, err)
		}
		files, found := written(t, d, id, export.Options{})
		if !strings.Contains(string(files[TextFile]), "Untitled badge") || !strings.Contains(string(files[CopyFile]), `class="open"`) ||
			!slices.ContainsFunc(found, func(p designer.Problem) bool { return p.Code == "NAME-EMPTY" }) {
			t.Errorf("%s: the placeholder is not marked", id)
		}
		d = bike(t)
		if _, _, err := Format(id, locale.For("en"), "").Files(d, flat{}, export.Options{Final: true}); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
}
