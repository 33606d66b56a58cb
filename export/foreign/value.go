// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"insignia/designer"
	"insignia/export/strict"
	"insignia/internal/clean"
)

// put reads the first member of these names into a text field. names begin
// with the one that the standards know.
func (r *reader) put(t *thing, field string, names ...string) {
	if v, ok := r.take(t, names...); ok {
		r.fill(field, v)
	}
}

// take is that of the thing; a key that no standard writes so is told.
func (r *reader) take(t *thing, names ...string) (named, bool) {
	v, ok := t.take(names...)
	if ok && !proper[v.key] {
		r.note("IMPORT-KEYS", v.path)
	}
	return v, ok
}

// proper are the keys that one of the standards has for what we read.
var proper = set("@context", "@id", "@type", "@language", "id", "type", "name", "description", "image", "criteria", "issuer", "creator", "tags", "tag",
	"alignment", "version", "inLanguage", "narrative", "url", "email", "origin", "org", "contact", "caption", "author", "achievementType",
	"resultDescription", "targetName", "targetUrl", "targetDescription", "targetFramework", "targetCode", "telephone", "phone")

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}

// fill reads a value into a text field, and keeps it where the field does not
// say all of it.
func (r *reader) fill(field string, v named) {
	raw, whole := r.text(v)
	raw, long := bounded(raw)
	if raw == "" {
		return
	}
	if placeholder(field, raw) {
		r.note("IMPORT-PLACEHOLDER", v.path)
		return
	}
	text := r.tidy(raw, v.path)
	if text != "" && !r.set(field, text) {
		r.tell("IMPORT-UNUSED", designer.Hint, field, "member", v.path, "value", raw)
	}
	f, _ := designer.FieldByID(field)
	if !whole || long || f.Value(&r.Draft) != raw {
		r.keep(v.path, v.Node)
	}
}

// maxText is the most bytes of a text that are looked at: ten times what the
// longest field takes, since HTML has more marks than letters.
const maxText = 64 << 10

// bounded is a text up to maxText, and whether that is less than all of it.
func bounded(s string) (string, bool) {
	if len(s) <= maxText {
		return s, false
	}
	return strings.ToValidUTF8(s[:maxText], ""), true
}

// tidy makes what a draft may hold of a stranger's text: clean, without HTML,
// and nothing where it only holds a place.
func (r *reader) tidy(raw, path string) string {
	text, removed := clean.Text(raw)
	r.Cleaned += removed
	if plain, was := unhtml(text); was && !(markdown[path] && !hasTag(text)) {
		r.note("IMPORT-HTML", path)
		text, _ = clean.Text(plain)
	}
	text = strings.TrimSpace(lined(text))
	if len(text) < 1000 && places.MatchString(text) {
		r.note("IMPORT-TEMPLATE", path)
		return ""
	}
	return text
}

// markdown are the members that are Markdown, where &amp; is no HTML.
var markdown = set("criteria.narrative")

// lined is a text whose line ends were escaped once too often.
func lined(s string) string {
	if strings.Contains(s, "\n") || !escapedLine.MatchString(s) {
		return s
	}
	return strings.NewReplacer(`\r\n`, "\n", `\n`, "\n").Replace(s)
}

var escapedLine = regexp.MustCompile(`\\n(?:[A-Z0-9*•# -]|\\n)`)

// places is a text that is nothing but places of a template.
var places = regexp.MustCompile(`^(?:\s*\{\{[^{}]*\}\}\s*)+$`)

// set gives a field its value, cut to what fits. It is false for a value that
// the field cannot take.
func (r *reader) set(field, text string) bool {
	f, _ := designer.FieldByID(field)
	if !f.Input.Multiline() {
		text = strings.Join(strings.Fields(text), " ")
	}
	if n := utf8.RuneCountInString(text); n > f.Limit {
		r.cut(field, field, n, f.Limit)
		text = shorten(text, f.Limit)
	}
	return r.Draft.Set(field, text) == nil
}

