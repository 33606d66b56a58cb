// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"slices"
	"strings"
)

// declaration is a property and its value.
type declaration struct{ name, value string }

// declarations takes what stands between braces apart.
func declarations(s string) []declaration {
	var out []declaration
	for part := range strings.SplitSeq(s, ";") {
		if name, v, ok := strings.Cut(part, ":"); ok {
			out = append(out, declaration{strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(v)})
		}
	}
	return out
}

// sheet is the drawing's style sheets, by what their rules are for: "*", an
// element's name, ".class" and "#id". Drawing programs write no others.
type sheet map[string][]declaration

// rulesMost is how many rules are read: far beyond a program's export.
const rulesMost = 5000

// rules reads style sheets. It names a rule that it cannot keep, unless that
// is a font's or a screen's.
func rules(texts []string, missed func(string)) sheet {
	out := sheet{}
	for _, css := range texts {
		css = uncommented(css)
		for n := 0; n < rulesMost; n++ {
			selectors, rest, ok := strings.Cut(css, "{")
			if !ok {
				break
			}
			selectors = strings.TrimSpace(selectors)
			if i := strings.LastIndexByte(selectors, ';'); i >= 0 { // behind @import and @charset
				selectors = strings.TrimSpace(selectors[i+1:])
			}
			var body string
			if strings.HasPrefix(selectors, "@") {
				css = behind(rest)
				continue
			}
			body, css, _ = strings.Cut(rest, "}")
			decs := declarations(body)
			for _, s := range strings.SplitN(selectors, ",", 200) {
				s = strings.TrimSpace(s)
				if !simple(s) {
					missed("style")
					continue
				}
				out[s] = append(out[s], decs...)
			}
		}
	}
	return out
}

func uncommented(css string) string {
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(css, "/*")
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		if _, css, ok = strings.Cut(rest, "*/"); !ok {
			return out.String()
		}
	}
}

// behind is what follows the brace that closes a block with blocks in it.
func behind(css string) string {
	depth := 1
	for i := range len(css) {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return css[i+1:]
			}
		}
	}
	return ""
}

// simple reports whether a selector is one name.
func simple(s string) bool {
	if s == "*" {
		return true
	}
	s = strings.TrimLeft(s, ".#")
	return s != "" && !strings.ContainsAny(s, " .#:>+~[]()*\t\n")
}

// apply gives the declarations that are for an element, the weakest first.
func (s sheet) apply(n *node, set func(declaration)) {
	if len(s) == 0 {
		return
	}
	give := func(key string) {
		for _, d := range s[key] {
			set(d)
		}
	}
	give("*")
	give(n.name)
	classes := strings.Fields(n.attr["class"])
	if len(classes) > 0 {
		classes = classes[:min(len(classes), 20)]
		slices.Sort(classes)
	}
	for _, c := range slices.Compact(classes) {
		give("." + c)
	}
	if id := n.attr["id"]; id != "" {
		give("#" + id)
	}
}
