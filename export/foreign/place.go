// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"slices"
	"strings"

	"insignia/designer"
	"insignia/export/strict"
)

// child is the member of that name, nil for none.
func child(n *strict.Node, key string) *strict.Node {
	for i := range n.Members {
		if n.Members[i].Key == key {
			return &n.Members[i].Value
		}
	}
	return nil
}

// place puts a value where parts say, and makes what lies on the way. What
// another kind of thing is in the way of stays out.
func place(n *strict.Node, parts []part, value strict.Node) {
	if len(parts) == 0 {
		join(n, value)
		return
	}
	p := parts[0]
	if p.index >= 0 {
		if n.Kind == strict.Null {
			n.Kind = strict.List
		}
		if n.Kind == strict.Object && p.index == 0 { // one that could be a list of it
			place(n, parts[1:], value)
			return
		}
		if n.Kind != strict.List || p.index > len(n.Items)+maxBadges {
			return
		}
		for len(n.Items) <= p.index {
			n.Items = append(n.Items, strict.Node{})
		}
		place(&n.Items[p.index], parts[1:], value)
		return
	}
	if n.Kind == strict.Null {
		n.Kind = strict.Object
	}
	if n.Kind != strict.Object {
		return
	}
	c := child(n, p.key)
	if c == nil {
		c = insert(n, p.key)
	}
	place(c, parts[1:], value)
}

// insert adds a member, before the picture, which is one very long line.
func insert(n *strict.Node, key string) *strict.Node {
	i := slices.IndexFunc(n.Members, func(m strict.Member) bool { return m.Key == "image" })
	if i < 0 {
		i = len(n.Members)
	}
	n.Members = slices.Insert(n.Members, i, strict.Member{Key: key})
	return &n.Members[i].Value
}

// join adds what a value lacks: a list its entries, an object its members. What
// says something already keeps saying it.
func join(n *strict.Node, value strict.Node) {
	switch {
	case n.Kind == strict.Null:
		*n = value
	case n.Kind == strict.List || value.Kind == strict.List:
		if n.Kind != strict.List {
			*n = strict.Node{Kind: strict.List, Items: []strict.Node{*n}}
		}
		for _, item := range list(value) {
			if !slices.ContainsFunc(n.Items, func(o strict.Node) bool { return equal(o, item) }) {
				n.Items = append(n.Items, item)
			}
		}
	case n.Kind == strict.Object && value.Kind == strict.Object:
		for _, m := range value.Members {
			if child(n, m.Key) == nil {
				*insert(n, m.Key) = m.Value
			}
		}
	}
}

// write puts a member where it stood. In 3.0 an issuer may stand in two places:
// in the badge it is the creator.
func (r *restorer) write(m keptMember) {
	first := m.parts[0].key
	replace := unchanged[strings.Replace(m.path, "creator.", "issuer.", 1)] != nil || first == "achievementType"
	if r.standard == OB2 || first != "issuer" && first != "creator" {
		put(r.badge, m.parts, m.value, replace)
		return
	}
	if !slices.ContainsFunc(r.members, func(o keptMember) bool { return o.path == "creator" }) && child(r.badge, "creator") != nil {
		put(r.badge, append([]part{{key: "creator", index: -1}}, m.parts[1:]...), m.value, replace)
	}
	if r.award != nil && child(r.award, "issuer") != nil {
		put(r.award, append([]part{{key: "issuer", index: -1}}, m.parts[1:]...), m.value, replace)
	}
}

// put is place that takes what is there out first, if it is to be replaced.
func put(n *strict.Node, parts []part, value strict.Node, replace bool) {
	if replace {
		at := n
		for _, p := range parts {
			if at = child(at, p.key); at == nil {
				break
			}
		}
		if at != nil {
			*at = value
			return
		}
	}
	place(n, parts, value)
}

// types adds the types that a badge is besides. In 2.0 a second one stops the
// official validator.
func (r *restorer) types(value strict.Node) {
	if typ := child(r.badge, "type"); typ != nil && r.standard == OB3 && len(texts(value)) > 0 {
		for _, t := range texts(value) {
			if types[fold(t)] != badge {
				join(typ, strict.Node{Kind: strict.List, Items: []strict.Node{{Kind: strict.String, Text: t}}})
			}
		}
	}
}

