// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package icon

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"insignia/designer"
)

func names(icons []Icon) []string {
	out := make([]string, len(icons))
	for i, x := range icons {
		out[i] = x.Name
	}
	return out
}

func TestEveryIconHasAFigureOnItsGrid(t *testing.T) {
	seen := map[string]string{}
	for _, i := range All() {
		p := i.Outline()
		b := p.Box()
		if len(p) < 4 || b.X0 < -24.01 || b.Y0 < -24.01 || b.X1 > 24.01 || b.Y1 > 24.01 || b.X1-b.X0 < 12 {
			t.Errorf("%s: %d segments in %v", i.Name, len(p), b)
		}
		if other, ok := seen[string(i.glyph)]; ok {
			t.Errorf("%s is the same figure as %s", i.Name, other)
		}
		seen[string(i.glyph)] = i.Name
	}
	if len(All()) < 150 {
		t.Errorf("%d icons", len(All()))
	}
}

func TestAGlyphThatIsNoneIsRefused(t *testing.T) {
	for _, b := range [][]byte{nil, {}, []byte("hello"), list[0].glyph[:9]} {
		if p, err := decode(b); err == nil {
			t.Errorf("%q gives %v", b, p)
		}
	}
}

func TestEveryIconHasItsOwnNameAndWordsInEveryLanguage(t *testing.T) {
	shape := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	seen := map[string]bool{}
	labels := map[string]string{}
	for _, i := range All() {
		if !shape.MatchString(i.Name) || seen[i.Name] {
			t.Errorf("name %q", i.Name)
		}
		seen[i.Name] = true
		d := designer.New("en")
		if err := d.Set("look.icon", i.Name); err != nil {
			t.Errorf("%s: a draft refuses it: %v", i.Name, err)
		}
		for _, lang := range Languages() {
			words := i.Words(lang)
			if len(words) < 2 {
				t.Errorf("%s has %q in %s", i.Name, words, lang)
			}
			for n, w := range words {
				if strings.TrimSpace(w) != w || w == "" || w != strings.ToLower(w) || strings.ContainsAny(w, ",;/") {
					t.Errorf("%s: word %q", i.Name, w)
				}
				if slices.Index(words, w) != n {
					t.Errorf("%s has %q twice", i.Name, w)
				}
			}
			if l := i.Label(lang); l != words[0] || utf8.RuneCountInString(l) > 28 {
				t.Errorf("%s: label %q", i.Name, l)
			}
			if other, ok := labels[lang+i.Label(lang)]; ok {
				t.Errorf("%s is called %q like %s", i.Name, i.Label(lang), other)
			}
			labels[lang+i.Label(lang)] = i.Name
		}
	}
}

func TestIconsAreListedByCategory(t *testing.T) {
	var seen []string
	for _, i := range All() {
		if len(seen) == 0 || seen[len(seen)-1] != i.Category {
			if slices.Contains(seen, i.Category) {
				t.Errorf("%s stands apart from its category %s", i.Name, i.Category)
			}
			seen = append(seen, i.Category)
		}
	}
	if got := Categories(); !slices.Equal(got, seen) {
		t.Errorf("%v, want %v", got, seen)
	}
}

func TestByNameKnowsNamesOnly(t *testing.T) {
	for _, i := range All() {
		if got, ok := ByName(i.Name); !ok || got.Name != i.Name {
			t.Errorf("%s is not found", i.Name)
		}
	}
	for _, n := range []string{"", "bike", "Bicycle", "bicycle "} {
		if _, ok := ByName(n); ok {
			t.Errorf("%q is found", n)
		}
	}
}

func TestFindKnowsWhatPeopleType(t *testing.T) {
	for _, c := range []struct{ query, lang, want string }{
		{"bike", "en", "bicycle"}, {"bikes", "en", "bicycle"}, {"Bici", "es", "bicycle"}, {"bici", "en", "bicycle"},
		{"map", "en", "map"}, {"mapa", "es", "map"}, {"map pin", "en", "map-pin"}, {"map-pin", "en", "map-pin"},
		{"soup", "en", "cooking"}, {"olla", "es", "cooking"}, {"sopa", "es-MX", "cooking"},
		{"book", "en", "book"}, {"libros", "es", "books"}, {"read", "en", "reader"}, {"leer", "es", "reader"},
		{"repair", "en", "wrench"}, {"reparar", "es", "wrench"}, {"REPARACION", "es", "wrench"},
		{"arbol", "es", "tree"}, {"árbol", "es", "tree"}, {"corazón", "en", "heart"}, {"nino", "es", "child"},
		{"bicy", "en", "bicycle"}, {"wrnech", "en", "wrench"}, {"bicicelta", "es", "bicycle"}, {"bok", "en", "book"}, {"ordenadr", "es", "laptop"},
		{"robot", "en", "chip"}, {"medalla", "es", "star-circle"}, {"zero waste", "en", "recycle"}, {"public speaking", "en", "speaker"},
		{"  bike\t", "en", "bicycle"}, {"garden", "de", "flower"},
	} {
		got := Find(c.query, c.lang)
		if len(got) == 0 || got[0].Name != c.want {
			t.Errorf("%q in %s finds %v, want %s first", c.query, c.lang, names(got), c.want)
		}
	}
}

