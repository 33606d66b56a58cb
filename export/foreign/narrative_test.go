// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"reflect"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/internal/locale"
)

// told is what becomes of criteria: the steps a line each, then the evidence.
func told(t *testing.T, narrative string) string {
	t.Helper()
	s := strings.NewReplacer("\\", `\\`, "\n", `\n`, `"`, `\"`).Replace(narrative)
	d := read(t, []byte(`{"type":"BadgeClass","name":"x","description":"y","criteria":{"narrative":"`+s+`"}}`)).Draft
	out := say(d, "criteria.steps")
	if d.Criteria.Evidence != "" {
		out += " || " + d.Criteria.Evidence
	}
	return out
}

func TestProseBecomesSteps(t *testing.T) {
	for in, want := range map[string]string{
		"Pour a cup.": "Pour a cup.",
		"You must:\n\n- pour\n- wash\n\nA mentor watches.":                           "pour\nwash || A mentor watches.",
		"You must:\n- pour\n- wash":                                                  "pour\nwash",
		"* pour\n+ wash\n• dry\n– rest":                                              "pour\nwash\ndry\nrest",
		"1. pour\n2) wash\n(3) dry":                                                  "pour\nwash\ndry",
		"a) pour\nb) wash":                                                           "pour\nwash",
		"1. pour\n\n2. wash\n\n3. dry":                                               "pour\nwash\ndry",
		"- pour\n  slowly\n- wash\nwith care":                                        "pour slowly\nwash with care",
		"- pour\n  - tea\n  - milk\n- wash":                                          "pour: tea; milk\nwash",
		"- pour:\n    1. tea\n    2. milk":                                           "pour: tea; milk",
		"- [ ] pour\n- [x] wash":                                                     "pour\nwash",
		"# Criteria\n\nPour a cup.":                                                  "Pour a cup.",
		"# Core\n- pour\n\n# More\n- wash\n- dry":                                    "Core: pour\nMore: wash\nMore: dry",
		"Core\n====\n- pour\n\nMore\n----\n- wash":                                   "Core: pour\nMore: wash",
		"Pour a cup.\n\nWash it up.":                                                 "Pour a cup.\nWash it up.",
		"Pour a cup\nWash it up":                                                     "Pour a cup\nWash it up",
		"Pour a cup of tea for\nsomebody who is thirsty":                             "Pour a cup of tea for somebody who is thirsty",
		"To earn it you: 1) pour 2) wash and 3) dry":                                 "pour\nwash and\ndry",
		"In 2015 we poured. 1. Of 20 cups":                                           "In 2015 we poured. 1. Of 20 cups",
		"The earner has to: pour a cup; wash it; and dry it.":                        "pour a cup\nwash it\nand dry it.",
		"Earners met for 20 hours in the kitchen. They have to:\n- pour":             "pour || Earners met for 20 hours in the kitchen. They have to:",
		"- pour\n\nEvidence: a photo\n\nAssessed by: a mentor":                       "pour || a photo",
		"- pour (optional)\n- wash (evidence: a photo)":                              "pour\nwash",
		"- **pour** _well_ [tea](https://a.org) `now` ![cup](c.png) <https://b.org>": "pour well tea (https://a.org) now cup https://b.org",
		`- 5 \* 3 snake_case 2 * 3 * 4 \[x\]`:                                        "5 * 3 snake_case 2 * 3 * 4 [x]",
		"<p>You must:</p><ul><li>pour</li><li>wash <b>up</b><ul><li>now</li></ul></li></ul><script>alert(1)</script><p>A mentor watches.</p>": "pour\nwash up: now || A mentor watches.",
		"* ALL of these are completed:\n\n* a quiz\n* a task\n\nUsers get it when they complete the following:":                               "a quiz\na task",
		"Pour &amp; wash":   "Pour & wash",
		"# Only a heading":  "Only a heading",
		"> quoted":          "quoted",
		"---\npour\n\n***":  "pour",
		"```\npour\n```":    "pour",
		"J. Smith decides.": "J. Smith decides.",
	} {
		if got := told(t, in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}

func TestLongCriteriaAreSplitAtSentences(t *testing.T) {
	sentence := "They pour a cup of tea for somebody who is thirsty, and they do so every day. "
	steps := strings.Split(told(t, strings.Repeat(sentence, 20)), "\n")
	if len(steps) != 2 || !strings.HasSuffix(steps[0], "every day.") || strings.Join(steps, " ") != strings.TrimSpace(strings.Repeat(sentence, 20)) {
		t.Errorf("%q", steps)
	}
	if n := len(strings.Split(told(t, strings.Repeat("- pour\n", 70)), "\n")); n != 50 {
		t.Errorf("%d steps", n)
	}
}

// What the program writes of answers gives these answers again.
func TestOurNarrativeGivesItsAnswersBack(t *testing.T) {
	full := designer.Draft{Criteria: designer.Criteria{
		Steps: []designer.Step{{Text: "Poured *three* <cups> & more"}, {Text: "- washed (evidence: up)", Evidence: "a photo (large)"}, {Text: "1. dried", Optional: true}, {Text: "x", Optional: true, Evidence: "y"}},
		Rule:  2, Evidence: "Photos\nand a signed list\n- and more", Assessor: "a mentor", Method: "quiz", Effort: "PT1H30M",
		Level: designer.CriteriaLevel{Name: "Helper (new)", Step: 2, Of: 3}, Rubric: "https://tea.org/r?a=1&b=2",
	}, Next: designer.Next{Requires: []string{"Tea Safety", "# First aid"}, Rule: 1}}
	one := designer.Draft{Criteria: designer.Criteria{Steps: []designer.Step{{Text: "Poured"}}, Level: designer.CriteriaLevel{Step: 1, Of: 2}, Effort: "P2D"}, Next: designer.Next{Requires: []string{"Tea Safety"}}}
	for _, tag := range locale.Languages() {
		w := locale.For(tag)
		for _, d := range []designer.Draft{full, one, {Criteria: designer.Criteria{Evidence: "a photo"}}, {Criteria: designer.Criteria{Level: designer.CriteriaLevel{Name: "Helper"}}}} {
			text := prose.Narrative(d, w)
			got, ok := ours(text, designer.Draft{Language: tag})
			got.Language = ""
			if !ok || !reflect.DeepEqual(got, d) {
				t.Errorf("%s:\n%s\ngives %+v\nwant %+v", tag, text, got, d)
			}
		}
	}
	if _, ok := ours("To earn this badge:\n\n- pour\n\nand wash up", designer.Draft{}); ok {
		t.Error("what others wrote passes for ours")
	}
}

func TestHTMLBecomesText(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                        "plain",
		"a < b > c & d":                "a < b > c & d",
		"List<String> <https://a.org>": "List<String> <https://a.org>",
		"<p>One</p>\n<p>Two</p>":       "One\n\nTwo",
		"One<br>Two<br/>Three":         "One\nTwo\nThree",
		"<DIV>One</DIV><div>Two</div>": "One\n\nTwo",
		`See <a href="https://a.org/?x=1&amp;y=2">this</a>`: "See this (https://a.org/?x=1&y=2)",
		`<a href="https://a.org">https://a.org</a>`:         "https://a.org",
		`<a href="javascript:alert(1)">this</a>`:            "this",
		"<ol><li>One</li><li>Two</li></ol>":                 "- One\n- Two",
		"<ul>\n <li>\n  <p>One</p>\n </li>\n</ul>":          "- One",
		"a<!-- b -->c":                              "ac",
		"a<script>b</script><style>c</style>d":      "ad",
		"&lt;b&gt; &eacute;&#8217;&nbsp;x":          "<b> é’ x",
		"<p onclick='x'>a</p><img src=x alt='cup'>": "a\n\ncup",
		"<p>a":    "a",
		"<b":      "<b",
		"</p>":    "",
		"<p><p>a": "a",
	} {
		got, was := unhtml(in)
		if got != want || was != (in != want) && in != "</p>" {
			t.Errorf("%q gives %q %v, want %q", in, got, was, want)
		}
	}
}
