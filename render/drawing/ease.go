// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package drawing

import "insignia/render/outline"

// How far from a corner, in squares, a line may leave its edge.
const (
	far   = 2.0 // on stairs: the runs of a slope of one in four are still one line
	round = 0.5 // at the end of a line that is one square thick
)

// eased adds a figure whose stairs are slopes and whose small corners are
// round. A corner stays one where both its edges are two squares or longer and
// it is no stair: that was meant.
func eased(p *outline.Path, turns []spot) {
	n := len(turns)
	bend := make([]int, n) // which way it turns
	long := make([]int, n) // the edge that follows
	for i, b := range turns {
		a, c := turns[(i+n-1)%n], turns[(i+1)%n]
		bend[i] = 1
		if (b.x-a.x)*(c.y-b.y)-(b.y-a.y)*(c.x-b.x) < 0 {
			bend[i] = -1
		}
		long[i] = abs(c.x-b.x) + abs(c.y-b.y)
	}
	for i, b := range turns {
		before, after := (i+n-1)%n, (i+1)%n
		stair := bend[before] == -bend[i] || bend[after] == -bend[i]
		between := bend[before] == -bend[i] && bend[after] == -bend[i]
		meant := !between && long[before] >= 2 && long[i] >= 2
		reach := round
		if stair {
			reach = far
		}
		// The points on its two edges at which the line leaves the corner aside.
		in, out := toward(b, turns[before], long[before], reach), toward(b, turns[after], long[i], reach)
		if i == 0 {
			p.Move(in)
		} else {
			p.Line(in)
		}
		corner := outline.Pt{X: float64(b.x), Y: float64(b.y)}
		switch {
		case meant:
			p.Line(corner)
			p.Line(out)
		case stair:
			p.Line(out)
		default:
			p.Quad(corner, out)
		}
	}
	p.Close()
}

// toward is the point that far from corner a on its edge to b, at most half-way.
func toward(a, b spot, edge int, reach float64) outline.Pt {
	t := min(0.5, reach/float64(edge))
	return outline.Pt{X: float64(a.x) + t*float64(b.x-a.x), Y: float64(a.y) + t*float64(b.y-a.y)}
}

func abs(v int) int { return max(v, -v) }
