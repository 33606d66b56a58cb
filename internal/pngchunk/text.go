// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pngchunk

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// Text is what a tEXt, zTXt or iTXt chunk says.
type Text struct {
	Keyword  string
	Language string // of an iTXt
	Value    string
}

// ErrText is a text chunk that breaks its own rules.
var ErrText = errors.New("pngchunk: a text chunk is malformed")

// MaxText is the most that a compressed text may unfold to.
const MaxText = 16 << 20

// Chunk returns the text as an uncompressed iTXt. It is the only one of the
// three that can say everything, since it is UTF-8.
func (t Text) Chunk() Chunk {
	var b bytes.Buffer
	b.WriteString(t.Keyword)
	b.WriteString("\x00\x00\x00") // end of keyword, not compressed, method 0
	b.WriteString(t.Language)
	b.WriteString("\x00\x00") // no translated keyword
	b.WriteString(t.Value)
	return Chunk{Type: "iTXt", Data: b.Bytes()}
}

// ParseText reads a tEXt, zTXt or iTXt chunk; ok is false for another one.
func ParseText(c Chunk) (t Text, ok bool, err error) {
	if c.Type != "tEXt" && c.Type != "zTXt" && c.Type != "iTXt" {
		return Text{}, false, nil
	}
	key, rest, found := bytes.Cut(c.Data, []byte{0})
	if !found || len(key) == 0 || len(key) > 79 {
		return Text{}, true, ErrText
	}
	t.Keyword = latin1(key)
	if c.Type == "tEXt" {
		t.Value = latin1(rest)
		return t, true, nil
	}
	packed := true
	if c.Type == "iTXt" {
		if len(rest) < 1 || rest[0] > 1 {
			return Text{}, true, ErrText
		}
		packed, rest = rest[0] == 1, rest[1:]
	}
	if len(rest) < 1 || packed && rest[0] != 0 {
		return Text{}, true, ErrText
	}
	rest = rest[1:]
	if c.Type == "iTXt" {
		lang, more, ok1 := bytes.Cut(rest, []byte{0})
		_, value, ok2 := bytes.Cut(more, []byte{0})
		if !ok1 || !ok2 {
			return Text{}, true, ErrText
		}
		t.Language, rest = string(lang), value
	}
	if packed {
		if rest, err = unpack(rest); err != nil {
			return Text{}, true, err
		}
	}
	t.Value = string(rest)
	if c.Type == "zTXt" {
		t.Value = latin1(rest)
	} else if !utf8.ValidString(t.Value) {
		return Text{}, true, ErrText
	}
	return t, true, nil
}

func unpack(b []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, ErrText
	}
	out, err := io.ReadAll(io.LimitReader(r, MaxText+1))
	if err != nil || len(out) > MaxText {
		return nil, ErrText
	}
	return out, nil
}

// latin1 reads ISO 8859-1, which is the first 256 characters of Unicode.
func latin1(b []byte) string {
	var s strings.Builder
	for _, c := range b {
		s.WriteRune(rune(c))
	}
	return s.String()
}
