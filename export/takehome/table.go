// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package takehome

import (
	"cmp"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export/rows"
	"insignia/internal/locale"
)

// table is overview.csv: a row a badge below one of names, by RFC 4180, every
// cell in quotes and harmless (see rows.Harmless).
func table(w locale.Words, shown []shown) []byte {
	var out strings.Builder
	out.WriteString(rows.BOM)
	line := func(cells []string) {
		for i, c := range cells {
			if i > 0 {
				out.WriteByte(',')
			}
			// RFC 4180 asks for quotes around some cells only; around all
			// of them a program that expects semicolons meets fewer ends.
			out.WriteString(`"` + strings.ReplaceAll(rows.Harmless(tidy(c)), `"`, `""`) + `"`)
		}
		out.WriteString("\r\n")
	}
	line([]string{label(w, "team"), label(w, "name"), label(w, "kind"), label(w, "language"), label(w, "issuer.name"), label(w, "issuer.email"),
		label(w, "issuer.url"), w.T("takehome.table.answered"), w.T("takehome.table.open"), label(w, "criteria.steps"), label(w, "criteria.evidence"),
		label(w, "next.leads"), label(w, "next.action"), label(w, "next.owner"), label(w, "next.due"), w.T("takehome.table.folder"), w.T("takehome.table.id")})
	for _, s := range shown {
		d := s.Draft
		line([]string{d.Team, d.Name, kind(w, d), d.Language, d.Issuer.Name, d.Issuer.Email, d.Issuer.URL, strconv.Itoa(d.Answered()),
			strconv.Itoa(open(s.Problems)), steps(d), d.Criteria.Evidence, leads(d), d.Next.Action, d.Next.Owner, d.Next.Due, s.folder, d.ID})
	}
	return []byte(out.String())
}

func label(w locale.Words, field string) string { return w.T("field." + field + ".label") }

func kind(w locale.Words, d designer.Draft) string {
	if key := "option.kind." + d.Kind; w.Known(key) {
		return w.T(key)
	}
	return d.Kind
}

// steps are numbered, so that they can be told apart in one cell.
func steps(d designer.Draft) string {
	var out []string
	for i, s := range d.Criteria.Steps {
		out = append(out, strconv.Itoa(i+1)+". "+s.Text)
	}
	return strings.Join(out, "\n")
}

func leads(d designer.Draft) string {
	var out []string
	for _, l := range d.Next.Leads {
		if s := cmp.Or(l.Name, l.URL); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}
