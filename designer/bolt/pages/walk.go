// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pages

import "errors"

// Walk hands every key with its value to yield, depth first and in order, as
// far as the trees still hold together: what is below a page that cannot be
// read is left out, and so are elements that do not lie in their page. An
// error of yield ends the walk and is returned; otherwise what was wrong
// comes back as a *Damaged error after all that could be read.
//
// What damage led astray may come up too: under another bucket, or as it was
// some transactions ago. No page comes up twice.
func (f *File) Walk(yield func(Record) error) error {
	m := f.Meta()
	fits := m.Fits(f.size)
	if !m.Valid() {
		return fits
	}
	t := f.tree(yield)
	if d := (*Damaged)(nil); errors.As(fits, &d) {
		t.found = *d
	}
	t.visit([]kid{{number: m.Root}}, place{root: true, top: true})
	if t.stop != nil {
		return t.stop
	}
	return t.err()
}
