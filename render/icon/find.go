// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package icon

import (
	"slices"
	"strings"
)

// How well a query fits a word of an icon, best first. The label weighs more
// than the other words.
const (
	exactLabel = iota
	exactWord
	pluralLabel
	pluralWord
	prefixLabel
	prefixWord
	insideWord
	misses
)

// Find returns the icons that a person looking for query would want, best
// first: whole words, then plurals, then beginnings of words, then beginnings
// inside a word of several. Where nothing has been found, it forgives small
// typing mistakes. Case and accents do not count. The words of lang come
// before those of another language; an empty query finds every icon.
func Find(query, lang string) []Icon {
	q := Fold(strings.ReplaceAll(query, "-", " ")) // names are written with hyphens
	if q == "" {
		return All()
	}
	if found := rank(lang, func(w entry) int { return fit(q, w) }); len(found) > 0 {
		return found
	}
	return rank(lang, func(w entry) int {
		for _, w := range w {
			if near(q, w) {
				return 0
			}
		}
		return misses
	})
}

// Of returns the icon that has word, already folded, as one of its words in
// either language, lang's first; a plural counts as its singular.
func Of(word, lang string) (Icon, bool) {
	ix := index()
	for _, l := range ordered(lang) {
		for _, form := range forms(word) {
			if at, ok := ix.exact[l][form]; ok {
				return list[at], true
			}
		}
	}
	return Icon{}, false
}

// rank lists the icons that score below misses, the lowest first, in either
// language; between equals the word of lang wins, then the order of the list.
func rank(lang string, score func(entry) int) []Icon {
	type hit struct{ at, score int }
	var hits []hit
	ix := index()
	for at := range list {
		best := 2 * misses
		for i, l := range ordered(lang) {
			best = min(best, 2*score(ix.words[l][at])+i)
		}
		if best < 2*misses {
			hits = append(hits, hit{at, best})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return a.score - b.score })
	out := make([]Icon, len(hits))
	for i, h := range hits {
		out[i] = list[h.at]
	}
	return out
}

// fit says how well q fits an icon's words.
func fit(q string, words entry) int {
	best := misses
	for i, w := range words {
		n := misses
		switch {
		case w == q:
			n = exactWord
		case plural(w, q):
			n = pluralWord
		case strings.HasPrefix(w, q):
			n = prefixWord
		case strings.Contains(w, " "+q):
			n = insideWord
		}
		if i == 0 && n <= prefixWord {
			n-- // its label
		}
		best = min(best, n)
	}
	return best
}

// plural reports whether one word is the plural of the other: English and
// Spanish add s or es.
func plural(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutPrefix(a, b)
	return ok && len(b) > 2 && (rest == "s" || rest == "es")
}

// forms are the words that may stand for w, itself first. It does not add
// es: a half-typed word would turn into a whole one.
func forms(w string) []string {
	out := []string{w, w + "s"}
	for _, end := range []string{"s", "es"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 2 {
			out = append(out, stem)
		}
	}
	return out
}

// near reports whether q is w with a small mistake: one in a word, two in a
// long one. Short words must at least begin alike.
func near(q, w string) bool {
	if n := len(q) - len(w); n > 4 || n < -4 {
		return false
	}
	switch d := Distance(q, w); {
	case len(q) < 3:
		return false
	case len(q) == 3:
		return d <= 1 && q[0] == w[0]
	case len(q) < 7:
		return d <= 1
	default:
		return d <= 2
	}
}
