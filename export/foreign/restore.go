// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"slices"
	"strings"

	"insignia/designer"
	"insignia/export/check"
	"insignia/export/prose"
	"insignia/export/strict"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

// Restore puts what a draft keeps of a badge from outside back into a document
// that was made of the draft: a BadgeClass for OB2, an Achievement or a
// credential with one for OB3, written as fair.JSON writes. What the draft says
// itself stays, but
//
//   - a text that the draft took over changed goes back as it was, as long as
//     the answers made of it are still the same;
//   - ids that are only made up, while the files lie nowhere, give way to those
//     that the badge and its issuer came with;
//   - contexts, types and lists get the entries that they lack;
//   - the address of a picture goes back if the draft has no look of its own.
//
// What no context of the document defines stays out, and so does anything that
// would break it: a document without faults never gets one. A document that is
// none comes back as it is.
func Restore(doc []byte, standard string, d designer.Draft) []byte {
	members := slices.Clone(d.Foreign)
	members = slices.DeleteFunc(members, func(m designer.Member) bool { return m.Standard != standard })
	if len(members) == 0 {
		return doc
	}
	out, ok := restored(doc, standard, d, members)
	if !ok {
		return doc
	}
	sound := faults(doc)
	if faults(out) <= sound {
		return out
	}
	var good []designer.Member
	for _, m := range members {
		try := append(slices.Clone(good), m)
		if out, ok := restored(doc, standard, d, try); ok && faults(out) <= sound {
			good = try
		}
	}
	out, _ = restored(doc, standard, d, good)
	return out
}

func faults(doc []byte) int {
	n := 0
	for _, f := range check.Check(doc).Findings {
		if f.Level == designer.Fault {
			n++
		}
	}
	return n
}

func restored(doc []byte, standard string, d designer.Draft, members []designer.Member) ([]byte, bool) {
	root, _, ok := strict.Parse(doc)
	if !ok || root.Kind != strict.Object {
		return nil, false
	}
	r := restorer{standard: standard, now: d, badge: &root}
	if subject := child(&root, "credentialSubject"); subject != nil {
		if a := child(subject, "achievement"); a != nil {
			r.badge, r.award = a, &root
		}
	}
	r.read(members)
	for _, m := range r.members {
		r.member(m)
	}
	return strict.Encode(root), true
}

// restorer is a document being added to.
type restorer struct {
	standard string
	now      designer.Draft // as it is
	then     designer.Draft // as the kept members alone make it
	members  []keptMember
	open     bool // contexts of others are kept, and may define anything
	offline  bool

	badge *strict.Node
	award *strict.Node // the credential around the badge, nil for none
}

type keptMember struct {
	path  string
	parts []part
	value strict.Node
}

// read takes the kept members in, and makes a draft of them as if they were a
// badge: so it shows which answers are still those that were made of them.
func (r *restorer) read(members []designer.Member) {
	old := strict.Node{Kind: strict.Object}
	for _, m := range members {
		value, _, ok := strict.Parse([]byte(m.Value))
		parts := parsePath(m.Path)
		if !ok || parts == nil {
			continue
		}
		r.members = append(r.members, keptMember{m.Path, parts, value})
		place(&old, parts, value)
		r.open = r.open || m.Path == "@context"
	}
	key := "@language"
	if r.standard == OB3 {
		key = "inLanguage"
	}
	if r.now.Language != "" {
		old.Members = append(old.Members, strict.Member{Key: key, Value: strict.Node{Kind: strict.String, Text: r.now.Language}})
	}
	r.then = (&source{}).read(candidate{badge: old, three: r.standard == OB3}).Draft
	id := child(r.badge, "id")
	r.offline = id != nil && strings.HasPrefix(id.Text, urn)
}

