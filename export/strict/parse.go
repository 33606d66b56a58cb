// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package strict reads JSON from strangers into a tree that hides nothing:
// what readers of JSON disagree about (a key that stands twice, half a
// character, a byte order mark) is reported, where encoding/json would choose
// in silence. It knows the grammar of RFC 8259 and what I-JSON (RFC 7493)
// advises; it refuses to know what a document means.
package strict

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The bounds of a document. Ours have a few kilobytes, a badge with its
// picture inside a few hundred, and no reader of badges nests deeper than ten.
const (
	MaxBytes = 4 << 20
	MaxDepth = 64
	maxNodes = 100_000
	maxNotes = 1_000 // flaws that do not end the reading; beyond, nobody reads them
	few      = 16    // members that are searched one by one faster than hashed
)

// Kind is the kind of a value.
type Kind int

const (
	Null Kind = iota
	Bool
	Number
	String
	List
	Object
)

// Node is one value. Text is the decoded text of a string, the literal of
// anything else that is not a list or an object.
type Node struct {
	Kind    Kind
	Text    string
	Items   []Node
	Members []Member
	At      int // offset of its first byte
}

// Member is one key of an object and its value.
type Member struct {
	Key   string
	KeyAt int
	Value Node
}

// Get returns the first member of that name.
func (n Node) Get(key string) (Node, bool) {
	for _, m := range n.Members {
		if m.Key == key {
			return m.Value, true
		}
	}
	return Node{}, false
}

// What can be wrong with a document.
const (
	Size      = "size"      // larger than MaxBytes, or more than 100,000 values
	UTF8      = "utf8"      // bytes that are not UTF-8
	Syntax    = "syntax"    // not JSON
	Depth     = "depth"     // nested deeper than MaxDepth
	BOM       = "bom"       // begins with a byte order mark
	Duplicate = "duplicate" // a key stands twice in one object
	Surrogate = "surrogate" // half of a \u pair, which is no character
	Control   = "control"   // a string has an escaped control character
)

// Flaw is one thing wrong with the text itself.
type Flaw struct {
	Code string
	At   int    // offset
	Key  string // of a Duplicate
}

// Parse reads one JSON document. The first four kinds of flaw end the
// reading: then ok is false and that flaw is the last one. The others are
// noted, the first thousand of them in the order of the document, and reading
// goes on.
func Parse(data []byte) (root Node, flaws []Flaw, ok bool) {
	p := &parser{src: data}
	switch i := invalid(data); {
	case len(data) > MaxBytes:
		p.fail(Size, 0)
	case i >= 0:
		p.fail(UTF8, i)
	default:
		if bytes.HasPrefix(data, []byte("\uFEFF")) {
			p.note(BOM, 0, "")
			p.at = 3
		}
		root = p.value(0)
		if p.space(); !p.dead && p.at < len(p.src) {
			p.fail(Syntax, p.at)
		}
	}
	return root, p.flaws, !p.dead
}

// Position gives an offset as an editor shows it: line and column from 1,
// columns in characters.
func Position(data []byte, at int) (line, column int) {
	before := data[:min(at, len(data))]
	line = 1 + bytes.Count(before, []byte("\n"))
	before = before[bytes.LastIndexByte(before, '\n')+1:]
	return line, 1 + utf8.RuneCount(bytes.TrimPrefix(before, []byte("\uFEFF")))
}

func invalid(data []byte) int {
	if len(data) > MaxBytes || utf8.Valid(data) {
		return -1
	}
	for i := 0; ; {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size < 2 {
			return i
		}
		i += size
	}
}

type parser struct {
	src   []byte
	at    int
	nodes int
	flaws []Flaw
	dead  bool
}

func (p *parser) note(code string, at int, key string) {
	if len(p.flaws) == maxNotes {
		return
	}
	p.flaws = append(p.flaws, Flaw{Code: code, At: at, Key: key})
	// That a key stands twice is known after what is wrong inside of it.
	for i := len(p.flaws) - 1; i > 0 && p.flaws[i-1].At > at; i-- {
		p.flaws[i-1], p.flaws[i] = p.flaws[i], p.flaws[i-1]
	}
}

// fail notes what ends the reading; only the first such flaw counts.
func (p *parser) fail(code string, at int) {
	if !p.dead {
		p.flaws = append(p.flaws, Flaw{Code: code, At: at})
	}
	p.dead = true
}

func (p *parser) space() {
	for p.at < len(p.src) && strings.IndexByte(" \t\r\n", p.src[p.at]) >= 0 {
		p.at++
	}
}

// next skips space and returns the byte after it, 0 at the end.
func (p *parser) next() byte {
	p.space()
	if p.at >= len(p.src) {
		return 0
	}
	return p.src[p.at]
}

// take steps over c, or fails.
func (p *parser) take(c byte) bool {
	if p.next() != c {
		p.fail(Syntax, p.at)
		return false
	}
	p.at++
	return true
}

func (p *parser) value(depth int) Node {
	c := p.next()
	n := Node{At: p.at}
	p.nodes++
	switch {
	case depth > MaxDepth:
		p.fail(Depth, p.at)
	case p.nodes > maxNodes:
		p.fail(Size, p.at)
	case c == '{':
		n.Kind = Object
		p.object(&n, depth)
	case c == '[':
		n.Kind = List
		p.list(&n, depth)
	case c == '"':
		n.Kind, n.Text = String, p.text()
	case c == '-' || c >= '0' && c <= '9':
		n.Kind, n.Text = Number, p.number()
	default:
		n.Kind, n.Text = p.word()
	}
	return n
}

