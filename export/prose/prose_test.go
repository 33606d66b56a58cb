// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package prose

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"insignia/designer"
	"insignia/export/check"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

func full() designer.Draft {
	d := designer.Draft{Kind: designer.KindSkill, Name: "Bike Repair Buddy"}
	d.Why.Viewer = "A delivery firm sees someone who keeps a fleet rolling."
	d.Criteria = designer.Criteria{
		Steps: []designer.Step{
			{Text: "Repaired three punctures.", Evidence: "photo of each bike", Note: "look at the valve"},
			{Text: "Adjusted brakes\nand gears"},
			{Text: "Coached one visitor", Optional: true},
		},
		Rule: 2, Evidence: "Photos\n\nand a signed checklist", Assessor: "a workshop mentor", Method: "observation",
		Effort: "PT1H30M", Level: designer.CriteriaLevel{Name: "Helper", Step: 2, Of: 3}, Rubric: "https://kettenwerk.example/_r_?a=1&b=2", Validity: "two years",
	}
	d.Next = designer.Next{Requires: []string{"Tool safety", "First aid"}, Rule: 1}
	return d
}

func TestNarrativeSaysEverythingAnEarnerNeeds(t *testing.T) {
	want := map[string]string{
		"en": `To earn this badge, do any 2 of these:

- Repaired three punctures. (evidence: photo of each bike)
- Adjusted brakes and gears
- Coached one visitor (optional)

Evidence: Photos

and a signed checklist

Assessed by: a workshop mentor

How it is assessed: someone watches it being done

Effort: 1 hour 30 minutes

Level: Helper (2 of 3)

Rubric: https://kettenwerk.example/%5Fr%5F?a=1&b=2

Before this badge, earn any one of these:

- Tool safety
- First aid`,
		"es": `Para conseguir esta insignia, haz 2 de estas cosas:

- Repaired three punctures. (evidencia: photo of each bike)
- Adjusted brakes and gears
- Coached one visitor (opcional)

Evidencia: Photos

and a signed checklist

Lo evalúa: a workshop mentor

Cómo se evalúa: alguien ve cómo se hace

Dedicación: 1 hora 30 minutos

Nivel: Helper (2 de 3)

Rúbrica: https://kettenwerk.example/%5Fr%5F?a=1&b=2

Antes de esta insignia, consigue una de estas:

- Tool safety
- First aid`,
	}
	for lang, text := range want {
		if got := Narrative(full(), locale.For(lang)); got != text {
			t.Errorf("%s:\n%s\nwant:\n%s", lang, got, text)
		}
	}
}