// contexts adds those that are not the standard's own, to the outermost object.
func (r *restorer) contexts(value strict.Node) {
	root := r.badge
	if r.award != nil {
		root = r.award
	}
	if c := child(root, "@context"); c != nil {
		for _, n := range list(value) {
			if beyond(n) {
				join(c, strict.Node{Kind: strict.List, Items: []strict.Node{n}})
			}
		}
	}
}

// image puts the address of a picture back.
func (r *restorer) image(value strict.Node) {
	look := r.now.Look
	look.Alt, look.Author = "", ""
	link, _ := pointed(value)
	image := child(r.badge, "image")
	if image == nil || !isWeb(link) || look != (designer.Look{}) {
		return
	}
	if r.standard == OB2 {
		*image = strict.Node{Kind: strict.String, Text: link}
	} else if id := child(image, "id"); id != nil {
		*id = strict.Node{Kind: strict.String, Text: link}
		join(image, value)
	}
}

// organization puts back an issuer that came as an address, or the maker of a
// badge that somebody else issues.
func (r *restorer) organization(m keptMember) {
	link := address(m.value)
	now := r.now.Issuer
	now.Platform = ""
	other := slices.ContainsFunc(r.members, func(o keptMember) bool { return o.parts[0].key == "issuer" }) // who issues it is another one
	switch {
	case m.path == "creator" && r.standard == OB3 && m.value.Kind == strict.Object && (link == "" || other || now == designer.Issuer{}):
		if c := child(r.badge, "creator"); c != nil {
			*c = m.value
		}
	case !isWeb(link) || !r.offline:
	case r.standard == OB2 && now == designer.Issuer{}:
		if issuer := child(r.badge, "issuer"); issuer != nil { // nothing is known of it but this
			*issuer = strict.Node{Kind: strict.String, Text: link}
		}
	default:
		m.parts = append(slices.Clone(m.parts), part{key: "id", index: -1})
		m.value = strict.Node{Kind: strict.String, Text: link}
		r.id(m)
	}
}

// id puts the id of an issuer back, where the draft's issuer stands.
func (r *restorer) id(m keptMember) {
	made := slices.ContainsFunc(r.members, func(o keptMember) bool {
		return o.path == "creator" && o.value.Kind == strict.Object && o.path != m.path
	})
	for _, n := range []*strict.Node{r.badge, r.award} {
		for _, key := range []string{"issuer", "creator"} {
			if n == nil || key == "creator" && made && m.parts[0].key == "issuer" {
				continue
			}
			if org := child(n, key); org != nil && org.Kind == strict.Object {
				if id := child(org, "id"); id != nil {
					*id = m.value
				}
			}
		}
	}
}

// alignment puts back what an entry had more than the draft takes, to the entry
// with the same address: lists change.
func (r *restorer) alignment(m keptMember) {
	entries := child(r.badge, "alignment")
	if entries == nil || len(m.parts) < 2 {
		return
	}
	prefix, _, _ := strings.Cut(strings.TrimPrefix(m.path, "alignment"), ".")
	anchor := ""
	for _, o := range r.members {
		if o.path == "alignment"+prefix+".targetUrl" || o.path == "alignment"+prefix+".url" {
			anchor = o.value.Text
		}
	}
	for i := range entries.Items {
		link := child(&entries.Items[i], "targetUrl")
		if rest := m.parts[1:]; link != nil && link.Text == anchor {
			if rest[0].index >= 0 {
				rest = rest[1:]
			}
			switch {
			case len(rest) == 1 && made(m.value.Text) == textOf(entries.Items[i], rest[0].key) && r.plain("", m.value):
				put(&entries.Items[i], rest, m.value, true)
			case len(rest) > 0 && r.known(append([]part{m.parts[0]}, rest...)):
				place(&entries.Items[i], rest, m.value)
			}
			return
		}
	}
}

// made is what a draft makes of a text of an entry, textOf what a file says.
func made(s string) string {
	var r reader
	return shorten(letters(r.tidy(s, "")), maxPart)
}

func textOf(n strict.Node, key string) string {
	v, _ := n.Get(key)
	return v.Text
}
