// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package talk

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"insignia/internal/clean"
)

// mostTyped is how many characters of a line are taken: four times the longest
// answer, so that no limit of a field is met here, as in the full screen.
const mostTyped = 16_000

// endless is the length of a line, in bytes, that no person ever ends.
const endless = 64 << 20

// mark is where an answer is typed.
const mark = "> "

// Ask says a prompt, none if it is empty, and returns the line that is
// answered, as it may be kept: what was taken out of it has been told. At the
// end of the input, or of the output, it returns an error: io.EOF, or why
// nothing more can be said.
func (t *Talk) Ask(prompt string) (string, error) {
	if prompt != "" {
		t.Say(prompt)
	}
	if t.o.Terminal {
		t.write(mark)
		t.open, t.blank = true, false
	}
	raw, lost, err := t.hear()
	if err != nil {
		t.over = true
		if t.open {
			t.write("")
		}
		if t.err != nil {
			return "", t.err
		}
		return "", io.EOF
	}
	if !t.heard {
		t.heard = true
		raw = strings.TrimPrefix(raw, "\ufeff") // what editors begin a file with
	}
	text, hidden := clean.Line(raw)
	if cut, over := clean.Cut(text, mostTyped); over {
		lost += utf8.RuneCountInString(text) - utf8.RuneCountInString(cut)
		text = cut
	}
	if lost > 0 {
		t.Say(t.o.Words.T("ui.paste-cut", "limit", mostTyped, "lost", lost))
	}
	if hidden > 0 {
		t.Say(t.o.Words.N("ui.cleaned", hidden))
	}
	return text, nil
}

// heard is a line as it came in, and how many of its characters were dropped.
type heard struct {
	line  string
	lost  int
	ended bool // with the key that ends a line
	err   error
}

// hear waits for a line. A read that nobody waits for any more is left alone:
// the conversation is over then, and nothing reads again.
func (t *Talk) hear() (string, int, error) {
	if t.over || t.err != nil {
		return "", 0, io.EOF
	}
	got := make(chan heard, 1)
	go func() { got <- readLine(t.in) }()
	select {
	case h := <-got:
		if h.ended {
			t.open = false // the terminal began a new one
		}
		return h.line, h.lost, h.err
	case <-t.o.Done:
		return "", 0, io.EOF
	}
}

// readLine reads up to the end of a line. The last line of a file may have
// none. Any other failure is the end as well: nothing more will come.
func readLine(r *bufio.Reader) heard {
	const room = mostTyped * utf8.UTFMax
	var line []byte
	var h heard
	for n := 0; ; {
		part, err := r.ReadSlice('\n')
		n += len(part)
		if h.ended = err == nil; h.ended {
			part = bytes.TrimSuffix(part, []byte("\n"))
		}
		take := min(len(part), room-len(line))
		line = append(line, part[:take]...)
		h.lost += starts(part[take:])
		switch {
		case errors.Is(err, bufio.ErrBufferFull) && n < endless:
		case n == 0, errors.Is(err, bufio.ErrBufferFull):
			return heard{err: io.EOF}
		default:
			h.line = strings.TrimSuffix(string(whole(line, &h.lost)), "\r")
			return h
		}
	}
}

// starts counts the characters that begin in b.
func starts(b []byte) int {
	n := 0
	for _, c := range b {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}

// whole takes off a character that was cut in two.
func whole(line []byte, lost *int) []byte {
	for i := len(line) - 1; *lost > 0 && i >= 0 && i > len(line)-utf8.UTFMax; i-- {
		if utf8.RuneStart(line[i]) {
			if !utf8.FullRune(line[i:]) {
				*lost++
				return line[:i]
			}
			break
		}
	}
	return line
}
