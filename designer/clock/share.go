// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clock

import (
	"cmp"
	"slices"
	"time"

	"insignia/designer"
)

// plan and least are a slot's length and its least as the agenda has them.
func plan(s designer.Slot) time.Duration  { return time.Duration(s.Minutes) * time.Minute }
func least(s designer.Slot) time.Duration { return time.Duration(s.Floor()) * time.Minute }

// share divides budget, in whole seconds, among the slots to come. Each has
// its plan if there is enough for all, its least if there is not even that.
// Between the two they shrink in proportion to their plans; one that would
// fall below its least keeps it, and the others share the rest. The sum is
// exact: seconds lost by rounding go to the largest remainders.
func share(budget time.Duration, slots []designer.Slot) []time.Duration {
	out := make([]time.Duration, len(slots))
	var planned, needed time.Duration
	for i, s := range slots {
		out[i] = plan(s)
		planned += plan(s)
		needed += least(s)
	}
	if budget >= planned {
		return out
	}
	if budget <= needed {
		for i, s := range slots {
			out[i] = least(s)
		}
		return out
	}
	// Seconds: products of two stay far below an int64.
	const sec = int64(time.Second)
	rest, parts := int64(budget)/sec, int64(planned)/sec
	kept := make([]bool, len(slots))
	for again := true; again; {
		again = false
		for i, s := range slots {
			p, l := int64(plan(s))/sec, int64(least(s))/sec
			if !kept[i] && rest*p < l*parts {
				kept[i], again = true, true
				out[i] = least(s)
				rest, parts = rest-l, parts-p
			}
		}
	}
	left := rest
	var open []int
	for i, s := range slots {
		if !kept[i] {
			n := rest * (int64(plan(s)) / sec) / parts
			out[i] = time.Duration(n * sec)
			left -= n
			open = append(open, i)
		}
	}
	remainder := func(i int) int64 { return rest * (int64(plan(slots[i])) / sec) % parts }
	slices.SortStableFunc(open, func(a, b int) int { return cmp.Compare(remainder(b), remainder(a)) })
	for _, i := range open[:left] {
		out[i] += time.Second
	}
	return out
}
