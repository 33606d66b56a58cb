// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import "testing"

var effortCases = map[string]string{
	"6 h":            "PT6H",
	"6h":             "PT6H",
	"  6 Hours ":     "PT6H",
	"6 Std.":         "PT6H",
	"90 min":         "PT90M",
	"1 h 30":         "PT1H30M",
	"1h30":           "PT1H30M",
	"1 h 30 min.":    "PT1H30M",
	"1.5 hours":      "PT1H30M",
	"1,5 h":          "PT1H30M",
	"0.25 h":         "PT15M",
	"2.75 horas":     "PT2H45M",
	"2 days":         "P2D",
	"2 días":         "P2D",
	"1 w 2 d 3 h":    "P1W2DT3H",
	"3 semanas":      "P3W",
	"PT6H":           "PT6H",
	"pt90m":          "PT90M",
	"P1DT2H":         "P1DT2H",
	"PT0H30M":        "PT30M", // one duration, one way to write it
	"PT006H":         "PT6H",
	"":               "",
	" ":              "",
	"P":              "",
	"PT":             "",
	"P1DT":           "",
	"PT0M":           "", // no time at all is no answer
	"0 h":            "",
	"0 w 0 d":        "",
	"six hours":      "",
	"6":              "",
	"h":              "",
	"6 x":            "",
	"-6 h":           "",
	"30 min 1 h":     "",
	"1 h 2 h":        "",
	"1 h 30 30":      "",
	"1.5 h 30":       "",
	"1.5 days":       "",
	"1.55 h":         "",
	"1.3 h":          "",
	"12345 h":        "",
	"6 h a week":     "",
	"PT6H or so":     "",
	"P1Y":            "",
	"99999999999999": "",
	"6 h\x00":        "",
	"٦ h":            "",
}

func TestParseEffortReadsWhatPeopleType(t *testing.T) {
	for typed, want := range effortCases {
		got, ok := ParseEffort(typed)
		if got != want || ok != (want != "") {
			t.Errorf("ParseEffort(%q) = %q, %v, want %q", typed, got, ok, want)
		}
	}
}

func TestFormatEffortSaysItAsPeopleDo(t *testing.T) {
	for iso, want := range map[string]string{"PT6H": "6 h", "PT90M": "90 min", "PT1H30M": "1 h 30 min", "P1W2DT3H4M": "1 w 2 d 3 h 4 min",
		"": "", "P": "P", "PT": "PT", "a while": "a while"} {
		if got := FormatEffort(iso); got != want {
			t.Errorf("FormatEffort(%q) = %q, want %q", iso, got, want)
		}
	}
}

func TestEffortMinutesCountsWorkingTime(t *testing.T) {
	for iso, want := range map[string]int{"PT6H": 360, "PT90M": 90, "P1D": 480, "P1W": 2400, "P1W1DT1H1M": 2400 + 480 + 61} {
		if got, ok := EffortMinutes(iso); got != want || !ok {
			t.Errorf("EffortMinutes(%q) = %d, %v, want %d", iso, got, ok, want)
		}
	}
	for _, iso := range []string{"", "P", "PT", "6 h"} {
		if got, ok := EffortMinutes(iso); ok {
			t.Errorf("EffortMinutes(%q) = %d", iso, got)
		}
	}
}

// What is read once is read again the same, from either form.
func FuzzParseEffort(f *testing.F) {
	for typed := range effortCases {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		iso, ok := ParseEffort(typed)
		if !ok {
			if iso != "" {
				t.Fatalf("refused %q and gave %q", typed, iso)
			}
			return
		}
		if again, ok := ParseEffort(iso); again != iso || !ok {
			t.Fatalf("%q gives %q, which gives %q", typed, iso, again)
		}
		if again, ok := ParseEffort(FormatEffort(iso)); again != iso || !ok {
			t.Fatalf("%q gives %q, shown as %q, which gives %q", typed, iso, FormatEffort(iso), again)
		}
		if n, ok := EffortMinutes(iso); n <= 0 || !ok {
			t.Fatalf("%q gives %q of %d minutes", typed, iso, n)
		}
	})
}
