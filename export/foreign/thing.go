// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"iter"
	"regexp"
	"strings"

	"insignia/export/strict"
)

// thing is an object whose members are taken one after the other; what nobody
// took is left for keeping.
type thing struct {
	path    string
	members []strict.Member
	first   map[string]int32 // of the members with a key, by what fold makes of it
	next    []int32          // the one after it with the same, 0 for none
	taken   []bool
}

func newThing(path string, n strict.Node) *thing {
	size := len(n.Members)
	t := &thing{path: path, members: n.Members, first: make(map[string]int32, size), next: make([]int32, size), taken: make([]bool, size)}
	for i := size - 1; i >= 0; i-- {
		key := fold(n.Members[i].Key)
		if after, ok := t.first[key]; ok {
			t.next[i] = after
		}
		t.first[key] = int32(i)
	}
	return t
}

// named is a value, the key it stood under and its path.
type named struct {
	strict.Node
	key, path string
}

// take gives the first member of these names that says something: as they are
// written, then as others write them. ok is false where there is none.
func (t *thing) take(names ...string) (v named, ok bool) {
	v, i := t.look(names...)
	if i >= 0 {
		t.taken[i] = true
	}
	return v, i >= 0
}

// peek is take without taking.
func (t *thing) peek(names ...string) (named, bool) {
	v, i := t.look(names...)
	return v, i >= 0
}

func (t *thing) look(names ...string) (named, int) {
	for _, exact := range []bool{true, false} {
		for _, name := range names {
			for i := range t.called(name) {
				if m := t.members[i]; !t.taken[i] && (!exact || m.Key == name) && !blank(m.Value) {
					return named{m.Value, m.Key, under(t.path, m.Key)}, i
				}
			}
		}
	}
	return named{}, -1
}

// drop takes members that say nothing about the badge.
func (t *thing) drop(names ...string) {
	for _, name := range names {
		for i := range t.called(name) {
			t.taken[i] = true
		}
	}
}

// called are the members of that name, however it is written.
func (t *thing) called(name string) iter.Seq[int] {
	return func(yield func(int) bool) {
		i, ok := t.first[fold(name)]
		for ok && yield(int(i)) {
			i, ok = t.next[i], t.next[i] > 0
		}
	}
}

// left are the members that nobody took and that say something.
func (t *thing) left() iter.Seq[named] {
	return func(yield func(named) bool) {
		for m := range t.rest() {
			if !blank(m.Node) && !yield(m) {
				return
			}
		}
	}
}

// spent reports whether nothing is left.
func (t *thing) spent() bool {
	for range t.left() {
		return false
	}
	return true
}

// rest are the members that nobody took.
func (t *thing) rest() iter.Seq[named] {
	return func(yield func(named) bool) {
		for i, m := range t.members {
			if !t.taken[i] && !yield(named{m.Value, m.Key, under(t.path, m.Key)}) {
				return
			}
		}
	}
}

// homes are the vocabularies whose terms are those of badges, by what people
// write before a term.
var homes = regexp.MustCompile(`^(?:https?://(?:schema\.org/|w3id\.org/openbadges#|purl\.org/dc/(?:terms|elements/1\.1)/|` +
	`purl\.imsglobal\.org/spec/vc/ob/vocab\.html#|www\.w3\.org/2018/credentials#)|(?:schema|obi|ob|openbadges|dc|dcterms|cred):)`)

// fold is a key without what people and servers write differently: the
// vocabulary before it, the sign of JSON-LD, capitals, and what stands between
// words.
func fold(key string) string {
	if strings.IndexByte(key, ':') > 0 {
		key = key[len(homes.FindString(key)):]
	}
	if !strings.ContainsFunc(key, func(r rune) bool { return r >= 'A' && r <= 'Z' || strings.ContainsRune("_- @", r) }) {
		return key
	}
	var b strings.Builder
	for i := range len(key) {
		switch c := key[i]; {
		case c == '_', c == '-', c == ' ', c == '@' && i == 0:
		case c >= 'A' && c <= 'Z':
			b.WriteByte(c + 'a' - 'A')
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
