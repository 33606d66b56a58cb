// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package check is an offline validator for Open Badges 2.0 and 3.0 documents
// of anyone: badges, issuers, awards, endorsements, templates. It knows the
// standards, the terms that their contexts define, what the official
// validators make of them, and what issuers were seen to refuse; version 1 it
// only recognises. It fetches nothing, verifies no signature, and refuses to
// know drafts. The sentence of a rule is in internal/locale under
// check.<rule>, what to do about it under check.<rule>.fix.
package check

import (
	"slices"
	"strconv"

	"insignia/designer"
	"insignia/export/strict"
	"insignia/internal/clean"
)

// Report is what is known of a document after checking it.
type Report struct {
	// Kind is one of the constants, "" where the document is none of them.
	Kind string `json:"kind"`
	// Standard is the version of Open Badges: 1.0, 1.1, 2.0 or 3.0, "" where
	// there is no kind.
	Standard string `json:"standard"`
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

// Check checks one document of at most 4 MiB, as JSON or signed (a compact
// JWS, whose payload is the document).
func Check(data []byte) Report {
	c := &checker{budget: maxWork}
	if payload, ok := c.unsign(data); ok {
		data, c.signed = payload, true
	}
	root, flaws, ok := strict.Parse(data)
	c.flaws(data, flaws)
	r := Report{}
	switch {
	case !ok:
	case root.Kind != strict.Object:
		c.add("", "json-object")
	default:
		r.Kind, r.Standard = c.document(c.claims(root))
	}
	r.Findings = c.findings
	return r
}

type checker struct {
	findings []Finding
	model    model
	trail    trail
	holder   string // the class that holds the object being checked
	budget   int    // bytes of pictures that may still be looked into
	three    bool   // version 3
	template bool   // a credential to be filled in
	signed   bool   // the document was the payload of a signature
}

// full reports whether nothing more will be told.
func (c *checker) full() bool { return len(c.findings) >= maxFindings }

// flaws tells what is wrong with the text. Lines are counted from one flaw to
// the next, since a document may have a thousand of them in one long line.
func (c *checker) flaws(data []byte, flaws []strict.Flaw) {
	at, line, column := 0, 1, 1
	for _, f := range flaws {
		if c.full() {
			return
		}
		l, col := strict.Position(data[at:], f.At-at)
		if l > 1 {
			column = 1
		}
		at, line, column = f.At, line+l-1, column+col-1
		c.add("", "json-"+f.Code, "line", strconv.Itoa(line), "column", strconv.Itoa(column), "value", f.Key)
	}
}

// add notes a breach; args are pairs of a placeholder and its value, which
// is shortened and cleaned, since it comes from a stranger.
func (c *checker) add(path, rule string, args ...string) {
	level, known := gravity[rule]
	if !known {
		panic("check: no rule " + rule)
	}
	if c.full() {
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
		if ours[args[i]] {
			f.Args[args[i]] = args[i+1]
		}
	}
	c.findings = append(c.findings, f)
}

// ours are the arguments that come from the tables, and are shown whole.
var ours = set{"all": true, "nearest": true, "wanted": true}

// shown is what of a stranger's text is repeated: a longer one would drown
// the sentence, an empty one leave a hole in it.
func shown(s string) string {
	cut, was := clean.Cut(s, 80)
	cut, _ = clean.Line(cut)
	if was || cut == "" && s != "" {
		cut += "…"
	}
	return cut
}
