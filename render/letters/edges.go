// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package letters

import (
	"cmp"
	"math"
	"slices"

	"insignia/render/outline"
)

// edge is a straight or nearly straight part of an outline that runs along the
// dots: the foot or the top of a stroke.
type edge struct {
	at       float64 // where it is across, in ems
	from, to float64 // what it spans along, in ems
	opens    bool    // the stroke begins here; otherwise it ends
}

// stroke is a pair of edges with ink between them.
type stroke struct {
	from, to float64 // in ems
	at, end  int     // in dots, once fitted
}

// What counts as an edge, in ems: a run whose slope stays below flat and that
// is at least as long as short. Round letters have a short flat part at each
// extreme, which counts.
const (
	lying = 0.42 // of lying edges, which curves are most of
	plumb = 0.2  // of upright ones: more would be the slope of an A
	short = 0.04
	thick = 0.26 // a wider pair is a counter or a letter, not a stroke
	same  = 0.03 // edges nearer than that are one: round letters overshoot
)

// edges finds the edges of the polygons across the given axis: horizontal
// ones when up, else vertical ones.
func edges(polys [][]outline.Pt, up bool) []edge {
	along, across, flat := func(p outline.Pt) float64 { return p.Y }, func(p outline.Pt) float64 { return p.X }, plumb
	if up {
		along, across, flat = across, along, lying
	}
	var out []edge
	for _, poly := range polys {
		n := len(poly)
		var run []outline.Pt
		var sign float64
		end := func() {
			if len(run) < 2 {
				run = run[:0]
				return
			}
			a, b := along(run[0]), along(run[len(run)-1])
			if math.Abs(b-a) >= short {
				lo, hi := math.Inf(1), math.Inf(-1)
				for _, p := range run {
					lo, hi = min(lo, across(p)), max(hi, across(p))
				}
				e := edge{from: min(a, b), to: max(a, b), at: (lo + hi) / 2}
				// Outer figures run so that ink lies on one side of travel; the axes
				// are mirror images of each other.
				e.opens = (sign > 0) == up
				// A curve's extreme is where it is, not the middle of its flat part.
				mid := across(run[len(run)/2])
				if mid < e.at {
					e.at = lo
				} else if mid > e.at {
					e.at = hi
				}
				out = append(out, e)
			}
			run = run[:0]
		}
		// Begin where no run goes on across the end of the list.
		start := 0
		for i := range poly {
			a, b := poly[i], poly[(i+1)%n]
			if math.Abs(across(b)-across(a)) > flat*math.Abs(along(b)-along(a)) {
				start = i
				break
			}
		}
		for k := range n {
			a, b := poly[(start+k)%n], poly[(start+k+1)%n]
			d := along(b) - along(a)
			if d == 0 && across(a) == across(b) {
				continue
			}
			if math.Abs(across(b)-across(a)) > flat*math.Abs(d) || len(run) > 0 && math.Signbit(d) != math.Signbit(sign) {
				end()
			}
			if math.Abs(across(b)-across(a)) <= flat*math.Abs(d) {
				if len(run) == 0 {
					run = append(run, a)
					sign = d
				}
				run = append(run, b)
			}
		}
		end()
	}
	return out
}

// strokes pairs edges that have ink between them, each with its nearest, in
// order.
func strokes(all []edge) []stroke {
	pairs := func(a, b edge) bool {
		return a.opens && !b.opens && b.at > a.at && b.at-a.at < thick && min(a.to, b.to)-max(a.from, b.from) > short/4
	}
	var out []stroke
	for _, a := range all {
		for _, b := range all {
			if pairs(a, b) && !slices.ContainsFunc(all, func(c edge) bool {
				return c.at > a.at && c.at < b.at && (pairs(a, c) || pairs(c, b))
			}) {
				out = append(out, stroke{from: a.at, to: b.at})
			}
		}
	}
	slices.SortFunc(out, func(a, b stroke) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	// One stroke may be found in several pieces.
	return slices.CompactFunc(out, func(a, b stroke) bool { return b.from-a.from < same && math.Abs(b.to-a.to) < same })
}
