// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package rows reads tables of badges, a badge a row, as spreadsheet programs
// write them and people fill them in, and writes such a table. It knows how a
// heading is meant, in every language there are words in, how a cell is typed,
// and what programs do to the encoding, the separator and the quotation marks.
// Every text goes through internal/clean and Draft.Set, so that a row, an
// answers file and what is typed give the same draft. It refuses to know where
// a file lies, which badges there are already, and whether a draft is kept; of
// a workbook (xlsx, ods) it only says that it is one.
package rows

import (
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

const (
	// maxBytes is the largest file: as for answers files.
	maxBytes = 4 << 20
	// maxRows and maxColumns are far beyond a workshop, and beyond what Write
	// gives: every field, and every member of every item of every list.
	maxRows    = 1000
	maxColumns = 500
	// maxProblems is how many mistakes of one table are told at once.
	maxProblems = 50
)

// Result is what a table held.
type Result struct {
	// Drafts are the rows without a mistake, in their order, without ids. With
	// a mistake in the headings there are none.
	Drafts []Row
	// Problems are the mistakes, in the order of the table, fifty at most.
	Problems []Problem
	// Unsaid counts the mistakes beyond those.
	Unsaid int
	// Ignored are the columns that no field was found for.
	Ignored []Column
	// Encoding is how the text was written.
	Encoding Encoding
	// Separator is what parts the cells.
	Separator rune
	// Language is the tag of the language that the headings are in, "" where
	// they are ids or could be in several.
	Language string
	// Above counts the rows with something in them above the headings, and
	// Blank those below that say a kind, a team or a language and nothing else.
	Above, Blank int
}

// Row is one badge.
type Row struct {
	Draft designer.Draft
	// Number is the row's, as a spreadsheet counts: from 1, the headings too.
	Number int
	// Cleaned counts the characters that internal/clean removed.
	Cleaned int
}

// Problem is one mistake, and where it stands.
type Problem struct {
	Row    int    // as a spreadsheet counts
	Column string // its heading, "" for the whole row
	Err    error  // a *designer.Error
}

// Place says where the mistake stands: row 4, column “Criteria”.
func (p Problem) Place(w locale.Words) string {
	if p.Column == "" {
		return w.T("rows.at.row", "row", p.Row)
	}
	return w.T("rows.at.cell", "row", p.Row, "column", p.Column)
}

// Say is the mistake in a sentence behind its place.
func (p Problem) Say(w locale.Words) string { return p.Place(w) + ": " + w.Error(p.Err) }

// Column is a column that was left out.
type Column struct {
	Heading string
	Letter  string // as a spreadsheet names it: A, B … Z, AA
	Cells   int    // how many have something in them
	Nearest string // the heading that was meant, "" if none is near
	Ours    bool   // one of a table that the program wrote, which is no answer
}

// name is how the column is spoken of.
func (c Column) name() string {
	if c.Heading == "" {
		return c.Letter
	}
	return c.Heading
}

// Notes are sentences about what was read, nothing of it a mistake: the
// encoding if it is not the usual one, and what was left out.
func (r Result) Notes(w locale.Words) []string {
	var out []string
	if r.Encoding != UTF8 {
		out = append(out, w.T("rows.encoding", "encoding", w.T("rows.encoding."+string(r.Encoding))))
	}
	if r.Above > 0 {
		out = append(out, w.N("rows.above", r.Above))
	}
	for _, c := range r.Ignored {
		if c.Cells == 0 || c.Ours {
			continue
		}
		s := w.N("rows.ignored", c.Cells, "column", c.name())
		if c.Nearest != "" {
			s += " " + w.T("rows.nearest", "nearest", c.Nearest)
		}
		out = append(out, s)
	}
	if r.Blank > 0 {
		out = append(out, w.N("rows.blank", r.Blank))
	}
	return out
}

// Read reads a table of at most 4 MiB, 1,000 badges and 500 columns. Mistakes
// in cells are problems of the result. An error is about the whole file, a
// *designer.Error: too-big, rows-empty, rows-workbook, rows-unreadable,
// not-text, rows-no-columns, rows-wide and rows-many.
func Read(data []byte) (Result, error) {
	t, err := open(data)
	if err != nil {
		return Result{}, err
	}
	if t.columns == nil {
		return Result{}, &designer.Error{Code: "rows-no-columns", Args: designer.Args{"columns": t.found()}}
	}
	r := reader{table: t, claimed: map[string]int{}, lists: map[string]*items{}, order: t.order()}
	return r.read()
}

// IsTable reports whether data is a table with at least one column whose
// heading is a field or a question.
func IsTable(data []byte) bool {
	t, err := open(data)
	return err == nil && t.columns != nil
}

// reader reads the rows below the headings.
type reader struct {
	Result
	*table
	order   dayOrder
	claimed map[string]int // the first column of each field that is no list
	wrong   bool           // the headings are
	lists   map[string]*items
	one     designer.Draft // with one item, while it is made
}

func (r *reader) read() (Result, error) {
	r.Encoding, r.Separator, r.Language, r.Above = r.table.encoding, r.table.scan.sep, r.table.language, r.table.above
	s, filled := r.scan.from(r.below, r.row), 0
	for s.next() {
		if len(s.cells) == 0 {
			continue
		}
		if filled++; filled > maxRows {
			return Result{}, &designer.Error{Code: "rows-many", Args: designer.Args{"limit": strconv.Itoa(maxRows)}}
		}
		if s.wide {
			return Result{}, tooWide()
		}
		r.line(s)
	}
	for _, c := range r.columns {
		if c.to.kind == nothing && (c.heading != "" || c.cells > 0) {
			r.Ignored = append(r.Ignored, Column{Heading: c.heading, Letter: letter(c.at), Cells: c.cells, Nearest: c.nearest, Ours: c.ours})
		}
	}
	if r.wrong {
		r.Drafts = nil
	}
	slices.SortStableFunc(r.Problems, func(a, b Problem) int { return a.Row - b.Row })
	return r.Result, nil
}

func (r *reader) refuse(row int, column string, err error) {
	if len(r.Problems) >= maxProblems {
		r.Unsaid++
		return
	}
	r.Problems = append(r.Problems, Problem{row, column, err})
}

// line reads one row.
func (r *reader) line(s *scanner) {
	mistakes := len(r.Problems) + r.Unsaid
	b := badge{reader: r, row: s.row}
	if s.open { // what it swallowed is no answer
		r.refuse(s.row, "", &designer.Error{Code: "rows-open-quote"})
		return
	}
	if len(s.cells) > len(r.columns) {
		r.refuse(s.row, "", &designer.Error{Code: "rows-ragged",
			Args: designer.Args{"cells": strconv.Itoa(len(s.cells)), "columns": strconv.Itoa(len(r.columns))}})
		return
	}
	for i, cell := range s.cells {
		if cell = strings.TrimSpace(cell); cell != "" {
			b.cell(&r.columns[i], cell)
		}
	}
	b.finish()
	switch {
	case len(r.Problems)+r.Unsaid > mistakes:
	case b.said:
		r.Drafts = append(r.Drafts, Row{b.draft, s.row, b.cleaned})
	case b.any:
		r.Blank++
	}
}

// found are the headings of a table that has none of ours, to be shown.
func (t *table) found() string {
	s, _ := clean.Line(strings.Join(t.first, ", "))
	s, cut := clean.Cut(s, 120)
	if cut {
		s += "…"
	}
	return s
}

func tooWide() error {
	return &designer.Error{Code: "rows-wide", Args: designer.Args{"limit": strconv.Itoa(maxColumns)}}
}

// letter is the name that spreadsheets give the column at index i.
func letter(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}
