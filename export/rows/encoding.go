// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"bytes"
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"insignia/designer"
)

// Encoding is how a file's text is written as bytes.
type Encoding string

// The encodings that spreadsheet programs write.
const (
	UTF8        Encoding = "utf-8"
	UTF16LE     Encoding = "utf-16le" // Excel's "Unicode text"
	UTF16BE     Encoding = "utf-16be"
	Windows1252 Encoding = "windows-1252" // Excel's plain CSV in western Europe and America
)

// high1252 are the characters of the bytes 0x80 to 0x9F in Windows-1252; the
// five that have none are 0.
var high1252 = [32]rune{'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ'}

// foreign are how files begin that are no text at all, and what is said of them.
var foreign = []struct{ begins, code string }{
	{"PK\x03\x04", "rows-workbook"},       // xlsx, ods, numbers
	{"\xD0\xCF\x11\xE0", "rows-workbook"}, // xls
	{"\x89PNG", "rows-unreadable"},
	{"\xFF\xD8\xFF", "rows-unreadable"},
	{"GIF8", "rows-unreadable"},
	{"%PDF", "rows-unreadable"},
}

// decode gives the text of a file and how it was written. UTF-16 without its
// mark is known by its zero bytes, Windows-1252 by not being UTF-8.
func decode(data []byte) (string, Encoding, error) {
	if len(data) > maxBytes {
		return "", "", &designer.Error{Code: "too-big", Args: designer.Args{"limit": strconv.Itoa(maxBytes >> 20)}}
	}
	for _, f := range foreign {
		if bytes.HasPrefix(data, []byte(f.begins)) {
			return "", "", &designer.Error{Code: f.code}
		}
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return wide(data[2:], UTF16LE, binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return wide(data[2:], UTF16BE, binary.BigEndian)
	}
	switch even, odd := zeros(data); {
	case odd > 2*even:
		return wide(data, UTF16LE, binary.LittleEndian)
	case even > 2*odd:
		return wide(data, UTF16BE, binary.BigEndian)
	}
	good, bad, first := tally(data)
	switch {
	case bad == 0:
		return string(data), UTF8, nil
	case good > bad:
		return "", "", notText(string(data[:first]))
	}
	return narrow(data)
}

// zeros counts the zero bytes at even and odd places of the beginning: of
// UTF-16 in a Latin script every second byte is one, and the letters' are
// not. Below a quarter of the text they are only dirt.
func zeros(data []byte) (even, odd int) {
	data = data[:min(len(data), 4096)]
	for i, c := range data {
		switch {
		case c != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	if 4*(even+odd) < len(data) {
		return 0, 0
	}
	return even, odd
}

// tally counts the letters of several bytes that are UTF-8, and the bytes
// that are not. A file with more of the first is damaged UTF-8, not
// Windows-1252, where two accents in a row rarely look like one letter.
func tally(data []byte) (good, bad, first int) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r != utf8.RuneError || n > 1:
			good++
		default:
			if bad == 0 {
				first = i
			}
			bad++
		}
		i += n
	}
	return good, bad, first
}

func wide(data []byte, e Encoding, order binary.ByteOrder) (string, Encoding, error) {
	var out strings.Builder
	out.Grow(len(data))
	for len(data) > 0 {
		if len(data) == 1 {
			return "", "", notText(out.String())
		}
		r, n := rune(order.Uint16(data)), 2
		if utf16.IsSurrogate(r) {
			if len(data) < 4 {
				return "", "", notText(out.String())
			}
			r, n = utf16.DecodeRune(r, rune(order.Uint16(data[2:]))), 4
			if r == utf8.RuneError {
				return "", "", notText(out.String())
			}
		}
		out.WriteRune(r)
		data = data[n:]
	}
	return out.String(), e, nil
}

func narrow(data []byte) (string, Encoding, error) {
	var out strings.Builder
	out.Grow(len(data) + len(data)/4)
	for _, c := range data {
		r := rune(c)
		if c >= 0x80 && c < 0xA0 {
			if r = high1252[c-0x80]; r == 0 {
				return "", "", notText(out.String())
			}
		}
		out.WriteRune(r)
	}
	return out.String(), Windows1252, nil
}

// notText is the error for what comes behind the text before it.
func notText(before string) error {
	line := 1 + strings.Count(before, "\n")
	last := before[strings.LastIndexByte(before, '\n')+1:]
	return &designer.Error{Code: "not-text", Args: designer.Args{"line": strconv.Itoa(line), "column": strconv.Itoa(1 + utf8.RuneCountInString(last))}}
}
