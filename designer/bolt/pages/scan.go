// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pages

import "math/bits"

// usualPage is the page size of most machines, where nothing tells.
const usualPage = 4 << 10

// Scan hands every key with its value to yield that lies on any page of the
// file that looks like a leaf, in the order of the file, whether or not it
// can be reached, so also what was deleted or replaced and not yet written
// over. It needs neither meta page: without them it finds out how large a
// page is. An error of yield ends the scan and is returned; otherwise what
// could not be read comes back as a *Damaged error at the end.
//
// A page looks like a leaf if two of three are right: its own number, its
// kind, the place of its first element's content. One wrong number in what
// comes before keys and values costs none of them: where the numbers of a page
// contradict each other, each way to read them is handed over, so what comes
// of a damaged page may come twice, or never have been written.
func (f *File) Scan(yield func(Record) error) error {
	size := f.Meta().PageSize
	if size == 0 {
		size = f.guessPageSize()
	}
	s := scan{w: window{r: f.r, size: f.size}, pageSize: size, spare: 4 * f.size, yield: yield}
	for at := int64(0); at+headerLen <= f.size && s.stop == nil; at += size {
		s.page(at)
	}
	if s.stop != nil {
		return s.stop
	}
	return s.err()
}

type scan struct {
	faults
	w        window
	pageSize int64
	spare    int64 // bytes that may still be read because a page claims that they are its own
	yield    func(Record) error
	stop     error
}

func (s *scan) page(at int64) {
	number := uint64(at / s.pageSize)
	b, err := s.w.bytes(at, min(s.pageSize, s.w.size-at), windowLen)
	if err != nil {
		s.add(number, err)
		return
	}
	p := page{number, b}
	n := p.leafCount()
	if n == 0 {
		return
	}
	if long := p.span(n, s.pageSize, s.w.size-at); long > int64(len(b)) && long <= s.spare {
		s.spare -= long
		if more, err := s.w.bytes(at, long, 0); err == nil {
			p.b = more
		} else if b, err := s.w.bytes(at, int64(len(b)), 0); err == nil {
			p.b = b
		} else {
			s.add(number, err)
			return
		}
	}
	s.leaf(p, nil, n)
}

func (s *scan) leaf(p page, bucket []string, n int) {
	left := patience(p)
	give := func(e element, err error) {
		if err != nil {
			s.add(p.number, err)
			return
		}
		if left -= e.end - e.from; left < 0 || s.stop != nil {
			return
		}
		if e.flags&bucketFlag != 0 && bucket == nil {
			if len(e.value) == bucketLen {
				return // it is elsewhere
			}
			if in, err := p.inline(e.value); err == nil {
				s.leaf(in, []string{string(e.key)}, min(in.count(), in.room()))
				return
			}
			s.add(p.number, errBucket)
		}
		s.stop = s.yield(Record{bucket, e.key, e.value, p.number})
	}
	begin := int64(headerLen + p.count()*elementLen) // where the element before ends
	for i := 0; i < n && s.stop == nil; i++ {
		flags := p.flags(i)
		from, key, value := p.place(i)
		end := from + key + value
		give(p.cut(flags, from, key, value))
		// One wrong number in an element is told by those around it.
		if from != begin {
			s.add(p.number, errLayout)
			give(p.cut(flags, begin, key, value))
		}
		begin = end
		var next int64
		if i+1 < n {
			next, _, _ = p.place(i + 1)
		} else {
			own := p.b[:min(int64(len(p.b)), (int64(p.overflow())+1)*s.pageSize)]
			if next = filled(own); end >= next && end <= int64(len(own)) {
				break // the value may end in zeros
			}
		}
		if next != end {
			give(p.cut(flags, from, key, next-from-key))
			give(p.cut(flags, from, next-from-value, value))
		}
	}
}

// leafCount is how many elements the page has if it looks like a leaf.
func (p page) leafCount() int {
	if p.room() == 0 {
		return 0
	}
	count, first := p.count(), native.Uint32(p.b[headerLen+4:])
	own, kind, packed := p.id() == p.number, p.kind() == leafKind, count > 0 && int64(first) == int64(count)*elementLen
	switch {
	case own && (p.kind() == branchKind || p.kind() == metaKind || p.kind() == freelistKind):
		return 0
	case own && packed, kind && (own || packed):
	default:
		return 0
	}
	// The content of the first element begins behind the last element, so it
	// knows the count as well.
	if !packed && first%elementLen == 0 {
		count = max(count, int(min(first/elementLen, uint32(p.room()))))
	}
	return min(count, p.room())
}

// filled is where the zeros begin that bbolt leaves at the end of a page.
func filled(b []byte) int64 {
	for len(b) > 0 && b[len(b)-1] == 0 {
		b = b[:len(b)-1]
	}
	return int64(len(b))
}

// span is how many bytes of the file from the start of the page on belong to
// it, by its header or by its elements, whichever is more, unless that is
// more than the most that there is.
func (p page) span(n int, size, most int64) (long int64) {
	end := int64(headerLen + n*elementLen)
	for i := range n {
		from, key, value := p.place(i)
		if from != end {
			break
		}
		end += key + value
		if end <= most {
			long = end
		}
	}
	if own := (int64(p.overflow()) + 1) * size; own <= most {
		long = max(long, own)
	}
	return long
}

// guessPageSize finds the page size that makes most pages begin with their
// own number.
func (f *File) guessPageSize() int64 {
	const least, most = 10, 16 // bits: what machines use
	var votes [most + 1]int
	w := window{r: f.r, size: f.size}
	for at := int64(1 << least); at+headerLen <= f.size; at += 1 << least {
		b, err := w.bytes(at, headerLen, windowLen)
		if err != nil {
			continue
		}
		number := int64(page{b: b}.id())
		if number < 1 || at%number != 0 {
			continue
		}
		if size := at / number; size&(size-1) == 0 && size >= 1<<least && size <= 1<<most {
			votes[bits.TrailingZeros64(uint64(size))]++
		}
	}
	best := bits.TrailingZeros(usualPage)
	for n, v := range votes {
		if v > votes[best] {
			best = n
		}
	}
	return 1 << best
}
