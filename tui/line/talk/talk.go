// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package talk is a conversation in plain lines: what is said goes out line by
// line, what is heard comes in line by line. It knows how wide a line may be,
// what in a text could do more than show, and how an answer picks one of
// several; it refuses to know what is talked about.
//
// Nothing it writes moves a cursor, sets a colour or takes back what was
// written, so that a pipe, a log and a screen reader get the same words in the
// same order.
package talk

import (
	"bufio"
	"io"
	"strings"

	"insignia/internal/clean"
	"insignia/internal/locale"
)

// usualWidth is how many cells a line has where no terminal says so; with
// fewer than leastWidth nothing could be read.
const (
	usualWidth = 80
	leastWidth = 20
)

// Options are what a conversation is started with.
type Options struct {
	Words locale.Words
	// Width is how many cells a line may have now; nil, or 0, is 80.
	Width func() int
	// Terminal says that a terminal shows what is typed: a mark then stands
	// where it goes. Without one a prompt is a line like any other.
	Terminal bool
	// Done ends the conversation as the end of the input does; nil is never.
	Done <-chan struct{}
}

// Talk is a conversation. It is for one goroutine.
type Talk struct {
	in    *bufio.Reader
	out   io.Writer
	o     Options
	heard bool  // something was read
	blank bool  // the last line that was said is empty, or there is none
	open  bool  // the cursor stands behind the mark
	over  bool  // the input has ended
	err   error // why the output took no more
}

// New starts a conversation. What it reads of in it keeps: nobody else should
// read there.
func New(in io.Reader, out io.Writer, o Options) *Talk {
	return &Talk{in: bufio.NewReader(in), out: out, o: o, blank: true}
}

// Words are those of the language that is spoken.
func (t *Talk) Words() locale.Words { return t.o.Words }

// SetWords goes on in another language.
func (t *Talk) SetWords(w locale.Words) { t.o.Words = w }

// Err is why the output took no more, nil while it does.
func (t *Talk) Err() error { return t.err }

// Say says a text; each of its lines begins a new one.
func (t *Talk) Say(text string) { t.print("", text) }

// Item says a text behind a mark, such as its number in a list; the text's
// further lines are set in under the first.
func (t *Talk) Item(mark, text string) { t.print(mark+"  ", text) }

// Gap parts what comes from what was said: one empty line, however often it is
// called.
func (t *Talk) Gap() {
	if !t.blank {
		t.write("\n")
		t.blank = true
	}
}

// print writes a text behind a mark.
func (t *Talk) print(mark, text string) {
	text, _ = clean.Text(text)
	if mark != "" {
		mark, _ = clean.Line(mark)
	}
	var b strings.Builder
	for _, line := range set(mark, text, t.width()) {
		b.WriteString(line)
		b.WriteByte('\n')
		t.blank = line == ""
	}
	t.write(b.String())
}

// write writes lines, on a line of their own.
func (t *Talk) write(s string) {
	if t.open {
		t.open = false
		s = "\n" + s
	}
	if t.err == nil {
		_, t.err = io.WriteString(t.out, s)
	}
}

func (t *Talk) width() int {
	w := 0
	if t.o.Width != nil {
		w = t.o.Width()
	}
	if w <= 0 {
		w = usualWidth
	}
	return max(w, leastWidth)
}