func TestPassagesAreTheNarrativeWithoutMarkdown(t *testing.T) {
	d := full()
	d.Criteria.Steps[0].Text, d.Criteria.Evidence, d.Next.Requires[0] = "# *One* <b>", "a_b_c\n\n- two", "_Tool_"
	want := []Passage{
		{Text: "To earn this badge, do any 2 of these:"},
		{Items: []string{"# *One* <b> (evidence: photo of each bike)", "Adjusted brakes and gears", "Coached one visitor (optional)"}},
		{Text: "Evidence: a_b_c"}, {Text: "- two"},
		{Text: "Assessed by: a workshop mentor"},
		{Text: "How it is assessed: someone watches it being done"},
		{Text: "Effort: 1 hour 30 minutes"},
		{Text: "Level: Helper (2 of 3)"},
		{Text: "Rubric: https://kettenwerk.example/_r_?a=1&b=2"},
		{Text: "Before this badge, earn any one of these:"}, {Items: []string{"_Tool_", "First aid"}},
	}
	if got := Passages(d, locale.For("en")); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestNarrativeHasOnlyTheAnswersThereAre(t *testing.T) {
	w := locale.For("en")
	for _, c := range []struct {
		set  []string
		want string
	}{
		{nil, ""},
		{[]string{"name", "Bike", "earner.who", "Ana"}, ""},
		{[]string{"criteria.steps", "Fixed one"}, "To earn this badge:\n\n- Fixed one"},
		{[]string{"criteria.steps", "Fixed one", "criteria.rule", "1"}, "To earn this badge:\n\n- Fixed one"},
		{[]string{"criteria.steps", "Fixed one", "criteria.rule", "3"}, "To earn this badge, do any 3 of these:\n\n- Fixed one"},
		{[]string{"criteria.evidence", "a photo"}, "Evidence: a photo"},
		{[]string{"criteria.level.step", "1", "criteria.level.of", "3"}, "Level: 1 of 3"},
		{[]string{"criteria.level.step", "1"}, ""},
		{[]string{"criteria.level.name", "Helper"}, "Level: Helper"},
		{[]string{"criteria.effort", "2 days"}, "Effort: 2 days"},
		{[]string{"criteria.effort", "1 h"}, "Effort: 1 hour"},
		{[]string{"next.requires", "Tool <b>safety"}, "Before this badge: Tool &lt;b>safety"},
		{[]string{"criteria.rubric", "see *me*"}, `Rubric: see \*me\*`},
		{[]string{"criteria.steps", "x", "criteria.steps.1.evidence", "y", "criteria.steps.1.text", "", "criteria.evidence", "a photo"}, "Evidence: a photo"},
	} {
		d := designer.Draft{}
		for i := 0; i < len(c.set); i += 2 {
			if err := d.Set(c.set[i], c.set[i+1]); err != nil {
				t.Fatal(err)
			}
		}
		if got := Narrative(d, w); got != c.want {
			t.Errorf("%v gives %q, want %q", c.set, got, c.want)
		}
	}
}

func TestTextShowsAsTyped(t *testing.T) {
	for in, want := range map[string]string{
		"plain text, 1.5 h & more":       "plain text, 1.5 h & more",
		"a < b and 3 > 2 and I <3 it":    "a < b and 3 > 2 and I <3 it",
		"List<String> </p> <!-- <?x":     "List&lt;String> &lt;/p> &lt;!-- &lt;?x",
		"<https://x.example>":            "&lt;https://x.example>",
		"&lt;b> &amp; &#60; AT&T; R&D":   "&amp;lt;b> &amp;amp; &amp;#60; AT&T; R&D",
		"![cat](x.png)":                  `!\[cat](x.png)`,
		"[text](https://x.example)":      `\[text](https://x.example)`,
		"see [1] there":                  "see [1] there",
		"[x] done":                       `\[x] done`,
		"[a]: https://x.example":         `\[a]: https://x.example`,
		"*very* **good** 2 * 3 5*6":      `\*very\* \*\*good\*\* 2 * 3 5\*6`,
		"_so_ snake_case __init__ a _ b": `\_so\_ snake_case \_\_init\_\_ a _ b`,
		"run `ls` now":                   "run \\`ls\\` now",
		"~5 h ~~no~~ a~b":                `~5 h \~\~no\~\~ a\~b`,
		`C:\temp \* end\`:                `C:\temp \\\* end\\`,
		"# title":                        `\# title`,
		"#tag":                           `\#tag`,
		"> quoted":                       `\> quoted`,
		"- dash":                         `\- dash`,
		"-5 degrees":                     "-5 degrees",
		"+ plus":                         `\+ plus`,
		"* star":                         `\* star`,
		"--":                             `\--`, // after the mark of a list it would be a rule
		"---":                            `\---`,
		"1. first":                       `1\. first`,
		"2) second":                      `2\) second`,
		"1.5 h":                          "1.5 h",
		"2026. A year":                   `2026\. A year`,
		"  two\n lines\t":                "two lines",
		"emoji 🚲 and é":                  "emoji 🚲 and é",
		"":                               "",
	} {
		if got := escape(in); got != want {
			t.Errorf("escape(%q) = %q, want %q", in, got, want)
		}
	}
}

var backslashed = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)

// unescape is what a reader of Markdown makes of text without markup.
func unescape(s string) string {
	var out strings.Builder
	for s != "" {
		switch m := backslashed.FindStringIndex(s); {
		case m != nil && m[0] == 0:
			out.WriteString(s[1:2])
			s = s[2:]
			continue
		case strings.HasPrefix(s, "&lt;"):
			out.WriteString("<")
			s = s[4:]
			continue
		case strings.HasPrefix(s, "&amp;"):
			out.WriteString("&")
			s = s[5:]
			continue
		}
		out.WriteString(s[:1])
		s = s[1:]
	}
	return out.String()
}

var (
	emphasis   = regexp.MustCompile(`(^|[^\\])(\\\\)*[*` + "`" + `]\S`)
	blockStart = regexp.MustCompile(`^(#|>|[-+*]( |$)|[0-9]{1,9}[.)]( |$)|(---+|\*\*\*+|___+)$)`)
)

