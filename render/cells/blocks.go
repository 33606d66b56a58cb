// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cells

// Blocks is how finely a cell is parted. The finer, the fewer fonts have the
// signs; a cell has two colours in any case.
type Blocks uint8

const (
	// Halves are two dots, one over the other: in the fonts of all terminals.
	Halves Blocks = iota
	// Quadrants are two by two dots (Unicode 3.2, U+2596 to U+259F).
	Quadrants
	// Sextants are two across and three down (Unicode 13, U+1FB00 to U+1FB3B).
	Sextants
)

// Style is what the text may be made of.
type Style struct {
	Ink    Ink
	Blocks Blocks
}

// parts is how blocks part a cell.
type parts struct {
	across, down int
	// The proportions of a dot, in a cell that is twice as high as wide.
	wide, high int
	// signs has the character for each set of dots: the first bit is the upper
	// left dot, the next the one at its right.
	signs []string
}

var partings = [...]parts{
	Halves:    {1, 2, 1, 1, []string{" ", "▀", "▄", "█"}},
	Quadrants: {2, 2, 1, 2, []string{" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"}},
	Sextants:  {2, 3, 3, 4, sextants()},
}

// most is how many dots a cell can have.
const most = 6

// sextants are in the order of their sets in Unicode, but for those that are
// older: nothing, the left and the right half, and all.
func sextants() []string {
	const left, right, all = 0b010101, 0b101010, 0b111111
	out := make([]string, all+1)
	next := rune(0x1FB00)
	for set := range out {
		switch set {
		case 0:
			out[set] = " "
		case left:
			out[set] = "▌"
		case right:
			out[set] = "▐"
		case all:
			out[set] = "█"
		default:
			out[set] = string(next)
			next++
		}
	}
	return out
}
