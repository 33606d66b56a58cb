// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/export/strict"
	"insignia/internal/locale"
)

// criteria reads what the earner must do: prose, the address of a page, a list
// of steps, in the members that standards and servers have for them.
func (r *reader) criteria(t *thing) {
	r.put(t, "criteria.url", "criteriaUrl", "globalActivityUrl", "courseLink")
	prose, told := r.take(t, "criteriaNarrative", "criteriaText", "criteriaHtml", "assignmentCriteria")
	v, ok := t.take("criteria")
	if ok {
		r.stated(v)
	}
	if told {
		in, _ := v.Get("narrative")
		switch {
		case len(r.Draft.Criteria.Steps) == 0:
			r.narrative(prose)
		case in.Text != prose.Text: // some write the same for two readers
			r.keep(prose.path, prose.Node)
		}
	}
	if a, ok := r.take(t, "badgeTemplateActivities"); ok {
		r.listed(a)
	}
}

// stated reads the member criteria, whatever it is.
func (r *reader) stated(v named) {
	switch {
	case v.Kind == strict.Object && !wordy(v.Node):
		r.object(newThing(v.path, v.Node))
	case v.Kind == strict.List && !wordy(v.Node):
		r.note("IMPORT-FORM", v.path)
		if len(v.Items) == 1 && !entry(v.Items[0]) {
			r.stated(named{v.Items[0], v.key, at(v.path, 0)})
			return
		}
		r.listed(v)
	case v.Kind == strict.String && isWeb(strings.TrimSpace(v.Text)) && !strings.ContainsAny(strings.TrimSpace(v.Text), " \n"):
		if r.Standard == OB3 {
			r.note("IMPORT-FORM", v.path)
		}
		r.fill("criteria.url", v)
	case v.Kind == strict.String && r.origin != "" && strings.HasPrefix(v.Text, "/"):
		r.set("criteria.url", r.origin+v.Text)
		r.tell("IMPORT-VALUE", designer.Hint, "criteria.url", "member", v.path, "value", v.Text, "wanted", r.Draft.Criteria.URL)
	default:
		if v.key == "criteria" && r.Version != "" {
			r.note("IMPORT-FORM", v.path)
		}
		r.narrative(v)
	}
}

// entry reports whether a value is a step of a list, as Open Educational Badges
// has them, and no Criteria.
func entry(n strict.Node) bool {
	_, is := newThing("", n).peek("name", "title")
	return is
}

// wordy reports whether a value is one text in several languages.
func wordy(n strict.Node) bool { return tongues(n) != nil }

// object reads a Criteria.
func (r *reader) object(t *thing) {
	r.put(t, "criteria.url", "id", "url")
	if typ, ok := t.peek("type"); ok && r.Standard == OB2 && !slices.ContainsFunc(texts(typ.Node), func(s string) bool { return fold(s) != "criteria" }) {
		t.drop("type")
	}
	if v, ok := r.take(t, "narrative", "description", "text"); ok {
		r.narrative(v)
	}
	for m := range t.left() {
		r.keep(m.path, m.Node)
	}
}

// listed reads a list of steps, each a text or an object that has one.
func (r *reader) listed(v named) {
	whole := true
	for i, n := range list(v.Node) {
		text := n.Text
		if n.Kind == strict.Object {
			t := newThing("", n)
			name, _ := t.take("name", "title", "narrative", "text")
			more, _ := t.take("description")
			text = strings.Trim(name.Text+": "+more.Text, ": ")
			t.drop("activityType")
			whole = whole && more.Text == "" && t.spent()
		}
		text, _ = bounded(text)
		whole = r.step(designer.Step{Text: r.tidy(text, at(v.path, i))}) && whole
	}
	if !whole {
		r.keep(v.path, v.Node)
	}
}

// step adds a step, in parts if it is too long for one. It is false when there
// was no room for it.
func (r *reader) step(s designer.Step) bool {
	f, _ := designer.FieldByID("criteria.steps")
	for _, text := range sentences(letters(s.Text), f.Limit) {
		if text == "" {
			continue
		}
		if len(r.Draft.Criteria.Steps) == f.Items {
			r.tell("IMPORT-MANY", designer.Warn, "criteria.steps", "member", "criteria", "n", strconv.Itoa(f.Items+1), "limit", strconv.Itoa(f.Items))
			return false
		}
		s.Text = text
		r.Draft.Criteria.Steps = append(r.Draft.Criteria.Steps, s)
		s.Evidence = ""
	}
	return true
}

// ending is where a sentence ends and another one begins.
var ending = regexp.MustCompile(`[.!?…]["”»)]?\s+`)

// sentences splits a text into parts of at most limit characters, at the ends
// of sentences where there are any.
func sentences(s string, limit int) (out []string) {
	for utf8.RuneCountInString(s) > limit {
		head := shorten(s, limit)
		if ends := ending.FindAllStringIndex(head, -1); len(ends) > 0 && ends[len(ends)-1][1] > len(head)/4 {
			head = strings.TrimSpace(head[:ends[len(ends)-1][1]])
		}
		out = append(out, head)
		s = strings.TrimSpace(s[len(head):])
	}
	return append(out, s)
}

// otherwise keeps a narrative of our own that the draft says otherwise: in another
// language, or with the level that stood elsewhere.
func (r *reader) otherwise() {
	says := prose.Narrative(r.Draft, locale.For(r.Draft.Language))
	levels := slices.ContainsFunc(r.Kept, func(m designer.Member) bool { return m.Path == "resultDescription" })
	if r.ours.path != "" && says != "" && (says != r.ours.Text || levels) {
		r.keep(r.ours.path, r.ours.Node)
	}
}

// narrative reads criteria in prose: our own back into the answers it was made
// of, any other into steps. The whole of another one is kept, and goes back
// into files as long as nobody has changed the answers.
func (r *reader) narrative(v named) {
	raw, whole := r.text(v)
	raw, long := bounded(raw)
	if d, ok := ours(raw, r.Draft); ok && whole {
		r.Draft, r.ours = d, v
		return
	}
	text := r.tidy(raw, v.path)
	if text == "" {
		return
	}
	if marked := r.compose(blocks(text)); marked {
		r.tell("IMPORT-MARKDOWN", designer.Hint, "criteria.steps")
	}
	if n := len(r.Draft.Criteria.Steps); n > 0 {
		r.tell("IMPORT-STEPS", designer.Hint, "criteria.steps", "n", strconv.Itoa(n))
	}
	if long {
		r.cut(v.path, "criteria.steps", utf8.RuneCountInString(v.Text), maxText)
	}
	r.keep(v.path, v.Node)
}
