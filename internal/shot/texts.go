// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package shot

import (
	"bytes"
	"fmt"
	"html"
	"strings"
	"unicode"
)

// look is what text of one kind has in common.
type look struct {
	fill         string
	bold, italic bool
}

func (l look) attributes() string {
	s := fmt.Sprintf(`fill="%s"`, l.fill)
	if l.bold {
		s += ` font-weight="bold"`
	}
	if l.italic {
		s += ` font-style="italic"`
	}
	return s
}

// texts are runs of characters by look, in the order looks first appear. Each
// run is stretched to the width of its cells, whatever the reader's font; a
// gap of two spaces ends a run, so that one a font draws too narrow or too wide
// can not push its neighbours.
type texts struct {
	order []look
	runs  map[look][]string

	text   strings.Builder
	look   look
	x, y   int // of the open run, in cells
	cells  int
	spaces int // seen after its last letter
}

// add takes cells row by row, from left to right.
func (t *texts) add(x, y, width int, s string, l look) {
	if strings.TrimSpace(s) == "" {
		t.spaces++
		return
	}
	joins := t.cells > 0 && t.look == l && t.y == y && t.spaces < 2 &&
		t.x+t.cells+t.spaces == x && width == 1
	if !joins {
		t.flush()
		t.look, t.x, t.y = l, x, y
	} else if t.spaces == 1 {
		t.text.WriteByte(' ')
		t.cells++
	}
	t.spaces = 0
	t.text.WriteString(s)
	t.cells += width
	if width != 1 { // two cells are rarely twice a letter's width: alone it sits right
		t.flush()
	}
}

// escape makes text fit for XML: what may not stand there in any form becomes
// the replacement character.
func escape(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == 0xfffe || r == 0xffff {
			return unicode.ReplacementChar
		}
		return r // a broken byte is the replacement character already
	}, s))
}

// flush ends the open run.
func (t *texts) flush() {
	if t.cells > 0 {
		if t.runs == nil {
			t.runs = map[look][]string{}
		}
		if _, known := t.runs[t.look]; !known {
			t.order = append(t.order, t.look)
		}
		t.runs[t.look] = append(t.runs[t.look], fmt.Sprintf(`<text x="%d" y="%d" textLength="%d">%s</text>`,
			t.x*cellW, t.y*cellH+baseline, t.cells*cellW, escape(t.text.String())))
	}
	t.text.Reset()
	t.cells, t.spaces = 0, 0
}

func (t *texts) write(b *bytes.Buffer) {
	for _, l := range t.order {
		fmt.Fprintf(b, "<g %s>\n%s\n</g>\n", l.attributes(), strings.Join(t.runs[l], "\n"))
	}
}
