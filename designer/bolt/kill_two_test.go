// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"insignia/designer"
)

func init() { parts["tend"] = playTend }

// playTend looks after the store args[0] over and over, each time a quarter of
// an hour later, so that each time a copy is due.
func playTend(args []string) error {
	now := time.Now()
	s, err := Open(args[0], Clock(func() time.Time { return now }))
	if err != nil {
		return err
	}
	for stop := told(); ; {
		select {
		case <-stop:
			return s.Close()
		default:
		}
		now = now.Add(15 * time.Minute)
		if err := s.Tend(ctx); err != nil {
			return err
		}
	}
}

// Two programs save, each its badge, and a third one makes copies of the store
// meanwhile. All are killed, or only one.
func TestEveryAcknowledgedSaveOfTwoProgramsSurvivesAKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "badges.db")
	s := open(t, path)
	var present [2]designer.Draft
	for i := range present {
		var err error
		if present[i], err = s.Drafts().Put(ctx, designer.New("en")); err != nil {
			t.Fatal(err)
		}
	}
	total := 0
	for round := range rounds(t) {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		var saving [2]child
		var acknowledged [2]chan int
		for i, d := range present {
			saving[i] = start(t, "save", path, d.ID)
			acknowledged[i] = make(chan int, 1)
			go func() {
				last := 0
				for saving[i].lines.Scan() {
					if n, err := strconv.Atoi(saving[i].lines.Text()); err == nil {
						last = n
					}
				}
				acknowledged[i] <- last
			}()
		}
		tending := start(t, "tend", path)
		kill := func(c child) {
			if err := c.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(20*time.Millisecond + rand.N(120*time.Millisecond))
		kill(saving[0])
		time.Sleep(rand.N(30 * time.Millisecond))
		kill(tending)
		kill(saving[1])
		tending.Wait()

		s = open(t, path)
		for i, was := range present {
			last := max(<-acknowledged[i], was.Revision) // all it said was read
			saving[i].Wait()
			total += last - was.Revision
			d, err := s.Drafts().Get(ctx, was.ID)
			if err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
			if d.Revision != last && d.Revision != last+1 || d.Revision > 1 && d.Description != essay(d.Revision) {
				t.Fatalf("round %d: revision %d was acknowledged, %d is there", round, last, d.Revision)
			}
			present[i] = d
		}
		if r := s.Mended(); len(r) > 0 {
			t.Fatalf("round %d: a kill damaged the store: %+v", round, r)
		}
		all, err := backups(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range all {
			if !newHoard().backup(b.path) {
				t.Fatalf("round %d: %s is no whole copy", round, b.path)
			}
		}
	}
	if total == 0 {
		t.Error("no child saved anything: nothing was tested")
	}
	t.Logf("%d saves were acknowledged", total)
}
