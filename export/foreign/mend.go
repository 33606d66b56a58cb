// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// mend rewrites what people and templates take for JSON: a comma before a
// closing bracket, comments, line ends inside of texts, other quotation marks,
// backslashes that escape nothing, names without quotation marks, the words
// of Python, and places of templates ({{ name }}) that stand alone. It gives
// the place of the first change, -1 if there was none; whether the outcome is
// JSON is for its reader to find out.
func mend(src []byte) ([]byte, int) {
	m := mender{src: src, first: -1, out: make([]byte, 0, len(src)+len(src)/16)}
	for m.at < len(src) {
		m.step()
	}
	return m.out, m.first
}

type mender struct {
	src   []byte
	out   []byte
	at    int
	first int
}

// changed notes that the text at the present place is not JSON.
func (m *mender) changed() {
	if m.first < 0 {
		m.first = m.at
	}
}

// closers are what ends a text, by what began it.
var closers = map[rune]string{'"': `"`, '\'': "'", '“': "”“", '”': "”“", '„': "“”"}

// foreignWords are those of other languages for what JSON says otherwise.
var foreignWords = map[string]string{"True": "true", "False": "false", "None": "null", "undefined": "null", "NaN": "null"}

// template gives a place of a template, as in {{ name }}, that b begins with.
func template(b []byte) []byte {
	const most = 200
	if !bytes.HasPrefix(b, []byte("{{")) {
		return nil
	}
	i := bytes.IndexAny(b[2:min(len(b), most)], `{}"`)
	if i < 0 || !bytes.HasPrefix(b[2+i:], []byte("}}")) {
		return nil
	}
	return b[:i+4]
}

// letter reports whether a byte may stand in a name.
func letter(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == '$' || c == '@'
}

func (m *mender) step() {
	rest := m.src[m.at:]
	r, size := utf8.DecodeRune(rest)
	switch {
	case (r == '"' || r == '\'' || r >= utf8.RuneSelf) && closers[r] != "":
		m.text(r, size)
	case r == '/' && bytes.HasPrefix(rest, []byte("//")):
		m.skip(rest, "\n", 0)
	case r == '/' && bytes.HasPrefix(rest, []byte("/*")):
		m.skip(rest, "*/", 2)
	case r == ',' && m.closes():
		m.changed()
		m.at++
	case r == '{' && template(rest) != nil:
		m.changed()
		t := template(rest)
		m.out = append(append(append(m.out, '"'), t...), '"')
		m.at += len(t)
	case letter(rest[0]):
		n := 1
		for n < len(rest) && (letter(rest[n]) || rest[n] == '-' || rest[n] >= '0' && rest[n] <= '9') {
			n++
		}
		m.word(string(rest[:n]))
	default:
		m.out = append(m.out, rest[:size]...)
		m.at += size
	}
}

// skip passes over a comment.
func (m *mender) skip(rest []byte, end string, size int) {
	m.changed()
	i := bytes.Index(rest, []byte(end))
	if i < 0 {
		i, size = len(rest), 0
	}
	m.at += i + size
}

// closes reports whether a closing bracket follows the comma that m stands on.
func (m *mender) closes() bool {
	rest := bytes.TrimLeft(m.src[m.at+1:min(len(m.src), m.at+1000)], " \t\r\n")
	return len(rest) > 0 && (rest[0] == '}' || rest[0] == ']')
}

// word writes a name or one of the words of JSON.
func (m *mender) word(w string) {
	rest := bytes.TrimLeft(m.src[m.at+len(w):min(len(m.src), m.at+len(w)+1000)], " \t\r\n")
	write := w
	switch {
	case len(rest) > 0 && rest[0] == ':':
		write = `"` + w + `"`
	case foreignWords[w] != "":
		write = foreignWords[w]
	}
	if write != w {
		m.changed()
	}
	m.out = append(m.out, write...)
	m.at += len(w)
}

// text writes a text that r began.
func (m *mender) text(r rune, size int) {
	if r != '"' {
		m.changed()
	}
	ends := closers[r]
	m.out = append(m.out, '"')
	m.at += size
	for m.at < len(m.src) {
		r, size := utf8.DecodeRune(m.src[m.at:])
		switch {
		case strings.ContainsRune(ends, r):
			m.out = append(m.out, '"')
			m.at += size
			return
		case r == '"':
			m.out = append(m.out, `\"`...)
		case r == '\\' && m.at+1 < len(m.src):
			m.escape()
			continue
		case r == '\n', r == '\r', r == '\t':
			m.changed()
			m.out = append(m.out, map[rune]string{'\n': `\n`, '\r': `\r`, '\t': `\t`}[r]...)
		case r < ' ':
			m.changed()
			m.out = fmt.Appendf(m.out, `\u%04x`, r)
		default:
			m.out = append(m.out, m.src[m.at:m.at+size]...)
		}
		m.at += size
	}
}

// escape writes a backslash and what follows it.
func (m *mender) escape() {
	c := m.src[m.at+1]
	switch {
	case strings.IndexByte(`"\/bfnrtu`, c) >= 0:
		m.out = append(m.out, '\\', c)
	case c == '\'':
		m.changed()
		m.out = append(m.out, c)
	default:
		m.changed()
		m.out = append(m.out, `\\`...)
		m.at++
		return
	}
	m.at += 2
}
