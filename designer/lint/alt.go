// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package lint

import (
	"slices"
	"strings"
	"unicode"

	"insignia/designer"
)

// Words that say no more than that there is a picture: a screen reader says that
// itself (W3C images tutorial, tips and tricks). All languages stand together,
// since none of them means something else in another one. A photo or a drawing
// may be worth naming, they are not among them.
var (
	articles = []string{"a", "an", "the", "this", "our", "un", "una", "el", "la", "esta", "este", "nuestra", "nuestro"}
	pictures = []string{"image", "picture", "graphic", "icon", "logo", "badge", "imagen", "gráfico", "icono", "logotipo", "insignia"}
	ofs      = []string{"of", "showing", "shows", "de", "del", "con", "que", "muestra"}
	// These may well show a logo or a badge, and be about it.
	things = []string{"icon", "logo", "badge", "icono", "logotipo", "insignia"}
)

// generic gives the words with which a description begins that say nothing, or
// all of it where nothing else is said.
func generic(alt string) (string, bool) {
	words := wordsOf(alt)
	n := 0
	for n < len(words) && slices.Contains(articles, words[n]) {
		n++
	}
	if n == len(words) || !slices.Contains(pictures, words[n]) {
		return "", false
	}
	kind := words[n]
	for n < len(words) && slices.Contains(pictures, words[n]) {
		n++
	}
	switch {
	case n == len(words):
	case slices.Contains(ofs, words[n]) && !slices.Contains(things, kind):
		n++
	default:
		return "", false
	}
	return strings.Join(strings.Fields(alt)[:n], " "), true
}

// unsaid is a text that a look shows and its description leaves out. Letters in
// the middle have to stand there as a word: an A is in every sentence.
func unsaid(l designer.Look) (string, bool) {
	if l.Alt == "" || l.Centre == "whole" {
		return "", false
	}
	for _, shown := range []string{l.Text, l.Ribbon, l.Lower} {
		if !strings.Contains(strings.ToLower(l.Alt), strings.ToLower(shown)) {
			return shown, true
		}
	}
	if l.Centre == "letters" && l.Letters != "" && !slices.Contains(wordsOf(l.Alt), strings.ToLower(strings.TrimSpace(l.Letters))) {
		return l.Letters, true
	}
	return "", false
}

// wordsOf are the words of a text in small letters, without what stands around
// them; one for each field between blanks.
func wordsOf(s string) []string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		words[i] = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	return words
}