func FuzzEscapedTextIsOnlyText(f *testing.F) {
	for _, s := range []string{"![a](b) <p> &lt; *x* _y_ `z` ~~q~~ \\* # > - 1. [a]: b", "---", "*", "\\", "<", "&", "_", "a_b_", "**bold", "1)", "!\\[", "\\\\*", "\xf1", "<\x00A"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		got := escape(in)
		tidy, _ := clean.Line(in)
		if want := strings.Join(strings.Fields(tidy), " "); unescape(got) != want {
			t.Errorf("%q shows as %q, typed as %q", got, unescape(got), want)
		}
		if strings.Contains(got, "![") || check.HasMarkup(got) || strings.Contains(got, "\n") || blockStart.MatchString(got) {
			t.Errorf("escape(%q) = %q", in, got)
		}
		if emphasis.MatchString(got) {
			t.Errorf("escape(%q) = %q may be emphasis", in, got)
		}
	})
}

// Every private answer is set to a word of its own; none may get out.
func TestWhatIsPrivateStaysOut(t *testing.T) {
	d := full()
	secret := map[string]bool{"look at the valve": true, "two years": true}
	for _, f := range designer.Fields() {
		if !f.Private && f.Question != designer.AskEarner {
			continue
		}
		value := "secret-" + f.ID
		if f.Input == designer.Date {
			value = "2031-05-04"
		}
		if err := d.Set(f.ID, value); err != nil {
			t.Fatal(err)
		}
		secret[value] = true
	}
	if len(secret) < 8 {
		t.Fatalf("only %d secrets", len(secret))
	}
	for _, lang := range locale.Languages() {
		text := Narrative(d, locale.For(lang)) + Description(d, locale.For(lang))
		for s := range secret {
			if strings.Contains(text, s) {
				t.Errorf("%q gets out:\n%s", s, text)
			}
		}
	}
}

func TestDescriptionIsDraftedFromWhatThereIs(t *testing.T) {
	w := locale.For("en")
	long := strings.TrimSpace(strings.Repeat("word ", 200))
	for _, c := range []struct {
		set  []string
		want string
	}{
		{nil, ""},
		{[]string{"language", "es"}, ""},
		{[]string{"why.viewer", "A firm sees\nsomeone careful"}, "A firm sees someone careful."},
		{[]string{"criteria.steps", "Fixed a bike."}, "Awarded for this: Fixed a bike."},
		{[]string{"why.viewer", "A firm sees someone careful!", "criteria.steps.1", "Fixed a bike.", "criteria.steps.2", "Coached a friend"},
			"A firm sees someone careful! Awarded for this: Fixed a bike; Coached a friend."},
		{[]string{"why.earner", "I may use the workshop alone"}, "I may use the workshop alone."},
		{[]string{"kind", "membership"}, "A badge for being a member."},
		{[]string{"look.stars", "2"}, "A badge in the making."},
		{[]string{"team", "Table 4"}, "A badge in the making."},
		{[]string{"why.viewer", long}, strings.TrimSpace(strings.Repeat("word ", 79)) + " …"},
	} {
		d := designer.Draft{}
		for i := 0; i < len(c.set); i += 2 {
			if err := d.Set(c.set[i], c.set[i+1]); err != nil {
				t.Fatal(err)
			}
		}
		if got := Description(d, w); got != c.want {
			t.Errorf("%.80q gives %q, want %q", c.set, got, c.want)
		}
	}
}

func TestDescriptionNamesAsManyStepsAsFit(t *testing.T) {
	d := designer.Draft{}
	for range 10 {
		if err := d.Append("criteria.steps", strings.Repeat("é", 90)); err != nil {
			t.Fatal(err)
		}
	}
	got := Description(d, locale.For("en"))
	if n := utf8.RuneCountInString(got); n > maxDescription || strings.Count(got, ";") != 3 || !strings.HasSuffix(got, " …") {
		t.Errorf("%d characters: %s", n, got)
	}
}

func FuzzDescriptionFitsAndIsNeverEmpty(f *testing.F) {
	f.Add("viewer", "step", "evidence")
	f.Add("", " ", "🚲")
	f.Add(strings.Repeat("é", 999), strings.Repeat("x ", 400), "")
	f.Fuzz(func(t *testing.T, viewer, step, evidence string) {
		d := designer.Draft{}
		for at, v := range map[string]string{"why.viewer": viewer, "criteria.steps": step, "criteria.evidence": evidence} {
			_ = d.Set(at, v) // too long is refused, and then not there
		}
		got := Description(d, locale.For("es"))
		if n := utf8.RuneCountInString(got); n > maxDescription || strings.Contains(got, "\n") {
			t.Errorf("%d characters: %q", n, got)
		}
		if (got == "") != reflect.DeepEqual(d, designer.Draft{}) {
			t.Errorf("%+v gives %q", d, got)
		}
	})
}
