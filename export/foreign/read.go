// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export/strict"
)

// reader makes a draft of one badge.
type reader struct {
	*source
	Result
	notes // of this badge; those of the file stand before them

	origin string              // of an issuer of 0.5, whose addresses begin at it
	ours   named               // a narrative as the program writes it
	own    bool                // this program wrote it
	said   map[string][]string // members, by the code of what is told of them
}

// read makes a draft of a candidate.
func (s *source) read(c candidate) Result {
	r := &reader{source: s}
	r.repairs = slices.Clone(s.repairs)
	r.Draft = designer.New("")
	r.Standard = OB2
	if c.three {
		r.Standard = OB3
	}
	t := newThing("", c.badge)
	r.translations(t)
	r.language(t)
	r.version(t, c)
	r.badge(t, c)
	if c.award != nil {
		r.award(c.award, c.beside)
	}
	r.summary()
	r.Result.Repairs = r.repairs
	r.Draft.Foreign = r.Kept
	return r.Result
}

// language finds the language of the badge's text, before any of it is read.
func (r *reader) language(t *thing) {
	var tags []string
	v, ok := t.take("@language", "inLanguage", "language", "primaryLanguage", "lang")
	for _, n := range list(v.Node) {
		if n.Kind == strict.String {
			tags = append(tags, n.Text)
		}
	}
	if !ok {
		context, _ := t.peek("@context")
		for _, n := range list(context.Node) {
			if l, ok := n.Get("@language"); ok {
				tags = append(tags, l.Text)
			}
		}
		tags = append(tags, extension(t, "LanguageExtension", "Language"))
		v.path = "language"
	}
	for _, tag := range tags {
		written := strings.ReplaceAll(strings.TrimSpace(tag), "_", "-")
		written = strings.TrimSuffix(written, "-EN") // of edubadges; there is no such country
		if written == "" {
			continue
		}
		if r.Draft.Set("language", written) != nil {
			continue
		}
		if r.Draft.Language != tag {
			r.tell("IMPORT-VALUE", designer.Hint, "language", "member", v.path, "value", tag, "wanted", r.Draft.Language)
		}
		break
	}
	if ok && (r.Draft.Language == "" || len(tags) != 1) {
		r.keep(v.path, v.Node)
	}
}

// extension gives a member of one of the extensions of a badge.
func extension(t *thing, name, member string) string {
	in := []*thing{t}
	if v, ok := t.peek("extensions"); ok {
		in = append(in, newThing("", v.Node))
	}
	for _, t := range in {
		if e, ok := t.peek("extensions:" + name); ok {
			if v, ok := newThing("", e.Node).peek(member); ok {
				return v.Text
			}
		}
	}
	return ""
}

// version finds out which version of the standard a badge is written in.
func (r *reader) version(t *thing, c candidate) {
	v, _ := t.peek("@context")
	said := append(texts(v.Node), texts(c.around)...)
	has := func(parts ...string) bool {
		return slices.ContainsFunc(said, func(s string) bool {
			return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(s, p) })
		})
	}
	issuer, _ := t.peek("issuer")
	_, origin := newThing("", issuer.Node).peek("origin")
	criteria, _ := t.peek("criteria")
	switch {
	case c.three:
		r.Version = "3.0"
	case has("openbadges/v2"):
		r.Version = "2.0"
	case has("openbadges/v1", "standard.openbadges.org", "openbadgespec.org/context"):
		r.Version = "1.1"
	case origin:
		r.Version = "0.5"
	case len(said) == 0 && isWeb(criteria.Text) && isWeb(issuer.Text):
		r.Version = "1.0"
	}
	if r.Version != "" && r.Version < "2" {
		r.tell("IMPORT-OLD", designer.Hint, "", "version", r.Version)
	}
}

// badge reads the members of a BadgeClass or an Achievement.
func (r *reader) badge(t *thing, c candidate) {
	own, _ := t.take("@context")
	r.types(t)
	r.id(t)
	if _, ok := t.peek("courseName"); ok { // beside it, name is what a server calls it
		r.put(t, "name", "courseName")
	} else {
		r.put(t, "name", "name", "title")
	}
	r.put(t, "description", "description", "courseDescription")
	r.put(t, "version", "version")
	r.issuer(t, c)
	r.criteria(t)
	r.level(t)
	r.otherwise()
	r.kind(t)
	r.tags(t)
	r.alignments(t)
	r.image(t, c)
	r.validity(t)
	for m := range t.rest() {
		if blank(m.Node) {
			r.note("IMPORT-EMPTY", m.path)
			continue
		}
		r.keep(m.path, m.Node)
		if len(r.said["IMPORT-LOST"]) == maxRepairs {
			break // there is no end to it
		}
	}
	r.contexts(own.Node, c.around)
}

// note gathers members of which the same is told.
func (r *reader) note(code, member string) {
	if r.said == nil {
		r.said = map[string][]string{}
	}
	if !slices.Contains(r.said[code], member) && len(r.said[code]) < maxRepairs {
		r.said[code] = append(r.said[code], member)
	}
}

// gathered are the repairs that are told once for all the members they were
// needed for, in the order of telling.
var gathered = []struct {
	code  string
	level designer.Level
	field string
}{
	{"IMPORT-KEYS", designer.Hint, ""},
	{"IMPORT-FORM", designer.Hint, ""},
	{"IMPORT-HTML", designer.Hint, ""},
	{"IMPORT-TEMPLATE", designer.Hint, ""},
	{"IMPORT-PLACEHOLDER", designer.Hint, ""},
	{"IMPORT-EMPTY", designer.Hint, ""},
	{"IMPORT-LOST", designer.Warn, ""},
}

func (r *reader) summary() {
	for _, g := range gathered {
		if members := r.said[g.code]; len(members) > 0 {
			r.tell(g.code, g.level, g.field, "members", strings.Join(members, ", "))
		}
	}
}

// award tells what of an award was left aside: it belongs to a person, not to
// the badge.
func (r *reader) award(t *thing, left []string) {
	r.Award = true
	if id, _ := t.peek("id"); id.Text == templateID {
		return // our own template, which nobody has been given
	}
	t.drop("@context", "type", "id")
	left = slices.Clone(left)
	for m := range t.left() {
		if left = append(left, m.key); len(left) > maxRepairs {
			break
		}
	}
	slices.Sort(left)
	r.tell("IMPORT-AWARD", designer.Hint, "", "members", strings.Join(slices.Compact(left), ", "))
}

// templateID is the id of the awards that package ob3 writes as templates.
const templateID = "urn:uuid:00000000-0000-4000-8000-000000000000"

// validity reads how long an award lasts, as servers keep it with the badge.
func (r *reader) validity(t *thing) {
	v, ok := t.peek("expires")
	if !ok || v.Kind != strict.Object {
		return
	}
	e := newThing("", v.Node)
	amount, _ := e.peek("amount")
	unit, _ := e.peek("duration")
	n, err := strconv.Atoi(amount.Text)
	if err != nil || n < 1 || unit.Kind != strict.String {
		return
	}
	r.set("criteria.validity", amount.Text+" "+unit.Text)
}
