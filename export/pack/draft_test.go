// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"insignia/designer"
)

// languages are words of several scripts, by tag.
var languages = map[string]string{
	"en":    "Repaired three punctures so that the tyre holds pressure a day later; wrote it down",
	"es-MX": "Reparó tres pinchazos y anotó la presión al día siguiente, ¿de verdad? ¡Sí! Ñandú",
	"el":    "Επισκεύασε τρία λάστιχα και σημείωσε την πίεση την επόμενη μέρα",
	"ru":    "Починил три прокола и записал давление на следующий день",
	"ar":    "أصلح ثلاثة ثقوب وسجل الضغط في اليوم التالي",
	"ja":    "三つのパンクを直し、翌日の空気圧を記録した。 それから 友だちに 教えた。",
	"pt-br": "Consertou três furos e anotou a pressão no dia seguinte",
	"":      "🚲 🔧 👩‍🚀 👍🏽 🇪🇸 👨‍👩‍👧‍👦 ok e\u0301 fine",
}

// odd is what breaks things somewhere: markup, Markdown, quotes, hidden and
// reordering characters, places of a template.
var odd = []string{"<b>", "</b>", "List<String>", "![x](y.png)", "[x]: <https://x.org>", "<https://x.org>", "a<5", "5 > 3", "< ", "<!--", "<?php",
	`"quoted"`, `back\slash`, "`code`", "*star*", "_under_", "# head", "- item", "1. one", "&amp;", "AT&T", "&#60;b&#62;", "\u202eRTL\u202c", "a\x00b",
	"\u200b", "\u00a0", "{{ earnerName }}", "{{{x}}}", "%s", "$1", "a, b", "; --", "=1+1", "\tx", "'", "<", ">", "{", "\ufeff", "\u2028", "<script>alert(1)</script>"}

// generator makes drafts of every shape, always the same ones.
type generator struct {
	*rand.Rand
	words []string
}

// text is about as long as asked: exactly so where nothing in it is odd.
func (g *generator) text(n int, strange bool) string {
	var out strings.Builder
	runes := 0
	for runes < n {
		word := g.words[g.IntN(len(g.words))]
		if strange && g.IntN(4) == 0 {
			word = odd[g.IntN(len(odd))]
		}
		out.WriteString(word + " ")
		runes += len([]rune(word)) + 1
	}
	return string([]rune(out.String())[:n])
}

func (g *generator) of(lengths ...int) int { return lengths[g.IntN(len(lengths))] }

// draft is the i-th.
func (g *generator) draft(i int) designer.Draft {
	tags := make([]string, 0, len(languages))
	for tag := range languages {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	lang := tags[i%len(tags)]
	g.words = strings.Fields(languages[lang])
	strange := i%3 > 0
	d := designer.Draft{Meta: designer.Meta{ID: testID}, Language: lang}
	has := func() bool { return g.IntN(5) > 0 } // answers are missing
	if has() {
		d.Name = g.text(g.of(1, 2, 3, 30, 59, 60, 61, 99, 100, 101, 254, 255), strange)
	}
	if has() {
		d.Description = g.text(g.of(1, 100, 699, 700, 701, 999, 1000, 1001, 4000), strange)
	}
	kinds := []string{"", "skill", "interest", "membership", "participation"}
	d.Kind = kinds[g.IntN(len(kinds))]
	if has() {
		for range g.of(1, 3, 5, 50) {
			s := designer.Step{Text: g.text(g.of(1, 20, 49, 50, 51, 299, 300, 301, 1000), strange), Optional: g.IntN(4) == 0}
			if g.IntN(2) == 0 {
				s.Evidence = g.text(g.of(10, 60, 299), strange)
			}
			d.Criteria.Steps = append(d.Criteria.Steps, s)
		}
		d.Criteria.Rule = designer.Rule(g.IntN(4))
	}
	if has() {
		d.Criteria.Evidence = g.text(g.of(20, 300, 1000), strange) + "\n\n" + g.text(30, strange)
		d.Criteria.Assessor, d.Criteria.Effort, d.Criteria.Method = g.text(40, strange), "PT90M", "peer"
		d.Criteria.Level = designer.CriteriaLevel{Name: g.text(12, strange), Step: 2, Of: 3}
		d.Criteria.Validity, d.Version = g.text(12, strange), g.text(3, strange)
		d.Next.Requires = []string{g.text(12, strange), g.text(20, strange)}
		d.Criteria.Rubric = "https://rubric.org/a*b_c~[1]"
	}
	if has() {
		d.Criteria.URL = []string{"https://x.org/c", "https://münchen.de/grün?x=ä", "x.org", "http://" + strings.Repeat("a", 40) + ".org/" + strings.Repeat("p", g.of(190, 206, 207, 1900)),
			"https://a.b", "https://x.org:8/", "https://[2001:db8::1]/x", "https://8.8.8.8/", "https://x.museum.", "mailto:x@y.org"}[g.IntN(10)]
	}
	for range g.of(0, 1, 3, 20) {
		d.Tags = append(d.Tags, g.text(g.of(1, 2, 10, 49, 50), strange))
	}
	for range g.of(0, 0, 1, 3, 20) {
		a := designer.Alignment{TargetName: g.text(g.of(1, 60, 254, 255, 256, 1000), strange), TargetURL: "https://skills.org/" + strings.Repeat("x", g.of(0, 5, 235, 236, 237, 900))}
		if g.IntN(2) == 0 {
			a.TargetDescription, a.TargetFramework, a.TargetCode = g.text(g.of(5, 300, 1000), strange), g.text(g.of(5, 256), strange), g.text(5, strange)
		}
		if g.IntN(6) == 0 {
			a.TargetURL = []string{"", "urn:x", "x.org/1", "https://a.b/c", "https://例え.jp/ü"}[g.IntN(5)]
		}
		d.Alignment = append(d.Alignment, a)
	}
	if has() {
		d.Issuer = designer.Issuer{Name: g.text(g.of(3, 60, 255), strange), URL: "https://ñandú.org/é", Email: "badges@kettenwerk.org", Description: g.text(40, strange)}
	}
	d.Look.Alt = g.text(g.of(0, 20, 250), strange)
	return d
}

// manyDrafts are 240 drafts: every language thirty times.
func manyDrafts(t testing.TB) []designer.Draft {
	t.Helper()
	g := generator{Rand: rand.New(rand.NewPCG(1, 2))}
	var out []designer.Draft
	n := 240
	if testing.Short() {
		n = 48
	}
	for i := range n {
		out = append(out, g.draft(i))
	}
	return out
}
