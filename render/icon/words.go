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

// Languages returns the tags that icons have words in.
func Languages() []string { return []string{"en", "es"} }

// ordered are our languages with that of tag first, English for one that we
// do not have.
func ordered(tag string) []string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	out := Languages()
	if i := slices.Index(out, base); i > 0 {
		out[0], out[i] = out[i], out[0]
	}
	return out
}

// Words returns the search words in a language, the label first; a language
// that we do not have gives English.
func (i Icon) Words(lang string) []string {
	if ordered(lang)[0] == "es" {
		return strings.Split(i.es, ", ")
	}
	return strings.Split(i.en, ", ")
}

// Label returns what people read under the icon.
func (i Icon) Label(lang string) string { return i.Words(lang)[0] }

// entry is the words of one icon in one language, folded, the label first
// and its name last.
type entry []string

// lexicon is every word as it is compared, by language.
type lexicon struct {
	words map[string][]entry        // in the order of list
	exact map[string]map[string]int // the icon of a word: by its label, else the first
}

// index is made at the first search.
var index = sync.OnceValue(func() lexicon {
	ix := lexicon{map[string][]entry{}, map[string]map[string]int{}}
	for _, l := range Languages() {
		exact := map[string]int{}
		for _, i := range list {
			var e entry
			for _, w := range i.Words(l) {
				e = append(e, Fold(w))
			}
			ix.words[l] = append(ix.words[l], append(e, strings.ReplaceAll(i.Name, "-", " ")))
		}
		for at, e := range ix.words[l] {
			if _, taken := exact[e[0]]; !taken {
				exact[e[0]] = at
			}
		}
		for at, e := range ix.words[l] {
			for _, w := range e[1:] {
				if _, taken := exact[w]; !taken {
					exact[w] = at
				}
			}
		}
		ix.exact[l] = exact
	}
	return ix
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
