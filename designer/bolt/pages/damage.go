// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pages

import (
	"errors"
	"fmt"
	"strings"
)

// mostFaults are named one by one: they are for whoever looks for the cause,
// not for whoever mends.
const mostFaults = 8

// Fault is one thing that is wrong with one page.
type Fault struct {
	Page uint64
	Err  error
}

func (f Fault) Error() string { return fmt.Sprintf("page %d: %v", f.Page, f.Err) }
func (f Fault) Unwrap() error { return f.Err }

// Damaged is the error about a file that does not hold together. Faults are
// the first few, Count tells how many there are: few or many, not exactly.
type Damaged struct {
	Faults []Fault
	Count  int
}

func (d *Damaged) Error() string {
	var b strings.Builder
	for i, f := range d.Faults {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(f.Error())
	}
	if more := d.Count - len(d.Faults); more > 0 {
		fmt.Fprintf(&b, "; and %d more", more)
	}
	return b.String()
}

// Unwrap returns the faults.
func (d *Damaged) Unwrap() []error {
	out := make([]error, len(d.Faults))
	for i, f := range d.Faults {
		out[i] = f
	}
	return out
}

func damage(number uint64, err error) error {
	return &Damaged{Faults: []Fault{{number, err}}, Count: 1}
}

// faults gathers what is wrong.
type faults struct{ found Damaged }

// add takes down a fault; of a page, one of a kind.
func (s *faults) add(number uint64, err error) {
	for _, f := range s.found.Faults {
		if f.Page == number && errors.Is(f.Err, err) {
			return
		}
	}
	s.found.Count++
	if len(s.found.Faults) < mostFaults {
		s.found.Faults = append(s.found.Faults, Fault{number, err})
	}
}

func (s *faults) err() error {
	if s.found.Count == 0 {
		return nil
	}
	return &s.found
}

// What can be wrong with a page, when there is nothing more to say.
var (
	errMeta      = errors.New("the meta page is damaged")
	errElsewhere = errors.New("does not lie in the file")
	errTwice     = errors.New("is used twice")
	errFree      = errors.New("is used and listed as free")
	errLost      = errors.New("is neither used nor listed as free")
	errShort     = errors.New("claims more elements than it has room for")
	errOrder     = errors.New("keys are out of order")
	errBounds    = errors.New("a key is not between those of the page above")
	errLayout    = errors.New("an element does not begin where the one before ends")
	errOutside   = errors.New("an element reaches out of the page")
	errKey       = errors.New("an element has no key")
	errFlags     = errors.New("an element is of no known kind")
	errEmpty     = errors.New("has lost its elements")
	errBucket    = errors.New("a bucket has no whole header")
	errTop       = errors.New("a key that is no bucket lies among the buckets")
	errInline    = errors.New("an inline bucket is no leaf")
	errDeep      = errors.New("lies deeper than any tree")
	errNoList    = errors.New("is no list of free pages")
	errList      = errors.New("the list of free pages is out of order or names a page that is not there")
)
