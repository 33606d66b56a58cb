// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package jpeg

// short is how many bits of a code are looked up at once.
const short = 9

// huffman is a table of codes.
type huffman struct {
	quick  [1 << short]uint16 // length and value of the short codes; 0 for none
	values []byte
	most   [17]int // the greatest code of a length, -1 for none
	first  [17]int // and the place of its first value, less its first code
}

func (d *decoder) huffmans(b []byte) error {
	for len(b) > 0 {
		if len(b) < 17 || b[0]>>4 > 1 || b[0]&15 > 3 {
			return ErrFormat
		}
		class, at := b[0]>>4, b[0]&15
		total := 0
		for _, n := range b[1:17] {
			total += int(n)
		}
		if total > 256 || total == 0 || len(b) < 17+total {
			return ErrFormat
		}
		h := &huffman{values: b[17 : 17+total : 17+total]}
		code, k := 0, 0
		for l := 1; l <= 16; l++ {
			n := int(b[l])
			h.most[l], h.first[l] = -1, k-code
			if n > 0 {
				h.most[l] = code + n - 1
			}
			if code+n > 1<<l {
				return ErrFormat
			}
			for i := range n {
				if l <= short {
					from := (code + i) << (short - l)
					for j := range 1 << (short - l) {
						h.quick[from+j] = uint16(l)<<8 | uint16(h.values[k+i])
					}
				}
			}
			k += n
			code = (code + n) << 1
		}
		if class == 0 {
			d.dcTables[at] = h
		} else {
			d.acTables[at] = h
		}
		b = b[17+total:]
	}
	return nil
}

// need makes n bits ready, 16 at most. Beyond the end of the scan's data there
// are none.
func (d *decoder) need(n int) bool {
	for d.count < n {
		if d.at >= len(d.data) {
			return false
		}
		b := d.data[d.at]
		if b == 0xff {
			if d.at+1 >= len(d.data) || d.data[d.at+1] != 0 {
				return false
			}
			d.at++
		}
		d.at++
		d.bits = d.bits<<8 | uint32(b)
		d.count += 8
	}
	return true
}

// take reads n bits.
func (d *decoder) take(n int) (int, error) {
	if n == 0 {
		return 0, nil
	}
	if !d.need(n) {
		return 0, ErrFormat
	}
	d.count -= n
	return int(d.bits>>d.count) & (1<<n - 1), nil
}

// symbol reads a code.
func (d *decoder) symbol(h *huffman) (byte, error) {
	if h == nil {
		return 0, ErrFormat
	}
	if d.count >= short || d.need(short) {
		if q := h.quick[d.bits>>(d.count-short)&(1<<short-1)]; q != 0 {
			d.count -= int(q >> 8)
			return byte(q), nil
		}
	}
	code := 0
	for l := 1; l <= 16; l++ {
		b, err := d.take(1)
		if err != nil {
			return 0, err
		}
		if code = code<<1 | b; code <= h.most[l] {
			return h.values[code+h.first[l]], nil
		}
	}
	return 0, ErrFormat
}

// extend reads a number of n bits, the small half of which is negative.
func (d *decoder) extend(n int) (int, error) {
	if n > 15 {
		return 0, ErrFormat
	}
	v, err := d.take(n)
	if n > 0 && v < 1<<(n-1) {
		v += -1<<n + 1
	}
	return v, err
}
