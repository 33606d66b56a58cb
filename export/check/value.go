// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	_ "embed" // the table
	"slices"
	"strings"
	"sync"

	"insignia/designer"
	"insignia/export/strict"
)

// kinds check the values that are no objects, by their names in the tables of
// classes. The last argument names a list of choices.
var kinds map[string]func(c *checker, p string, n strict.Node, list string)

func init() { // the checks of some kinds read the table again
	kinds = map[string]func(*checker, string, strict.Node, string){
		"any":      func(*checker, string, strict.Node, string) {},
		"word":     func(c *checker, p string, n strict.Node, _ string) { c.literal(p, n, strict.String, "text") },
		"text":     func(c *checker, p string, n strict.Node, _ string) { c.quoted(p, n, 0) },
		"short":    func(c *checker, p string, n strict.Node, _ string) { c.quoted(p, n, 255) },
		"long":     func(c *checker, p string, n strict.Node, _ string) { c.quoted(p, n, 16384) },
		"markdown": func(c *checker, p string, n strict.Node, _ string) { c.markdown(p, n) },
		"uri":      func(c *checker, p string, n strict.Node, _ string) { c.uri(p, n) },
		"web":      func(c *checker, p string, n strict.Node, _ string) { c.web(p, n) },
		"id":       func(c *checker, p string, n strict.Node, _ string) { c.id(p, n) },
		"email":    func(c *checker, p string, n strict.Node, _ string) { c.email(p, n) },
		"date":     func(c *checker, p string, n strict.Node, _ string) { c.date(p, n) },
		"day":      func(c *checker, p string, n strict.Node, _ string) { c.day(p, n) },
		"number":   func(c *checker, p string, n strict.Node, _ string) { c.literal(p, n, strict.Number, "number") },
		"boolean":  func(c *checker, p string, n strict.Node, _ string) { c.literal(p, n, strict.Bool, "boolean") },
		"language": func(c *checker, p string, n strict.Node, _ string) { c.inLanguage(p, n) },
		"jwt":      func(c *checker, p string, n strict.Node, _ string) { c.jwt(p, n) },
		"picture":  func(c *checker, p string, n strict.Node, _ string) { c.picture(p, n) },
		"awarded":  func(c *checker, p string, n strict.Node, _ string) { c.awarded(p, n) },
		"badge":    func(c *checker, p string, n strict.Node, _ string) { c.badgeOrLink(p, n) },
		"issuer":   func(c *checker, p string, n strict.Node, _ string) { c.issuer(p, n) },
		"suite":    func(c *checker, p string, n strict.Node, list string) { c.suite(p, n) },
		"choice":   func(c *checker, p string, n strict.Node, list string) { c.choice(p, n, list, "choice") },
		"fixed":    func(c *checker, p string, n strict.Node, list string) { c.choice(p, n, list, "choice-fixed") },
	}
}

//go:embed choices.txt
var choiceTable string

// choices are the values of each list.
var choices = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, paragraph := range paragraphs(choiceTable) {
		for _, line := range paragraph {
			words := strings.Fields(line)
			out[words[0]] = append(out[words[0]], words[1:]...)
		}
	}
	return out
})

// choice checks a value of a list. Where the list is not fixed, a value of
// one's own begins with ext: (the schemas want a letter, a figure, a dot, a
// bar or an underscore after it).
func (c *checker) choice(p string, n strict.Node, list, rule string) {
	all := choices()[list]
	own, ext := strings.CutPrefix(n.Text, "ext:")
	switch {
	case n.Kind == strict.String && slices.Contains(all, n.Text):
	case n.Kind == strict.String && rule == "choice" && ext && own != "" && (wordly(rune(own[0])) || own[0] == '.' || own[0] == '|'):
	case c.full():
	case n.Kind != strict.String:
		c.add(p, "text")
	default:
		c.add(p, rule, "value", n.Text, "nearest", designer.NearestOf(n.Text, all), "all", strings.Join(all, ", "))
	}
}

func wordly(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_'
}

// suite warns of a signature that checkers were not seen to know.
func (c *checker) suite(p string, n strict.Node) {
	switch {
	case n.Kind != strict.String:
		c.add(p, "text")
	case !slices.Contains(choices()["cryptosuite"], n.Text):
		c.add(p, "cryptosuite", "value", n.Text)
	}
}

// quoted checks a text, which in version 3 a number is never.
func (c *checker) quoted(p string, n strict.Node, limit int) {
	if n.Kind == strict.Number || n.Kind == strict.Bool {
		c.add(p, "text-number", "value", n.Text)
		return
	}
	c.text(p, n, limit)
}

// markdown checks a narrative.
func (c *checker) markdown(p string, n strict.Node) {
	if n.Kind != strict.String {
		c.add(p, "text")
		return
	}
	if strings.Contains(n.Text, "![") {
		c.add(p, "markdown-image")
	}
	if HasMarkup(n.Text) {
		c.add(p, "markdown-html")
	}
}

func (c *checker) literal(p string, n strict.Node, kind strict.Kind, rule string) {
	if n.Kind != kind {
		c.add(p, rule)
	}
}

// inLanguage checks a tag as version 3 has them: a language, a script, a
// region, each in its usual case, and nothing else.
func (c *checker) inLanguage(p string, n strict.Node) {
	if n.Kind != strict.String {
		c.add(p, "language", "value", n.Text)
		return
	}
	if plainTag(n.Text) {
		return
	}
	var d designer.Draft
	if err := d.Set("language", n.Text); err == nil && plainTag(d.Language) {
		c.add(p, "language-form", "value", n.Text, "wanted", d.Language)
		return
	}
	c.add(p, "language", "value", n.Text)
}

// plainTag is the pattern of the schemas of version 3:
// [a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?
func plainTag(s string) bool {
	parts := strings.Split(s, "-")
	shape := func(s string, least, most int, low, high rune) bool {
		return len(s) >= least && len(s) <= most && !strings.ContainsFunc(s, func(r rune) bool { return r < low || r > high })
	}
	if !shape(parts[0], 2, 4, 'a', 'z') {
		return false
	}
	parts = parts[1:]
	if len(parts) > 0 && len(parts[0]) == 4 && shape(parts[0][:1], 1, 1, 'A', 'Z') && shape(parts[0][1:], 3, 3, 'a', 'z') {
		parts = parts[1:]
	}
	if len(parts) > 0 && (shape(parts[0], 2, 2, 'A', 'Z') || shape(parts[0], 3, 3, '0', '9')) {
		parts = parts[1:]
	}
	return len(parts) == 0
}

// jwt checks the shape of a signed credential: three parts of base64url.
func (c *checker) jwt(p string, n strict.Node) {
	if n.Kind != strict.String || !compact(n.Text) {
		c.add(p, "jwt")
	}
}
