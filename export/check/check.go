// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package check is an offline validator for the two Open Badges 2.0
// documents that describe a design: the BadgeClass and its issuer's Profile,
// whoever wrote them. It knows the standard, what the official validator
// makes of it, and what issuers were seen to refuse; it fetches nothing, and
// refuses to know drafts and awards. The sentence of a rule is in
// internal/locale under check.<rule>.
package check

import (
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export/strict"
	"insignia/internal/clean"
)

// The kinds of document that can be checked.
const (
	BadgeClass = "BadgeClass"
	Profile    = "Profile"
)

// Report is what is known of a document after checking it.
type Report struct {
	// Kind is BadgeClass or Profile, "" where the document is neither.
	Kind string `json:"kind"`
	// Findings are in the order of the document, those of its text first.
	Findings []Finding `json:"findings"`
}

// Finding is one breach of a rule.
type Finding struct {
	// Path says where: issuer.email, alignment[0].targetUrl, "" for the
	// document as a whole.
	Path  string         `json:"path"`
	Rule  string         `json:"rule"`
	Level designer.Level `json:"level"`
	// Args fill the sentence; among them line and column for findings about
	// the text itself.
	Args designer.Args `json:"args,omitempty"`
}

// OK reports whether no finding is a fault.
func (r Report) OK() bool {
	return !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Level == designer.Fault })
}

// maxFindings is where telling more stops helping.
const maxFindings = 200

// Check checks one document of at most 4 MiB.
func Check(data []byte) Report {
	root, flaws, ok := strict.Parse(data)
	c := &checker{}
	for _, f := range flaws {
		line, column := strict.Position(data, f.At)
		c.add("", "json-"+f.Code, "line", strconv.Itoa(line), "column", strconv.Itoa(column), "value", f.Key)
	}
	kind := ""
	switch {
	case !ok:
	case root.Kind != strict.Object:
		c.add("", "json-object")
	default:
		kind = c.document(root)
	}
	return Report{Kind: kind, Findings: c.findings}
}

type checker struct {
	findings []Finding
}

// add notes a breach; args are pairs of a placeholder and its value, which
// is shortened and cleaned, since it comes from a stranger.
func (c *checker) add(path, rule string, args ...string) {
	level, known := levels[rule]
	if !known {
		panic("check: no rule " + rule)
	}
	if len(c.findings) >= maxFindings {
		return
	}
	f := Finding{Path: shown(path), Rule: rule, Level: level}
	for i := 0; i+1 < len(args); i += 2 {
		if args[i+1] == "" {
			continue
		}
		if f.Args == nil {
			f.Args = designer.Args{}
		}
		f.Args[args[i]] = shown(args[i+1])
	}
	c.findings = append(c.findings, f)
}

func shown(s string) string {
	cut, was := clean.Cut(s, 80) // a longer one drowns the sentence
	cut, _ = clean.Line(cut)
	if was {
		cut += "…"
	}
	return cut
}

// document finds out what the object is and checks it as such.
func (c *checker) document(root strict.Node) string {
	if _, ok := root.Get("@context"); !ok {
		c.add("", "required", "member", "@context")
	}
	plain := c.context(root)
	types := names(root, "type")
	kind := ""
	switch {
	case slices.Contains(types, BadgeClass):
		kind = BadgeClass
	case slices.Contains(types, Profile) || slices.Contains(types, "Issuer"):
		kind = Profile
	case len(types) > 0:
		c.add("type", "kind", "value", strings.Join(types, ", "))
		return ""
	case has(root, "criteria") || has(root, "issuer"):
		kind = BadgeClass
	case has(root, "email") || has(root, "url"):
		kind = Profile
	default:
		c.add("", "required", "member", "type")
		return ""
	}
	if kind == BadgeClass {
		c.badge(root)
	} else {
		c.profile("", root)
	}
	c.values("", root)
	if plain {
		c.terms("", root)
	}
	return kind
}

// context reports whether the context is the plain string, so that the terms
// of the standard are all there are.
func (c *checker) context(root strict.Node) bool {
	n, ok := root.Get("@context")
	switch {
	case !ok:
		return true
	case n.Kind == strict.String && n.Text == contextURL:
		return true
	case n.Kind == strict.List && slices.ContainsFunc(n.Items, func(i strict.Node) bool { return i.Kind == strict.String && i.Text == contextURL }):
		c.add("@context", "context-list")
		return len(n.Items) == 1
	}
	c.add("@context", "context", "value", n.Text)
	return n.Kind == strict.String
}

// names are the strings of a member that is a string or a list of them.
func names(n strict.Node, key string) []string {
	v, _ := n.Get(key)
	if v.Kind == strict.String {
		return []string{v.Text}
	}
	var out []string
	for _, i := range v.Items {
		if i.Kind == strict.String {
			out = append(out, i.Text)
		}
	}
	return out
}

func has(n strict.Node, key string) bool { _, ok := n.Get(key); return ok }

// under is the path of a member.
func under(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func at(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }
