// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pages

import "math/bits"

// set is a set of page numbers.
type set []uint64

// newSet makes room for the numbers below end.
func newSet(end uint64) set { return make(set, (end+63)/64) }

func (s set) has(n uint64) bool { return s[n/64]>>(n%64)&1 != 0 }
func (s set) put(n uint64)      { s[n/64] |= 1 << (n % 64) }

// eachBit calls f with the numbers below end whose bit is set in word(i), which
// tells of the numbers from 64*i on.
func eachBit(words int, end uint64, word func(int) uint64, f func(uint64)) {
	for i := range words {
		for w := word(i); w != 0; w &= w - 1 {
			if n := uint64(i)*64 + uint64(bits.TrailingZeros64(w)); n < end {
				f(n)
			}
		}
	}
}