// member puts one member back.
func (r *restorer) member(m keptMember) {
	name := m.path
	if org, rest, ok := strings.Cut(m.path, "."); ok && (org == "issuer" || org == "creator") {
		name = "issuer." + rest
	}
	if same, ok := unchanged[name]; ok {
		if same(r.then, r.now) && r.plain(name, m.value) {
			r.write(m)
		}
		return
	}
	switch {
	case name == "id":
		if id := child(r.badge, "id"); r.offline && m.value.Kind == strict.String {
			*id = m.value
		}
	case name == "type":
		r.types(m.value)
	case name == "@context":
		r.contexts(m.value)
	case name == "image":
		r.image(m.value)
	case name == "issuer" || name == "creator":
		r.organization(m)
	case strings.HasPrefix(name, "issuer."):
		switch rest := m.parts[1:]; {
		case !r.sameIssuer():
		case name == "issuer.id":
			if r.offline {
				r.id(m)
			}
		case r.open || below[r.standard][rest[0].key] || prefixed.MatchString(rest[0].key):
			r.write(m)
		}
	case m.parts[0].key == "alignment":
		r.alignment(m)
	case m.parts[0].key != "image" && r.known(m.parts):
		r.write(m)
	}
}

// unchanged are the members that are made of an answer, and whether it is still
// the one that was made of the kept member.
var unchanged = map[string]func(then, now designer.Draft) bool{
	"name":               func(a, b designer.Draft) bool { return a.Name == b.Name },
	"description":        func(a, b designer.Draft) bool { return a.Description == b.Description },
	"version":            func(a, b designer.Draft) bool { return a.Version == b.Version },
	"tags":               func(a, b designer.Draft) bool { return slices.Equal(a.Tags, b.Tags) },
	"tag":                func(a, b designer.Draft) bool { return slices.Equal(a.Tags, b.Tags) },
	"alignment":          func(a, b designer.Draft) bool { return slices.Equal(a.Alignment, b.Alignment) },
	"criteria.narrative": sameNarrative,
	"achievementType":    func(a, b designer.Draft) bool { return a.Kind == b.Kind },
	"resultDescription":  func(a, b designer.Draft) bool { return a.Criteria.Level == b.Criteria.Level },
	"issuer.name":        func(a, b designer.Draft) bool { return a.Issuer.Name == b.Issuer.Name },
	"issuer.url":         func(a, b designer.Draft) bool { return a.Issuer.URL == b.Issuer.URL },
	"issuer.email":       func(a, b designer.Draft) bool { return a.Issuer.Email == b.Issuer.Email },
	"issuer.description": func(a, b designer.Draft) bool { return a.Issuer.Description == b.Issuer.Description },
}

func sameNarrative(then, now designer.Draft) bool {
	w := locale.For(now.Language)
	return prose.Narrative(then, w) == prose.Narrative(now, w)
}

// plain reports whether a value may stand in a file in the place of an answer:
// a text without markup, a list of the right things.
func (r *restorer) plain(name string, n strict.Node) bool {
	switch {
	case name == "tags" || name == "tag":
		return n.Kind == strict.List && len(texts(n)) == len(n.Items)
	case name == "alignment" || name == "resultDescription":
		return n.Kind == strict.List || n.Kind == strict.Object
	case name == "version" && n.Kind == strict.Number:
		return r.standard == OB2
	}
	_, removed := clean.Text(n.Text)
	return n.Kind == strict.String && removed == 0 && !hasTag(n.Text)
}

// sameIssuer reports whether the issuer is still the one that came with the
// badge, as far as its name tells.
func (r *restorer) sameIssuer() bool {
	return r.then.Issuer.Name == "" || r.then.Issuer.Name == r.now.Issuer.Name
}

// known reports whether a member means anything where it goes.
func (r *restorer) known(parts []part) bool {
	if r.open {
		return true
	}
	last := parts[len(parts)-1].key
	return defined(r.standard, parts[0].key) && (len(parts) == 1 || last == "" || below[r.standard][last] || prefixed.MatchString(last))
}
