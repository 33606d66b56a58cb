// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"insignia/designer"
	"insignia/export/strict"
)

// tags reads the keywords: a list, or one text with commas.
func (r *reader) tags(t *thing) {
	v, ok := r.take(t, "tags", "tag", "keywords", "skills")
	if !ok {
		return
	}
	if v.key == "tags" && r.Standard == OB3 || v.key == "tag" && r.Version == "2.0" {
		r.note("IMPORT-KEYS", v.path)
	}
	f, _ := designer.FieldByID("tags")
	whole := v.Kind == strict.List
	items := list(v.Node)
	if v.Kind == strict.String {
		if items = split(v.Text); len(items) > 1 {
			r.note("IMPORT-FORM", v.path)
		}
		whole = true
	}
	seen := map[string]bool{}
	for i, n := range items {
		raw, all := n.Text, n.Kind == strict.String
		if !all {
			raw, all = r.text(named{n, "", at(v.path, i)})
		}
		raw, _ = bounded(raw)
		tag := letters(r.tidy(raw, at(v.path, i)))
		if length := utf8.RuneCountInString(tag); length > f.Limit {
			r.cut(at(v.path, i), "tags", length, f.Limit)
			tag = shorten(tag, f.Limit)
		}
		switch whole = whole && all && tag == raw; {
		case tag == "", seen[tag]:
			continue
		case len(r.Draft.Tags) == f.Items:
			r.tell("IMPORT-MANY", designer.Warn, "tags", "member", v.path, "n", strconv.Itoa(len(items)), "limit", strconv.Itoa(f.Items))
			r.keep(v.path, v.Node)
			return
		}
		seen[tag] = true
		r.Draft.Tags = append(r.Draft.Tags, tag)
	}
	if !whole {
		r.keep(v.path, v.Node)
	}
}

// split takes a text of several keywords apart.
func split(s string) (out []strict.Node) {
	if !strings.ContainsAny(s, ",;\n") {
		return []strict.Node{{Kind: strict.String, Text: s}}
	}
	for _, tag := range strings.FieldsFunc(s, func(c rune) bool { return c == ',' || c == ';' || c == '\n' }) {
		out = append(out, strict.Node{Kind: strict.String, Text: strings.TrimSpace(tag)})
	}
	return out
}

// alignments reads the entries of frameworks. What an entry has more than the
// draft takes is kept, with its address beside it, by which it is found again
// after the list has changed.
func (r *reader) alignments(t *thing) {
	v, ok := r.take(t, "alignment", "alignments")
	if !ok {
		return
	}
	if again, ok := t.peek("alignments"); ok && equal(again.Node, v.Node) { // some write the same for two readers
		t.drop("alignments")
	}
	f, _ := designer.FieldByID("alignment")
	if v.Kind != strict.List && v.Kind != strict.Object {
		r.note("IMPORT-FORM", v.path)
	}
	items := list(v.Node)
	for i, n := range items {
		path := v.path
		if v.Kind == strict.List {
			path = at(v.path, i)
		}
		if len(r.Draft.Alignment) == f.Items {
			r.tell("IMPORT-MANY", designer.Warn, "alignment", "member", v.path, "n", strconv.Itoa(len(items)), "limit", strconv.Itoa(f.Items))
			r.Kept = slices.DeleteFunc(r.Kept, func(m designer.Member) bool { return strings.HasPrefix(m.Path, v.path) })
			r.keep(v.path, v.Node)
			return
		}
		r.alignment(named{n, v.key, path})
	}
}

func (r *reader) alignment(v named) {
	if link := address(v.Node); isWeb(link) {
		r.note("IMPORT-FORM", v.path)
		r.Draft.Alignment = append(r.Draft.Alignment, designer.Alignment{TargetURL: link})
		return
	}
	if v.Kind != strict.Object {
		r.keep(v.path, v.Node)
		return
	}
	t := newThing(v.path, v.Node)
	var a designer.Alignment
	whole := true
	read := func(to *string, names ...string) named {
		m, ok := t.take(names...)
		if !ok {
			return m
		}
		if !proper[m.key] || names[0] != m.key {
			r.note("IMPORT-KEYS", v.key+"."+m.key)
		}
		raw, all := r.text(m)
		raw, long := bounded(raw)
		text := letters(r.tidy(raw, m.path))
		if length := utf8.RuneCountInString(text); length > maxPart {
			r.cut(m.path, "alignment", length, maxPart)
			text = shorten(text, maxPart)
		}
		if *to = text; !all || long || text != raw {
			r.keep(m.path, m.Node)
			whole = false
		}
		return m
	}
	read(&a.TargetName, "targetName", "name", "title")
	link := read(&a.TargetURL, "targetUrl", "url")
	read(&a.TargetDescription, "targetDescription", "description")
	read(&a.TargetFramework, "targetFramework", "framework", "frameworkName")
	read(&a.TargetCode, "targetCode", "code")
	if typ, ok := t.peek("type"); ok && !slices.ContainsFunc(texts(typ.Node), func(s string) bool { return !strings.HasPrefix(fold(s), "alignment") }) {
		t.drop("type")
	}
	for m := range t.left() {
		r.keep(m.path, m.Node)
		whole = false
	}
	if a != (designer.Alignment{}) {
		if !whole {
			r.keep(link.path, link.Node)
		}
		r.Draft.Alignment = append(r.Draft.Alignment, a)
	}
}

// maxPart is what a part of an entry takes, as the table of fields says.
const maxPart = 1000
