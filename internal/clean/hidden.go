// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clean

import "unicode"

const (
	zwnj = '\u200C' // keeps Persian and Indic letters apart
	zwj  = '\u200D' // joins Indic letters and emoji
	vs15 = '\uFE0E' // the character before it as text
	vs16 = '\uFE0F' // the character before it as emoji
)

// concealed are the characters that show nothing yet reorder, hide or smuggle
// text (Unicode TR36 and TR39; the "Trojan Source" controls among them).
var concealed = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x00AD, Hi: 0x00AD, Stride: 1}, // soft hyphen
		{Lo: 0x061C, Hi: 0x061C, Stride: 1}, // Arabic letter mark
		{Lo: 0x200B, Hi: 0x200B, Stride: 1}, // zero width space
		{Lo: 0x200E, Hi: 0x200F, Stride: 1}, // left-to-right and right-to-left marks
		{Lo: 0x2028, Hi: 0x202E, Stride: 1}, // line ends, embeddings and overrides
		{Lo: 0x2060, Hi: 0x206F, Stride: 1}, // word joiner, invisible operators, isolates
		{Lo: 0x3164, Hi: 0x3164, Stride: 1}, // a letter that is blank
		{Lo: 0xFDD0, Hi: 0xFDEF, Stride: 1}, // noncharacters
		{Lo: 0xFEFF, Hi: 0xFEFF, Stride: 1}, // byte order mark
		{Lo: 0xFFA0, Hi: 0xFFA0, Stride: 1}, // the same blank letter at half width
		{Lo: 0xFFF9, Hi: 0xFFFC, Stride: 1}, // annotations, the place of a picture
	},
	R32: []unicode.Range32{
		{Lo: 0x1D173, Hi: 0x1D17A, Stride: 1}, // musical beams and ties
		{Lo: 0xE0000, Hi: 0xE007F, Stride: 1}, // tags
	},
}

// hidden reports whether r never stays. Of the control characters only \n does.
func hidden(r rune) bool {
	if r < 0x7F {
		return r < ' ' && r != '\n'
	}
	return r < 0xA0 || unicode.Is(concealed, r) || r&0xFFFE == 0xFFFE
}

// unjoined are the scripts whose letters no joiner changes: there it could
// only make two words look the same that are not.
var unjoined = []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian,
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Common}

// joins reports whether a joiner does anything between prev and next.
func joins(r, prev, next rune) bool {
	if r == zwj && pictorial(prev) && pictorial(next) && next != vs16 {
		return true
	}
	return (unicode.IsLetter(prev) || unicode.IsMark(prev) && !inherited(prev)) && !unicode.In(prev, unjoined...)
}

// inherited marks belong to whatever letter stands before them and say
// nothing of its script.
func inherited(r rune) bool { return unicode.Is(unicode.Inherited, r) }

// pictorial reports whether r can be a part of a joined emoji: a symbol, a
// skin tone, or the sign that asks for the picture.
func pictorial(r rune) bool {
	return r == vs16 || r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xA9 && unicode.In(r, unicode.So, unicode.Sm)
}

// styled reports whether a character can look like text or like emoji:
// digits and # * in keycaps, and what is beyond ASCII.
func styled(prev rune) bool {
	return prev >= '0' && prev <= '9' || prev == '#' || prev == '*' || prev >= 0xA9 && !unicode.IsMark(prev) && prev != zwj && prev != zwnj
}
