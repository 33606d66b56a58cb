// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"insignia/designer"
)

// rounds is how often the kill test kills; INSIGNIA_KILLS asks for more.
func rounds(t *testing.T) int {
	if v := os.Getenv("INSIGNIA_KILLS"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	return 20
}

func TestEveryAcknowledgedSaveSurvivesAKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "badges.db")
	s := open(t, path)
	d, err := s.Drafts().Put(ctx, designer.New("en"))
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for round := range rounds(t) {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		c := start(t, "save", path, d.ID)
		acknowledged := make(chan int)
		go func() {
			last := 0
			for c.lines.Scan() {
				if n, err := strconv.Atoi(c.lines.Text()); err == nil {
					last = n
				}
			}
			acknowledged <- last
		}()
		time.Sleep(20*time.Millisecond + rand.N(100*time.Millisecond)) // at any moment of a save
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		last := max(<-acknowledged, d.Revision)
		c.Wait()
		total += last - d.Revision

		s = open(t, path)
		d, err = s.Drafts().Get(ctx, d.ID)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if d.Revision != last && d.Revision != last+1 { // killed before it could say the last one
			t.Fatalf("round %d: revision %d was acknowledged, %d is there", round, last, d.Revision)
		}
		if d.Revision > 1 && d.Description != essay(d.Revision) {
			t.Fatalf("round %d: revision %d has another content", round, d.Revision)
		}
		h, err := s.Drafts().History(ctx, d.ID)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if len(h) > 0 && (h[0].Revision != d.Revision-1 || h[0].Revision > 1 && h[0].Description != essay(h[0].Revision)) {
			t.Fatalf("round %d: revision %d comes after %d", round, d.Revision, h[0].Revision)
		}
	}
	if total == 0 {
		t.Error("no child saved anything: nothing was tested")
	}
	t.Logf("%d saves were acknowledged", total)
	if err := s.hold.read(ctx, func(tx *txn) error {
		for err := range tx.Check() {
			return err
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
}