func TestFindPutsTheBetterMatchFirst(t *testing.T) {
	got := names(Find("star", "en"))
	if at, half := slices.Index(got, "star"), slices.Index(got, "half-star"); at != 0 || half < 1 {
		t.Errorf("%v", got)
	}
	// A label before another word, a beginning before an inside.
	got = names(Find("book", "en"))
	if want := []string{"book", "books", "bookmark"}; len(got) < 4 || !slices.Equal(got[:3], want) {
		t.Errorf("%v", got)
	}
}

func TestFindPrefersTheOwnLanguage(t *testing.T) {
	// "tarta" is a cake in Spanish; "sol" is the sun, in English only the
	// beginning of solar and others.
	if got := names(Find("sol", "es")); got[0] != "sun" {
		t.Errorf("%v", got)
	}
	if got := names(Find("red", "es")); got[0] != "network" {
		t.Errorf("%v", got)
	}
}

func TestMistakesAreForgivenOnlyWhereNothingElseFits(t *testing.T) {
	if got := Find("map", "en"); slices.Contains(names(got), "touch") { // tap
		t.Errorf("%v", names(got))
	}
	for _, q := range []string{"xyzzy", "qq", "木", "???"} {
		if got := Find(q, "en"); len(got) > 0 {
			t.Errorf("%q finds %v", q, names(got))
		}
	}
}

func TestAnEmptyQueryFindsEverything(t *testing.T) {
	for _, q := range []string{"", "  ", "\u0301"} {
		if got := Find(q, "en"); len(got) != len(All()) {
			t.Errorf("%q finds %d", q, len(got))
		}
	}
}

func TestEveryWordFindsItsIcon(t *testing.T) {
	for _, i := range All() {
		for _, lang := range Languages() {
			for _, w := range append(i.Words(lang), i.Name) {
				if !slices.Contains(names(Find(w, lang)), i.Name) {
					t.Errorf("%q does not find %s", w, i.Name)
				}
			}
			if got := Find(i.Label(lang), lang); got[0].Name != i.Name {
				t.Errorf("label %q finds %s first, not %s", i.Label(lang), got[0].Name, i.Name)
			}
		}
	}
}

func TestOfTakesWholeWordsOnly(t *testing.T) {
	for word, want := range map[string]string{"bike": "bicycle", "bici": "bicycle", "bik": "", "maps": "map", "lectores": "reader", "": "", "s": "", "e": ""} {
		if got, ok := Of(word, "en"); got.Name != want || ok != (want != "") {
			t.Errorf("%q is %q, want %q", word, got.Name, want)
		}
	}
}

func TestDistanceCountsMistakes(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"abc", "abd", 1}, {"abc", "ab", 1},
		{"wrnech", "wrench", 1}, {"ca", "ac", 1}, {"kitten", "sitting", 3}, {"niño", "nino", 1},
		{strings.Repeat("a", 1000), strings.Repeat("a", 2000), 0},
	} {
		if got := Distance(c.a, c.b); got != c.want {
			t.Errorf("%.9q to %.9q is %d, want %d", c.a, c.b, got, c.want)
		}
		if Distance(c.b, c.a) != c.want {
			t.Errorf("%.9q to %.9q differs from the way back", c.b, c.a)
		}
	}
}

func TestFoldDropsCaseAndAccents(t *testing.T) {
	for s, want := range map[string]string{"ÁRBOL": "arbol", "  a \t b ": "a b", "Ñandú": "nandu", "e\u0301": "e", "Straße": "straße", "": ""} {
		if got := Fold(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, q := range []string{"bike", "", "olla", "\xff\xfe", "a b c", strings.Repeat("x", 500), "ÁÉ"} {
		f.Add(q, "en")
		f.Add(q, "es")
	}
	f.Fuzz(func(t *testing.T, q, lang string) {
		seen := map[string]bool{}
		for _, i := range Find(q, lang) {
			if seen[i.Name] {
				t.Fatalf("%s twice", i.Name)
			}
			seen[i.Name] = true
		}
	})
}

func BenchmarkFind(b *testing.B) {
	for name, q := range map[string]string{"word": "bike", "beginning": "b", "mistake": "bicicelta"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Find(q, "en")
			}
		})
	}
}
