// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package jpeg

// part is what a scan brings: the coefficients from first to last, all of their
// bits, or those down to low, or one more, low, after those down to high.
type part struct {
	comps       []*component
	first, last int
	high, low   int
}

// scan reads one scan: its header, and the blocks after it.
func (d *decoder) scan(b []byte) error {
	if len(b) < 1 || len(b) != 4+2*int(b[0]) || b[0] < 1 || int(b[0]) > len(d.comps) {
		return ErrFormat
	}
	var p part
	for i := range int(b[0]) {
		id, tables := b[1+2*i], b[2+2*i]
		if tables>>4 > 3 || tables&15 > 3 {
			return ErrFormat
		}
		var c *component
		for j := range d.comps {
			if d.comps[j].id == id {
				c = &d.comps[j]
			}
		}
		for _, o := range p.comps {
			if o == c {
				return ErrFormat
			}
		}
		if c == nil {
			return ErrFormat
		}
		c.dc, c.ac = d.dcTables[tables>>4], d.acTables[tables&15]
		p.comps = append(p.comps, c)
	}
	tail := b[len(b)-3:]
	p.first, p.last, p.high, p.low = int(tail[0]), int(tail[1]), int(tail[2]>>4), int(tail[2]&15)
	if !d.progressive {
		p.first, p.last, p.high, p.low = 0, 63, 0, 0
	}
	switch {
	case p.first > p.last || p.last > 63 || p.low > 13 || p.high > 0 && p.high != p.low+1,
		d.progressive && (p.first == 0) != (p.last == 0),
		p.first > 0 && len(p.comps) > 1:
		return ErrFormat
	}
	if p.first > 0 && p.comps[0].nx*p.comps[0].ny == 1 {
		return d.skip() // only the mean of each block is kept
	}
	return d.blocks(&p)
}

// skip goes on to the marker behind the scan's data.
func (d *decoder) skip() error {
	for d.at+1 < len(d.data) {
		if m := d.data[d.at+1]; d.data[d.at] == 0xff && m != 0 && (m < 0xd0 || m > 0xd7) {
			return nil
		}
		d.at++
	}
	return ErrFormat
}

// blocks reads the data of a scan.
func (d *decoder) blocks(p *part) error {
	d.bits, d.count, d.run = 0, 0, 0
	for _, c := range p.comps {
		c.last = 0
	}
	across := (d.config.Width + 8*d.hMost - 1) / (8 * d.hMost)
	up := (d.config.Height + 8*d.vMost - 1) / (8 * d.vMost)
	lone := len(p.comps) == 1
	if lone { // a scan of one component has only the blocks that show
		c := p.comps[0]
		across = (d.config.Width*c.h + 8*d.hMost - 1) / (8 * d.hMost)
		up = (d.config.Height*c.v + 8*d.vMost - 1) / (8 * d.vMost)
	}
	left, next := d.restart, byte(0xd0)
	for y := range up {
		for x := range across {
			if d.restart > 0 && left == 0 {
				if err := d.resume(next); err != nil {
					return err
				}
				left, next = d.restart, 0xd0+(next-0xd0+1)%8
				for _, c := range p.comps {
					c.last = 0
				}
			}
			left--
			for _, c := range p.comps {
				if lone {
					if err := d.block(p, c, y*c.across+x); err != nil {
						return err
					}
					continue
				}
				for v := range c.v {
					for u := range c.h {
						if err := d.block(p, c, (y*c.v+v)*c.across+x*c.h+u); err != nil {
							return err
						}
					}
				}
			}
		}
	}
	return nil
}

// resume goes over a restart marker.
func (d *decoder) resume(want byte) error {
	if d.at+1 >= len(d.data) || d.data[d.at] != 0xff || d.data[d.at+1] != want {
		return ErrFormat
	}
	d.at += 2
	d.bits, d.count, d.run = 0, 0, 0
	return nil
}

