// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

// kind is what a column gives.
type kind int

const (
	nothing kind = iota // no field of ours
	value               // the field, or the whole of its list in each cell
	item                // one item of a list, or a member of it
)

// target is the place in a draft that a column is for.
type target struct {
	kind  kind
	field designer.Field
	item  int    // from 1
	sub   string // a member of the item
	main  bool   // the item's text
	at    string // the member's path in a list with one item
	// exact is a heading by id: its cells are taken as they are.
	exact bool
	// question is a heading that names the question, so that its cells may
	// say more than the field asks for.
	question  bool
	languages []string // whose words the heading is
}

// cores are the fields that a question's own name stands for. What people
// write below "Look" is what the picture shows.
var cores = map[designer.Question]string{
	designer.AskEarner: "earner.who", designer.AskIssuer: "issuer.name", designer.AskWhy: "why.earner",
	designer.AskCriteria: "criteria.steps", designer.AskLook: "look.metaphor", designer.AskNext: "next.leads",
}

// maxHeading is more characters than any heading of ours has.
const maxHeading = 160

// maxSlip is how long a heading may be, folded, to be taken for a slip of the
// pen in one of ours.
const maxSlip = 60

// fold is what is left of a heading when case, accents, punctuation and spaces
// count for nothing.
func fold(s string) string {
	var out strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// vocabulary is every heading that is known, folded.
type vocabulary struct {
	ids      map[string]string // in small letters, to the id as it is written
	names    map[string]target
	items    map[string]target // what a number follows: step, evidence
	ask      map[string]bool   // the word "question", and its letter
	ours     map[string]bool   // headings of tables that the program writes
	headings map[string]string // folded, to the heading as it is shown
}

var vocabularies = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{ids: map[string]string{}, names: map[string]target{}, items: map[string]target{}, ask: map[string]bool{},
		ours: map[string]bool{"id": true, "revision": true, "created": true, "updated": true}, headings: map[string]string{}}
	for _, f := range designer.Fields() {
		v.ids[strings.ToLower(f.ID)] = f.ID
		v.add(fold(f.ID), f.ID, target{kind: value, field: f})
	}
	// The closest words first: a word that means two things means the first.
	for _, ending := range []string{".label", ".short", ".prompt", ".also", ".more"} {
		for _, tag := range locale.Languages() {
			v.speak(locale.For(tag), ending)
		}
	}
	for _, tag := range locale.Languages() {
		w := locale.For(tag)
		for _, s := range list(w, "rows.question") {
			v.ask[fold(s)] = true
		}
		for _, key := range []string{"takehome.table.answered", "takehome.table.open", "takehome.table.folder", "takehome.table.id"} {
			v.ours[fold(w.T(key))] = true
		}
	}
	return v
})

// list is a row of words between commas.
func list(w locale.Words, key string) []string {
	if !w.Known(key) {
		return nil
	}
	return strings.Split(w.T(key), ", ")
}

// speak adds the words of one kind in one language.
func (v *vocabulary) speak(w locale.Words, ending string) {
	in := []string{w.Tag()}
	for _, f := range designer.Fields() {
		to := target{kind: value, field: f, languages: in}
		switch ending {
		case ".label", ".prompt":
			s := w.T("field." + f.ID + ending)
			v.add(fold(s), s, to)
		case ".more":
			if !f.Core {
				v.add(fold(w.T("field."+f.ID+ending)), "", to)
			}
		case ".also":
			for _, s := range list(w, "rows.also."+f.ID) {
				v.add(fold(s), s, to)
			}
			v.numbered(w, f)
		}
	}
	if ending != ".short" {
		return
	}
	for q, id := range cores {
		f, _ := designer.FieldByID(id)
		to := target{kind: value, field: f, question: true, languages: in}
		short, title := w.T("question."+q.String()+".short"), w.T("question."+q.String()+".title")
		v.add(fold(short), short, to)
		v.add(fold(title), title, to)
		v.add(fold(short+title), "", to)
		v.add(fold(title+short), "", to)
	}
}

// numbered adds what stands before a number: "Step 2", "Evidence 2".
func (v *vocabulary) numbered(w locale.Words, f designer.Field) {
	if !f.IsList() {
		return
	}
	for _, sub := range append([]string{""}, designer.Members(f.Input)...) {
		to := target{kind: item, field: f, sub: sub, languages: []string{w.Tag()}}
		key := "rows.item." + f.ID + "." + sub
		if sub == "" {
			key = "rows.item." + f.ID
			v.items[fold(w.T("field."+f.ID+".label"))] = to
		}
		for _, s := range list(w, key) {
			if _, there := v.items[fold(s)]; !there {
				v.items[fold(s)] = to
			}
		}
	}
}

// add makes a heading known, if it does not mean something already. In a
// second language it may mean the same.
func (v *vocabulary) add(folded, shown string, to target) {
	if folded == "" {
		return
	}
	if was, there := v.names[folded]; there {
		if was.field.ID == to.field.ID && len(was.languages) > 0 {
			was.languages = union(was.languages, to.languages)
			v.names[folded] = was
		}
		return
	}
	v.names[folded] = to
	if shown != "" {
		v.headings[folded] = shown
	}
}

