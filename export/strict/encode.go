// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package strict

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Encode writes a tree as JSON that people can read: members in their order,
// two spaces a level, a line feed at the end, <, > and & as they are. A tree
// read from what encoding/json wrote so comes back byte for byte.
func Encode(n Node) []byte {
	e := encoder{indent: true}
	e.value(n, 0)
	return append(e.out, '\n')
}

// Compact writes a tree without any space around its parts.
func Compact(n Node) string {
	var e encoder
	e.value(n, 0)
	return string(e.out)
}

// ASCII is Compact with every character beyond ASCII as its escape, for
// places where nothing invisible may stand.
func ASCII(n Node) string {
	e := encoder{ascii: true}
	e.value(n, 0)
	return string(e.out)
}

type encoder struct {
	out    []byte
	indent bool
	ascii  bool
}

func (e *encoder) value(n Node, depth int) {
	switch n.Kind {
	case Null:
		e.out = append(e.out, "null"...)
	case Bool, Number:
		e.out = append(e.out, n.Text...)
	case String:
		e.text(n.Text)
	case List:
		e.parts('[', ']', len(n.Items), depth, func(i int) { e.value(n.Items[i], depth+1) })
	case Object:
		e.parts('{', '}', len(n.Members), depth, func(i int) {
			e.text(n.Members[i].Key)
			e.out = append(e.out, ':')
			if e.indent {
				e.out = append(e.out, ' ')
			}
			e.value(n.Members[i].Value, depth+1)
		})
	}
}

func (e *encoder) parts(open, end byte, n, depth int, write func(int)) {
	e.out = append(e.out, open)
	for i := range n {
		if i > 0 {
			e.out = append(e.out, ',')
		}
		e.line(depth + 1)
		write(i)
	}
	if n > 0 {
		e.line(depth)
	}
	e.out = append(e.out, end)
}

func (e *encoder) line(depth int) {
	if e.indent {
		e.out = append(append(e.out, '\n'), strings.Repeat("  ", depth)...)
	}
}

// short are the escapes of one letter.
var short = [128]byte{'"': '"', '\\': '\\', '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't'}

// text writes a string. What needs no escape is copied at once: a picture is
// one string of many kilobytes.
func (e *encoder) text(s string) {
	e.out = append(e.out, '"')
	from := 0
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if !e.escaped(r) {
			i += size
			continue
		}
		e.out = append(e.out, s[from:i]...)
		switch {
		case r < 128 && short[r] != 0:
			e.out = append(e.out, '\\', short[r])
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			e.escape(high)
			e.escape(low)
		default:
			e.escape(r)
		}
		i += size
		from = i
	}
	e.out = append(append(e.out, s[from:]...), '"')
}

func (e *encoder) escaped(r rune) bool {
	if r < 0x7F {
		return short[r] != 0 || r < ' '
	}
	return e.ascii || r == '\u2028' || r == '\u2029'
}

func (e *encoder) escape(r rune) {
	const digits = "0123456789abcdef"
	e.out = append(e.out, '\\', 'u', digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
}
