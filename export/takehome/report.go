// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package takehome

// Report is what was taken home and where it lies.
type Report struct {
	Path   string // of the folder or the archive
	Badges []Taken
	Lost   []Lost
}

// Lost is a badge that could not be read and stayed behind.
type Lost struct {
	ID, Name string
	Err      error
}

// Open counts the badges that have open points.
func (r Report) Open() int {
	n := 0
	for _, b := range r.Badges {
		if b.Open > 0 {
			n++
		}
	}
	return n
}
