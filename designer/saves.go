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
