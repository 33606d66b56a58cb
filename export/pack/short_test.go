// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestShortEndsAtASentenceOrAWord(t *testing.T) {
	for _, c := range []struct {
		s     string
		limit int
		want  string
	}{
		{"Short enough", 12, "Short enough"},
		{"Anything", 0, "Anything"},
		{"First sentence. Second sentence is longer.", 30, "First sentence. …"},
		{"One line\nand another one that is long", 20, "One line …"},
		{"Repaired three punctures, brakes and gears", 30, "Repaired three punctures …"},
		{"Is it? It is a question of a kind", 24, "Is it? It is a …"},
		{"三つのパンクを直した。翌日の空気圧を記録した。", 16, "三つのパンクを直した。 …"},
		{strings.Repeat("x", 40), 20, strings.Repeat("x", 18) + " …"},
		{"👩‍🚀👩‍🚀👩‍🚀👩‍🚀", 13, "👩‍🚀👩‍🚀 …"},
		{"e\u0301\u0323e\u0301\u0323e\u0301\u0323 tail that is long", 8, "e\u0301\u0323e\u0301\u0323 …"},
	} {
		got := short(c.s, c.limit)
		if got != c.want {
			t.Errorf("short(%q, %d) is %q, want %q", c.s, c.limit, got, c.want)
		}
		if c.limit > 0 && length(got) > c.limit {
			t.Errorf("%q has %d characters, at most %d", got, length(got), c.limit)
		}
	}
}

func TestListsAreCutAtWholeItems(t *testing.T) {
	md := "To earn this badge:\n\n- the first of all the steps\n- the second step\n- the third one, which is longer\n\nEvidence: a photo"
	for limit, want := range map[int]string{
		200: md,
		110: "To earn this badge:\n\n- the first of all the steps\n- the second step\n- the third one, which is longer\n\n…",
		80:  "To earn this badge:\n\n- the first of all the steps\n- the second step\n\n…",
		60:  "To earn this badge:\n\n- the first of all the steps\n\n…",
		10:  "To earn …",
	} {
		if got := shortList(md, limit); got != want {
			t.Errorf("%d: %q", limit, got)
		}
	}
}

func TestOnlyWhatWouldBeDroppedBecomesBlunt(t *testing.T) {
	for _, c := range []struct{ in, django, php string }{
		{"List<String> is a > b", "List‹String› is a > b", "List‹String› is a > b"},
		{"5 < 6 and 7 > 3", "5 < 6 and 7 > 3", "5 < 6 and 7 > 3"},
		{"a<5 <- b <", "a<5 <- b <", "a‹5 ‹- b ‹"},
		{"<a href='x'>y</a> <!-- --> <?x>", "‹a href='x'›y‹/a› ‹!-- --› ‹?x›", "‹a href='x'›y‹/a› ‹!-- --› ‹?x›"},
		{"none", "none", "none"},
	} {
		if got := blunt(c.in, AnglesOfDjango); got != c.django {
			t.Errorf("Django: %q", got)
		}
		if got := blunt(c.in, AnglesOfPHP); got != c.php {
			t.Errorf("PHP: %q", got)
		}
		if got := blunt(c.in, AnglesStay); got != c.in {
			t.Errorf("%q", got)
		}
	}
	for in, want := range map[string]string{"{{x}}": "{ {x}}", "{{{x": "{ { {x", "{ {": "{ {"} {
		if got := apart(in); got != want {
			t.Errorf("%q becomes %q", in, got)
		}
	}
}

func TestAddressesThatDjangoRefuses(t *testing.T) {
	for url, want := range map[string]bool{
		"https://x.org": true, "https://x.org:80/a?b#c": true, "https://x.org.": true, "https://8.8.8.8/x": true, "https://[2001:db8::1]:8/": true,
		"https://xn--mnchen-3ya.xn--p1ai/": true, "https://a.b": false, "https://a.b1/": false, "https://x.org:8/": false, "https://x.org?y=z:9": true,
	} {
		if takes(url) != want {
			t.Errorf("takes(%s) = %v", url, !want)
		}
	}
}

func FuzzShort(f *testing.F) {
	f.Add("One sentence. Another 👩‍🚀 one", 12)
	f.Add("日本語。です", 3)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		if limit < length(more) || limit > 1000 || !utf8.ValidString(s) {
			return
		}
		for _, got := range []string{short(s, limit), shortList(s, limit)} {
			if length(got) > limit || !utf8.ValidString(got) {
				t.Errorf("%q in %d is %q", s, limit, got)
			}
		}
	})
}
