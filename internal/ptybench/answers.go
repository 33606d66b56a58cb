// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"strings"
)

// terminal reads what a program writes as far as it must: it counts the bytes
// that would be seen and answers the questions that programs ask at their
// start. Sequences may come in pieces.
type terminal struct {
	cols, rows int
	visible    int // bytes seen so far that leave ink: no blanks, no controls

	state   state
	kind    byte // what began a string sequence: ] P _ ^ X
	pending []byte
	modes   map[string]bool // private modes that were set
}

type state int

const (
	ground state = iota
	escape
	control // CSI
	text    // inside OSC, DCS, APC, PM or SOS
	textEnd // an ESC inside that may end it
)

// most is how much of one sequence is kept. No question is as long; pictures
// are far longer.
const most = 256

// write reads p and returns what the terminal answers.
func (t *terminal) write(p []byte) []byte {
	var out []byte
	for _, b := range p {
		out = append(out, t.step(b)...)
	}
	return out
}

func (t *terminal) step(b byte) string {
	switch t.state {
	case ground:
		switch {
		case b == 0x1b:
			t.begin(escape)
		case b > ' ' && b != 0x7f:
			t.visible++
		}
	case escape:
		switch b {
		case '[':
			t.begin(control)
		case ']', 'P', '_', '^', 'X':
			t.begin(text)
			t.kind = b
		case 0x1b:
		default:
			if b < ' ' || b > '/' { // not one of the bytes that go before the last
				t.state = ground
			}
		}
	case control:
		switch {
		case b == 0x1b:
			t.begin(escape)
		case b >= '@' && b <= '~':
			t.state = ground
			return t.control(string(t.pending), b)
		default:
			t.keep(b)
		}
	case text:
		switch {
		case b == 0x1b:
			t.state = textEnd
		case b == 0x07 && t.kind == ']':
			return t.end()
		default:
			t.keep(b)
		}
	case textEnd:
		if b == '\\' {
			return t.end()
		}
		t.begin(escape)
		return t.step(b)
	}
	return ""
}

func (t *terminal) begin(s state) {
	t.state = s
	t.pending = t.pending[:0]
}

func (t *terminal) keep(b byte) {
	if len(t.pending) < most {
		t.pending = append(t.pending, b)
	}
}

// control answers ESC [ params final. The answers are those of an xterm with
// 256 colours: device attributes, status, cursor, private modes, keyboard
// flags, sizes in pixels and cells.
func (t *terminal) control(params string, final byte) string {
	switch params + string(final) {
	case "c", "0c":
		return "\x1b[?62;22c"
	case ">c", ">0c":
		return "\x1b[>41;354;0c"
	case ">q", ">0q":
		return "\x1bP>|ptybench(1)\x1b\\"
	case "5n":
		return "\x1b[0n"
	case "6n":
		return "\x1b[1;1R"
	case "?6n":
		return "\x1b[?1;1R"
	case "?u":
		return "\x1b[?0u"
	case "14t":
		return fmt.Sprintf("\x1b[4;%d;%dt", t.rows*cellHeight, t.cols*cellWidth)
	case "16t":
		return fmt.Sprintf("\x1b[6;%d;%dt", cellHeight, cellWidth)
	case "18t":
		return fmt.Sprintf("\x1b[8;%d;%dt", t.rows, t.cols)
	}
	private, ok := strings.CutPrefix(params, "?")
	if !ok {
		return ""
	}
	switch mode, asked := strings.CutSuffix(private, "$"); {
	case asked && final == 'p' && t.modes[mode]:
		return "\x1b[?" + mode + ";1$y"
	case asked && final == 'p':
		return "\x1b[?" + mode + ";2$y"
	case final == 'h' || final == 'l':
		if t.modes == nil {
			t.modes = map[string]bool{}
		}
		for m := range strings.SplitSeq(private, ";") {
			t.modes[m] = final == 'h'
		}
	}
	return ""
}

// end answers a sequence that carries a string: the colours of text and
// ground, and "no" to questions about settings and capabilities.
func (t *terminal) end() string {
	t.state = ground
	s := string(t.pending)
	switch {
	case t.kind == ']' && s == "10;?":
		return "\x1b]10;rgb:d0d0/d0d0/d0d0\x1b\\"
	case t.kind == ']' && s == "11;?":
		return "\x1b]11;rgb:1010/1010/1010\x1b\\"
	case t.kind == ']' && s == "12;?":
		return "\x1b]12;rgb:d0d0/d0d0/d0d0\x1b\\"
	case t.kind == 'P' && strings.HasPrefix(s, "+q"):
		return "\x1bP0+r\x1b\\"
	case t.kind == 'P' && strings.HasPrefix(s, "$q"):
		return "\x1bP0$r\x1b\\"
	}
	return ""
}

// The cell of the terminal in pixels.
const (
	cellWidth  = 8
	cellHeight = 16
)
