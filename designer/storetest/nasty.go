// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package storetest

import (
	"math/rand/v2"
	"reflect"
	"strings"

	"insignia/designer"
)

// nasty are pieces of text that do something to a terminal, a layout or a
// reader of bytes: escapes, strings of C0 and C1, what turns the direction of
// writing, what takes no cell and what takes two, broken UTF-8.
var nasty = []string{
	"\x1b[2J", "\x1b]0;owned\x07", "\x1b]52;c;aGk=\x1b\\", "\x1bPq#0~\x1b\\", "\x1b_Gf=100;AAAA\x1b\\", "\u009b31m", "\u0085", "\u0090x\u009c",
	"\x00", "\x07", "\b\b", "\r", "\x7f", "\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\u200b", "\ufeff", "\u2028", "\u00ad",
	"\xff\xfe", "\xc3", "\xed\xa0\x80", "a" + strings.Repeat("\u0301", 90), "👩‍🎓", "🏳️‍🌈", "1️⃣", "界面设计", "हिन्दी", "مهارات", "\U000e0041",
	"\t", "\n", " ", "", "'", `"`, "<b>", "&", "=1+1", "{name}", "%s%n", "-", "<", "?", "!undo", "1", "a", "plainly ", "Größe ",
	strings.Repeat("Donaudampfschifffahrt", 20), strings.Repeat("line\n", 30),
}

// Nasty is a text of some of them, another one for each state of r.
func Nasty(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(5) + 1 {
		b.WriteString(nasty[r.IntN(len(nasty))])
	}
	return b.String()
}

// Spoil puts such a text into every string of what v points to, and two
// things into each of its empty lists: a store that was made by other hands.
func Spoil(v any, r *rand.Rand) { spoil(reflect.ValueOf(v).Elem(), r) }

func spoil(v reflect.Value, r *rand.Rand) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(strings.ToValidUTF8(Nasty(r), "\ufffd")) // a store takes no broken bytes
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[designer.Meta]() {
			return // the store's own
		}
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				spoil(v.Field(i), r)
			}
		}
	case reflect.Slice:
		if v.Len() == 0 {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		}
		for i := range v.Len() {
			spoil(v.Index(i), r)
		}
	}
}
