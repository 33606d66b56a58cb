// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"slices"
	"strings"

	"insignia/designer"
	"insignia/export/strict"
)

// issuer reads who stands behind the badge: the one who issues it where a
// credential says so, else the one who made it.
func (r *reader) issuer(t *thing, c candidate) {
	v, ok := t.take("issuer")
	if ok && r.Standard == OB3 {
		r.note("IMPORT-FORM", v.path) // which an Achievement has not
	}
	creator, made := t.take("creator")
	switch {
	case c.award != nil && c.three && !blank(c.issuer):
		if ok {
			r.keep(v.path, v.Node)
		}
		v, ok = named{c.issuer, "issuer", "issuer"}, true
	case !ok:
		v, ok, made = creator, made, false
	}
	if made && !contained(creator.Node, v.Node) {
		r.keep(creator.path, creator.Node)
		by := newThing("", creator.Node)
		id, _ := by.peek("id")
		name, _ := by.peek("name", "id")
		if other, _ := newThing("", v.Node).peek("id"); other.Text == "" || other.Text != id.Text {
			r.tell("IMPORT-CREATOR", designer.Hint, "issuer.name", "name", name.Text)
		}
	}
	if ok {
		r.organization(named{v.Node, v.key, v.path}, r.Standard == OB2)
	}
	for _, flat := range []struct{ field, name string }{{"issuer.name", "issuerName"}, {"issuer.url", "issuerUrl"}, {"issuer.email", "issuerContact"}} {
		if f, _ := designer.FieldByID(flat.field); f.Empty(&r.Draft) {
			r.put(t, flat.field, flat.name)
		}
	}
}

// contained reports whether a says nothing that b does not.
func contained(a, b strict.Node) bool {
	if link := address(a); link != "" {
		id, _ := newThing("", b).peek("id")
		return link == id.Text || link == b.Text
	}
	for _, m := range a.Members {
		if o, ok := b.Get(m.Key); !ok || !equal(m.Value, o) {
			return false
		}
	}
	return a.Kind == strict.Object
}

// organization reads a Profile: itself, its address, or only a name.
func (r *reader) organization(v named, two bool) {
	for v.Kind == strict.List && len(v.Items) > 0 {
		for i, other := range v.Items[1:] {
			r.keep(at(v.path, i+1), other)
		}
		r.note("IMPORT-FORM", v.path)
		v.Node = v.Items[0]
	}
	link := address(v.Node)
	switch {
	case link == "" && v.Kind == strict.Object:
		r.profile(newThing(v.path, v.Node), two)
		id, _ := newThing("", v.Node).peek("id")
		if r.Draft.Issuer.Name == "" && isWeb(id.Text) {
			r.beside(id.Text, two)
		}
	case link == "":
		r.keep(v.path, v.Node)
	case isWeb(link):
		r.keep(v.path, v.Node)
		r.beside(link, two)
	case strings.Contains(link, ":"), places.MatchString(link), v.Kind == strict.Object, coded(link): // a did, a urn, a name of the server's own
		r.keep(v.path, v.Node)
	default:
		r.note("IMPORT-FORM", v.path)
		r.fill("issuer.name", v)
	}
}

// coded reports whether a text is what a server calls something, and no name
// that people give: one word with digits or low lines in it.
func coded(s string) bool {
	return !strings.ContainsAny(s, " \n") && (strings.Contains(s, "_") || strings.ContainsAny(s, "0123456789") && (len(s) > 16 || strings.Trim(s, "0123456789") == ""))
}

// beside reads a Profile that only its address was given of.
func (r *reader) beside(link string, two bool) {
	n, ok := r.lookup(link, profile)
	if !ok {
		r.tell("IMPORT-ISSUER-URL", designer.Warn, "issuer.name", "url", link, "file", fileOf(link, "issuer.json"))
		return
	}
	t := newThing("issuer", n)
	t.drop("id")
	r.profile(t, two)
}

// profile reads the members of a Profile.
func (r *reader) profile(t *thing, two bool) {
	name, called := t.peek("name")
	r.put(t, "issuer.name", "name")
	if v, ok := t.peek("origin"); ok {
		r.origin = strings.TrimSuffix(v.Text, "/")
	}
	r.put(t, "issuer.url", "url", "origin")
	r.put(t, "issuer.email", "email", "contact")
	r.put(t, "issuer.description", "description")
	if context, ok := t.peek("@context"); ok && !slices.ContainsFunc(list(context.Node), beyond) {
		t.drop("@context")
	}
	if typ, ok := t.peek("type"); ok && !slices.ContainsFunc(texts(typ.Node), func(s string) bool { return types[fold(s)] != profile }) {
		t.drop("type")
	}
	file := "/issuer.json"
	if !two {
		file = "/profile.json"
	}
	if id, ok := t.peek("id"); ok && id.Text == strings.TrimRight(r.Draft.Issuer.URL, "/")+file {
		t.drop("id") // which follows from its address
	}
	more := false
	for m := range t.rest() {
		if blank(m.Node) {
			r.note("IMPORT-EMPTY", m.path)
			continue
		}
		r.keep(m.path, m.Node)
		more = true
	}
	if more && called { // whose these are, once the issuer has changed
		r.keep(name.path, name.Node)
	}
}