func (p *parser) object(n *Node, depth int) {
	var seen map[string]bool
	p.at++
	if p.next() == '}' {
		p.at++
		return
	}
	for !p.dead {
		if p.next() != '"' {
			p.fail(Syntax, p.at)
			return
		}
		at := p.at
		key := p.text()
		if seen == nil && len(n.Members) == few {
			seen = make(map[string]bool, 2*few)
			for _, m := range n.Members {
				seen[m.Key] = true
			}
		}
		again := seen[key]
		if seen == nil {
			_, again = n.Get(key)
		} else {
			seen[key] = true
		}
		if again && !p.dead {
			p.note(Duplicate, at, key)
		}
		if !p.take(':') {
			return
		}
		v := p.value(depth + 1)
		if len(n.Members) == cap(n.Members) { // twice as many, where append would take a quarter more and copy often
			n.Members = slices.Grow(n.Members, max(2, len(n.Members)))
		}
		n.Members = append(n.Members, Member{Key: key, KeyAt: at, Value: v})
		if p.next() == ',' {
			p.at++
			p.space()
			continue
		}
		p.take('}')
		return
	}
}

func (p *parser) list(n *Node, depth int) {
	p.at++
	if p.next() == ']' {
		p.at++
		return
	}
	for !p.dead {
		v := p.value(depth + 1)
		if len(n.Items) == cap(n.Items) {
			n.Items = slices.Grow(n.Items, max(1, len(n.Items)))
		}
		n.Items = append(n.Items, v)
		if p.next() == ',' {
			p.at++
			continue
		}
		p.take(']')
		return
	}
}

var words = []struct {
	text string
	kind Kind
}{{"true", Bool}, {"false", Bool}, {"null", Null}}

// word reads true, false or null.
func (p *parser) word() (Kind, string) {
	for _, w := range words {
		if bytes.HasPrefix(p.src[p.at:], []byte(w.text)) {
			p.at += len(w.text)
			return w.kind, w.text
		}
	}
	p.fail(Syntax, p.at)
	return Null, ""
}

// number reads -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
func (p *parser) number() string {
	from := p.at
	digits := func() {
		at := p.at
		for p.at < len(p.src) && p.src[p.at] >= '0' && p.src[p.at] <= '9' {
			p.at++
		}
		if p.at == at {
			p.fail(Syntax, p.at)
		}
	}
	has := func(set string) bool {
		if p.at < len(p.src) && strings.IndexByte(set, p.src[p.at]) >= 0 {
			p.at++
			return true
		}
		return false
	}
	has("-")
	if !has("0") {
		digits()
	}
	if has(".") {
		digits()
	}
	if has("eE") {
		has("+-")
		digits()
	}
	return string(p.src[from:p.at])
}

// text reads a string that p.at stands on. Most have no escapes and are
// copied at once: a picture inside a badge is one string of many kilobytes.
func (p *parser) text() string {
	p.at++
	from := p.at
	var out []byte
	for p.at < len(p.src) {
		switch c := p.src[p.at]; {
		case c == '"':
			run := p.src[from:p.at]
			p.at++
			if out == nil {
				return string(run)
			}
			return string(append(out, run...))
		case c < ' ':
			p.fail(Syntax, p.at)
			return ""
		case c == '\\':
			out = append(out, p.src[from:p.at]...)
			r, ok := p.escape()
			if !ok {
				return ""
			}
			out = utf8.AppendRune(out, r)
			from = p.at
		default:
			p.at++
		}
	}
	p.fail(Syntax, p.at)
	return ""
}

// escape reads what a backslash begins. Half a pair becomes U+FFFD.
func (p *parser) escape() (rune, bool) {
	from := p.at
	p.at++
	if p.at >= len(p.src) {
		p.fail(Syntax, from)
		return 0, false
	}
	c := p.src[p.at]
	p.at++
	if i := strings.IndexByte(`"\/bfnrt`, c); i >= 0 {
		r := rune("\"\\/\b\f\n\r\t"[i])
		if r == '\b' || r == '\f' {
			p.note(Control, from, "")
		}
		return r, true
	}
	var r rune
	ok := c == 'u'
	if ok {
		r, ok = p.hex()
	}
	if !ok {
		p.fail(Syntax, from)
		return 0, false
	}
	if !utf16.IsSurrogate(r) {
		if (r < ' ' && r != '\n' && r != '\t' && r != '\r') || r >= 0x7F && r < 0xA0 {
			p.note(Control, from, "")
		}
		return r, true
	}
	if bytes.HasPrefix(p.src[p.at:], []byte(`\u`)) {
		back := p.at
		p.at += 2
		if low, ok := p.hex(); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				return pair, true
			}
		}
		p.at = back
	}
	p.note(Surrogate, from, "")
	return utf8.RuneError, true
}

// hex reads four digits.
func (p *parser) hex() (rune, bool) {
	if p.at+4 > len(p.src) {
		return 0, false
	}
	n, err := strconv.ParseUint(string(p.src[p.at:p.at+4]), 16, 32)
	if err != nil {
		return 0, false
	}
	p.at += 4
	return rune(n), true
}
