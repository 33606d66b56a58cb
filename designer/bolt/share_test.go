// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"testing"
	"time"

	"insignia/designer"
)

func TestTwoProgramsShareOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "badges.db")
	s := open(t, path)
	d, err := s.Drafts().Put(ctx, designer.New("en"))
	if err != nil {
		t.Fatal(err)
	}
	c := start(t, "count", path, d.ID, "60")
	if err := count(s, d.ID, 60); err != nil {
		t.Fatal(err)
	}
	if got := c.line(t); got != "done" {
		t.Fatalf("the other program said %q", got)
	}
	if d, err = s.Drafts().Get(ctx, d.ID); err != nil || d.Earner.Count != "120" {
		t.Errorf("counted to %s: %v", d.Earner.Count, err)
	}
}

func TestAProgramThatSavesWithoutABreakLetsOthersIn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "badges.db")
	s := open(t, path)
	busy, err := s.Drafts().Put(ctx, designer.New("en"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	c := start(t, "save", path, busy.ID)
	c.line(t)
	go io.Copy(io.Discard, drain{c})

	s = open(t, path)
	var longest time.Duration
	for range 8 {
		from := time.Now()
		if _, err := s.Drafts().Put(ctx, designer.New("en")); err != nil {
			t.Fatal(err)
		}
		longest = max(longest, time.Since(from))
		time.Sleep(2 * idleFor) // let go, so that the next save waits again
	}
	t.Logf("the longest wait was %v", longest)
	now, err := s.Drafts().Get(ctx, busy.ID)
	if err != nil || now.Revision <= busy.Revision {
		t.Errorf("the other program came from %d to %d: %v", busy.Revision, now.Revision, err)
	}
}

// drain reads what a child says.
type drain struct{ c child }

func (d drain) Read([]byte) (int, error) {
	if !d.c.lines.Scan() {
		return 0, io.EOF
	}
	return 0, nil
}

func TestAFileThatAnotherProgramHoldsIsBusy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "badges.db")
	first := open(t, path)
	d, err := first.Drafts().Put(ctx, designer.New("en"))
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	c := start(t, "hold", path)
	c.line(t)

	s := open(t, path, Timeout(60*time.Millisecond)) // opening never waits
	_, err = s.Drafts().Get(ctx, d.ID)
	var e *designer.Error
	if !errors.Is(err, designer.ErrBusy) || !errors.As(err, &e) || e.Args["path"] != path {
		t.Errorf("get: %v", err)
	}
	if _, err := s.Drafts().Put(ctx, d); !errors.Is(err, designer.ErrBusy) {
		t.Errorf("put: %v", err)
	}
	patient := open(t, path)
	soon, cancel := context.WithTimeout(ctx, 30*time.Millisecond)
	defer cancel()
	if _, err := patient.Drafts().Get(soon, d.ID); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("get with a deadline: %v", err)
	}

	c.in.Close()
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Drafts().Put(ctx, d); err != nil {
		t.Errorf("put after the other let go: %v", err)
	}
}

func TestWaitersInOneProgramAreBusyInTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "badges.db")
	s := open(t, path, Timeout(40*time.Millisecond))
	s.hold.turn <- struct{}{} // a call that does not end
	if _, err := s.Drafts().Get(ctx, designer.NewID()); !errors.Is(err, designer.ErrBusy) {
		t.Errorf("get: %v", err)
	}
	<-s.hold.turn
	if _, err := s.Drafts().Get(ctx, designer.NewID()); !errors.Is(err, designer.ErrNotFound) {
		t.Errorf("get after it ended: %v", err)
	}
}

func TestTheFileIsLetGoSoonAfterACall(t *testing.T) {
	path := filepath.Join(t.TempDir(), "badges.db")
	one, other := open(t, path), open(t, path)
	for range 3 {
		for _, s := range []*Store{one, other} {
			if _, err := s.Drafts().Put(ctx, designer.New("en")); err != nil {
				t.Fatal(err)
			}
		}
	}
	for one.open() || other.open() {
		time.Sleep(time.Millisecond) // the test's own timeout says when it is stuck
	}
}

func (s *Store) open() bool {
	s.hold.turn <- struct{}{}
	defer func() { <-s.hold.turn }()
	return s.hold.db != nil
}
