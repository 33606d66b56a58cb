// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"cmp"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/designer/issuing"
	"insignia/designer/primer"
	"insignia/designer/sample"
	"insignia/export/prose"
	"insignia/internal/locale"
)

// Par is a paragraph of a text that is read from top to bottom. Depth is how
// far it is set in; one that Opens has an empty line before it.
type Par struct {
	Text  string
	Depth int
	Opens bool
}

// IntroPage is a page of the introduction, the n-th counted from 1; with notes
// what to say and to ask as well.
func IntroPage(w locale.Words, n int, p primer.Page, notes bool) []Par {
	badge, _ := sample.Load(primer.Sample, w.Tag())
	out := []Par{{Text: strconv.Itoa(n) + " " + w.T("intro."+p.ID+".title", "name", badge.Name)}}
	for i := range p.Paragraphs {
		out = append(out, Par{Text: w.T("intro." + p.ID + ".text." + strconv.Itoa(i+1)), Opens: true})
	}
	for _, g := range p.Groups {
		opens := true
		if g.ID != "" {
			out = append(out, Par{Text: w.T("intro.group." + g.ID), Opens: true})
			opens = false
		}
		for _, part := range g.Parts {
			pars := introPart(w, p, part, badge)
			pars[0].Opens = opens
			out, opens = append(out, pars...), false
		}
	}
	if notes {
		for _, s := range [][2]string{{"intro.notes.say", ".say"}, {"intro.notes.ask", ".ask"}} {
			out = append(out, Par{Text: w.T("intro.part.line", "part", w.T(s[0]), "about", w.T("intro."+p.ID+s[1])), Opens: true})
		}
		out = append(out, Par{Text: w.T("intro.minutes", "n", p.Minutes), Opens: true})
	}
	return out
}

// introPart is what a page's figure points at, in words.
func introPart(w locale.Words, p primer.Page, part string, badge designer.Draft) []Par {
	label, about := w.T("intro.part."+part), w.T("intro.part."+part+".about")
	switch p.ID {
	case primer.Travel:
		label += " " + w.T("intro.part."+part+".does")
	case primer.More:
		if address := primer.Address(part); address != "" {
			label += ", " + address
		}
	case primer.Example:
		good, q := primer.Answer(badge, part)
		return []Par{
			{Text: label, Depth: 1},
			{Text: w.T("intro.part.line", "part", w.T("intro.good"), "about", good), Depth: 2},
			{Text: about, Depth: 2},
			{Text: w.T("intro.part.line", "part", w.T("intro.weak"), "about", w.T("question."+q.String()+".weak")), Depth: 2},
		}
	}
	return []Par{{Text: w.T("intro.part.line", "part", label, "about", about), Depth: 1}}
}

// Suits is what comes of the answers to which issuer suits.
func Suits(w locale.Words, answers issuing.Answers) []Par {
	suit, miss := issuing.Find(answers)
	out := []Par{{Text: w.N("suits.found", len(suit))}}
	for _, r := range suit {
		key := "suits.route." + r.ID
		out = append(out, Par{Text: w.T(key), Opens: true})
		for _, part := range []struct{ label, text string }{
			{w.T("suits.why"), w.T(key + ".why")}, {w.T("suits.need"), w.T(key + ".need")}, {w.T("suits.give"), w.T(key + ".give")},
		} {
			out = append(out, Par{Text: w.T("intro.part.line", "part", part.label, "about", part.text), Depth: 1, Opens: true})
		}
		for i, e := range issuing.Examples(r, answers) {
			if i == 0 {
				out = append(out, Par{Text: w.T("suits.examples"), Depth: 1, Opens: true})
			}
			out = append(out, Par{Text: service(w, e), Depth: 2})
		}
	}
	out = append(out, Par{Text: w.T("suits.age"), Opens: true}, Par{Text: w.T("suits.tip." + answers[issuing.Who]), Opens: true})
	for i, m := range miss {
		if i == 0 {
			out = append(out, Par{Text: w.T("suits.other"), Opens: true})
		}
		answer := w.T("suits." + m.Question + "." + answers[m.Question])
		out = append(out, Par{Text: w.T("suits.left", "route", w.T("suits.route."+m.Route.ID), "answer", answer), Depth: 1})
	}
	return out
}

// service is an example of a way, and what to ask about it.
func service(w locale.Words, e issuing.Example) string {
	text := w.T("suits.example", "name", e.Service.Name, "date", e.Service.AsOf) + " " + w.T("suits.service."+e.Service.ID)
	var open []string
	for _, f := range e.Ask {
		open = append(open, w.T("suits.feature."+string(f)))
	}
	if len(open) > 0 {
		text += " " + w.T("suits.open", "features", strings.Join(open, ", "))
	}
	return text
}

// Presented is what is said of a badge when it is presented: its name, whose it
// is, and its points. The picture is a sentence, "" for none.
func Presented(w locale.Words, d designer.Draft, picture string) []Par {
	out := []Par{{Text: cmp.Or(strings.TrimSpace(d.Name), w.T("ui.unnamed"))}}
	for _, t := range []string{d.Team, d.Issuer.Name} {
		if t != "" {
			out = append(out, Par{Text: t})
		}
	}
	if picture != "" {
		out = append(out, Par{Text: picture, Opens: true})
	}
	for _, p := range prose.Points(d, w) {
		head := p.Heading
		if p.Note != "" {
			head += " (" + p.Note + ")"
		}
		out = append(out, Par{Text: head, Opens: true})
		for _, item := range p.Items {
			out = append(out, Par{Text: item, Depth: 1})
		}
	}
	return out
}
