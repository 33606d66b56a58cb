// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package takehome

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"insignia/designer"
	"insignia/internal/locale"
)

// bom tells Excel that the table is UTF-8: without it accents come out wrong.
const bom = "\uFEFF"

// table is overview.csv: a row a badge below one of names, by RFC 4180, every
// cell in quotes and harmless (see harmless).
func table(w locale.Words, shown []shown) []byte {
	var out strings.Builder
	out.WriteString(bom)
	line := func(cells []string) {
		for i, c := range cells {
			if i > 0 {
				out.WriteByte(',')
			}
			// RFC 4180 asks for quotes around some cells only; around all
			// of them a program that expects semicolons meets fewer ends.
			out.WriteString(`"` + strings.ReplaceAll(harmless(tidy(c)), `"`, `""`) + `"`)
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

// harmless keeps a spreadsheet from taking a text for a formula (OWASP, CSV
// Injection): where it could begin with = + - @ or their full-width forms, a
// tab or a carriage return, white space before them or not, an apostrophe
// comes first. A text may begin in the middle of a cell too: a program that
// expects another separator, as Excel does in Spanish, ends cells there, so
// that what follows a semicolon, a tab or the end of a line is treated alike.
func harmless(s string) string {
	var out strings.Builder
	for {
		i := strings.IndexAny(s, ";\t\n\r")
		if i < 0 {
			out.WriteString(guard(s))
			return out.String()
		}
		out.WriteString(guard(s[:i+1]))
		s = s[i+1:]
	}
}

// guard puts an apostrophe before a piece of text that would be obeyed.
func guard(s string) string {
	t := strings.TrimLeftFunc(s, func(r rune) bool {
		return r != '\t' && r != '\r' && r != '\n' && (unicode.IsSpace(r) || !unicode.IsPrint(r))
	})
	if r, _ := utf8.DecodeRuneInString(t); t != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", r) {
		return "'" + s
	}
	return s
}
