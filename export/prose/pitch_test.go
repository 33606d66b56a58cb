// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package prose

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

func TestPitchOfTheSamples(t *testing.T) {
	for _, c := range []struct{ name, lang, want string }{
		{"bike-repair-buddy", "en", "For newcomers of 16 to 25 who drop in at the Tuesday repair evening, the Bike Repair Buddy badge by Kettenwerk Community Workshop shows this: " +
			"A delivery firm sees someone who keeps a fleet rolling. You earn it like this: Repaired three different punctures; Adjusted brakes and gears on two bikes; and one step more."},
		{"meal-crew-member", "en", "For neighbours who cook with us at least once a month, often after shift work, the Meal Crew Member badge by Open Table Kitchen shows this: " +
			"Other food charities accept the hygiene briefing. You earn it like this: Completed the two-hour food hygiene briefing; Served on four shifts within one season; and one step more."},
		{"meal-crew-member", "es", "Para vecinas y vecinos que cocinan con nosotros al menos una vez al mes, la insignia «Equipo de cocina» de Cocina Mesa Abierta muestra esto: " +
			"Otros comedores aceptan la formación de higiene. Se consigue así: Hizo la formación de higiene de dos horas; Sirvió en cuatro turnos de una misma temporada; y un paso más."},
		{"reading-circle", "es", "Para gente del barrio que antes leía mucho, la insignia «Círculo de lectura» de Librería de la Esquina muestra esto: " +
			"Una escuela que busca quien lea a los niños ve a quién le gusta leer en voz alta. Se consigue así: Leyó el cuento del mes antes de la tarde; y 2 pasos más."},
	} {
		d, _ := sample.Load(c.name, c.lang)
		if got := Pitch(d, locale.For(c.lang)); got != c.want {
			t.Errorf("%s %s:\n%s\nwant\n%s", c.name, c.lang, got, c.want)
		}
	}
}

func TestPitchSaysOnlyWhatIsAnswered(t *testing.T) {
	const long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
	for _, c := range []struct {
		lang string
		set  []string
		want string
	}{
		{"en", nil, ""},
		{"en", []string{"team", "Table 3", "earner.count", "12", "next.owner", "Ana"}, ""},
		{"en", []string{"name", "Map Curious"}, "This is the Map Curious badge."},
		{"es", []string{"name", "Map Curious"}, "Esta es la insignia «Map Curious»."},
		{"en", []string{"issuer.name", "City Library"}, "This is a badge by City Library."},
		{"en", []string{"name", "Helper Badge"}, "This is Helper Badge."},
		{"es", []string{"name", "Insignia de mapas", "issuer.name", "El Taller"}, "Esta es «Insignia de mapas» de El Taller."},
		{"en", []string{"earner.who", "People who cook."}, "This badge is for people who cook."},
		{"en", []string{"earner.who", "Ana from the Tuesday group", "name", "Soup"}, "The Soup badge is for Ana from the Tuesday group."},
		{"en", []string{"earner.who", "A nurse", "why.earner", "I may run a shift"}, "For a nurse, this badge means this: I may run a shift."},
		{"en", []string{"why.viewer", "They can weld!", "name", "Weld"}, "The Weld badge shows this: They can weld!"},
		{"en", []string{"description", "Shows a first edit. And more."}, "This badge shows this: Shows a first edit."},
		{"en", []string{"criteria.steps", "Wrote a page."}, "You earn this badge like this: Wrote a page."},
		{"es", []string{"criteria.steps", "Escribió una página", "name", "Letras"}, "La insignia «Letras» se consigue así: Escribió una página."},
		{"en", []string{"earner.who", "Students of Dr. Lee at St. Mary’s. Many commute."}, "This badge is for students of Dr. Lee at St. Mary’s."},
		{"en", []string{"earner.who", "Neighbours\nof the quarter"}, "This badge is for neighbours of the quarter."},
		{"en", []string{"earner.who", "Everyone (some of them with a dog, a cat, a parrot, a hamster, two goldfish and a horse)"}, "This badge is for everyone …"},
		{"en", []string{"earner.who", "Riders who come by bike – even in winter when the lanes have not been cleared of snow at all"}, "This badge is for riders who come by bike."},
		{"en", []string{"earner.who", long}, "This badge is for one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen …"},
		{"en", []string{"earner.who", "{badge} {text}", "name", "{who}", "why.viewer", "{n} {issuer}"}, "For {badge} {text}, the {who} badge shows this: {n} {issuer}."},
	} {
		d := designer.Draft{}
		for i := 0; i < len(c.set); i += 2 {
			if err := d.Set(c.set[i], c.set[i+1]); err != nil {
				t.Fatal(err)
			}
		}
		if got := Pitch(d, locale.For(c.lang)); got != c.want {
			t.Errorf("%s %v gives\n%q, want\n%q", c.lang, c.set, got, c.want)
		}
	}
}

func TestPitchCountsTheStepsItHasNoBreathFor(t *testing.T) {
	d := designer.Draft{}
	for range 50 {
		if err := d.Append("criteria.steps", "Turned one wheel by hand"); err != nil {
			t.Fatal(err)
		}
	}
	got := Pitch(d, locale.For("en"))
	if n := strings.Count(got, "Turned"); n < 3 || !strings.HasSuffix(got, "; and "+map[int]string{7: "43", 8: "42", 9: "41"}[n]+" steps more.") {
		t.Errorf("%s", got)
	}
	if words(got) > breath {
		t.Errorf("%d words: %s", words(got), got)
	}
}

func FuzzPitchIsOneBreathOfWholeWords(f *testing.F) {
	f.Add("Newcomers, who drop in", "Bike", "A firm.", "sees", "Repaired three; adjusted")
	f.Add(strings.Repeat("a", 1000), strings.Repeat("b ", 120), "", "(((", "«»“")
	f.Add(strings.Repeat("徽章", 400), "徽章", "、。，", "?!", "… … …")
	f.Add("\x1b[31m", "{who}", "{text}", "\u202e", "\xff")
	f.Fuzz(func(t *testing.T, who, name, viewer, issuer, step string) {
		d := designer.Draft{}
		said := ""
		for _, a := range [][2]string{{"earner.who", who}, {"name", name}, {"why.viewer", viewer}, {"issuer.name", issuer}, {"criteria.steps", step}} {
			if d.Set(a[0], a[1]) == nil {
				said += " " + a[1]
			}
		}
		for _, lang := range locale.Languages() {
			w := locale.For(lang)
			got := Pitch(d, w)
			if n := words(got); n > whoWords+2*nameWords+showsWords+stepWords+24 {
				t.Fatalf("%d words: %q", n, got)
			}
			if tidy, _ := clean.Text(got); utf8.ValidString(said) && tidy != got || strings.ContainsAny(got, "\n") {
				t.Fatalf("%q is not clean", got)
			}
			if last, _ := utf8.DecodeLastRuneInString(got); got != "" && (unicode.IsLetter(last) || unicode.IsDigit(last)) {
				t.Fatalf("%q does not end", got)
			}
			if got != Pitch(d, w) {
				t.Fatal("it differs")
			}
		}
	})
}
