// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"insignia/designer"
)

// swollen is a store that is mostly free pages, and what it still has.
func swollen(t *testing.T, path string) (*Store, []designer.Draft) {
	t.Helper()
	s := open(t, path)
	var kept []designer.Draft
	err := s.hold.write(ctx, func(tx *txn) error {
		d, err := drafts.drawers(tx)
		if err != nil {
			return err
		}
		for n := range 40 {
			b := []byte(strings.Repeat("x", 1<<20))
			if err := d.names.put(fmt.Appendf(nil, "%040d", n), b); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = s.hold.write(ctx, func(tx *txn) error {
			d, err := drafts.drawers(tx)
			if err != nil {
				return err
			}
			return d.names.removeAll([]byte("0"))
		})
	}
	for n := range 5 {
		d := designer.New("en")
		d.Name = fmt.Sprint("badge ", n)
		if err == nil {
			d, err = s.Drafts().Put(ctx, d)
		}
		kept = append(kept, d)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s, kept
}

func TestAFileThatIsMostlyFreeIsMadeAnew(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no file takes the place of an open one here")
	}
	path := filepath.Join(t.TempDir(), "badges.db")
	s, kept := swollen(t, path)
	other := open(t, path)
	size := func() int64 {
		fi, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		return fi.Size()
	}
	if size() < 2*compactFrom {
		t.Fatalf("only %d bytes", size())
	}
	// Saves of another program all through it.
	var group sync.WaitGroup
	var saved []designer.Draft
	group.Go(func() {
		for range 40 {
			d, err := other.Drafts().Put(ctx, designer.New("en"))
			if err != nil {
				t.Error(err)
			}
			saved = append(saved, d)
		}
	})
	if err := s.compact(ctx); err != nil {
		t.Error(err)
	}
	group.Wait()
	if size() > 2<<20 {
		t.Errorf("still %d bytes", size())
	}
	for _, d := range append(kept, saved...) {
		for _, s := range []*Store{s, other} {
			if got, err := s.Drafts().Get(ctx, d.ID); err != nil || got.Name != d.Name {
				t.Errorf("%s: %v", d.ID, err)
			}
		}
	}
	if list, err := s.Drafts().List(ctx, designer.Page{}); err != nil || len(list) != len(kept)+len(saved) {
		t.Errorf("%d badges, %v", len(list), err)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if wasteful(path) {
		t.Error("it is to be made anew again")
	}
}

func TestASmallFileIsLeftAsItIs(t *testing.T) {
	path, _, _ := filled(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := open(t, path).compact(ctx); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("it was changed, %v", err)
	}
}
