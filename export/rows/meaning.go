// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"strconv"
	"strings"
	"sync"

	"insignia/designer"
	"insignia/internal/locale"
)

// meanings are the words of every language for the values that a draft keeps
// by an id, folded.
type meanings struct {
	options map[string]map[string]string // of a field: what is said, to the id
	all     map[string]bool              // as a rule
	truths  map[string]string            // yes or no
	tags    map[string]string            // of languages
}

// spreadsheetTruths are TRUE and FALSE as spreadsheets write them in the
// languages of Europe whose words differ.
const spreadsheetTruths = "true:false,verdadero:falso,wahr:falsch,vrai:faux,vero:falso,verdadeiro:falso,waar:onwaar," +
	"prawda:fałsz,pravda:nepravda,igaz:hamis,sand:falsk,sann:usann,tosi:epätosi,doğru:yanlış"

// ownNames are languages by their own names, as people write them out.
const ownNames = "english:en,español:es,castellano:es,deutsch:de,français:fr,italiano:it,português:pt,català:ca,euskara:eu," +
	"galego:gl,nederlands:nl,polski:pl,türkçe:tr,română:ro,svenska:sv,dansk:da,norsk:nb,suomi:fi,magyar:hu,čeština:cs," +
	"ελληνικά:el,українська:uk,русский:ru,العربية:ar"

var known = sync.OnceValue(func() *meanings {
	m := &meanings{options: map[string]map[string]string{}, all: map[string]bool{}, truths: map[string]string{},
		tags: map[string]string{}}
	for _, pair := range strings.Split(spreadsheetTruths, ",") {
		yes, no, _ := strings.Cut(pair, ":")
		m.truths[fold(yes)], m.truths[fold(no)] = "yes", "no"
	}
	for _, pair := range strings.Split(ownNames, ",") {
		name, tag, _ := strings.Cut(pair, ":")
		m.tags[fold(name)] = tag
	}
	for _, tag := range locale.Languages() {
		w := locale.For(tag)
		for _, pair := range list(w, "rows.languages") {
			name, tag, _ := strings.Cut(pair, ":")
			m.tags[fold(name)] = tag
		}
		for _, f := range designer.Fields() {
			for _, o := range f.Options {
				if m.options[f.ID] == nil {
					m.options[f.ID] = map[string]string{}
				}
				m.options[f.ID][fold(w.T("option."+f.ID+"."+o))] = o
				if f.ID == "kind" {
					m.options[f.ID][fold(w.T("ui.kind-badge."+o))] = o
				}
			}
		}
		for _, s := range append(list(w, "rows.all"), w.T("ui.rule.all")) {
			m.all[fold(s)] = true
		}
		for _, s := range list(w, "rows.yes") {
			m.truths[fold(s)] = "yes"
		}
		for _, s := range append(list(w, "rows.no"), list(w, "rows.optional")...) {
			m.truths[fold(s)] = "no"
		}
	}
	for _, f := range designer.Fields() {
		for _, o := range f.Options {
			m.options[f.ID][fold(o)] = o // an id means itself, whatever a word means
		}
	}
	return m
})

// truth is yes or no, or the text if it is neither.
func truth(text string) string {
	if strings.Trim(text, "✓✔☑☒× ") == "" {
		return "yes"
	}
	if v, ok := known().truths[fold(text)]; ok {
		return v
	}
	return text
}

var (
	hours = late(`^(\d{1,3}):(\d\d)(:00)?$`)
	ofAll = late(`^\D*(\d{1,2})(\D+\d{1,2})?\D*$`)
	whole = late(`^(\d+)[.,]0+$`)
)

// understood is what a person's text means, as Draft.Set takes it. What is not
// understood stays as it is, for Draft.Set to say so.
func (b *badge) understood(f designer.Field, text string) (string, error) {
	switch f.Input {
	case designer.Choice:
		if o, ok := known().options[f.ID][fold(text)]; ok {
			return o, nil
		}
	case designer.RuleOf:
		if known().all[fold(text)] {
			return designer.Rule(0).String(), nil
		}
		if m := ofAll().FindStringSubmatch(text); m != nil {
			return m[1], nil
		}
	case designer.Effort:
		if m := hours().FindStringSubmatch(text); m != nil {
			return m[1] + " h " + m[2], nil
		}
	case designer.Number:
		if m := whole().FindStringSubmatch(text); m != nil {
			return m[1], nil
		}
	case designer.Tag:
		return language(f, text)
	case designer.Date:
		return b.order.date(text)
	}
	return text, nil
}

