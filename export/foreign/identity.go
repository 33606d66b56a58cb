// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"regexp"
	"slices"
	"strings"

	"insignia/designer"
	"insignia/export/strict"
)

// core are the contexts of the standards themselves, as files name them.
var core = regexp.MustCompile(`^https?://(?:w3id\.org/openbadges(?:/v\d+)?|(?:standard\.)?openbadge(?:s\.org|spec\.org)/.*|` +
	`www\.w3\.org/(?:ns|2018)/credentials/v\d|purl\.imsglobal\.org/spec/ob/v3p0/context(?:-3\.\d\.\d)?\.json)/?$`)

// contexts keeps the contexts beyond those of the standard: what else is kept
// may be in their terms. Those of an award are kept only if something is.
func (r *reader) contexts(own, around strict.Node) {
	foreign := slices.ContainsFunc(r.Kept, func(m designer.Member) bool {
		p := parsePath(m.Path)
		return len(p) > 0 && !defined(r.Standard, p[0].key)
	})
	switch {
	case slices.ContainsFunc(list(own), beyond):
		r.keep("@context", own)
	case foreign && slices.ContainsFunc(list(around), beyond):
		r.keep("@context", around)
	}
}

// beyond reports whether a context is none of the standard's, and defines
// anything.
func beyond(n strict.Node) bool {
	if blank(n) {
		return false
	}
	if n.Kind == strict.String {
		return !core.MatchString(n.Text)
	}
	return slices.ContainsFunc(n.Members, func(m strict.Member) bool { return m.Key != "@language" })
}

// types keeps what else a badge is.
func (r *reader) types(t *thing) {
	v, ok := t.take("type")
	if ok && (len(texts(v.Node)) == 0 || slices.ContainsFunc(texts(v.Node), func(s string) bool { return types[fold(s)] != badge })) {
		r.keep(v.path, v.Node)
	}
	if v, ok := t.peek("entityType"); ok && types[fold(v.Text)] == badge {
		t.drop("entityType")
	}
}

const urn = "urn:uuid:"

// id takes the id of a badge that lies nowhere for the draft's, so that the
// same file gives the same badge. Of any other badge, whose id is an address or
// a number of some server, the draft is a new version, with an id of its own.
func (r *reader) id(t *thing) {
	v, ok := t.take("openBadgeId")
	if !ok {
		v, ok = t.take("id")
	}
	if !ok {
		return
	}
	uuid, lies := strings.CutPrefix(v.Text, urn)
	switch {
	case r.Standard == OB3 && r.twin(t, v.Text):
		r.own = true
	case r.Standard == OB2 && lies && designer.ValidID(uuid):
		r.Draft.ID = uuid
		if v, _ := t.peek("related"); relatedTo(v.Node, urn+designer.IDOf([]byte("achievement "+uuid))) {
			t.drop("related")
		}
		r.tell("IMPORT-SAME", designer.Hint, "", "id", uuid)
	default:
		r.keep(v.path, v.Node)
		if v.Kind == strict.String && strings.Contains(v.Text, ":") {
			r.tell("IMPORT-ID", designer.Hint, "", "id", v.Text)
		}
	}
}

// relatedTo reports whether a badge is related to that one alone.
func relatedTo(n strict.Node, id string) bool {
	if all := list(n); len(all) == 1 {
		v, _ := all[0].Get("id")
		return v.Text == id
	}
	return false
}

// twin recognises an Achievement that this program wrote: it names its twin of
// 2.0, whose id is the draft's and gives its own.
func (r *reader) twin(t *thing, id string) bool {
	v, _ := t.peek("related")
	for _, n := range list(v.Node) {
		other, _ := n.Get("id")
		uuid, ok := strings.CutPrefix(other.Text, urn)
		if ok && designer.ValidID(uuid) && id == urn+designer.IDOf([]byte("achievement "+uuid)) {
			r.Draft.ID = uuid
			t.drop("related")
			r.tell("IMPORT-SAME", designer.Hint, "", "id", uuid)
			return true
		}
	}
	return false
}

// translations puts the entry of one language in the place of a list of
// several, as Open Badge Factory has them.
func (r *reader) translations(t *thing) {
	entries := languages(t)
	if entries == nil {
		return
	}
	content, _ := t.take("content")
	primary, _ := t.peek("primaryLanguage", "language")
	chosen, tags := 0, []string(nil)
	for i, e := range entries {
		tag, _ := newThing("", e).peek("language")
		tags = append(tags, tag.Text)
		if tag.Text == primary.Text && tags[chosen] != primary.Text {
			chosen = i
		}
	}
	if len(entries) > 1 {
		r.keep(content.path, content.Node)
		r.tell("IMPORT-LANGUAGES", designer.Hint, "language", "taken", tags[chosen], "others",
			strings.Join(slices.Delete(slices.Clone(tags), chosen, chosen+1), ", "))
	}
	all := strict.Node{Kind: strict.Object}
	for m := range t.rest() {
		if fold(m.key) != "primarylanguage" {
			all.Members = append(all.Members, strict.Member{Key: m.key, Value: m.Node})
		}
	}
	all.Members = append(all.Members, entries[chosen].Members...)
	*t = *newThing("", all)
}

// kinds are the achievementTypes and the categories that one of the kinds of
// badge is. Of others, which say more, the type is kept and the kind is left to
// people.
var kinds = map[string]string{"competency": designer.KindSkill, "membership": designer.KindMembership, "participation": designer.KindParticipation}

func (r *reader) kind(t *thing) {
	v, ok := t.take("achievementType")
	if ok {
		r.Draft.Kind = kinds[fold(v.Text)]
		if v.Text != "Competency" && v.Text != "Membership" && v.Text != "Badge" { // which is what has no kind
			r.keep(v.path, v.Node)
		}
		return
	}
	r.Draft.Kind = kinds[fold(extension(t, "CategoryExtension", "Category"))]
}

func isWeb(s string) bool { return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") }
