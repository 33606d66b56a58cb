// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cells

// ponder decides which dots are inked when there is no colour. The picture
// is split into light and dark where they part best; the side that makes the
// outer edge is inked, so that the badge's shape always shows and what stands
// out from its ground is cut out of it.
func (p *printer) ponder() {
	if cap(p.on) < len(p.dots) {
		p.on = make([]bool, len(p.dots))
	}
	p.on = p.on[:len(p.dots)]
	var tones [256]int
	total := 0
	for _, d := range p.dots {
		if d.on {
			tones[d.tone()]++
			total++
		}
	}
	cut := parting(&tones, total)
	rim, light := 0, 0
	for y := range p.h {
		for x := range p.w {
			if d := p.dots[y*p.w+x]; d.on && p.edge(x, y) {
				rim++
				if d.tone() >= cut {
					light++
				}
			}
		}
	}
	inkLight := 2*light > rim
	for i, d := range p.dots {
		p.on[i] = d.on && (d.tone() >= cut) == inkLight
	}
}

// tone is lightness from 0 to 255.
func (d dot) tone() uint8 {
	return toStored[(2126*toLinear[d.r]+7152*toLinear[d.g]+722*toLinear[d.b])/10000]
}

// edge reports whether the dot has the ground, or nothing, beside it.
func (p *printer) edge(x, y int) bool {
	ground := func(x, y int) bool {
		return x < 0 || y < 0 || x >= p.w || y >= p.h || !p.dots[y*p.w+x].on
	}
	return ground(x-1, y) || ground(x+1, y) || ground(x, y-1) || ground(x, y+1)
}

// parting is the tone that splits the tones into the two groups with the
// greatest difference (Otsu 1979). With one tone only, all are on one side.
func parting(tones *[256]int, total int) uint8 {
	sum := 0
	for t, n := range tones {
		sum += t * n
	}
	best, cut := 0.0, uint8(0)
	below, belowSum := 0, 0
	for t, n := range tones {
		if below > 0 && below < total {
			a, b := float64(belowSum)/float64(below), float64(sum-belowSum)/float64(total-below)
			if v := float64(below) * float64(total-below) * (a - b) * (a - b); v > best {
				best, cut = v, uint8(t)
			}
		}
		below += n
		belowSum += t * n
	}
	return cut
}
