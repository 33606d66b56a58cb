// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"insignia/designer"
	"insignia/internal/clean"
)

// table is a text whose separator and headings are known.
type table struct {
	scan     *scanner // of the text, at its beginning
	encoding Encoding
	columns  []column // nil if no heading is ours
	below    int      // where the first row below the headings begins
	row      int      // the headings' row
	above    int      // rows with something in them before that one
	first    []string // the cells of the first row
	language string
}

// column is what one column is for.
type column struct {
	at      int
	heading string
	nearest string
	ours    bool
	to      target
	cells   int // seen without a place in a draft
}

// late is a pattern that is made when it is needed first, as tables are read
// in few runs of the program.
func late(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// sepLine is how a file tells Excel its separator; Excel does not show or
// count the line.
var sepLine = late(`(?i)^"?sep=([,;|\t])"?[,; \t]*(\r\n|\r|\n)`)

const (
	// look is how much of a text is read to find separator and headings.
	look = 64 << 10
	// maxLoose is how much may follow the first accent that is a character of
	// its own: such text is composed first, which takes its time.
	maxLoose = 1 << 20
	// deep is in how many rows the headings may stand: people put a title
	// above a table.
	deep = 10
	// maxStrangers is for how many headings that are unknown a known one is
	// looked for: more of them are no slips.
	maxStrangers = 30
)

// open decodes data and finds separator and headings.
func open(data []byte) (*table, error) {
	text, encoding, err := decode(data)
	if err != nil {
		return nil, err
	}
	if loose(text) > maxLoose {
		return nil, &designer.Error{Code: "too-big", Args: designer.Args{"limit": strconv.Itoa(maxLoose >> 20)}}
	}
	if strings.TrimSpace(text) == "" {
		return nil, &designer.Error{Code: "rows-empty"}
	}
	if text[0] == '{' || text[0] == '[' || text[0] == '<' {
		return nil, &designer.Error{Code: "rows-unreadable"}
	}
	seps := []rune{',', ';', '\t'}
	if m := sepLine().FindStringSubmatch(text); m != nil {
		seps = []rune(m[1])
		text = text[len(m[0]):]
	}
	var best view
	for i, sep := range seps {
		if v := preview(text, sep); i == 0 || v.better(best) {
			best = v
		}
	}
	t := &table{scan: &scanner{text: text, sep: best.sep}, encoding: encoding, first: best.first}
	if best.known == 0 {
		return t, nil
	}
	s := t.scan.from(0, 0)
	for s.row < best.row {
		if s.next() && len(s.cells) > 0 && s.row < best.row {
			t.above++
		}
	}
	if s.wide {
		return nil, tooWide()
	}
	t.below, t.row = s.at, s.row
	t.head(s.cells, min(s.count, maxColumns))
	return t, nil
}

// loose counts the bytes from the first accent that is a character of its own.
// Such begin at U+0300: what lies below is quick to step over.
func loose(text string) int {
	i := strings.IndexFunc(text, func(r rune) bool { return r >= 0x300 })
	if i < 0 {
		return 0
	}
	return len(text) - i - norm.NFC.QuickSpanString(text[i:])
}

// view is how a text looks with one separator.
type view struct {
	sep   rune
	row   int // the one with the most headings of ours
	known int // how many
	even  int // rows with as many cells as that one
	first []string
}

// preview reads the beginning of a text.
func preview(text string, sep rune) view {
	v := view{sep: sep}
	s := &scanner{text: text[:min(len(text), look)], sep: sep}
	var widths []int
	width := 0
	for len(widths) < deep && s.next() {
		if len(s.cells) == 0 {
			continue
		}
		known := 0
		for _, c := range s.cells {
			if to := lookup(c); to.kind != nothing {
				known++
			}
		}
		if v.first == nil {
			v.first = slices.Clone(s.cells)
		}
		if known > v.known {
			v.row, v.known, width = s.row, known, s.count
		}
		widths = append(widths, s.count)
	}
	for _, w := range widths {
		if w == width {
			v.even++
		}
	}
	return v
}

// better reports whether v is more of a table than w: it has more headings of
// ours, or else more rows that fit them.
func (v view) better(w view) bool {
	if v.known != w.known {
		return v.known > w.known
	}
	return v.known > 0 && v.even > w.even
}

// head takes the headings.
func (t *table) head(cells []string, width int) {
	t.columns = make([]column, width)
	languages, strangers := map[string]int{}, 0
	for i := range t.columns {
		c := &t.columns[i]
		c.at = i
		if i >= len(cells) {
			continue
		}
		c.heading, _ = clean.Line(strings.TrimSpace(bare(cells[i])))
		c.heading, _ = clean.Cut(c.heading, maxHeading)
		c.to = lookup(cells[i])
		for _, tag := range c.to.languages {
			languages[tag]++
		}
		if c.to.kind == nothing && c.heading != "" {
			c.ours = ourHeading(c.heading)
			if strangers++; strangers <= maxStrangers {
				c.nearest = nearest(c.heading)
			}
		}
	}
	t.whole()
	most := 0
	for tag, n := range languages {
		switch {
		case n > most:
			t.language, most = tag, n
		case n == most:
			t.language = ""
		}
	}
}

// whole settles what "Criteria 4" means: the fourth question where it stands
// alone, the fourth step beside others.
func (t *table) whole() {
	for i := range t.columns {
		to := &t.columns[i].to
		if to.kind != item || to.exact || to.sub != "" || to.item != int(to.field.Question) {
			continue
		}
		if alone := !slices.ContainsFunc(t.columns, func(c column) bool {
			return c.at != i && c.to.kind == item && c.to.field.ID == to.field.ID && c.to.sub == ""
		}); alone {
			to.kind, to.item, to.question = value, 0, true
		}
	}
}
