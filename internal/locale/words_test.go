// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package locale_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"insignia/internal/locale"
)

// table reads the words of a language as the file has them.
func table(t *testing.T, tag string) map[string]string {
	t.Helper()
	b, err := os.ReadFile(tag + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]string
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func keys(t *testing.T, tag string) []string { return slices.Sorted(maps.Keys(table(t, tag))) }

// every runs f on each sentence of each language.
func every(t *testing.T, f func(tag, key, s string)) {
	for _, tag := range locale.Languages() {
		words := table(t, tag)
		for _, key := range slices.Sorted(maps.Keys(words)) {
			f(tag, key, words[key])
		}
	}
}

var (
	braces = regexp.MustCompile(`\{([a-z]+)\}`)
	// code is what a hint shows people to type: name="…", {"…": "…"}, ["…"].
	code = regexp.MustCompile(`\{".*\}|\[".*\]|\w="[^"]*"|"…"`)
)

func placeholders(s string) []string {
	var out []string
	for _, m := range braces.FindAllStringSubmatch(s, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestEveryLanguageHasTheSameKeys(t *testing.T) {
	if got := locale.Languages(); !slices.Equal(got, []string{"en", "es"}) {
		t.Errorf("languages %v", got)
	}
	want := keys(t, locale.Fallback)
	for _, tag := range locale.Languages() {
		got := keys(t, tag)
		for _, k := range want {
			if !slices.Contains(got, k) {
				t.Errorf("%s: %q is missing", tag, k)
			}
		}
		for _, k := range got {
			if !slices.Contains(want, k) {
				t.Errorf("%s: %q is not in %s", tag, k, locale.Fallback)
			}
		}
	}
}

func TestEveryLanguageHasTheSamePlaceholders(t *testing.T) {
	want := table(t, locale.Fallback)
	every(t, func(tag, key, s string) {
		a, b := placeholders(want[key]), placeholders(s)
		// A form for one may say "a" or "un" where the other says {n}.
		if strings.HasSuffix(key, ".one") {
			a, b = slices.DeleteFunc(a, isN), slices.DeleteFunc(b, isN)
		}
		if !slices.Equal(a, b) {
			t.Errorf("%s: %q has %v, in %s %v", tag, key, b, locale.Fallback, a)
		}
	})
}

func isN(s string) bool { return s == "n" }

func TestAFileIsSortedAndHasEachKeyOnce(t *testing.T) {
	for _, tag := range locale.Languages() {
		b, err := os.ReadFile(tag + ".json")
		if err != nil {
			t.Fatal(err)
		}
		dec, last, n := json.NewDecoder(bytes.NewReader(b)), "", 0
		for at := 0; ; at++ {
			tok, err := dec.Token()
			if err != nil {
				break
			}
			key, ok := tok.(string)
			if !ok || at%2 == 0 { // a brace, then keys and values by turns
				continue
			}
			if n++; key <= last {
				t.Errorf("%s: %q stands after %q", tag, key, last)
			}
			last = key
		}
		if n != len(table(t, tag)) {
			t.Errorf("%s: %d keys read, %d kept", tag, n, len(table(t, tag)))
		}
	}
}

func TestWordsAreCleanlySet(t *testing.T) {
	every(t, func(tag, key, s string) {
		bad := func(why string) { t.Errorf("%s: %q %s: %q", tag, key, why, s) }
		if strings.HasPrefix(key, "error.") && strings.HasSuffix(key, ".hint") {
			s = code.ReplaceAllString(s, "x")
		}
		switch {
		case s == "":
			bad("is empty")
		case !utf8.ValidString(s):
			bad("is not UTF-8")
		case strings.TrimSpace(s) != s:
			bad("begins or ends with a space")
		case strings.Contains(s, "  "):
			bad("has two spaces in a row")
		case strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Cf, r) }):
			bad("has a hidden character")
		case strings.Contains(s, "..."):
			bad("has three dots for …")
		case strings.ContainsAny(s, `"'`):
			bad("has a typewriter's quotation mark or apostrophe")
		case tag == "es" && strings.ContainsAny(s, "“”"):
			bad("has English quotation marks")
		case tag == "en" && strings.ContainsAny(s, "«»"):
			bad("has Spanish quotation marks")
		case strings.Count(s, "“") != strings.Count(s, "”") || strings.Count(s, "«") != strings.Count(s, "»"):
			bad("opens a quotation and does not close it")
		case strings.ContainsAny(braces.ReplaceAllString(s, ""), "{}"):
			bad("has a brace that is no placeholder's")
		case regexp.MustCompile(`\s[.,;:!?](\s|$)`).MatchString(s):
			bad("has a space before a mark")
		}
		if tag == "es" && (strings.Count(s, "?") != strings.Count(s, "¿") || strings.Count(s, "!") != strings.Count(s, "¡")) {
			bad("opens a question or an exclamation and does not close it")
		}
	})
}

// Whole sentences begin as sentences do; forms and bars have room for so
// much (limits are characters, at the narrowest screen of 40).
func TestWordsFitTheirPlace(t *testing.T) {
	limits := []struct {
		shape string
		most  int
	}{
		{`^question\..*\.short$`, 10},
		{`^question\..*\.title$`, 36},
		{`^question\..*\.(lead|watch)$`, 90},
		{`^field\..*\.label$`, 24},
		{`^field\..*\.prompt$`, 60},
		{`^field\..*\.hint$`, 100},
		{`^field\..*\.more$`, 24},
		{`^option\.`, 60},
		{`^problem\.[A-Z-]+$`, 90},
		{`^problem\..*\.(why|fix)$`, 110},
	}
	every(t, func(tag, key, s string) {
		n := utf8.RuneCountInString(s)
		for _, l := range limits {
			if regexp.MustCompile(l.shape).MatchString(key) && n > l.most {
				t.Errorf("%s: %q has %d characters, at most %d: %q", tag, key, n, l.most, s)
			}
		}
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "¿«“"))
		small := strings.HasSuffix(key, ".more") && strings.HasPrefix(key, "field.")
		switch {
		case small && unicode.IsUpper(first):
			t.Errorf("%s: %q stands in a line and begins with a capital: %q", tag, key, s)
		case !small && regexp.MustCompile(`^(question|field|option|problem|level)\.`).MatchString(key) && unicode.IsLower(first):
			t.Errorf("%s: %q begins with a small letter: %q", tag, key, s)
		}
		// A finding is a headline; its reason and remedy are sentences below it.
		if regexp.MustCompile(`^problem\.[A-Z-]+$`).MatchString(key) && strings.HasSuffix(s, ".") {
			t.Errorf("%s: %q ends in a full stop: %q", tag, key, s)
		}
		if strings.HasPrefix(key, "field.") && strings.HasSuffix(key, ".more") && len(strings.Fields(s)) > 4 {
			t.Errorf("%s: %q is more than a few words: %q", tag, key, s)
		}
	})
}
