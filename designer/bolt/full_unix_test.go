// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix

package bolt

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"insignia/designer"
)

func init() { parts["fill"] = playFill }

// playFill saves into the store args[0], which may not grow, until that
// fails, then gives it room and saves again.
func playFill(args []string) error {
	signal.Ignore(syscall.SIGXFSZ) // a write beyond the limit is an error, like a full disk
	s, err := Open(args[0])
	if err != nil {
		return err
	}
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	all := limit.Cur
	limit.Cur = 1 << 20
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	var kept []designer.Draft
	for err == nil && len(kept) < 1000 {
		d := designer.New("en")
		d.Description = essay(len(kept))
		if d, err = s.Drafts().Put(ctx, d); err == nil {
			kept = append(kept, d)
		}
	}
	var e *designer.Error
	if !errors.Is(err, designer.ErrUnavailable) || !errors.As(err, &e) || e.Args["path"] != args[0] {
		return fmt.Errorf("on a full disk after %d saves: %w", len(kept), err)
	}
	limit.Cur = all
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	d, err := s.Drafts().Put(ctx, designer.New("en"))
	if err != nil {
		return err
	}
	kept = append(kept, d)
	list, err := s.Drafts().List(ctx, designer.Page{})
	if err != nil || len(list) != len(kept) {
		return fmt.Errorf("%d of %d drafts are there: %w", len(list), len(kept), err)
	}
	for _, d := range kept {
		got, err := s.Drafts().Get(ctx, d.ID)
		if err != nil || got.Description != d.Description {
			return fmt.Errorf("a draft kept before has changed: %w", err)
		}
	}
	fmt.Println("done")
	return s.Close()
}

func TestAFullDiskLosesNothingThatWasKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "badges.db")
	if got := start(t, "fill", path).line(t); got != "done" {
		t.Error(got)
	}
	if fi, err := os.Stat(path); err != nil || fi.Size() == 0 {
		t.Errorf("%v, %v", fi, err)
	}
}
