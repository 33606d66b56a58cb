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

// MaxText is the most bytes of a text for ParseText, compressed or not.
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

// ErrLarge is a text longer than its reader allows.
var ErrLarge = errors.New("pngchunk: a text is too long")

// Raw is what a text chunk says before anybody reads its letters.
type Raw struct {
	Keyword  string
	Language string // of an iTXt
	Value    []byte // Latin-1 by the standard in a tEXt and a zTXt, UTF-8 in an iTXt
}

// ParseRaw reads a tEXt, zTXt or iTXt chunk whose text has at most so many
// bytes; ok is false for another one. Errors are ErrText and ErrLarge.
func ParseRaw(c Chunk, most int) (r Raw, ok bool, err error) {
	if c.Type != "tEXt" && c.Type != "zTXt" && c.Type != "iTXt" {
		return Raw{}, false, nil
	}
	key, rest, found := bytes.Cut(c.Data, []byte{0})
	if !found || len(key) == 0 || len(key) > 79 {
		return Raw{}, true, ErrText
	}
	r.Keyword = latin1(key)
	packed := c.Type == "zTXt"
	if c.Type == "iTXt" {
		if len(rest) < 1 || rest[0] > 1 {
			return Raw{}, true, ErrText
		}
		packed, rest = rest[0] == 1, rest[1:]
	}
	if c.Type != "tEXt" {
		if len(rest) < 1 || packed && rest[0] != 0 {
			return Raw{}, true, ErrText
		}
		rest = rest[1:]
	}
	if c.Type == "iTXt" {
		lang, more, ok1 := bytes.Cut(rest, []byte{0})
		_, value, ok2 := bytes.Cut(more, []byte{0})
		if !ok1 || !ok2 {
			return Raw{}, true, ErrText
		}
		r.Language, rest = string(lang), value
	}
	if packed {
		rest, err = unpack(rest, most)
	}
	if err == nil && len(rest) > most {
		err = ErrLarge
	}
	if err != nil {
		return Raw{}, true, err
	}
	r.Value = rest
	return r, true, nil
}

// ParseText reads a tEXt, zTXt or iTXt chunk of at most MaxText bytes; ok is
// false for another one.
func ParseText(c Chunk) (t Text, ok bool, err error) {
	r, ok, err := ParseRaw(c, MaxText)
	switch {
	case !ok:
		return Text{}, false, nil
	case err != nil || c.Type == "iTXt" && !utf8.Valid(r.Value):
		return Text{}, true, ErrText
	}
	t = Text{Keyword: r.Keyword, Language: r.Language, Value: string(r.Value)}
	if c.Type != "iTXt" {
		t.Value = latin1(r.Value)
	}
	return t, true, nil
}

func unpack(b []byte, most int) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, ErrText
	}
	out, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	switch {
	case len(out) > most:
		return nil, ErrLarge
	case err != nil:
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