func union(a, b []string) []string {
	a = slices.Concat(a, b)
	slices.Sort(a)
	return slices.Compact(a)
}

var (
	idItem   = late(`^([a-z.]+)\.([0-9]{1,2})(?:\.([a-z]+))?$`)
	numFirst = late(`^(\pL*?)([0-9]{1,2})(\PN*)$`)
	numLater = late(`^(\PN+)([0-9]{1,2})(\PN*)$`)
	// asides begin what people add to a heading: "Criteria (what they do)".
	asides = late(`[([:\n–—]`)
)

// lookup is what a heading means.
func lookup(heading string) target {
	to := meaning(heading)
	if to.kind == item {
		to.main = to.sub == "" || to.sub == designer.Members(to.field.Input)[0] && to.field.Input != designer.Alignments
		to.at = to.field.ID + ".1." + to.sub
	}
	return to
}

func meaning(heading string) target {
	if len(heading) > 4*maxHeading {
		return target{}
	}
	heading = strings.TrimSpace(bare(heading))
	heading, _ = clean.Text(heading)
	v := vocabularies()
	if to, ok := v.byID(strings.ToLower(heading)); ok {
		return to
	}
	forms := []string{heading}
	if i := asides().FindStringIndex(heading); i != nil {
		forms = append(forms, heading[:i[0]])
	}
	for _, s := range forms {
		if to, ok := v.byName(fold(s)); ok {
			return to
		}
	}
	return target{}
}

// byID is a heading as the vocabulary has it: criteria.steps.2.evidence.
func (v *vocabulary) byID(s string) (target, bool) {
	if id, ok := v.ids[s]; ok {
		f, _ := designer.FieldByID(id)
		return target{kind: value, field: f, exact: true}, true
	}
	m := idItem().FindStringSubmatch(s)
	if m == nil {
		return target{}, false
	}
	f, ok := designer.FieldByID(v.ids[m[1]])
	n, _ := strconv.Atoi(m[2])
	if !ok || n < 1 || n > f.Items {
		return target{}, false
	}
	to := target{kind: item, field: f, item: n, exact: true}
	if m[3] == "" {
		return to, true
	}
	for _, sub := range designer.Members(f.Input) {
		if strings.EqualFold(sub, m[3]) {
			to.sub = sub
			return to, true
		}
	}
	return target{}, false
}

// byName is a heading in words, with the question's or an item's number or
// without one.
func (v *vocabulary) byName(s string) (target, bool) {
	if to, ok := v.names[s]; ok {
		return to, true
	}
	if m := numFirst().FindStringSubmatch(s); m != nil && (m[1] == "" || v.ask[m[1]]) {
		if to, ok := v.counted(m[1], m[2], m[3]); ok {
			return to, true
		}
	}
	if m := numLater().FindStringSubmatch(s); m != nil {
		n, _ := strconv.Atoi(m[2])
		if to, ok := v.items[m[1]+m[3]]; ok && n >= 1 && n <= to.field.Items {
			to.item = n
			return to, true
		}
		if to, ok := v.names[m[1]+m[3]]; ok && to.question && n == int(to.field.Question) {
			return to, true
		}
	}
	return target{}, false
}

// counted is a heading that begins with a number: "1 Earner", "Q4", "2. Step".
func (v *vocabulary) counted(ask, number, rest string) (target, bool) {
	n, _ := strconv.Atoi(number)
	if to, ok := v.items[rest]; ok && ask == "" && n >= 1 && n <= to.field.Items && n != int(to.field.Question) {
		to.item = n
		return to, true
	}
	if to, ok := v.names[rest]; ok {
		return to, true
	}
	id, ok := cores[designer.Question(n)]
	if !ok || ask == "" {
		return target{}, false
	}
	f, _ := designer.FieldByID(id)
	return target{kind: value, field: f, question: true}, true
}

// ourHeading reports whether the program writes such a column for people only.
func ourHeading(heading string) bool { return vocabularies().ours[fold(heading)] }

// nearest is the heading that was meant, "" if none is near.
func nearest(heading string) string {
	v, s := vocabularies(), fold(heading)
	if len(s) > maxSlip {
		return ""
	}
	names := make([]string, 0, len(v.headings))
	for folded := range v.headings {
		names = append(names, folded)
	}
	slices.Sort(names)
	if n := designer.NearestOf(s, names); alike(s, n) {
		return v.headings[n]
	}
	return ""
}

// alike reports whether two words share most pairs of neighbouring letters
// (Dice's coefficient above a half): below that a guess helps nobody.
func alike(a, b string) bool {
	pairs := map[string]int{}
	for i := 0; i+2 <= len(a); i++ {
		pairs[a[i:i+2]]++
	}
	both := 0
	for i := 0; i+2 <= len(b); i++ {
		if p := b[i : i+2]; pairs[p] > 0 {
			pairs[p]--
			both++
		}
	}
	return 4*both > max(len(a)-1, 0)+max(len(b)-1, 0)
}
