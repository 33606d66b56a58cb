// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"regexp"
	"slices"
	"strings"

	"insignia/export/strict"
)

// thing is an object whose members are taken one after the other; what nobody
// took is left for keeping.
type thing struct {
	path    string
	members []strict.Member
	folded  map[string][]int // the members, by what fold makes of their keys
	taken   []bool
}

func newThing(path string, n strict.Node) *thing {
	t := &thing{path: path, members: n.Members, folded: make(map[string][]int, len(n.Members)), taken: make([]bool, len(n.Members))}
	for i, m := range n.Members {
		key := fold(m.Key)
		t.folded[key] = append(t.folded[key], i)
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
			for _, i := range t.folded[fold(name)] {
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
		for _, i := range t.folded[fold(name)] {
			t.taken[i] = true
		}
	}
}

// left are the members that nobody took and that say something.
func (t *thing) left() []named {
	return slices.DeleteFunc(t.rest(), func(m named) bool { return blank(m.Node) })
}

// rest are the members that nobody took.
func (t *thing) rest() (out []named) {
	for i, m := range t.members {
		if !t.taken[i] {
			out = append(out, named{m.Value, m.Key, under(t.path, m.Key)})
		}
	}
	return out
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
