// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import "strings"

// scanner takes a text apart into rows of cells, by RFC 4180 and leniently:
// any end of line, spaces around quotation marks, marks where none belong.
type scanner struct {
	text  string
	sep   rune // one of , ; tab |
	at    int  // where the next row begins
	row   int  // the present row's number, counting empty ones
	cells []string
	count int  // of cells, the empty ones at the end too
	open  bool // a quotation mark of this row never closes
	wide  bool // more cells than any table of ours has
}

// from is a scanner of the same text that goes on at an offset, behind row.
func (s *scanner) from(at, row int) *scanner {
	return &scanner{text: s.text, sep: s.sep, at: at, row: row}
}

// next reads a row; false at the end of the text. Empty cells at the end of a
// row are not among its cells.
func (s *scanner) next() bool {
	if s.at >= len(s.text) {
		return false
	}
	s.row++
	s.cells, s.open, s.wide = s.cells[:0], false, false
	filled, n := 0, 0
	for more := true; more; n++ {
		var cell string
		cell, more = s.cell()
		if n < maxColumns {
			s.cells = append(s.cells, cell)
		}
		if strings.TrimSpace(cell) != "" {
			filled = n + 1
		}
	}
	s.count, s.wide = n, filled > maxColumns
	s.cells = s.cells[:min(filled, len(s.cells))]
	return true
}

// cell reads up to the next separator or the end of the row, and reports
// whether the row goes on.
func (s *scanner) cell() (string, bool) {
	rest := strings.TrimLeft(s.text[s.at:], " ")
	if strings.HasPrefix(rest, `"`) {
		s.at = len(s.text) - len(rest) + 1
		return s.quoted()
	}
	return s.plain()
}

// plain reads a cell without quotation marks around it; those in it are
// letters as others.
func (s *scanner) plain() (string, bool) {
	i := strings.IndexAny(s.text[s.at:], s.ends())
	if i < 0 {
		i = len(s.text) - s.at
	}
	cell := s.text[s.at : s.at+i]
	s.at += i
	return cell, s.end()
}

func (s *scanner) ends() string {
	switch s.sep { // constants, as IndexAny is quickest with
	case ';':
		return ";\r\n"
	case '\t':
		return "\t\r\n"
	case '|':
		return "|\r\n"
	}
	return ",\r\n"
}

// end steps over what ends a cell.
func (s *scanner) end() bool {
	if s.at >= len(s.text) {
		return false
	}
	c := s.text[s.at]
	s.at++
	if c == '\r' && s.at < len(s.text) && s.text[s.at] == '\n' {
		s.at++
	}
	return rune(c) == s.sep
}

// quoted reads on behind an opening quotation mark. Where something follows
// the closing one, neither of them was meant so: both stay in the text.
func (s *scanner) quoted() (string, bool) {
	var built strings.Builder
	for {
		i := strings.IndexByte(s.text[s.at:], '"')
		if i < 0 {
			s.open = true
			rest := s.text[s.at:]
			s.at = len(s.text)
			return rest, false
		}
		part := s.text[s.at : s.at+i]
		s.at += i + 1
		if strings.HasPrefix(s.text[s.at:], `"`) {
			built.WriteString(part)
			built.WriteByte('"')
			s.at++
			continue
		}
		if built.Len() > 0 {
			built.WriteString(part)
			part = built.String()
		}
		begin := s.at
		rest, more := s.plain()
		if strings.Trim(rest, " ") == "" {
			return part, more
		}
		return `"` + part + `"` + s.text[begin:begin+len(rest)], more
	}
}
