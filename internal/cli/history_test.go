// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"errors"
	"testing"
	"time"

	"insignia/designer"
)

func TestNumbersInARowAreDrawnTogether(t *testing.T) {
	for _, c := range []struct {
		numbers []int
		want    string
	}{{nil, ""}, {[]int{4}, "4"}, {[]int{1, 2, 3, 5, 7, 8}, "1–3, 5, 7–8"}} {
		if got := spans(c.numbers); got != c.want {
			t.Errorf("%v is %q", c.numbers, got)
		}
	}
}

func TestADayThatHasBegunIsADayLeft(t *testing.T) {
	now := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	for left, want := range map[time.Duration]int{designer.KeepGone: 30, designer.KeepGone - time.Second: 30, 24 * time.Hour: 1, time.Second: 1, 0: 0, -time.Hour: 0} {
		if got := daysLeft(now.Add(left), now); got != want {
			t.Errorf("%v are %d days", left, got)
		}
	}
}

// What came before the oldest version that is kept is not known, and not
// shown as if it were nothing.
func TestTheOldestVersionKeptChangedNothingThatIsKnown(t *testing.T) {
	d := designer.New("en")
	d.Revision, d.Name = 8, "Bike"
	older := d
	older.Revision, older.Name = 5, "Cycle"
	got := steps([]designer.Draft{d, older}, map[int]string{5: "First"})
	if len(got) != 2 || len(got[0].Changes) != 1 || got[0].first || !got[1].first || got[1].Changes == nil || len(got[1].Changes) > 0 || got[1].Name != "First" {
		t.Errorf("%+v", got)
	}
	older.Revision = 1
	if got = steps([]designer.Draft{older}, nil); got[0].first || len(got[0].Changes) != 2 {
		t.Errorf("%+v", got)
	}
	if _, err := versionOf([]designer.Draft{d, older}, 5); !errors.Is(err, &designer.Error{Code: "unknown-revision"}) || err.(*designer.Error).Args["known"] != "1, 8" {
		t.Error(err)
	}
}