// block reads what the scan has of one block.
func (d *decoder) block(p *part, c *component, at int) error {
	switch {
	case p.first == 0 && p.high > 0:
		bit, err := d.take(1)
		if err == nil && bit == 1 {
			c.coeff[at*c.nx*c.ny] |= int16(1 << p.low)
		}
		return err
	case p.first == 0:
		n, err := d.symbol(c.dc)
		if err != nil {
			return err
		}
		diff, err := d.extend(int(n))
		if err != nil {
			return err
		}
		c.last = int(int16(c.last + diff))
		c.coeff[at*c.nx*c.ny] = int16(c.last << p.low)
		if p.last == 0 {
			return nil
		}
		return d.first(p, c, at, 1)
	case p.high > 0:
		return d.refine(p, c, at)
	}
	return d.first(p, c, at, p.first)
}

// keep notes a coefficient, if the smaller picture needs it.
func (d *decoder) keep(c *component, at, k, v int) {
	if c.seen != nil {
		c.seen[at] |= 1 << k
	}
	if z := int(zigzag[k]); z%8 < c.nx && z/8 < c.ny {
		c.coeff[at*c.nx*c.ny+z/8*c.nx+z%8] = int16(v)
	}
}

// first reads coefficients that no scan has brought yet.
func (d *decoder) first(p *part, c *component, at, from int) error {
	if d.run > 0 {
		d.run--
		return nil
	}
	for k := from; k <= p.last; k++ {
		s, err := d.symbol(c.ac)
		if err != nil {
			return err
		}
		zeros, n := int(s>>4), int(s&15)
		if n == 0 {
			if zeros == 15 {
				k += 15
				continue
			}
			if zeros > 0 && !d.progressive {
				return ErrFormat
			}
			more, err := d.take(zeros)
			if err != nil {
				return err
			}
			d.run = 1<<zeros + more - 1
			return nil
		}
		if k += zeros; k > p.last {
			return ErrFormat
		}
		v, err := d.extend(n)
		if err != nil {
			return err
		}
		d.keep(c, at, k, v<<p.low)
	}
	return nil
}

// refine reads one more bit of coefficients that are there, and new ones.
func (d *decoder) refine(p *part, c *component, at int) error {
	k := p.first
	if d.run == 0 {
		for k <= p.last {
			s, err := d.symbol(c.ac)
			if err != nil {
				return err
			}
			zeros, n, v := int(s>>4), int(s&15), 0
			switch {
			case n == 0 && zeros < 15:
				more, err := d.take(zeros)
				if err != nil {
					return err
				}
				d.run = 1<<zeros + more
			case n == 1:
				bit, err := d.take(1)
				if err != nil {
					return err
				}
				if v = 1 << p.low; bit == 0 {
					v = -v
				}
			case n > 1:
				return ErrFormat
			}
			if d.run > 0 {
				break
			}
			if k, err = d.pass(p, c, at, k, zeros); err != nil {
				return err
			}
			if v != 0 {
				if k > p.last {
					return ErrFormat
				}
				d.keep(c, at, k, v)
			}
			k++
		}
	}
	if d.run > 0 {
		d.run--
		_, err := d.pass(p, c, at, k, 64)
		return err
	}
	return nil
}

// pass goes over that many coefficients that are zero, reading a bit of each
// that is not, and returns the place of the next zero.
func (d *decoder) pass(p *part, c *component, at, k, zeros int) (int, error) {
	for ; k <= p.last; k++ {
		if c.seen[at]>>k&1 == 0 {
			if zeros == 0 {
				break
			}
			zeros--
			continue
		}
		bit, err := d.take(1)
		if err != nil {
			return k, err
		}
		if z := int(zigzag[k]); bit == 1 && z%8 < c.nx && z/8 < c.ny {
			v := &c.coeff[at*c.nx*c.ny+z/8*c.nx+z%8]
			if *v >= 0 {
				*v += 1 << p.low
			} else {
				*v -= 1 << p.low
			}
		}
	}
	return k, nil
}
