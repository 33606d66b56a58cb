// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/internal/locale"
)

// cellMost is the most characters that spreadsheets keep of a cell (Excel's
// specifications and limits): a longer one runs over into other rows.
const cellMost = 32_767

// Write gives badges as a table that Read turns into the same answers: UTF-8
// with its mark, commas, a column for each field that one of them answers,
// named by its id, in the order of the vocabulary. Items of a list stand on
// the lines of one cell, or in columns of their own where a line cannot say
// all of them. The second result counts the pictures left out because no
// cell of a spreadsheet holds them.
func Write(drafts []designer.Draft) (table []byte, left int) {
	var names []string
	var values [][]string // a column, then a draft
	put := func(name string, cell func(d *designer.Draft) string) {
		column := make([]string, len(drafts))
		for i := range drafts {
			column[i] = cell(&drafts[i])
		}
		if slices.ContainsFunc(column, func(s string) bool { return s != "" }) {
			names, values = append(names, name), append(values, column)
		}
	}
	for _, f := range designer.Fields() {
		if f.IsList() {
			lists(f, drafts, put)
			continue
		}
		put(f.ID, func(d *designer.Draft) string {
			s := f.Value(d)
			if len(s) > cellMost {
				left++
				return ""
			}
			return s
		})
	}
	var out strings.Builder
	out.WriteString(BOM)
	line(&out, names)
	for i := range drafts {
		var cells []string
		for _, column := range values {
			cells = append(cells, Harmless(undashed(column[i])))
		}
		line(&out, cells)
	}
	return []byte(out.String()), left
}

// line writes one row. RFC 4180 asks for quotes around some cells only; around
// all of them a program that expects semicolons meets fewer ends.
func line(out *strings.Builder, cells []string) {
	for i, c := range cells {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString(`"` + strings.ReplaceAll(c, `"`, `""`) + `"`)
	}
	out.WriteString("\r\n")
}

// undashed keeps an answer that is nothing but a dash from being taken for
// none.
func undashed(s string) string {
	if slices.Contains(dashes, strings.TrimLeft(s, " '")) {
		return "'" + s
	}
	return s
}

// lists puts the columns of a list.
func lists(f designer.Field, drafts []designer.Draft, put func(string, func(*designer.Draft) string)) {
	inLines := true
	for i := range drafts {
		inLines = inLines && sameInLines(f, &drafts[i])
	}
	if inLines {
		put(f.ID, func(d *designer.Draft) string { return lines(f, d) })
	}
	subs := designer.Members(f.Input)
	if len(subs) == 0 && !inLines {
		subs = []string{""}
	}
	for n := range f.Items {
		for i, sub := range subs {
			if inLines && i == 0 {
				continue // the text, which the lines have
			}
			at := f.ID + "." + strconv.Itoa(n+1)
			if sub != "" {
				at += "." + sub
			}
			put(at, func(d *designer.Draft) string { return part(f, d, n, sub) })
		}
	}
}

// lines are the texts of a list, numbered if they are steps.
func lines(f designer.Field, d *designer.Draft) string {
	all := f.List(d)
	if f.Input == designer.Steps {
		for i := range all {
			all[i] = strconv.Itoa(i+1) + ". " + all[i]
		}
	}
	return strings.Join(all, "\n")
}

// sameInLines reports whether Read finds the same texts in the lines.
func sameInLines(f designer.Field, d *designer.Draft) bool {
	want := f.List(d)
	if f.Input == designer.Alignments {
		return len(want) == 0
	}
	text := lines(f, d)
	if len(want) == 0 {
		return true
	}
	if slices.Contains(want, "") || slices.Contains(dashes, text) {
		return false
	}
	return slices.Equal(split(f, text), want) && !slices.ContainsFunc(want, func(s string) bool {
		_, marked := optional(s)
		return marked && f.Input == designer.Steps || f.Input == designer.Leads && address(s)
	})
}

// part is a member of item n of the list, counted from 0.
func part(f designer.Field, d *designer.Draft, n int, sub string) string {
	if n >= len(f.List(d)) {
		return ""
	}
	switch f.Input {
	case designer.Steps:
		s := d.Criteria.Steps[n]
		no := ""
		if s.Optional {
			no = "no"
		}
		return map[string]string{"text": s.Text, "required": no, "evidence": s.Evidence, "note": s.Note}[sub]
	case designer.Leads:
		l := d.Next.Leads[n]
		return map[string]string{"name": l.Name, "id": l.ID, "url": l.URL}[sub]
	case designer.Alignments:
		a := d.Alignment[n]
		return map[string]string{"targetName": a.TargetName, "targetUrl": a.TargetURL, "targetDescription": a.TargetDescription,
			"targetFramework": a.TargetFramework, "targetCode": a.TargetCode}[sub]
	}
	return f.List(d)[n]
}

// template are the columns of the paper canvas: the questions by their own
// names, and beside them what a badge needs besides.
var template = []string{"name", "team", "kind", "1", "2", "issuer.url", "issuer.email", "3", "4", "criteria.evidence", "5", "6"}

// Template is an empty table for typing up paper: one row of headings, the
// questions with their numbers and titles, in the words of a language.
func Template(w locale.Words) []byte {
	var names []string
	for _, t := range template {
		if n, err := strconv.Atoi(t); err == nil {
			names = append(names, t+" "+w.T("question."+designer.Question(n).String()+".title"))
			continue
		}
		names = append(names, w.T("field."+t+".label"))
	}
	var out strings.Builder
	out.WriteString(BOM)
	line(&out, names)
	return []byte(out.String())
}
