// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"insignia/designer"
	"insignia/export/strict"
)

// parse reads JSON in whatever encoding it is. What is nearly JSON gets a
// second chance; what was mended is told with its line.
func (s *source) parse(data []byte) (strict.Node, error) {
	if len(data) > 2*strict.MaxBytes {
		return strict.Node{}, tooBig()
	}
	text, encoding := decode(data)
	if encoding != "" {
		s.tell("IMPORT-ENCODING", designer.Hint, "", "value", encoding)
	}
	trimmed := bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\uFEFF")))
	switch {
	case len(trimmed) == 0:
		return strict.Node{}, refuse("import-empty")
	case bytes.IndexByte(text, 0) >= 0:
		return strict.Node{}, refuse("import-binary")
	case !bytes.ContainsRune([]byte(`{["'“`), first(trimmed)) && !bytes.HasPrefix(trimmed, []byte("/")):
		return strict.Node{}, refuse("import-text")
	}
	root, flaws, ok := strict.Parse(text)
	if !ok && flaws[len(flaws)-1].Code == strict.Syntax {
		root, flaws, ok = s.again(text, root, flaws)
	}
	if !ok {
		return strict.Node{}, broken(text, flaws[len(flaws)-1])
	}
	for _, f := range flaws {
		if f.Code == strict.BOM {
			s.tell("IMPORT-BOM", designer.Hint, "")
		}
	}
	if root.Kind == strict.String { // a document that was encoded twice
		if inner, more, ok := strict.Parse([]byte(root.Text)); ok && inner.Kind != strict.String {
			root, flaws = inner, more
			s.tell("IMPORT-JSON", designer.Hint, "", "line", "1")
		}
	}
	if len(flaws) < manyFlaws && !slices.ContainsFunc(flaws, func(f strict.Flaw) bool { return f.Code == strict.Duplicate }) {
		return root, nil
	}
	return s.settle(text, root)
}

// manyFlaws is up to how many flaws of a document all of them are known.
const manyFlaws = 1000

func tooBig() error { return refuse("too-big", "limit", strconv.Itoa(strict.MaxBytes>>20)) }

func first(b []byte) rune {
	r, _ := utf8.DecodeRune(b)
	return r
}

// broken puts what ended the reading into an error.
func broken(text []byte, f strict.Flaw) error {
	line, column := strict.Position(text, f.At)
	switch f.Code {
	case strict.Size:
		return tooBig()
	case strict.Depth:
		return refuse("too-deep", "line", strconv.Itoa(line), "column", strconv.Itoa(column))
	}
	return refuse("not-json", "line", strconv.Itoa(line), "column", strconv.Itoa(column))
}

// again reads text that is not JSON once more: as a document a line, which some
// servers send, or mended. The flaws are those of the first reading if that
// fails too, since its places are those of the file.
func (s *source) again(text []byte, root strict.Node, flaws []strict.Flaw) (strict.Node, []strict.Flaw, bool) {
	if list, ok := lines(text); ok {
		return list, []strict.Flaw{{Code: strict.Duplicate}}, true // which nobody has looked for
	}
	mended, at := mend(text)
	if at < 0 {
		return root, flaws, false
	}
	n, more, ok := strict.Parse(mended)
	if !ok {
		return root, flaws, false
	}
	line, _ := strict.Position(text, at)
	s.tell("IMPORT-JSON", designer.Hint, "", "line", strconv.Itoa(line))
	return n, more, true
}

// lines reads a document a line.
func lines(text []byte) (strict.Node, bool) {
	out := strict.Node{Kind: strict.List}
	for line := range bytes.Lines(text) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		n, _, ok := strict.Parse(line)
		if !ok || n.Kind != strict.Object || len(out.Items) >= maxBadges {
			return strict.Node{}, false
		}
		out.Items = append(out.Items, n)
	}
	return out, len(out.Items) > 1
}

