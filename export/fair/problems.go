// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package fair

import (
	"cmp"
	"slices"
	"strconv"

	"insignia/designer"
	"insignia/designer/lint"
	"insignia/export/check"
	"insignia/internal/locale"
)

// Problems are what an export of d would say, without making one: what is
// missing and becomes a placeholder, what is left out or changed, and what
// issuers would drop. By question, in each the gravest first.
func Problems(d designer.Draft) []designer.Problem {
	return Arrange(Found(d, "", false))
}

// told are the findings of lint that a reader of the files meets and that are
// no faults; those with true become faults in final files, since they hold
// the place of something.
var told = map[string]bool{"ISSUER-PLACEHOLDER": true, "ANSWER-TBD": true, "ISSUER-BARE": false, "ISSUER-HTTP": false, "CRIT-URL": false, "LANGUAGE-UNKNOWN": false}

// written are the fields whose text goes into the files as it stands.
var written = []string{"name", "description", "issuer.name", "issuer.url", "issuer.email", "issuer.description",
	"criteria.evidence", "criteria.assessor", "criteria.level.name", "criteria.url", "version", "language"}

// Found is Problems for files below base, as Base returns it, before they are
// arranged. In final files what holds the place of something is a fault.
func Found(d designer.Draft, base string, final bool) []designer.Problem {
	var out []designer.Problem
	for _, p := range lint.Check(d) {
		grave, known := told[p.Code]
		switch {
		case p.Level == designer.Fault:
		case !known || !slices.Contains(written, p.Field):
			continue
		case grave && final:
			p.Level = designer.Fault
		}
		out = append(out, p)
	}
	add := func(code string, level designer.Level, q designer.Question, field string, args designer.Args) {
		if !slices.ContainsFunc(out, func(p designer.Problem) bool { return p.Code == code && p.Field == field }) {
			out = append(out, designer.Problem{Code: code, Level: level, Question: q, Field: field, Args: args})
		}
	}
	// What lint takes for an address may still not fit once it is encoded.
	if _, ok := webURL(d.Issuer.URL); !ok && !designer.ToCome(d.Issuer.URL) {
		add("ISSUER-URL", designer.Fault, designer.AskIssuer, "issuer.url", designer.Args{"value": d.Issuer.URL})
	}
	if _, ok := email(d.Issuer.Email); !ok && !designer.ToCome(d.Issuer.Email) {
		add("ISSUER-EMAIL", designer.Fault, designer.AskIssuer, "issuer.email", designer.Args{"value": d.Issuer.Email})
	}
	_, left := alignments(d.Alignment)
	for _, i := range left {
		n := strconv.Itoa(i + 1)
		add("ALIGN-INCOMPLETE", designer.Fault, designer.AskCriteria, "alignment."+n, designer.Args{"item": n})
	}
	if base != "" && designer.CheckURL(base) == designer.FlawPlaceholder {
		level := designer.Warn
		if final {
			level = designer.Fault
		}
		add("BASE-PLACEHOLDER", level, designer.AskIssuer, "issuer.url", designer.Args{"value": base})
	}
	for _, f := range []struct {
		id, text string
		q        designer.Question
	}{
		{"name", d.Name, designer.Start},
		{"description", description(d, locale.For(d.Language)), designer.Review},
		{"issuer.name", d.Issuer.Name, designer.AskIssuer},
		{"issuer.description", d.Issuer.Description, designer.AskIssuer},
	} {
		if check.HasMarkup(f.text) {
			add("TEXT-ANGLE", designer.Warn, f.q, f.id, nil)
		}
	}
	return out
}

// Arrange sorts as lint does: by question, in each the gravest first.
func Arrange(p []designer.Problem) []designer.Problem {
	slices.SortStableFunc(p, func(a, b designer.Problem) int {
		return cmp.Or(cmp.Compare(a.Question, b.Question), cmp.Compare(b.Level, a.Level))
	})
	return p
}
