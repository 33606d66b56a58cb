// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"insignia/designer"
)

// version is what thinning knows of a save.
type version struct {
	revision int
	saved    time.Time
}

// thinned is the rule in its simplest form: of the versions before the
// present one, oldest first, the newest stay, and of the others the last of
// each ten minutes.
func thinned(all []version) []version {
	edge := max(0, len(all)-keepAll)
	var out []version
	for i, v := range all[:edge] {
		if i+1 == edge || !all[i+1].saved.Truncate(keepOne).Equal(v.saved.Truncate(keepOne)) {
			out = append(out, v)
		}
	}
	return append(out, all[edge:]...)
}

func TestHistoryIsThinned(t *testing.T) {
	for _, c := range []struct {
		name  string
		saves int
		most  time.Duration // between two saves
	}{
		{"few", keepAll + 1, time.Minute},
		{"one more", keepAll + 2, time.Second},
		{"all at once", 90, time.Millisecond},
		{"an evening", 300, 90 * time.Second},
		{"now and then", 120, time.Hour},
	} {
		t.Run(c.name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(7, uint64(c.saves)))
			now := time.Date(2026, 3, 1, 23, 50, 0, 0, time.FixedZone("", 3600))
			s := open(t, filepath.Join(t.TempDir(), "badges.db"), Clock(func() time.Time { return now }))
			neighbours := []designer.Draft{designer.New("en"), designer.New("en")}
			neighbours[0].ID, neighbours[1].ID = "00000000-0000-4000-8000-000000000000", "ffffffff-0000-4000-8000-000000000000"
			d := designer.New("en")
			var all []version
			for range c.saves {
				now = now.Add(within(random, c.most))
				var err error
				for i := range neighbours {
					if neighbours[i], err = s.Drafts().Put(ctx, neighbours[i]); err != nil {
						t.Fatal(err)
					}
				}
				if d, err = s.Drafts().Put(ctx, d); err != nil {
					t.Fatal(err)
				}
				all = append(all, version{d.Revision, d.Updated})
			}
			h, err := s.Drafts().History(ctx, d.ID)
			if err != nil {
				t.Fatal(err)
			}
			var got []version
			for _, old := range slices.Backward(h) {
				got = append(got, version{old.Revision, old.Updated})
			}
			if want := thinned(all[:len(all)-1]); !slices.Equal(got, want) {
				t.Errorf("kept\n%v\nwant\n%v", got, want)
			}
		})
	}
}

// A clock set back or forward must not lose the newest versions.
func TestThinningKeepsTheNewestWhateverTheClock(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	now := time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)
	s := open(t, filepath.Join(t.TempDir(), "badges.db"), Clock(func() time.Time { return now }))
	d := designer.New("en")
	for n := range 80 {
		now = now.Add(within(random, 48*time.Hour) - 24*time.Hour)
		var err error
		if d, err = s.Drafts().Put(ctx, d); err != nil {
			t.Fatal(err)
		}
		h, err := s.Drafts().History(ctx, d.ID)
		if err != nil {
			t.Fatal(err)
		}
		for i := range min(n, keepAll) {
			if h[i].Revision != d.Revision-1-i {
				t.Fatalf("save %d: version %d is missing", n, d.Revision-1-i)
			}
		}
	}
}

// within is a random time shorter than d.
func within(r *rand.Rand, d time.Duration) time.Duration { return time.Duration(r.Int64N(int64(d))) }
