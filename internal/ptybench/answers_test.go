// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"strings"
	"testing"
)

func TestTheTerminalAnswersWhatProgramsAsk(t *testing.T) {
	for _, c := range []struct{ name, ask, want string }{
		{"nothing", "hello \x1b[1mworld\x1b[m\r\n", ""},
		{"device attributes", "\x1b[c", "\x1b[?62;22c"},
		{"device attributes, with a zero", "\x1b[0c", "\x1b[?62;22c"},
		{"secondary device attributes", "\x1b[>c", "\x1b[>41;354;0c"},
		{"name", "\x1b[>0q", "\x1bP>|ptybench(1)\x1b\\"},
		{"status", "\x1b[5n", "\x1b[0n"},
		{"cursor", "\x1b[6n", "\x1b[1;1R"},
		{"cursor, DEC form", "\x1b[?6n", "\x1b[?1;1R"},
		{"keyboard flags", "\x1b[?u", "\x1b[?0u"},
		{"setting keyboard flags asks nothing", "\x1b[>1u\x1b[=1;1u\x1b[<u", ""},
		{"colour of the text", "\x1b]10;?\x07", "\x1b]10;rgb:d0d0/d0d0/d0d0\x1b\\"},
		{"colour of the ground", "\x1b]11;?\x1b\\", "\x1b]11;rgb:1010/1010/1010\x1b\\"},
		{"setting a colour asks nothing", "\x1b]11;#123456\x07", ""},
		{"a mode never set", "\x1b[?2026$p", "\x1b[?2026;2$y"},
		{"a mode that is set", "\x1b[?25;1049h\x1b[?1049$p", "\x1b[?1049;1$y"},
		{"a mode reset", "\x1b[?25h\x1b[?25l\x1b[?25$p", "\x1b[?25;2$y"},
		{"pixels", "\x1b[14t", "\x1b[4;640;960t"},
		{"pixels of a cell", "\x1b[16t", "\x1b[6;16;8t"},
		{"cells", "\x1b[18t", "\x1b[8;40;120t"},
		{"a capability", "\x1bP+q524742\x1b\\", "\x1bP0+r\x1b\\"},
		{"a setting", "\x1bP$qm\x1b\\", "\x1bP0$r\x1b\\"},
		{"a question inside a picture is none", "\x1b_Ga=T;[c]11;?\x07\x1b\\", ""},
		{"several at once", "\x1b[6n\x1b[?2026$p\x1b[c", "\x1b[1;1R\x1b[?2026;2$y\x1b[?62;22c"},
		{"after one that was broken off", "\x1b[12\x1b[c\x1b]11;?\x1b[c", "\x1b[?62;22c\x1b[?62;22c"},
	} {
		whole := terminal{cols: 120, rows: 40}
		if got := string(whole.write([]byte(c.ask))); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		bytewise, got := terminal{cols: 120, rows: 40}, ""
		for _, b := range []byte(c.ask) {
			got += string(bytewise.write([]byte{b}))
		}
		if got != c.want {
			t.Errorf("%s, byte by byte: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestOnlyInkIsVisible(t *testing.T) {
	for _, c := range []struct {
		out  string
		want int
	}{
		{"", 0},
		{"two words\r\n\t", 8},
		{"\x1b[38;2;1;2;3mred\x1b[m", 3},
		{"\x1b]0;a title\x07x\x1b]8;;http://example.org\x1b\\y", 2},
		{"\x1b(Bx\x1b7\x1b=y", 2},
		{"\x1bPq#0;2;0;0;0~~\x1b\\z", 1},
		{"\x1b_G" + strings.Repeat("A", 5000) + "\x1b\\z", 1},
		{"é", 2}, // bytes, not letters
	} {
		var term terminal
		term.write([]byte(c.out))
		if term.visible != c.want {
			t.Errorf("%.40q: %d visible, want %d", c.out, term.visible, c.want)
		}
	}
}

func FuzzTerminal(f *testing.F) {
	f.Add([]byte("\x1b[?1049h\x1b[c\x1b]11;?\x1b\\text"), 3)
	f.Add([]byte("\x1bP\x1b\x1b_\x1b\\\x1b[\x1b"), 1)
	f.Fuzz(func(t *testing.T, out []byte, cut int) {
		whole, pieces := terminal{cols: 80, rows: 24}, terminal{cols: 80, rows: 24}
		want := string(whole.write(out))
		at := 0
		if len(out) > 0 {
			at = int(uint(cut) % uint(len(out)))
		}
		if got := string(pieces.write(out[:at])) + string(pieces.write(out[at:])); got != want {
			t.Errorf("in pieces it answers %q, whole %q", got, want)
		}
		if pieces.visible != whole.visible || whole.visible > len(out) || len(whole.pending) > most {
			t.Errorf("%d and %d visible of %d, %d kept", pieces.visible, whole.visible, len(out), len(whole.pending))
		}
	})
}
