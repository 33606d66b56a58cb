// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package icon

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// How well a query fits an icon, best first. The label of an icon weighs
// more than its other words, and one's own language more than another.
const (
	exactLabel = iota
	exactWord
	prefixLabel
	prefixWord
	insideWord
	typo
	misses
)

// Find returns the icons that a person looking for query would want, best
// first: whole words, then beginnings, then words inside, then small typing
// mistakes. Case and accents do not count. Words of the given language come
// before those of another; an empty query finds every icon.
func Find(query, lang string) []Icon {
	q := Fold(query)
	if q == "" {
		return All()
	}
	type hit struct{ at, rank int }
	var hits []hit
	for at, w := range index() {
		own, other := w.en, w.es
		if strings.HasPrefix(strings.ToLower(lang), "es") {
			own, other = other, own
		}
		rank := min(2*fit(q, own), 2*fit(q, other)+1)
		if n := fit(q, []string{w.name}); n < misses {
			rank = min(rank, 2*n)
		}
		if rank < 2*misses {
			hits = append(hits, hit{at, rank})
		}
	}
	// Mistakes are guessed at only where nothing was found as typed.
	typed := slices.ContainsFunc(hits, func(h hit) bool { return h.rank < 2*typo })
	slices.SortStableFunc(hits, func(a, b hit) int { return a.rank - b.rank })
	var out []Icon
	for _, h := range hits {
		if !typed || h.rank < 2*typo {
			out = append(out, list[h.at])
		}
	}
	return out
}

// fit says how well q fits a list of words whose first is a label.
func fit(q string, words []string) int {
	best := misses
	for i, w := range words {
		n := misses
		switch {
		case w == q || Singular(w) == Singular(q):
			n = exactWord
		case strings.HasPrefix(w, q):
			n = prefixWord
		case strings.Contains(w, " "+q) || strings.Contains(w, "-"+q):
			n = insideWord
		case len(q) >= 4 && Distance(q, w) <= 1 || len(q) >= 7 && Distance(q, w) <= 2:
			n = typo
		}
		if i == 0 && (n == exactWord || n == prefixWord) {
			n--
		}
		best = min(best, n)
	}
	return best
}

type folded struct {
	name   string
	en, es []string
}

// index is every word as Find compares it, made at the first search.
var index = sync.OnceValue(func() []folded {
	out := make([]folded, len(list))
	for i := range list {
		out[i].name = list[i].Name
		for _, w := range strings.Split(list[i].en, ", ") {
			out[i].en = append(out[i].en, Fold(w))
		}
		for _, w := range strings.Split(list[i].es, ", ") {
			out[i].es = append(out[i].es, Fold(w))
		}
	}
	return out
})

// Fold writes s as it is compared: lower case, without accents, with single
// spaces.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Singular drops the s of a plural, in English as in Spanish; short words
// keep theirs.
func Singular(w string) string {
	if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		return w[:len(w)-1]
	}
	return w
}

// Distance is how many characters must be typed, dropped, changed or swapped
// with their neighbour to make b of a. It looks at the first 32 of each.
func Distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	x, y = x[:min(len(x), 32)], y[:min(len(y), 32)]
	var rows [3][33]int
	for j := range len(y) + 1 {
		rows[1][j] = j
	}
	for i := 1; i <= len(x); i++ {
		before, last, row := &rows[(i+2)%3], &rows[i%3], &rows[(i+1)%3]
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return rows[(len(x)+1)%3][len(y)]
}

// Of returns the first icon that has word, folded, as one of its words in
// either language, its own first; a plural counts as its singular.
func Of(word, lang string) (Icon, bool) {
	at, rank := -1, 2*prefixLabel
	for i, w := range index() {
		own, other := w.en, w.es
		if strings.HasPrefix(strings.ToLower(lang), "es") {
			own, other = other, own
		}
		if r := min(2*fit(word, own), 2*fit(word, other)+1); r < rank {
			at, rank = i, r
		}
	}
	if at < 0 {
		return Icon{}, false
	}
	return list[at], true
}
