// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import "maps"

// Saves counts, for each store that saved a record, how often it did (a
// version vector). When the same badge comes back from several laptops it
// tells which one is newer and which went their own ways, without trusting
// anybody's clock.
type Saves map[string]int

// Order is how a record stands to another one of the same id.
type Order int

const (
	Same  Order = iota // the same saves
	Older              // the other has all of these saves and more
	Newer              // has all saves of the other and more
	Fork               // each has saves that the other lacks
)

// Compare says how s stands to other.
func (s Saves) Compare(other Saves) Order {
	more, fewer := false, false
	for k, n := range s {
		more = more || n > other[k]
	}
	for k, n := range other {
		fewer = fewer || n > s[k]
	}
	switch {
	case more && fewer:
		return Fork
	case more:
		return Newer
	case fewer:
		return Older
	}
	return Same
}

// Clone returns a copy.
func (s Saves) Clone() Saves { return maps.Clone(s) }

// Count returns a copy in which one more save is by that store.
func (s Saves) Count(by string) Saves {
	c := maps.Clone(s)
	if c == nil {
		c = Saves{}
	}
	c[by]++
	return c
}

// before stands for every store of the time when saves were not counted: it
// is the name of none.
const before = "00000000"

// Descent is the saves that a record stands for: its Saves, or, where it has
// none, its revision, which is all that is known of a record saved before
// saves were counted. A record that was never saved has none.
func (m Meta) Descent() Saves {
	if len(m.Saves) == 0 && m.Revision > 0 {
		return Saves{before: m.Revision}
	}
	return m.Saves
}