// language is the tag of a language that may be written out. A first part of
// more than three letters looks like a tag and is none.
func language(f designer.Field, text string) (string, error) {
	if tag, ok := known().tags[fold(text)]; ok {
		return tag, nil
	}
	text = strings.ReplaceAll(text, "_", "-")
	if first, _, _ := strings.Cut(text, "-"); len(first) > 3 {
		return "", &designer.Error{Code: "bad-language", Args: designer.Args{"field": f.ID, "value": text}}
	}
	return text, nil
}

// dayOrder is in which order a table writes day and month between strokes.
type dayOrder int

const (
	unclear dayOrder = iota
	dayFirst
	monthFirst
)

var (
	yearFirst = late(`^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:[ T]0?0:00(?::00)?)?$`)
	yearLast  = late(`^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d\d)(?:[ T]0?0:00(?::00)?)?$`)
)

// order looks through the columns of dates: one date with a day beyond the
// twelfth tells the order of all. Where none does, the language of the
// headings does, unless it is English, which has both.
func (t *table) order() dayOrder {
	var dates []int
	for _, c := range t.columns {
		if c.to.kind == value && c.to.field.Input == designer.Date {
			dates = append(dates, c.at)
		}
	}
	if len(dates) == 0 {
		return unclear
	}
	day, month := false, false
	for s := t.scan.from(t.below, t.row); s.next(); {
		for _, i := range dates {
			if i >= len(s.cells) {
				continue
			}
			if m := yearLast().FindStringSubmatch(strings.TrimSpace(bare(s.cells[i]))); m != nil && m[2] != "." {
				x, _ := strconv.Atoi(m[1])
				y, _ := strconv.Atoi(m[3])
				day, month = day || x > 12, month || y > 12
			}
		}
	}
	switch {
	case day && !month:
		return dayFirst
	case month && !day:
		return monthFirst
	case !day && t.language != "" && t.language != locale.Fallback:
		return dayFirst
	}
	return unclear
}

// date writes a date as a draft keeps it: 2026-05-04.
func (o dayOrder) date(text string) (string, error) {
	if m := yearFirst().FindStringSubmatch(text); m != nil {
		return iso(m[1], m[2], m[3]), nil
	}
	if m := yearLast().FindStringSubmatch(text); m != nil {
		x, _ := strconv.Atoi(m[1])
		y, _ := strconv.Atoi(m[3])
		if len(m[4]) == 2 {
			m[4] = "20" + m[4]
		}
		switch {
		case m[2] == "." || x > 12 || x == y || o == dayFirst && y <= 12:
			return iso(m[4], m[3], m[1]), nil
		case y > 12 || o == monthFirst:
			return iso(m[4], m[1], m[3]), nil
		}
		return "", &designer.Error{Code: "rows-day", Args: designer.Args{"value": text}}
	}
	if s, ok := spelled(text); ok {
		return s, nil
	}
	return text, nil
}

// iso fills the month and the day up to two digits.
func iso(year, month, day string) string {
	two := func(s string) string { return ("0" + s)[len(s)-1:] }
	return year + "-" + two(month) + "-" + two(day)
}

var dateWords = late(`\pL+|\d+`)

// spelled reads a date with its month in letters: 4 May 2026, 4 de mayo de
// 2026, May 4th, 2026.
func spelled(text string) (string, bool) {
	var day, month, year string
	for _, word := range dateWords().FindAllString(text, 8) {
		switch m := monthOf(fold(word)); {
		case m != "" && month == "":
			month = m
		case len(word) == 4 && word[0] <= '9' && year == "":
			year = word
		case len(word) <= 2 && word[0] <= '9' && day == "":
			day = word
		case len(word) <= 2 && word[0] > '9': // de, th, st
		default:
			return "", false
		}
	}
	if day == "" || month == "" || year == "" {
		return "", false
	}
	return iso(year, month, day), true
}

// monthOf is the number of the month that a word, folded, begins.
func monthOf(word string) string {
	if len(word) < 3 {
		return ""
	}
	for _, tag := range locale.Languages() {
		w := locale.For(tag)
		for n := 1; n <= 12; n++ {
			if strings.HasPrefix(fold(w.T("print.month."+strconv.Itoa(n))), word) {
				return strconv.Itoa(n)
			}
		}
	}
	return ""
}