// decode gives UTF-8, and the name of the encoding if it was another one.
// Bytes that are not UTF-8 are read as Windows-1252, each for itself: files
// pasted together have both.
func decode(data []byte) (text []byte, encoding string) {
	order := byteOrder(data)
	if order != nil {
		return bytes.TrimPrefix(units(data, order), []byte("\uFEFF")), "UTF-16"
	}
	if utf8.Valid(data) {
		return data, ""
	}
	out := make([]byte, 0, len(data)+len(data)/8)
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size < 2 {
			r, size = windows(data[i]), 1
		}
		out = utf8.AppendRune(out, r)
		i += size
	}
	return out, "Windows-1252"
}

// units reads UTF-16. Half a pair becomes the mark of what cannot be read.
func units(data []byte, order binary.ByteOrder) []byte {
	out := make([]byte, 0, len(data)*5/8)
	for len(data) > 1 {
		r := rune(order.Uint16(data))
		data = data[2:]
		if utf16.IsSurrogate(r) && len(data) > 1 {
			if pair := utf16.DecodeRune(r, rune(order.Uint16(data))); pair != utf8.RuneError {
				r, data = pair, data[2:]
			}
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// byteOrder is that of UTF-16, nil for what is none: by its mark, or by the
// zeros that it puts beside the first two characters of any JSON.
func byteOrder(b []byte) binary.ByteOrder {
	switch {
	case len(b) < 4:
	case b[0] == 0xFF && b[1] == 0xFE, b[0] != 0 && b[1] == 0 && b[2] != 0 && b[3] == 0:
		return binary.LittleEndian
	case b[0] == 0xFE && b[1] == 0xFF, b[0] == 0 && b[1] != 0 && b[2] == 0 && b[3] != 0:
		return binary.BigEndian
	}
	return nil
}

// windows reads a byte of Windows-1252. Its five holes become the mark of what
// cannot be read.
func windows(c byte) rune {
	const high = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"
	if c >= 0x80 && c < 0xA0 {
		return []rune(high)[c-0x80]
	}
	return rune(c)
}

// settle takes out members that stand twice. Those that say the same are one;
// of one that says nothing the other counts; two that differ are refused, since
// readers take either, and nobody could tell what the badge says.
func (s *source) settle(text []byte, n strict.Node) (strict.Node, error) {
	var err error
	for i := range n.Items {
		if n.Items[i], err = s.settle(text, n.Items[i]); err != nil {
			return n, err
		}
	}
	if n.Kind != strict.Object || len(n.Members) == 0 {
		return n, nil
	}
	at := make(map[string]int, len(n.Members))
	kept := n.Members[:0]
	var twice map[string]bool
	for _, m := range n.Members {
		if m.Value, err = s.settle(text, m.Value); err != nil {
			return n, err
		}
		i, again := at[m.Key]
		if !again {
			at[m.Key] = len(kept)
			kept = append(kept, m)
			continue
		}
		old := kept[i].Value
		switch {
		case blank(old):
			kept[i].Value = m.Value
		case !blank(m.Value) && !equal(old, m.Value):
			line, _ := strict.Position(text, m.KeyAt)
			return n, refuse("import-twice", "member", m.Key, "line", strconv.Itoa(line))
		}
		if twice[m.Key] {
			continue
		}
		if twice == nil {
			twice = map[string]bool{}
		}
		twice[m.Key] = true
		s.tell("IMPORT-TWICE", designer.Hint, "", "member", m.Key)
	}
	n.Members = kept
	return n, nil
}

// blank reports whether a value says nothing.
func blank(n strict.Node) bool {
	switch n.Kind {
	case strict.Null:
		return true
	case strict.String:
		return len(bytes.TrimSpace([]byte(n.Text))) == 0
	case strict.List:
		for _, i := range n.Items {
			if !blank(i) {
				return false
			}
		}
		return true
	case strict.Object:
		return len(n.Members) == 0
	}
	return false
}

// equal reports whether two values are the same, in the same order.
func equal(a, b strict.Node) bool {
	if a.Kind != b.Kind || a.Text != b.Text || len(a.Items) != len(b.Items) || len(a.Members) != len(b.Members) {
		return false
	}
	for i := range a.Items {
		if !equal(a.Items[i], b.Items[i]) {
			return false
		}
	}
	for i := range a.Members {
		if a.Members[i].Key != b.Members[i].Key || !equal(a.Members[i].Value, b.Members[i].Value) {
			return false
		}
	}
	return true
}
