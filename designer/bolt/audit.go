// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"errors"
	"os"

	"insignia/designer/bolt/pages"
)

// readPages looks at a file without bbolt.
func readPages(f *os.File) (*pages.File, error) {
	fi, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return pages.Open(f, fi.Size())
}

// sound fails when the structure of a file is not whole.
func sound(f *os.File) error {
	p, err := readPages(f)
	if err == nil {
		err = p.Paired()
	}
	if err == nil {
		err = p.Check()
	}
	if err != nil {
		return damaged(err)
	}
	return nil
}

// audit reads a whole file and fails when anything in it is not as it was
// written: its structure, a value, or how many there are.
func audit(f *os.File) error {
	if err := sound(f); err != nil {
		return err
	}
	p, err := readPages(f)
	if err != nil {
		return damaged(err)
	}
	found, told := census{}, []byte(nil)
	for _, name := range censused() {
		found[name] = &tally{}
	}
	err = p.Walk(func(r pages.Record) error {
		if len(r.Bucket) != 1 {
			return nil
		}
		name := r.Bucket[0]
		payload, err := unseal(name, r.Key, r.Value)
		if err != nil {
			return err
		}
		switch t := found[name]; {
		case t != nil:
			t.add(r.Value)
		case name == metaBucket && string(r.Key) == string(censusKey):
			told = append([]byte{}, payload...)
		}
		return nil
	})
	if err != nil {
		return damaged(err)
	}
	if told != nil && string(found.encode()) != string(told) { // an older file has none
		return damaged(errors.New("the values do not come to what was counted"))
	}
	return nil
}