// cut tells that a text was longer than what takes it.
func (r *reader) cut(member, field string, length, limit int) {
	r.tell("IMPORT-CUT", designer.Warn, field, "member", member, "length", strconv.Itoa(length), "limit", strconv.Itoa(limit))
}

// shorten cuts at a word, if one is near.
func shorten(s string, limit int) string {
	s, was := clean.Cut(s, limit)
	if i := strings.LastIndexAny(s, " \n"); was && i > len(s)*4/5 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

func cleaned(s string) string {
	s, _ = clean.Text(s)
	return s
}

// letters is a text without the spaces that two readings of it may differ in.
func letters(s string) string { return strings.Join(strings.Fields(s), " ") }

// text gives the text of a value. Whole is false where that is not all it says:
// other languages, further items.
func (r *reader) text(v named) (text string, whole bool) {
	n := v.Node
	switch n.Kind {
	case strict.String:
		return n.Text, true
	case strict.Number, strict.Bool:
		if v.key != "version" || n.Kind == strict.Bool || r.Standard == OB3 {
			r.note("IMPORT-FORM", v.path)
		}
		return n.Text, true
	}
	if said := tongues(n); len(said) > 0 {
		tag := r.pick(said)
		if len(said) > 1 {
			others := slices.Sorted(maps.Keys(said))
			others = slices.DeleteFunc(others, func(s string) bool { return s == tag })
			r.tell("IMPORT-LANGUAGES", designer.Hint, "language", "taken", tag, "others", strings.Join(others, ", "))
		} else {
			r.note("IMPORT-FORM", v.path)
		}
		if r.Draft.Language == "" && tag != "" {
			r.Draft.Set("language", tag)
		}
		return said[tag], len(said) == 1
	}
	r.note("IMPORT-FORM", v.path)
	if n.Kind == strict.List {
		for i, item := range n.Items {
			if !blank(item) {
				text, whole := r.text(named{item, v.key, at(v.path, i)})
				return text, whole && i == len(n.Items)-1
			}
		}
	}
	inner, _ := newThing("", n).peek("@value", "value", "text", "name", "label")
	if inner.Kind != strict.String {
		return "", false
	}
	return inner.Text, len(n.Members) == 1
}

var tongue = regexp.MustCompile(`^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$|^@none$`)

// tongues are the texts of a value that says the same in several languages, by
// language: an object of them, or a list of values that each name theirs.
func tongues(n strict.Node) map[string]string {
	out := map[string]string{}
	if n.Kind == strict.Object {
		for _, m := range n.Members {
			text, ok := one(m.Value)
			if !ok || !tongue.MatchString(m.Key) || m.Key == "id" && strings.Contains(text, ":") || len(out) > 100 {
				out = nil
				break
			}
			if text != "" {
				out[strings.ReplaceAll(m.Key, "_", "-")] = text
			}
		}
		if len(out) > 0 {
			return out
		}
		out = map[string]string{}
	}
	for _, i := range list(n) {
		t := newThing("", i)
		value, ok := t.take("@value", "value")
		tag, tagged := t.take("@language", "language")
		if !ok || value.Kind != strict.String || !tagged || !tongue.MatchString(tag.Text) || !t.spent() || len(out) > 100 {
			return nil
		}
		out[tag.Text] = value.Text
	}
	return out
}

// one is a text, or a list of a single one, as JSON-LD writes it.
func one(n strict.Node) (string, bool) {
	if n.Kind == strict.List && len(n.Items) == 1 {
		n = n.Items[0]
	}
	return n.Text, n.Kind == strict.String
}

// pick chooses the draft's language, or one near to it, or the first by name.
func (r *reader) pick(said map[string]string) string {
	tags := slices.Sorted(maps.Keys(said))
	if _, ok := said[r.Draft.Language]; ok {
		return r.Draft.Language
	}
	base, _, _ := strings.Cut(r.Draft.Language, "-")
	for _, t := range tags {
		if b, _, _ := strings.Cut(t, "-"); base != "" && b == base {
			return t
		}
	}
	for _, t := range tags {
		if t != "@none" {
			return t
		}
	}
	return tags[0]
}
